"""Which texts, in which version, a message was made of: a set once for all messages that had it; the outbox names it.

A set holds keys and versions, nothing about anybody; sets and words stay. That a person's row names one goes with the
row, and before that with their answers: see `forget`.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import blake2s

from sqlalchemy import bindparam, exists, func, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.recipients import ever_kept
from db.tables import clients, outbox, text_versions, wordings
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
