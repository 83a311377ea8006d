"""What they use to help them stop: whether they use any, and then, while they do, how it is going."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screen import Rows, does
from bot.screens.aids import going_buttons, names
from bot.taps.check_in import CARD_AWAY
from bot.taps.medicines import AIDS, AIDS_NEVER
from bot.texts import Texts
from care.quit_date import today_of
from db import aids, switches
from db.tx import Tx
from programme.aids import Aid, in_use
from programme.people import Person
from programme.switch import Switch

GOING = 1


@dataclass(frozen=True, slots=True)
class Facts:
    """What they use; nothing, where it is asked whether they use any."""

    uses: Sequence[Aid] = ()


async def facts(tx: Tx, person: Person, about: int) -> Facts | None:
    """None once they said so, or want no more of it."""
    said = await aids.of_person(tx, person.id)
    told_today = any(today_of(one.at, person) == today_of(tx.now, person) for one in said)
    if told_today or not await switches.is_on(tx, person.id, Switch.AIDS):
        return None
    return Facts(in_use(said) if about == GOING else ())


def words(facts: Facts, texts: Texts) -> str:
    """How is it going, or do they use any?"""
    return texts("aids-going", what=names(facts.uses, texts)) if facts.uses else texts("aids-card")


def buttons(facts: Facts, texts: Texts) -> Rows:
    """The answers, not now, not any more."""
    rest = (does(texts.label("check-in-not-now"), CARD_AWAY), does(texts.label("aids-card-never"), AIDS_NEVER))
    if facts.uses:
        return (*going_buttons(texts), rest)
    return ((does(texts.label("aids-card-tell"), AIDS), *rest),)
