"""The audit chain of who saw or changed what of whom, and what operators do with what was set aside."""

from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Final

from db import events
from db.delivery import sending
from db.events import ChainHead, ChainLink, SeenEvent
from db.people import accounts
from db.tx import Tx
from programme.delivery import MessageDropped, MessageRetried, UpdateDropped, UpdateRetried
from programme.event import Event
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
class BrokenNumber:
    """A number at which the chain does not hold, and why: missing, changed, linked or expected."""

    number: int
    why: str


@dataclass(frozen=True, slots=True)
class Verified:
    """What was found. `emptied`: numbers of which nothing is kept, as what they were about went by its time or was
    erased. `gone`: of which the event is not there, and which no night has emptied yet. `broken` names MOST at most.
    """

    head: ChainHead
    emptied: int = 0
    gone: int = 0
    broken: Sequence[BrokenNumber] = field(default_factory=list)

    @property
    def holds(self) -> bool:
        """Whether every link is as it was made."""
        return not self.broken


async def chain_up(tx: Tx) -> Chained:
    """Put what happened and has no number yet at the end of the chain, at most AT_ONCE. Asked each hour."""
    found = await events.unchained(tx, CHAINED, CHAINED_OF_OTHERS, AT_ONCE)
    last = await events.append_links(tx, found)
    return Chained(len(found), last.number, last.hash.hex())


async def verify(tx: Tx, expected: ChainHead | None = None) -> Verified:
    """Look through the whole chain, a page at a time. `expected`: a number and hash that were kept elsewhere."""
    before, emptied, gone, broken = ChainHead(), 0, 0, list[BrokenNumber]()
    async for one in _every_link(tx):
        if one.number != before.number + 1:
            broken.append(BrokenNumber(before.number + 1, "missing"))
        if not one.holds:
            broken.append(BrokenNumber(one.number, "changed"))
        if events.hashed(before.hash, one.number, one.digest) != one.hash:
            broken.append(BrokenNumber(one.number, "linked"))
        if expected is not None and one.number == expected.number and one.hash != expected.hash:
            broken.append(BrokenNumber(one.number, "expected"))
        emptied, gone = emptied + one.is_emptied, gone + (one.event is None and not one.is_emptied)
        before = ChainHead(one.number, one.hash)
    if expected is not None and expected.number > before.number:
        broken.append(BrokenNumber(expected.number, "missing"))
    return Verified(before, emptied, gone, broken[:MOST])


async def _every_link(tx: Tx) -> AsyncIterator[ChainLink]:
    after = 0
    while page := await events.chain_links(tx, after, PAGE):
        for one in page:
            yield one
        after = page[-1].number


async def seen_of(tx: Tx, person_id: int | None) -> Sequence[SeenEvent]:
    """What was seen or changed of that person (None: of nobody, as a copy), and by whom, as long as it is kept; oldest
    first."""
    return await events.seen_of_person(tx, person_id, CHAINED, CHAINED_OF_OTHERS)


ONCE: Final = frozenset({"invite_link", "support_link"})  # what such a screen says is kept nowhere once it went


class SetAsideResult(Enum):
    """What came of it."""

    DONE = auto()
    NOT_THERE = auto()  # no such number is set aside
    NOT_KEPT = auto()  # its words are not kept
    ONCE_ONLY = auto()  # it held a link that is kept nowhere


async def retry_update(tx: Tx, number: int) -> SetAsideResult:
    """Give that update one more go. Its person's newer ones wait for it meanwhile.

    Words that brought a crisis card were not kept, so they cannot be handled again.
    """
    found = await sending.dead_update(tx, number)
    if found is None:
        return SetAsideResult.NOT_THERE
    if found["payload"] is None:
        return SetAsideResult.NOT_KEPT
    await sending.revive_update(tx, number)
    await _note_update(tx, UpdateRetried(number), found["telegram_id"])
    return SetAsideResult.DONE


async def drop_update(tx: Tx, number: int) -> SetAsideResult:
    """Be done with that update: its words go."""
    found = await sending.dead_update(tx, number)
    if found is None:
        return SetAsideResult.NOT_THERE
    await sending.drop_update(tx, number)
    await _note_update(tx, UpdateDropped(number), found["telegram_id"])
    return SetAsideResult.DONE


async def _note_update(tx: Tx, event: Event, telegram_id: int) -> None:
    person = await accounts.find(tx, telegram_id) if telegram_id > 0 else None
    await events.add(tx, person.id if person else None, event)


async def retry_message(tx: Tx, number: int) -> SetAsideResult:
    """Send that message again, where it is still wanted when its turn comes. It may be on the phone already."""
    found = await sending.uncertain_message(tx, number)
    if found is None:
        return SetAsideResult.NOT_THERE
    if found["screen"] in ONCE and found["verb"] == "send":
        return SetAsideResult.ONCE_ONLY
    await sending.revive_message(tx, number)
    await events.add(tx, found["person_id"], MessageRetried(number))
    return SetAsideResult.DONE


async def drop_message(tx: Tx, number: int) -> SetAsideResult:
    """Be done with that message: whether it arrived stays unknown."""
    found = await sending.uncertain_message(tx, number)
    if found is None:
        return SetAsideResult.NOT_THERE
    await sending.put_away_message(tx, number)
    await events.add(tx, found["person_id"], MessageDropped(number))
    return SetAsideResult.DONE
