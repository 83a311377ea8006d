"""Telling others: who is to know and who knows, and words that the client copies and sends themselves."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.screen import Button, Screen, does
from bot.screens.own_parts import home, undo, who_line
from bot.screens.parts import LABEL, cut, lines, paragraphs
from bot.screens.reads import sees_of
from bot.screens.sees import Sees
from bot.screens.support_parts import ticked
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.planning import DRAFTS, TELLING_ASK, TELLING_BACK, TELLING_DRAFT, TELLING_DROP, TELLING_KNOWS, TELLING_OWN
from bot.texts import Texts
from bot.texts.service import escaped
from care.telling import listed
from db.screens import ScreenRow
from db.tx import Tx
from programme.own_words import OwnWords, Purpose
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`who` is on the list, `drafts` are words of their own.

    `args`: "view" as tapped open; "ours" or "own" the draft that is open; "off" the id of what was taken off.
    """

    sees: Sees
    who: Sequence[OwnWords] = ()
    drafts: Sequence[OwnWords] = ()
    args: Mapping[str, Any] = field(default_factory=dict)


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As it stands now."""
    who, drafts = await listed(tx, person, Purpose.KNOWS), await listed(tx, person, Purpose.TELLS)
    return Facts(await sees_of(tx, person), who, drafts, row.args)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The list; the words; or one of them, to be copied."""
    back = (home(texts, "telling"),)
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


def _list(facts: Facts, texts: Texts) -> Screen:
    who = tuple(
        (ticked(texts, cut(one.words, LABEL), one.on_date is not None, TELLING_KNOWS, one.id),) for one in facts.who
    )
    off = (does(texts.label("telling-off"), OPEN_VIEW, "off"),) if facts.who else ()
    words = does(texts.label("telling-words"), OPEN_VIEW, "words")
    hint = texts("telling-tap" if who else "telling-none")
    head = lines(texts("telling"), texts("telling-what"), hint)
    add = does(texts.label("telling-add"), TELLING_ASK)
    buttons = (*who, *_taken(facts, texts), (words, add), (*off, home(texts)))
    return Screen(paragraphs(head, who_line(facts.sees, texts)), buttons)


def _taken(facts: Facts, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    off = facts.args.get("off")
    return ((undo(texts, TELLING_BACK, off),),) if off else ()


def _words(facts: Facts, texts: Texts) -> Screen:
    ours = (
        (does(cut(texts.label(f"telling-draft-{n}"), LABEL), TELLING_DRAFT, (True, n)),) for n in range(1, DRAFTS + 1)
    )
    own = ((does(cut(one.words, LABEL), TELLING_DRAFT, (False, one.id)),) for one in facts.drafts)
    write = does(texts.label("telling-own"), TELLING_OWN)
    return Screen(texts("telling-words-ask"), (*own, *ours, *_taken(facts, texts), (write, home(texts, "telling"))))


def _draft(facts: Facts, texts: Texts) -> Screen:
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
