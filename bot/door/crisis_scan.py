"""The crisis scan over what has come in: before routing, before limits, and whatever else waits or goes wrong."""

import json
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from bot.door.raw import message_of, typed_words
from bot.kit.visit import read_data
from care.safety.crisis import HELD_VIEW, WrittenMessage, crisis, show_numbers, tell_held
from db.delivery import inbox
from db.delivery.inbox import InboxRow
from db.delivery.sight import Hold
from db.people import accounts
from db.tx import Tx
from programme.safety import danger

FLOOD = "flood"
# Taps that lead to the crisis numbers: what they do, and with what.
_TO_A_PERSON = frozenset({("open", "crisis"), ("go", "help"), ("need_help", "")})
_HELP = re.compile(r"/help(@\w+)?(\s|$)", re.IGNORECASE)
_FAR = 2**36  # seconds of the epoch: later than any message


async def crisis_scan(tx: Tx, rows: Sequence[InboxRow], *, held: Hold | None = None) -> None:
    """Look at these updates, queue the card for those that may speak of danger, and let them go on to the handlers.

    What was kept for its card only is not handled: see bot.door.admission. While the database is `held` nothing is
    handled:
    the card has no buttons, whoever asks for a person or writes what may mean danger gets the numbers, and whoever
    writes anything else hears once that it waits (care.safety.crisis).
    """
    updates = {row.update_id: json.loads(row.payload or "{}") for row in rows}
    seen = {row: danger.scan(typed_words(updates[row.update_id])) for row in rows if row.telegram_id > 0}
    alarming = {row: found for row, found in seen.items() if found is not None and found.brings.is_card}
    await accounts.lock_accounts(tx, {row.telegram_id for row in alarming})
    for row, found in alarming.items():
        update = updates[row.update_id]
        person = await accounts.ensure(tx, row.telegram_id, locale_of(update))
        view = HELD_VIEW if held else ""
        answers = replace(tx, update_id=row.update_id)
        await crisis(answers, person, row.update_id, found, _written(update), view=view)
    if held:
        others = {row: locale_of(updates[row.update_id]) for row in seen if row not in alarming}
        asks = {row for row in others if seen[row] or asks_for_a_person(updates[row.update_id])}
        await show_numbers(tx, {row.telegram_id: others[row] for row in asks})
        await tell_held(tx, held, {row.telegram_id: others[row] for row in others.keys() - asks})
    await _let_go_on(tx, rows, {row.update_id for row in alarming})


def asks_for_a_person(update: dict[str, Any]) -> bool:
    """Whether it is /help, or a tap on a button that leads to the crisis numbers."""
    tapped = read_data(_said(update, "callback_query", "data"))
    if tapped is not None:
        return (tapped.do, tapped.arg) in _TO_A_PERSON
    return _HELP.match(_said(update, "message", "text")) is not None


def _said(update: dict[str, Any], kind: str, key: str) -> str:
    body = update.get(kind)
    found = body.get(key) if isinstance(body, dict) else None
    return found if isinstance(found, str) else ""


def _written(update: dict[str, Any]) -> WrittenMessage | None:
    """The message with the words; None where Telegram named none, or no moment that can be."""
    found = message_of(update)
    if found is None or not 0 < found[1] < _FAR:
        return None
    return WrittenMessage(found[0], datetime.fromtimestamp(found[1], UTC))


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
