"""The clients of a trial: where they live, how they join, and how they answer."""

from dataclasses import dataclass

from simulator import Bubble, Button, Phone
from trials.townsfolk import Resident, Street

ANSWERS = frozenset({"mood", "urge", "cigarettes", "moment", "helped", "one_tap"})
ASIDES = frozenset({"skip", "done", "leave_it", "later", "not_today", "now", "add_late", "share"})


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


class Client(Resident):
    """Joins with the link they are given, answers check-ins more or less, and sometimes writes by themselves."""

    def __init__(self, street: Street, phone: Phone, home: Home) -> None:
        super().__init__(street, phone)
        self.home = home
        self.token: str | None = None
        self.joined = False
        self._moved = False
        self._lazy = self.chance.uniform(0.0, 0.5)

    def begin(self) -> bool:
        """Opens the link; or, stuck on the way in, opens it once more."""
        if self.token is None or self.joined:
            return False
        self.phone.starts(self.token)
        return True

    def chatter(self) -> bool:
        """Only once they are in."""
        return super().chatter() if self.joined else False

    def answer(self) -> bool:
        """What a person would do with what is on the screen."""
        if self.buttons("go") and self.buttons("time"):  # craving help, and another time: all is set up
            self.joined = True
        return self._joins() if not self.joined else self._checks_in()

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
        found = ticks or self.buttons("choices_done", "set_up")
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
        if self.buttons("done") and self.chance.random() < 0.5:
            self.phone.writes(f"Words of {self.phone.name}, {self.chance.randrange(10**6)}")
            return True
        if self.buttons("cigarettes") and self.chance.random() < 0.3:
            self.phone.writes(str(self.chance.randrange(40)))
            return True
        usual, other = self.buttons(*ANSWERS), self.buttons(*ASIDES)
        choice = usual if usual and (not other or self.chance.random() < 0.85) else other
        if not choice:
            return False
        self.taps(self.chance.choice(choice))
        if self.chance.random() < 0.1:  # an impatient finger
            self.taps(self.chance.choice(choice))
        return True
