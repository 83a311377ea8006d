"""The crisis card. The numbers stay in sight whatever is tapped; telling the practitioner: bot.screens.tell."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Rows, Screen, does
from bot.screens.parts import lines, paragraphs
from bot.screens.reads import route_of
from bot.screens.very_low import tell_button
from bot.texts import Texts
from bot.texts.service import escaped
from care.cards import card_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.crisis_card import CrisisCard
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`route` names who can be told (None: there is nobody).

    `view`: "" after words that worried us, "asked" where the person asked for a human, then what was tapped.
    """

    card: CrisisCard
    route: str | None
    view: str = ""


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """The card for where the person is; the practitioner of somebody who joined."""
    return Facts(await card_of(tx, person), await route_of(tx, person), row.args.get("view", ""))


def card_lines(card: CrisisCard) -> str:
    """The lines of the card, most urgent first."""
    return lines(*(escaped(line.words) for line in card.lines))


def screen(facts: Facts, texts: Texts) -> Screen:
    """The card, and under it what was tapped."""
    numbers = card_lines(facts.card)
    if facts.view == "else":
        return Screen(paragraphs(texts("crisis-else"), numbers))
    top = texts("crisis-asked" if facts.view == "asked" else "crisis")
    return Screen(paragraphs(top, numbers, texts("crisis-right-words")), _buttons(facts, texts))


def _buttons(facts: Facts, texts: Texts) -> Rows:
    tell = tell_button(facts.route, "tell_card", "", texts=texts)
    meant = does(texts.label("crisis-meant-else"), "meant_else")
    return (*tell, *(() if facts.view == "asked" else ((meant,),)))
