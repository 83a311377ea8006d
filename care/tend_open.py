"""Looking after what is open: one reminder, the return after "later", and a kind close."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from care import closing, days, say_many
from care.closing import Ending
from care.say_many import Ask
from db import people, prompts
from db.tx import Tx
from programme.course import Form
from programme.kinds import KINDS, REMINDER
from programme.prompt import CAP, QUIET, REMIND, RETURN, Pending, Prompt, PromptState, Step, prompt_key

CLAIM = 200


@dataclass(frozen=True, slots=True)
class Tended:
    """What a look at the open prompts did. `more`: something is left to do at once."""

    reminded: int = 0
    returned: int = 0
    closed: int = 0
    more: bool = False


async def tend_open(tx: Tx, *, limit: int = CLAIM) -> Tended:
    """Does the next step of at most `limit` prompts for which it has come.

    - One reminder, and none for somebody who has begun, put it off, or cannot be reached; it counts in the day's cap,
      and what was left out for that is noted in the decision (FIELD S10).
    - What was put off comes once more, as a new message below.
    - At its close a prompt is edited, silently, to a kind word. Unanswered is expired; begun is part; a question that
      never went out, or was put off and did not come back, was missed by us; and who cannot be reached was not silent.
      What asks nothing is done; the last word to somebody silent is one more day without an answer.
    - Answers that came late, and were not finished, end with the two days they may come in.
    - The number of statements does not grow with the number of prompts.
    """
    found = await prompts.due(tx, limit)
    if not found:
        return Tended()
    await people.lock(tx, found.values())
    claimed = await prompts.claim(tx, found.keys())
    steps = [(one, one.prompt.step_at(tx.now, reachable=one.reachable)) for one in claimed]
    closing_now = [one for one, step in steps if step is Step.CLOSE]
    reminding, left_out = await _with_room(tx, [one.prompt for one, step in steps if step is Step.REMIND])
    returning = [one.prompt for one, step in steps if step is Step.RETURN]
    waiting = [one.prompt for one, step in steps if step is None]
    await _close(tx, closing_now)
    await _remind(tx, reminding)
    await _return(tx, returning)
    await _note(tx, left_out)
    rest = [(one, one.reminded_at) for one in (*returning, *waiting, *left_out)]
    await prompts.leave_to_close(tx, [*rest, *((one, tx.now) for one in reminding)])
    return Tended(len(reminding), len(returning), len(closing_now), more=len(found) == limit)


async def _with_room(tx: Tx, reminding: Sequence[Prompt]) -> tuple[list[Prompt], list[Prompt]]:
    """Those for whose reminder the day has room, and those for whose it has none."""
    found = await days.of_people(tx, {one.person_id for one in reminding})
    fits = [found[one.person_id].has_room(None, one.local_date, tx.now) for one in reminding]
    chosen = list(zip(reminding, fits, strict=True))
    return [one for one, fit in chosen if fit], [one for one, fit in chosen if not fit]


async def _note(tx: Tx, left_out: Sequence[Prompt]) -> None:
    """That a reminder was left out is part of why their message is as it is."""
    held = {"what": REMINDER, "why": CAP}
    noted = [(one.id, {**one.decision, "held_back": [*one.decision.get("held_back", ()), held]}) for one in left_out]
    await prompts.decide_anew(tx, noted)


async def _remind(tx: Tx, reminding: Sequence[Prompt]) -> None:
    await say_many.show_prompts(tx, {one.id: _ask(one, REMINDER, REMIND) for one in reminding})


async def _return(tx: Tx, returning: Sequence[Prompt]) -> None:
    await say_many.retire_prompts(tx, {one.id: one.person_id for one in returning}, "newer")
    asks = {one.id: _ask(one, KINDS[one.kind].screen, f"{RETURN}{one.returns}") for one in returning}
    await say_many.show_prompts(tx, asks)


def _ask(prompt: Prompt, screen: str, what: str) -> Ask:
    assert prompt.closes_at is not None, "an open prompt has a close"
    return Ask(prompt.person_id, screen, prompt_key(prompt.id, what), prompt.closes_at)


async def _close(tx: Tx, closing_now: Sequence[Pending]) -> None:
    ids = {one.prompt.id: one.prompt.person_id for one in closing_now}
    unsent = await say_many.refresh_prompts(tx, ids, "closed")
    await closing.close_many(tx, [_ending(one, unsent) for one in closing_now])


def _ending(one: Pending, unsent: Collection[int]) -> Ending:
    prompt = one.prompt
    if not prompt.is_open:
        return Ending(prompt, prompt.state, "late is over")
    if prompt.answered_at:
        return Ending(prompt, PromptState.PART)
    if not one.reachable:
        return Ending(prompt, PromptState.CANNOT_REACH, "blocked")
    if prompt.id in unsent or prompt.next_step is Step.RETURN:
        return Ending(prompt, PromptState.MISSED_BY_US, "too late")
    if prompt.form == Form.LAST:
        return Ending(prompt, PromptState.SKIPPED, QUIET)
    return Ending(prompt, PromptState.EXPIRED if KINDS[prompt.kind].asks else PromptState.DONE)
