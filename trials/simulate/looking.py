"""What /next shows, and when we say that we write next, as the checks read it."""

from collections.abc import Iterable
from typing import Final

from care import coming
from care.coming import Coming
from db.tx import Tx
from programme.people import Person
from programme.plan import MOMENT
from trials.simulate.residents import What
from trials.simulate.town import Town
from trials.simulate.truth import Looked, Promise

SAYS_NEXT: Final = frozenset({What.ANSWER, What.SMOKED, What.TONIGHT, What.PAUSE, What.OUTCOME})  # their last words do
ONE_IN: Final = 5  # of them


def promised(found: Iterable[Coming]) -> tuple[Promise, ...]:
    """Every line but those that were left out by hand."""
    return tuple(
        Promise(one.kind, one.at, one.until or one.at, one.about_id, one.held) for one in found if not one.skipped
    )


async def look(tx: Tx, town: Town, who: str, person: Person) -> None:
    """They read /next, or what says when we write next, just after `now`: after the last thing they do at a moment."""
    lines, first = await coming.coming(tx, person), await coming.next_word(tx, person)
    looked = Looked(tx.now + MOMENT, person.id, who, promised(lines), hello=None if first is None else first.at)
    before = town.truth.looked[-1:]
    if before and (before[0].at, before[0].who) == (looked.at, who):
        town.truth.looked.pop()
    town.truth.looked.append(looked)


async def is_told(tx: Tx, town: Town, who: str, what: What, person: Person) -> None:
    """Some of what they do is answered with when we write next."""
    if what in SAYS_NEXT and person.is_client and (what is not What.ANSWER or len(town.truth.did) % ONE_IN == 0):
        await look(tx, town, who, person)
