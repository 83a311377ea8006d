"""Everybody who lives in a fault run: clients, a practitioner, supporters; and what befalls them."""

import random
from collections.abc import Coroutine, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from simulator import Bubble, BubbleButton, Phone, Simulator
from trials.faults.residents import (
    ANSWERS,
    ASIDES,
    FRIENDS,
    WISHES,
    SharedState,
    Supporter,
    TrialResident,
    goes_on,
    says_something,
)


@dataclass(frozen=True, slots=True)
class HomeTown:
    """Where a client lives: the country's name as typed, the zone as its button carries it, and the time to ask at."""

    country: str
    zone: str
    at: str


NAMES = ("Sam", "Ana", "Ben", "Cai", "Dot", "Eli", "Fay", "Gil")
HOMES = (
    HomeTown("United Kingdom", "Europe/London", "18:30"),
    HomeTown("United Kingdom", "Europe/London", "07:00"),
    HomeTown("Ireland", "Europe/Dublin", "21:30"),
    HomeTown("Germany", "Europe/Berlin", "19:30"),
    HomeTown("United States", "America/New_York", "08:15"),
    HomeTown("India", "Asia/Kolkata", "20:00"),
    HomeTown("Australia", "Australia/Lord_Howe", "09:00"),
    HomeTown("Egypt", "Africa/Cairo", "12:30"),
)
MINDED = 0.7  # how often what they say has to do with their week


class TrialClient(TrialResident):
    """Joins with the link they are given, answers check-ins more or less, and lives the week: see
    trials.faults.residents."""

    def __init__(self, shared: SharedState, phone: Phone, home: HomeTown, friends: Sequence[Supporter]) -> None:
        super().__init__(shared, phone)
        self.home = home
        self.friends = friends
        self.token: str | None = None
        self.joined = False
        self._moved = False
        self._lazy = self.chance.uniform(0.0, 0.5)
        self._wishes = self.chance.sample(WISHES, len(WISHES))
        self._forwarded: set[str] = set()

    def begin(self) -> bool:
        """Opens the link; or, stuck on the way in, opens it again."""
        if self.token is None or self.joined:
            return False
        self.phone.starts(self.token)
        return True

    @property
    def is_in(self) -> bool:
        """Whether they have joined."""
        return self.joined

    def chatter(self) -> bool:
        """Only once they are in: first what they came for, then one thing or another."""
        if not self.joined:
            return False
        if self._wishes:
            self.phone.writes(self._wishes.pop())
            return True
        return says_something(self) if self.chance.random() < MINDED else super().chatter()

    def answer(self) -> bool:
        """What a person would do with what is on the screen."""
        self.joined = self.joined or self._is_set_up()
        if not self.joined or self.buttons("skip_helped"):
            return self._joins()
        self._forward()
        return self._checks_in() if self.buttons(*ANSWERS, *ASIDES) else goes_on(self)

    def _is_set_up(self) -> bool:
        """Craving help, and another time; or something took its place already."""
        return bool(self.buttons("go") and self.buttons("time")) or self.reads("joined already")

    def _forward(self) -> None:
        """Each link that was shown goes to somebody."""
        for token in self.links():
            if token not in self._forwarded:
                self._forwarded.add(token)
                self.chance.choice(self.friends).forwarded.append(token)

    def _joins(self) -> bool:
        if zones := self._zones():
            return self.taps(zones[0])
        if self.buttons("elsewhere", "at"):
            return self._says_when()
        asked = {"own_name": self.phone.name, "skip_helped": "A walk by the water", "country": self.home.country}
        for do, words in asked.items():
            if self.buttons(do):
                self._moved = self._moved or do == "country"
                self.phone.writes(words)
                return True
        ticks = [one for one in self.buttons("toggle") if one[1].label.startswith("☐")]
        found = ticks or self.buttons("choices_done", "set_up", "fits")
        return self.taps(found[0]) if found else False

    def _zones(self) -> list[tuple[Bubble, BubbleButton]]:
        every = self.buttons("zone")
        return [one for one in every if (one[1].data or "").endswith(self.home.zone)] or every

    def _says_when(self) -> bool:
        elsewhere = self.buttons("elsewhere")
        if elsewhere and not self._moved and self.home.zone != "Europe/London":
            return self.taps(elsewhere[0])
        self.phone.writes(self.home.at)
        return True

    def _checks_in(self) -> bool:
        if self.chance.random() < self._lazy / 4:
            return False
        if self.buttons("view") and self.chance.random() < 0.05:
            return self.taps_one({"view": 1})
        if self.buttons("done") and self.chance.random() < 0.5:
            return self.says()
        if self.buttons("cigarettes") and self.chance.random() < 0.3:
            self.phone.writes(str(self.chance.randrange(40)))
            return True
        usual = self.buttons(*ANSWERS) and (not self.buttons(*ASIDES) or self.chance.random() < 0.85)
        return self.taps_one(dict.fromkeys(ANSWERS if usual else ASIDES, 1))


SAYS = ("/summary", "/clients", "/help", "/settings")
LIKING: Mapping[str, float] = {
    "week_read": 3, "week_open": 1, "week_all": 0.5, "week_steady": 1, "week_page": 0.5, "view": 0.3,
    "clients": 0.5, "summary": 1, "session": 2, "session_day": 0.3, "session_at": 1, "session_clear": 0.5,
    "meant_else": 2, "session_back": 0.5, "request": 1, "summary_time": 1, "summary_day": 0.5, "summary_at": 0.5,
}  # fmt: skip
SESSIONS = ("Mon 11:00", "tomorrow 9am", "Thu 14:30", "some day", "today 0:30")
ENOUGH = 0.3  # how often they leave it at what they see


class Practitioner(TrialResident):
    """Lets clients in, one link for each who has none, reads weeks, and enters sessions."""

    def __init__(self, shared: SharedState, phone: Phone, clients: list[TrialClient]) -> None:
        super().__init__(shared, phone)
        self._token = ""
        self._code = ""
        self._clients = clients
        self._passed_on: set[str] = set()
        self._joined = False

    def may_come_in(self, token: str, code: str) -> None:
        """With this link and these digits."""
        self._token, self._code = token, code

    @property
    def is_in(self) -> bool:
        """Whether the digits were right."""
        return self._joined

    def answer(self) -> bool:
        """Gives the code, makes links, passes them on; reads."""
        self._pass_on()
        self._joined = self._joined or bool(self.buttons("invite"))
        if not self._joined and self.reads("six"):
            self.phone.writes(self._code)
            return True
        if found := self.buttons("no_label", "seen"):
            return self.taps(found[0])
        if self._invites():
            return True
        if not self._joined or self.chance.random() < ENOUGH:
            return False
        return self._types_a_session() or self.taps_one(LIKING)

    def begin(self) -> bool:
        """Opens the own link, then invites."""
        if not self._joined:
            self.phone.starts(self._token)
            return True
        return self._invites()

    def chatter(self) -> bool:
        """Looks at how people are."""
        if not self._joined:
            return False
        self.phone.writes(self.chance.choice(SAYS))
        return True

    def _types_a_session(self) -> bool:
        if not self.buttons("session_day", "session_at") or self.chance.random() < 0.5:
            return False
        self.phone.writes(self.chance.choice(SESSIONS))
        return True

    def _invites(self) -> bool:
        if not self._joined or not any(client.token is None for client in self._clients):
            return False
        if self.chance.random() < 0.3:
            return False
        self.phone.writes("/invite")
        return True

    def _pass_on(self) -> None:
        for token in self.links():
            waiting = next((client for client in self._clients if client.token is None), None)
            if waiting is not None and token not in self._passed_on and token != self._token:
                self._passed_on.add(token)
                waiting.token = token


class Neighbours:
    """That many clients, each with people to ask; `lee` lets the clients in."""

    def __init__(self, shared: SharedState, simulator: Simulator, clients: int) -> None:
        self._updates = simulator.updates
        self.friends = [Supporter(shared, simulator.phone(name)) for name in FRIENDS[:clients]]
        homes = zip(NAMES[:clients], HOMES[:clients], strict=True)
        self.clients = [TrialClient(shared, simulator.phone(name), home, self.friends) for name, home in homes]
        self.lee = Practitioner(shared, simulator.phone("Lee"), self.clients)

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
        everybody: list[TrialResident] = [self.lee, *self.clients, *self.friends]
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
