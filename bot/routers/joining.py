"""A client's steps: whether it fits, choices, name, what has helped. Time and place: bot.routers.place_and_time."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits
from bot.routers import notes, own, speak
from bot.routers.start import REFUSED
from bot.routers.steps import go_on, where
from bot.screens.handed_over import PRIVATE
from bot.screens.ready import KEPT
from bot.screens.welcome import DECLINED
from bot.taps.people import (
    CHANGE_NAME,
    CHOICES_DONE,
    DECLINE,
    HANDED_PRIVATE,
    JOIN_AGAIN,
    JOIN_FITS,
    OWN_NAME,
    SET_UP,
    SHARING,
    SKIP_HELPED,
    TOGGLE,
)
from bot.visit import Visit
from care import invites, joining
from care.invites import Opened
from db import consents
from programme.consent import Choices, Item
from programme.joining import HELPED_WAITS, Step

router = Router(name="joining")
taps = Handlers()


@taps.on(SET_UP)
async def set_up(visit: Visit) -> None:
    """On to whether it fits, or to wherever they had come before."""
    step = await where(visit)
    await go_on(visit, Step.FITS if step is Step.WELCOME else step)


@taps.on(JOIN_FITS)
async def fits(visit: Visit) -> None:
    """None of these: on to the choices. Nothing of it is kept."""
    step = await where(visit)
    await go_on(visit, Step.CHOICES if step is Step.WELCOME else step)


@taps.on(DECLINE)
async def decline(visit: Visit) -> None:
    """Not for me: the link is let go of, and nothing is set up.

    Under 18, pregnant and breastfeeding send this very tap, so that no answer comes here that could be kept.
    """
    let_go = await invites.decline(visit.tx, visit.person)
    if let_go is not None:
        await speak.answer(visit, "welcome", {"view": DECLINED, "invite": let_go})
    else:
        await speak.view(visit, DECLINED)


@taps.on(JOIN_AGAIN)
async def join_again(visit: Visit) -> None:
    """That was a mis-tap: the link is theirs again, where nobody else opened it."""
    let_go = visit.tapped.args.get("invite")
    opened = await invites.open_again(visit.tx, visit.person, int(let_go)) if let_go else None
    if isinstance(opened, Opened) or opened is None:
        await speak.answer(visit, "welcome")
    else:
        await speak.note(visit, REFUSED[opened])


@taps.on(SHARING)
async def sharing(visit: Visit) -> None:
    """The choices as they stand, to be changed; below what came by itself, which stays to be read."""
    if visit.tapped.name == "handed_over":
        visit.screen = None
    choices = await consents.in_force(visit.tx, visit.person.id)
    await speak.answer(visit, "choices", {"choices": choices.codes(), "for": "settings"})


@taps.on(HANDED_PRIVATE)
async def keep_private(visit: Visit) -> None:
    """Whoever is there for them now sees nothing, as it is."""
    await speak.view(visit, PRIVATE)


@taps.on(TOGGLE)
async def toggle(visit: Visit, value: Item) -> None:
    """One box is turned round. Nothing counts before Continue."""
    row = visit.tapped
    choices = Choices.from_codes(row.args.get("choices", ())).toggle(value)
    await speak.answer(visit, "choices", {**row.args, "choices": choices.codes()})


@taps.on(CHOICES_DONE)
async def choices_done(visit: Visit) -> None:
    """The three answers together; from the settings, back there unless a check-in now wants its time."""
    args = visit.tapped.args
    choices = Choices.from_codes(args.get("choices", ()))
    shown = await consents.in_force(visit.tx, visit.person.id)
    step = await joining.choose(visit.tx, visit.person, choices)
    if args.get("for") == "settings" and step is not Step.TIME:
        await speak.answer(visit, "settings")
    else:
        await go_on(visit, step)
    if visit.person.is_client and shown.shows_answers and not choices.shows_answers:
        await speak.note(visit, "unread")


@taps.on(CHANGE_NAME)
async def change_name(visit: Visit) -> None:
    """Asks for another name."""
    await speak.ask(visit, "name", "ask_name", {"for": "settings"})


@taps.on(OWN_NAME)
async def own_name(visit: Visit) -> None:
    """The first name that Telegram shows, read from this very tap."""
    await _named(visit, visit.first_name, visit.tapped.args)


@router.message(Awaits("name"))
async def typed_name(message: Message, visit: Visit) -> None:
    """A name was typed."""
    row = await speak.taken(visit)
    await _named(visit, message.text or "", row.args if row else {})


async def _named(visit: Visit, name: str, args: speak.Args) -> None:
    step = await joining.set_name(visit.tx, visit.person, name)
    if step is None:
        await speak.note(visit, "not-a-name")
        await speak.ask(visit, "name", "ask_name", args)
    elif args.get("for") == "settings":
        await speak.ask(visit, None, "settings")
    else:
        await go_on(visit, step)


@taps.on(SKIP_HELPED)
async def skip_helped(visit: Visit) -> None:
    """Nothing comes to mind: the question goes."""
    step = await joining.set_helped(visit.tx, visit.person, None) or Step.READY
    await _helped(visit, step, {})


@router.message(Awaits("helped"))
async def typed_helped(message: Message, visit: Visit) -> None:
    """What has helped before, in a few words. Words that come long after the question are a note of their own."""
    row, text = await speak.asked(visit), message.text or ""
    asked = int(row.args.get("asked", 0)) if row else 0
    if visit.now.timestamp() - asked > HELPED_WAITS.total_seconds():
        await speak.forget(visit)
        await notes.keep(visit, text)
        return
    step = await joining.set_helped(visit.tx, visit.person, text)
    if step is None:
        await speak.note(visit, "not-helped")
        return
    await own.taken(visit, text)
    await _helped(visit, step, {"view": KEPT})


async def _helped(visit: Visit, step: Step, args: speak.Args) -> None:
    """They are set up; whoever is not any more goes on where they stand."""
    if step is Step.READY:
        await speak.ask(visit, None, "ready", args)
    else:
        await go_on(visit, step)
