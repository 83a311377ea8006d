"""What comes, each line of it, and a break from it: /next and /pause."""

from collections.abc import Mapping
from datetime import date, time
from typing import Any

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits, Is
from bot.routers import speak
from bot.routers.clocks import one_of
from bot.screens.pause import BACK
from bot.taps.schedule import (
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
from bot.visit import Visit
from care import pause as pausing
from care.ahead_of import coming_asked
from care.change_slot import bring_back, move_slot, skip_slot
from care.coming import Which
from db import pauses
from db.screens import ScreenRow
from programme.moving import Refused
from programme.pause import Length, What
from programme.people import Role
from programme.times import NoTime, parse_time

router = Router(name="ahead")
taps = Handlers()
AWAITED = "slot_time"


@router.message(Command("next", ignore_mention=True))
async def next_(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/next: the seven days to come."""
    await speak.below(visit, "next")


@taps.on(CLIENT_NEXT)
async def next_of_client(visit: Visit) -> None:
    """The same of a client, for their practitioner; whether it may be seen is looked up when it is shown."""
    row = visit.tapped
    if row.subject_id is not None:
        await coming_asked(visit.tx, visit.person, row.subject_id)
        await speak.answer(visit, "next", subject_id=row.subject_id)


@taps.on(SLOT)
async def open_slot(visit: Visit, value: Which) -> None:
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
async def have_back(visit: Visit, which: Which) -> None:
    """What somebody else changed comes as it was planned; told in a check-in's closing words."""
    await bring_back(visit.tx, visit.person, which)
    await speak.view(visit)


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
    row = await speak.asked(visit)
    which, read = _which(row), parse_time(message.text or "")
    if row is None or which is None or isinstance(read, NoTime):
        await speak.note(visit, "time-outside" if read is NoTime.AT_NIGHT else "not-a-time")
        return
    to = one_of(read, time.fromisoformat(which.slot))
    refused = await move_slot(visit.tx, visit.person, which, to, of=row.subject_id)
    await speak.taken(visit)
    await _shown(visit, refused, row)


async def _shown(visit: Visit, refused: Refused | None, row: ScreenRow) -> None:
    """The whole list once it is so; the line it is about where it was refused, and why."""
    if refused is None:
        await _list(visit, None, {}, row)
    else:
        moves = row.args.get("view") == "move"
        await _list(visit, AWAITED if moves else None, {**row.args, "refused": refused.value}, row)


async def _list(visit: Visit, awaited: str | None, args: Mapping[str, Any], row: ScreenRow | None) -> None:
    await speak.ask(visit, awaited, "next", args, subject_id=row.subject_id if row else None)


def _listed(row: ScreenRow | None) -> bool:
    """Whether that is the list: of the person themselves, or of their client."""
    return row is not None and row.name == "next"


def _which(row: ScreenRow | None) -> Which | None:
    return read_slot(str(row.args.get("slot", ""))) if row is not None and _listed(row) else None


@router.message(Command("pause", ignore_mention=True), Is(Role.CLIENT))
async def ask(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/pause: how long, or how the break stands."""
    await speak.below(visit, "pause")


@router.message(Command("pause", ignore_mention=True))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/pause of somebody to whom nothing comes by itself."""
    await speak.note(visit, "not-joined")


@taps.on(PAUSE)
async def pause(visit: Visit, value: Length) -> None:
    """The break begins, or becomes longer or shorter."""
    await pausing.pause(visit.tx, visit.person, value, await _what(visit))
    await speak.answer(visit, "pause")


@taps.on(PAUSE_WHAT)
async def pause_what(visit: Visit, value: What) -> None:
    """What to pause; nothing has changed before it is said for how long."""
    await speak.answer(visit, "pause", {**visit.tapped.args, "what": value})


@taps.on(PAUSE_DAY)
async def pause_day(visit: Visit, day: date) -> None:
    """The break goes on until that day."""
    if await pausing.pause(visit.tx, visit.person, day, await _what(visit)) is None:
        visit.toast = "toast-old"
        return
    await speak.answer(visit, "pause")


async def _what(visit: Visit) -> What:
    """What was picked; without that, what the pause that holds is of: longer or shorter changes no more than that."""
    picked = visit.tapped.args.get("what")
    held = (await pauses.running(visit.tx, [visit.person.id])).get(visit.person.id)
    return What(picked) if picked else held.what if held else What.ALL


@taps.on(BACK_NOW)
async def back_now(visit: Visit) -> None:
    """They are back before it is over."""
    came = await pausing.come_back(visit.tx, visit.person)
    await speak.answer(visit, "pause", {"view": BACK} if came else None)
