"""What they thought would happen if they stopped: how sure are they now?"""

from bot.screen import Rows, does
from bot.screens.beliefs import Facts, facts_of
from bot.taps.planning import BELIEF_LOOK
from bot.texts import Texts
from bot.texts.dates import day
from care.beliefs import belief_of
from db.tx import Tx
from programme.people import Person


async def facts(tx: Tx, person: Person, about: int) -> Facts | None:
    """As it is kept now; None where they took it off the list."""
    found = await belief_of(tx, person, about)
    return None if found is None else facts_of(found)


def words(facts: Facts, texts: Texts) -> str:
    """What they thought, and when; or what they said of it by now."""
    if facts.now is not None and facts.first is not None:
        return texts("belief-then-now", words=facts.words, first=facts.first, now=facts.now)
    assert facts.on is not None, "what is due has a day"
    return texts("belief-card", words=facts.words, day=day(texts, facts.on), first=facts.first or 0)


def buttons(facts: Facts, texts: Texts) -> Rows:
    """Opens the scale below; it can be left."""
    return () if facts.now is not None else ((does(texts.label("belief-rate-now"), BELIEF_LOOK, facts.id),),)
