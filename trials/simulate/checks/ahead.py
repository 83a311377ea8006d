"""S11: the next seven days come as they were shown, to the client and to their practitioner, held back or not."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from programme.people.person import Role
from programme.schedule.kinds import KINDS
from programme.schedule.plan import HELLO
from programme.schedule.prompt import Prompt, PromptState
from trials.rules.slots import instant
from trials.simulate.checks.silence import KINDLY, is_after_card, silent_days
from trials.simulate.life import A_MOMENT, TownLife, within
from trials.simulate.residents import Happening
from trials.simulate.town import Looked, Promise

WEEK = timedelta(days=7)
KNOWN = 2  # dates for which it is known what is held back; after that it is expected
PUT_OFF = timedelta(hours=36)  # within which what was put off returns
LAPSE, DONE = ("lapse", "tonight"), ("already done",)
# Rules of ours that hold something back.
RULES = frozenset({"cap", "card", "quiet", "another", HELLO, "quit_day", "soft"})
HARMLESS = frozenset(
    {
        Happening.ANSWER, Happening.ONE_TAP, Happening.NOT_TODAY, Happening.NUDGE, Happening.RATE_WORDS,
        Happening.RATE_AFTER, Happening.CRAVING,
        Happening.LOOK_AHEAD, Happening.TELL_PRACTITIONER, Happening.ASK_SUPPORTER, Happening.REMOVE_SUPPORTER,
        Happening.ENCOURAGE,
        Happening.BLOCK, Happening.UNBLOCK, Happening.READ_WEEKS, Happening.SESSION_NOTE, Happening.NOTE,
        Happening.BELIEF, Happening.PLAN,
    }
)  # fmt: skip
OUT_OF_REACH = frozenset({Happening.BLOCK, Happening.UNBLOCK})


def s11(life: TownLife) -> Iterator[str | None]:
    """What "the next seven days" showed comes at that very time, and nothing else, if nobody changes anything.

    What was said to be held back today and tomorrow is, and nothing else of those days. The closing words say the first
    line that comes.
    """
    due: dict[int, list[Prompt]] = defaultdict(list)
    for one in life.planned:
        due[one.person_id].append(one)
    for looked in life.truth.looked:
        until, known = _undisturbed(life, looked), _known(life, looked, due[looked.person_id])
        found = [one for one in due[looked.person_id] if looked.at < one.due_at <= until]
        came = [one for one in found if not looked.own or not _is_for(one, LAPSE)]
        shown = [one for one in found if not _is_unlisted(one) and _is_seen(looked, one)]
        promised = [one for one in looked.promised if one.until <= until]
        for line in promised:
            if not any(_keeps(one, line) for one in came):
                yield _says(looked, line.kind, line.since, "was promised and not due")
        for one in shown:
            lines = [line for line in looked.promised if _keeps(one, line)]
            if not lines:
                yield _says(looked, one.kind, one.due_at, "was due and not promised")
            elif one.due_at < min(until, known):
                yield _otherwise(life, looked, one, lines)
        yield _hello(looked)


def _hello(looked: Looked) -> str | None:
    """When we write next is the first of the lines that come to a client; of none in seven days it is later."""
    lines = [one.since for one in looked.promised if one.held is None and KINDS[one.kind].role is Role.CLIENT]
    first = min(lines, default=None)
    if not looked.own or looked.hello == first or (first is None and (looked.hello or looked.at) >= looked.at):
        return None
    return f"{looked.who} was told at {looked.at:%Y-%m-%d %H:%M} UTC: {looked.hello}, and {first} comes first"


def _keeps(one: Prompt, line: Promise) -> bool:
    return (one.kind, one.about_id) == (line.kind, line.about_id) and line.since <= one.due_at <= line.until


def _otherwise(life: TownLife, looked: Looked, one: Prompt, lines: Sequence[Promise]) -> str | None:
    """What our rules make of it is what was said. Who told of a lapse without its being kept tells nobody by that,
    nor who was shown a crisis card."""
    held = one.reason if one.opened_at is None and one.state is PromptState.SKIPPED and one.reason in RULES else None
    said = {line.held for line in lines}
    if held in said or one.state in (PromptState.MISSED_BY_US, PromptState.CANNOT_REACH, PromptState.PAUSED):
        return None
    if not looked.own and (held == HELLO or is_after_card(life, one.person_id, one.due_at)):
        return None
    return _says(looked, one.kind, one.due_at, f"is {held or 'said'}, and was shown as {said}")


def _is_seen(looked: Looked, one: Prompt) -> bool:
    """A practitioner sees nothing of what somebody has as a supporter, and no hello that is not theirs to know of."""
    return looked.own or (KINDS[one.kind].role is Role.CLIENT and one.kind != HELLO)


def _is_for(one: Prompt, reasons: tuple[str, ...]) -> bool:
    return one.opened_at is None and one.reason in reasons


def _is_unlisted(one: Prompt) -> bool:
    """A break, or the evening of a lapse, held it back; or it was done already."""
    paused = one.opened_at is None and one.state is PromptState.PAUSED
    return paused or _is_for(one, LAPSE) or _is_for(one, DONE)


def _says(looked: Looked, kind: str, at: datetime, what: str) -> str:
    return f"{looked.who} looked at {looked.at:%Y-%m-%d %H:%M} UTC: a {kind} at {at:%Y-%m-%d %H:%M} UTC {what}"


def _undisturbed(life: TownLife, looked: Looked) -> datetime:
    """Until when the person did nothing that changes what comes. What they did while we stood still, heard at its end,
    may change all of it."""
    began = {one.until: one.since for one in life.population.standstills}
    until = min(looked.at + WEEK, life.population.end - timedelta(microseconds=1))
    acts = life.about(looked.person_id)
    together = [did for did in acts if did.at <= looked.at <= did.at + A_MOMENT]
    if len(together) > 1 and any(did.what not in HARMLESS for did in together):
        return looked.at  # of one instant, and it is not kept which of them the look came after
    for did in acts:
        if did.what is Happening.LATER and within(looked.at, did.at, PUT_OFF):
            return looked.at  # it returns at a time of its own
        if looked.at <= did.at <= until and did.what not in HARMLESS:
            return max(looked.at, began.get(did.at, did.at) - A_MOMENT)
    return until


def _known(life: TownLife, looked: Looked, every: Sequence[Prompt]) -> datetime:
    """Until when it is known what is held back: today and tomorrow, unless we stand still, they are out of reach, or
    somebody looked at by somebody else, whom we take to go on as they do, falls silent or is back."""
    zone = life.zone(looked.person_id, looked.at)
    place = ZoneInfo(zone)
    today = looked.at.astimezone(place).date()
    end, midnight = (instant(today + timedelta(days=days), time(), place) or looked.at for days in (KNOWN, 1))
    ends = [one.since for one in life.population.standstills if one.until > looked.at]
    ends += [one.at for one in life.about(looked.person_id) if one.what in OUT_OF_REACH and one.at > looked.at]
    if not looked.own:  # who looks themselves is heard by that
        ends += [at for at in life.heard.get(looked.person_id, ()) if at > looked.at]
        before, then = (silent_days(life, looked.person_id, every, at) for at in (looked.at, midnight))
        ends += [midnight] if before < KINDLY <= then else []
    return min([end, *ends])
