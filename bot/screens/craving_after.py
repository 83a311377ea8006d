"""Ten minutes after something was tried: how strong is the craving now, and what was the difference?"""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Button, Screen, does
from bot.screens.craving import CALM, ratings
from bot.screens.parts import go, not_now
from bot.texts import Texts
from db import cravings
from db.screens import ScreenRow
from db.tx import Tx
from programme.craving import Craving
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """The craving as it is kept by now."""

    craving: Craving


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts | None:  # noqa: ARG001
    """Nothing to say to somebody who left, or where it was wiped."""
    known = await cravings.get(tx, row.subject_id or 0, person.id)
    return None if known is None or not person.is_client else Facts(known)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The question; or the difference, and a way on where there is none."""
    before, after = facts.craving.before, facts.craving.after
    if after is None:
        return Screen(texts("craving-after", before=before), (*ratings("rate_after"), (not_now(texts),)))
    if after < before:
        return Screen(texts("craving-eased", before=before, after=after))
    if after == CALM:
        return Screen(texts("craving-gone", after=after))
    key = "craving-same" if after == before else "craving-more"
    args = {"after": after} if after == before else {"before": before, "after": after}
    person = (go(texts, "button-crisis", "help"), not_now(texts))
    onward = ((does(texts.label("craving-again-try"), "open", "craving"), _calming(texts)), person)
    return Screen(texts(key, **args), onward)


def _calming(texts: Texts) -> Button:
    return does(texts.label("rough-calming"), "open", "calming")
