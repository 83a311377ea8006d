"""Which texts, in which version, a message was made of; which techniques it carried; which texts are stopped."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime
from functools import lru_cache
from hashlib import blake2s
from typing import Any

from sqlalchemy import bindparam, delete, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.people.consents import ever_kept
from db.tables import clients, outbox, received, text_stops, text_versions, wordings
from db.tx import Tx

DIGEST_BYTES = 16


@dataclass(frozen=True, slots=True)
class Wording:
    """The texts of one message: its screen's name, its language, and each key with its version."""

    screen: str
    locale: str
    texts: frozenset[tuple[str, str]]

    @property
    def digest(self) -> str:
        """The same for equal wordings, in every process and release."""
        return _digest(self)


@dataclass(frozen=True, slots=True)
class TextVersion:
    """The words that a version of a text had, as they stood in its file; `first_at`: when they were first sent."""

    key: str
    locale: str
    version: str
    words: str
    first_at: datetime


@lru_cache(maxsize=4096)  # a few hundred come up for ever
def _digest(wording: Wording) -> str:
    parts = [wording.screen, wording.locale, *(f"{key} {version}" for key, version in sorted(wording.texts))]
    return blake2s("\n".join(parts).encode(), digest_size=DIGEST_BYTES).hexdigest()


_FIND = select(wordings.c.digest, wordings.c.id).where(wordings.c.digest.in_(bindparam("digests", expanding=True)))


async def find(tx: Tx, those: Iterable[Wording]) -> dict[str, int]:
    """The numbers of those of these wordings that are known, by digest."""
    digests = {one.digest for one in those}
    if not digests:
        return {}
    return {row.digest: row.id for row in await tx.run(_FIND, {"digests": list(digests)})}


async def add_many(tx: Tx, those: Collection[Wording]) -> None:
    """Keep wordings that are new; one that is known already changes nothing."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    rows = [
        {"digest": one.digest, "locale": one.locale, "screen": one.screen, "texts": dict(sorted(one.texts))}
        for one in sorted(those, key=lambda one: one.digest)
    ]
    if rows:
        await tx.run(make(wordings).on_conflict_do_nothing(index_elements=["digest"]), rows)


async def add_versions(tx: Tx, those: Collection[TextVersion]) -> None:
    """Keep the words of these versions; the first time counts."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    rows = [{name: getattr(one, name) for name in TextVersion.__slots__} for one in those]
    if rows:
        await tx.run(make(text_versions).on_conflict_do_nothing(), rows)


async def versions_of(tx: Tx, key: str) -> Sequence[TextVersion]:
    """Every version of that text which was ever sent, oldest first."""
    columns = [text_versions.c[name] for name in TextVersion.__slots__]
    rows = await tx.run(select(*columns).where(text_versions.c.key == key).order_by(text_versions.c.first_at))
    return [TextVersion(*tuple(row)) for row in rows]


async def known_keys(tx: Tx) -> frozenset[str]:
    """Every text that was ever sent, also one that has gone since."""
    return frozenset((await tx.run(select(text_versions.c.key).distinct())).scalars())


async def since(tx: Tx) -> datetime | None:
    """From when on it is known which texts a message had (UTC); None: nothing has been sent since."""
    first: datetime | None = (await tx.run(select(func.min(text_versions.c.first_at)))).scalar_one()
    return first


async def with_text(tx: Tx, key: str) -> Mapping[int, str]:
    """The wordings that have that text, by number: its version."""
    rows = await tx.run(select(wordings.c.id, wordings.c.texts))
    return {row.id: row.texts[key] for row in rows if key in row.texts}


async def of_screen(tx: Tx, screen: str) -> Mapping[int, str]:
    """The wordings of that screen, by number: "", as it has no version of its own."""
    return dict.fromkeys((await tx.run(select(wordings.c.id).where(wordings.c.screen == screen))).scalars(), "")


_OF_PERSON = update(outbox).where(outbox.c.wording_id.is_not(None)).values(wording_id=None)
_JOINED = exists().where(clients.c.person_id == outbox.c.person_id)
_UNKEPT = _OF_PERSON.where(
    outbox.c.ended_at > bindparam("since"),
    outbox.c.ended_at < bindparam("before"),
    _JOINED,
    ~ever_kept(outbox.c.person_id, outbox.c.made_at),
)


async def forget_unkept(tx: Tx, since: datetime, before: datetime) -> int:
    """What was said between these moments to clients who never agreed to have answers kept is known no more: the texts
    of a message can tell an answer. How many messages that were."""
    return (await tx.run(_UNKEPT, {"since": since, "before": before})).rowcount


async def forget_of(tx: Tx, person_id: int) -> None:
    """What was said to that person is known no more."""
    await tx.run(_OF_PERSON.where(outbox.c.person_id == person_id))


async def forget(tx: Tx, screen_ids: Collection[int]) -> None:
    """What the messages of these screens said is known no more."""
    if screen_ids:
        named = outbox.c.screen_id.in_(list(screen_ids)), outbox.c.wording_id.is_not(None)
        await tx.run(update(outbox).where(*named).values(wording_id=None))


STOPS_SCREEN, STOPS_TEXT = "screen:", "text:"


@dataclass(frozen=True, slots=True)
class Stop:
    """One of them: "screen:hello" or "text:medicine-keep"; since when (UTC), and the login of who typed it."""

    name: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Stops:
    """What is not to be said at present: names of screens, keys of texts."""

    screens: frozenset[str] = frozenset()
    texts: frozenset[str] = frozenset()


NO_STOPS = Stops()
_NAMES = select(text_stops.c.name)


async def stops_in_force(tx: Tx) -> Stops:
    """As it is now. A small statement: the sender asks before each batch, so every process follows at once."""
    names = list((await tx.run(_NAMES)).scalars())
    if not names:
        return NO_STOPS
    return Stops(
        frozenset(name.removeprefix(STOPS_SCREEN) for name in names if name.startswith(STOPS_SCREEN)),
        frozenset(name.removeprefix(STOPS_TEXT) for name in names if name.startswith(STOPS_TEXT)),
    )


async def every_stop(tx: Tx) -> Sequence[Stop]:
    """Each of them, the oldest first."""
    columns = [text_stops.c[name] for name in Stop.__slots__]
    rows = await tx.run(select(*columns).order_by(text_stops.c.at, text_stops.c.name))
    return [Stop(*tuple(row)) for row in rows]


async def add_stop(tx: Tx, stop: Stop) -> bool:
    """Stop it from now on; False where it was stopped before."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    values = {name: getattr(stop, name) for name in Stop.__slots__}
    return (await tx.run(make(text_stops).values(values).on_conflict_do_nothing())).rowcount > 0


async def remove_stop(tx: Tx, name: str) -> bool:
    """Let it be said from now on; False where it was not stopped."""
    return (await tx.run(delete(text_stops).where(text_stops.c.name == name))).rowcount > 0


@dataclass(frozen=True, slots=True)
class ReceivedTechniques:
    """What stood in one message of one client, in the week that begins on that Monday; see
    programme.practice.techniques.packed."""

    person_id: int
    week: date
    screen_id: int
    techniques: int


def _join(make: Any) -> Any:
    """An insert that adds to the row which is there, for the dialect's own `insert`."""
    new = make(received)
    both = received.c.techniques.op("|")(new.excluded.techniques)
    return new.values({name: bindparam(name) for name in ReceivedTechniques.__slots__}).on_conflict_do_update(
        index_elements=["person_id", "week", "screen_id"], set_={"techniques": both}
    )


_JOIN = {"sqlite": _join(sqlite.insert), "postgresql": _join(postgresql.insert)}


async def add_received(tx: Tx, those: Collection[ReceivedTechniques]) -> None:
    """These reached their clients. What stood in the same message that week before changes nothing."""
    if those:
        await tx.run(_JOIN[tx.dialect], [asdict(one) for one in those])


async def received_in(tx: Tx, person_id: int, week: date) -> Sequence[int]:
    """What stood in each message of that week, packed."""
    wanted = select(received.c.techniques).where(received.c.person_id == person_id, received.c.week == week)
    return list((await tx.run(wanted)).scalars())


async def weeks_received(tx: Tx, person_id: int) -> Sequence[date]:
    """The weeks (their Mondays) in which anything reached that person, oldest first."""
    wanted = select(received.c.week).where(received.c.person_id == person_id).distinct().order_by(received.c.week)
    return list((await tx.run(wanted)).scalars())
