"""How it went was to be asked, and a check-in came: it is asked in its closing words, in one tap."""

from dataclasses import dataclass
from datetime import date

from bot.screen import Rows, does
from bot.screens.outcome import kept, question, ranges
from bot.taps.check_in import CARD_AWAY
from bot.taps.quitting import OUTCOME_OPEN
from bot.texts import Texts
from care.outcomes import asked_about, asks_next
from db import outcomes, prompts
from db.tx import Tx
from programme.outcome import Outcome, over_by
from programme.people import Person
from programme.today import today_of


@dataclass(frozen=True, slots=True)
class Facts:
    """The question, by its id, and about which `milestone` since `quit_on` it is; what was `said`, and what follows.

    `last` is the last local day that is asked about, once it is over; None: up to now.
    """

    prompt_id: int
    milestone: int
    quit_on: date
    said: Outcome | None = None
    following: int | None = None
    last: date | None = None


async def facts(tx: Tx, person: Person, about: int) -> Facts | None:
    """Nothing where that try is over."""
    asked = await prompts.get(tx, about)
    of = await asked_about(tx, person, asked) if asked is not None and asked.person_id == person.id else None
    if of is None:
        return None
    attempt, milestone = of
    found = await outcomes.of_attempt(tx, attempt.id)
    said = next((one for one in found if one.milestone == milestone), None)
    last = over_by(attempt.quit_on, milestone, today_of(tx.now, person), said)
    return Facts(about, milestone, attempt.quit_on, said, await asks_next(tx, person) if said else None, last)


def words(facts: Facts, texts: Texts) -> str:
    """The question; then what was said."""
    if facts.said is not None:
        return kept(facts.said, facts.following, texts)
    return question(facts.milestone, facts.quit_on, facts.last, texts)


def buttons(facts: Facts, texts: Texts) -> Rows:
    """Answered here, or another time; what was said is corrected below."""
    if facts.said is not None:
        return ((does(texts.label("outcome-change"), OUTCOME_OPEN, facts.prompt_id),),)
    first, rest = ranges(texts, facts.prompt_id)
    return first, (*rest, does(texts.label("button-not-now"), CARD_AWAY))
