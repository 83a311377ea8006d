"""Words that the crisis look caught; the buttons of the card and of the quiet line; whose numbers somebody wants."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import InCrisis, TakesBack
from bot.routers import speak
from bot.screens.nations import CHOOSING
from bot.taps.safety import ALL_RIGHT, DELETE_THESE, MEANT_OTHER, NATION, NEED_HELP
from bot.visit import Visit
from care import craving, say
from care.cards import choose_nation
from care.crisis import delete_messages, forget_what
from db import prompts, screens, soft
from db.screens import ScreenRow
from programme.engaged import CRISIS_SCREEN

router = Router(name="crisis")
taps = Handlers()


@router.edited_message(InCrisis())
@router.message(InCrisis())
async def in_crisis(message: Message, visit: Visit) -> None:
    """The card is on its way and nothing else is said.

    The words are no answer and are kept nowhere; what was asked still stands, for "I meant something else".
    """


@router.edited_message(TakesBack())
@router.message(TakesBack())
async def takes_back(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """ "Only joking": the card stays where it is, and these words are no answer either."""
    await speak.note(visit, "numbers-here")


@taps.on(MEANT_OTHER)
async def meant_else(visit: Visit) -> None:
    """Back to the question that was being asked, below the card, which says no more what it was about.

    The evening is as any other.
    """
    row = visit.tapped
    if row.args.get("view") == "else":  # tapped twice
        return
    await soft.take_back(visit.tx, row.id)
    await forget_what(visit.tx, row)
    await say.become(visit.tx, row.id, CRISIS_SCREEN, {"view": "else"})
    await _back_to_what_was_asked(visit)


async def _back_to_what_was_asked(visit: Visit) -> None:
    row = await speak.asked(visit) or await _check_in_that_asks(visit)
    if row is not None:
        visit.screen = None
        await speak.ask(visit, visit.person.awaiting, row.name, row.args, subject_id=row.subject_id)


async def _check_in_that_asks(visit: Visit) -> ScreenRow | None:
    """The newest check-in that waits for an answer. One that was saved or has closed is no place to go back to."""
    live = await screens.live_of(visit.tx, visit.person.id, "check_in")
    if not live or await prompts.is_adding_late(visit.tx, visit.person.id):
        return live[-1] if live else None
    asking = {prompt.id for prompt in await prompts.open_of(visit.tx, visit.person.id)}
    return next((row for row in reversed(live) if row.subject_id in asking), None)


@taps.on(DELETE_THESE)
async def delete_these(visit: Visit) -> None:
    """The card and what brought it go from the phone; where Telegram no longer does that, how to do it oneself."""
    if await delete_messages(visit.tx, visit.person, visit.tapped):
        visit.toast = "toast-deleted"
        await _back_to_what_was_asked(visit)
    else:
        await speak.note(visit, "not-deleted")


@taps.on(NEED_HELP)
async def need_help(visit: Visit) -> None:
    """From the quiet line, however old: the card below, as for somebody who asked for it."""
    await craving.let_go(visit.tx, visit.person.id, CRISIS_SCREEN)
    await speak.put_below(visit, CRISIS_SCREEN, {"view": "asked"})


@taps.on(ALL_RIGHT)
async def all_right(visit: Visit) -> None:
    """The quiet line is put away."""
    await speak.view(visit, "right")


@taps.on(NATION)
async def nation(visit: Visit, value: str) -> None:
    """Whose crisis numbers they want; the screen shows those from now on."""
    row = visit.tapped
    if not await choose_nation(visit.tx, visit.person, value):
        return
    visit.toast = "toast-nation"
    if row.args.get("view") == CHOOSING:
        await speak.view(visit)
    else:
        await say.refresh(visit.tx, row.id)
