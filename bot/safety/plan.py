"""A client's safety plan: its parts, as it is shown to their practitioner, and offered in a calm hour."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.check_in.taps import CARD_AWAY
from bot.kit.own_words import undo_button
from bot.kit.parts import LABEL, cut, lines, paragraphs, rows
from bot.kit.people import Sees, called, sees_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_PLAN
from bot.safety.taps import (
    IDEAS,
    SAFE_ADD,
    SAFE_BACK,
    SAFE_CHANGE,
    SAFE_HIDE,
    SAFE_IDEAS,
    SAFE_LINE,
    SAFE_NEVER,
    SAFE_OF_BACK,
    SAFE_OFF,
    SAFE_OPEN,
    SAFE_PART,
    SAFE_SHOW,
    SAFE_TAKE,
)
from bot.texts import Texts
from bot.texts.dates import day
from bot.texts.service import escaped
from care.practice.clients import authorise_client
from care.safety.cards import card_of
from care.safety.plan import MOST, SafetyPlan, is_plan_wanted, plan_line, plan_of, shown_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person
from programme.planning.reasons import SAFETY, OwnWords, Purpose

_VIEWS = ("ask", "ideas")


@dataclass(frozen=True, slots=True)
class SafetyPlanFacts:
    """`part` is the one opened, `line` the line, `view` what is asked; `gone` was taken off a moment ago.

    `danger` is one line of the crisis card. `shown_on`: the practitioner sees it as it was on that day.
    """

    plan: SafetyPlan
    danger: str
    sees: Sees = field(default_factory=Sees)
    part: Purpose | None = None
    line: OwnWords | None = None
    view: str = ""
    gone: OwnWords | None = None
    shown_on: date | None = None


async def safety_plan_facts(tx: Tx, person: Person, row: ScreenRow) -> SafetyPlanFacts:
    """As it is kept now."""
    args, plan = row.args, await plan_of(tx, person)
    part = args.get("part")
    line = await plan_line(tx, person, int(args["line"])) if "line" in args else None
    gone = await plan_line(tx, person, int(args["gone"]), also_ended=True) if "gone" in args else None
    shown, sees = await shown_of(tx, person.id), await sees_of(tx, person)
    danger = (await card_of(tx, person)).danger
    named = Purpose(part) if part in set(SAFETY) else None
    gone = gone if gone is not None and gone.ended else None
    return SafetyPlanFacts(
        plan, danger, sees, named, line, args.get("view", ""), gone, shown.on_date if shown else None
    )


def safety_plan_screen(facts: SafetyPlanFacts, texts: Texts) -> Screen:
    """What was opened, or all of it."""
    part = facts.line.purpose if facts.line else facts.part
    if part is not None and facts.view in _VIEWS:
        return _ask(facts, part, texts)
    if facts.line is not None:
        return _line(facts.line, texts)
    return _home(facts, texts) if part is None else _part(facts, part, texts)


def words_of(plan: SafetyPlan, texts: Texts) -> str:
    """All that is in it, part by part, in plain words; what is empty is left out."""
    parts = ((texts.label(f"safety-open-{part}"), *_plain(plan[part], texts)) for part in SAFETY if plan[part])
    return paragraphs(*(lines(*part) for part in parts))


def _plain(own: Sequence[OwnWords], texts: Texts) -> list[str]:
    return [texts.label("safety-line", words=one.words) for one in own]


def _listed(part: Purpose, own: Sequence[OwnWords], texts: Texts) -> str:
    return lines(texts(f"safety-part-{part}"), *(texts("safety-line", words=one.words) for one in own))


def _home(facts: SafetyPlanFacts, texts: Texts) -> Screen:
    there = paragraphs(*(_listed(part, facts.plan[part], texts) for part in SAFETY if facts.plan[part]))
    parts = ((does(texts.label(f"safety-open-{part}"), SAFE_PART, part),) for part in SAFETY)
    about = None if there else texts("safety-about")
    last = ((does(texts.label("button-back"), OPEN_PLAN, "more"),),)
    words = paragraphs(texts("safety"), about, there or None, facts.danger, _who(facts, texts))
    return Screen(words, (*parts, *_show(facts, texts, there=bool(there)), *last))


def _who(facts: SafetyPlanFacts, texts: Texts) -> str:
    """Who sees it: nobody, unless they tapped so."""
    who = facts.sees.practitioner
    if not facts.sees.keep:
        return texts("plan-unkept")
    if who is None:
        return texts("plan-who-you")
    if facts.shown_on is not None:
        return texts("safety-who-shown", practitioner=who, day=day(texts, facts.shown_on))
    return texts("safety-who-not", practitioner=who)


def _show(facts: SafetyPlanFacts, texts: Texts, *, there: bool) -> tuple[tuple[Button, ...], ...]:
    who = facts.sees.practitioner
    if who is None or not facts.sees.keep:
        return ()
    show = (does(texts.label("safety-show", practitioner=who), SAFE_SHOW),) if there else ()
    hide = (does(texts.label("safety-hide"), SAFE_HIDE),) if facts.shown_on is not None else ()
    return ((*show, *hide),) if show or hide else ()


def _part(facts: SafetyPlanFacts, part: Purpose, texts: Texts) -> Screen:
    own = facts.plan[part]
    gone = texts("safety-gone", words=cut(facts.gone.words, LABEL)) if facts.gone else None
    back = ((undo_button(texts, SAFE_BACK, facts.gone.id),),) if facts.gone else ()
    each = tuple((does(cut(one.words, LABEL), SAFE_LINE, one.id),) for one in own)
    add = (does(texts.label("safety-add"), SAFE_ADD, part),) if len(own) < MOST else ()
    none = None if own else texts("safety-empty")
    words = paragraphs(gone, lines(_listed(part, own, texts), none))
    return Screen(words, (*back, *each, (*add, does(texts.label("button-back"), SAFE_OPEN))))


def _line(line: OwnWords, texts: Texts) -> Screen:
    change = does(texts.label("safety-change"), SAFE_CHANGE, line.id)
    off = does(texts.label("safety-off"), SAFE_OFF, line.id)
    return Screen(
        texts("safety-line", words=line.words),
        ((change, off), (does(texts.label("button-back"), SAFE_PART, line.purpose),)),
    )


def _ask(facts: SafetyPlanFacts, part: Purpose, texts: Texts) -> Screen:
    """Asks for one line; what becomes of words of danger is said here, where it can still be said in other words."""
    is_first = facts.view == "ask" and not facts.plan[part]
    label = texts.label("button-back")
    back = does(label, SAFE_OPEN) if is_first else does(label, SAFE_PART, part)
    if facts.view == "ideas":
        found = (does(texts.label(f"safety-{part}-{n}"), SAFE_TAKE, (n, part)) for n in range(1, IDEAS[part] + 1))
        return Screen(texts("safety-ideas"), (*rows(found, 2), (back,)))
    ideas = () if facts.line else (does(texts.label("safety-some-ideas"), SAFE_IDEAS, part),)
    asked = texts("safety-change-ask") if facts.line else texts(f"safety-ask-{part}")
    softer = texts("safety-softer") if part is Purpose.SAFE_NOTICE else None
    return Screen(paragraphs(asked, lines(texts("safety-danger-words"), softer)), ((*ideas, back),))


def to_plan(texts: Texts) -> Button:
    """Opens it below."""
    return does(texts.label("safety-mine"), SAFE_OPEN)


@dataclass(frozen=True, slots=True)
class SafetyShownFacts:
    """`words` as they were on that day; None: it is not shown any more. `name` None: not their client any more."""

    name: str | None
    words: str | None = None
    on: date | None = None


async def safety_shown_facts(tx: Tx, person: Person, row: ScreenRow) -> SafetyShownFacts:
    """While the client shows it, and to nobody but the practitioner they are with."""
    client = await authorise_client(tx, person, row.subject_id or 0)
    if client is None:
        return SafetyShownFacts(None)
    shown = await shown_of(tx, client.id)
    name = await called(tx, person, client.id)
    return SafetyShownFacts(name, shown.words, shown.on_date) if shown else SafetyShownFacts(name)


def safety_shown_screen(facts: SafetyShownFacts, texts: Texts) -> Screen:
    """Whose it is, of which day, and the words; that nobody watches it."""
    back = ((does(texts.label("button-back"), SAFE_OF_BACK),),)
    if facts.name is None or facts.words is None or facts.on is None:
        return Screen(texts("safety-shown-no-more"), back if facts.name else ())
    head = texts("safety-shown-head", name=facts.name, day=day(texts, facts.on))
    return Screen(paragraphs(head, escaped(facts.words)), back)


async def safety_card_facts(tx: Tx, person: Person, about: int) -> int | None:
    """None once there is one, or they want no more of it."""
    return about if await is_plan_wanted(tx, person) else None


def safety_card_words(facts: int, texts: Texts) -> str:  # noqa: ARG001
    """The offer."""
    return texts("safety-card")


def safety_card_buttons(facts: int, texts: Texts) -> Rows:  # noqa: ARG001
    """Write one, not now, don't ask."""
    start = does(texts.label("safety-card-start"), SAFE_OPEN)
    rest = does(texts.label("check-in-not-now"), CARD_AWAY), does(texts.label("safety-card-never"), SAFE_NEVER)
    return ((start,), rest)
