"""What an act of somebody's needs, and what /next shows them."""

from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any, Final

from care.schedule import upcoming
from care.schedule.upcoming import Upcoming
from db.people import accounts
from db.tx import Tx
from programme.people.person import Person
from programme.schedule.plan import MOMENT
from trials.simulate.residents import Happening, Resident
from trials.simulate.town import Looked, Promise, Town


@dataclass(frozen=True, slots=True)
class Scene:
    """`person` is as remembered at this moment."""

    tx: Tx
    town: Town
    who: Resident
    person: Person

    @property
    def now(self) -> datetime:
        """The moment of it (UTC), which is that of its transaction."""
        return self.tx.now

    @property
    def chance(self) -> Random:
        """Their own."""
        return self.town.chance(self.who.name)

    async def other(self, name: str | None) -> Person | None:
        """Somebody else, as remembered at this moment; None where the service does not know them."""
        known = self.town.ids.get(name or "")
        return None if known is None else await accounts.get(self.tx, known)

    async def fresh(self) -> Person:
        """They themselves, as remembered by now."""
        found = await accounts.get(self.tx, self.person.id)
        assert found is not None, "nobody vanishes inside their own act"
        return found


Said = Mapping[str, Any] | None
Act = Callable[[Scene, Any], Awaitable[Said]]

SAYS_NEXT: Final = frozenset(
    {Happening.ANSWER, Happening.SMOKED, Happening.TONIGHT, Happening.PAUSE, Happening.OUTCOME}
)  # their last words do
ONE_IN: Final = 5  # of them


def promised(found: Iterable[Upcoming]) -> tuple[Promise, ...]:
    """Every line but those that were left out by hand."""
    return tuple(
        Promise(one.kind, one.at, one.until or one.at, one.about_id, one.held) for one in found if not one.skipped
    )


async def read_next(tx: Tx, town: Town, who: str, person: Person) -> None:
    """They read /next, or what says when we write next, just after `now`: after the last thing they do at a moment."""
    lines, first = await upcoming.upcoming(tx, person), await upcoming.next_word(tx, person)
    looked = Looked(tx.now + MOMENT, person.id, who, promised(lines), hello=None if first is None else first.at)
    before = town.truth.looked[-1:]
    if before and (before[0].at, before[0].who) == (looked.at, who):
        town.truth.looked.pop()
    town.truth.looked.append(looked)


async def is_told(tx: Tx, town: Town, who: str, what: Happening, person: Person) -> None:
    """Some of what they do is answered with when we write next."""
    if what in SAYS_NEXT and person.is_client and (what is not Happening.ANSWER or len(town.truth.did) % ONE_IN == 0):
        await read_next(tx, town, who, person)
