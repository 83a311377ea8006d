"""A client's safety plan: look, add, change, take off, show the practitioner and take that back."""

from aiogram import Router
from aiogram.types import Message

from bot.dispatch import Handlers
from bot.filters import Awaits, Is
from bot.routers import own, speak
from bot.screens.safety_plan import words_of
from bot.taps.safety import (
    IDEAS,
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
from bot.visit import Visit
from care import safety, say
from care.own_client import own_client
from care.switching import turn
from care.toolkit import keeps_words
from db import clients, events
from programme.events.safety import SafetyPlanRead
from programme.own_words import SAFETY, Purpose
from programme.people import Role
from programme.switch import Switch

router = Router(name="safety")
taps = Handlers()
_CLIENT = Is(Role.CLIENT)
_TURNS = frozenset({"safety_plan", "more"})  # screens that turn into it; below any other it stands by itself
SHOWN = "safety_shown"


@taps.on(SAFE_OPEN)
async def opened(visit: Visit) -> None:
    """The plan; a crisis card, or what came by itself, stays in sight above it."""
    if visit.tapped.name not in _TURNS:
        visit.screen = None
    await speak.ask(visit, None, "safety_plan")


@taps.on(SAFE_PART)
async def open_part(visit: Visit, value: Purpose) -> None:
    """One part of it; one that is empty asks for its first line at once, where it can be kept."""
    plan = await safety.plan_of(visit.tx, visit.person)
    if not plan[value] and await keeps_words(visit.tx, visit.person):
        await speak.ask(visit, "safety", "safety_plan", {"part": value, "view": "ask"})
    else:
        await speak.ask(visit, None, "safety_plan", {"part": value})


@taps.on(SAFE_ADD, SAFE_IDEAS)
async def ask(visit: Visit, value: Purpose) -> None:
    """Asks for a line, where it can be kept; or gives some ideas, as they asked for them."""
    if await own.keeps(visit):
        view = "ideas" if visit.tap is SAFE_IDEAS else "ask"
        await speak.ask(visit, "safety", "safety_plan", {"part": value, "view": view})


@taps.on(SAFE_TAKE)
async def take(visit: Visit, value: tuple[int, Purpose]) -> None:
    """One of the ideas, in its words."""
    number, part = value
    if number > IDEAS[part]:
        await own.gone(visit)
        return
    words = texts_for(visit.person.locale).label(f"safety-{part}-{number}")
    if await safety.add_line(visit.tx, visit.person, part, words) is None:
        await own.refused(visit, words)
    await speak.ask(visit, None, "safety_plan", {"part": part})


@router.message(Awaits("safety"), _CLIENT)
async def typed(message: Message, visit: Visit) -> None:
    """A line was typed, or other words for one."""
    row, text = await speak.asked(visit), message.text or ""
    args = row.args if row else {}
    code = args.get("part")
    if "line" in args:
        line = await safety.line_of(visit.tx, visit.person, args["line"])
        kept = await safety.change_line(visit.tx, visit.person, args["line"], text)
        code = line.purpose if line else None
    else:
        named = Purpose(code) if code in set(SAFETY) else None
        kept = named is not None and bool(await safety.add_line(visit.tx, visit.person, named, text))
    if not kept:
        await own.refused(visit, text)
        return
    await own.taken(visit, text, safety.LENGTH)
    await speak.ask(visit, None, "safety_plan", {"part": code} if code else None)


@taps.on(SAFE_LINE, SAFE_CHANGE)
async def line(visit: Visit, value: int) -> None:
    """One line: to be changed or taken off."""
    if await safety.line_of(visit.tx, visit.person, value) is None:
        await own.gone(visit)
    elif visit.tap is SAFE_CHANGE:
        await speak.ask(visit, "safety", "safety_plan", {"line": value, "view": "ask"})
    else:
        await speak.ask(visit, None, "safety_plan", {"line": value})


@taps.on(SAFE_OFF, SAFE_BACK)
async def off(visit: Visit, number: int) -> None:
    """Taken off, which can be undone; or back on."""
    back = visit.tap is SAFE_BACK
    found = await safety.line_of(visit.tx, visit.person, number, also_ended=True)
    if found is None or not await safety.end_line(visit.tx, visit.person, number, back=back):
        await own.gone(visit)
        return
    await speak.ask(visit, None, "safety_plan", {"part": found.purpose, **({} if back else {"gone": number})})


@taps.on(SAFE_SHOW, SAFE_HIDE)
async def show(visit: Visit) -> None:
    """The practitioner is shown it as it stands now, or no more."""
    client = await clients.get(visit.tx, visit.person.id)
    if visit.tap is SAFE_SHOW:
        plan = await safety.plan_of(visit.tx, visit.person)
        words = words_of(plan, texts_for(visit.person.locale))
        done = bool(words) and await safety.show_plan(visit.tx, visit.person, words)
        visit.toast = "toast-shared" if done else "toast-empty"
    else:
        await safety.hide_plan(visit.tx, visit.person)
        visit.toast = "toast-kept"
    if client is not None:
        await say.refresh_client(visit.tx, client.practitioner_id, visit.person.id)
    await speak.ask(visit, None, "safety_plan")


@taps.on(SAFE_NEVER)
async def never(visit: Visit) -> None:
    """It is not offered any more; where it is stays said."""
    await turn(visit.tx, visit.person, Switch.SAFETY, on=False)
    await speak.view(visit)
    await speak.note(visit, "safety-off")


@taps.on(SAFE_OF)
async def of_client(visit: Visit) -> None:
    """A client's, opened from their week; whether it may be seen is looked up when it is shown."""
    row = visit.tapped
    if row.subject_id is None:
        return
    client = await own_client(visit.tx, visit.person, row.subject_id)
    if client is not None and await safety.shown_of(visit.tx, client.id) is not None:
        await events.add(visit.tx, client.id, SafetyPlanRead(), actor=visit.person.id)
    await speak.answer(visit, SHOWN, subject_id=row.subject_id)


@taps.on(SAFE_OF_BACK)
async def back_to_week(visit: Visit) -> None:
    """Back to the client's week."""
    await speak.answer(visit, "summary", subject_id=visit.subject)
