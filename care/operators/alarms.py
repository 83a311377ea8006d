"""Telling the operators' chat which trouble began and which is over: one process of all tells, through the outbox."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, Final

from care.delivery.say import show
from db.delivery.outbox import Rank
from db.people import accounts
from db.store import service_facts
from db.tx import Tx
from programme.operators import HEADINGS, Trouble, TroubleChange, TroublesTold, trouble_changes

QUIET: Final = timedelta(seconds=30)  # without a look of who tells: another does
REFRESH: Final = timedelta(seconds=10)  # between two of its notes that it still looks


@dataclass(frozen=True, slots=True)
class Watcher:
    """Who tells, when it last looked (UTC), and what was told."""

    who: str = ""
    at: datetime | None = None
    told: TroublesTold = field(default_factory=TroublesTold)


async def tell(
    tx: Tx, who: str, stands: Mapping[Trouble, bool], chat: int | None, brought: TroublesTold | None = None
) -> tuple[TroublesTold, list[TroubleChange]]:
    """What changed, if `who` is the process that tells, put down for that Telegram account; and all that was told.

    - One process tells: the one that did lately, or whoever comes first after QUIET.
    - `brought` is what this process told by other means while the database was away. It takes the place of what is
      remembered, or of another's memory it adds to what stands.
    - That Telegram is away is told when it is over: before that nothing arrives.
    - The message says which trouble and nothing of anybody, day or night: it is for an operator.
    """
    before = _read(await service_facts.lock(tx, service_facts.WATCH))
    mine = before.who in ("", who) or before.at is None or not timedelta(0) <= tx.now - before.at < QUIET
    told = _joined(before.told, brought, mine=mine)
    if not mine:
        if told != before.told:
            await _write(tx, Watcher(before.who, before.at, told))
        return told, []
    told, found = trouble_changes(told, stands, tx.now)
    if found and chat is not None:
        await _say(tx, chat, found)
    is_old = before.at is None or before.who != who or not timedelta(0) <= tx.now - before.at < REFRESH
    if found or is_old or told != before.told:
        await _write(tx, Watcher(who, tx.now, told))
    return told, found


async def _say(tx: Tx, chat: int, found: list[TroubleChange]) -> None:
    person = await accounts.ensure(tx, chat, "en")
    await accounts.lock(tx, [person.id])
    for change in found:
        if change == TroubleChange(Trouble.TELEGRAM, began=True):
            continue  # it could not arrive before it is over; the hook says it
        args = {"key": alarm_key(change), "name": HEADINGS[change.trouble]}
        await show(tx, person.id, "note", args, rank=Rank.PROMPT)


def alarm_key(change: TroubleChange) -> str:
    """The text of that change, as a note."""
    return "alarm" if change.began else "alarm-over"


def _joined(remembered: TroublesTold, brought: TroublesTold | None, *, mine: bool) -> TroublesTold:
    if brought is None:
        return remembered
    if mine:
        return brought
    return TroublesTold({**brought.since, **remembered.since}, {**brought.began_at, **remembered.began_at})


def _read(value: str | None) -> Watcher:
    if value is None:
        return Watcher()
    facts: dict[str, Any] = json.loads(value)
    told = TroublesTold(_moments(facts["since"]), _moments(facts["began_at"]))
    return Watcher(facts["who"], datetime.fromisoformat(facts["at"]), told)


def _moments(values: Mapping[str, str]) -> dict[Trouble, datetime]:
    known = set(Trouble)
    return {Trouble(name): datetime.fromisoformat(at) for name, at in values.items() if name in known}


async def _write(tx: Tx, watcher: Watcher) -> None:
    facts = {
        "who": watcher.who,
        "at": watcher.at.isoformat() if watcher.at else "",
        "since": {trouble.value: at.isoformat() for trouble, at in watcher.told.since.items()},
        "began_at": {trouble.value: at.isoformat() for trouble, at in watcher.told.began_at.items()},
    }
    await service_facts.put(tx, service_facts.WATCH, json.dumps(facts))
