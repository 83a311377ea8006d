"""Updates before anybody has checked them: whose they are, what words they hold, what of them is kept."""

import json
from collections.abc import Mapping
from typing import Any, Final

from db.inbox import NewUpdate

ALLOWED: Final = ["message", "edited_message", "callback_query", "my_chat_member"]
_GROUPS: Final = frozenset({"group", "supergroup", "channel"})
_GONE: Final = frozenset({"left", "kicked"})
_BIGGEST: Final = 2**63  # what a column holds, and more than any id of Telegram
NOBODY: Final = 0


def _part(value: object, key: str) -> Mapping[str, Any]:
    found = value.get(key) if isinstance(value, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _number(value: object) -> int | None:
    return value if type(value) is int and -_BIGGEST < value < _BIGGEST else None


def update_id(update: object) -> int | None:
    """The update's number, or None where it has none that can be."""
    number = _number(update.get("update_id")) if isinstance(update, Mapping) else None
    return number if number is not None and number >= 0 else None


def words(update: Mapping[str, Any]) -> str:
    """Everything that somebody typed in a message or changed in one: text and caption."""
    bodies = (_part(update, "message"), _part(update, "edited_message"))
    typed = [body.get(key) for body in bodies for key in ("text", "caption")]
    return "\n".join(part for part in typed if isinstance(part, str))


def kept(update: object) -> NewUpdate | None:
    """What the inbox keeps of an update. None: it has no number, so it can be neither kept nor confirmed by itself.

    Of a group nothing but its id is kept, and of bots and of kinds we did not ask for nothing but the number.
    """
    number = update_id(update)
    if number is None or not isinstance(update, Mapping):
        return None
    kind = next((kind for kind in ALLOWED if update.get(kind) is not None), None)
    body = _part(update, kind or "")
    chat = _part(body, "chat") or _part(_part(body, "message"), "chat")
    sender = _part(body, "from")
    chat_id = _number(chat.get("id"))
    if kind is None or sender.get("is_bot") is True:
        return _nothing(number)
    if chat.get("type") in _GROUPS or (chat_id or 0) < 0:
        return _of_a_group(number, chat_id, body)
    whose = max(NOBODY, _number(sender.get("id")) or chat_id or NOBODY)
    return NewUpdate(number, whose, json.dumps(update, separators=(",", ":")), wordy=bool(words(update)))


def _nothing(number: int) -> NewUpdate:
    return NewUpdate(number, NOBODY, None, wordy=False, todo=False)


def _of_a_group(number: int, chat_id: int | None, body: Mapping[str, Any]) -> NewUpdate:
    """A group to be left; one that we are out of already says so once, and nothing is to be done."""
    status = _part(body, "new_chat_member").get("status")
    if chat_id is None or chat_id >= 0 or status in _GONE:
        return _nothing(number)
    return NewUpdate(number, chat_id, None, wordy=False)
