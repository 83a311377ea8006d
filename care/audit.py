"""Who saw or changed what of whom, as a chain that shows what was changed or taken out afterwards."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from db import audit
from db.audit import Head, Link, Seen
from db.tx import Tx
from programme.event_kinds import CHAINED, CHAINED_OF_OTHERS

AT_ONCE: Final = 5_000  # events in one transaction: about a second, in which nobody else writes to a file
PAGE: Final = 2_000  # numbers that are looked at together: a long chain never lies in memory as a whole
MOST: Final = 20  # places that are named


@dataclass(frozen=True, slots=True)
class Chained:
    """How many events got a number now, and the newest number with its hash: to be kept elsewhere too."""

    chained: int
    number: int
    hash: str


@dataclass(frozen=True, slots=True)
class Broken:
    """A number at which the chain does not hold, and why: missing, changed, linked or expected."""

    number: int
    why: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found. `emptied`: numbers of which nothing is kept, as what they were about went by its time or was
    erased. `gone`: of which the event is not there, and which no night has emptied yet. `broken` names MOST at most.
    """

    head: Head
    emptied: int = 0
    gone: int = 0
    broken: Sequence[Broken] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether every link is as it was made."""
        return not self.broken


async def chain_up(tx: Tx) -> Chained:
    """Put what happened and has no number yet at the end of the chain, at most AT_ONCE. Asked each hour."""
    found = await audit.unchained(tx, CHAINED, CHAINED_OF_OTHERS, AT_ONCE)
    last = await audit.append(tx, found)
    return Chained(len(found), last.number, last.hash.hex())


async def verify(tx: Tx, expected: Head | None = None) -> Verified:
    """Look through the whole chain, a page at a time. `expected`: a number and hash that were kept elsewhere."""
    before, emptied, gone, broken = Head(), 0, 0, list[Broken]()
    async for one in _every_link(tx):
        if one.number != before.number + 1:
            broken.append(Broken(before.number + 1, "missing"))
        if not one.holds:
            broken.append(Broken(one.number, "changed"))
        if audit.hashed(before.hash, one.number, one.digest) != one.hash:
            broken.append(Broken(one.number, "linked"))
        if expected is not None and one.number == expected.number and one.hash != expected.hash:
            broken.append(Broken(one.number, "expected"))
        emptied, gone = emptied + one.is_emptied, gone + (one.event is None and not one.is_emptied)
        before = Head(one.number, one.hash)
    if expected is not None and expected.number > before.number:
        broken.append(Broken(expected.number, "missing"))
    return Verified(before, emptied, gone, broken[:MOST])


async def _every_link(tx: Tx) -> AsyncIterator[Link]:
    after = 0
    while page := await audit.links(tx, after, PAGE):
        for one in page:
            yield one
        after = page[-1].number


async def seen_of(tx: Tx, person_id: int | None) -> Sequence[Seen]:
    """What was seen or changed of that person (None: of nobody, as a copy), and by whom, as long as it is kept; oldest
    first."""
    return await audit.of_person(tx, person_id, CHAINED, CHAINED_OF_OTHERS)
