"""What comes, each line of it, and a break from it: /next and /pause."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.calendar import one_of
from bot.kit.visit import Awaits, Is, Visit
from bot.schedule.breaks import BACK
from bot.schedule.taps import (
    BACK_NOW,
    CLIENT_NEXT,
    PAUSE,
    PAUSE_DAY,
    PAUSE_WHAT,
    SLOT,
    SLOT_AT,
    SLOT_BACK,
    SLOT_CLOSE,
    SLOT_MOVE,
    SLOT_SKIP,
    SLOT_UNDO,
    read_slot,
    slot_code,
)
from care.schedule import pause as pausing
from care.schedule.change_slot import bring_back, move_slot, skip_slot
from care.schedule.upcoming import PlanSlot, coming_asked
from db.delivery.screens import ScreenRow
from programme.people.person import Role
from programme.schedule.course import SlotRefusal
from programme.schedule.pause import Length, PauseScope
from programme.schedule.typed import NoTime, parse_time

router = Router(name="ahead")
taps = Handlers()
AWAITED = "slot_time"


@router.message(Command("next", ignore_mention=True))
async def next_(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/next: the seven days to come."""
    await reply.append(visit, "next")


@taps.on(CLIENT_NEXT)
async def next_of_client(visit: Visit) -> None:
    """The same of a client, for their practitioner; whether it may be seen is looked up when it is shown."""
    row = visit.tapped
    if row.subject_id is not None:
        await coming_asked(visit.tx, visit.person, row.subject_id)
        await reply.answer(visit, "next", subject_id=row.subject_id)


@taps.on(SLOT)
async def open_slot(visit: Visit, value: PlanSlot) -> None:
    """One line is opened: what of it may be seen and changed is looked up when it is shown, and when it is done."""
    await _list(visit, None, {"slot": slot_code(value)}, visit.tapped)


@taps.on(SLOT_MOVE)
async def ask_when(visit: Visit) -> None:
    """To when is it to be moved? A time may be typed too."""
    if _which(visit.tapped) is not None:
        await _list(visit, AWAITED, {"slot": visit.tapped.args["slot"], "view": "move"}, visit.tapped)


@taps.on(SLOT_CLOSE)
async def close_slot(visit: Visit) -> None:
    """Back to the whole list."""
    await _list(visit, None, {}, visit.tapped)


@taps.on(SLOT_SKIP, SLOT_BACK)
async def change_slot(visit: Visit) -> None:
    """It is left out this once, or comes as it was planned."""
    row, change = visit.tapped, skip_slot if visit.tap is SLOT_SKIP else bring_back
    if (which := _which(row)) is not None:
        refused = await change(visit.tx, visit.person, which, of=row.subject_id)
        await _shown(visit, refused, row)


@taps.on(SLOT_UNDO)
async def have_back(visit: Visit, which: PlanSlot) -> None:
    """What somebody else changed comes as it was planned; told in a check-in's closing words."""
    await bring_back(visit.tx, visit.person, which)
    await reply.view(visit)


@taps.on(SLOT_AT)
async def move_tapped(visit: Visit, to: time) -> None:
    """It is moved to one of the times on the buttons."""
    row = visit.tapped
    if (which := _which(row)) is not None:
        refused = await move_slot(visit.tx, visit.person, which, to, of=row.subject_id)
        await _shown(visit, refused, row)


@router.message(Awaits(AWAITED))
async def move_typed(message: Message, visit: Visit) -> None:
    """It is moved to a time that was typed; of two readings the one nearer to when it was planned is meant."""
    row = await reply.asked(visit)
    which, read = _which(row), parse_time(message.text or "")
    if row is None or which is None or isinstance(read, NoTime):
        await reply.note(visit, "time-outside" if read is NoTime.AT_NIGHT else "not-a-time")
        return
    to = one_of(read, time.fromisoformat(which.slot))
    refused = await move_slot(visit.tx, visit.person, which, to, of=row.subject_id)
    await reply.taken(visit)
    await _shown(visit, refused, row)


async def _shown(visit: Visit, refused: SlotRefusal | None, row: ScreenRow) -> None:
    """The whole list once it is so; the line it is about where it was refused, and why."""
    if refused is None:
        await _list(visit, None, {}, row)
    else:
        moves = row.args.get("view") == "move"
        await _list(visit, AWAITED if moves else None, {**row.args, "refused": refused.value}, row)


async def _list(visit: Visit, awaited: str | None, args: Mapping[str, Any], row: ScreenRow | None) -> None:
    await reply.ask(visit, awaited, "next", args, subject_id=row.subject_id if row else None)


def _listed(row: ScreenRow | None) -> bool:
    """Whether that is the list: of the person themselves, or of their client."""
    return row is not None and row.name == "next"


def _which(row: ScreenRow | None) -> PlanSlot | None:
    return read_slot(str(row.args.get("slot", ""))) if row is not None and _listed(row) else None


@router.message(Command("pause", ignore_mention=True), Is(Role.CLIENT))
async def ask(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/pause: how long, or how the break stands."""
    await reply.append(visit, "pause")


@router.message(Command("pause", ignore_mention=True))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/pause of somebody to whom nothing comes by itself."""
    await reply.note(visit, "not-joined")


@taps.on(PAUSE)
async def pause(visit: Visit, value: Length) -> None:
    """The break begins, or becomes longer or shorter."""
    await pausing.pause(visit.tx, visit.person, value, await _what(visit))
    await reply.answer(visit, "pause")


@taps.on(PAUSE_WHAT)
async def pause_what(visit: Visit, value: PauseScope) -> None:
    """What to pause; nothing has changed before it is said for how long."""
    await reply.answer(visit, "pause", {**visit.tapped.args, "what": value})


@taps.on(PAUSE_DAY)
async def pause_day(visit: Visit, day: date) -> None:
    """The break goes on until that day."""
    if await pausing.pause(visit.tx, visit.person, day, await _what(visit)) is None:
        visit.toast = "toast-old"
        return
    await reply.answer(visit, "pause")


async def _what(visit: Visit) -> PauseScope:
    """What was picked; without that, what the pause that holds is of: longer or shorter changes no more than that."""
    picked = visit.tapped.args.get("what")
    held = await pausing.pause_of(visit.tx, visit.person)
    return PauseScope(picked) if picked else held.what if held else PauseScope.ALL


@taps.on(BACK_NOW)
async def back_now(visit: Visit) -> None:
    """They are back before it is over."""
    came = await pausing.come_back(visit.tx, visit.person)
    await reply.answer(visit, "pause", {"view": BACK} if came else None)
