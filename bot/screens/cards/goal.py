"""The goal of the week, before the session or after seven days: how did it go?"""

from bot.screen import Rows, does
from bot.screens.goal import outcome_buttons
from bot.screens.parts import EXCERPT, cut
from bot.taps.check_in import CARD_AWAY
from bot.texts import Texts
from care.goal import current
from db.tx import Tx
from programme.own_words import OwnWords
from programme.people import Person


async def facts(tx: Tx, person: Person, about: int) -> OwnWords | None:
    """The goal, as long as it is the one they have."""
    goal = await current(tx, person)
    return goal if goal is not None and goal.id == about else None


def words(facts: OwnWords, texts: Texts) -> str:
    """In their own words."""
    return f"{texts('goal-now', words=cut(facts.words, EXCERPT))} {texts('goal-how')}"


def buttons(facts: OwnWords, texts: Texts) -> Rows:
    """How it went, other words, not now."""
    return outcome_buttons(facts.id, texts, does(texts.label("button-not-now"), CARD_AWAY))
