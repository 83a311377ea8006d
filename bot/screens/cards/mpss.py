"""Nine questions are offered: twice before the quit date, then after one, two and four weeks."""

from dataclasses import dataclass

from bot.screen import Rows, does
from bot.taps.check_in import CARD_AWAY
from bot.taps.measures import MPSS_NEVER, MPSS_START
from bot.texts import Texts
from care.mpss import has_before
from care.quit_date import today_of
from db import mpss, switches
from db.tx import Tx
from programme.people import Person
from programme.switch import Switch


@dataclass(frozen=True, slots=True)
class Facts:
    """Whether it is before the quit date; or, after it, whether something stands `compared` from before it."""

    before: bool
    compared: bool = False


async def facts(tx: Tx, person: Person, about: int) -> Facts | None:
    """None once they have begun, or want no more of it."""
    begun = any(one.on == today_of(tx.now, person) for one in await mpss.of_person(tx, person.id))
    wanted = await switches.is_on(tx, person.id, Switch.SCALES)
    return None if begun or not wanted else Facts(about < 0, await has_before(tx, person))


def words(facts: Facts, texts: Texts) -> str:
    """What they are for."""
    if facts.before:
        return texts("mpss-card-before")
    return texts("mpss-card-after" if facts.compared else "mpss-card-after-alone")


def buttons(facts: Facts, texts: Texts) -> Rows:  # noqa: ARG001
    """Start, not now, not any more."""
    start = does(texts.label("mpss-card-start"), MPSS_START)
    never = does(texts.label("mpss-card-never"), MPSS_NEVER)
    return ((start, does(texts.label("check-in-not-now"), CARD_AWAY)), (never,))
