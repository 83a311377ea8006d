"""The silence ladder counted again, and the soft days after a crisis card."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from programme.people.person import Role
from programme.schedule.kinds import KINDS
from programme.schedule.plan import CHECK_IN, OUTCOME, TIMING
from programme.schedule.prompt import Prompt, PromptState
from trials.rules.slots import instant
from trials.simulate.life import TownLife
from trials.simulate.residents import Happening
from trials.simulate.town import Did

DAY = timedelta(days=1)
NOON = time(12)
SOFT = "soft"
_ASKING = (CHECK_IN, OUTCOME, TIMING)
SILENT = (PromptState.EXPIRED, PromptState.REPLACED)


def after_card(life: TownLife) -> Iterator[str | None]:
    """Each planned question that opened in the hours after a card and came, beside what the card was for.

    After violence at home nothing is softer.
    """
    for one in life.planned:
        if one.opened_at is None or one.id not in life.asks or one.kind not in _ASKING or one.form == "last":
            continue
        cards = _cards(life, one.person_id, one.opened_at)
        if any(did.said["softens"] for did in cards):
            yield _soft(life, one)
        elif cards or one.form == SOFT:
            yield f"{_named(life, one)} is soft for no card of its own" if one.form == SOFT else None


def is_after_card(life: TownLife, person_id: int, at: datetime) -> bool:
    """Whether somebody's hours were soft then."""
    return any(did.said["softens"] for did in _cards(life, person_id, at))


def _cards(life: TownLife, person_id: int, at: datetime) -> Sequence[Did]:
    return [did for did in life.did.get(person_id, ()) if _covers(life, did, at)]


def _covers(life: TownLife, did: Did, at: datetime) -> bool:
    """Whether that is after that card, or at its very instant, and before the noon of the day after."""
    if did.what is not Happening.DANGER or at < did.at:
        return False
    zone = life.zone(did.person_id, did.at)
    noon = instant(life.local_date(did.person_id, did.at) + DAY, NOON, ZoneInfo(zone))
    return noon is not None and at < noon


def _soft(life: TownLife, one: Prompt) -> str | None:
    if one.kind != CHECK_IN or one.form != SOFT:
        return f"{_named(life, one)} asks as on any day after a crisis card"
    if one.reminded_at is not None:
        return f"{_named(life, one)} was reminded of after a crisis card"
    if one.state in SILENT:
        return f"{_named(life, one)} counts as silence after a crisis card"
    others = (each for each in life.planned if each.person_id == one.person_id and each.form == SOFT)
    same = [each for each in others if each.opened_at and _half(each) == _half(one)]
    return f"{_named(life, one)} is one of {len(same)} in one half of a day" if len(same) > 1 else None


def _half(one: Prompt) -> tuple[object, bool]:
    return one.local_date, one.slot < f"{NOON:%H:%M}"


def _named(life: TownLife, one: Prompt) -> str:
    return f"prompt {one.id} ({one.kind}) of {life.who(one.person_id)} on {one.local_date}"


KINDLY, SLOWER, LAST = 2, 4, 10  # silent days
EVERY = 3  # days, once it is slower
KEPT_UNTIL = 7  # the day since the quit date before which nothing is thinned out
HELD = "quiet"  # why nothing was said
STEPS = ("quiet", "last")


@dataclass(frozen=True, slots=True)
class LadderAsk:
    """One thing that was due: asked at that moment, or held back for their silence."""

    prompt: Prompt
    at: datetime
    day: date
    held: bool

    @property
    def step(self) -> str:
        """What became of it."""
        if self.held:
            return "held"
        return self.prompt.form if self.prompt.form in STEPS and self.prompt.form else "usual"


def ladder(life: TownLife) -> Iterator[str | None]:
    """After 2 silent days one tap, after 4 every third day, after 10 a last word, and then nothing until they are back.

    A silent day is a local date behind them, after that of the last sign of life, on which a question arrived and was
    over by then, or was held back: what is open after a standstill may have its answer on the way. Nothing is thinned
    out before day 7 of the quit date.
    """
    by_person: dict[int, list[LadderAsk]] = defaultdict(list)
    for one in life.planned:
        if asks(one) and (found := _asked(life, one)):
            by_person[one.person_id].append(found)
    for person_id, every in by_person.items():
        every.sort(key=lambda each: (each.at, each.prompt.id))
        for number, each in enumerate(every):
            if each.prompt.kind == CHECK_IN:
                yield _wrong(life, person_id, each, every[:number])


def _asked(life: TownLife, one: Prompt) -> LadderAsk | None:
    if one.state is PromptState.SKIPPED and one.reason == HELD and one.opened_at is None and one.closed_at:
        return LadderAsk(one, one.closed_at, one.local_date, held=True)
    if one.id not in life.asks or one.opened_at is None or one.form == SOFT:  # after a crisis card: no silence
        return None
    return LadderAsk(one, one.opened_at, one.local_date, held=False)


def silent_days(life: TownLife, person_id: int, every: Sequence[Prompt], at: datetime) -> int:
    """How many silent days lie behind somebody at that moment; `every` are the records of their plans."""
    before = [found for one in every if one.due_at < at and asks(one) and (found := _asked(life, one))]
    heard = life.heard.get(person_id, ())
    end = bisect_right(heard, at)
    return len(_silent(life, person_id, life.local_date(person_id, at), at, before, heard[end - 1] if end else None))


def asks(one: Prompt) -> bool:
    """Whether a client is asked something by it."""
    return KINDS[one.kind].asks and KINDS[one.kind].role is Role.CLIENT


def _wrong(life: TownLife, person_id: int, one: LadderAsk, before: Sequence[LadderAsk]) -> str | None:
    """What came from them at that very instant came before it, or after."""
    heard = life.heard.get(person_id, ())
    ends = (bisect_left(heard, one.at), bisect_right(heard, one.at))
    expected = [_expected(life, person_id, one, before, heard[end - 1] if end else None) for end in ends]
    if one.step in expected:
        return None
    return f"prompt {one.prompt.id} of {life.who(person_id)} on {one.day} is {one.step}, not {expected[0]}"


def _expected(
    life: TownLife, person_id: int, one: LadderAsk, before: Sequence[LadderAsk], since: datetime | None
) -> str:
    left = [each for each in before if since is None or each.prompt.due_at > since]
    today = min(one.day, life.local_date(person_id, one.at))
    silent = _silent(life, person_id, today, one.at, left, since)
    took = {each.step for each in left}
    if len(silent) >= KINDLY and "quiet" not in took:
        return "quiet"
    day = life.quit_date(person_id, one.at)
    if len(silent) < SLOWER or (day is not None and 0 <= (one.day - day).days < KEPT_UNTIL):
        return "usual"
    if len(silent) >= LAST:
        return "held" if "last" in took else "last"
    asked_on = max((each.day for each in left if not each.held), default=None)
    return "held" if asked_on is not None and 0 < (one.day - asked_on).days < EVERY else "usual"


def _silent(
    life: TownLife, person_id: int, today: date, at: datetime, left: Sequence[LadderAsk], since: datetime | None
) -> set[date]:
    heard_on = life.local_date(person_id, since) if since else None
    over = [each.day for each in left if each.held or life.over.get(each.prompt.id, at) < at]
    return {day for day in over if day < today and (heard_on is None or day > heard_on)}
