"""What the page and other processes are shown: phones, bubbles and the clock as JSON."""

from typing import Any

from simulator.methods.menus import commands_for
from simulator.phone import Phone
from simulator.telegram import Telegram
from simulator.wire import inline
from simulator.world import Message, Query

SHOWN = 200


def phone_state(telegram: Telegram, phone: Phone) -> dict[str, Any]:
    """One phone: who, the newest messages, the keyboard, the menu, and the word over the screen."""
    messages = list(phone.chat.messages.values())[-SHOWN:]
    return {
        "id": phone.id,
        "name": phone.name,
        "about": phone.about,
        "language": phone.person.language,
        "started": phone.person.started,
        "blocked": phone.person.blocked,
        "deactivated": phone.person.deactivated,
        "messages": [message_state(phone, message) for message in messages],
        "keyboard": phone.keyboard,
        "commands": commands_for(telegram.world.menus, phone.id, phone.person.language),
        "query": query_state(phone.query),
    }


def message_state(phone: Phone, message: Message) -> dict[str, Any]:
    """One bubble: text with entities, so that nobody needs to trust HTML."""
    kind = next(iter(message.content), "text")
    return {
        "id": message.id,
        "from_me": message.sender is phone.person,
        "text": message.words.text,
        "entities": list(message.words.entities),
        "buttons": [[_button(button) for button in row] for row in inline(message.markup)],
        "edited": message.edited is not None,
        "date": message.date.isoformat(),
        "kind": kind,
        "pinned": message.id in phone.chat.pinned,
        "file": message.file.upload.name if message.file else None,
        "file_id": message.file.file_id if message.file else None,
    }


def _button(raw: dict[str, Any]) -> dict[str, Any]:
    known = {"label": raw["text"], "data": raw.get("callback_data"), "url": raw.get("url")}
    return known | ({"copies": raw["copy_text"]["text"]} if "copy_text" in raw else {})


def query_state(query: Query | None) -> dict[str, Any] | None:
    """The latest tap: whether it still waits, and what it was told."""
    if query is None:
        return None
    return {"id": query.id, "waiting": not query.answered, "text": query.text, "alert": query.alert}
