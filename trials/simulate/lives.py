"""What happens to a client, and to whoever they ask to be on their side, turn by turn."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TYPE_CHECKING

from programme.occurrence import instant
from trials.simulate.places import DAY, every_place
from trials.simulate.residents import Resident, Turn, What

if TYPE_CHECKING:
    from trials.simulate.ways import Way

CLIENTS_EACH = 15  # of a practitioner


@dataclass(frozen=True, slots=True)
class Lot:
    """A client with their way through these days (from `first`, so many `days`), and a chance of their own."""

    resident: Resident
    way: "Way"
    chance: Random
    first: date
    days: int

    @property
    def joins(self) -> int:
        """The day on which they join: most in the first days, the others within the first third."""
        number = int(self.resident.name.rpartition("-")[2])
        return number % 5 if number % 4 else number % max(5, self.days // 3)

    def at(self, day: float, wall: time | None = None) -> datetime:
        """A moment on that day where they live: at that wall time, or some time by day.

        That is never at the turn of a minute, when something may be due: of one instant nobody can say what came first.
        """
        chosen = wall or time(self.chance.randrange(8, 21), self.chance.randrange(60), self.chance.randrange(1, 60))
        found = instant(self.first + int(day) * DAY, chosen, self.resident.place.zone)
        assert found is not None, "no date is left out in our time"
        return found

    def does(self, day: float, what: What, arg: object = None, wall: time | None = None) -> Turn:
        """They do that on that day."""
        return Turn(self.at(day, wall), self.resident.name, what, arg)

    def day(self, share: float) -> int:
        """The day by which that share of their time with us is over."""
        return self.joins + int(share * (self.days - self.joins))


def turns_of(lot: Lot) -> Iterator[Turn]:
    """All that they do without being asked: what everybody does, and what belongs to their way."""
    yield Turn(lot.at(lot.joins, time(lot.chance.randrange(8, 20))), lot.resident.name, What.JOIN)
    yield from (turn for turn in (*_common(lot), *lot.way.turns(lot)) if turn.at > lot.at(lot.joins + 1, time(6)))


def _common(lot: Lot) -> Iterator[Turn]:
    chance, joins = lot.chance, lot.joins
    yield lot.does(joins + chance.randrange(1, 4), What.NAME_QUIT_DATE, chance.randrange(3, 15))
    for day in range(joins + 2, lot.days, 5):
        yield lot.does(day, What.LOOK_AHEAD)
    for day in range(joins + 3, lot.days, chance.choice((3, 6, 11))):
        yield lot.does(day, What.CRAVING, wall=time(chance.randrange(24), chance.randrange(60)))
    for day in (joins + 1, joins + 2, *range(joins + 4, lot.days, 7)):
        for _ in range(chance.randrange(4)):
            yield lot.does(day, What.WRITE_DOWN, wall=time(chance.randrange(7, 24), chance.randrange(60)))
    for letter in "ab"[: chance.choice((0, 1, 1, 2))]:
        yield lot.does(
            joins + chance.randrange(2, 12), What.ASK_SUPPORTER, f"supporter-{lot.resident.name[7:]}{letter}"
        )
    if chance.random() < 0.4:
        yield lot.does(lot.day(chance.random()), What.SMOKED, False)
    for day in range(joins + 2, lot.days, chance.choice((4, 9, 15))):
        yield lot.does(day, What.NOTE, chance.random() < 0.5)
    yield lot.does(joins + 1, What.BELIEF, chance.randrange(6))
    yield lot.does(lot.day(0.8), What.BELIEF, None)


def supporter_turns(seed: int, ask: Turn, one: Resident, end: date) -> Iterator[Turn]:
    """What somebody does who was asked: yes or no, a word now and then, a move, a stop, or a block."""
    chance = Random(f"{seed}:{one.name}:turns")
    at = ask.at + timedelta(minutes=chance.randrange(10, 2000))
    says_yes = chance.random() < 0.8
    yield Turn(at, one.name, What.ANSWER_INVITE, says_yes)
    if not says_yes:
        return
    if chance.random() < 0.3:
        yield Turn(at + timedelta(hours=2), one.name, What.TRAVEL, chance.choice(every_place()[:20]))
    left = (end - at.date()).days
    for day in range(3, left, 9):
        yield Turn(at + timedelta(days=day, minutes=chance.randrange(1440)), one.name, What.ENCOURAGE)
    ends = chance.choice((None, None, What.STOP_SUPPORTING, What.BLOCK, What.REMOVE_SUPPORTER))
    if ends is not None and left > 6:
        who = ask.who if ends is What.REMOVE_SUPPORTER else one.name
        yield Turn(at + timedelta(days=chance.randrange(5, left)), who, ends, one.name)
