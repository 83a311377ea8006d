"""One day of one person: what was said and is still to come, soft hours, and the decision about a slot."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from programme.people.person import Role
from programme.safety.danger import Brings
from programme.schedule.course import Form, Phase, phase_of
from programme.schedule.kinds import KINDS, ORDER, REMINDER_ORDER, cap, has_room
from programme.schedule.pause import Rung, Silence, rung
from programme.schedule.plan import CHECK_IN, HELLO, MOMENT, OUTCOME, SESSION_AFTER, SESSION_BEFORE, TIMING, Plan
from programme.schedule.prompt import WORDS, PromptState, PromptSummary
from programme.schedule.reason_code import ReasonCode
from programme.schedule.slots import DAY, Slot, hhmm, instant

SOFTENS: Final = frozenset({Brings.LIFE, Brings.TAKEN, Brings.MEDICAL, Brings.SOMEBODY_ELSE})
_NOON: Final = time(12)


@dataclass(frozen=True, slots=True)
class Soft:
    """A soft stretch (UTC): from when the card was shown up to the noon after the next morning."""

    at: datetime
    until: datetime

    def covers(self, moment: datetime) -> bool:
        """Whether that moment is in it."""
        return self.at <= moment < self.until


def soft_from(at: datetime, zone: str) -> Soft:
    """The stretch after a card that was shown then to somebody in the IANA `zone`."""
    day = at.astimezone(ZoneInfo(zone)).date() + DAY
    while (noon := instant(day, _NOON, zone)) is None:
        day += DAY
    return Soft(at, noon)


def soft_at(moment: datetime, stretches: Iterable[Soft]) -> Soft | None:
    """The stretch that moment is in, of several the one that began last."""
    return max((one for one in stretches if one.covers(moment)), key=lambda one: one.at, default=None)


ASKING: Final = frozenset(one.name for one in KINDS.values() if one.asks and one.role is Role.CLIENT)
MOST_OWN: Final = 3  # messages a day that somebody may ask for with times of their own
NO_REMINDER: Final = frozenset({Form.MORNING, Form.QUIET, Form.LAST, Form.SOFT})  # or it is a kind word
_CARRIES: Final = (None, Form.EVENING)  # forms of a check-in that a card rides in
_CARDS: Final = (SESSION_BEFORE, SESSION_AFTER)
_NOT_SOFT: Final = frozenset({OUTCOME, TIMING})  # they ask about smoking: not after a crisis card
NOT_SILENT: Final = Silence()


@dataclass(frozen=True, slots=True)
class DayState:
    """What there is to know of a person for one more slot: what was recorded lately and the plans that they have.

    `plans` are all that have not ended, each due next after what is decided about just now. `quit_on` is the date of
    the attempt that goes on. `soft` are the stretches after a crisis card (programme.schedule.day). `errata` are the
    local dates on which we said that we had been wrong.
    """

    records: tuple[PromptSummary, ...] = ()
    plans: tuple[Plan, ...] = ()
    quit_on: date | None = None
    silence: Silence = NOT_SILENT
    soft: tuple[Soft, ...] = ()
    errata: tuple[date, ...] = ()

    @property
    def check_ins(self) -> Plan | None:
        """The plan of their check-ins."""
        return next((plan for plan in self.plans if plan.kind == CHECK_IN), None)

    def with_record(self, record: PromptSummary) -> "DayState":
        """With that one recorded too."""
        return replace(self, records=(*self.records, record))

    def with_plan(self, plan: Plan) -> "DayState":
        """With that plan too."""
        return replace(self, plans=(*self.plans, plan))

    def quit_day(self, on: date) -> int | None:
        """The day since the quit date, negative before it; None without one."""
        plan = self.check_ins
        course = plan.rule.course if plan else None
        quit_on = course.quit_on if course and course.quit_on else self.quit_on
        return None if quit_on is None else (on - quit_on).days

    def phase(self, on: date) -> Phase:
        """Where they are on the way."""
        return phase_of(self.quit_day(on))

    def most(self, on: date) -> int:
        """How many messages that day may have that were not asked for; own times were, up to three."""
        plan = self.check_ins
        if plan is None or plan.rule.course is not None:
            return cap(self.phase(on), plan.rule.course.level if plan and plan.rule.course else None)
        return max(cap(self.phase(on)), min(len(plan.rule.times), MOST_OWN))

    def said(self, on: date) -> int:
        """How many it had, reminders counted."""
        todays = [one for one in self.records if one.local_date == on and one.was_said]
        return len(todays) + sum(one.reminded_at is not None for one in todays) + self.errata.count(on)

    def has_room(self, kind: str | None, on: date, now: datetime) -> bool:
        """Whether one more of that kind may be said (None: a reminder); what goes before it keeps its room."""
        order, said, most = REMINDER_ORDER if kind is None else ORDER[kind], self.said(on), self.most(on)
        return said < most and has_room(order, said=said, coming=self._coming(order, on, now), most=most)

    def _coming(self, order: int, on: date, now: datetime) -> Iterable[int]:
        for plan in self.plans:
            if ORDER[plan.kind] < order:
                for one in _on(plan, on, now):
                    if not (plan.kind in _CARDS and self._carries(one, one.at_utc)):
                        yield ORDER[plan.kind]

    def _carries(self, card: Slot, since: datetime) -> Slot | None:
        """The check-in of that card's day that comes from then on and carries it: one that asks everything."""
        plan = self.check_ins
        if plan is None or self.rung(CHECK_IN, card.local_date) is not Rung.USUAL:
            return None
        found = plan.rule.between(since - MOMENT, card.at_utc + DAY, plan.zone)
        return next((one for one in found if one.local_date == card.local_date and one.form in _CARRIES), None)

    def _fits(self, check_in: Slot, now: datetime) -> bool:
        """Whether the day has room for that check-in when it comes, as far as is known."""
        on, plan = check_in.local_date, self.check_ins
        earlier = [one for one in (_on(plan, on, now) if plan else ()) if one.at_utc < check_in.at_utc]
        first = sum(1 for _ in self._coming(ORDER[CHECK_IN], on, now))
        return self.said(on) + len(earlier) + first < self.most(on)

    def _crowds(self, outcome: Slot, now: datetime) -> bool:
        """Whether the question about how it went would take the place of a check-in, so that it rides in one: they are
        due at one moment, or the day has no room for both."""
        plan = self.check_ins
        if plan is None or self._carries(outcome, now) is None:
            return False
        on, window = outcome.local_date, timedelta(minutes=plan.rule.window_minutes)
        own = [each for each in self.records if each.plan_id is None and each.kind == CHECK_IN]
        if any(each.answered_at is not None and now - window <= each.answered_at for each in own):
            return False  # they had theirs early
        if _is_early(outcome) and any(
            each.kind == HELLO and each.was_said for each in self.records if each.local_date == on
        ):
            return True  # a morning without questions
        recorded = {each.slot for each in self.records if each.plan_id == plan.id and each.local_date == on}
        due = [one for one in plan.rule.between(now - window, now, plan.zone) if one.local_date == on]
        if any(one.slot not in recorded for one in due):
            return True
        to_come = sum(1 for _ in self._coming(ORDER[CHECK_IN] + 1, on, now))
        return self.said(on) + 1 + to_come > self.most(on)

    def held_back(self, plan: Plan, one: Slot, now: datetime) -> ReasonCode | None:
        """Why that slot, which could be asked, is not: the reason that is recorded; None: it is asked.

        Room in the day comes after this, and silence.
        """
        if plan.kind in _CARDS and (carrier := self._carries(one, one.at_utc)) is not None:
            if soft_at(max(now, carrier.at_utc), self.soft):
                return ReasonCode.SOFT
            if self._fits(carrier, now):
                return ReasonCode.CARD
        if plan.kind not in ASKING:
            return None
        if plan.kind == OUTCOME and not soft_at(now, self.soft) and self._crowds(one, now):
            return ReasonCode.CARD
        todays = [each for each in self.records if each.local_date == one.local_date and each.was_said]
        if (word := self._word(one, todays, now)) is not None:
            return word
        opened = [each for each in todays if each.state is PromptState.OPEN and each.kind in ASKING]
        return ReasonCode.ANOTHER if any(each.opened_at == now for each in opened) else None

    def soft_said(self, since: datetime) -> list[PromptSummary]:
        """The soft check-ins that were said since then."""
        return [one for one in self.records if one.form == Form.SOFT and one.opened_at and since <= one.opened_at]

    def had_soft(self, since: datetime, slot: Slot) -> bool:
        """Whether that half of its day had a soft check-in."""
        todays = (one for one in self.soft_said(since) if one.local_date == slot.local_date)
        return any(_is_early(one) is _is_early(slot) for one in todays)

    def _word(self, one: Slot, todays: Iterable[PromptSummary], now: datetime) -> ReasonCode | None:
        """The word of that morning that takes its place: of the morning's one tap any; of the hardest hour's a hello,
        which asks nothing; of all else a hello that is still to come, for until then they were promised peace."""
        words = [plan for plan in self.plans if plan.kind in WORDS]
        coming = [plan.kind for plan in words if any(map(_is_early, _on(plan, one.local_date, now)))]
        said = [each.kind for each in todays if each.kind in WORDS and _is_early(each)]
        if one.form == Form.MORNING:
            return next(map(ReasonCode, (*said, *coming)), None)
        return (
            ReasonCode.HELLO
            if HELLO in coming or (one.form == Form.RISK and _is_early(one) and HELLO in said)
            else None
        )

    def rung(self, kind: str, on: date) -> Rung:
        """What a slot of that kind becomes for their silence; after the last word nothing is asked of any kind."""
        if kind not in ASKING:
            return Rung.USUAL
        step = rung(self.silence, on, self.quit_day(on))
        if kind == CHECK_IN:
            return step
        return step if step is Rung.HELD and self.silence.said_last else Rung.USUAL


def _is_early(one: Slot | PromptSummary) -> bool:
    return one.slot < hhmm(_NOON)


def _on(plan: Plan, on: date, now: datetime) -> list[Slot]:
    """The slots of a plan on that local date that are due next, and not over now."""
    since = max(plan.next_due_at, now - timedelta(minutes=plan.rule.window_minutes))
    if since > now + 2 * DAY:
        return []
    return [one for one in plan.rule.between(since - MOMENT, now + 2 * DAY, plan.zone) if one.local_date == on]


def decide_slot(day: DayState, plan: Plan, one: Slot, now: datetime) -> tuple[ReasonCode | None, str | None]:
    """What becomes of a slot that could be asked now: why it is not (None: it is), and what is asked.

    - What the day has already, or carries inside a check-in, is not said (see Day.held_back).
    - After a crisis card a check-in is one kind question, one in the evening and one in the morning, and what asks
      about smoking only waits for another day (programme.schedule.day).
    - Who is silent is asked less, and more kindly (programme.schedule.pause).
    - No more is said in a day than its cap, and what goes first keeps its room (programme.schedule.kinds).
    """
    reason = day.held_back(plan, one, now)
    if reason is not None:
        return reason, one.form
    soft = soft_at(now, day.soft) if plan.kind in ASKING else None
    if soft is not None and (plan.kind in _NOT_SOFT or (plan.kind == CHECK_IN and day.had_soft(soft.at, one))):
        return ReasonCode.SOFT, one.form
    if soft is not None and plan.kind == CHECK_IN:
        return (None if day.has_room(plan.kind, one.local_date, now) else ReasonCode.CAP), Form.SOFT
    step = day.rung(plan.kind, one.local_date)
    if step is Rung.HELD:
        return ReasonCode.QUIET, one.form
    form = one.form if step is Rung.USUAL else step.value
    return (None if day.has_room(plan.kind, one.local_date, now) else ReasonCode.CAP), form
