"""Getting ready for the quit date, and telling others."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.check_in.taps import CARD_AWAY
from bot.kit.own_words import lead_to, plan_home, undo_button, who_line
from bot.kit.parts import LABEL, cut, lines, paragraphs, rows
from bot.kit.people import Sees, sees_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_VIEW
from bot.planning.taps import (
    DRAFTS,
    PREPARE_ASK,
    PREPARE_BACK,
    PREPARE_DROP,
    PREPARE_NOT_READY,
    PREPARE_OWN,
    PREPARE_TICK,
    TELLING_ASK,
    TELLING_BACK,
    TELLING_DRAFT,
    TELLING_DROP,
    TELLING_KNOWS,
    TELLING_OWN,
)
from bot.quitting.taps import QUIT_DATE
from bot.supporters.parts import ticked
from bot.texts import Texts
from bot.texts.dates import day
from bot.texts.service import escaped
from care.quitting.preparing import Preparing, preparing_of, read_preparing_about, told_list
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person, today_of
from programme.planning.reasons import OwnWords, Purpose
from programme.quitting.attempts import Thing


@dataclass(frozen=True, slots=True)
class PrepareFacts:
    """`there` is the list as it stands. `args`: "view" as tapped open; "off" the id of what was taken off."""

    today: date
    sees: Sees
    there: Preparing
    args: Mapping[str, Any] = field(default_factory=dict)


async def prepare_facts(tx: Tx, person: Person, row: ScreenRow) -> PrepareFacts:
    """As it stands now."""
    return PrepareFacts(today_of(tx.now, person), await sees_of(tx, person), await preparing_of(tx, person), row.args)


def prepare_screen(facts: PrepareFacts, texts: Texts) -> Screen:
    """The list; a question for something of their own; or a kind word for who is not ready."""
    match facts.args.get("view"):
        case "ask":
            return Screen(texts("prepare-ask"), ((plan_home(texts, "prepare"),),))
        case "off":
            own = tuple((does(cut(one.words, LABEL), PREPARE_DROP, one.id),) for one in facts.there.own)
            return Screen(texts("prepare-own-off-ask"), (*own, (plan_home(texts, "prepare"),)))
        case "not_ready":
            move = does(texts.label("prepare-move"), QUIT_DATE)
            return Screen(texts("prepare-not-ready-said"), ((move, plan_home(texts, "prepare")),))
    there = facts.there
    head = lines(texts("prepare"), _date(facts, texts), texts("prepare-what"))
    listed = lines(*_listed(there, texts))
    count = texts("prepare-count", ready=there.ready, all=there.all) if facts.sees.keep else None
    return Screen(paragraphs(head, listed, count, who_line(facts.sees, texts)), _buttons(facts, texts))


def _date(facts: PrepareFacts, texts: Texts) -> str | None:
    on = facts.there.quit_on
    return None if on is None else texts("prepare-date", days=(on - facts.today).days, day=day(texts, on))


def _listed(there: Preparing, texts: Texts) -> Iterator[str]:
    mark = {True: "☑", False: "☐"}
    for thing in Thing:
        yield texts("prepare-line", mark=mark[thing in there.done], what=texts.label(f"prepare-thing-{thing}"))
    for one in there.own:
        yield texts("prepare-line", mark=mark[one.on_date is not None], what=one.words)


def _buttons(facts: PrepareFacts, texts: Texts) -> Rows:
    there = facts.there
    if not facts.sees.keep:
        return ((plan_home(texts),),)
    things = (
        ticked(texts, texts.label(f"prepare-button-{thing}"), thing in there.done, PREPARE_TICK, thing)
        for thing in Thing
    )
    own = ((ticked(texts, cut(one.words, LABEL), one.on_date is not None, PREPARE_OWN, one.id),) for one in there.own)
    taken = ((undo_button(texts, PREPARE_BACK, facts.args["off"]),),) if facts.args.get("off") else ()
    off = (does(texts.label("prepare-own-off"), OPEN_VIEW, "off"),) if there.own else ()
    add = does(texts.label("prepare-add"), PREPARE_ASK)
    return (*rows(things, 2), *own, *taken, (add, *off), (plan_home(texts),))


PrepareCardFacts = tuple[int, Preparing]  # the days that are left, and the list


async def prepare_card_facts(tx: Tx, person: Person, about: int) -> PrepareCardFacts | None:
    """The list, as long as that quit date is still to come."""
    there = await preparing_of(tx, person)
    if there.quit_on is None or there.quit_on != read_preparing_about(about)[0]:
        return None
    return (there.quit_on - today_of(tx.now, person)).days, there


def prepare_card_words(facts: PrepareCardFacts, texts: Texts) -> str:
    """How many days, and how much is done."""
    days, there = facts
    done = texts("prepare-count", ready=there.ready, all=there.all) if there.ready else None
    return lines(texts("prepare-card", days=days), done)


def prepare_card_buttons(facts: PrepareCardFacts, texts: Texts) -> Rows:  # noqa: ARG001
    """The list; not ready; not now."""
    not_ready = does(texts.label("prepare-not-ready"), PREPARE_NOT_READY)
    not_now = does(texts.label("button-not-now"), CARD_AWAY)
    return (lead_to(texts, "prepare-open", "prepare"),), (not_ready, not_now)


@dataclass(frozen=True, slots=True)
class TellingFacts:
    """`who` is on the list, `drafts` are words of their own.

    `args`: "view" as tapped open; "ours" or "own" the draft that is open; "off" the id of what was taken off.
    """

    sees: Sees
    who: Sequence[OwnWords] = ()
    drafts: Sequence[OwnWords] = ()
    args: Mapping[str, Any] = field(default_factory=dict)


async def telling_facts(tx: Tx, person: Person, row: ScreenRow) -> TellingFacts:
    """As it stands now."""
    who, drafts = await told_list(tx, person, Purpose.KNOWS), await told_list(tx, person, Purpose.TELLS)
    return TellingFacts(await sees_of(tx, person), who, drafts, row.args)


def telling_screen(facts: TellingFacts, texts: Texts) -> Screen:
    """The list; the words; or one of them, to be copied."""
    back = (plan_home(texts, "telling"),)
    match facts.args.get("view"):
        case "ask":
            return Screen(texts("telling-ask"), (back,))
        case "own":
            return Screen(texts("telling-own-ask"), ((does(texts.label("button-back"), OPEN_VIEW, "words"),),))
        case "off":
            who = tuple((does(cut(one.words, LABEL), TELLING_DROP, one.id),) for one in facts.who)
            return Screen(texts("telling-off-ask"), (*who, back))
        case "words":
            return _words(facts, texts)
        case "draft":
            return _draft(facts, texts)
    return _list(facts, texts)


def _list(facts: TellingFacts, texts: Texts) -> Screen:
    who = tuple(
        (ticked(texts, cut(one.words, LABEL), one.on_date is not None, TELLING_KNOWS, one.id),) for one in facts.who
    )
    off = (does(texts.label("telling-off"), OPEN_VIEW, "off"),) if facts.who else ()
    words = does(texts.label("telling-words"), OPEN_VIEW, "words")
    hint = texts("telling-tap" if who else "telling-none")
    head = lines(texts("telling"), texts("telling-what"), hint)
    add = does(texts.label("telling-add"), TELLING_ASK)
    buttons = (*who, *_taken(facts, texts), (words, add), (*off, plan_home(texts)))
    return Screen(paragraphs(head, who_line(facts.sees, texts)), buttons)


def _taken(facts: TellingFacts, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    off = facts.args.get("off")
    return ((undo_button(texts, TELLING_BACK, off),),) if off else ()


def _words(facts: TellingFacts, texts: Texts) -> Screen:
    ours = (
        (does(cut(texts.label(f"telling-draft-{n}"), LABEL), TELLING_DRAFT, (True, n)),) for n in range(1, DRAFTS + 1)
    )
    own = ((does(cut(one.words, LABEL), TELLING_DRAFT, (False, one.id)),) for one in facts.drafts)
    write = does(texts.label("telling-own"), TELLING_OWN)
    return Screen(
        texts("telling-words-ask"), (*own, *ours, *_taken(facts, texts), (write, plan_home(texts, "telling")))
    )


def _draft(facts: TellingFacts, texts: Texts) -> Screen:
    """The words stand alone, so that a tap on them copies them too where a button does not."""
    own = next((one for one in facts.drafts if one.id == facts.args.get("own")), None)
    ours = int(facts.args.get("ours") or 0)
    if own is None and not 0 < ours <= DRAFTS:
        return _words(facts, texts)
    words = own.words if own is not None else texts.label(f"telling-draft-{ours}")
    copy = Button(texts.label("telling-copy"), copies=words)
    drop = (does(texts.label("telling-drop"), TELLING_DROP, own.id),) if own is not None else ()
    back = does(texts.label("button-back"), OPEN_VIEW, "words")
    return Screen(paragraphs(texts("telling-draft"), f"<code>{escaped(words)}</code>"), ((copy,), (*drop, back)))
