"""When people ask this practitioner to get in touch: their hours, and who covers."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screen import Button, Screen, does
from bot.screens.paged import page_of, pages_of, turning
from bot.screens.parts import LABEL, cut, lines, paragraphs
from bot.taps.practice import ROUTE_BACK, ROUTE_COVER, ROUTE_HOURS, ROUTE_PICK
from bot.texts import Texts
from bot.texts.hours import hours_words
from care.route import line_of
from db import people, routes
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.route import OFFICE, Hours

MOST = 10  # colleagues on a page
EXAMPLES = "Mon-Fri 9-17"


@dataclass(frozen=True, slots=True)
class Facts:
    """Their `hours`, and who covers with theirs; `view`: "", "hours" (to be typed) or "cover" (to be picked).

    `others` are who could cover: id and name.
    """

    hours: Hours
    covers: Sequence[tuple[str, Hours]] = ()
    view: str = ""
    others: Sequence[tuple[int, str]] = ()
    page: int = 0


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """As it stands, for a practitioner."""
    if not person.is_practitioner:
        return None
    line, view = await line_of(tx, person.id), str(row.args.get("view", ""))
    others: list[tuple[int, str]] = []
    if view == "cover":
        known = await people.get_many(tx, await routes.practitioner_ids(tx))
        found = ((one.id, one.name) for one in known.values() if one.id != person.id)
        others = sorted(((one, name) for one, name in found if name), key=lambda one: (one[1].casefold(), one[0]))
    covers = [(one.person.name or "", one.hours) for one in line[1:]]
    return Facts(line[0].hours if line else OFFICE, covers, view, others, int(row.args.get("page", 0)))


def screen(facts: Facts, texts: Texts) -> Screen:
    """As it stands and how to change it, or what to type or pick."""
    if facts.view == "hours":
        return Screen(texts("route-ask", example=EXAMPLES), ((_back(texts),),))
    if facts.view == "cover":
        return _pick(facts, texts)
    you = texts("route-you", hours=hours_words(texts, facts.hours))
    covers = [texts("route-cover", cover=name, hours=hours_words(texts, hours)) for name, hours in facts.covers]
    body = lines(texts("route-settings"), you, *(covers or [texts("route-no-cover")]))
    change = (
        does(texts.label("route-hours-button"), ROUTE_HOURS),
        does(texts.label("route-cover-button"), ROUTE_PICK),
    )
    return Screen(paragraphs(body, texts("route-promise")), (change,))


def _pick(facts: Facts, texts: Texts) -> Screen:
    if not facts.others:
        return Screen(texts("route-nobody-here"), ((_back(texts),),))
    pages = pages_of(facts.others, MOST)
    each = ((does(cut(name, LABEL), ROUTE_COVER, one),) for one, name in page_of(pages, facts.page))
    turn = turning(ROUTE_PICK, facts.page, len(pages))
    none = does(texts.label("route-cover-none"), ROUTE_COVER, 0)
    return Screen(texts("route-pick"), (*each, *turn, (none,), (_back(texts),)))


def _back(texts: Texts) -> Button:
    return does(texts.label("button-back"), ROUTE_BACK)
