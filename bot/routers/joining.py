"""A client's steps: choices, name, and what has helped. The time and the place: bot.routers.place_and_time."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does
from bot.routers import own, speak
from bot.routers.steps import go_on, where
from bot.tap import Tap
from bot.visit import Visit
from care import invites, joining
from db import consents
from programme.consent import Choices, Item
from programme.joining import Step

router = Router(name="joining")


@router.callback_query(Does("set_up"))
async def set_up(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """On to the choices, or to wherever they had come before."""
    step = await where(visit)
    await go_on(visit, Step.CHOICES if step is Step.WELCOME else step)


@router.callback_query(Does("decline"))
async def decline(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Not for me: the link is let go of, and nothing is set up."""
    await invites.decline(visit.tx, visit.now, visit.person)
    await speak.view(visit, "declined")


@router.callback_query(Does("sharing"))
async def sharing(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """The choices as they stand, to be changed."""
    choices = await consents.in_force(visit.tx, visit.person.id)
    await speak.answer(visit, "choices", {"choices": choices.codes(), "for": "settings"})


@router.callback_query(Does("toggle"))
async def toggle(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One box is turned round. Nothing counts before Continue."""
    row = visit.screen
    if row is None or tap.arg not in set(Item):
        return
    choices = Choices.from_codes(row.args.get("choices", ())).toggle(Item(tap.arg))
    await speak.answer(visit, "choices", {**row.args, "choices": choices.codes()})


@router.callback_query(Does("choices_done"))
async def choices_done(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """The three answers together; from the settings, back there unless a check-in now wants its time."""
    args = visit.screen.args if visit.screen else {}
    choices = Choices.from_codes(args.get("choices", ()))
    step = await joining.choose(visit.tx, visit.now, visit.person, choices)
    if args.get("for") == "settings" and step is not Step.TIME:
        await speak.answer(visit, "settings")
    else:
        await go_on(visit, step)


@router.callback_query(Does("name"))
async def change_name(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Asks for another name."""
    await speak.ask(visit, "name", "ask_name", {"for": "settings"})


@router.callback_query(Does("own_name"))
async def own_name(query: CallbackQuery, visit: Visit) -> None:
    """The first name that Telegram shows, read from this very tap."""
    await _named(visit, query.from_user.first_name, visit.screen.args if visit.screen else {})


@router.message(Awaits("name"))
async def typed_name(message: Message, visit: Visit) -> None:
    """A name was typed."""
    row = await speak.taken(visit)
    await _named(visit, message.text or "", row.args if row else {})


async def _named(visit: Visit, name: str, args: speak.Args) -> None:
    step = await joining.set_name(visit.tx, visit.now, visit.person, name)
    if step is None:
        await speak.note(visit, "not-a-name")
        await speak.ask(visit, "name", "ask_name", args)
    elif args.get("for") == "settings":
        await speak.ask(visit, None, "settings")
    else:
        await go_on(visit, step)


@router.callback_query(Does("skip_helped"))
async def skip_helped(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Nothing comes to mind."""
    await go_on(visit, await joining.set_helped(visit.tx, visit.now, visit.person, None) or Step.READY)


@router.message(Awaits("helped"))
async def typed_helped(message: Message, visit: Visit) -> None:
    """What has helped before, in a few words."""
    step = await joining.set_helped(visit.tx, visit.now, visit.person, message.text or "")
    if step is None:
        await speak.note(visit, "not-helped")
        return
    await own.taken(visit, message.text)
    await go_on(visit, step)
