"""A rendered screen as a request to the Bot API. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.screen import Button, Screen

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Call:
    """One request: a method of the Bot API and its parameters."""

    method: str
    body: Json


def send(chat_id: int, screen: Screen) -> Call:
    """A new message with that screen."""
    return Call("sendMessage", {"chat_id": chat_id, **_content(screen)})


def edit(chat_id: int, message_id: int, screen: Screen) -> Call:
    """That message shows the screen from now on; without buttons, those it had go."""
    words = _content(screen)
    if screen.keyboard is not None:  # Telegram edits inline buttons alone
        del words["reply_markup"]
    return Call("editMessageText", {"chat_id": chat_id, "message_id": message_id, **words})


def strip(chat_id: int, message_id: int) -> Call:
    """The message keeps its words and loses its buttons."""
    return Call("editMessageReplyMarkup", {"chat_id": chat_id, "message_id": message_id})


def menu(chat_id: int, commands: Sequence[tuple[str, str]]) -> Call:
    """The person's list of commands, each with what it is for; an empty one falls back to everybody's."""
    scope = {"type": "chat", "chat_id": chat_id}
    if not commands:
        return Call("deleteMyCommands", {"scope": scope})
    listed = [{"command": command, "description": words} for command, words in commands]
    return Call("setMyCommands", {"commands": listed, "scope": scope})


def _content(screen: Screen) -> Json:
    content: Json = {"text": screen.text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}
    if screen.keyboard == ():
        content["reply_markup"] = {"remove_keyboard": True}
    elif screen.keyboard is not None:
        rows = [[{"text": label} for label in row] for row in screen.keyboard]
        content["reply_markup"] = {"keyboard": rows, "resize_keyboard": True, "is_persistent": True}
    elif screen.buttons:
        content["reply_markup"] = {"inline_keyboard": [[_button(button) for button in row] for row in screen.buttons]}
    return content


def _button(button: Button) -> Json:
    if button.copies:
        return {"text": button.label, "copy_text": {"text": button.copies}}
    target = {"url": button.url} if button.url else {"callback_data": button.data}
    return {"text": button.label, **target}
