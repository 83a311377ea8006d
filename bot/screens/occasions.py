"""Where others smoke: the occasions that are planned, and how those before went."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from bot.screen import Rows, Screen, does
from bot.screens.own_parts import home, undo, who_line
from bot.screens.parts import LABEL, cut, lines, paragraphs
from bot.screens.reads import sees_of
from bot.screens.sees import Sees
from bot.taps.planning import OCCASION, OCCASION_ASK, OCCASION_BACK
from bot.texts import Texts
from bot.texts.dates import short_day
from care.occasions import occasions_before, occasions_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.occasion import Occasion
from programme.own_words import OwnWords
from programme.people import Person

BEFORE = 3


@dataclass(frozen=True, slots=True)
class Facts:
    """`ahead` are those to come, `before` those they said something of, newest first.

    `args`: "view" "ask": another one is asked for; "off" the id of the one taken off.
    """

    sees: Sees
    ahead: Sequence[Occasion] = ()
    before: Sequence[OwnWords] = ()
    args: Mapping[str, Any] = field(default_factory=dict)


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As it stands now."""
    ahead, before = await occasions_of(tx, person), await occasions_before(tx, person)
    return Facts(await sees_of(tx, person), ahead, before, row.args)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The list, or the first question for another one."""
    if facts.args.get("view") == "ask":
        return Screen(texts("occasions-who-ask"), ((home(texts, "occasions"),),))
    opens = tuple((does(cut(one.own.words, LABEL), OCCASION, one.own.id),) for one in facts.ahead)
    taken: Rows = ((undo(texts, OCCASION_BACK, facts.args["off"]),),) if facts.args.get("off") else ()
    body = lines(*_ahead(facts, texts), texts("occasions-more")) if opens else texts("occasions-none")
    before = lines(texts("occasions-before"), *_before(facts, texts)) if facts.before else None
    add = (does(texts.label("occasions-add"), OCCASION_ASK), home(texts))
    words = paragraphs(lines(texts("occasions"), body), before, who_line(facts.sees, texts))
    return Screen(words, (*opens, *taken, add))


def _ahead(facts: Facts, texts: Texts) -> Iterator[str]:
    for one in facts.ahead:
        words = cut(one.own.words, LABEL)
        if one.own.on_date is None:
            yield texts("occasions-line-undated", words=words)
        else:
            yield texts("occasions-line", day=short_day(texts, one.own.on_date), words=words)


def _before(facts: Facts, texts: Texts) -> Iterator[str]:
    for one in facts.before[:BEFORE]:
        how = texts.label(f"occasion-how-{one.code}")
        yield texts("occasions-before-line", words=cut(one.words, LABEL), how=how)
