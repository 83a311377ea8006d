"""Getting ready: a week, three days and a day before the quit date, once each."""

from bot.screen import Rows, does
from bot.screens.own_parts import leads
from bot.screens.parts import lines
from bot.taps.check_in import CARD_AWAY
from bot.taps.planning import PREPARE_NOT_READY
from bot.texts import Texts
from care.preparing import Preparing, preparing_of, read_about
from care.quit_date import today_of
from db.tx import Tx
from programme.people import Person

Facts = tuple[int, Preparing]  # so many days are left, and the list


async def facts(tx: Tx, person: Person, about: int) -> Facts | None:
    """The list, as long as that quit date is still to come."""
    there = await preparing_of(tx, person)
    if there.quit_on is None or there.quit_on != read_about(about)[0]:
        return None
    return (there.quit_on - today_of(tx.now, person)).days, there


def words(facts: Facts, texts: Texts) -> str:
    """How many days, and how much is done."""
    days, there = facts
    done = texts("prepare-count", ready=there.ready, all=there.all) if there.ready else None
    return lines(texts("prepare-card", days=days), done)


def buttons(facts: Facts, texts: Texts) -> Rows:  # noqa: ARG001
    """The list; not ready; not now."""
    not_ready = does(texts.label("prepare-not-ready"), PREPARE_NOT_READY)
    not_now = does(texts.label("button-not-now"), CARD_AWAY)
    return (leads(texts, "prepare-open", "prepare"),), (not_ready, not_now)
