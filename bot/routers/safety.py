"""A client's safety plan: look, add, change, take off, show the practitioner and take that back."""

from aiogram import Router
from aiogram.types import CallbackQuery, Message

from bot.filters import Awaits, Does, Is, On
from bot.routers import own, speak
from bot.screens.own_parts import read_pair
from bot.screens.safety_plan import IDEAS, words_of
from bot.tap import Tap
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
_CLIENT = Is(Role.CLIENT)
_TURNS = frozenset({"safety_plan", "more"})  # screens that turn into it; below any other it stands by itself
SHOWN = "safety_shown"


@router.callback_query(Does("safe_open"), _CLIENT)
async def opened(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """The plan; a crisis card, or what came by itself, stays in sight above it."""
    if visit.screen is not None and visit.screen.name not in _TURNS:
        visit.screen = None
    await speak.ask(visit, None, "safety_plan")


@router.callback_query(Does("safe_part"), _CLIENT)
async def part(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One part of it; one that is empty asks for its first line at once, where it can be kept."""
    if tap.arg not in set(SAFETY):
        return
    plan = await safety.plan_of(visit.tx, visit.person)
    if not plan[Purpose(tap.arg)] and await keeps_words(visit.tx, visit.person):
        await speak.ask(visit, "safety", "safety_plan", {"part": tap.arg, "view": "ask"})
    else:
        await speak.ask(visit, None, "safety_plan", {"part": tap.arg})


@router.callback_query(Does("safe_add", "safe_ideas"), _CLIENT)
async def ask(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Asks for a line, where it can be kept; or gives some ideas, as they asked for them."""
    if tap.arg in set(SAFETY) and await own.keeps(visit):
        view = "ideas" if tap.do == "safe_ideas" else "ask"
        await speak.ask(visit, "safety", "safety_plan", {"part": tap.arg, "view": view})


@router.callback_query(Does("safe_take"), _CLIENT)
async def take(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One of the ideas, in its words."""
    number, code = read_pair(tap.arg)
    if code in set(SAFETY) and 0 < number <= IDEAS[Purpose(code)]:
        words = texts_for(visit.person.locale).label(f"safety-{code}-{number}")
        if await safety.add_line(visit.tx, visit.person, Purpose(code), words) is None:
            await own.refused(visit, words)
        await speak.ask(visit, None, "safety_plan", {"part": code})


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


@router.callback_query(Does("safe_line", "safe_change"), _CLIENT)
async def line(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """One line: to be changed or taken off."""
    if await safety.line_of(visit.tx, visit.person, tap.number or 0) is None:
        await own.gone(visit)
    elif tap.do == "safe_change":
        await speak.ask(visit, "safety", "safety_plan", {"line": tap.number, "view": "ask"})
    else:
        await speak.ask(visit, None, "safety_plan", {"line": tap.number})


@router.callback_query(Does("safe_off", "safe_back"), _CLIENT)
async def off(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """Taken off, which can be undone; or back on."""
    number, back = tap.number or 0, tap.do == "safe_back"
    found = await safety.line_of(visit.tx, visit.person, number, also_ended=True)
    if found is None or not await safety.end_line(visit.tx, visit.person, number, back=back):
        await own.gone(visit)
        return
    await speak.ask(visit, None, "safety_plan", {"part": found.purpose, **({} if back else {"gone": number})})


@router.callback_query(Does("safe_show", "safe_hide"), _CLIENT)
async def show(query: CallbackQuery, visit: Visit, tap: Tap) -> None:  # noqa: ARG001
    """The practitioner is shown it as it stands now, or no more."""
    client = await clients.get(visit.tx, visit.person.id)
    if tap.do == "safe_show":
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


@router.callback_query(Does("safe_never"), _CLIENT)
async def never(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """It is not offered any more; where it is stays said."""
    await turn(visit.tx, visit.person, Switch.SAFETY, on=False)
    if visit.screen is not None and visit.screen.name == "check_in":
        await speak.view(visit)
    await speak.note(visit, "safety-off")


@router.callback_query(Does("safe_of"), On("summary"), Is(Role.PRACTITIONER))
async def of_client(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """A client's, opened from their week; whether it may be seen is looked up when it is shown."""
    row = visit.screen
    if row is None or row.subject_id is None:
        return
    client = await own_client(visit.tx, visit.person, row.subject_id)
    if client is not None and await safety.shown_of(visit.tx, client.id) is not None:
        await events.add(visit.tx, client.id, SafetyPlanRead(), actor=visit.person.id)
    await speak.answer(visit, SHOWN, subject_id=row.subject_id)


@router.callback_query(Does("safe_of_back"), On(SHOWN), Is(Role.PRACTITIONER))
async def back_to_week(query: CallbackQuery, visit: Visit) -> None:  # noqa: ARG001
    """Back to the client's week."""
    row = visit.screen
    if row is not None:
        await speak.answer(visit, "summary", subject_id=row.subject_id)
