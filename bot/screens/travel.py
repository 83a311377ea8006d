"""In another time zone: the clocks around theirs to tap, and then what stays at which time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.screen import Button, Screen, does
from bot.screens.next_slot import kind_label
from bot.screens.parts import LABEL, cut, lines, paragraphs, rows
from bot.screens.reads import zone_of
from bot.taps.schedule import TRAVEL_CLOSE, TRAVEL_PAGE, TRAVEL_TO, TRAVEL_UNDO
from bot.texts import Texts
from bot.texts.dates import clock, local, place
from care.coming import Coming, coming
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.places import choices_of_zone
from programme.travel import Clock, clocks_around

PAGE = 8
BEFORE = 3  # of them stand before one's own clock


@dataclass(frozen=True, slots=True)
class Facts:
    """`clocks` are on the page of that number, `more`: whether there are pages before and after.

    `moved`: they have come here, and `stays` is what comes at which time; `new_card`: another country is another card.
    """

    now: datetime
    zone: str
    clocks: Sequence[Clock] = ()
    page: int = 0
    more: tuple[bool, bool] = (False, False)
    moved: bool = False
    stays: Sequence[Coming] = ()
    new_card: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """The clocks there are, or those of the country that was typed; or how it is once they are there."""
    zone = zone_of(person)
    if "was" in row.args:
        stays = [one for one in await coming(tx, person) if one.comes]
        return Facts(tx.now, zone, moved=True, stays=stays, new_card=row.args.get("country") != person.country)
    if code := row.args.get("of"):
        found = choices_of_zone(code, tx.now)
        return Facts(tx.now, zone, [Clock((one,), local(tx.now, one).utcoffset() or tx.now - tx.now) for one in found])
    clocks, here = clocks_around(zone, tx.now)
    page = int(row.args.get("page", 0))
    first = here - BEFORE + page * PAGE
    shown = clocks[max(first, 0) : max(first + PAGE, 0)]
    return Facts(tx.now, zone, shown, page, (first > 0, first + PAGE < len(clocks)))


def screen(facts: Facts, texts: Texts) -> Screen:
    """A button for each clock; or welcome."""
    if facts.moved:
        return _moved(facts, texts)
    words = texts("travel", now=clock(local(facts.now, facts.zone)), place=place(texts, facts.zone))
    back = does(texts.label("button-back"), TRAVEL_CLOSE)
    return Screen(
        words, (*rows((_clock(one, facts, texts) for one in facts.clocks), 2), *_pages(facts, texts), (back,))
    )


def _clock(one: Clock, facts: Facts, texts: Texts) -> Button:
    names = ", ".join(place(texts, zone) for zone in one.zones[:2])
    label = texts.label("travel-clock", time=clock(local(facts.now, one.zones[0])), places=names)
    return does(cut(label, LABEL), TRAVEL_TO, one.zones[0])


def _pages(facts: Facts, texts: Texts) -> Iterator[tuple[Button, ...]]:
    before, after = facts.more
    earlier = (does(texts.label("travel-earlier"), TRAVEL_PAGE, facts.page - 1),) if before else ()
    later = (does(texts.label("travel-later"), TRAVEL_PAGE, facts.page + 1),) if after else ()
    if earlier or later:
        yield (*earlier, *later)


def _moved(facts: Facts, texts: Texts) -> Screen:
    now = clock(local(facts.now, facts.zone))
    moved = texts("travel-moved", place=place(texts, facts.zone), now=now)
    card = texts("travel-card") if facts.new_card else None
    undo = does(texts.label("travel-undo"), TRAVEL_UNDO)
    elsewhere = does(texts.label("travel-elsewhere"), TRAVEL_PAGE, 0)
    return Screen(paragraphs(moved, lines(*_stays(facts, texts)), card), ((undo, elsewhere),))


def _stays(facts: Facts, texts: Texts) -> Iterator[str]:
    """Each kind once, at the first time that it comes; at one to which it was moved where it comes at no other."""
    told: dict[str, str] = {}
    for one in sorted(facts.stays, key=lambda one: one.moved):
        at = clock(local(one.at, facts.zone))
        if one.until is not None:
            at = texts.label("how-often-some-time", to=clock(local(one.until, facts.zone)), **{"from": at})
        told.setdefault(kind_label(one, texts), at)
    for what, at in told.items():
        yield texts("travel-stays", what=what, time=at)
