"""/start and a client's steps of joining: whether it fits, choices, name, what has helped."""

from aiogram import Router
from aiogram.filters import CommandObject, CommandStart
from aiogram.types import Message

from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.visit import Awaits, Visit
from bot.people.joining import DECLINED, FITS, HELPED, KEPT
from bot.people.taps import (
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
from bot.planning import occasion_handlers
from bot.practice.handing_over import PRIVATE
from care.delivery import say
from care.people import invites, joining
from care.people.consent import choices_of
from care.people.invites import OpenedInvite
from care.supporters import their_side
from programme.people.consent import HELPED_WAITS, Choices, ConsentItem, JoiningStep, next_step
from programme.people.invite import Invite, InviteRefusal
from programme.people.person import Role

# The screen of each step, what the next words are for while it is asked, and which view of the screen it is.
ASKED: dict[JoiningStep, tuple[str, str | None, str]] = {
    JoiningStep.WELCOME: ("welcome", None, ""),
    JoiningStep.FITS: ("welcome", None, FITS),
    JoiningStep.CHOICES: ("choices", None, ""),
    JoiningStep.NAME: ("ask_name", "name", ""),
    JoiningStep.TIME: ("ask_time", "time", ""),
    JoiningStep.HELPED: ("ready", "helped", HELPED),
    JoiningStep.READY: ("ready", None, ""),
}


async def go_on(visit: Visit, step: JoiningStep) -> None:
    """Show what is asked at that step. Once somebody is set up, their four buttons and their menu are there too."""
    name, awaited, view = ASKED[step]
    if step is JoiningStep.HELPED:
        await _ask_helped(visit)
        return
    if step is JoiningStep.READY:
        await say.show(visit.tx, visit.person.id, "at_hand")
    await reply.ask(visit, awaited, name, {"view": view} if view else None)
    if step is JoiningStep.READY:
        await reply.menu(visit)
        await reply.pin(visit)


async def _ask_helped(visit: Visit) -> None:
    """All that comes with being set up goes first, so that the question is the last thing to be seen."""
    name, awaited, view = ASKED[JoiningStep.HELPED]
    await say.show(visit.tx, visit.person.id, "at_hand")
    await reply.pin(visit)
    tapped, visit.screen = visit.screen, None
    await reply.ask(visit, awaited, name, {"view": view, "asked": int(visit.now.timestamp())})
    if tapped is not None:
        await say.retire(visit.tx, tapped.id)
    await reply.menu(visit)


async def where(visit: Visit) -> JoiningStep:
    """The step that this person stands at, by what is remembered."""
    return next_step(await joining.joining_state(visit.tx, visit.person))


start_router = Router(name="start")
REFUSED = {
    InviteRefusal.UNKNOWN: "invite-unknown",
    InviteRefusal.EXPIRED: "invite-expired",
    InviteRefusal.USED: "invite-used",
    InviteRefusal.OTHER_PERSON: "invite-used",
    InviteRefusal.OWN: "invite-own",
    InviteRefusal.ALREADY_IN: "already-in",
    InviteRefusal.TOO_MANY_TRIES: "too-many-tries",
}


@start_router.message(CommandStart(deep_link=True, ignore_mention=True))
async def with_link(message: Message, visit: Visit, command: CommandObject) -> None:  # noqa: ARG001
    """A link was opened: asked for its code, or shown the step of joining that is next."""
    opened = await invites.open_invite(visit.tx, visit.person, command.args or "")
    if not isinstance(opened, OpenedInvite):
        await reply.note(visit, REFUSED[opened])
    elif opened.invite.role is Role.PRACTITIONER:
        await reply.ask(visit, "code", "ask_code", {"invite_id": opened.invite.id})
    elif opened.invite.role is Role.SUPPORTER:
        await _supporter(visit, opened.invite)
    else:
        await go_on(visit, await where(visit))


async def _supporter(visit: Visit, invite: Invite) -> None:
    support = await their_side.arrive_as_supporter(visit.tx, visit.person, invite)
    if support is None:
        await reply.note(visit, "support-over")
    else:
        await reply.append(visit, "support_home" if support.holds else "support_asked", subject_id=support.id)
        await reply.menu(visit)


@start_router.message(CommandStart(ignore_mention=True))
async def without_link(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """Where they are: set up, on the way, or somebody new."""
    if visit.person.is_client:
        await go_on(visit, JoiningStep.READY)
    elif visit.person.is_practitioner:
        await reply.append(visit, "practitioner_ready")
    elif visit.person.is_guest and not await invites.is_on_the_way(visit.tx, visit.person):
        await _guest(visit)
    else:
        await go_on(visit, await where(visit))


async def _guest(visit: Visit) -> None:
    """Whom they support; where it is nobody any more, that it has ended."""
    held = await their_side.support_holding(visit.tx, visit.person)
    if len(held) == 1:
        await reply.append(visit, "support_home", subject_id=held[0].id)
    else:
        await reply.append(visit, "support_who")


joining_router = Router(name="joining")
taps = Handlers()


@taps.on(SET_UP)
async def set_up(visit: Visit) -> None:
    """On to whether it fits, or to wherever they had come before."""
    step = await where(visit)
    await go_on(visit, JoiningStep.FITS if step is JoiningStep.WELCOME else step)


@taps.on(JOIN_FITS)
async def fits(visit: Visit) -> None:
    """None of these: on to the choices. Nothing of it is kept."""
    step = await where(visit)
    await go_on(visit, JoiningStep.CHOICES if step is JoiningStep.WELCOME else step)


@taps.on(DECLINE)
async def decline(visit: Visit) -> None:
    """Not for me: the link is let go of, and nothing is set up.

    Under 18, pregnant and breastfeeding send this very tap, so that no answer comes here that could be kept.
    """
    let_go = await invites.decline_invite(visit.tx, visit.person)
    if let_go is not None:
        await reply.answer(visit, "welcome", {"view": DECLINED, "invite": let_go})
    else:
        await reply.view(visit, DECLINED)


@taps.on(JOIN_AGAIN)
async def join_again(visit: Visit) -> None:
    """That was a mis-tap: the link is theirs again, where nobody else opened it."""
    let_go = visit.tapped.args.get("invite")
    opened = await invites.open_again(visit.tx, visit.person, int(let_go)) if let_go else None
    if isinstance(opened, OpenedInvite) or opened is None:
        await reply.answer(visit, "welcome")
    else:
        await reply.note(visit, REFUSED[opened])


@taps.on(SHARING)
async def sharing(visit: Visit) -> None:
    """The choices as they stand, to be changed; below what came by itself, which stays to be read."""
    if visit.tapped.name == "handed_over":
        visit.screen = None
    choices = await choices_of(visit.tx, visit.person)
    await reply.answer(visit, "choices", {"choices": choices.codes(), "for": "settings"})


@taps.on(HANDED_PRIVATE)
async def keep_private(visit: Visit) -> None:
    """Whoever is there for them now sees nothing, as it is."""
    await reply.view(visit, PRIVATE)


@taps.on(TOGGLE)
async def toggle(visit: Visit, value: ConsentItem) -> None:
    """One box is turned round. Nothing counts before Continue."""
    row = visit.tapped
    choices = Choices.from_codes(row.args.get("choices", ())).toggle(value)
    await reply.answer(visit, "choices", {**row.args, "choices": choices.codes()})


@taps.on(CHOICES_DONE)
async def choices_done(visit: Visit) -> None:
    """The three answers together; from the settings, back there unless a check-in now wants its time."""
    args = visit.tapped.args
    choices = Choices.from_codes(args.get("choices", ()))
    shown = await choices_of(visit.tx, visit.person)
    step = await joining.choose_items(visit.tx, visit.person, choices)
    if args.get("for") == "settings" and step is not JoiningStep.TIME:
        await reply.answer(visit, "settings")
    else:
        await go_on(visit, step)
    if visit.person.is_client and shown.shows_answers and not choices.shows_answers:
        await reply.note(visit, "unread")


@taps.on(CHANGE_NAME)
async def change_name(visit: Visit) -> None:
    """Asks for another name."""
    await reply.ask(visit, "name", "ask_name", {"for": "settings"})


@taps.on(OWN_NAME)
async def own_name(visit: Visit) -> None:
    """The first name that Telegram shows, read from this very tap."""
    await _named(visit, visit.first_name, visit.tapped.args)


@joining_router.message(Awaits("name"))
async def typed_name(message: Message, visit: Visit) -> None:
    """A name was typed."""
    row = await reply.taken(visit)
    await _named(visit, message.text or "", row.args if row else {})


async def _named(visit: Visit, name: str, args: reply.Args) -> None:
    step = await joining.set_name(visit.tx, visit.person, name)
    if step is None:
        await reply.note(visit, "not-a-name")
        await reply.ask(visit, "name", "ask_name", args)
    elif args.get("for") == "settings":
        await reply.ask(visit, None, "settings")
    else:
        await go_on(visit, step)


@taps.on(SKIP_HELPED)
async def skip_helped(visit: Visit) -> None:
    """Nothing comes to mind: the question goes."""
    step = await joining.set_helped(visit.tx, visit.person, None) or JoiningStep.READY
    await _helped(visit, step, {})


@joining_router.message(Awaits("helped"))
async def typed_helped(message: Message, visit: Visit) -> None:
    """What has helped before, in a few words. Words that come long after the question are a note of their own."""
    row, text = await reply.asked(visit), message.text or ""
    asked = int(row.args.get("asked", 0)) if row else 0
    if visit.now.timestamp() - asked > HELPED_WAITS.total_seconds():
        await reply.forget(visit)
        await occasion_handlers.keep(visit, text)
        return
    step = await joining.set_helped(visit.tx, visit.person, text)
    if step is None:
        await reply.note(visit, "not-helped")
        return
    await reply.typed_taken(visit, text)
    await _helped(visit, step, {"view": KEPT})


async def _helped(visit: Visit, step: JoiningStep, args: reply.Args) -> None:
    """They are set up; whoever is not any more goes on where they stand."""
    if step is JoiningStep.READY:
        await reply.ask(visit, None, "ready", args)
    else:
        await go_on(visit, step)
