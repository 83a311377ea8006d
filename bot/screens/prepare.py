"""Getting ready for the quit date: a list to tick, with things of one's own."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from bot.screen import Rows, Screen, does
from bot.screens.own_parts import home, undo, who_line
from bot.screens.parts import LABEL, cut, lines, paragraphs, rows
from bot.screens.reads import sees_of
from bot.screens.sees import Sees
from bot.screens.support_parts import ticked
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.planning import PREPARE_ASK, PREPARE_BACK, PREPARE_DROP, PREPARE_OWN, PREPARE_TICK
from bot.taps.quitting import QUIT_DATE
from bot.texts import Texts
from bot.texts.dates import day
from care.preparing import Preparing, preparing_of
from care.quit_date import today_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.preparing import Thing


@dataclass(frozen=True, slots=True)
class Facts:
    """`there` is the list as it stands. `args`: "view" as tapped open; "off" the id of what was taken off."""

    today: date
    sees: Sees
    there: Preparing
    args: Mapping[str, Any] = field(default_factory=dict)


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As it stands now."""
    return Facts(today_of(tx.now, person), await sees_of(tx, person), await preparing_of(tx, person), row.args)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The list; a question for something of their own; or a kind word for who is not ready."""
    match facts.args.get("view"):
        case "ask":
            return Screen(texts("prepare-ask"), ((home(texts, "prepare"),),))
        case "off":
            own = tuple((does(cut(one.words, LABEL), PREPARE_DROP, one.id),) for one in facts.there.own)
            return Screen(texts("prepare-own-off-ask"), (*own, (home(texts, "prepare"),)))
        case "not_ready":
            move = does(texts.label("prepare-move"), QUIT_DATE)
            return Screen(texts("prepare-not-ready-said"), ((move, home(texts, "prepare")),))
    there = facts.there
    head = lines(texts("prepare"), _date(facts, texts), texts("prepare-what"))
    listed = lines(*_listed(there, texts))
    count = texts("prepare-count", ready=there.ready, all=there.all) if facts.sees.keep else None
    return Screen(paragraphs(head, listed, count, who_line(facts.sees, texts)), _buttons(facts, texts))


def _date(facts: Facts, texts: Texts) -> str | None:
    on = facts.there.quit_on
    return None if on is None else texts("prepare-date", days=(on - facts.today).days, day=day(texts, on))


def _listed(there: Preparing, texts: Texts) -> Iterator[str]:
    mark = {True: "☑", False: "☐"}
    for thing in Thing:
        yield texts("prepare-line", mark=mark[thing in there.done], what=texts.label(f"prepare-thing-{thing}"))
    for one in there.own:
        yield texts("prepare-line", mark=mark[one.on_date is not None], what=one.words)


def _buttons(facts: Facts, texts: Texts) -> Rows:
    there = facts.there
    if not facts.sees.keep:
        return ((home(texts),),)
    things = (
        ticked(texts, texts.label(f"prepare-button-{thing}"), thing in there.done, PREPARE_TICK, thing)
        for thing in Thing
    )
    own = ((ticked(texts, cut(one.words, LABEL), one.on_date is not None, PREPARE_OWN, one.id),) for one in there.own)
    taken = ((undo(texts, PREPARE_BACK, facts.args["off"]),),) if facts.args.get("off") else ()
    off = (does(texts.label("prepare-own-off"), OPEN_VIEW, "off"),) if there.own else ()
    add = does(texts.label("prepare-add"), PREPARE_ASK)
    return (*rows(things, 2), *own, *taken, (add, *off), (home(texts),))
