"""What an act of somebody's needs: the transaction, the moment, the town, who they are in it and to the service."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from random import Random
from typing import Any

from db import people
from db.tx import Tx
from programme.people import Person
from trials.simulate.residents import Resident
from trials.simulate.town import Town


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
        return None if known is None else await people.get(self.tx, known)

    async def fresh(self) -> Person:
        """They themselves, as remembered by now."""
        found = await people.get(self.tx, self.person.id)
        assert found is not None, "nobody vanishes inside their own act"
        return found


Said = Mapping[str, Any] | None
Act = Callable[[Scene, Any], Awaitable[Said]]
