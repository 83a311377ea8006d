"""Everybody who lives in a trial: a practitioner, clients, people on their side; and what befalls them now and then."""

import random
from collections.abc import Coroutine, Sequence
from typing import Any

from simulator import Simulator
from trials.clients import HOMES, NAMES, Client
from trials.practitioner import Practitioner
from trials.supporter import Supporter
from trials.townsfolk import Resident, Street
from trials.week import FRIENDS


class Neighbours:
    """So many clients, each with people to ask; `lee` lets the clients in."""

    def __init__(self, street: Street, simulator: Simulator, clients: int) -> None:
        self._updates = simulator.updates
        self.friends = [Supporter(street, simulator.phone(name)) for name in FRIENDS[:clients]]
        homes = zip(NAMES[:clients], HOMES[:clients], strict=True)
        self.clients = [Client(street, simulator.phone(name), home, self.friends) for name, home in homes]
        self.lee = Practitioner(street, simulator.phone("Lee"), self.clients)

    @property
    def outside(self) -> Sequence[str]:
        """Clients who have not joined yet."""
        return [client.phone.name for client in self.clients if not client.joined]

    @property
    def all_in(self) -> bool:
        """Whether every client has joined."""
        return not self.outside

    def lives(self) -> list[Coroutine[Any, Any, None]]:
        """What each of them does until it is cancelled."""
        everybody: list[Resident] = [self.lee, *self.clients, *self.friends]
        return [one.live() for one in everybody]

    def disturb(self, chance: random.Random) -> None:
        """What Telegram and people do now and then, and a webhook hears as well as a poll."""
        one = chance.choice([*self.clients, *self.friends])
        if chance.random() < 0.15 and self._updates.has_past:
            self._updates.repeat()
        if chance.random() < 0.1 and not one.phone.person.blocked:
            one.phone.poison()
        if chance.random() < 0.1 and one.is_in:
            one.phone.unblocks() if one.phone.person.blocked else one.phone.blocks()

    def unblock(self) -> None:
        """Everybody can be reached."""
        for one in (*self.clients, *self.friends):
            one.phone.unblocks()
