"""What a client fears will happen if they stop: written down, rated, looked at, shown."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is
from bot.routers import own, speak
from bot.screens.beliefs import facts_of, sure_label
from bot.tap import Tap
from bot.texts import texts_for
from bot.visit import Visit
from care import beliefs, toolkit
from programme.belief import KNOWN, About, read_sure
from programme.people import Role

router = Router(name="beliefs")
_CLIENT = Is(Role.CLIENT)


@router.callback_query(Does("beliefs"), _CLIENT)
async def every(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """The list."""
    await speak.ask(visit, None, "beliefs")


@router.callback_query(Does("belief_ask"), _CLIENT)
async def ask(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Asks for one, where it can be kept."""
    if await toolkit.keeps_words(visit.tx, visit.person):
        await speak.ask(visit, "belief", "beliefs", {"view": "ask"})
    else:
        await speak.note(visit, "not-kept")


@router.message(Awaits("belief"))
async def typed(message: Message, visit: Visit) -> None:
    """In their own words."""
    await _kept(visit, message.text or "", About.OWN)


@router.callback_query(Does("belief_about"), _CLIENT)
async def tapped(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One of the two that many have."""
    if tap.arg in KNOWN:
        await _kept(visit, texts_for(visit.person.locale).label(f"belief-about-{tap.arg}"), About(tap.arg))


async def _kept(visit: Visit, words: str, about: About) -> None:
    belief_id = await beliefs.write_belief(visit.tx, visit.person, words, about)
    if belief_id is None:
        await speak.note(visit, "full-list" if words.strip() else "not-helped")
        return
    if visit.screen is None:
        await own.taken(visit, words)
    await speak.ask(visit, None, "belief", {"view": "rate"}, subject_id=belief_id)


@router.callback_query(Does("belief", "belief_look"), _CLIENT)
async def one(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One of them; from a check-in's closing words it opens below, with the scale."""
    if tap.number is None:
        return
    if tap.do == "belief_look":
        await speak.below(visit, "belief", {"view": "look"}, subject_id=tap.number)
    else:
        await speak.answer(visit, "belief", subject_id=tap.number)


@router.callback_query(Does("belief_sure", "belief_now"), _CLIENT)
async def rate(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """How sure they are."""
    row, sure = visit.screen, read_sure(tap.arg)
    if row is None or row.name != "belief" or sure is None:
        return
    anew = tap.do == "belief_now"
    await beliefs.rate_belief(visit.tx, visit.person, row.subject_id or 0, sure, anew=anew)
    await speak.view(visit)


@router.callback_query(Does("belief_off", "belief_back"), _CLIENT)
async def take_off(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Off the list, or back on it."""
    row = visit.screen
    if row is not None and row.name == "belief":
        back = tap.do == "belief_back"
        await beliefs.take_off(visit.tx, visit.person, row.subject_id or 0, back=back)
        await speak.view(visit)


@router.callback_query(Does("belief_show"), _CLIENT)
async def show(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """With what they bring to the session, shown from now on."""
    row = visit.screen
    if row is None or row.name != "belief":
        return
    known = await beliefs.belief_of(visit.tx, visit.person, row.subject_id or 0)
    if known is None:
        return
    said = sure_label(facts_of(known), texts_for(visit.person.locale))
    if await beliefs.show_belief(visit.tx, visit.person, known.id, said):
        visit.toast = "toast-shared"
        await speak.view(visit)
    else:
        await speak.view(visit, "full")


@router.callback_query(Does("belief_keep"), _CLIENT)
async def keep(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Theirs alone from now on."""
    row = visit.screen
    if row is not None and row.name == "belief":
        await beliefs.hide_belief(visit.tx, visit.person, row.subject_id or 0)
        visit.toast = "toast-kept"
        await speak.view(visit)
