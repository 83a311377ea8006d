"""What happened: frozen dataclasses, each of which says with which consent it goes and how long it stays.

They are declared with their subject (programme.schedule.events and the like), and collected in programme.event_kinds.
Periods: FIELD.md section 3 (Retention), docs/decisions/0041.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime, time
from enum import Enum, StrEnum
from functools import cache
from types import UnionType
from typing import (
    Annotated,
    Any,
    ClassVar,
    Final,
    Generic,
    TypeAlias,
    TypeVar,
    Union,
    dataclass_transform,
    get_args,
    get_origin,
    get_type_hints,
)

from programme.people.consent import ConsentItem
from programme.schedule.plan import Rule
from programme.schedule.slots import hhmm

# What `by` is where somebody at the command line did it: who that was is not known here, and nobody else's number.
OPERATOR: Final = "operator"
# The number of a practitioner, in the event of somebody else: an export names the role in its place.
PractitionerId: TypeAlias = Annotated[int, "practitioner"]


class Category(StrEnum):
    """What kind of thing happened."""

    ANSWER = "answer"  # the telling is the answer, or shows that there was one
    CONSENT = "consent"  # a yes or a no, or what somebody chose to show
    ACT = "act"  # what somebody set, changed or asked for
    LOOK = "look"  # who looked at what
    LOG = "log"  # what the service did, and why


class Stays(StrEnum):
    """How long an event stays of somebody who is here."""

    HERE = "here"  # as long as they are: something is still read off it
    YEAR = "year"
    SIX_YEARS = "six_years"


class Event:
    """The base of all events. Fields hold codes, ids and counts, never a person's words; they are the keys of the row's
    JSON, in their order (`from_` is "from").

    - `consent`: the yes whose taking back deletes it; where it `keeps_rest`, only its "value" goes.
    - `of_client`: it goes with all else of somebody who was a client, once they are none any more.
    - `chained`: it gets a number in the chain of who saw or changed what of whom (db.events).
    """

    __slots__ = ()
    kind_name: ClassVar[str]
    category: ClassVar[Category]
    stays: ClassVar[Stays]
    consent: ClassVar[ConsentItem | None] = None
    keeps_rest: ClassVar[bool] = False
    of_client: ClassVar[bool] = False
    chained: ClassVar[bool] = False


class Answer(Event):
    """What somebody told, kept for a year where they agreed to that."""

    __slots__ = ()
    category = Category.ANSWER
    stays = Stays.YEAR
    consent = ConsentItem.KEEP_ANSWERS
    of_client = True


class HeldAnswer(Answer):
    """An answer that something is read off for as long as somebody is here: outcomes, progress, their last word."""

    __slots__ = ()
    stays = Stays.HERE


class Consented(Event):
    """A yes or a no, or what somebody chose to show."""

    __slots__ = ()
    category = Category.CONSENT
    stays = Stays.SIX_YEARS
    chained = True


class Action(Event):
    """What somebody set, changed or asked for."""

    __slots__ = ()
    category = Category.ACT
    stays = Stays.HERE
    chained = True


class ClientAction(Action):
    """The same of a client for themselves."""

    __slots__ = ()
    of_client = True


class Viewed(Event):
    """Who looked at what."""

    __slots__ = ()
    category = Category.LOOK
    stays = Stays.YEAR
    chained = True


class Logged(Event):
    """What the service did by itself."""

    __slots__ = ()
    category = Category.LOG
    stays = Stays.YEAR


class OperatorLogged(Logged):
    """What an operator did about one person's messages."""

    __slots__ = ()
    chained = True


class WholeLogged(Logged):
    """What was done to the whole service; it is about nobody."""

    __slots__ = ()
    stays = Stays.HERE
    chained = True


E = TypeVar("E", bound=Event)
E_co = TypeVar("E_co", bound=Event, covariant=True)
EVENTS: Final[dict[str, type[Event]]] = {}  # by the kind of their rows; complete once programme.event_kinds is imported


def absent() -> Any:
    """A field that is None by default, and of which the row then has no key: older rows have none either."""
    return field(default=None, metadata={"absent": True})


@dataclass_transform(frozen_default=True)
def event(cls: type[E]) -> type[E]:
    """Make it a frozen dataclass, and the one that rows of its kind are read as. Raises ValueError on a name twice."""
    made = dataclass(frozen=True, slots=True)(cls)
    made.kind_name = made.__name__
    if made.kind_name in EVENTS:
        raise ValueError(made.kind_name)
    EVENTS[made.kind_name] = made
    return made


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event to write down. `person_id` is whom it is about, `actor_id` who did it; None is the service itself."""

    event: Event
    person_id: int | None
    actor_id: int | None = None


@dataclass(frozen=True, slots=True)
class StoredEvent(Generic[E_co]):
    """An event as its row has it, written at that moment (UTC)."""

    id: int
    kind: str
    person_id: int | None
    actor_id: int | None
    data: Mapping[str, Any]
    at: datetime

    def is_a(self, *kinds: type[Event]) -> bool:
        """Whether its row is of one of these kinds."""
        return any(self.kind == kind.kind_name for kind in kinds)

    @property
    def event(self) -> E_co:
        """The row's event. What an older row lacks is None, and what it has too much is left out.

        Raises KeyError where its kind is not written any more, and TypeError where it lacks what every row has.
        """
        read: Any = from_data(EVENTS[self.kind], self.data)
        return read  # type: ignore[no-any-return]


AnyEvent: TypeAlias = StoredEvent[Event]


def to_data(one: Event) -> dict[str, Any]:
    """The JSON of its row."""
    found = {}
    for name, key, may_be_absent, _ in _keys(type(one)):  # type: ignore[arg-type]  # a class is hashable
        value = getattr(one, name)
        if value is not None or not may_be_absent:
            found[key] = _plain(value)
    return found


def from_data(kind: type[E], data: Mapping[str, Any]) -> E:
    """The event of that kind that to_data() wrote, now or in an older version."""
    return kind(**{name: read(data[key]) for name, key, _, read in _keys(kind) if key in data})  # type: ignore[arg-type]


def roles_in(kind: type[Event]) -> Mapping[str, str]:
    """The keys of its JSON that hold numbers of other people, with their role."""
    hints = get_type_hints(kind, include_extras=True)
    return {one.name.rstrip("_"): role for one in fields(kind) if (role := _role(hints[one.name]))}  # type: ignore[arg-type]


@cache
def _keys(kind: Any) -> tuple[tuple[str, str, bool, Callable[[Any], Any]], ...]:
    hints = get_type_hints(kind)
    return tuple(
        (one.name, one.name.rstrip("_"), "absent" in one.metadata, _reader(hints[one.name])) for one in fields(kind)
    )


def _plain(value: Any) -> Any:
    match value:
        case datetime() | date():
            return value.isoformat()
        case time():
            return hhmm(value)
        case Enum():
            return value.value
        case Rule():
            return value.to_json()
        case tuple():
            return [_plain(one) for one in value]
    return value


def _reader(hint: Any) -> Callable[[Any], Any]:
    """What makes such a value of its JSON."""
    args = get_args(hint)
    if get_origin(hint) in (Union, UnionType):
        readers = [_reader(one) for one in args if one is not type(None)]
        read = readers[0] if len(readers) == 1 else _same
        return lambda value: None if value is None else read(value)
    if get_origin(hint) is tuple:
        inner = _reader(args[0])
        return lambda value: tuple(inner(one) for one in value)
    if hint in (date, datetime, time):
        return hint.fromisoformat  # type: ignore[no-any-return]
    if hint is Rule:
        return Rule.from_json
    return hint if isinstance(hint, type) and issubclass(hint, Enum) else _same


def _same(value: Any) -> Any:
    return value


def _role(hint: Any) -> str | None:
    if get_origin(hint) is Annotated:
        return str(hint.__metadata__[0])
    return next((role for one in get_args(hint) if (role := _role(one))), None)
