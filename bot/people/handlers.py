"""What works for everybody, joined or not: /help and its kin, the buttons at hand, and leaving."""

from aiogram import Router
from aiogram.filters import Command, CommandObject
from aiogram.types import Message

from bot.check_in import handlers
from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.taps import CANCEL, GO, LET_BE, NO_DAY, OPEN_BELOW, OPEN_VIEW
from bot.kit.visit import Is, Labelled, Says, Visit
from bot.people.rights import ASKED, ASKED_ERASE, asked_of
from bot.people.taps import ERASE_ALL, KEEP, LEAVE_ASKED, LEAVE_ERASE, LEAVE_KEEP, TAKE_BACK
from bot.quitting import lapse_handlers
from care import craving as care_craving
from care.delivery import say
from care.people.leaving import Erased, Left, erase, leave
from programme.people.person import Role

everyone_router = Router(name="everyone")
taps = Handlers()
SHOWN = ("help", "privacy", "settings", "language", "craving", "leave")  # each shows the screen of its name
CALM = frozenset({"help", "settings"})  # with which somebody who has no pinned message yet gets it
WAYS_IN = frozenset({"welcome", "ready"})  # where Back leads to, from what was opened there
LETS_GO = frozenset({"craving", "rough"})  # who opens these types no answer to what was asked before


@everyone_router.message(Command(*SHOWN, ignore_mention=True))
async def show(message: Message, visit: Visit, command: CommandObject) -> None:  # noqa: ARG001
    """/help, /privacy, /settings, /language, /craving, /leave."""
    if command.command in LETS_GO:
        await reply.let_go(visit)
    await reply.append(visit, command.command)
    if command.command in CALM:
        await reply.pin(visit)


@everyone_router.message(Command("cancel", ignore_mention=True))
async def cancel(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/cancel: the next words are for nothing; what was answered so far stays, and the way on with it."""
    if visit.person.awaiting is None:
        await reply.note(visit, "nothing-to-cancel")
        return
    row = await reply.asked(visit)
    await reply.forget(visit)
    await reply.note(visit, "cancelled")
    if row is not None and row.args.get("view"):
        await reply.close_overlay(visit, row)


@everyone_router.message(Says("stop", "quit", "end", "unsubscribe", "stop it", "please stop"))
async def stop(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """A bare "stop" changes nothing by itself: it may mean four things."""
    await reply.append(visit, "stop_what")


@taps.on(OPEN_VIEW)
async def view(visit: Visit, name: str) -> None:
    """Open something over a screen, or come back to it."""
    if visit.tapped.name == "check_in":
        await handlers.view(visit, name)
    else:
        await reply.view(visit, name)


@taps.on(GO)
async def go(visit: Visit, name: str) -> None:
    """This message shows another screen."""
    back = {"back": visit.tapped.name} if visit.tapped.name in WAYS_IN else {}
    await reply.detach(visit)
    await reply.answer(visit, name, back)


@taps.on(OPEN_BELOW)
async def open_below(visit: Visit, name: str) -> None:
    """Another screen below; this one stays as it is. Beside the crisis card no exercise goes on."""
    if name in LETS_GO:
        await reply.let_go(visit)
    if name == "crisis":
        await care_craving.let_go_of_question(visit.tx, visit.person.id, name)
    await reply.append(visit, name, {"view": "asked"} if name == "crisis" else None)


@taps.on(LET_BE)
async def let_be(visit: Visit) -> None:
    """None of what was offered, for now."""
    await reply.answer(visit, "note", {"key": "let-be"})


@taps.on(CANCEL)
async def cancel_tap(visit: Visit) -> None:
    """Nothing is changed."""
    await reply.forget(visit)
    await reply.answer(visit, "note", {"key": "as-before"})


at_hand_router = Router(name="at_hand")


@at_hand_router.message(Labelled("keyboard-craving"))
async def craving(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """Help with a craving, for everyone; what was asked before is asked no more."""
    await reply.let_go(visit)
    await reply.append(visit, "craving")


@at_hand_router.message(Labelled("keyboard-smoked"), Is(Role.CLIENT))
async def smoked_label(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """The same as /smoked: kept with this one tap."""
    await lapse_handlers.tell(visit)


@at_hand_router.message(Labelled("keyboard-rough"))
async def rough(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """A rough day: smoking can wait, and so can what was asked before."""
    await reply.let_go(visit)
    await reply.append(visit, "rough")


@at_hand_router.message(Labelled("keyboard-more"), Is(Role.CLIENT))
async def more(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """What else there is."""
    await reply.append(visit, "more")


@at_hand_router.message(Labelled("keyboard-smoked", "keyboard-more"))
async def not_joined(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """Somebody who is no client types what stands on the buttons."""
    await reply.note(visit, "quit-not-joined")


@taps.on(NO_DAY)
async def nothing(visit: Visit) -> None:
    """A place in a month without a day to pick: nothing happens."""


@taps.on(LEAVE_KEEP)
async def leave_keep(visit: Visit) -> None:
    """They leave; what was kept stays up to the day that is named. A client's buttons at hand go."""
    if await asked_of(visit.tx, visit.person) is not None:
        await reply.answer(visit, "leave", {"view": ASKED})
        return
    await _leave(visit, take_back=False)


@taps.on(LEAVE_ERASE)
async def leave_erase(visit: Visit) -> None:
    """They would have all of it erased: really?"""
    asked = await asked_of(visit.tx, visit.person)
    await reply.answer(visit, "leave", {"view": "sure" if asked is None else ASKED_ERASE})


@taps.on(LEAVE_ASKED)
async def leave_asked(visit: Visit, value: str) -> None:
    """What becomes of what they asked of a practitioner is said: on to where they were going."""
    if visit.tapped.args.get("view") == ASKED_ERASE:
        await reply.answer(visit, "leave", {"view": "sure", "request": value})
    elif visit.tapped.args.get("view") == ASKED:
        await _leave(visit, take_back=value == TAKE_BACK)


async def _leave(visit: Visit, *, take_back: bool) -> None:
    left = await leave(visit.tx, visit.person, keep_screen=visit.tapped.id, take_back=take_back)
    await reply.answer(visit, "leave")
    if left is Left.LEFT:
        await reply.menu(visit)
        if visit.person.is_client:
            await reply.note(visit, "put-away")


@taps.on(ERASE_ALL)
async def erase_all(visit: Visit) -> None:
    """Everything about them goes. The goodbye is said to the account as to somebody we know nothing of."""
    said = visit.tapped.args.get("request")
    if said not in (KEEP, TAKE_BACK) and await asked_of(visit.tx, visit.person) is not None:
        await reply.answer(visit, "leave", {"view": ASKED_ERASE})
        return
    erased = await erase(visit.tx, visit.person, take_back=said == TAKE_BACK)
    if not isinstance(erased, Erased):
        await reply.view(visit)
        return
    visit.erased = erased
    visit.toast = "toast-erased"
    if erased.stranger is not None:
        await say.show(visit.tx, erased.stranger.id, "note", {"key": "erased"})
