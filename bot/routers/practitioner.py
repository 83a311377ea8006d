"""What practitioners do: come in with their code, invite, look at a week."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is, On
from bot.routers import speak
from bot.routers.start import REFUSED
from bot.tap import Tap
from bot.visit import Visit
from care import invites, say
from care.invites import Confirmed, NotSixDigits, WrongCode
from care.week import week_asked
from db import clients, screens
from programme.people import NAME_LENGTH, Role

router = Router(name="practitioner")
_PRACTITIONER = Is(Role.PRACTITIONER)


@router.message(Awaits("code"))
async def typed_code(message: Message, visit: Visit) -> None:
    """The six digits of the link that was opened."""
    row = await speak.asked(visit)
    invite_id = int(row.args.get("invite_id", 0)) if row else 0
    result = await invites.confirm_code(visit.tx, visit.person, invite_id, message.text or "")
    match result:
        case Confirmed():
            await speak.taken(visit)
            await speak.ask(visit, None, "practitioner_ready")
            await speak.menu(visit)
        case WrongCode(left=left):
            await speak.note(visit, "code-wrong" if left else "too-many-tries")
        case NotSixDigits():
            await speak.note(visit, "not-six-digits")
        case _:
            await speak.note(visit, REFUSED[result])


@router.message(Command("invite", ignore_mention=True), _PRACTITIONER)
async def invite(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/invite: whom is it for?"""
    await speak.ask(visit, "label", "ask_label")


@router.callback_query(Does("invite"), _PRACTITIONER)
async def invite_tap(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """The same, below: what was tapped stays to be read."""
    visit.screen = None
    await speak.ask(visit, "label", "ask_label")


@router.callback_query(Does("no_label"), _PRACTITIONER)
async def no_label(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """A link for nobody named."""
    await _make(visit, None)


@router.message(Awaits("label"), _PRACTITIONER)
async def typed_label(message: Message, visit: Visit) -> None:
    """Initials, or whatever tells this link from the others."""
    label = " ".join((message.text or "").split())
    if len(label) > NAME_LENGTH:
        await speak.note(visit, "label-long", most=NAME_LENGTH)
        return
    await speak.taken(visit)
    await _make(visit, label or None)


async def _make(visit: Visit, label: str | None) -> None:
    made = await invites.make_client_invite(visit.tx, visit.person, label)
    if made is not None:
        args = {"invite_id": made.id, "token": made.token}
        await speak.ask(visit, None, "invite_link", args, subject_id=made.id)


@router.message(Command("clients", ignore_mention=True), _PRACTITIONER)
async def client_list(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/clients: who joined."""
    await speak.below(visit, "client_list")


@router.message(Command("summary", ignore_mention=True), _PRACTITIONER)
async def summary(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """/summary: the week of one client at once, of several the one who is picked."""
    found = await clients.of_practitioner(visit.tx, visit.person.id)
    if len(found) == 1:
        await week_asked(visit.tx, visit.person, found[0].person_id)
        await speak.below(visit, "summary", subject_id=found[0].person_id)
    else:
        await speak.below(visit, "client_list", {"choosing": 1})


@router.callback_query(Does("summary"), _PRACTITIONER)
async def summary_tap(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """The week of that client; whether it may be seen is looked up when it is shown."""
    if tap.number is not None:
        await week_asked(visit.tx, visit.person, tap.number)
        await speak.answer(visit, "summary", subject_id=tap.number)


@router.callback_query(Does("clients"), _PRACTITIONER)
async def back_to_list(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """From one week back to all people, or on to another page of them."""
    turned = visit.screen is not None and visit.screen.name == "client_list"
    args = dict(visit.screen.args) if turned and visit.screen else {}
    await speak.answer(visit, "client_list", args | ({"page": tap.number} if tap.number is not None else {}))


@router.callback_query(Does("take_link"), _PRACTITIONER)
async def ask_to_take(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """A link went to the wrong person: is it to be taken back? Asked below, and nothing of another's is shown."""
    if tap.number is not None:
        await speak.below(visit, "take_link", subject_id=tap.number)


@router.callback_query(Does("take_link_yes"), On("take_link"), _PRACTITIONER)
async def take_link(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """It is taken back; the lists and the message that it was shown in say so."""
    row = visit.screen
    if row is None or row.subject_id is None:
        return
    await invites.take_back(visit.tx, visit.person, row.subject_id)
    await speak.answer(visit, "take_link", subject_id=row.subject_id)
    for name in ("client_list", "invite_link"):
        for shown in await screens.live_of(visit.tx, visit.person.id, name):
            if name == "client_list" or shown.subject_id == row.subject_id:
                await say.refresh(visit.tx, shown.id)
