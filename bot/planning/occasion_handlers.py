"""Where others smoke, planned a part at a time; and what clients type by themselves."""

from datetime import date

from aiogram import Router
from aiogram.types import Message

from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.taps import A_MONTH
from bot.kit.visit import Awaits, Visit
from bot.people.taps import NOTE_FORGET, NOTE_PARK, NOTES, OWN_NOTE
from bot.planning.taps import (
    OCCASION,
    OCCASION_ASK,
    OCCASION_BACK,
    OCCASION_DAY,
    OCCASION_DROP,
    OCCASION_MONTH,
    OCCASION_ON,
    OCCASION_PART,
    OCCASION_SKIP,
    OCCASION_WAS,
    ORDER,
    WHEN,
    WHO,
)
from care.planning import occasions, worries
from programme.planning.occasions import HowWas, OccasionPart
from programme.practice.sessions import NEXT, Note

occasions_router = Router(name="occasions")
taps = Handlers()
_PART = "occasion_part"  # what the next words are for


@taps.on(OCCASION_ASK)
async def ask(visit: Visit) -> None:
    """Another occasion: who will be there?"""
    if await reply.can_keep(visit):
        await reply.ask(visit, "occasion", "occasions", {"view": "ask"})


@occasions_router.message(Awaits("occasion"))
async def typed(message: Message, visit: Visit) -> None:
    """Who will be there, or what it is; the day is asked next."""
    made = await occasions.plan_occasion(visit.tx, visit.person, message.text or "")
    if made is None:
        await reply.typed_refused(visit, message.text)
        return
    await reply.typed_taken(visit, message.text)
    await _next(visit, made, WHO, new=True)


@taps.on(OCCASION)
async def opened(visit: Visit, value: int) -> None:
    """The plan as it stands; whose it is is looked up."""
    if await occasions.occasion_of(visit.tx, visit.person, value) is None:
        await reply.not_there(visit)
        return
    await reply.detach(visit)
    await reply.ask(visit, None, "occasion", subject_id=value)


@taps.on(OCCASION_PART)
async def part(visit: Visit, value: str) -> None:
    """One part of the plan is asked for, on its own."""
    if await reply.can_keep(visit):
        await _show(visit, visit.subject, value)


@taps.on(OCCASION_SKIP)
async def skip(visit: Visit, value: str) -> None:
    """That part is left out."""
    await _next(visit, visit.subject, value)


@taps.on(OCCASION_MONTH)
async def month(visit: Visit, month: date) -> None:
    """A later day than the week's, in that month."""
    row = visit.tapped
    await reply.answer(visit, "occasion", {**row.args, "month": A_MONTH.write(month)}, subject_id=row.subject_id)


@taps.on(OCCASION_ON)
async def on_day(visit: Visit, value: tuple[int, date]) -> None:
    """That day of the week's."""
    await _set_day(visit, *value)


@taps.on(OCCASION_DAY)
async def on_day_of_month(visit: Visit, on: date) -> None:
    """That day of a month's."""
    await _set_day(visit, visit.subject, on)


async def _set_day(visit: Visit, occasion_id: int, on: date) -> None:
    if await occasions.set_day(visit.tx, visit.person, occasion_id, on):
        await _next(visit, occasion_id, WHEN)
    else:
        await reply.not_there(visit)


@occasions_router.message(Awaits(_PART))
async def typed_part(message: Message, visit: Visit) -> None:
    """A part was typed."""
    row = await reply.asked(visit)
    of, which = (row.subject_id or 0, str(row.args.get("view", ""))) if row else (0, "")
    text = message.text or ""
    if which == WHO:
        done = await occasions.name_occasion(visit.tx, visit.person, of, text)
    else:
        known = which in set(OccasionPart)
        done = known and await occasions.write_part(visit.tx, visit.person, of, OccasionPart(which), text)
    if not done:
        await reply.typed_refused(visit, None)
        return
    taken = await reply.typed_taken(visit, message.text)
    await _next(visit, of, which, new=bool(taken and taken.args.get("new")))


@taps.on(OCCASION_WAS)
async def was(visit: Visit, value: tuple[int, HowWas | None]) -> None:
    """How it was; or, without a word, that was a slip."""
    occasion_id, how = value
    if not await occasions.tell_how(visit.tx, visit.person, occasion_id, how):
        await reply.not_there(visit)
        return
    await reply.detach(visit)
    await reply.ask(visit, None, "occasion", subject_id=occasion_id)


@taps.on(OCCASION_DROP, OCCASION_BACK)
async def drop(visit: Visit, occasion_id: int) -> None:
    """It goes, with its plan; or stays after all."""
    back = visit.tap is OCCASION_BACK
    done = await occasions.remove_occasion(visit.tx, visit.person, occasion_id, back=back)
    await reply.ask(visit, None, "occasions", {"off": occasion_id} if done and not back else None)


async def _next(visit: Visit, occasion_id: int, after: str, *, new: bool = False) -> None:
    """The next part of a plan that is being made; or the plan, where only one part was asked for."""
    making = new or bool(visit.screen and visit.screen.args.get("new"))
    following = ORDER[ORDER.index(after) + 1 :][:1] if making else ()
    await _show(visit, occasion_id, *following, new=making)


async def _show(visit: Visit, occasion_id: int, view: str = "", *, new: bool = False) -> None:
    args = ({"view": view} if view else {}) | ({"new": 1} if new and view else {})
    await reply.ask(visit, _PART if view and view != WHEN else None, "occasion", args, subject_id=occasion_id)


async def keep(visit: Visit, text: str) -> None:
    """These words are kept for the client, and may go to a session; where answers are not kept, that is said."""
    kept = await worries.keep_note(visit.tx, visit.person, text)
    if kept is None:
        await reply.note(visit, "not-kept-words")
        return
    await reply.append(visit, "own_note", subject_id=kept)


@taps.on(NOTE_PARK)
async def park(visit: Visit) -> None:
    """With what they bring to the session, from where it can be shared."""
    if not await worries.park_note(visit.tx, visit.person, visit.subject):
        await reply.view(visit, "full")
        return
    await brought(visit)


async def brought(visit: Visit) -> None:
    """What they bring to the next session, and a button that shows it or takes it back."""
    await reply.answer(visit, "session_note", {"note": Note.BRING.value, "on": NEXT.isoformat()})


@taps.on(NOTE_FORGET)
async def forget(visit: Visit) -> None:
    """It goes."""
    await worries.forget_note(visit.tx, visit.person, visit.subject)
    await reply.view(visit)


@taps.on(NOTES)
async def every(visit: Visit, page: int | None) -> None:
    """All of them, a page at a time."""
    await reply.answer(visit, "notes", None if page is None else {"page": page})


@taps.on(OWN_NOTE)
async def one(visit: Visit, value: int) -> None:
    """One of them."""
    await reply.answer(visit, "own_note", {"view": "kept"}, subject_id=value)
