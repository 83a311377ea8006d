"""/help: whom to reach first, then what works here."""

from dataclasses import dataclass

from bot.menus import Menu, described, names
from bot.screen import Screen
from bot.screens import nations
from bot.screens.crisis import card_lines
from bot.screens.parts import back, go, lines, paragraphs
from bot.screens.safety_plan import to_plan
from bot.texts import Texts, texts_for
from care.cards import card_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.crisis_card import CrisisCard
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """The crisis card of the person's country and the commands they have. `guest`: here as a supporter alone.

    `client`: may have a safety plan. `choosing`: they are picking another country for the numbers.
    """

    card: CrisisCard
    menu: Menu
    guest: bool = False
    client: bool = False
    choosing: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """By where and what the person is now."""
    return Facts(
        await card_of(tx, person),
        described(names(person.roles), texts_for(person.locale)),
        person.is_guest,
        person.is_client,
        row.args.get("view") == nations.CHOOSING,
    )


def screen(facts: Facts, texts: Texts) -> Screen:
    """Numbers, then commands."""
    numbers = lines(texts("help"), card_lines(facts.card), texts("crisis-right-words"))
    if facts.choosing:
        return Screen(paragraphs(numbers, texts("nation-which")), (*nations.buttons(texts), (back(texts),)))
    plan = ((to_plan(texts),),) if facts.client else ()
    commands = (texts("help-line", command=command, does=words) for command, words in facts.menu)
    return Screen(
        paragraphs(
            numbers,
            nations.question(facts.card, texts),
            lines(texts("help-commands"), *commands),
        ),
        (
            *nations.while_asked(facts.card, texts),
            *(() if facts.guest else ((go(texts, "welcome-craving", "craving"),), *plan)),
            *nations.another(facts.card, texts),
        ),
    )
