"""What a service says of itself: its crisis cards, its name, who is responsible, its route for requests. Kept in the
database at start, so that every process and whoever renders a screen says the same."""

from datetime import datetime

import structlog

from alongside.settings import Settings, SettingsWrong
from care.cards import cards_in_force, keep_cards
from care.responsible import Responsible, keep_responsible
from care.route import keep_route, nobody_named_so
from care.zone_data import follow_zone_data
from db.engine import Database
from db.tx import Tx
from programme.crisis_card import unconfirmed
from programme.crisis_card_file import CardProblem, parse_cards

log = structlog.get_logger(__name__)


def own_cards(settings: Settings) -> str:
    """The text of the service's own file of crisis cards, "" where there is none.

    Raises SettingsWrong with the line and what to change: a card that is wrong is worse than a service that waits.
    """
    path = settings.crisis_cards
    if path is None:
        return ""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise SettingsWrong(f"ALONGSIDE_CRISIS_CARDS: cannot read {path} ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise SettingsWrong(f"ALONGSIDE_CRISIS_CARDS: {path} is not UTF-8 text. Save it as UTF-8.") from None
    problem = parse_cards(text)
    if isinstance(problem, CardProblem):
        raise SettingsWrong(
            f"ALONGSIDE_CRISIS_CARDS: {path}, line {problem.line}: {problem.words} Change it there; an example is in"
            " docs/operators-guide.md. To use the cards that come with the program, leave the setting out."
        )
    return text


async def keep_own(database: Database, settings: Settings, cards: str, now: datetime) -> None:
    """Use these cards, names and this route from now on; what is not set any more is forgotten.

    A card past its date is logged, each number that nobody has confirmed, and a name in the route that nobody has.
    Where the time zone data is another than before, what is to come is reckoned again.
    """

    async def keep(tx: Tx) -> int:
        await keep_cards(tx, cards)
        await keep_responsible(tx, Responsible(settings.service_name, settings.controller))
        await keep_route(tx, settings.alert_route)
        return await follow_zone_data(tx.at(now))

    if moved := await database.write(keep):
        log.warning("time_zone_data_changed", people=moved)
    held = await database.read(cards_in_force)
    overdue = sorted(card.country for card in held.values() if card.is_overdue(now.date()))
    if overdue:
        log.warning("crisis_cards_past_review", countries=overdue)
    if numbers := unconfirmed(held):
        log.warning("crisis_numbers_unconfirmed", numbers=numbers, what_to_do="alongside doctor")
    if nobody := await database.read(lambda tx: nobody_named_so(tx, settings.alert_route)):
        log.warning("alert_route_names_nobody", count=len(nobody))
