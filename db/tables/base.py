"""What every table is made with, and what it says beside its columns: whose, which consent, how long."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import Any, Final

from sqlalchemy import BigInteger, Column, ColumnElement, ForeignKey, Integer, MetaData, Table

from programme.people.consent import ConsentItem

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)
# SQLite counts only an INTEGER primary key up by itself; PostgreSQL wants the wide one. Migrations make it
# AUTOINCREMENT: messages on phones, and keys of what was said, go by numbers for longer than the rows are there.
Id = BigInteger().with_variant(Integer, "sqlite")


def person_column(*, nullable: bool = False, name: str = "person_id", primary_key: bool = False) -> Column[int]:
    """Who a row is about, by id."""
    return Column(name, Id, ForeignKey("people.id"), nullable=nullable, primary_key=primary_key)


INFO: Final = "kept"  # where it stands in Table.info
SERVICE_KEY: Final = ""  # sealed under the service's own key, nobody's


class OnErasure(StrEnum):
    """What becomes of a row when the person whose number stands in it is erased."""

    GOES = "goes"
    EMPTIED = "emptied"  # the number goes; the row is somebody else's
    STAYS = "stays"  # the number stays, and names nobody
    BY_HAND = "by_hand"  # db.people.erasing says


class RowStays(StrEnum):
    """How long a row stays, where no rule of age takes it sooner."""

    HERE = "here"  # until its person is erased
    CLIENT = "client"  # and of who was a client and left: until the day that was named to them
    LOG = "log"  # it may outlive the account, under a number that names nobody
    SERVICE = "service"  # it is about nobody


@dataclass(frozen=True, slots=True)
class Whose:
    """A column that names a person: as what, what their erasure does, and the columns that are theirs to read.

    `counted`: the name under which /privacy counts these rows; None: it does not.
    """

    column: str
    role: str
    erased: OnErasure
    counted: str | None = None
    theirs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgeRule:
    """A rule of age: `after` that long since `since` the row goes, or what is `emptied` of it.

    `rule`: what goes, in words for the operator. `since`: a column, "" for the time at which its prompt was due.
    `newest`: but for the newest row of each person, which holds. `gone`: of people who are here no more.
    """

    rule: str
    after: timedelta
    since: str
    emptied: tuple[str, ...] = ()
    newest: bool = False
    gone: bool = False
    only: Callable[[Table], ColumnElement[bool]] | None = None


@dataclass(frozen=True, slots=True)
class TableKept:
    """What one table says. `title`: what its rows are, in words that their person reads.

    `answers`: the yes with which all of it goes; else which part of it does (`partly`), or why none of it does.
    `key`: the column that says under whose key its words are sealed.
    """

    title: str
    whose: tuple[Whose, ...]
    ours: tuple[str, ...]
    stays: RowStays
    answers: ConsentItem | str
    partly: bool
    goes: tuple[AgeRule, ...]
    key: str

    def columns(self) -> list[str]:
        """Every column that it says something about."""
        theirs = {name for one in self.whose for name in one.theirs}
        return [*(one.column for one in self.whose), *theirs, *self.ours]


def of(column: str, role: str, counted: str | None, theirs: str, erased: OnErasure = OnErasure.GOES) -> Whose:
    """The row is about that person, and so are the columns `theirs` (names with blanks between)."""
    return Whose(column, role, erased, counted, tuple(theirs.split()))


def number(column: str, role: str, erased: OnErasure = OnErasure.STAYS) -> Whose:
    """Somebody's number in a row that is another's."""
    return Whose(column, role, erased)


def kept(
    title: str,
    *whose: Whose,
    stays: RowStays,
    answers: ConsentItem | str = "",
    partly: str = "",
    ours: str = "",
    goes: Iterable[AgeRule] = (),
    key: str | None = None,
) -> dict[Any, Any]:
    """What a table says, as the `info` of it; `ours`: names of columns with blanks between."""
    first = whose[0].column if whose else SERVICE_KEY
    said = answers or partly
    own_key = first if key is None else key
    return {INFO: TableKept(title, whose, tuple(ours.split()), stays, said, bool(partly), tuple(goes), own_key)}


def nobodys(title: str, ours: str, *goes: AgeRule) -> dict[Any, Any]:
    """What a table says that is about nobody."""
    return kept(title, stays=RowStays.SERVICE, answers="it is about nobody", ours=ours, goes=goes)
