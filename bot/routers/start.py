"""/start, with a link and without: where somebody is, whoever they are."""

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import Message

from bot.routers import speak
from bot.routers.steps import go_on, where
from bot.visit import Visit
from care import invites, supporting
from care.invites import Opened
from db import invites as kept_invites
from programme.invite import Invite, Refusal
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
    opened = await invites.open_invite(visit.tx, visit.person, command.args or "")
    if not isinstance(opened, Opened):
        await speak.note(visit, REFUSED[opened])
    elif opened.invite.role is Role.PRACTITIONER:
        await speak.ask(visit, "code", "ask_code", {"invite_id": opened.invite.id})
    elif opened.invite.role is Role.SUPPORTER:
        await _supporter(visit, opened.invite)
    else:
        await go_on(visit, await where(visit))


async def _supporter(visit: Visit, invite: Invite) -> None:
    support = await supporting.arrive(visit.tx, visit.person, invite)
    if support is None:
        await speak.note(visit, "support-over")
    else:
        await speak.below(visit, "support_home" if support.holds else "support_asked", subject_id=support.id)
        await speak.menu(visit)


@router.message(CommandStart(ignore_mention=True))
async def without_link(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """Where they are: set up, on the way, or somebody new."""
    if visit.person.is_client:
        await go_on(visit, Step.READY)
    elif visit.person.is_practitioner:
        await speak.below(visit, "practitioner_ready")
    elif visit.person.is_guest and await kept_invites.on_the_way(visit.tx, visit.person.id) is None:
        await _guest(visit)
    else:
        await go_on(visit, await where(visit))


async def _guest(visit: Visit) -> None:
    """Whom they support; where it is nobody any more, that it has ended."""
    held = await supporting.holding(visit.tx, visit.person)
    if len(held) == 1:
        await speak.below(visit, "support_home", subject_id=held[0].id)
    else:
        await speak.below(visit, "support_who")
