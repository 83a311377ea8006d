"""The crisis look over what has come in: before routing, before limits, and whatever else waits or goes wrong."""

import json
from collections.abc import Sequence
from datetime import datetime

from bot.raw import words
from care.crisis import crisis
from db import inbox, people
from db.inbox import InboxRow
from db.tx import Tx
from programme.safety import danger

FLOOD = "flood"


async def look(tx: Tx, now: datetime, rows: Sequence[InboxRow]) -> None:
    """Look at these updates, queue the card for those that may speak of danger, and let them go on to the handlers.

    What was kept for its card alone is not handled: see bot.admission.
    """
    updates = {row.update_id: json.loads(row.payload or "{}") for row in rows}
    alarming = [row for row in rows if row.telegram_id > 0 and _brings_card(words(updates[row.update_id]))]
    await people.lock_accounts(tx, {row.telegram_id for row in alarming})
    for row in alarming:
        person = await people.ensure(tx, now, row.telegram_id, locale_of(updates[row.update_id]))
        await crisis(tx, now, person, row.update_id)
    await _let_go_on(tx, rows, {row.update_id for row in alarming})


def _brings_card(text: str) -> bool:
    seen = danger.look(text)
    return seen is not None and seen.brings.is_card


async def _let_go_on(tx: Tx, rows: Sequence[InboxRow], alarming: set[int]) -> None:
    for_card_alone = {row.update_id for row in rows if row.crisis}
    kept = {row.update_id for row in rows} - for_card_alone
    await inbox.looked(tx, kept & alarming, crisis=True)
    await inbox.looked(tx, kept - alarming, crisis=False)
    await inbox.drop(tx, for_card_alone, FLOOD)


def locale_of(update: object) -> str:
    """The language Telegram says its sender reads, from an update as it came; "en" where it says none."""
    for body in update.values() if isinstance(update, dict) else ():
        sender = body.get("from") if isinstance(body, dict) else None
        language = sender.get("language_code") if isinstance(sender, dict) else None
        if isinstance(language, str) and 0 < len(language) <= 16:
            return language
    return "en"
