"""The links that a practitioner passes on: what there is, for whom, and when somebody last looked."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from bot.screen import Screen, does
from bot.screens.names import called_all
from bot.screens.parts import LABEL, cut, lines, paragraphs
from bot.taps.practice import CLIENTS, SHELF, SHELF_ASK, SHELF_BACK, SHELF_LINK
from bot.texts import Texts
from bot.texts.dates import dated
from care.links import links_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.link import Link
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`names` are those of clients whom a link is for alone, by id; `asks`: an address is waited for.

    `off`: the id of the link that was taken off.
    """

    today: date
    links: Sequence[Link] = ()
    names: Mapping[int, str] = field(default_factory=dict)
    asks: bool = False
    off: int = 0


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """What this practitioner passes on now."""
    if not person.is_practitioner:
        return None
    links = await links_of(tx, person)
    names = await names_of(tx, person, links)
    return Facts(tx.now.date(), links, names, row.args.get("view") == "ask", row.args.get("off", 0))


async def names_of(tx: Tx, person: Person, links: Sequence[Link]) -> dict[int, str]:
    """What the clients are called whom these links are for alone."""
    return await called_all(tx, person, {one.client_id for one in links if one.client_id is not None})


def whom(link: Link, names: Mapping[int, str], texts: Texts) -> str:
    """Whom it is for."""
    return texts.label("shelf-all") if link.client_id is None else names.get(link.client_id, "")


def screen(facts: Facts, texts: Texts) -> Screen:
    """A line and a button for each; or the question for an address."""
    if facts.asks:
        return Screen(texts("shelf-address-ask"), ((does(texts.label("button-back"), SHELF),),))
    opens = tuple((does(cut(one.called, LABEL), SHELF_LINK, one.id),) for one in facts.links)
    taken = ((does(texts.label("plan-undo"), SHELF_BACK, facts.off),),) if facts.off else ()
    last = (does(texts.label("shelf-add"), SHELF_ASK), does(texts.label("summary-all"), CLIENTS))
    removed = texts("shelf-removed") if facts.off else None
    if not facts.links:
        return Screen(lines(texts("shelf"), removed, texts("shelf-none")), (*taken, last))
    listed = lines(*(_line(one, facts, texts) for one in facts.links))
    old = texts("shelf-old") if any(one.is_old(facts.today) for one in facts.links) else None
    return Screen(paragraphs(lines(texts("shelf"), removed), listed, old), (*opens, *taken, last))


def _line(one: Link, facts: Facts, texts: Texts) -> str:
    key = "shelf-line-old" if one.is_old(facts.today) else "shelf-line"
    said = {"title": one.called, "host": one.host, "whom": whom(one, facts.names, texts)}
    return texts(key, **said, day=dated(texts, one.checked_on))
