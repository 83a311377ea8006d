"""S5, S6, S7, S8 and reminders: one question at a time, that ends by itself, and comes at no wrong moment."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime, timedelta
from itertools import pairwise

from programme.kinds import KINDS
from programme.prompt import Prompt, PromptState
from trials.simulate.life import Life, about_prompt, within
from trials.simulate.residents import What
from trials.simulate.truth import Arrived, Did

SOON = timedelta(minutes=1)
LATE_FOR = timedelta(hours=48)
LIVE = timedelta(minutes=5)  # between two taps of one conversation
CRISIS = timedelta(minutes=10)
LEAST_WAIT = timedelta(minutes=30)  # of a reminder, after its question
TOOK = frozenset({"next", "finished"})


def s5(life: Life) -> Iterator[str | None]:
    """Two expiries: unopened and part-done. It closes by itself, kindly, and can still be answered late, marked so."""
    for one in life.memory.prompts:
        if one.opened_at is not None and one.closes_at is not None:
            yield _open_for_too_long(life, one) or _badly_closed(life, one)
    for did in life.doings(What.ANSWER):
        answered = life.prompts.get(did.said["prompt"])
        if answered is not None and did.said["answers"] and did.said["took"] in TOOK:
            yield _late(life, answered, did)


def _open_for_too_long(life: Life, one: Prompt) -> str | None:
    assert one.closes_at is not None
    by = life.no_sooner(one.closes_at)
    if one.is_open and by < life.population.end:
        return f"prompt {one.id} of {life.who(one.person_id)} closes at {one.closes_at}, and is open at the end"
    closed = life.over.get(one.id)
    if one.state is PromptState.EXPIRED and closed != by:
        return f"prompt {one.id} closes at {one.closes_at}, and was closed at {closed}"
    return None


def _badly_closed(life: Life, one: Prompt) -> str | None:
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


def _by_hand(life: Life, one: Prompt) -> bool:
    """A nudge is done by saying so: there is nothing to answer."""
    return any(did.said.get("prompt") == one.id for did in life.did.get(one.person_id, ()) if did.what is What.NUDGE)


def _late(life: Life, one: Prompt, did: Did) -> str | None:
    """What was said while we stood still is heard before anything is closed: the question was open on their phone."""
    if one.closes_at is None or did.at < one.closes_at or one.closes_at < did.at == life.no_sooner(one.closes_at):
        return None
    if did.at > one.closes_at + LATE_FOR:
        return f"prompt {one.id} took an answer at {did.at}, more than two days after its close"
    return None if one.late else f"prompt {one.id} was answered at {did.at}, after its close, and is not marked late"


def s6(life: Life) -> Iterator[str | None]:
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


def _ended(life: Life, one: Prompt) -> datetime:
    ends = [at for at in (life.over.get(one.id), one.closes_at and life.no_sooner(one.closes_at)) if at is not None]
    return min([*ends, life.population.end])


def s7(life: Life) -> Iterator[str | None]:
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


def s8(life: Life) -> Iterator[str | None]:
    """Nothing comes in the middle of a form, nor on top of a crisis card."""
    for person_id, did in life.did.items():
        came = life.unasked_of.get(person_id, ())
        taps = [one for one in did if one.what in (What.ANSWER, What.ONE_TAP)]
        for before, after in pairwise(taps):
            going_on = before.said.get("prompt") == after.said.get("prompt") and before.said.get("took") == "next"
            if going_on and within(after.at, before.at, LIVE):
                between = [one for one in came if before.at < one.at < after.at]
                yield _interrupted(between, "a check-in")
        for danger in (one for one in did if one.what is What.DANGER):
            yield _interrupted([one for one in came if within(one.at, danger.at, CRISIS)], "a crisis card")


def _interrupted(between: list[Arrived], what: str) -> str | None:
    return (
        f"{between[0].shows} came to {between[0].who} at {between[0].at}, in the middle of {what}" if between else None
    )


def reminders(life: Life) -> Iterator[str | None]:
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
