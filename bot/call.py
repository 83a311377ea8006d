"""A rendered screen as a request to the Bot API. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from bot.picture import Picture
from bot.screen import AS_IT_STANDS, Button, Screen

Json = dict[str, Any]
PHOTO = "photo"  # the part of the request that holds a picture


@dataclass(frozen=True, slots=True)
class Call:
    """One request: a method of the Bot API and its parameters. A `picture` goes with it as the part PHOTO."""

    method: str
    body: Json
    picture: Picture | None = None

    @property
    def has_buttons(self) -> bool:
        """Whether the message has buttons under it from then on."""
        return "inline_keyboard" in self.body.get("reply_markup", ())


def send(chat_id: int, screen: Screen) -> Call:
    """A new message with that screen."""
    to = {"chat_id": chat_id, **({"disable_notification": True} if screen.silent else {})}
    if screen.picture is None or screen.picture == AS_IT_STANDS:
        return Call("sendMessage", {**to, **_text(screen), **_markup(screen)})
    return Call("sendPhoto", {**to, **_caption(screen), **_markup(screen)}, screen.picture)


def edit(chat_id: int, message_id: int, screen: Screen) -> Call:
    """That message shows the screen from now on; without buttons, those it had go."""
    what: Json = {"chat_id": chat_id, "message_id": message_id}
    markup = _markup(screen) if screen.keyboard is None else {}  # Telegram edits inline buttons alone
    if screen.picture is None:
        return Call("editMessageText", {**what, **_text(screen), **markup})
    if screen.picture == AS_IT_STANDS:
        return Call("editMessageCaption", {**what, **_caption(screen), **markup})
    media = {"type": "photo", "media": f"attach://{PHOTO}", **_caption(screen)}
    return Call("editMessageMedia", {**what, "media": media, **markup}, screen.picture)


def strip(chat_id: int, message_id: int) -> Call:
    """The message keeps its words and loses its buttons."""
    return Call("editMessageReplyMarkup", {"chat_id": chat_id, "message_id": message_id})


def delete(chat_id: int, message_ids: Sequence[int]) -> Call:
    """These messages go from the chat, whoever wrote them."""
    return Call("deleteMessages", {"chat_id": chat_id, "message_ids": list(message_ids)})


def pin(chat_id: int, message_id: int) -> Call:
    """The message stays at the top of the chat; nobody's phone rings for it."""
    what: Json = {"chat_id": chat_id, "message_id": message_id}
    return Call("pinChatMessage", {**what, "disable_notification": True})


def menu(chat_id: int, commands: Sequence[tuple[str, str]]) -> Call:
    """The person's list of commands, each with what it is for; an empty one falls back to everybody's."""
    scope = {"type": "chat", "chat_id": chat_id}
    if not commands:
        return Call("deleteMyCommands", {"scope": scope})
    listed = [{"command": command, "description": words} for command, words in commands]
    return Call("setMyCommands", {"commands": listed, "scope": scope})


def _text(screen: Screen) -> Json:
    return {"text": screen.text, "parse_mode": "HTML", "link_preview_options": {"is_disabled": True}}


def _caption(screen: Screen) -> Json:
    return {"caption": screen.text, "parse_mode": "HTML"}


def _markup(screen: Screen) -> Json:
    if screen.keyboard == ():
        return {"reply_markup": {"remove_keyboard": True}}
    if screen.keyboard is not None:
        rows = [[{"text": label} for label in row] for row in screen.keyboard]
        return {"reply_markup": {"keyboard": rows, "resize_keyboard": True, "is_persistent": True}}
    if screen.buttons:
        return {"reply_markup": {"inline_keyboard": [[_button(button) for button in row] for row in screen.buttons]}}
    return {}


def _button(button: Button) -> Json:
    if button.copies:
        return {"text": button.label, "copy_text": {"text": button.copies}}
    target = {"url": button.url} if button.url else {"callback_data": button.data}
    return {"text": button.label, **target}
