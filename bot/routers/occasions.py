"""Where others smoke: an occasion is planned a part at a time, each of which can be left out."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import own, speak
from bot.screens.month import read_day, read_month
from bot.screens.occasion import ORDER, WHEN, WHO
from bot.screens.own_parts import read_pair
from bot.tap import Tap
from bot.visit import Visit
from care import occasions
from programme.occasion import HowWas, Part
from programme.people import Role

router = Router(name="occasions")
_CLIENT = Is(Role.CLIENT)
_PART = "occasion_part"  # what the next words are for


@router.callback_query(Does("occasion_ask"), _CLIENT)
async def ask(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Another occasion: who will be there?"""
    if await own.keeps(visit):
        await speak.ask(visit, "occasion", "occasions", {"view": "ask"})


@router.message(Awaits("occasion"))
async def typed(message: Message, visit: Visit) -> None:
    """Who will be there, or what it is; the day is asked next."""
    made = await occasions.plan_occasion(visit.tx, visit.person, message.text or "")
    if made is None:
        await own.refused(visit, message.text)
        return
    await own.taken(visit, message.text)
    await _next(visit, made, WHO, new=True)


@router.callback_query(Does("occasion"), _CLIENT)
async def opened(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """The plan as it stands; whose it is is looked up."""
    if await occasions.occasion_of(visit.tx, visit.person, tap.number or 0) is None:
        await own.gone(visit)
        return
    await speak.aside(visit)
    await speak.ask(visit, None, "occasion", subject_id=tap.number)


@router.callback_query(Does("occasion_part"), _CLIENT)
async def part(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One part of the plan is asked for, on its own."""
    if tap.arg in ORDER and await own.keeps(visit):
        await _show(visit, _of(visit), tap.arg)


@router.callback_query(Does("occasion_skip"), _CLIENT)
async def skip(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That part is left out."""
    if tap.arg in ORDER:
        await _next(visit, _of(visit), tap.arg)


@router.callback_query(Does("occasion_month"), _CLIENT)
async def month(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """A later day than the week's, in that month."""
    row = visit.screen
    if row is not None and row.name == "occasion" and read_month(tap.arg) is not None:
        await speak.answer(visit, "occasion", {**row.args, "month": tap.arg}, subject_id=row.subject_id)


@router.callback_query(Does("occasion_on", "occasion_day"), _CLIENT)
async def on_day(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """That day, of the week's or of a month's."""
    occasion_id, code = read_pair(tap.arg) if tap.do == "occasion_on" else (_of(visit), tap.arg)
    day = read_day(code)
    if day is None or not await occasions.set_day(visit.tx, visit.person, occasion_id, day):
        await own.gone(visit)
        return
    await _next(visit, occasion_id, WHEN)


@router.message(Awaits(_PART))
async def typed_part(message: Message, visit: Visit) -> None:
    """A part was typed."""
    row = await speak.asked(visit)
    of, which = (row.subject_id or 0, str(row.args.get("view", ""))) if row else (0, "")
    text = message.text or ""
    if which == WHO:
        done = await occasions.name_occasion(visit.tx, visit.person, of, text)
    else:
        known = which in set(Part)
        done = known and await occasions.write_part(visit.tx, visit.person, of, Part(which), text)
    if not done:
        await own.refused(visit, None)
        return
    taken = await own.taken(visit, message.text)
    await _next(visit, of, which, new=bool(taken and taken.args.get("new")))


@router.callback_query(Does("occasion_was"), _CLIENT)
async def was(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """How it was; or, without a word, that was a slip."""
    occasion_id, said = read_pair(tap.arg)
    how = HowWas(said) if said in set(HowWas) else None
    if not await occasions.tell_how(visit.tx, visit.person, occasion_id, how):
        await own.gone(visit)
        return
    await speak.aside(visit)
    await speak.ask(visit, None, "occasion", subject_id=occasion_id)


@router.callback_query(Does("occasion_drop", "occasion_back"), _CLIENT)
async def drop(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """It goes, with its plan; or stays after all."""
    occasion_id, back = tap.number or 0, tap.do == "occasion_back"
    done = await occasions.remove_occasion(visit.tx, visit.person, occasion_id, back=back)
    await speak.ask(visit, None, "occasions", {"off": occasion_id} if done and not back else None)


def _of(visit: Visit) -> int:
    """The occasion of the tapped screen; 0, which is nobody's, where it is about none."""
    row = visit.screen
    return row.subject_id or 0 if row is not None and row.name == "occasion" else 0


async def _next(visit: Visit, occasion_id: int, after: str, *, new: bool = False) -> None:
    """The next part of a plan that is being made; or the plan, where one part alone was asked for."""
    making = new or bool(visit.screen and visit.screen.args.get("new"))
    following = ORDER[ORDER.index(after) + 1 :][:1] if making else ()
    await _show(visit, occasion_id, *following, new=making)


async def _show(visit: Visit, occasion_id: int, view: str = "", *, new: bool = False) -> None:
    args = ({"view": view} if view else {}) | ({"new": 1} if new and view else {})
    await speak.ask(visit, _PART if view and view != WHEN else None, "occasion", args, subject_id=occasion_id)
