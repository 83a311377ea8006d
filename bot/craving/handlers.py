"""A craving of a client: how strong, what is going on, what is tried, how strong then. Unrated it is for everyone."""

from aiogram import Router
from aiogram.types import Message

from bot.craving.taps import (
    CRAVING_BACK,
    CRAVING_GO_ON,
    CRAVING_KEEP,
    CRAVING_MOMENT,
    MORNING_RATE,
    RATE,
    RATE_AFTER,
    RATE_NOW,
    TRY,
    TRY_IDEA,
    TRY_NEW,
    TRY_OWN,
)
from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.visit import Awaits, Visit
from care import craving, toolkit
from care.delivery import say
from programme.check_in.answers import HardMoment
from programme.craving import MEANS_CODES, CravingMeans
from programme.toolkit.items import STRATEGIES

router = Router(name="craving")
taps = Handlers()
_KEPT = ("back", "craving", "on")  # args that stay from screen to screen
_UNRATED = {"view": "skip"}
_OWN = "own_now"  # what the next words are for


@taps.on(RATE, MORNING_RATE)
async def rate(visit: Visit, strength: int) -> None:
    """How strong it is; tapped twice on one screen, it is one craving.

    On the morning of the quit date the rest stands below, as that stays to be read, with what else it asks.
    """
    if "rated" in _args(visit):
        return
    known = _known(visit) or None
    craving_id = await craving.rate_craving(visit.tx, visit.person, strength, known)
    args = {name: value for name, value in _args(visit).items() if name == "back"} | {"craving": craving_id}
    if visit.tap is RATE:
        await reply.answer(visit, "craving", args)
        return
    row = visit.tapped
    await reply.append(visit, "craving", args | {"on": 1})
    await say.become(visit.tx, row.id, row.name, {**row.args, "rated": 1}, subject_id=row.subject_id)


@taps.on(CRAVING_MOMENT)
async def moment(visit: Visit, value: HardMoment | None) -> None:
    """What is going on, or that they would rather not say."""
    if value is not None:
        await craving.say_moment(visit.tx, visit.person, _known(visit), value)
    await reply.answer(visit, "craving", _going_on(visit) | {"on": 1})


@taps.on(TRY)
async def try_common(visit: Visit, tried: CravingMeans) -> None:
    """What everybody has; once rated, they are asked in ten minutes how it is."""
    await _try(visit, tried)


@taps.on(TRY_OWN)
async def try_own(visit: Visit, value: int) -> None:
    """One of their own."""
    item = await toolkit.item_of(visit.tx, visit.person, value)
    if item is not None:
        await _try(visit, CravingMeans.OWN, item.id, item.code)


@taps.on(TRY_IDEA)
async def try_idea(visit: Visit, code: str) -> None:
    """One of the catalogue; some of them are done together."""
    together = STRATEGIES.get(code)
    await _try(visit, CravingMeans(together) if together else CravingMeans.IDEA, code=code)


@taps.on(TRY_NEW)
async def ask_new(visit: Visit) -> None:
    """Asks for an idea of their own, where it can be kept."""
    if await toolkit.keeps_words(visit.tx, visit.person):
        await reply.ask(visit, _OWN, "craving", _going_on(visit) | {"view": "own_ask"})
    else:
        await reply.note(visit, "not-kept")


@router.message(Awaits(_OWN))
async def typed_new(message: Message, visit: Visit) -> None:
    """It was typed: it is kept, and tried at once."""
    item = await toolkit.add_item(visit.tx, visit.person, message.text or "")
    if item is None:
        await reply.note(visit, "full-list" if (message.text or "").strip() else "not-helped")
        return
    row = await reply.typed_taken(visit, message.text)
    await reply.forget(visit)
    kept = _of(row.args if row else {})
    if known := int(kept.get("craving", 0)):
        await craving.try_one(visit.tx, visit.person, known, CravingMeans.OWN, item)
    await reply.append(visit, "craving", {**kept, "view": CravingMeans.OWN.value, "item": item})


async def _try(visit: Visit, tried: CravingMeans, item_id: int | None = None, code: str | None = None) -> None:
    """Try that now. What is done together begins at once, for clients; its steps follow one another."""
    if known := _known(visit):
        await craving.try_one(visit.tx, visit.person, known, tried, item_id, code)
    together = STRATEGIES.get(code or MEANS_CODES.get(tried, ""))
    if together is not None and visit.person.is_client:
        view = craving.begun(together, visit.now)
    else:
        named = {"item": item_id} if item_id is not None else {"code": code} if code is not None else {}
        view = {"view": tried.value, **named}
    await reply.answer(visit, "craving", {**_going_on(visit), **view})


@taps.on(CRAVING_BACK)
async def back(visit: Visit) -> None:
    """From ideas, or from being asked for one, back to the three."""
    if visit.person.awaiting == _OWN:
        await reply.forget(visit)
    await reply.answer(visit, "craving", _going_on(visit) | ({} if _known(visit) else _UNRATED))


@taps.on(RATE_NOW)
async def rate_now(visit: Visit) -> None:
    """They would rather say now how it is."""
    if known := _known(visit):
        await reply.answer(visit, "craving_after", {"now": 1}, subject_id=known)


@taps.on(RATE_AFTER)
async def rate_after(visit: Visit, strength: int) -> None:
    """How strong it is by then; the difference is kept."""
    row = visit.tapped
    known = visit.subject if row.name == "craving_after" else _known(visit)
    if await craving.rate_after(visit.tx, visit.person, known, strength, row.id) is not None:
        await reply.answer(visit, "craving_after", subject_id=known)


@taps.on(CRAVING_GO_ON)
async def go_on(visit: Visit) -> None:
    """Another thing to try, below; how strong it is was said a moment ago."""
    known = await craving.go_on(visit.tx, visit.person, visit.subject)
    await reply.append_and_retire(visit, "craving", None if known is None else {"craving": known, "on": 1})


@taps.on(CRAVING_KEEP)
async def keep(visit: Visit, value: str) -> None:
    """What eased it is to stand among what helps them."""
    row = visit.tapped
    kept = await toolkit.take_idea(visit.tx, visit.person, value)
    visit.toast = "toast-taken" if kept is not None else "toast-not-taken"
    await reply.answer(visit, "craving_after", subject_id=row.subject_id)


def _args(visit: Visit) -> reply.Args:
    return visit.tapped.args


def _of(args: reply.Args) -> dict[str, int | str]:
    return {name: value for name, value in args.items() if name in _KEPT}


def _going_on(visit: Visit) -> dict[str, int | str]:
    return _of(_args(visit))


def _known(visit: Visit) -> int:
    """The craving that the tapped screen is about; 0, which is nobody's, where it was not rated."""
    return int(_args(visit).get("craving", 0))
