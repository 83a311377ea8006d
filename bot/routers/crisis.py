"""Words that the crisis look caught, and the buttons of the card."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Does, InCrisis
from bot.routers import speak
from bot.visit import Visit
from care import check_in, requests
from db import screens, soft

router = Router(name="crisis")


@router.edited_message(InCrisis())
@router.message(InCrisis())
async def in_crisis(message: Message, visit: Visit) -> None:
    """The card is on its way and nothing else is said. Own words that a check-in had asked for are kept.

    Other questions take no answer from such words, so that "I meant something else" finds them as they were.
    """
    if visit.person.awaiting != "words" or message.text is None or message.edit_date:
        return
    row = await speak.asked(visit)
    if row is not None and row.subject_id is not None:
        await check_in.write_words(visit.tx, visit.now, visit.person, row.subject_id, message.text)
        await speak.forget(visit)


@router.callback_query(Does("meant_else"))
async def meant_else(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Back to the question that was being asked, as it was, below the card; and the evening is as any other."""
    if visit.screen is not None:
        await soft.take_back(visit.tx, visit.screen.id)
    await speak.view(visit, "else")
    live = await screens.live_of(visit.tx, visit.person.id, "check_in")
    row = await speak.asked(visit) or (live[-1] if live else None)
    if row is not None:
        visit.screen = None
        await speak.ask(visit, visit.person.awaiting, row.name, row.args, subject_id=row.subject_id)


@router.callback_query(Does("tell"))
async def tell(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """The practitioner is asked to get in touch, after it was said when they may see that."""
    asked = await requests.ask_practitioner(visit.tx, visit.now, visit.person)
    await speak.view(visit, "not_sent" if asked is None else "sent")
