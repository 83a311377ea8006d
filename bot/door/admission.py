"""Which of the updates that came are kept: a cap for each person before anything is stored, and a bound for all.

See docs/decisions/0024. What is not kept is confirmed to Telegram and counted; words of danger are never among it.
"""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

import structlog

from bot.door.raw import kept, typed_words
from care.delivery.say import show
from care.people.invites import lead_in
from db.delivery import inbox, outbox
from db.delivery.inbox import InboxLoad, NewUpdate
from db.people import accounts
from db.store import service_facts
from db.store.engine import Database
from db.tx import Tx
from programme.safety.danger import scan

log = structlog.get_logger(__name__)
MOST_WAITING = 40  # updates of somebody whom we know: more than anybody types and taps before the first is answered
FEW = 4  # of a stranger: commands, links and taps; words melt into the answer that waits
OF_A_GROUP = 1  # that we leave it
STRANGERS = 2_000  # updates and answers of strangers that wait, over all of them: a minute at Telegram's pace
FULL = 10_000  # updates that wait, over everybody
CARD_EVERY = timedelta(minutes=1)  # for each person, over the cap
DROPPED = "updates_dropped"  # the counter
LOOKS = 20  # looks at words without a pause for others


@dataclass(frozen=True, slots=True)
class Came:
    """An update as the inbox would keep it, and as it came."""

    new: NewUpdate
    raw: Mapping[str, Any]

    @property
    def is_plain(self) -> bool:
        """Words or pictures that ask for nothing by themselves: no command, no link, no tap."""
        body = self.raw.get("message") or self.raw.get("edited_message")
        text = body.get("text") if isinstance(body, dict) else None
        return isinstance(body, dict) and not (isinstance(text, str) and text.startswith("/"))

    @property
    def token(self) -> str | None:
        """What follows /start, where somebody opened a link."""
        body = self.raw.get("message")
        text = body.get("text") if isinstance(body, dict) else None
        parts = text.split() if isinstance(text, str) else []
        return parts[1] if len(parts) == 2 and parts[0] == "/start" else None


@dataclass(frozen=True, slots=True)
class Room:
    """How much waits, and which of the links that strangers opened lead in: who brings one was invited."""

    standing: InboxLoad
    links: Set[str]

    def is_stranger(self, one: Came) -> bool:
        """Whether nobody here knows who that comes from."""
        whose = one.new.telegram_id
        return whose > 0 and whose not in self.standing.known and one.token not in self.links

    def most(self, one: Came) -> int:
        """How many may wait of whoever that is, this one among them."""
        if one.new.telegram_id < 0:
            return OF_A_GROUP
        if not self.is_stranger(one):
            return MOST_WAITING
        if one.is_plain:
            return 0 if one.new.telegram_id in self.standing.answer_waits else 1
        return FEW


@dataclass(frozen=True, slots=True)
class Admitted:
    """`later`: places of the updates that Telegram is to bring later. `full`: it is to be asked for no more now."""

    later: frozenset[int] = frozenset()
    full: bool = False


async def admit(database: Database, now: datetime, updates: Sequence[object], *, may_wait: bool = False) -> Admitted:
    """Keeps these updates in one commit, as far as there is room; one that was kept before changes nothing.

    - Over the cap a message of danger is kept all the same, for its card only, once a minute a person.
    - Somebody whom we know hears once that not all could be taken.
    - Where the inbox is full strangers are refused, and with `may_wait` everybody else is asked to come later.
    - One without a number is told to the log.
    """
    found = [_came(update) for update in updates]
    if None in found:
        log.error("update_without_number", count=found.count(None))
    places = {place: one for place, one in enumerate(found) if one is not None}
    room = await database.read(lambda tx: _room(tx.at(now), list(places.values())))
    standing = room.standing
    later = await _later(places, room) if may_wait and standing.waiting_in_all >= FULL else frozenset()
    came = [one for place, one in places.items() if place not in later]
    kept_now, over = _fit(came, room)
    if over:  # nearly never
        there = await database.read(lambda tx: inbox.there(tx, [one.new.update_id for one in came]))
        kept_now, over = _fit([one for one in came if one.new.update_id not in there], room)
    cards = {one.new.update_id for one in await _cards(database, now, over)}
    dropped = [one for one in over if one.new.update_id not in cards]
    for_card_alone = [replace(one.new, crisis=True) for one in over if one.new.update_id in cards]
    await database.write(lambda tx: _store(tx.at(now), standing, [*kept_now, *for_card_alone], dropped))
    if dropped:
        log.warning(DROPPED, count=len(dropped), of=len(updates))
    return Admitted(later, full=standing.waiting_in_all + len(kept_now) >= FULL)


def is_full(waiting: int) -> bool:
    """Whether that many updates are all that may wait."""
    return waiting >= FULL


def _came(update: object) -> Came | None:
    new = kept(update)
    return None if new is None or not isinstance(update, Mapping) else Came(new, update)


async def _room(tx: Tx, came: Sequence[Came]) -> Room:
    standing = await inbox.inbox_load(tx, {one.new.telegram_id for one in came if one.new.todo})
    tokens = {one.token for one in came if one.token and one.new.telegram_id not in standing.known}
    return Room(standing, await lead_in(tx, tokens))


def _fit(came: Sequence[Came], room: Room) -> tuple[list[NewUpdate], list[Came]]:
    """Those for which there is room, oldest first, and the others."""
    standing = room.standing
    waiting = Counter(standing.waiting)
    strangers, in_all = standing.strangers, standing.waiting_in_all
    fits, over = list[NewUpdate](), list[Came]()
    for one in came:
        whose, stranger = one.new.telegram_id, room.is_stranger(one)
        if not one.new.todo:
            fits.append(one.new)
        elif waiting[whose] >= room.most(one) or (stranger and (strangers >= STRANGERS or in_all >= FULL)):
            over.append(one)
        else:
            waiting[whose] += 1
            strangers += stranger
            fits.append(replace(one.new, stranger=stranger))
    return fits, over


async def _later(places: Mapping[int, Came], room: Room) -> frozenset[int]:
    """Whoever we know comes later, unless the words may be of danger."""
    known = {place: one for place, one in places.items() if one.new.todo and not room.is_stranger(one)}
    alarming = {one.new.update_id for one in await _alarming(list(known.values()))}
    return frozenset(place for place, one in known.items() if one.new.update_id not in alarming)


async def _cards(database: Database, now: datetime, over: Sequence[Came]) -> list[Came]:
    """Of what is over the cap: the first message of danger of each person who had no card within the minute."""
    wordy = [one for one in over if one.new.wordy and one.new.telegram_id > 0]
    if not wordy:
        return []
    accounts = {one.new.telegram_id for one in wordy}
    had = await database.read(lambda tx: inbox.in_danger(tx, accounts, since=now - CARD_EVERY, until=now))
    first: dict[int, Came] = {}
    for one in await _alarming([one for one in wordy if one.new.telegram_id not in had]):
        first.setdefault(one.new.telegram_id, one)
    return list(first.values())


async def _alarming(came: Sequence[Came]) -> list[Came]:
    """Those whose words bring a card. Between some looks others get their turn."""
    found = list[Came]()
    for number, one in enumerate(came, start=1):
        danger = scan(typed_words(one.raw)) if one.new.wordy else None
        if danger is not None and danger.brings.is_card:
            found.append(one)
        if number % LOOKS == 0:
            await asyncio.sleep(0)
    return found


async def _store(tx: Tx, standing: InboxLoad, new: Sequence[NewUpdate], dropped: Sequence[Came]) -> None:
    known = {standing.known[one.new.telegram_id] for one in dropped if one.new.telegram_id in standing.known}
    await accounts.lock(tx, known)
    await inbox.add(tx, new)
    for person_id in sorted(known):
        await _tell(tx, person_id)
    if dropped:
        await service_facts.count_up(tx, DROPPED, len(dropped))


async def _tell(tx: Tx, person_id: int) -> None:
    """They would wonder, so they hear it: once an hour."""
    key = f"flood:{person_id}:{tx.now:%Y%m%d%H}"
    if await outbox.of_key(tx, key) is None:
        await show(tx, person_id, "note", {"key": "too-much-at-once"}, key=key)
