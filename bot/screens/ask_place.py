"""Where the person is: the country first, then which of its clocks, where there are several."""

from dataclasses import dataclass
from datetime import datetime
from typing import Final

from bot.screen import Button, Screen, does
from bot.screens.parts import back, rows
from bot.taps.schedule import CHANGE_TIME, COUNTRY, ELSEWHERE, ZONE
from bot.texts import Texts
from bot.texts.dates import clock, country, local, place
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.places import choices_of_zone

COMMON: Final = ("GB", "IE", "US", "CA", "AU", "IN")


@dataclass(frozen=True, slots=True)
class Facts:
    """`zones` are the choices in the country that was picked; empty while it is not. `back` names the screen before."""

    now: datetime
    zones: tuple[str, ...] = ()
    back: str = "ask_time"


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """Zones that agree all year are one choice."""
    code = row.args.get("country")
    zones = tuple(choices_of_zone(code, tx.now)) if code else ()
    return Facts(tx.now, zones, row.args.get("back", "ask_time"))


def _zone(zone: str, facts: Facts, texts: Texts) -> Button:
    return does(f"{place(texts, zone)} {clock(local(facts.now, zone))}", ZONE, zone)


def screen(facts: Facts, texts: Texts) -> Screen:
    """Common countries to tap, any other typed; each zone with the time that its clocks show."""
    if facts.zones:
        found = rows((_zone(zone, facts, texts) for zone in facts.zones), 2)
        return Screen(texts("ask-zone"), (*found, (does(texts.label("button-back"), ELSEWHERE),)))
    found = rows((does(country(texts, code), COUNTRY, code) for code in COMMON), 2)
    before = back(texts, "settings") if facts.back == "settings" else does(texts.label("button-back"), CHANGE_TIME)
    return Screen(texts("ask-country"), (*found, (before,)))
