"""The ways a client may go: answering, silent, blocked, travelling, moving the quit date, pausing, leaving."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time

from programme.course import Level
from programme.pause import Length
from programme.pause import What as Break
from programme.relapse import Choice
from trials.simulate.lives import Lot
from trials.simulate.places import DAY, changes, every_place
from trials.simulate.residents import Dial, Habits, Slotwise, Turn, What

USUAL = Habits()
SLOW = Habits(answers=0.75, minutes=(50, 560), stops_halfway=0.25)
CAREFUL = Habits(answers=0.97, pauses_halfway=0.25)
LATER = Habits(answers=0.95, minutes=(80, 110), stops_halfway=0.02, pauses_halfway=0)  # mostly at another time


def _nothing(_: Lot) -> Iterable[Turn]:
    return ()


def _never(_: Lot) -> Iterable[tuple[date, date]]:
    return ()


@dataclass(frozen=True, slots=True)
class Way:
    """One way: its name, how they deal with messages, what they do, when they react to nothing; a check-in time."""

    name: str
    habits: Habits = USUAL
    turns: Callable[[Lot], Iterable[Turn]] = _nothing
    silent: Callable[[Lot], Iterable[tuple[date, date]]] = _never
    at: time | None = None


def _fades(lot: Lot) -> Iterator[tuple[date, date]]:
    yield lot.first + lot.day(lot.chance.uniform(0.2, 0.5)) * DAY, lot.first + 10 * lot.days * DAY


def _returns(lot: Lot) -> Iterator[tuple[date, date]]:
    day = lot.joins + lot.chance.randrange(4, 9)
    while day < lot.days:
        long = lot.chance.choice((2, 3, 5, 8, 14))
        yield lot.first + day * DAY, lot.first + (day + long) * DAY
        day += long + lot.chance.randrange(4, 12)


def _blocks(lot: Lot) -> Iterator[Turn]:
    since, long = lot.day(lot.chance.uniform(0.1, 0.5)), lot.chance.randrange(1, 12)
    yield lot.does(since, What.BLOCK, True)
    yield lot.does(since + long, What.UNBLOCK)
    yield lot.does(since + long + 6, What.BLOCK, True, time(3))
    yield lot.does(since + long + 8, What.UNBLOCK)


def _vanishes(lot: Lot) -> Iterator[Turn]:
    since = lot.day(lot.chance.uniform(0.2, 0.6))
    yield lot.does(since, What.BLOCK, False)
    if lot.chance.random() < 0.5:
        yield lot.does(since + lot.chance.randrange(3, 15), What.UNBLOCK)


def _travels(lot: Lot) -> Iterator[Turn]:
    """Away and back, some of it across a night on which the clocks change there or at home."""
    nights = [(day - lot.first).days for day in changes(lot.resident.place.zone, lot.first, lot.days)]
    for day in (*nights, *range(lot.joins + 5, lot.days, 13)):
        there = lot.chance.choice(every_place()[:20])
        nights_there = [(night - lot.first).days for night in changes(there.zone, lot.first, lot.days)]
        begin = min(nights_there, key=lambda night: abs(night - day), default=day) - lot.chance.randrange(0, 3)
        yield lot.does(begin, What.TRAVEL, there, time(lot.chance.randrange(24), lot.chance.randrange(60)))
        yield lot.does(begin + lot.chance.randrange(1, 6), What.TRAVEL, lot.resident.place)


def _moves_quit_date(lot: Lot) -> Iterator[Turn]:
    for share in (0.1, 0.2, 0.35, 0.5, 0.7):
        yield lot.does(lot.day(share), What.NAME_QUIT_DATE, lot.chance.choice((-3, 0, 1, 1, 2, 5, 9, 20)))
    yield lot.does(lot.day(0.4), What.NO_QUIT_DATE)
    yield lot.does(lot.day(0.8), What.NO_QUIT_DATE)
    yield lot.does(lot.day(0.85), What.NAME_QUIT_DATE, 1, time(6, 55))
    yield from _has_a_plan(lot, 3)


def _lapses(lot: Lot) -> Iterator[Turn]:
    for share in (0.3, 0.32, 0.45, 0.5, 0.62, 0.8):
        wall = lot.chance.choice((None, time(23, 40), time(2, 15), time(7, 30), time(18, 31), time(20, 50)))
        yield lot.does(lot.day(share), What.SMOKED, lot.chance.random() < 0.2, wall)
    for share, choice in ((0.55, Choice.KEEP_GOING), (0.7, Choice.CUT_DOWN), (0.9, Choice.NOT_NOW)):
        yield lot.does(lot.day(share), What.RELAPSE, choice, time(20, 55))
    yield lot.does(lot.day(0.75), What.NAME_QUIT_DATE, 1)
    yield lot.does(lot.day(0.4), What.TONIGHT, wall=time(16, 40))


def _pauses(lot: Lot) -> Iterator[Turn]:
    for share, length in ((0.2, Length.TODAY), (0.3, Length.THREE_DAYS), (0.5, Length.WEEK), (0.75, Length.OPEN)):
        yield lot.does(lot.day(share), What.PAUSE, (length, lot.chance.choice((Break.ALL, *Break))))
    yield lot.does(lot.day(0.62), What.PAUSE, (lot.chance.randrange(2, 6), Break.CHECK_INS))
    yield lot.does(lot.day(0.55), What.BACK)
    yield lot.does(lot.day(0.9), What.BACK)


def _leaves(lot: Lot) -> Iterator[Turn]:
    day = lot.day(lot.chance.uniform(0.4, 0.7))
    yield lot.does(day, What.LEAVE)
    if lot.chance.random() < 0.5:
        yield lot.does(day + lot.chance.randrange(1, 8), What.JOIN)


def _changes_mind(lot: Lot) -> Iterator[Turn]:
    for share in (0.1, 0.2, 0.3, 0.6, 0.8):
        at = time(lot.chance.randrange(7, 22), lot.chance.choice((0, 30, 25)))
        yield lot.does(lot.day(share), What.CHECK_IN_TIME, at)
    yield lot.does(lot.day(0.45), What.NO_CHECK_INS)
    yield lot.does(lot.day(0.55), What.CHECK_INS)


def _checks_in(lot: Lot) -> Iterator[Turn]:
    for day in range(lot.joins + 3, lot.days, 3):
        hour = lot.chance.choice((2, 5, 12, max(0, lot.resident.check_at.hour - 1), 22, 23))
        yield lot.does(day, What.CHECK_IN_NOW, wall=time(hour, lot.chance.randrange(60)))


def _needs_people(lot: Lot) -> Iterator[Turn]:
    for share in (0.15, 0.5, 0.7):
        wall = time(max(0, lot.resident.check_at.hour - 1), 58) if share == 0.5 else None
        yield lot.does(lot.day(share), What.DANGER, wall=wall)
        yield lot.does(lot.day(share) + 1, What.TELL_PRACTITIONER)
        yield lot.does(lot.day(share) + 2, What.TONIGHT, wall=lot.chance.choice((time(9), time(18, 31), time(23, 30))))


def _picks(lot: Lot) -> Iterator[Turn]:
    """Another level now and then, an hour that is hardest, a morning."""
    chance = lot.chance
    levels = (Level.FULLER, Level.LIGHTER, Level.STANDARD, Level.FULLER)
    for share, level in zip((0.05, 0.3, 0.55, 0.75), levels, strict=True):
        yield lot.does(lot.day(share), What.HOW_OFTEN, (Dial.LEVEL, level))
    for share in (0.06, 0.4):
        yield lot.does(lot.day(share), What.HOW_OFTEN, (Dial.RISK, time(chance.randrange(9, 21), 30)))
    yield lot.does(lot.day(0.35), What.HOW_OFTEN, (Dial.MORNING, time(chance.randrange(7, 11), 15)))
    yield lot.does(lot.day(0.7), What.HOW_OFTEN, (Dial.RISK, None))


def _surprised(lot: Lot) -> Iterator[Turn]:
    """A time by chance, now and then in the middle of the window, and own times by chance."""
    for share, minutes in ((0.02, 120), (0.3, 60), (0.5, 120), (0.8, None)):
        yield lot.does(lot.day(share), What.HOW_OFTEN, (Dial.WINDOW, minutes))
    yield lot.does(lot.day(0.4), What.HOW_OFTEN, (Dial.WINDOW, 30), time(lot.resident.check_at.hour, 59))
    yield lot.does(lot.day(0.15), What.HOW_OFTEN, (Dial.RISK, time(12, 30)))
    yield lot.does(lot.day(0.6), What.HOW_OFTEN, (Dial.OWN, (time(9), time(12, 30), time(18))))


def _has_own_plan(lot: Lot) -> Iterator[Turn]:
    """Times and days of their own, more or fewer of them, and back to a level."""
    chance = lot.chance
    own = ((time(8), time(13), time(20)), (time(12),), (time(9, 30), time(19)))
    for share, times in zip((0.08, 0.35, 0.6), own, strict=True):
        yield lot.does(lot.day(share), What.HOW_OFTEN, (Dial.OWN, times))
    for share in (0.2, 0.5, 0.85):
        days = frozenset(chance.sample(range(7), chance.randrange(1, 6)))
        yield lot.does(lot.day(share), What.HOW_OFTEN, (Dial.DAYS, days))
    yield lot.does(lot.day(0.75), What.HOW_OFTEN, (Dial.LEVEL, Level.LIGHTER))


def _plans_ahead(lot: Lot) -> Iterator[Turn]:
    """Moves and skips what comes, and enters sessions by themselves."""
    for day in range(lot.joins + 2, lot.days, 4):
        yield lot.does(day, What.CHANGE_SLOT, lot.chance.choice((*Slotwise, Slotwise.MOVE)))
        yield lot.does(day, What.LOOK_AHEAD)
    for day in range(lot.joins + 4, lot.days, 9):
        meet = lot.at(day + lot.chance.randrange(1, 6), time(lot.chance.randrange(8, 20), 30))
        yield lot.does(day, What.MY_SESSION, meet if lot.chance.random() < 0.85 else None)
    yield from _has_a_plan(lot, 2)


def _has_a_plan(lot: Lot, every: int) -> Iterator[Turn]:
    """My plan, one step every few days."""
    for day in range(lot.joins + 1, lot.days, every):
        yield lot.does(day, What.PLAN)


def _not_now(lot: Lot) -> Iterator[Turn]:
    """It is not the time, and then it is; by themselves, or when asked a fortnight later."""
    yield lot.does(lot.day(0.15), What.NO_QUIT_DATE)
    yield lot.does(lot.day(0.15) + 1, What.NOT_NOW)
    yield lot.does(lot.day(0.6), What.NOW_IS_GOOD)
    yield lot.does(lot.day(0.7), What.NOT_NOW)
    yield lot.does(lot.day(0.9), What.NAME_QUIT_DATE, 2)


WAYS = (
    Way("prompt", turns=_picks),
    Way("slow", SLOW),
    Way("fading", Habits(answers=0.7), silent=_fades),
    Way("returning", turns=_checks_in, silent=_returns),
    Way("blocked", turns=_blocks),
    Way("vanished", turns=_vanishes),
    Way("travelling", turns=_travels),
    Way("moving the quit date", turns=_moves_quit_date),
    Way("lapsing", turns=_lapses),
    Way("pausing", turns=_pauses),
    Way("leaving", turns=_leaves),
    Way("changing their mind", turns=_changes_mind),
    Way("checking in by themselves", CAREFUL, _checks_in, at=time(7)),
    Way("late to bed", SLOW, _checks_in, at=time(21, 30)),
    Way("in need of people", CAREFUL, _needs_people),
    Way("surprised", turns=_surprised),
    Way("with an own plan", turns=_has_own_plan),
    Way("planning ahead", SLOW, _plans_ahead),
    Way("not now", turns=_not_now),
    Way("always later", LATER, at=time(17)),
)
