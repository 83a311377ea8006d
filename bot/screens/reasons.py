"""Reasons in the client's own words: why they stop, and what smoking and stopping give and cost, now and later."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screen import Rows, Screen, does
from bot.screens.own_parts import home, undo, who_line
from bot.screens.parts import EXCERPT, LABEL, cut, lines, paragraphs
from bot.screens.reads import sees_of
from bot.screens.sees import Sees
from bot.taps.planning import (
    BELIEFS,
    REASON,
    REASON_ASK,
    REASON_BACK,
    REASON_EDIT,
    REASON_GONE,
    REASON_LIST,
    REASON_PIN,
    REASON_TABLE,
)
from bot.texts import Texts
from db import reasons
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.reason import NOW_AND_LATER, RECALLED, Reason, Side

SHOWN = 3  # of each list beside the others


@dataclass(frozen=True, slots=True)
class Facts:
    """`reasons` of all lists. `view`: "table" of the four lists, "ask" for words, "" for the list of that `side`.

    `opened` is the one that was tapped, `off` the id of the one taken off.
    """

    sees: Sees
    reasons: Sequence[Reason] = ()
    side: Side = Side.WHY
    view: str = ""
    opened: Reason | None = None
    off: int = 0

    @property
    def listed(self) -> Sequence[Reason]:
        """Those of the list that is shown."""
        return self.of(self.side)

    def of(self, side: Side) -> Sequence[Reason]:
        """Those of one list, the pinned one first."""
        return sorted((one for one in self.reasons if one.side is side), key=lambda one: (not one.pinned, one.id))


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As they are kept now."""
    there = await reasons.of_person(tx, person.id)
    opened = next((one for one in there if one.id == row.subject_id), None)
    side = row.args.get("side", "")
    shown = opened.side if opened else Side(side) if side in set(Side) else Side.WHY
    return Facts(
        await sees_of(tx, person), there, shown, str(row.args.get("view", "")), opened, int(row.args.get("off") or 0)
    )


def screen(facts: Facts, texts: Texts) -> Screen:
    """One list, the four lists of now and later, one reason, or the question for words."""
    if facts.view == "ask":
        return _ask(facts, texts)
    if facts.view == "table":
        return _table(facts, texts)
    return _item(facts.opened, texts) if facts.opened is not None else _list(facts, texts)


def _ask(facts: Facts, texts: Texts) -> Screen:
    back = ((does(texts.label("button-back"), REASON_LIST, facts.side),),)
    if facts.opened is not None:
        return Screen(texts("reasons-other-words", words=cut(facts.opened.words, EXCERPT)), back)
    return Screen(texts(f"reasons-ask-{facts.side}"), back)


def _title(side: Side, texts: Texts) -> str:
    return texts("reasons") if side is Side.WHY else f"<b>{texts(f'reasons-side-{side}')}</b>"


def _line(one: Reason, texts: Texts) -> str:
    return texts("reasons-line-pinned" if one.pinned else "reasons-line", words=cut(one.words, EXCERPT))


def _list(facts: Facts, texts: Texts) -> Screen:
    add = does(texts.label("reasons-add"), REASON_ASK, facts.side)
    if facts.side is Side.WHY:
        way: Rows = (
            (add, does(texts.label("reasons-now-later"), REASON_TABLE)),
            (does(texts.label("beliefs-button"), BELIEFS), home(texts, "more")),
        )
    else:
        way = ((add, does(texts.label("button-back"), REASON_TABLE)),)
    taken: Rows = ((undo(texts, REASON_BACK, facts.off),),) if facts.off else ()
    off = texts("reasons-removed") if facts.off else None
    if not facts.listed:
        none = texts("reasons-none" if facts.side is Side.WHY else "reasons-empty")
        return Screen(
            paragraphs(_title(facts.side, texts), lines(off, none), who_line(facts.sees, texts)), (*taken, *way)
        )
    hint = texts("reasons-more" if facts.side in RECALLED else "toolkit-more")
    listed = lines(_title(facts.side, texts), *(_line(one, texts) for one in facts.listed))
    opens = tuple((does(cut(one.words, LABEL), REASON, one.id),) for one in facts.listed)
    return Screen(paragraphs(listed, lines(off, hint), who_line(facts.sees, texts)), (*opens, *taken, *way))


def _table(facts: Facts, texts: Texts) -> Screen:
    there = any(facts.of(side) for side in NOW_AND_LATER)
    body = [_part(facts, side, texts) for side in NOW_AND_LATER] if there else [texts("reasons-table-none")]
    opens = tuple((does(texts.label(f"reasons-side-{side}"), REASON_LIST, side),) for side in NOW_AND_LATER)
    back = does(texts.label("reasons-back"), REASON_LIST, Side.WHY)
    return Screen(paragraphs(texts("reasons-table"), *body, who_line(facts.sees, texts)), (*opens, (back,)))


def _part(facts: Facts, side: Side, texts: Texts) -> str:
    """A list of the four, shortened: whole it stands on its own screen."""
    shown = [_line(one, texts) for one in facts.of(side)[:SHOWN]]
    return lines(_title(side, texts), *(shown or [texts("reasons-empty")]))


def _item(one: Reason, texts: Texts) -> Screen:
    pinned = texts("reasons-item-pinned") if one.pinned else None
    pin = does(texts.label("reasons-unpin" if one.pinned else "reasons-pin"), REASON_PIN, one.id)
    edit = does(texts.label("reasons-edit"), REASON_EDIT, one.id)
    gone = does(texts.label("reasons-remove"), REASON_GONE, one.id)
    back = does(texts.label("button-back"), REASON_LIST, one.side)
    first = ((pin,),) if one.side in RECALLED else ()
    words = paragraphs(texts("reasons-item", words=cut(one.words, EXCERPT)), pinned)
    return Screen(words, (*first, (edit, gone), (back,)))
