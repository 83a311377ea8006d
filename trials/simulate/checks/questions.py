"""S5 to S8, reminders, cards and stress follow-ups: one question at a time, at no wrong moment."""

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator
from datetime import date, datetime, timedelta
from itertools import pairwise

from programme.check_in.answers import DayInOneTap, Mood
from programme.check_in.closing_card import ALSO_HARD, ALSO_LOW, Card
from programme.event import AnyEvent
from programme.schedule.kinds import KINDS
from programme.schedule.prompt import Prompt, PromptState
from trials.simulate.life import TownLife, about_prompt, within
from trials.simulate.residents import Happening
from trials.simulate.town import Arrived, Did

SOON = timedelta(minutes=1)
LATE_FOR = timedelta(hours=48)
LIVE = timedelta(minutes=5)  # between two taps of one conversation
CRISIS = timedelta(minutes=10)
LEAST_WAIT = timedelta(minutes=30)  # of a reminder, after its question
TOOK = frozenset({"next", "finished"})


def s5(life: TownLife) -> Iterator[str | None]:
    """Two expiries: unopened and part-done. It closes by itself, kindly, and can still be answered late, marked so."""
    for one in life.memory.prompts:
        if one.opened_at is not None and one.closes_at is not None:
            yield _open_for_too_long(life, one) or _badly_closed(life, one)
    for did in life.doings(Happening.ANSWER):
        answered = life.prompts.get(did.said["prompt"])
        if answered is not None and did.said["answers"] and did.said["took"] in TOOK:
            yield _late(life, answered, did)


def _open_for_too_long(life: TownLife, one: Prompt) -> str | None:
    assert one.closes_at is not None
    by = life.no_sooner(one.closes_at)
    if one.is_open and by < life.population.end:
        return f"prompt {one.id} of {life.who(one.person_id)} closes at {one.closes_at}, and is open at the end"
    closed = life.over.get(one.id)
    if one.state is PromptState.EXPIRED and closed != by:
        return f"prompt {one.id} closes at {one.closes_at}, and was closed at {closed}"
    return None


def _badly_closed(life: TownLife, one: Prompt) -> str | None:
    if one.state is PromptState.EXPIRED and one.answered_at is not None and not one.late:
        return f"prompt {one.id} was answered, and counts as silence"
    if one.state in (PromptState.PART, PromptState.DONE) and one.answered_at is None and KINDS[one.kind].asks:
        return None if _by_hand(life, one) else f"prompt {one.id} is {one.state}, and nobody answered it"
    if one.state is not PromptState.EXPIRED or one.id not in life.asks or not KINDS[one.kind].edited:
        return None
    closed = life.over.get(one.id)  # a late answer ends it a second time, and takes no word of the first back
    if closed is None or any(since <= closed <= until for since, until, _ in life.away.get(one.person_id, ())):
        return None
    told = any(closed <= at <= closed + SOON for at in life.changes.get(one.id, ()))
    return None if told else f"prompt {one.id} closed at {closed}, and its message does not say so"


def _by_hand(life: TownLife, one: Prompt) -> bool:
    """A nudge is done by saying so: there is nothing to answer."""
    return any(
        did.said.get("prompt") == one.id for did in life.did.get(one.person_id, ()) if did.what is Happening.NUDGE
    )


def _late(life: TownLife, one: Prompt, did: Did) -> str | None:
    """What was said while we stood still is heard before anything is closed: the question was open on their phone."""
    if one.closes_at is None or did.at < one.closes_at or one.closes_at < did.at == life.no_sooner(one.closes_at):
        return None
    if did.at > one.closes_at + LATE_FOR:
        return f"prompt {one.id} took an answer at {did.at}, more than two days after its close"
    return None if one.late else f"prompt {one.id} was answered at {did.at}, after its close, and is not marked late"


def s6(life: TownLife) -> Iterator[str | None]:
    """A new question takes the place of an unanswered one, whatever its kind: at most one is outstanding on a phone."""
    asked: dict[tuple[int, int | None], list[tuple[datetime, Prompt]]] = defaultdict(list)
    for one in life.memory.prompts:
        if one.id in life.asks and KINDS[one.kind].asks:
            asked[one.person_id, one.about_id].append((life.asks[one.id].at, one))
    for found in asked.values():
        open_: list[Prompt] = []
        for at, after in sorted(found, key=lambda each: (each[0], each[1].id)):
            open_ = [one for one in open_ if at < _ended(life, one)]
            who = life.who(after.person_id)
            yield f"prompts {open_[0].id} and {after.id} of {who} were open at once, at {at}" if open_ else None
            open_.append(after)


def _ended(life: TownLife, one: Prompt) -> datetime:
    ends = [at for at in (life.over.get(one.id), one.closes_at and life.no_sooner(one.closes_at)) if at is not None]
    return min([*ends, life.population.end])


def s7(life: TownLife) -> Iterator[str | None]:
    """What somebody has done by themselves within the window is not asked."""
    own: dict[tuple[int, str], list[Prompt]] = defaultdict(list)
    for one in life.memory.prompts:
        if one.plan_id is None and one.answered_at is not None:
            own[one.person_id, one.kind].append(one)
    for one in life.planned:
        window = timedelta(minutes=life.rule_of(one).get("window_minutes", 0))
        done = [mine for mine in own[one.person_id, one.kind] if one.due_at - window <= _answered(mine) < one.due_at]
        if done:
            wrong = one.opened_at is not None
            yield (
                f"prompt {one.id} was asked, and {life.who(one.person_id)} had done {done[0].id} by then"
                if wrong
                else None
            )


def _answered(one: Prompt) -> datetime:
    assert one.answered_at is not None
    return one.answered_at


def s8(life: TownLife) -> Iterator[str | None]:
    """Nothing comes in the middle of a form, nor on top of a crisis card."""
    for person_id, did in life.did.items():
        came = life.unasked_of.get(person_id, ())
        taps = [one for one in did if one.what in (Happening.ANSWER, Happening.ONE_TAP)]
        for before, after in pairwise(taps):
            going_on = before.said.get("prompt") == after.said.get("prompt") and before.said.get("took") == "next"
            if going_on and within(after.at, before.at, LIVE):
                between = [one for one in came if before.at < one.at < after.at]
                yield _interrupted(between, "a check-in")
        for danger in (one for one in did if one.what is Happening.DANGER):
            yield _interrupted([one for one in came if within(one.at, danger.at, CRISIS)], "a crisis card")


def _interrupted(between: list[Arrived], what: str) -> str | None:
    return (
        f"{between[0].shows} came to {between[0].who} at {between[0].at}, in the middle of {what}" if between else None
    )


def reminders(life: TownLife) -> Iterator[str | None]:
    """One reminder, half an hour after its question at the soonest, and none to somebody who has begun."""
    seen: set[int] = set()
    begun: dict[int, datetime] = {}
    for did in life.truth.did:
        if "prompt" in did.said:
            begun.setdefault(did.said["prompt"], did.at)
    for sent in life.unasked:
        about = about_prompt(sent.key)
        if about is None or about[1] != "remind":
            continue
        ask = life.asks.get(about[0])
        wrong = about[0] in seen or ask is None or sent.at < ask.at + LEAST_WAIT
        seen.add(about[0])
        wrong = wrong or (about[0] in begun and begun[about[0]] < sent.at)
        yield f"the reminder of prompt {about[0]} came to {sent.who} at {sent.at}, and was not to" if wrong else None


_ALSO = {Mood.VERY_LOW.value: ALSO_LOW, Mood.LOW.value: ALSO_LOW, DayInOneTap.HARD.value: ALSO_HARD}
_ANY = frozenset(Card)
# About each number once, for ever.
_ONCE = frozenset({Card.PREPARE.value, Card.EFFORT.value, Card.USUAL.value, Card.SAME_DAY.value})


def cards(life: TownLife) -> Iterator[str | None]:
    """Each card that was told, beside what was told before it and what was answered."""
    also: dict[int, Collection[Card]] = {}
    rode: set[int] = set()
    known: set[tuple[int | None, str, int]] = set()
    for one in life.memory.events:
        if _is_hard(one):
            also[one.data["prompt_id"]] = _ALSO[one.data["value"]]
        if one.kind != "CardTold":
            continue
        prompt_id, card, about = one.data["prompt_id"], one.data["card"], one.data["about"]
        who = life.who(one.person_id or 0)
        if prompt_id in rode:
            yield f"check-in {prompt_id} of {who} carried two cards"
        elif card not in also.get(prompt_id, _ANY):
            yield f"check-in {prompt_id} of {who} carried {card} on a hard day"
        elif card in _ONCE and (one.person_id, card, about) in known:
            yield f"{who} was told {card} about {about} twice"
        else:
            yield None
        rode.add(prompt_id)
        known.add((one.person_id, card, about))


def _is_hard(event: AnyEvent) -> bool:
    """Whether they answered so: known where answers are kept."""
    return event.kind == "CheckInAnswered" and event.data.get("value") in _ALSO


SOONEST, LATEST = timedelta(minutes=40), timedelta(minutes=90)
MOST = 3  # a day
_KEY = re.compile(r"s(\d+):look@\d+")


def look_backs(life: TownLife) -> Iterator[str | None]:
    """Each comes once, forty to ninety minutes after its cigarette was told of, which was no lapse; three a day."""
    told = [
        did for did in life.doings(Happening.WRITE_DOWN) if did.said["cigarette"] is not None and not did.said["lapse"]
    ]
    days: Counter[tuple[int, date]] = Counter()
    seen: set[str] = set()
    for sent in life.sends:
        found = _KEY.fullmatch(sent.key or "")
        if found is None:
            continue
        theirs = [did.at for did in told if (did.person_id, did.said["cigarette"]) == (sent.person_id, int(found[1]))]
        wrong = found[0] in seen or not any(SOONEST <= sent.at - at <= LATEST for at in theirs)
        seen.add(found[0])
        days[sent.person_id, life.local_date(sent.person_id, sent.at)] += 1
        yield f"{sent.key} came to {sent.who} at {sent.at}, and was not to" if wrong else None
    yield from (f"{life.who(one)} was looked back at {n} times on {day}" for (one, day), n in days.items() if n > MOST)
