"""The clients of a trial: where they live, how they join, and how they answer."""

from collections.abc import Sequence
from dataclasses import dataclass

from simulator import Bubble, Button, Phone
from trials.supporter import Supporter
from trials.townsfolk import Resident, Street
from trials.week import ANSWERS, ASIDES, WISHES, goes_on, says_something


@dataclass(frozen=True, slots=True)
class Home:
    """Where a client lives: the country's name as typed, the zone as its button carries it, and the time to ask at."""

    country: str
    zone: str
    at: str


NAMES = ("Sam", "Ana", "Ben", "Cai", "Dot", "Eli", "Fay", "Gil")
HOMES = (
    Home("United Kingdom", "Europe/London", "18:30"),
    Home("United Kingdom", "Europe/London", "07:00"),
    Home("Ireland", "Europe/Dublin", "21:30"),
    Home("Germany", "Europe/Berlin", "19:30"),
    Home("United States", "America/New_York", "08:15"),
    Home("India", "Asia/Kolkata", "20:00"),
    Home("Australia", "Australia/Lord_Howe", "09:00"),
    Home("Egypt", "Africa/Cairo", "12:30"),
)
MINDED = 0.7  # how often what they say has to do with their week


class Client(Resident):
    """Joins with the link they are given, answers check-ins more or less, and lives the week: see trials.week."""

    def __init__(self, street: Street, phone: Phone, home: Home, friends: Sequence[Supporter]) -> None:
        super().__init__(street, phone)
        self.home = home
        self.friends = friends
        self.token: str | None = None
        self.joined = False
        self._moved = False
        self._lazy = self.chance.uniform(0.0, 0.5)
        self._wishes = self.chance.sample(WISHES, len(WISHES))
        self._forwarded: set[str] = set()

    def begin(self) -> bool:
        """Opens the link; or, stuck on the way in, opens it once more."""
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

    def _zones(self) -> list[tuple[Bubble, Button]]:
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
