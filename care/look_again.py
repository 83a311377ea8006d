"""One more look before something unasked goes out, and what is recorded when it does not."""

from datetime import datetime, timedelta

from care import closing, errata, handed_over, looking_back, passing_on, say_many
from care.closing import Ending
from care.make_way import make_way
from care.peace import engaged_until
from care.verdict import NotYet, Unwanted, Verdict, Wanted
from db import evenings, outbox, people, prompts
from db.outbox import OutboxRow, OutboxState
from db.tx import Tx
from programme.day import ASKING
from programme.due import GIVES_WAY
from programme.engaged import AT_IT
from programme.prompt import ASK, REMIND, REMIND_AFTER, RETURN, Look, PromptState, of_key, prompt_key
from programme.quiet import is_quiet, quiet_end_after
from programme.smoking import LAPSE, TONIGHT, peace_at

__all__ = ["NotYet", "Unwanted", "Verdict", "Wanted", "look_again", "not_sent"]

LONGEST_EVENING = timedelta(days=2)  # from a lapse to the end of its night
_ARRIVED = (OutboxState.DELIVERED, OutboxState.UNCERTAIN)
_OVER = {
    PromptState.REPLACED: "newer",
    PromptState.EXPIRED: "closed",
    PromptState.CANCELLED: "ended",
    PromptState.PAUSED: "ended",
}
_SETTLED = {"newer", "closed", "ended", "answered"}  # somebody else has recorded what became of the prompt


async def look_again(tx: Tx, row: OutboxRow) -> Verdict:
    """Whether a prompt is still wanted at the moment of sending.

    - Nothing goes to somebody who left, took back their yes, or cannot be reached; and nothing of a plan in a pause.
    - No question goes out that is over, and no reminder to somebody who has begun; and none on an evening that is left
      in peace since it was put down.
    - Nothing new goes out at night; what would be too late in the morning does not go at all (FIELD S4, S13).
    - Words between a supporter and a client: see care.passing_on. The look-back: see care.looking_back. That we were
      wrong: see care.errata. That somebody else is there now: see care.handed_over.
    - A reminder follows its question by half an hour at the least, and never comes alone.
    - Nobody is interrupted in the middle of something: it waits until that is over, or until it is too late (FIELD S8).
      An older question that they were at meanwhile is closed before a new one comes.
    """
    key = of_key(row.key)
    if row.verb == "send" and key is None:
        verdict = await _of_no_prompt(tx, row)
        return _wait(row, verdict.until) if isinstance(verdict, NotYet) else verdict
    if row.verb != "send" or key is None:
        return Wanted()  # a silent change of what is there, or no prompt's
    seen = await prompts.look(tx, key[0])
    if seen is None:
        return Unwanted("gone")
    reason = _why_not(tx.now, row, key[1], seen) or await _in_peace(tx, seen)
    if reason is not None:
        return Unwanted(reason)
    if is_quiet(tx.now, seen.zone):
        return _wait(row, quiet_end_after(tx.now, seen.zone))
    engaged = await engaged_until(tx, row.person_id, seen.heard_at, seen.awaiting, seen.prompt.id)
    if engaged is not None:
        return _wait(row, engaged)
    if key[1] == REMIND:
        return await _after_its_question(tx, row, key[0])
    await _make_way(tx, seen)
    return Wanted()


async def _of_no_prompt(tx: Tx, row: OutboxRow) -> Verdict:
    if (passed := passing_on.of_key(row.key)) is not None:
        verdict = await passing_on.look(tx, passed)
        if verdict != Wanted():
            return verdict
        engaged = await engaged_until(tx, row.person_id, *await people.heard_at(tx, row.person_id))
        return NotYet(engaged) if engaged else verdict
    if (smoked_id := looking_back.of_key(row.key)) is not None:
        return await looking_back.look(tx, smoked_id, row.person_id)
    if (erratum_id := errata.of_key(row.key)) is not None:
        return await errata.look(tx, erratum_id, row.person_id)
    return await handed_over.look(tx, row.person_id) if handed_over.is_key(row.key) else Wanted()


async def _make_way(tx: Tx, seen: Look) -> None:
    """What they were answering when this one came due, and left, is over now that it comes."""
    new = seen.prompt
    asks = new.kind in ASKING and new.opened_at is not None and seen.heard_at is not None
    if not asks or new.opened_at - seen.heard_at > AT_IT:  # type: ignore[operator]  # both are there
        return
    found = [one for one in await prompts.open_of(tx, new.person_id) if one.id < new.id and one.kind in ASKING]
    await make_way(tx, found)


def _why_not(now: datetime, row: OutboxRow, what: str, seen: Look) -> str | None:
    if not seen.wanted:
        return "withdrawn"
    if not seen.reachable:
        return "blocked"
    if not seen.prompt.is_open:
        return _OVER.get(seen.prompt.state, "answered")
    if seen.pause is not None and seen.pause.covers(now):
        return "paused"
    if what == REMIND and seen.prompt.seen_at is not None:
        return "answered"
    return "too late" if row.not_after is not None and row.not_after <= now else None


async def _in_peace(tx: Tx, seen: Look) -> str | None:
    """Why nothing is asked just now, where they told of a lapse, or left smoking for tonight, since it was put down."""
    if seen.prompt.kind not in GIVES_WAY or seen.prompt.plan_id is None:
        return None
    found = await evenings.of_people(tx, [seen.prompt.person_id], tx.now - LONGEST_EVENING)
    return peace_at(tx.now, found.get(seen.prompt.person_id, []), seen.zone)


async def _after_its_question(tx: Tx, row: OutboxRow, prompt_id: int) -> Verdict:
    ask = await outbox.of_key(tx, prompt_key(prompt_id, ASK))
    if ask is None or ask.state not in (*_ARRIVED, OutboxState.WAITING, OutboxState.SENDING):
        return Unwanted("not asked")
    soonest = (ask.ended_at if ask.state in _ARRIVED and ask.ended_at else tx.now) + REMIND_AFTER
    return Wanted() if soonest <= tx.now else _wait(row, soonest)


def _wait(row: OutboxRow, until: datetime) -> NotYet | Unwanted:
    return NotYet(until) if row.not_after is None or until < row.not_after else Unwanted("too late")


async def not_sent(tx: Tx, row: OutboxRow, reason: str) -> None:
    """That row was given up. A question that so never came is recorded as missed by us, or as "cannot reach"; never as
    the person's silence. Where it was given up because the prompt is over, nothing changes, but where it closed while
    we were at it and surely did not get through."""
    key, closed = of_key(row.key), reason == "closed" and not row.ambiguous
    is_settled = reason in _SETTLED and not closed
    if key is None or row.verb != "send" or is_settled or not key[1].startswith((ASK, RETURN)):
        return
    prompt = await prompts.get(tx, key[0])
    silent = (PromptState.EXPIRED,) if closed else (PromptState.OPEN, PromptState.EXPIRED)
    if prompt is None or prompt.state not in silent or prompt.answered_at:
        return
    await say_many.refresh_prompts(tx, {prompt.id: prompt.person_id}, "closed")
    why = "too late" if closed else reason
    await closing.close_many(tx, [Ending(prompt, _unsent(why), why)])


def _unsent(reason: str) -> PromptState:
    if reason in ("withdrawn", "gone"):
        return PromptState.CANCELLED
    if reason == "paused":
        return PromptState.PAUSED
    if reason in (LAPSE, TONIGHT):
        return PromptState.SKIPPED
    return PromptState.CANNOT_REACH if reason == "blocked" else PromptState.MISSED_BY_US
