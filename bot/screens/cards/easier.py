"""What got easier this week? Once a week after the quit date."""

from bot.screen import Rows, does
from bot.taps.check_in import CARD_AWAY
from bot.taps.measures import CLOSER, EASIER_NEVER
from bot.texts import Texts
from care.quit_date import today_of
from db import easier, switches
from db.tx import Tx
from programme.people import Person
from programme.switch import Switch


async def facts(tx: Tx, person: Person, about: int) -> int | None:
    """None once they told today, or want no more of it."""
    told = any(one.on == today_of(tx.now, person) for one in await easier.of_person(tx, person.id))
    return about if not told and await switches.is_on(tx, person.id, Switch.EASIER) else None


def words(facts: int, texts: Texts) -> str:  # noqa: ARG001
    """The question."""
    return texts("easier-card")


def buttons(facts: int, texts: Texts) -> Rows:  # noqa: ARG001
    """Tell, not now, not any more."""
    tell = does(texts.label("easier-card-start"), CLOSER, "easier")
    rest = (does(texts.label("check-in-not-now"), CARD_AWAY), does(texts.label("easier-card-never"), EASIER_NEVER))
    return ((tell, *rest),)
