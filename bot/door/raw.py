"""Updates before anybody has checked them: whose they are, what words they hold, what of them is kept."""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from db.delivery.inbox import NewUpdate

ALLOWED: Final = ["message", "edited_message", "callback_query", "my_chat_member"]
_GROUPS: Final = frozenset({"group", "supergroup", "channel"})
_GONE: Final = frozenset({"left", "kicked"})
_BIGGEST: Final = 2**63  # what a column holds, and more than any id of Telegram
NOBODY: Final = 0
_LINK: Final = re.compile(r"(?:^/start(?:@\w+)? +|[?&]start=)([A-Za-z0-9_-]{22})(?![A-Za-z0-9_-])")
_DEEPEST: Final = 40  # how far rich text is followed into itself: deeper than anybody writes it


def _part(value: object, key: str) -> Mapping[str, Any]:
    found = value.get(key) if isinstance(value, Mapping) else None
    return found if isinstance(found, Mapping) else {}


def _number(value: object) -> int | None:
    return value if type(value) is int and -_BIGGEST < value < _BIGGEST else None


def update_id(update: object) -> int | None:
    """The update's number, or None where it has none that can be."""
    number = _number(update.get("update_id")) if isinstance(update, Mapping) else None
    return number if number is not None and number >= 0 else None


def typed_words(update: Mapping[str, Any]) -> str:
    """Everything that somebody typed in a message or changed in one, whatever kind of message it is.

    Not what stands there because we or another app wrote it: the message that is answered and what is quoted of it
    (our own cards would bring a card), names of files, songs and stickers. Nor the random letters of an invitation,
    which may spell anything ("OD_Oq"), whether its link is opened or sent on.
    """
    bodies = (_part(update, "message"), _part(update, "edited_message"))
    return "\n".join(_LINK.sub(" ", typed) for body in bodies for typed in _typed(body) if typed)


def message_of(update: Mapping[str, Any]) -> tuple[int, int] | None:
    """The number of the message that an update brings or changes, and when it was sent (UTC, seconds of the epoch)."""
    body = _part(update, "message") or _part(update, "edited_message")
    number, sent = _number(body.get("message_id")), _number(body.get("date"))
    return None if number is None or sent is None else (number, sent)


def _typed(body: Mapping[str, Any]) -> Iterator[str]:
    yield from _texts(body, "text", "caption")
    yield from _texts(_part(body, "poll"), "question", "description", "explanation")
    yield from _each(_part(body, "poll"), "options", "text")
    yield from _texts(_part(body, "poll_option_added"), "option_text")
    yield from _texts(_part(body, "checklist"), "title")
    yield from _each(_part(body, "checklist"), "tasks", "text")
    yield from _each(_part(body, "checklist_tasks_added"), "tasks", "text")
    yield from _texts(_part(body, "venue"), "title", "address")
    name = _part(body, "contact")
    yield " ".join(_texts(name, "first_name", "last_name"))
    yield from _texts(_part(body, "gift"), "text")
    yield from _rich(_part(body, "rich_message").get("blocks"))


def _texts(part: Mapping[str, Any], *keys: str) -> Iterator[str]:
    yield from (part[key] for key in keys if isinstance(part.get(key), str) and part[key])


def _each(part: Mapping[str, Any], key: str, inner: str) -> Iterator[str]:
    found = part.get(key)
    for one in found if isinstance(found, list) else ():
        if isinstance(one, Mapping):
            yield from _texts(one, inner)


def _rich(blocks: object, depth: int = 0) -> Iterator[str]:
    """The words of rich text: what runs on is one text, and each block, item, cell, caption and summary its own."""
    for block in blocks if isinstance(blocks, list) and depth < _DEEPEST else ():
        if isinstance(block, list):  # a row of a table
            yield from _rich(block, depth + 1)
        elif isinstance(block, Mapping):
            yield from ("".join(_runs(block.get(key), depth)) for key in ("summary", "text", "credit"))
            caption = block.get("caption")
            if caption:
                yield from _rich([caption if isinstance(caption, Mapping) else {"text": caption}], depth + 1)
            for key in ("blocks", "items", "cells"):
                yield from _rich(block.get(key), depth + 1)


def _runs(piece: object, depth: int) -> Iterator[str]:
    """A piece of running text: a text, a list of pieces, or an object that holds one."""
    if isinstance(piece, str):
        yield piece
    elif depth < _DEEPEST:
        for one in piece if isinstance(piece, list) else [piece.get("text")] if isinstance(piece, Mapping) else []:
            yield from _runs(one, depth + 1)


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
    return NewUpdate(number, whose, json.dumps(update, separators=(",", ":")), wordy=bool(typed_words(update)))


def _nothing(number: int) -> NewUpdate:
    return NewUpdate(number, NOBODY, None, wordy=False, todo=False)


def _of_a_group(number: int, chat_id: int | None, body: Mapping[str, Any]) -> NewUpdate:
    """A group to be left; one that we are out of already says so once, and nothing is to be done."""
    status = _part(body, "new_chat_member").get("status")
    if chat_id is None or chat_id >= 0 or status in _GONE:
        return _nothing(number)
    return NewUpdate(number, chat_id, None, wordy=False)
