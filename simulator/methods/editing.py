"""Editing and deleting messages."""

from datetime import timedelta
from typing import Any

from simulator import wire
from simulator.keyboards import Markup, read_markup
from simulator.methods.finding import chat_of, message_of, open_chat_of
from simulator.methods.sending import stored_file
from simulator.params import Arguments
from simulator.refusal import bad_request
from simulator.telegram import Done, Telegram
from simulator.texts import read_caption, read_text
from simulator.world import Message, World

DELETABLE = timedelta(hours=48)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_text(telegram: Telegram, call: Arguments) -> Done:
    """New words for a text message; without reply_markup its buttons go."""
    message = _own_message(telegram, call)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    return _edit(telegram.world, message, text=read_text(call.values), markup=_markup(call))


def edit_caption(telegram: Telegram, call: Arguments) -> Done:
    """A new caption for a picture or document."""
    message = _own_message(telegram, call)
    if message.caption is None:
        raise bad_request("there is no caption in the message to edit")
    return _edit(telegram.world, message, caption=read_caption(call.values), markup=_markup(call))


def edit_markup(telegram: Telegram, call: Arguments) -> Done:
    """New buttons, or none."""
    return _edit(telegram.world, _own_message(telegram, call), markup=_markup(call))


def edit_media(telegram: Telegram, call: Arguments) -> Done:
    """Another picture or document in the place of one, or of a text."""
    message = _own_message(telegram, call)
    media = call.values.get("media")
    if not isinstance(media, dict) or media.get("type") not in ("photo", "document"):
        raise bad_request("media type is not served by the simulator")
    given = Arguments({"media": media.get("media")}, call.uploads).file("media")
    stored = stored_file(telegram.world, given, media["type"])
    content = wire.photo(stored) if media["type"] == "photo" else wire.document(stored)
    caption = read_caption(media)
    shown = {"text": None, "caption": caption, "content": content, "file": stored}
    return _edit(telegram.world, message, **shown, markup=_markup(call))


def delete_message(telegram: Telegram, call: Arguments) -> Done:
    """Takes a message off the phone. In a private chat the bot may take the person's too."""
    chat = chat_of(telegram.world, call)
    message = message_of(chat, call, "delete")
    foreign = message.sender is not None and not chat.is_private
    if foreign or telegram.world.clock.now() - message.date >= DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    _remove(telegram.world, message)
    return Done(True, "deleted", message.id)


def delete_messages(telegram: Telegram, call: Arguments) -> Done:
    """Takes several off; those that are not there are skipped."""
    chat = chat_of(telegram.world, call)
    ids = call.values.get("message_ids")
    if not isinstance(ids, list) or not 1 <= len(ids) <= 100:
        raise bad_request("there must be from 1 to 100 message identifiers")
    found = [chat.messages[number] for number in ids if number in chat.messages]
    if any(telegram.world.clock.now() - message.date >= DELETABLE for message in found):
        raise bad_request("message can't be deleted for everyone")
    for message in found:
        _remove(telegram.world, message)
    return Done(True, "deleted" if found else "none", found[0].id if found else None)


def _remove(world: World, message: Message) -> None:
    chat = world.chats[message.chat_id]
    del chat.messages[message.id]
    chat.pinned = [number for number in chat.pinned if number != message.id]
    world.touch()


def _own_message(telegram: Telegram, call: Arguments) -> Message:
    if "inline_message_id" in call.values:
        raise bad_request("MESSAGE_ID_INVALID")
    message = message_of(open_chat_of(telegram.world, call), call, "edit")
    keyboard_kind = message.markup is not None and "inline_keyboard" not in message.markup
    if message.sender is not None or keyboard_kind:
        raise bad_request("message can't be edited")
    return message


def _markup(call: Arguments) -> Markup | None:
    return read_markup(call.values, inline_only=True)


def _edit(world: World, message: Message, **new: Any) -> Done:
    if all(getattr(message, name) == value for name, value in new.items()):
        raise bad_request(NOT_MODIFIED)
    for name, value in new.items():
        setattr(message, name, value)
    world.changed(message, is_news=new != {"markup": None})
    return Done(wire.message(world, message), "edited", message.id)
