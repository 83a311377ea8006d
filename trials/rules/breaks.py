"""When clients are left alone; and words of danger: the card goes, once and first."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db.delivery.outbox import OutboxRow, OutboxState
from programme.schedule.course import Form
from programme.schedule.plan import NEVER
from programme.schedule.prompt import PromptState
from simulator.truth import UpdateMade
from trials.case import Case
from trials.faults.residents import DANGER
from trials.rules.slots import instant

CARD = ":crisis"  # how the key of a card's outbox row ends
SOON = timedelta(minutes=10)  # in which what is to go may be under way
_WAITS = frozenset({OutboxState.WAITING, OutboxState.SENDING})


def card_missing(case: Case) -> Iterator[str]:
    """Each update with words of danger that we have brings one card, and it went, or why it did not is known; nothing
    else that people of a trial write brings one."""
    cards = {row.key: row for row in case.memory.outbox if (row.key or "").endswith(CARD)}
    for made in _of_danger(case):
        row = cards.pop(_key(made), None)
        if row is None:
            yield f"update {made.update_id} has words of danger, and no card was put down"
        elif row.state is OutboxState.CANCELLED:
            yield f"update {made.update_id} has words of danger, and its card was cancelled: {row.reason}"
        elif row.state in _WAITS and row.made_at < case.newest - SOON:
            yield f"update {made.update_id} has words of danger, and its card is still {row.state}"
    if case.log is not None:
        yield from (f"the card {key} came, and nobody had written words of danger" for key in cards)


def card_behind(case: Case) -> Iterator[str]:
    """A card is tried before whatever was put down for the same person after it."""
    cards = {row.key: row for row in case.memory.outbox if (row.key or "").endswith(CARD)}
    for made in _of_danger(case):
        card = cards.get(_key(made))
        tried = case.tried.get(card.screen_id or 0) if card else None
        if card is None or tried is None:
            continue
        for row in _new_after(case, card):
            if case.tried.get(row.screen_id or 0, tried) < tried:
                yield f"outbox row {row.id} went before row {card.id}, the card for update {made.update_id}"


def _new_after(case: Case, card: OutboxRow) -> Iterator[OutboxRow]:
    """What was put down after it to be sent to the same person, on screens that were nowhere before."""
    for row in case.rows_of_person[card.person_id]:
        if (
            row.id > card.id
            and row.verb == "send"
            and all(one.id > card.id for one in case.sends_of(row.screen_id or 0))
        ):
            yield row


def _of_danger(case: Case) -> Iterator[UpdateMade]:
    for made in case.log.updates() if case.log else ():
        words = made.update.get("message", {}).get("text") if made.kind == "message" else None
        if words in DANGER and made.update_id in case.memory.inbox:
            yield made


def _key(made: UpdateMade) -> str:
    return f"u{made.update_id}{CARD}"


IN_HAND = timedelta(seconds=60)  # what was taken before may arrive that much later
DAY = timedelta(days=1)
NIGHT_ENDS, NOON = time(4), time(12)
OF_THE_MORNING = ("hello", "quit_morning")
NUDGE = "nudge"
PAUSING = ("check_in", "quit_day", "session_before", "session_after", "outcome", "timing", NUDGE)


@dataclass(frozen=True, slots=True)
class Peace:
    """A client is left alone from `since` on, and before `until`; of a break, what it is of."""

    person_id: int
    since: datetime
    until: datetime
    of: str = "all"

    def holds(self, kind: str) -> bool:
        """Whether that kind is held back."""
        return self.of in ("all", "nudges" if kind == NUDGE else "check_ins")


def asked_in_a_break(case: Case) -> Iterator[str]:
    """In a break nothing comes to a client that they did not ask for, nor does an idea for them to a supporter."""
    for pause in _breaks(case):
        for call, shown in case.unasked:
            prompt = case.prompt_of(shown)
            theirs = shown.person_id == pause.person_id and (prompt is None or prompt.plan_id is not None)
            about = prompt is not None and prompt.about_id == pause.person_id
            held = pause.holds(prompt.kind if prompt else "check_in")
            if (theirs or about) and held and pause.since + IN_HAND < call.at < pause.until:
                yield f"screen {shown.id} ({shown.name}) went at {call.at}, in the break of person {pause.person_id}"


def break_counted(case: Case) -> Iterator[str]:
    """What was due in a break is recorded as that: as no silence, and as nothing that we missed."""
    for pause in _breaks(case):
        for prompt in case.memory.prompts:
            whose = prompt.about_id or prompt.person_id
            held = prompt.kind in PAUSING and prompt.plan_id is not None and pause.holds(prompt.kind)
            due = held and pause.since <= prompt.due_at < pause.until
            if whose == pause.person_id and due and prompt.state not in (PromptState.PAUSED, PromptState.SKIPPED):
                yield f"prompt {prompt.id} ({prompt.kind}) was due in a break, and is {prompt.state}"


def asked_after_a_lapse(case: Case) -> Iterator[str]:
    """From when somebody told of a lapse until four at night nothing comes that they did not ask for; told of before
    noon, a word that was promised for that morning does."""
    for lapse in _lapses(case):
        is_early = lapse.since.astimezone(case.zone_of(lapse.person_id, lapse.since)).time() < NOON
        for call, shown in case.unasked:
            theirs = shown.person_id == lapse.person_id and not (is_early and shown.name in OF_THE_MORNING)
            if theirs and lapse.since + IN_HAND < call.at < lapse.until:
                yield f"screen {shown.id} ({shown.name}) went at {call.at} to person {lapse.person_id}, who had smoked"


def no_word_after_a_lapse(case: Case) -> Iterator[str]:
    """On the morning after a lapse one word is due, to somebody who likes to be written to and takes no break.

    The one tap of a morning is not that word.
    """
    lapses = _lapses(case)
    quiet = [one for one in _breaks(case) if one.holds("check_in")]
    for lapse in lapses:
        zone = case.zone_of(lapse.person_id, lapse.since)
        noon = _at(lapse.until.astimezone(zone).date(), NOON, zone)
        if _does_not_count(case, lapse, noon, lapses, quiet):
            continue
        words = [one for one in case.planned.get(lapse.person_id, ()) if one.form != Form.MORNING]
        plans = case.plans.get(lapse.person_id, ())
        due = [*((one.kind, one.due_at) for one in words), *((one.kind, one.next_due_at) for one in plans)]
        since = {"hello": lapse.since, "check_in": lapse.until}
        if not any(since[kind] <= at <= noon for kind, at in due if kind in since):
            yield f"person {lapse.person_id} told of a lapse at {lapse.since}, and no word was due until {noon}"


def _does_not_count(case: Case, lapse: Peace, noon: datetime, lapses: Sequence[Peace], quiet: Sequence[Peace]) -> bool:
    """Who takes no check-ins is promised nothing; a later lapse, a break, an evening left and a new place move it; they
    may move what comes on that day, or leave it out, or have other times from that morning on; and who leaves the
    service has none."""
    mine, person_id = case.plans.get(lapse.person_id, ()), lapse.person_id
    if _said_no(case, lapse, noon) or not any(plan.kind == "check_in" and plan.next_due_at < NEVER for plan in mine):
        return True
    moved = case.happened_to(person_id, "LeftForTonight", "PlaceSet", "ClientLeft")
    times = [one for one in case.happened_to(person_id, "PlanSet") if one.data["kind"] == "check_in"]
    day = noon.astimezone(case.zone_of(person_id, lapse.since)).date().isoformat()
    return (
        any(one.person_id == person_id and lapse.since < one.since < noon for one in lapses)
        or any(lapse.since <= one.at < noon for one in moved)
        or any(one.person_id == person_id and one.since < noon and lapse.since < one.until for one in quiet)
        or any(one.data["on"] == day for one in case.happened_to(person_id, "SlotChanged"))
        or any(lapse.since <= one.at < noon for one in times)
    )


def _said_no(case: Case, lapse: Peace, noon: datetime) -> bool:
    """Whether they wanted no check-ins when they told of it, or said so before that noon."""
    said = [one for one in case.happened_to(lapse.person_id, "ConsentSet") if one.data.get("item") == "check_in"]
    before = [one for one in said if one.at <= lapse.since]
    since = [one for one in said if lapse.since < one.at < noon]
    return any(not one.data["granted"] for one in (*before[-1:], *since))


def _lapses(case: Case) -> list[Peace]:
    """What was told of as a lapse and still is one, until the night after it is over where they are."""
    back = {event.data["smoked"] for event in case.happened("SmokedTakenBack")}
    lapses = {one.id for one in case.memory.smoked.values() if one.attempt_id is not None} - back
    return [
        Peace(event.person_id, event.at, _night_over(event.at, case.zone_of(event.person_id, event.at)))
        for event in case.happened("SmokedTold")
        if event.person_id is not None and event.data["lapse"] and event.data["smoked"] in lapses
    ]


def _night_over(at: datetime, zone: ZoneInfo) -> datetime:
    here = at.astimezone(zone)
    day = here.date() if here.time() < NIGHT_ENDS else here.date() + DAY
    return _at(day, NIGHT_ENDS, zone)


def _at(day: date, wall: time, zone: ZoneInfo) -> datetime:
    while (found := instant(day, wall, zone)) is None:
        day += DAY
    return found


def _breaks(case: Case) -> list[Peace]:
    """From each change of a break to the next one, or to its end."""
    told: dict[int, list[Peace]] = {}
    for event in case.happened("PauseBegan", "PauseMoved", "PauseEnded"):
        if event.person_id is None:
            continue
        before = told.setdefault(event.person_id, [])
        of = event.data.get("what", before[-1].of if before else "all") if event.kind != "PauseEnded" else "all"
        if before and before[-1].until > event.at:
            before[-1] = replace(before[-1], until=event.at)
        if event.kind != "PauseEnded":
            until = event.data["until"]
            before.append(Peace(event.person_id, event.at, datetime.fromisoformat(until) if until else NEVER, of))
    return [one for times in told.values() for one in times]
