"""How it went was asked, and made way for this check-in: it is still there to be told."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Rows, does
from bot.texts import Texts
from db import prompts
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """The question, by its id."""

    prompt_id: int


async def facts(tx: Tx, now: datetime, person: Person, about: int) -> Facts | None:  # noqa: ARG001
    """Nothing once it is told."""
    asked = await prompts.get(tx, about)
    is_theirs = asked is not None and asked.person_id == person.id
    return Facts(about) if is_theirs and asked is not None and asked.answered_at is None else None


def words(facts: Facts, texts: Texts) -> str:  # noqa: ARG001
    """It is still there."""
    return texts("outcome-left")


def buttons(facts: Facts, texts: Texts) -> Rows:
    """It is asked below."""
    return ((does(texts.label("outcome-left-open"), "outcome_open", facts.prompt_id),),)
