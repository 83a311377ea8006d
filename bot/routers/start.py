"""/start, with a link and without: where somebody is, whoever they are."""

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import Message

from bot.routers import speak
from bot.routers.steps import go_on, where
from bot.visit import Visit
from care import invites
from care.invites import Opened
from programme.invite import Refusal
from programme.joining import Step
from programme.people import Role

router = Router(name="start")

REFUSED = {
    Refusal.UNKNOWN: "invite-unknown",
    Refusal.EXPIRED: "invite-expired",
    Refusal.USED: "invite-used",
    Refusal.OTHER_PERSON: "invite-used",
    Refusal.OWN: "invite-own",
    Refusal.ALREADY_IN: "already-in",
    Refusal.TOO_MANY_TRIES: "too-many-tries",
}


@router.message(CommandStart(deep_link=True, ignore_mention=True))
async def with_link(message: Message, visit: Visit, command: CommandObject) -> None:  # noqa: ARG001
    """A link was opened: asked for its code, or shown the step of joining that is next."""
    opened = await invites.open_invite(visit.tx, visit.now, visit.person, command.args or "")
    if not isinstance(opened, Opened):
        await speak.note(visit, REFUSED[opened])
    elif opened.invite.role is Role.PRACTITIONER:
        await speak.ask(visit, "code", "ask_code", {"invite_id": opened.invite.id})
    else:
        await go_on(visit, await where(visit))


@router.message(CommandStart(ignore_mention=True))
async def without_link(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """Where they are: set up, on the way, or somebody new."""
    if visit.person.is_client:
        await go_on(visit, Step.READY)
    elif visit.person.is_practitioner:
        await speak.below(visit, "practitioner_ready")
    else:
        await go_on(visit, await where(visit))
