"""Screens about where a person is, when to check in and in which language."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from bot.kit.parts import LABEL, back, cut, lines, paragraphs, rows
from bot.kit.people import country_of, zone_of
from bot.kit.screen import Button, Screen, does
from bot.schedule.slot import kind_label
from bot.schedule.taps import (
    CHANGE_TIME,
    CHECK_IN_AT,
    COUNTRY,
    ELSEWHERE,
    TIME_BACK,
    TRAVEL_CLOSE,
    TRAVEL_PAGE,
    TRAVEL_TO,
    TRAVEL_UNDO,
    ZONE,
)
from bot.texts import Texts
from bot.texts.dates import clock, country, local, place
from care.schedule.upcoming import Upcoming, upcoming
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person, WorldClock, choices_of_zone, clocks_around

COMMON: Final = ("GB", "IE", "US", "CA", "AU", "IN")


@dataclass(frozen=True, slots=True)
class AskPlaceFacts:
    """`zones` are the choices in the country that was picked; empty while it is not. `back` names the screen before."""

    now: datetime
    zones: tuple[str, ...] = ()
    back: str = "ask_time"


async def ask_place_facts(tx: Tx, person: Person, row: ScreenRow) -> AskPlaceFacts:  # noqa: ARG001
    """Zones that agree all year are one choice."""
    code = row.args.get("country")
    zones = tuple(choices_of_zone(code, tx.now)) if code else ()
    return AskPlaceFacts(tx.now, zones, row.args.get("back", "ask_time"))


def _zone(zone: str, facts: AskPlaceFacts, texts: Texts) -> Button:
    return does(f"{place(texts, zone)} {clock(local(facts.now, zone))}", ZONE, zone)


def ask_place_screen(facts: AskPlaceFacts, texts: Texts) -> Screen:
    """Common countries to tap, any other typed; each zone with the time that its clocks show."""
    if facts.zones:
        found = rows((_zone(zone, facts, texts) for zone in facts.zones), 2)
        return Screen(texts("ask-zone"), (*found, (does(texts.label("button-back"), ELSEWHERE),)))
    found = rows((does(country(texts, code), COUNTRY, code) for code in COMMON), 2)
    before = back(texts, "settings") if facts.back == "settings" else does(texts.label("button-back"), CHANGE_TIME)
    return Screen(texts("ask-country"), (*found, (before,)))


OFFERED: Final = (time(8), time(12, 30), time(18, 30), time(20, 30))
_HOME: Final = "GB"


@dataclass(frozen=True, slots=True)
class AskTimeFacts:
    """`now` is UTC, `zone` the person's IANA zone, `which` two readings of a time they typed ("7").

    `changes`: they have a time, and may leave it at that.
    """

    now: datetime
    zone: str
    country: str
    which: tuple[time, ...] = ()
    changes: bool = False


async def ask_time_facts(tx: Tx, person: Person, row: ScreenRow) -> AskTimeFacts:
    """Before the person says where they are, the clock of home is shown for them to see."""
    which = tuple(time.fromisoformat(one) for one in row.args.get("which", ()))
    return AskTimeFacts(tx.now, zone_of(person), country_of(person), which, row.args.get("for") == "settings")


def ask_time_screen(facts: AskTimeFacts, texts: Texts) -> Screen:
    """Four times to tap, or any typed one; and the way out for somebody who has a time."""
    back = ((does(texts.label("button-back"), TIME_BACK),),) if facts.changes else ()
    if facts.which:
        both = tuple(does(clock(one), CHECK_IN_AT, one) for one in facts.which)
        return Screen(texts("ask-time-which"), (both, *back))
    here = texts.label("the-uk") if facts.country == _HOME else place(texts, facts.zone)
    times = rows((does(clock(one), CHECK_IN_AT, one) for one in OFFERED), 4)
    elsewhere = "ask-time-elsewhere" if facts.country == _HOME else "ask-time-move"
    words = texts("ask-time", now=clock(local(facts.now, facts.zone)), place=here)
    return Screen(words, (*times, (does(texts.label(elsewhere), ELSEWHERE),), *back))


@dataclass(frozen=True, slots=True)
class LanguageFacts:
    """Nothing needs to be known while there is one language."""


async def language_facts(tx: Tx, person: Person, row: ScreenRow) -> LanguageFacts:  # noqa: ARG001
    """There is nothing to look up."""
    return LanguageFacts()


def language_screen(facts: LanguageFacts, texts: Texts) -> Screen:  # noqa: ARG001
    """Says so."""
    return Screen(texts("language"))


PAGE = 8
BEFORE = 3  # of them stand before one's own clock


@dataclass(frozen=True, slots=True)
class TravelFacts:
    """`clocks` are on the page of that number, `more`: whether there are pages before and after.

    `moved`: they have come here, and `stays` is what comes at which time; `new_card`: another country is another card.
    """

    now: datetime
    zone: str
    clocks: Sequence[WorldClock] = ()
    page: int = 0
    more: tuple[bool, bool] = (False, False)
    moved: bool = False
    stays: Sequence[Upcoming] = ()
    new_card: bool = False


async def travel_facts(tx: Tx, person: Person, row: ScreenRow) -> TravelFacts:
    """The clocks there are, or those of the country that was typed; or how it is once they are there."""
    zone = zone_of(person)
    if "was" in row.args:
        stays = [one for one in await upcoming(tx, person) if one.comes]
        return TravelFacts(tx.now, zone, moved=True, stays=stays, new_card=row.args.get("country") != person.country)
    if code := row.args.get("of"):
        found = choices_of_zone(code, tx.now)
        return TravelFacts(
            tx.now, zone, [WorldClock((one,), local(tx.now, one).utcoffset() or tx.now - tx.now) for one in found]
        )
    clocks, here = clocks_around(zone, tx.now)
    page = int(row.args.get("page", 0))
    first = here - BEFORE + page * PAGE
    shown = clocks[max(first, 0) : max(first + PAGE, 0)]
    return TravelFacts(tx.now, zone, shown, page, (first > 0, first + PAGE < len(clocks)))


def travel_screen(facts: TravelFacts, texts: Texts) -> Screen:
    """A button for each clock; or welcome."""
    if facts.moved:
        return _moved(facts, texts)
    words = texts("travel", now=clock(local(facts.now, facts.zone)), place=place(texts, facts.zone))
    back = does(texts.label("button-back"), TRAVEL_CLOSE)
    return Screen(
        words, (*rows((_clock(one, facts, texts) for one in facts.clocks), 2), *_pages(facts, texts), (back,))
    )


def _clock(one: WorldClock, facts: TravelFacts, texts: Texts) -> Button:
    names = ", ".join(place(texts, zone) for zone in one.zones[:2])
    label = texts.label("travel-clock", time=clock(local(facts.now, one.zones[0])), places=names)
    return does(cut(label, LABEL), TRAVEL_TO, one.zones[0])


def _pages(facts: TravelFacts, texts: Texts) -> Iterator[tuple[Button, ...]]:
    before, after = facts.more
    earlier = (does(texts.label("travel-earlier"), TRAVEL_PAGE, facts.page - 1),) if before else ()
    later = (does(texts.label("travel-later"), TRAVEL_PAGE, facts.page + 1),) if after else ()
    if earlier or later:
        yield (*earlier, *later)


def _moved(facts: TravelFacts, texts: Texts) -> Screen:
    now = clock(local(facts.now, facts.zone))
    moved = texts("travel-moved", place=place(texts, facts.zone), now=now)
    card = texts("travel-card") if facts.new_card else None
    undo = does(texts.label("travel-undo"), TRAVEL_UNDO)
    elsewhere = does(texts.label("travel-elsewhere"), TRAVEL_PAGE, 0)
    return Screen(paragraphs(moved, lines(*_stays(facts, texts)), card), ((undo, elsewhere),))


def _stays(facts: TravelFacts, texts: Texts) -> Iterator[str]:
    """Each kind once, at the first time that it comes; at one to which it was moved where it comes at no other."""
    told: dict[str, str] = {}
    for one in sorted(facts.stays, key=lambda one: one.moved):
        at = clock(local(one.at, facts.zone))
        if one.until is not None:
            at = texts.label("how-often-some-time", to=clock(local(one.until, facts.zone)), **{"from": at})
        told.setdefault(kind_label(one, texts), at)
    for what, at in told.items():
        yield texts("travel-stays", what=what, time=at)
