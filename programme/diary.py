"""The diary: a cigarette or an urge written down in at most four taps, with what was around it (FIELD.md row 1.1)."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final, Self

from programme.check_in import HardMoment, Mood
from programme.feeling import Feeling
from programme.patterns import Company, Log
from programme.strategies import Function, Place

Trigger = HardMoment | Feeling
# The hard moments that are no feeling.
SITUATIONS: Final = (HardMoment.OTHERS, HardMoment.DRINK, HardMoment.CANNABIS, HardMoment.OTHER)
PLACES: Final = (Place.HOME, Place.OUT)


class Ask(StrEnum):
    """What is asked of an entry, each with one tap. What it was, and how strong, stands before all of them."""

    STRESS = "stress"  # of who wants the look-back
    WHERE = "where"  # and with whom
    GOING_ON = "going_on"  # or how it felt: one word may say both
    FELT = "felt"
    GAVE = "gave"


@dataclass(frozen=True, slots=True)
class Entry:
    """One cigarette (`urge` is None) or one urge, 0 to 5, and what was around it; None: not said.

    `told_at` and `at`, when it was, are aware and in the zone they were in; `at` is None where the day alone is known.
    """

    id: int
    person_id: int
    told_at: datetime
    at: datetime | None = None
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
    def was_earlier(self) -> bool:
        """Whether they said another time than when they told. In an hour that comes twice the wall time is the same."""
        return self.at is not None and self.at.timestamp() != self.told_at.timestamp()

    @property
    def triggers(self) -> frozenset[Trigger]:
        """What was going on and how it felt, as far as they said."""
        return frozenset(one for one in (self.moment, self.feeling) if one is not None)

    def felt(self, feeling: Feeling) -> Self:
        """With that feeling; it also says what was going on, where that goes by the same word and was not said."""
        return replace(self, feeling=feeling, moment=self.moment or feeling.moment)

    def going_on(self, what: Trigger) -> Self:
        """With what was going on: a feeling, or a situation, whose feeling is then asked for by itself."""
        if isinstance(what, Feeling):
            return replace(self, feeling=what, moment=what.moment)
        return replace(self, feeling=None, moment=what)


def after(ask: Ask | None, entry: Entry) -> Ask | None:
    """What is asked next; None: that is all. `ask` None: it was written down this moment.

    Four taps at the most, with the one that wrote it down, and one more for who wants the look-back: of how it felt
    after a situation and what it gave, the one that was not asked is offered in the closing words.
    """
    match ask:
        case None | Ask.STRESS:
            return Ask.WHERE
        case Ask.WHERE:
            return Ask.GOING_ON
        case Ask.GOING_ON:
            return Ask.FELT if entry.moment is not None and entry.feeling is None else Ask.GAVE
    return None


def offered(entry: Entry) -> tuple[Ask, ...]:
    """What may still be said of it, in the closing words."""
    open_ = {Ask.FELT: entry.feeling, Ask.GAVE: entry.function}
    return tuple(ask for ask, said in open_.items() if said is None)


def place_code(place: Place, company: Company) -> str:
    """Where and with whom as one code."""
    return f"{place}-{company}"


def read_place(code: str) -> tuple[Place, Company] | None:
    """Where and with whom, from their code; None for any other."""
    return next(((one, who) for one in PLACES for who in Company if place_code(one, who) == code), None)


def read_going_on(code: str) -> Trigger | None:
    """What was going on, from its code: a situation or a feeling; None for any other."""
    return next((one for one in (*SITUATIONS, *Feeling) if one == code), None)


@dataclass(frozen=True, slots=True)
class Felt:
    """How often they smoked, and how often they had an urge, with that feeling."""

    feeling: Feeling
    cigarettes: int
    urges: int


def by_feeling(entries: Iterable[Entry]) -> tuple[Felt, ...]:
    """Cigarettes and urges by feeling, most often first; feelings that were never said are left out (row 1.3)."""
    found = Counter((one.feeling, one.is_urge) for one in entries)
    felt = [Felt(one, found[one, False], found[one, True]) for one in Feeling]
    return tuple(
        sorted((one for one in felt if one.cigarettes + one.urges), key=lambda one: -one.cigarettes - one.urges)
    )


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
