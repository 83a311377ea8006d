"""Where people live, the ways a client may go, and what happens to them turn by turn."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from random import Random
from zoneinfo import ZoneInfo

from programme.people.person import Place, countries, zones_of
from programme.quitting.relapses import Choice
from programme.schedule.course import Level
from programme.schedule.pause import Length, PauseScope
from programme.schedule.slots import instant
from trials.simulate.residents import Dial, Habits, Happening, LifeTurn, Resident, Slotwise

DAY = timedelta(days=1)
# Each has something that others have not: quarter hours (Kathmandu, Chatham), half hours (St Johns, Kolkata), a change
# of half an hour (Lord Howe) or of two (Troll), one at midnight (Havana, Beirut, Cairo), backwards in summer (Dublin),
# in Ramadan (Casablanca), the first and the last places of a day (Apia, Kiritimati, Pago Pago).
ODD = (
    "Europe/London", "Asia/Kathmandu", "Australia/Lord_Howe", "Pacific/Apia", "America/St_Johns", "Pacific/Chatham",
    "America/Havana", "Africa/Casablanca", "Asia/Beirut", "Africa/Cairo", "Europe/Dublin", "Antarctica/Troll",
    "Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kolkata", "America/New_York", "America/Santiago",
    "Australia/Adelaide", "Asia/Tehran", "America/Sao_Paulo",
)  # fmt: skip


@cache
def every_place() -> tuple[Place, ...]:
    """Every zone with the first country that it lies in, the odd ones first."""
    found: dict[str, str] = {}
    for country in countries():
        for zone in zones_of(country):
            found.setdefault(zone, country)
    names = [*ODD, *sorted(found.keys() - set(ODD))]
    return tuple(Place(found[name], name) for name in names if name in found)


def changes(zone: str, start: date, days: int) -> Sequence[date]:
    """The local dates within that many days on which the clocks of that zone change."""
    place = ZoneInfo(zone)
    offsets = [datetime.combine(start + n * DAY, time(), place).utcoffset() for n in range(days + 1)]
    return [start + n * DAY for n in range(days) if offsets[n] != offsets[n + 1]]


CLIENTS_EACH = 15  # of a practitioner


@dataclass(frozen=True, slots=True)
class ClientLife:
    """A client with their way through these days (from `first`, that many `days`), and a chance of their own."""

    resident: Resident
    way: "Behaviour"
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

    def does(self, day: float, what: Happening, arg: object = None, wall: time | None = None) -> LifeTurn:
        """They do that on that day."""
        return LifeTurn(self.at(day, wall), self.resident.name, what, arg)

    def day(self, share: float) -> int:
        """The day by which that share of their time with us is over."""
        return self.joins + int(share * (self.days - self.joins))


def turns_of(lot: ClientLife) -> Iterator[LifeTurn]:
    """All that they do without being asked: what everybody does, and what belongs to their way."""
    yield LifeTurn(lot.at(lot.joins, time(lot.chance.randrange(8, 20))), lot.resident.name, Happening.JOIN)
    yield from (turn for turn in (*_common(lot), *lot.way.turns(lot)) if turn.at > lot.at(lot.joins + 1, time(6)))


def _common(lot: ClientLife) -> Iterator[LifeTurn]:
    chance, joins = lot.chance, lot.joins
    yield lot.does(joins + chance.randrange(1, 4), Happening.NAME_QUIT_DATE, chance.randrange(3, 15))
    for day in range(joins + 2, lot.days, 5):
        yield lot.does(day, Happening.LOOK_AHEAD)
    for day in range(joins + 3, lot.days, chance.choice((3, 6, 11))):
        yield lot.does(day, Happening.CRAVING, wall=time(chance.randrange(24), chance.randrange(60)))
    for day in (joins + 1, joins + 2, *range(joins + 4, lot.days, 7)):
        for _ in range(chance.randrange(4)):
            yield lot.does(day, Happening.WRITE_DOWN, wall=time(chance.randrange(7, 24), chance.randrange(60)))
    for letter in "ab"[: chance.choice((0, 1, 1, 2))]:
        yield lot.does(
            joins + chance.randrange(2, 12), Happening.ASK_SUPPORTER, f"supporter-{lot.resident.name[7:]}{letter}"
        )
    if chance.random() < 0.4:
        yield lot.does(lot.day(chance.random()), Happening.SMOKED, False)
    for day in range(joins + 2, lot.days, chance.choice((4, 9, 15))):
        yield lot.does(day, Happening.NOTE, chance.random() < 0.5)
    yield lot.does(joins + 1, Happening.BELIEF, chance.randrange(6))
    yield lot.does(lot.day(0.8), Happening.BELIEF, None)


def supporter_turns(seed: int, ask: LifeTurn, one: Resident, end: date) -> Iterator[LifeTurn]:
    """What somebody does who was asked: yes or no, a word now and then, a move, a stop, or a block."""
    chance = Random(f"{seed}:{one.name}:turns")
    at = ask.at + timedelta(minutes=chance.randrange(10, 2000))
    says_yes = chance.random() < 0.8
    yield LifeTurn(at, one.name, Happening.ANSWER_INVITE, says_yes)
    if not says_yes:
        return
    if chance.random() < 0.3:
        yield LifeTurn(at + timedelta(hours=2), one.name, Happening.TRAVEL, chance.choice(every_place()[:20]))
    left = (end - at.date()).days
    for day in range(3, left, 9):
        yield LifeTurn(at + timedelta(days=day, minutes=chance.randrange(1440)), one.name, Happening.ENCOURAGE)
    ends = chance.choice((None, None, Happening.STOP_SUPPORTING, Happening.BLOCK, Happening.REMOVE_SUPPORTER))
    if ends is not None and left > 6:
        who = ask.who if ends is Happening.REMOVE_SUPPORTER else one.name
        yield LifeTurn(at + timedelta(days=chance.randrange(5, left)), who, ends, one.name)


USUAL = Habits()
SLOW = Habits(answers=0.75, minutes=(50, 560), stops_halfway=0.25)
CAREFUL = Habits(answers=0.97, pauses_halfway=0.25)
LATER = Habits(answers=0.95, minutes=(80, 110), stops_halfway=0.02, pauses_halfway=0)  # mostly at another time


def _nothing(_: ClientLife) -> Iterable[LifeTurn]:
    return ()


def _never(_: ClientLife) -> Iterable[tuple[date, date]]:
    return ()


@dataclass(frozen=True, slots=True)
class Behaviour:
    """One way: its name, how they deal with messages, what they do, when they react to nothing; a check-in time."""

    name: str
    habits: Habits = USUAL
    turns: Callable[[ClientLife], Iterable[LifeTurn]] = _nothing
    silent: Callable[[ClientLife], Iterable[tuple[date, date]]] = _never
    at: time | None = None


def _fades(lot: ClientLife) -> Iterator[tuple[date, date]]:
    yield lot.first + lot.day(lot.chance.uniform(0.2, 0.5)) * DAY, lot.first + 10 * lot.days * DAY


def _returns(lot: ClientLife) -> Iterator[tuple[date, date]]:
    day = lot.joins + lot.chance.randrange(4, 9)
    while day < lot.days:
        long = lot.chance.choice((2, 3, 5, 8, 14))
        yield lot.first + day * DAY, lot.first + (day + long) * DAY
        day += long + lot.chance.randrange(4, 12)


def _blocks(lot: ClientLife) -> Iterator[LifeTurn]:
    since, long = lot.day(lot.chance.uniform(0.1, 0.5)), lot.chance.randrange(1, 12)
    yield lot.does(since, Happening.BLOCK, True)
    yield lot.does(since + long, Happening.UNBLOCK)
    yield lot.does(since + long + 6, Happening.BLOCK, True, time(3))
    yield lot.does(since + long + 8, Happening.UNBLOCK)


def _vanishes(lot: ClientLife) -> Iterator[LifeTurn]:
    since = lot.day(lot.chance.uniform(0.2, 0.6))
    yield lot.does(since, Happening.BLOCK, False)
    if lot.chance.random() < 0.5:
        yield lot.does(since + lot.chance.randrange(3, 15), Happening.UNBLOCK)


def _travels(lot: ClientLife) -> Iterator[LifeTurn]:
    """Away and back, some of it across a night on which the clocks change there or at home."""
    nights = [(day - lot.first).days for day in changes(lot.resident.place.zone, lot.first, lot.days)]
    for day in (*nights, *range(lot.joins + 5, lot.days, 13)):
        there = lot.chance.choice(every_place()[:20])
        nights_there = [(night - lot.first).days for night in changes(there.zone, lot.first, lot.days)]
        begin = min(nights_there, key=lambda night: abs(night - day), default=day) - lot.chance.randrange(0, 3)
        yield lot.does(begin, Happening.TRAVEL, there, time(lot.chance.randrange(24), lot.chance.randrange(60)))
        yield lot.does(begin + lot.chance.randrange(1, 6), Happening.TRAVEL, lot.resident.place)


def _moves_quit_date(lot: ClientLife) -> Iterator[LifeTurn]:
    for share in (0.1, 0.2, 0.35, 0.5, 0.7):
        yield lot.does(lot.day(share), Happening.NAME_QUIT_DATE, lot.chance.choice((-3, 0, 1, 1, 2, 5, 9, 20)))
    yield lot.does(lot.day(0.4), Happening.NO_QUIT_DATE)
    yield lot.does(lot.day(0.8), Happening.NO_QUIT_DATE)
    yield lot.does(lot.day(0.85), Happening.NAME_QUIT_DATE, 1, time(6, 55))
    yield from _has_a_plan(lot, 3)


def _lapses(lot: ClientLife) -> Iterator[LifeTurn]:
    for share in (0.3, 0.32, 0.45, 0.5, 0.62, 0.8):
        wall = lot.chance.choice((None, time(23, 40), time(2, 15), time(7, 30), time(18, 31), time(20, 50)))
        yield lot.does(lot.day(share), Happening.SMOKED, lot.chance.random() < 0.2, wall)
    for share, choice in ((0.55, Choice.KEEP_GOING), (0.7, Choice.CUT_DOWN), (0.9, Choice.NOT_NOW)):
        yield lot.does(lot.day(share), Happening.RELAPSE, choice, time(20, 55))
    yield lot.does(lot.day(0.75), Happening.NAME_QUIT_DATE, 1)
    yield lot.does(lot.day(0.4), Happening.TONIGHT, wall=time(16, 40))


def _pauses(lot: ClientLife) -> Iterator[LifeTurn]:
    for share, length in ((0.2, Length.TODAY), (0.3, Length.THREE_DAYS), (0.5, Length.WEEK), (0.75, Length.OPEN)):
        yield lot.does(lot.day(share), Happening.PAUSE, (length, lot.chance.choice((PauseScope.ALL, *PauseScope))))
    yield lot.does(lot.day(0.62), Happening.PAUSE, (lot.chance.randrange(2, 6), PauseScope.CHECK_INS))
    yield lot.does(lot.day(0.55), Happening.BACK)
    yield lot.does(lot.day(0.9), Happening.BACK)


def _leaves(lot: ClientLife) -> Iterator[LifeTurn]:
    day = lot.day(lot.chance.uniform(0.4, 0.7))
    yield lot.does(day, Happening.LEAVE)
    if lot.chance.random() < 0.5:
        yield lot.does(day + lot.chance.randrange(1, 8), Happening.JOIN)


def _changes_mind(lot: ClientLife) -> Iterator[LifeTurn]:
    for share in (0.1, 0.2, 0.3, 0.6, 0.8):
        at = time(lot.chance.randrange(7, 22), lot.chance.choice((0, 30, 25)))
        yield lot.does(lot.day(share), Happening.CHECK_IN_TIME, at)
    yield lot.does(lot.day(0.45), Happening.NO_CHECK_INS)
    yield lot.does(lot.day(0.55), Happening.CHECK_INS)


def _checks_in(lot: ClientLife) -> Iterator[LifeTurn]:
    for day in range(lot.joins + 3, lot.days, 3):
        hour = lot.chance.choice((2, 5, 12, max(0, lot.resident.check_at.hour - 1), 22, 23))
        yield lot.does(day, Happening.CHECK_IN_NOW, wall=time(hour, lot.chance.randrange(60)))


def _needs_people(lot: ClientLife) -> Iterator[LifeTurn]:
    for share in (0.15, 0.5, 0.7):
        wall = time(max(0, lot.resident.check_at.hour - 1), 58) if share == 0.5 else None
        yield lot.does(lot.day(share), Happening.DANGER, wall=wall)
        yield lot.does(lot.day(share) + 1, Happening.TELL_PRACTITIONER)
        yield lot.does(
            lot.day(share) + 2, Happening.TONIGHT, wall=lot.chance.choice((time(9), time(18, 31), time(23, 30)))
        )


def _picks(lot: ClientLife) -> Iterator[LifeTurn]:
    """Another level now and then, an hour that is hardest, a morning."""
    chance = lot.chance
    levels = (Level.FULLER, Level.LIGHTER, Level.STANDARD, Level.FULLER)
    for share, level in zip((0.05, 0.3, 0.55, 0.75), levels, strict=True):
        yield lot.does(lot.day(share), Happening.HOW_OFTEN, (Dial.LEVEL, level))
    for share in (0.06, 0.4):
        yield lot.does(lot.day(share), Happening.HOW_OFTEN, (Dial.RISK, time(chance.randrange(9, 21), 30)))
    yield lot.does(lot.day(0.35), Happening.HOW_OFTEN, (Dial.MORNING, time(chance.randrange(7, 11), 15)))
    yield lot.does(lot.day(0.7), Happening.HOW_OFTEN, (Dial.RISK, None))


def _surprised(lot: ClientLife) -> Iterator[LifeTurn]:
    """A time by chance, now and then in the middle of the window, and own times by chance."""
    for share, minutes in ((0.02, 120), (0.3, 60), (0.5, 120), (0.8, None)):
        yield lot.does(lot.day(share), Happening.HOW_OFTEN, (Dial.WINDOW, minutes))
    yield lot.does(lot.day(0.4), Happening.HOW_OFTEN, (Dial.WINDOW, 30), time(lot.resident.check_at.hour, 59))
    yield lot.does(lot.day(0.15), Happening.HOW_OFTEN, (Dial.RISK, time(12, 30)))
    yield lot.does(lot.day(0.6), Happening.HOW_OFTEN, (Dial.OWN, (time(9), time(12, 30), time(18))))


def _has_own_plan(lot: ClientLife) -> Iterator[LifeTurn]:
    """Times and days of their own, more or fewer of them, and back to a level."""
    chance = lot.chance
    own = ((time(8), time(13), time(20)), (time(12),), (time(9, 30), time(19)))
    for share, times in zip((0.08, 0.35, 0.6), own, strict=True):
        yield lot.does(lot.day(share), Happening.HOW_OFTEN, (Dial.OWN, times))
    for share in (0.2, 0.5, 0.85):
        days = frozenset(chance.sample(range(7), chance.randrange(1, 6)))
        yield lot.does(lot.day(share), Happening.HOW_OFTEN, (Dial.DAYS, days))
    yield lot.does(lot.day(0.75), Happening.HOW_OFTEN, (Dial.LEVEL, Level.LIGHTER))


def _plans_ahead(lot: ClientLife) -> Iterator[LifeTurn]:
    """Moves and skips what comes, and enters sessions by themselves."""
    for day in range(lot.joins + 2, lot.days, 4):
        yield lot.does(day, Happening.CHANGE_SLOT, lot.chance.choice((*Slotwise, Slotwise.MOVE)))
        yield lot.does(day, Happening.LOOK_AHEAD)
    for day in range(lot.joins + 4, lot.days, 9):
        meet = lot.at(day + lot.chance.randrange(1, 6), time(lot.chance.randrange(8, 20), 30))
        yield lot.does(day, Happening.MY_SESSION, meet if lot.chance.random() < 0.85 else None)
    yield from _has_a_plan(lot, 2)


def _has_a_plan(lot: ClientLife, every: int) -> Iterator[LifeTurn]:
    """My plan, one step every few days."""
    for day in range(lot.joins + 1, lot.days, every):
        yield lot.does(day, Happening.PLAN)


def _not_now(lot: ClientLife) -> Iterator[LifeTurn]:
    """It is not the time, and then it is; by themselves, or when asked a fortnight later."""
    yield lot.does(lot.day(0.15), Happening.NO_QUIT_DATE)
    yield lot.does(lot.day(0.15) + 1, Happening.NOT_NOW)
    yield lot.does(lot.day(0.6), Happening.NOW_IS_GOOD)
    yield lot.does(lot.day(0.7), Happening.NOT_NOW)
    yield lot.does(lot.day(0.9), Happening.NAME_QUIT_DATE, 2)


BEHAVIOURS = (
    Behaviour("prompt", turns=_picks),
    Behaviour("slow", SLOW),
    Behaviour("fading", Habits(answers=0.7), silent=_fades),
    Behaviour("returning", turns=_checks_in, silent=_returns),
    Behaviour("blocked", turns=_blocks),
    Behaviour("vanished", turns=_vanishes),
    Behaviour("travelling", turns=_travels),
    Behaviour("moving the quit date", turns=_moves_quit_date),
    Behaviour("lapsing", turns=_lapses),
    Behaviour("pausing", turns=_pauses),
    Behaviour("leaving", turns=_leaves),
    Behaviour("changing their mind", turns=_changes_mind),
    Behaviour("checking in by themselves", CAREFUL, _checks_in, at=time(7)),
    Behaviour("late to bed", SLOW, _checks_in, at=time(21, 30)),
    Behaviour("in need of people", CAREFUL, _needs_people),
    Behaviour("surprised", turns=_surprised),
    Behaviour("with an own plan", turns=_has_own_plan),
    Behaviour("planning ahead", SLOW, _plans_ahead),
    Behaviour("not now", turns=_not_now),
    Behaviour("always later", LATER, at=time(17)),
)
