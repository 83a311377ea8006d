"""How a tap is declared, how its argument is written on a button and read, and the taps that every screen may carry."""

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import Enum
from typing import Final, Generic, TypeVar

from programme.check_in.answers import RANGES
from programme.people.owned import Owned
from programme.people.person import Role
from programme.quitting.lapses import how_many
from programme.toolkit.strategies import strategy

T = TypeVar("T")
A = TypeVar("A")
B = TypeVar("B")
E = TypeVar("E", bound=Enum)
LONGEST: Final = 16  # digits of an id


class Unread(Enum):
    """What a reader gives for a code that none of our buttons carries."""

    UNREAD = "unread"


UNREAD: Final = Unread.UNREAD
Rows = tuple[tuple[Owned, int], ...]


@dataclass(frozen=True, slots=True)
class Arg(Generic[T]):
    """One type of argument. `rows` names the ids in a value, each with what it is an id of.

    An argument without rows takes few values, so that no id fits in: a test sees to that.
    """

    read: Callable[[str], T | Unread]
    write: Callable[[T], str]
    rows: Callable[[T], Rows] = lambda _: ()


def read_by(read: Callable[[str], T | None], write: Callable[[T], str] = str) -> Arg[T]:
    """An argument with a reader of its own, which gives None for what it cannot read."""

    def reader(code: str) -> T | Unread:
        value = read(code)
        return UNREAD if value is None else value

    return Arg(reader, write)


def choice(of: Iterable[E]) -> Arg[E]:
    """One of the members of an enum."""
    members = {str(one.value): one for one in of}
    return Arg(lambda code: members.get(code, UNREAD), lambda one: str(one.value))


def code(*codes: str) -> Arg[str]:
    """One of these codes."""
    known = frozenset(codes)
    return Arg(lambda said: said if said in known else UNREAD, str)


def one_of(numbers: Iterable[int]) -> Arg[int]:
    """One of these numbers."""
    known = {str(one): one for one in numbers}
    return Arg(lambda said: known.get(said, UNREAD), str)


def flag(yes: str, no: str) -> Arg[bool]:
    """Yes or no, in these codes."""
    return Arg(lambda said: {yes: True, no: False}.get(said, UNREAD), lambda value: yes if value else no)


def number(most: int, least: int = 0) -> Arg[int]:
    """A number of at most three digits."""
    assert -1000 < least <= most < 1000, "an id needs row()"
    pattern = re.compile(r"-?[0-9]{1,3}")

    def read(said: str) -> int | Unread:
        return int(said) if pattern.fullmatch(said) and least <= int(said) <= most else UNREAD

    return Arg(read, str)


def matching(pattern: str) -> Arg[str]:
    """A code of that shape, for what the handler looks up itself."""
    shape = re.compile(pattern)
    return Arg(lambda said: said if shape.fullmatch(said) else UNREAD, str)


def none_as(nothing: str, arg: Arg[T]) -> Arg[T | None]:
    """The same, or a code that stands for nothing."""
    return Arg(
        lambda said: None if said == nothing else arg.read(said),
        lambda value: nothing if value is None else arg.write(value),
        lambda value: () if value is None else arg.rows(value),
    )


def optional(arg: Arg[T]) -> Arg[T | None]:
    """The same, or no argument."""
    return none_as("", arg)


def otherwise(arg: Arg[T], value: T) -> Arg[T]:
    """The same; a button from before, which has no argument, means `value`."""
    return Arg(lambda said: arg.read(said) if said else value, arg.write, arg.rows)


def row(of: Owned) -> Arg[int]:
    """The id of a row. Whoever taps has to have it."""
    return Arg(_read_id, str, lambda value: ((of, value),))


def row_or_none(of: Owned) -> Arg[int | None]:
    """The same; 0 is none."""
    return none_as("0", row(of))


def pair(first: Arg[A], second: Arg[B], between: str = "-") -> Arg[tuple[A, B]]:
    """Two arguments in one. The second may be nothing, where it says so; then nothing stands between."""

    def read(said: str) -> tuple[A, B] | Unread:
        one, _, other = said.partition(between)
        a, b = first.read(one), second.read(other)
        return UNREAD if isinstance(a, Unread) or isinstance(b, Unread) else (a, b)

    def write(value: tuple[A, B]) -> str:
        one, other = first.write(value[0]), second.write(value[1])
        return f"{one}{between}{other}" if other else one

    return Arg(read, write, lambda value: (*first.rows(value[0]), *second.rows(value[1])))


def _read_id(said: str) -> int | Unread:
    return int(said) if said.isascii() and said.isdecimal() and len(said) <= LONGEST else UNREAD


def read_day(said: str) -> date | None:
    """A day from a button's code, "20260309"; None for anything else."""
    if not (len(said) == 8 and said.isascii() and said.isdecimal()):
        return None
    try:
        return date(int(said[:4]), int(said[4:6]), int(said[6:]))
    except ValueError:
        return None


def read_month(said: str) -> date | None:
    """The first day of a month from a button's code, "202603"; None for anything else."""
    return read_day(f"{said}01")


def _read_iso_day(said: str) -> date | None:
    try:
        return date.fromisoformat(said) if len(said) == 10 else None
    except ValueError:
        return None


def _read_time(said: str) -> time | None:
    try:
        return time.fromisoformat(said) if len(said) == 4 else None
    except ValueError:
        return None


NOTHING: Final[Arg[None]] = Arg(lambda said: UNREAD if said else None, lambda _: "")
IGNORED: Final[Arg[None]] = Arg(lambda _: None, lambda _: "")  # of buttons from before: see Tap.from_before
YES_NO: Final = flag("yes", "no")
ONE_ZERO: Final = flag("1", "0")
PAGE: Final = number(999)
TEN: Final = number(10)
A_DAY: Final[Arg[date]] = read_by(read_day, lambda on: f"{on:%Y%m%d}")
A_MONTH: Final[Arg[date]] = read_by(read_month, lambda on: f"{on:%Y%m}")
A_DAY_IN_FULL: Final[Arg[date]] = read_by(_read_iso_day, lambda on: on.isoformat())
A_TIME: Final[Arg[time]] = read_by(_read_time, lambda at: f"{at:%H%M}")
STRATEGY: Final[Arg[str]] = Arg(lambda said: UNREAD if strategy(said) is None else said, str)  # one of the catalogue
AMOUNT: Final[Arg[str]] = code(*(one for one in RANGES if how_many(one) is not None))  # of cigarettes, as a range

# What rows of before call a screen.
OLDER_NAMES: Final = {"ready": "ask_helped", "tell": "tell_about"}
# A reminder has the closing words of its check-in once it is answered.
_DRAWN_AS = OLDER_NAMES | {"check_in": "reminder"}


@dataclass(frozen=True, slots=True, eq=False)
class Tap(Generic[T]):
    """What a button may ask for.

    `do` is its verb and `arg` its argument: "t:<screen>:<do>:<arg>". `who` may tap it: None is everybody. `on` holds
    the names of the screens that carry it; without any, every screen may. `from_before`: no screen makes such a button
    any more, and those that stand on phones still work.
    """

    do: str
    arg: Arg[T]
    who: Role | None = None
    on: frozenset[str] = frozenset()
    from_before: bool = False


def tap(do: str, arg: Arg[T], who: Role | None, *on: str, from_before: bool = False) -> Tap[T]:
    """Declares a tap. Two may have the same verb, if no screen carries both.

    What a screen carries, one that is drawn as it carries too.
    """
    return Tap(do, arg, who, frozenset(on) | {_DRAWN_AS[one] for one in on if one in _DRAWN_AS}, from_before)


ANYBODY = None
CLIENT, PRACTITIONER = Role.CLIENT, Role.PRACTITIONER

# Where a button may lead. `mine` and `plan` open a client's own screens, `go` any other that stands for itself.
MINE_OF: Final = ("more", "patterns", "progress", "toolkit", "reasons", "tries", "usual", "medicines", "closer")
PLAN_OF: Final = ("more", "plan", "goal", "problem", "prepare", "telling", "occasions", "links", "reasons")
AROUND: Final = (
    "help", "privacy", "settings", "language", "craving", "leave",
    "welcome", "who_sees_what", "calming", "pause", "how_often", "next",
)  # fmt: skip
BELOW: Final = ("crisis", "calming", "tell", "craving", "rough")
OPEN_VIEW = tap("view", matching(r"[a-z_]{0,16}"), ANYBODY)
GO = tap("go", code(*AROUND), ANYBODY)
OPEN_BELOW = tap("open", code(*BELOW), ANYBODY)
LET_BE = tap("let_be", NOTHING, ANYBODY)
CANCEL = tap("cancel", NOTHING, ANYBODY)
NO_DAY = tap("none", NOTHING, ANYBODY)
OPEN_MINE = tap("mine", code(*MINE_OF), CLIENT)
OPEN_PLAN = tap("plan", code(*PLAN_OF), CLIENT)
