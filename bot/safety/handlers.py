"""Words that the crisis scan caught, the card's buttons, whose numbers somebody wants; and the safety plan."""

from aiogram import Router
from aiogram.types import Message

from bot.door.tap_table import Handlers
from bot.kit import reply
from bot.kit.visit import Awaits, InCrisis, Is, TakesBack, Visit
from bot.safety.crisis import CHOOSING
from bot.safety.plan import words_of
from bot.safety.taps import (
    ALL_RIGHT,
    DELETE_THESE,
    IDEAS,
    MEANT_OTHER,
    NATION,
    NEED_HELP,
    SAFE_ADD,
    SAFE_BACK,
    SAFE_CHANGE,
    SAFE_HIDE,
    SAFE_IDEAS,
    SAFE_LINE,
    SAFE_NEVER,
    SAFE_OF,
    SAFE_OF_BACK,
    SAFE_OFF,
    SAFE_OPEN,
    SAFE_PART,
    SAFE_SHOW,
    SAFE_TAKE,
)
from bot.texts import texts_for
from care import craving
from care.check_in.answering import check_in_that_asks
from care.delivery import say
from care.people.joining import set_preference
from care.practice.clients import refresh_of
from care.safety import plan as care_plan
from care.safety.cards import choose_nation
from care.safety.crisis import delete_messages
from care.safety.crisis import meant_else as crisis_meant_else
from care.toolkit import keeps_words
from programme.people.person import Role, Switch
from programme.planning.reasons import SAFETY, Purpose
from programme.schedule.prompt import CRISIS_SCREEN

crisis_router = Router(name="crisis")
taps = Handlers()


@crisis_router.edited_message(InCrisis())
@crisis_router.message(InCrisis())
async def in_crisis(message: Message, visit: Visit) -> None:
    """The card is on its way and nothing else is said.

    The words are no answer and are kept nowhere; what was asked still stands, for "I meant something else".
    """


@crisis_router.edited_message(TakesBack())
@crisis_router.message(TakesBack())
async def takes_back(message: Message, visit: Visit) -> None:  # noqa: ARG001
    """ "Only joking": the card stays where it is, and these words are no answer either."""
    await reply.note(visit, "numbers-here")


@taps.on(MEANT_OTHER)
async def meant_else(visit: Visit) -> None:
    """Back to the question that was being asked, below the card, which says no more what it was about.

    The evening is as any other.
    """
    row = visit.tapped
    if row.args.get("view") == "else":  # tapped twice
        return
    await crisis_meant_else(visit.tx, row)
    await _back_to_what_was_asked(visit)


async def _back_to_what_was_asked(visit: Visit) -> None:
    row = await reply.asked(visit) or await check_in_that_asks(visit.tx, visit.person)
    if row is not None:
        visit.screen = None
        await reply.ask(visit, visit.person.awaiting, row.name, row.args, subject_id=row.subject_id)


@taps.on(DELETE_THESE)
async def delete_these(visit: Visit) -> None:
    """The card and what brought it go from the phone; where Telegram no longer does that, how to do it oneself."""
    if await delete_messages(visit.tx, visit.person, visit.tapped):
        visit.toast = "toast-deleted"
        await _back_to_what_was_asked(visit)
    else:
        await reply.note(visit, "not-deleted")


@taps.on(NEED_HELP)
async def need_help(visit: Visit) -> None:
    """From the quiet line, however old: the card below, as for somebody who asked for it."""
    await craving.let_go_of_question(visit.tx, visit.person.id, CRISIS_SCREEN)
    await reply.append_and_retire(visit, CRISIS_SCREEN, {"view": "asked"})


@taps.on(ALL_RIGHT)
async def all_right(visit: Visit) -> None:
    """The quiet line is put away."""
    await reply.view(visit, "right")


@taps.on(NATION)
async def nation(visit: Visit, value: str) -> None:
    """Whose crisis numbers they want; the screen shows those from now on."""
    row = visit.tapped
    if not await choose_nation(visit.tx, visit.person, value):
        return
    visit.toast = "toast-nation"
    if row.args.get("view") == CHOOSING:
        await reply.view(visit)
    else:
        await say.refresh(visit.tx, row.id)


safety_router = Router(name="safety")
_CLIENT = Is(Role.CLIENT)
_TURNS = frozenset({"safety_plan", "more"})  # screens that turn into it; below any other it stands by itself
SHOWN = "safety_shown"


@taps.on(SAFE_OPEN)
async def opened(visit: Visit) -> None:
    """The plan; a crisis card, or what came by itself, stays in sight above it."""
    if visit.tapped.name not in _TURNS:
        visit.screen = None
    await reply.ask(visit, None, "safety_plan")


@taps.on(SAFE_PART)
async def open_part(visit: Visit, value: Purpose) -> None:
    """One part of it; one that is empty asks for its first line at once, where it can be kept."""
    plan = await care_plan.plan_of(visit.tx, visit.person)
    if not plan[value] and await keeps_words(visit.tx, visit.person):
        await reply.ask(visit, "safety", "safety_plan", {"part": value, "view": "ask"})
    else:
        await reply.ask(visit, None, "safety_plan", {"part": value})


@taps.on(SAFE_ADD, SAFE_IDEAS)
async def ask(visit: Visit, value: Purpose) -> None:
    """Asks for a line, where it can be kept; or gives some ideas, as they asked for them."""
    if await reply.can_keep(visit):
        view = "ideas" if visit.tap is SAFE_IDEAS else "ask"
        await reply.ask(visit, "safety", "safety_plan", {"part": value, "view": view})


@taps.on(SAFE_TAKE)
async def take(visit: Visit, value: tuple[int, Purpose]) -> None:
    """One of the ideas, in its words."""
    number, part = value
    if number > IDEAS[part]:
        await reply.not_there(visit)
        return
    words = texts_for(visit.person.locale).label(f"safety-{part}-{number}")
    if await care_plan.add_line(visit.tx, visit.person, part, words) is None:
        await reply.typed_refused(visit, words)
    await reply.ask(visit, None, "safety_plan", {"part": part})


@safety_router.message(Awaits("safety"), _CLIENT)
async def typed(message: Message, visit: Visit) -> None:
    """A line was typed, or other words for one."""
    row, text = await reply.asked(visit), message.text or ""
    args = row.args if row else {}
    code = args.get("part")
    if "line" in args:
        line = await care_plan.plan_line(visit.tx, visit.person, args["line"])
        kept = await care_plan.change_line(visit.tx, visit.person, args["line"], text)
        code = line.purpose if line else None
    else:
        named = Purpose(code) if code in set(SAFETY) else None
        kept = named is not None and bool(await care_plan.add_line(visit.tx, visit.person, named, text))
    if not kept:
        await reply.typed_refused(visit, text)
        return
    await reply.typed_taken(visit, text, care_plan.LENGTH)
    await reply.ask(visit, None, "safety_plan", {"part": code} if code else None)


@taps.on(SAFE_LINE, SAFE_CHANGE)
async def line(visit: Visit, value: int) -> None:
    """One line: to be changed or taken off."""
    if await care_plan.plan_line(visit.tx, visit.person, value) is None:
        await reply.not_there(visit)
    elif visit.tap is SAFE_CHANGE:
        await reply.ask(visit, "safety", "safety_plan", {"line": value, "view": "ask"})
    else:
        await reply.ask(visit, None, "safety_plan", {"line": value})


@taps.on(SAFE_OFF, SAFE_BACK)
async def off(visit: Visit, number: int) -> None:
    """Taken off, which can be undone; or back on."""
    back = visit.tap is SAFE_BACK
    found = await care_plan.plan_line(visit.tx, visit.person, number, also_ended=True)
    if found is None or not await care_plan.end_line(visit.tx, visit.person, number, back=back):
        await reply.not_there(visit)
        return
    await reply.ask(visit, None, "safety_plan", {"part": found.purpose, **({} if back else {"gone": number})})


@taps.on(SAFE_SHOW, SAFE_HIDE)
async def show(visit: Visit) -> None:
    """The practitioner is shown it as it stands now, or no more."""
    if visit.tap is SAFE_SHOW:
        plan = await care_plan.plan_of(visit.tx, visit.person)
        words = words_of(plan, texts_for(visit.person.locale))
        done = bool(words) and await care_plan.show_plan(visit.tx, visit.person, words)
        visit.toast = "toast-shared" if done else "toast-empty"
    else:
        await care_plan.hide_plan(visit.tx, visit.person)
        visit.toast = "toast-kept"
    await refresh_of(visit.tx, visit.person)
    await reply.ask(visit, None, "safety_plan")


@taps.on(SAFE_NEVER)
async def never(visit: Visit) -> None:
    """It is not offered any more; where it is stays said."""
    await set_preference(visit.tx, visit.person, Switch.SAFETY, on=False)
    await reply.view(visit)
    await reply.note(visit, "safety-off")


@taps.on(SAFE_OF)
async def of_client(visit: Visit) -> None:
    """A client's, opened from their week; whether it may be seen is looked up when it is shown."""
    row = visit.tapped
    if row.subject_id is None:
        return
    await care_plan.plan_asked(visit.tx, visit.person, row.subject_id)
    await reply.answer(visit, SHOWN, subject_id=row.subject_id)


@taps.on(SAFE_OF_BACK)
async def back_to_week(visit: Visit) -> None:
    """Back to the client's week."""
    await reply.answer(visit, "summary", subject_id=visit.subject)
