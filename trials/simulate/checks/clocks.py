"""S3, S4, S9, S11: the right wall time in the person's own zone, never at night, and as was promised."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

from programme.prompt import Prompt, PromptState
from trials.rules.dates import asked
from trials.rules.slots import instant
from trials.simulate.life import Life, within
from trials.simulate.residents import What
from trials.simulate.truth import Arrived, Looked

NIGHT_FROM, NIGHT_TO = 22, 7
ASKED_FOR = timedelta(minutes=45)  # a craving is looked at once more within that
ALERTS = frozenset({"request"})  # a client asks for somebody: that waits for no morning (VOICE.md, the order)
LEAST_GAP = timedelta(hours=1)  # between two times that were drawn
WEEK = timedelta(days=7)
QUIET = "lapse", "tonight"  # why an evening is left in peace
Came = tuple[str, datetime, int | None]  # kind, when it was due, about whom
Promise = tuple[str, datetime, datetime, int | None]  # kind, from when, until when, about whom
PUT_OFF = timedelta(hours=36)  # within which what was put off returns
HARMLESS = frozenset(
    {
        What.ANSWER, What.ONE_TAP, What.NOT_TODAY, What.NUDGE, What.RATE_WORDS, What.RATE_AFTER, What.CRAVING,
        What.LOOK_AHEAD, What.DANGER, What.TELL_PRACTITIONER, What.ASK_SUPPORTER, What.REMOVE_SUPPORTER, What.ENCOURAGE,
        What.BLOCK, What.UNBLOCK, What.READ_WEEKS, What.SESSION_NOTE,
    }
)  # fmt: skip


def s3(life: Life) -> Iterator[str | None]:
    """In the person's own zone, at the same wall time before and after a clock change; nothing from 1:00 to 2:59."""
    for one in life.planned:
        yield _off_the_clock(life, one)
    for sent in life.unasked:
        small = life.local(sent.person_id, sent.at).hour in (1, 2)
        yield f"{sent.shows} came to {sent.who} at {life.local(sent.person_id, sent.at)}" if small else None


def _off_the_clock(life: Life, one: Prompt) -> str | None:
    zone = life.zone(one.person_id, one.due_at)
    if one.decision["zone"] != zone:
        return f"prompt {one.id} was reckoned for {one.decision['zone']}, and {life.who(one.person_id)} is in {zone}"
    wall = one.decision.get("drawn", one.slot)
    at = instant(one.local_date, time.fromisoformat(wall), ZoneInfo(zone))
    return None if at == one.due_at else f"prompt {one.id} was due at {one.due_at}, and {wall} in {zone} is {at}"


def s4(life: Life) -> Iterator[str | None]:
    """Nothing from 22:00 to 7:00 but replies to what the person has done just now."""
    for sent in life.sends:
        here = life.local(sent.person_id, sent.at)
        if NIGHT_TO <= here.hour < NIGHT_FROM or _is_reply(life, sent):
            yield None
        else:
            yield f"{sent.shows} came to {sent.who} at {here:%Y-%m-%d %H:%M}, at night"


def _is_reply(life: Life, sent: Arrived) -> bool:
    if sent.rank > 0:
        return False
    did = life.did.get(sent.person_id, ())
    return sent.shows in ALERTS or any(one.at <= sent.at <= one.at + ASKED_FOR for one in did)


def s9(life: Life) -> Iterator[str | None]:
    """Random times lie in their window, an hour apart on a day, are not always the same, and are when asked anew."""
    days: dict[tuple[int, int, date], list[Prompt]] = defaultdict(list)
    for one in life.planned:
        days[one.plan_id or 0, one.plan_version or 0, one.local_date].append(one)
        if _is_drawn(one):
            yield _outside_its_window(one) or _drawn_otherwise(life, one)
    for day in days.values():
        by_rule = sorted((one for one in day if not _is_moved(one)), key=lambda one: one.due_at)
        for before, after in pairwise(by_rule if any(map(_is_drawn, day)) else ()):
            close = after.due_at - before.due_at < LEAST_GAP
            yield f"prompts {before.id} and {after.id} were drawn too close to each other" if close else None
    by_plan: dict[int, list[str]] = defaultdict(list)
    for one in filter(_is_drawn, life.planned):
        by_plan[one.plan_id or 0].append(one.decision["drawn"])
    for plan_id, times in by_plan.items():
        yield f"plan {plan_id} draws the same time always" if len(times) >= 10 and len(set(times)) < 3 else None


def _is_drawn(one: Prompt) -> bool:
    return one.decision.get("chosen") == "by chance"


def _is_moved(one: Prompt) -> bool:
    return one.decision.get("chosen") == "moved"


def _outside_its_window(one: Prompt) -> str | None:
    begins, chosen = (_minutes(one.decision[name]) for name in ("asked_for", "drawn"))
    holds = 0 <= chosen - begins <= one.decision["span"]
    return None if holds else f"prompt {one.id} was drawn for {one.decision['drawn']}, outside its window"


def _drawn_otherwise(life: Life, one: Prompt) -> str | None:
    """Drawn anew, by the rule that the events tell of."""
    anew = asked(life.rule_of(one), one.local_date).get(one.slot)
    if anew == _minutes(one.decision["drawn"]):
        return None
    return f"prompt {one.id} was drawn for {one.decision['drawn']}, and asked anew it is minute {anew}"


def _minutes(wall: str) -> int:
    at = time.fromisoformat(wall)
    return at.hour * 60 + at.minute


def s11(life: Life) -> Iterator[str | None]:
    """What "the next seven days" showed comes at that very time, and nothing else, if nobody changes anything."""
    due: dict[int, list[Prompt]] = defaultdict(list)
    for one in life.planned:
        due[one.person_id].append(one)
    for looked in life.truth.looked:
        until = _undisturbed(life, looked)
        found = [one for one in due[looked.person_id] if looked.at < one.due_at <= until]
        came = [(one.kind, one.due_at, one.about_id) for one in found if not _is_left_out(one)]
        shown = [(one.kind, one.due_at, one.about_id) for one in found if not _is_held(one)]
        promised = [one for one in looked.promised if one[2] <= until]
        yield from _differences(looked, _without(promised, came), "was promised and not due")
        yield from _differences(looked, _missing(shown, looked.promised), "was due and not promised")
        yield None


def _without(promised: Sequence[Promise], came: Sequence[Came]) -> list[Came]:
    """What was promised, and nothing of that kind came between its first moment and its last."""
    return [(one[0], one[1], one[3]) for one in promised if not any(_keeps(each, one) for each in came)]


def _missing(shown: Sequence[Came], promised: Sequence[Promise]) -> list[Came]:
    return [each for each in shown if not any(_keeps(each, one) for one in promised)]


def _keeps(came: Came, promise: Promise) -> bool:
    kind, since, until, about_id = promise
    return (came[0], came[2]) == (kind, about_id) and since <= came[1] <= until


def _is_held(one: Prompt) -> bool:
    """A break, or an evening that is left in peace, held it back."""
    return one.opened_at is None and (one.state is PromptState.PAUSED or one.reason in QUIET)


def _is_left_out(one: Prompt) -> bool:
    """That evening was left in peace before it came due: that is known beforehand."""
    return one.opened_at is None and one.reason in QUIET


def _differences(looked: Looked, found: Sequence[Came], what: str) -> Iterator[str]:
    for kind, at, _ in found:
        yield f"{looked.who} looked at {looked.at:%Y-%m-%d %H:%M} UTC: a {kind} at {at:%Y-%m-%d %H:%M} UTC {what}"


def _undisturbed(life: Life, looked: Looked) -> datetime:
    """Until when the person did nothing that changes what comes."""
    until = min(looked.at + WEEK, life.population.end - timedelta(microseconds=1))
    for did in life.about(looked.person_id):
        if did.what is What.LATER and within(looked.at, did.at, PUT_OFF):
            return looked.at  # it returns at a time of its own
        if looked.at <= did.at <= until and did.what not in HARMLESS:
            return did.at - timedelta(microseconds=1)
    return until
