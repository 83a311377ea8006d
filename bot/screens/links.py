"""Links from the practitioner, as a client sees them: where each leads, and since when it is here."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screen import Button, Screen
from bot.screens.own_parts import home
from bot.screens.parts import LABEL, cut, lines, paragraphs
from bot.screens.reads import practitioner_name
from bot.texts import Texts
from bot.texts.dates import dated
from care.links import links_for
from db.screens import ScreenRow
from db.tx import Tx
from programme.link import Link
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """The links that this client may see, and whose they are."""

    practitioner: str | None
    links: Sequence[Link] = ()


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """What is passed on to them now."""
    return Facts(await practitioner_name(tx, person), await links_for(tx, person))


def screen(facts: Facts, texts: Texts) -> Screen:
    """A line and a button for each; or that there are none."""
    if facts.practitioner is None:
        return Screen(texts("links-none-nobody"), ((home(texts),),))
    title = texts("links", practitioner=facts.practitioner)
    if not facts.links:
        return Screen(lines(title, texts("links-none", practitioner=facts.practitioner)), ((home(texts),),))
    opens = tuple((Button(cut(one.called, LABEL), url=one.address),) for one in facts.links)
    listed = (_line(one, texts) for one in facts.links)
    return Screen(paragraphs(title, *listed, texts("links-leads")), (*opens, (home(texts),)))


def _line(one: Link, texts: Texts) -> str:
    head = texts("links-line", title=one.called, host=one.host)
    note = texts("links-note", words=one.note) if one.note else None
    return lines(head, note, texts("links-added", day=dated(texts, one.added_on)))
