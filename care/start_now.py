"""A check-in that the person asks for themselves, at any time of the day or night."""

from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from care import closing, say, say_many
from care.answering import touch
from care.make_way import make_way
from db import events, prompts
from db.tx import Tx
from programme.course import WHOLE
from programme.day import ASKING
from programme.occurrence import DAY
from programme.people import Person
from programme.plan import CHECK_IN, WINDOW_MINUTES
from programme.prompt import ASK, NewPrompt, Prompt, PromptState, Step, prompt_key
from programme.quiet import is_quiet, quiet_start_after


class Started(StrEnum):
    """What a person who asks for a check-in gets."""

    NEW = "new"
    SHOWN = "shown"  # the open one, below
    LATE = "late"  # today's, which had closed
    DONE_TODAY = "done_today"


async def start_now(tx: Tx, person: Person) -> Started:
    """Show the person's open check-in below; or today's closed one, to be added late; or a new one.

    It takes the place of whatever else is asked just then: that is closed, and a new one's closing words lead back to
    what is still to be said (FIELD S6).

    Somebody who has done theirs today is told so, and nothing is shown: the one question of the morning, or of the
    hardest hour, is none of these. The caller lets in clients alone.
    """
    zone = person.zone or "UTC"
    today = tx.now.astimezone(ZoneInfo(zone)).date()
    recent = await prompts.of_person(tx, person.id, tx.now - 2 * DAY, kind=CHECK_IN)
    open_one = next((one for one in reversed(recent) if one.waits_at(tx.now)), None)
    todays = [one for one in recent if one.local_date == today and one.form in WHOLE]
    if open_one is not None:
        await _show_below(tx, open_one)
        return Started.SHOWN
    if any(one.state is PromptState.DONE for one in todays):
        return Started.DONE_TODAY
    closed = next((one for one in reversed(todays) if one.may_be_late(tx.now)), None)
    others = [one for one in await prompts.open_of(tx, person.id) if one.kind in ASKING]
    await make_way(tx, others, actor_id=person.id)
    if closed is not None:
        await _show_below(tx, closed)
        return Started.LATE
    await _begin(tx, person.id, zone)
    return Started.NEW


async def _show_below(tx: Tx, prompt: Prompt) -> None:
    await touch(tx, prompt, says_something=False)
    await say_many.retire_prompts(tx, {prompt.id: prompt.person_id}, "newer")
    await say.show(tx, prompt.person_id, "check_in", subject_id=prompt.id)


async def _begin(tx: Tx, person_id: int, zone: str) -> None:
    new = _new(tx.now, person_id, zone)
    prompt_id = await prompts.add(tx, new)
    await say.show(tx, person_id, "check_in", subject_id=prompt_id, key=prompt_key(prompt_id, ASK))
    await events.add_many(tx, [closing.happening(prompt_id, new, new.state, None, person_id)])


def _new(now: datetime, person_id: int, zone: str) -> NewPrompt:
    here = now.astimezone(ZoneInfo(zone))
    end = now + timedelta(minutes=WINDOW_MINUTES)
    closes_at = end if is_quiet(now, zone) else min(end, quiet_start_after(now, zone))
    window = [now.isoformat(), closes_at.isoformat()]
    decision = {"rule": "on demand", "asked_for": None, "zone": zone, "window": window, "chosen": "you asked"}
    return NewPrompt(
        plan_id=None,
        person_id=person_id,
        kind=CHECK_IN,
        local_date=here.date(),
        slot=here.strftime("%H:%M"),
        due_at=now,
        opened_at=now,
        closes_at=closes_at,
        next_at=closes_at,
        next_step=Step.CLOSE,
        state=PromptState.OPEN,
        reason=None,
        closed_at=None,
        plan_version=None,
        decision=decision | {"held_back": [], "told": []},
    )
