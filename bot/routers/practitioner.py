"""What practitioners do: come in with their code, invite, look at a week."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits, Is
from bot.routers import speak
from bot.routers.start import REFUSED
from bot.taps.practice import CLIENTS, INVITE, NO_LABEL, SUMMARY, TAKE_LINK, TAKE_LINK_YES
from bot.visit import Visit
from care import invites, say
from care.invites import Confirmed, NotSixDigits, WrongCode
from care.week import week_asked
from db import clients, screens
from programme.people import NAME_LENGTH, Role

router = Router(name="practitioner")
taps = Handlers()
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


@taps.on(INVITE)
async def invite_tap(visit: Visit) -> None:
    """The same, below: what was tapped stays to be read."""
    visit.screen = None
    await speak.ask(visit, "label", "ask_label")


@taps.on(NO_LABEL)
async def no_label(visit: Visit) -> None:
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


@taps.on(SUMMARY)
async def summary_tap(visit: Visit, value: int) -> None:
    """The week of that client; whether it may be seen is looked up when it is shown."""
    await week_asked(visit.tx, visit.person, value)
    await speak.answer(visit, "summary", subject_id=value)


@taps.on(CLIENTS)
async def back_to_list(visit: Visit, page: int | None) -> None:
    """From one week back to all people, or on to another page of them."""
    args = visit.tapped.args if visit.tapped.name == "client_list" else {}
    await speak.answer(visit, "client_list", {**args, **({"page": page} if page is not None else {})})


@taps.on(TAKE_LINK)
async def ask_to_take(visit: Visit, value: int) -> None:
    """A link went to the wrong person: is it to be taken back? Asked below, and nothing of another's is shown."""
    await speak.below(visit, "take_link", subject_id=value)


@taps.on(TAKE_LINK_YES)
async def take_link(visit: Visit) -> None:
    """It is taken back; the lists and the message that it was shown in say so."""
    row = visit.tapped
    if row.subject_id is None:
        return
    await invites.take_back(visit.tx, visit.person, row.subject_id)
    await speak.answer(visit, "take_link", subject_id=row.subject_id)
    for name in ("client_list", "invite_link"):
        for shown in await screens.live_of(visit.tx, visit.person.id, name):
            if name == "client_list" or shown.subject_id == row.subject_id:
                await say.refresh(visit.tx, shown.id)
