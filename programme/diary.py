"""The diary: a cigarette or an urge written down in at most four taps, with what was around it (FIELD.md row 1.1)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from programme.check_in import HardMoment, Mood
from programme.feeling import Feeling
from programme.patterns import Company, Log
from programme.strategies import Function, Place

Trigger = HardMoment | Feeling


@dataclass(frozen=True, slots=True)
class Entry:
    """One cigarette (`urge` is None) or one urge, 0 to 5, and what was around it; None: not said.

    `at` (aware, in the zone they were in) is None where the day alone is known. `urge` also says in which table it is.
    """

    id: int
    person_id: int
    at: datetime | None
    urge: int | None = None
    moment: HardMoment | None = None
    mood: Mood | None = None
    feeling: Feeling | None = None
    place: Place | None = None
    company: Company | None = None
    function: Function | None = None

    @property
    def is_urge(self) -> bool:
        """An urge, whatever became of it; otherwise a cigarette."""
        return self.urge is not None

    @property
    def triggers(self) -> frozenset[Trigger]:
        """What was going on and how it felt, as far as they said."""
        return frozenset(one for one in (self.moment, self.feeling) if one is not None)


def log_of(entry: Entry) -> Log | None:
    """The entry as patterns are counted from; None where the hour is not known."""
    if entry.at is None:
        return None
    mood = entry.feeling.mood if entry.feeling is not None else entry.mood
    return Log(entry.at, entry.moment, mood, entry.place, entry.company, entry.function, entry.feeling)


def usual_function(entries: Iterable[Entry], trigger: Trigger | None = None) -> Function | None:
    """What smoking gave them most often at that trigger (None: at any), the later one where two are as frequent.

    None where they never said. `entries` are in the order in which they were written down.
    """
    given = [
        one.function for one in entries if one.function is not None and (trigger is None or trigger in one.triggers)
    ]
    times = Counter(given)
    return max(times, key=lambda one: (times[one], _last(given, one)), default=None)


def _last(given: list[Function], one: Function) -> int:
    return max(at for at, each in enumerate(given) if each is one)
