"""Sending, editing, deleting and pinning messages, and finding the one that a call means."""

from datetime import timedelta
from typing import Any

from simulator import wire
from simulator.keyboards import Markup, read_markup
from simulator.params import Arguments, Upload, bad_request, forbidden
from simulator.telegram import MethodDone, Telegram
from simulator.texts import read_caption, read_text
from simulator.world import Chat, Message, StoredFile, TelegramUser, World

GONE_FROM_GROUP = {
    "kicked": "bot was kicked from the group chat",
    "left": "bot is not a member of the group chat",
}


def chat_of(world: World, call: Arguments) -> Chat:
    """The chat of `chat_id`. Raises Refusal if there is none."""
    chat_id: Any = call.values.get("chat_id", "")
    if chat_id == "":
        raise bad_request("chat_id is empty")
    chat = world.chats.get(chat_id) if isinstance(chat_id, int) else None
    if chat is None:
        raise bad_request("chat not found")
    return chat


def open_chat_of(world: World, call: Arguments) -> Chat:
    """The chat of `chat_id`, if the bot may write there. Raises Refusal."""
    chat = chat_of(world, call)
    if not chat.is_private:
        if chat.bot_status in GONE_FROM_GROUP:
            raise forbidden(GONE_FROM_GROUP[chat.bot_status])
        return chat
    person = chat.members[0]
    if person.deactivated:
        raise forbidden("user is deactivated")
    if not person.started:
        raise forbidden("bot can't initiate conversation with a user")
    if person.blocked:
        raise forbidden("bot was blocked by the user")
    return chat


def message_of(chat: Chat, call: Arguments, purpose: str) -> Message:
    """The message of `message_id`, for a purpose ("edit", "delete"). Raises Refusal."""
    message_id = call.values.get("message_id")
    if not isinstance(message_id, int) or message_id <= 0:
        raise bad_request("message identifier is not specified")
    found = chat.messages.get(message_id)
    if found is None:
        raise bad_request(f"message to {purpose} not found")
    return found


PHOTO_BYTES = 10 * 1024 * 1024
PHOTO_SIDES = 10_000  # pixels, width and height together
PHOTO_RATIO = 20
DOCUMENT_BYTES = 50 * 1024 * 1024


def send_message(telegram: Telegram, call: Arguments) -> MethodDone:
    """A text to a chat."""
    world = telegram.world
    chat = open_chat_of(world, call)
    text, markup = read_text(call.values), read_markup(call.values)
    posted = world.post(chat, None, text=text, markup=markup, reply_to=_reply_to(chat, call))
    return sent(world, posted)


def send_photo(telegram: Telegram, call: Arguments) -> MethodDone:
    """A picture with a caption."""
    return _send_file(telegram, call, "photo")


def send_document(telegram: Telegram, call: Arguments) -> MethodDone:
    """A file with a caption."""
    return _send_file(telegram, call, "document")


def _send_file(telegram: Telegram, call: Arguments, kind: str) -> MethodDone:
    world = telegram.world
    chat = open_chat_of(world, call)
    caption, markup = read_caption(call.values), read_markup(call.values)
    reply_to = _reply_to(chat, call)
    stored = stored_file(world, call.file(kind), kind)
    content = wire.photo(stored) if kind == "photo" else wire.document(stored)
    posted = world.post(chat, None, caption=caption, content=content, file=stored, markup=markup, reply_to=reply_to)
    return sent(world, posted)


def stored_file(world: World, given: Upload | str | None, kind: str) -> StoredFile:
    """The file as Telegram keeps it: an upload is stored, a file id looked up. Raises Refusal."""
    if given is None or given == "":
        raise bad_request(f"there is no {kind} in the request")
    if isinstance(given, str):
        if given not in world.files:
            raise bad_request("wrong remote file identifier specified: can't unserialize it. Wrong last symbol")
        return world.files[given]
    _check_upload(given, kind)
    return world.keep(given, f"{kind}s")


def _check_upload(upload: Upload, kind: str) -> None:
    if not upload.content:
        raise bad_request("file must be non-empty")
    if kind == "photo":
        _check_photo(upload)
    if len(upload.content) > (PHOTO_BYTES if kind == "photo" else DOCUMENT_BYTES):
        raise bad_request(f"file is too big for a {kind}")


def _check_photo(upload: Upload) -> None:
    """The method's own description: width and height 10000 in total at most, and a ratio of 20 at most."""
    if not wire.is_picture(upload):
        raise bad_request("IMAGE_PROCESS_FAILED")
    width, height = wire.picture_size(upload)
    if width + height > PHOTO_SIDES or max(width, height) > PHOTO_RATIO * min(width, height):
        raise bad_request("PHOTO_INVALID_DIMENSIONS")


def sent(world: World, message: Message) -> MethodDone:
    """The answer to a send."""
    return MethodDone(wire.message(world, message), "sent", message.id)


def _reply_to(chat: Chat, call: Arguments) -> int | None:
    reply = call.values.get("reply_parameters") or {}
    lenient = reply.get("allow_sending_without_reply") or call.values.get("allow_sending_without_reply")
    wanted = reply.get("message_id") or call.values.get("reply_to_message_id")
    if wanted is None or wanted in chat.messages:
        return wanted
    if lenient:
        return None
    raise bad_request("message to be replied not found")


DELETABLE = timedelta(hours=48)
NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_text(telegram: Telegram, call: Arguments) -> MethodDone:
    """New words for a text message; without reply_markup its buttons go."""
    message = _own_message(telegram, call)
    if message.text is None:
        raise bad_request("there is no text in the message to edit")
    return _edit(telegram.world, message, text=read_text(call.values), markup=_markup(call))


def edit_caption(telegram: Telegram, call: Arguments) -> MethodDone:
    """A new caption for a picture or document."""
    message = _own_message(telegram, call)
    if message.caption is None:
        raise bad_request("there is no caption in the message to edit")
    return _edit(telegram.world, message, caption=read_caption(call.values), markup=_markup(call))


def edit_markup(telegram: Telegram, call: Arguments) -> MethodDone:
    """New buttons, or none."""
    return _edit(telegram.world, _own_message(telegram, call), markup=_markup(call))


def edit_media(telegram: Telegram, call: Arguments) -> MethodDone:
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


def delete_message(telegram: Telegram, call: Arguments) -> MethodDone:
    """Takes a message off the phone. In a private chat the bot may take the person's too."""
    chat = chat_of(telegram.world, call)
    message = message_of(chat, call, "delete")
    foreign = message.sender is not None and not chat.is_private
    if foreign or telegram.world.clock.now() - message.date >= DELETABLE:
        raise bad_request("message can't be deleted for everyone")
    _remove(telegram.world, message)
    return MethodDone(True, "deleted", message.id)


def delete_messages(telegram: Telegram, call: Arguments) -> MethodDone:
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
    return MethodDone(True, "deleted" if found else "none", found[0].id if found else None)


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


def _edit(world: World, message: Message, **new: Any) -> MethodDone:
    if all(getattr(message, name) == value for name, value in new.items()):
        raise bad_request(NOT_MODIFIED)
    for name, value in new.items():
        setattr(message, name, value)
    world.changed(message, is_news=new != {"markup": None})
    return MethodDone(wire.message(world, message), "edited", message.id)


def pin(telegram: Telegram, call: Arguments) -> MethodDone:
    """Pins a message. In a private chat the bot needs no right for it."""
    chat = open_chat_of(telegram.world, call)
    message = message_of(chat, call, "pin")
    if message.is_service:
        raise bad_request("message can't be pinned")
    return MethodDone(True, "pinned" if pin_message(telegram, chat, message.id) else "none", message.id)


def unpin(telegram: Telegram, call: Arguments) -> MethodDone:
    """Unpins one message, or, where none is named, the newest that is pinned."""
    chat = open_chat_of(telegram.world, call)
    if "message_id" not in call.values:
        return _off(telegram, chat, chat.pinned[-1:])
    return _off(telegram, chat, [message_of(chat, call, "unpin").id])


def unpin_all(telegram: Telegram, call: Arguments) -> MethodDone:
    """Nothing is pinned any more."""
    chat = open_chat_of(telegram.world, call)
    return _off(telegram, chat, list(chat.pinned))


def pin_message(telegram: Telegram, chat: Chat, message_id: int, person: TelegramUser | None = None) -> bool:
    """Pins it, by that person or by the bot, and the chat says so, to the bot as well. False where it was pinned."""
    if message_id in chat.pinned:
        return False
    chat.pinned.append(message_id)
    shown = wire.message(telegram.world, chat.messages[message_id], with_reply=False)
    said = telegram.world.post(chat, person, content={"pinned_message": shown})
    telegram.updates.make("message", wire.message(telegram.world, said), person.id if person else None)
    return True


def _off(telegram: Telegram, chat: Chat, gone: list[int]) -> MethodDone:
    chat.pinned = [number for number in chat.pinned if number not in gone]
    telegram.world.touch()
    return MethodDone(True, "pinned" if gone else "none", gone[-1] if gone else None)
