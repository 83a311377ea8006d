"""The toolkit, the ideas and the words for hard moments: look, add, put in other words, pin, hide, take one."""

from aiogram import Router
from aiogram.types import Message

from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.visit import Awaits, Visit
from bot.toolkit.taps import (
    BROWSE,
    BROWSE_FOR,
    BROWSE_GIVES,
    BROWSE_MINUTES,
    BROWSE_MOMENT,
    BROWSE_PAGE,
    BROWSE_PLACE,
    PHRASE_ASK,
    PHRASE_BACK,
    PHRASE_GONE,
    PHRASES,
    TAKE_IDEA,
    TAKE_IDEA_BACK,
    TOOLKIT_ABOUT,
    TOOLKIT_ALL,
    TOOLKIT_ASK,
    TOOLKIT_DROP,
    TOOLKIT_EDIT,
    TOOLKIT_FOR,
    TOOLKIT_HIDDEN,
    TOOLKIT_HIDE,
    TOOLKIT_IS,
    TOOLKIT_ITEM,
    TOOLKIT_MOMENT,
    TOOLKIT_MOMENTS,
    TOOLKIT_PIN,
    TOOLKIT_SHOW,
    TOOLKIT_UNPIN,
)
from care import toolkit
from care.toolkit import keeps_words
from programme.check_in.answers import HardMoment
from programme.toolkit.strategies import Function, StrategyPlace

toolkit_router = Router(name="toolkit")
taps = Handlers()
_ASIDES = {TOOLKIT_ITEM: "", TOOLKIT_MOMENT: "moment", TOOLKIT_ABOUT: "about"}


@taps.on(TOOLKIT_ALL, TOOLKIT_HIDDEN)
async def turned_toolkit(visit: Visit, page: int) -> None:
    """A page of all there is, or of what is hidden."""
    await reply.ask(visit, None, "toolkit", {"view": "all" if visit.tap is TOOLKIT_ALL else "hidden", "page": page})


@taps.on(TOOLKIT_ASK)
async def ask_toolkit(visit: Visit) -> None:
    """Asks for another item, where it can be kept."""
    await _ask(visit, {})


@taps.on(TOOLKIT_MOMENTS)
async def moments(visit: Visit) -> None:
    """If which moment comes?"""
    await reply.ask(visit, None, "toolkit", {"view": "moments"})


@taps.on(TOOLKIT_FOR)
async def ask_for(visit: Visit, value: HardMoment) -> None:
    """Asks what they will do when that moment comes."""
    await _ask(visit, {"moment": value})


async def _ask(visit: Visit, args: reply.Args) -> None:
    if await toolkit.keeps_words(visit.tx, visit.person):
        await reply.ask(visit, "item", "toolkit", {"view": "ask", **args})
    else:
        await reply.note(visit, "not-kept")


@toolkit_router.message(Awaits("item"))
async def typed_toolkit(message: Message, visit: Visit) -> None:
    """An item was typed."""
    row = await reply.asked(visit)
    moment = row.args.get("moment") if row else None
    kept = moment and HardMoment(moment)
    item = await toolkit.add_item(visit.tx, visit.person, message.text or "", kept)
    if item is None:
        await reply.note(visit, "full-list" if (message.text or "").strip() else "not-helped")
        return
    await reply.typed_taken(visit, message.text)
    await reply.ask(visit, None, "toolkit", {"done": "added", "to": item})


@taps.on(TOOLKIT_ITEM, TOOLKIT_MOMENT, TOOLKIT_ABOUT)
async def opened(visit: Visit, item: int) -> None:
    """One item, or what is asked about it."""
    assert visit.tap is not None, "it was tapped"
    await reply.ask(visit, None, "toolkit", {"view": _ASIDES[visit.tap]}, subject_id=item)


@taps.on(TOOLKIT_EDIT)
async def edit(visit: Visit, value: int) -> None:
    """Asks for other words."""
    await reply.ask(visit, "item_words", "toolkit", {"view": "edit"}, subject_id=value)


@toolkit_router.message(Awaits("item_words"))
async def edited(message: Message, visit: Visit) -> None:
    """Other words were typed."""
    row = await reply.asked(visit)
    item = row.subject_id or 0 if row else 0
    if not await toolkit.edit_item(visit.tx, visit.person, item, message.text or ""):
        await reply.note(visit, "not-helped")
        return
    await reply.typed_taken(visit, message.text)
    await reply.ask(visit, None, "toolkit", subject_id=item)


@taps.on(TOOLKIT_IS)
async def described(visit: Visit, value: tuple[str, str]) -> None:
    """Something is said of the item that is open: its moment, what it gives, where, how long."""
    if await toolkit.describe_item(visit.tx, visit.person, visit.subject, *value):
        view = {} if value[0] == "moment" else {"view": "about"}
        await reply.answer(visit, "toolkit", view, subject_id=visit.subject)


@taps.on(TOOLKIT_PIN, TOOLKIT_UNPIN)
async def pin(visit: Visit, value: int) -> None:
    """It stands first, or where its counts put it."""
    pinned = visit.tap is TOOLKIT_PIN
    if await toolkit.pin_item(visit.tx, visit.person, value, pinned=pinned):
        await reply.ask(visit, None, "toolkit", subject_id=value)


@taps.on(TOOLKIT_HIDE, TOOLKIT_SHOW, TOOLKIT_DROP)
async def hide(visit: Visit, value: int) -> None:
    """Offered no more, which may be undone; or offered again. What was added by mistake is hidden, too."""
    hidden = visit.tap is not TOOLKIT_SHOW
    if await toolkit.hide_item(visit.tx, visit.person, value, hidden=hidden):
        undo = {"done": "hidden", "to": value} if visit.tap is TOOLKIT_HIDE else None
        await reply.ask(visit, None, "toolkit", undo)


@taps.on(BROWSE)
async def browse(visit: Visit, value: str) -> None:
    """How to look, from the toolkit."""
    await reply.ask(visit, None, "browse", {"view": value})


@taps.on(BROWSE_FOR)
async def browse_now(visit: Visit, value: HardMoment | None) -> None:
    """Ideas in a craving, for what is going on, where that was said."""
    kept = {name: code for name, code in visit.tapped.args.items() if name in ("back", "on")}
    found = {"moment": value, "view": "list"} if value is not None else {}
    await reply.answer(visit, "browse", {"craving": visit.tapped.args.get("craving", 0), **kept, **found})


@taps.on(BROWSE_GIVES)
async def giving(visit: Visit, gives: Function) -> None:
    """What it gives: the list of that."""
    await _changed(visit, {"gives": gives, "view": "list", "page": 0})


@taps.on(BROWSE_MOMENT)
async def at_moment(visit: Visit, moment: HardMoment) -> None:
    """What is going on: the list of that."""
    await _changed(visit, {"moment": moment, "view": "list", "page": 0})


@taps.on(BROWSE_PLACE)
async def where(visit: Visit, place: StrategyPlace) -> None:
    """Where they are."""
    await _changed(visit, {"place": place, "page": 0})


@taps.on(BROWSE_MINUTES)
async def how_long(visit: Visit, minutes: int) -> None:
    """How many minutes there are."""
    await _changed(visit, {"minutes": minutes, "page": 0})


@taps.on(BROWSE_PAGE)
async def turned_browse(visit: Visit, value: int) -> None:
    """A page of the list."""
    await _changed(visit, {"view": "list", "page": value})


@taps.on(TAKE_IDEA)
async def take(visit: Visit, value: str) -> None:
    """That one is among theirs from now on."""
    if not await toolkit.keeps_words(visit.tx, visit.person):
        await reply.note(visit, "not-kept")
        return
    item = await toolkit.take_idea(visit.tx, visit.person, value)
    visit.toast = "toast-not-taken" if item is None else "toast-taken"
    if item is not None:
        await _changed(visit, {"took": item})


@taps.on(TAKE_IDEA_BACK)
async def take_back(visit: Visit, value: int) -> None:
    """It was a slip of the finger."""
    if await toolkit.hide_item(visit.tx, visit.person, value):
        await _changed(visit, {})


async def _changed(visit: Visit, changes: reply.Args) -> None:
    """The list, as it is now looked for; what was taken before can be undone no more."""
    kept = {name: code for name, code in visit.tapped.args.items() if name != "took"}
    await reply.answer(visit, "browse", {**kept, **changes})


phrases_router = Router(name="phrases")


@taps.on(PHRASES)
async def show(visit: Visit) -> None:
    """The list."""
    await reply.ask(visit, None, "phrases")


@taps.on(PHRASE_ASK)
async def ask_phrases(visit: Visit) -> None:
    """Asks for another one, where it can be kept."""
    if await keeps_words(visit.tx, visit.person):
        await reply.ask(visit, "phrase", "phrases", {"view": "ask"})
    else:
        await reply.note(visit, "not-kept")


@phrases_router.message(Awaits("phrase"))
async def typed_phrases(message: Message, visit: Visit) -> None:
    """It was typed."""
    if await toolkit.add_phrase(visit.tx, visit.person, message.text or "") is None:
        await reply.note(visit, "full-list" if (message.text or "").strip() else "not-helped")
        return
    await reply.typed_taken(visit, message.text)
    await reply.ask(visit, None, "phrases")


@taps.on(PHRASE_GONE, PHRASE_BACK)
async def gone(visit: Visit, value: int) -> None:
    """Not shown any more, which may be undone; or shown again."""
    ended = visit.tap is PHRASE_GONE
    if await toolkit.end_phrase(visit.tx, visit.person, value, ended=ended):
        await reply.ask(visit, None, "phrases", {"gone": value} if ended else None)
