"""How things look on the wire: the JSON objects of the Bot API."""

import struct
from typing import Any

from simulator.keyboards import Markup
from simulator.params import Upload
from simulator.world import Bot, Chat, Message, StoredFile, TelegramUser, World

PICTURES = (b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"GIF8", b"RIFF")
Json = dict[str, Any]


def user(person: TelegramUser) -> Json:
    """A User."""
    known = {"last_name": person.last_name, "username": person.username, "language_code": person.language}
    named: Json = {"id": person.id, "is_bot": False, "first_name": person.first_name}
    return named | {key: value for key, value in known.items() if value is not None}


def bot_user(bot: Bot) -> Json:
    """The bot as a User."""
    return {"id": bot.id, "is_bot": True, "first_name": bot.name, "username": bot.username}


def chat(place: Chat) -> Json:
    """A Chat."""
    if not place.is_private:
        return {"id": place.id, "type": "group", "title": place.title, "all_members_are_administrators": True}
    person = place.members[0]
    known = {"last_name": person.last_name, "username": person.username}
    named: Json = {"id": place.id, "type": "private", "first_name": person.first_name}
    return named | {key: value for key, value in known.items() if value is not None}


def message(world: World, it: Message, *, with_reply: bool = True) -> Json:
    """A Message. A reply keyboard is not shown in it, as on the real server."""
    place = world.chats[it.chat_id]
    sender = user(it.sender) if it.sender else bot_user(world.bot)
    shape: Json = {"message_id": it.id, "from": sender, "chat": chat(place), "date": stamp(it)}
    shape |= it.content
    if it.edited:
        shape["edit_date"] = int(it.edited.timestamp())
    for name, words in (("text", it.text), ("caption", it.caption)):
        if words is not None and words.text:
            shape[name] = words.text
            if words.entities:
                shape["entities" if name == "text" else "caption_entities"] = list(words.entities)
    if inline(it.markup):
        shape["reply_markup"] = it.markup
    original = place.messages.get(it.reply_to) if it.reply_to else None
    if original and with_reply:
        shape["reply_to_message"] = message(world, original, with_reply=False)
    return shape


def stamp(it: Message) -> int:
    """A message's date in Unix seconds."""
    return int(it.date.timestamp())


def inline(markup: Markup | None) -> list[list[Json]]:
    """The rows of inline buttons of a markup."""
    rows: list[list[Json]] = markup.get("inline_keyboard", []) if markup else []
    return rows


def photo(stored: StoredFile) -> Json:
    """The `photo` of a message: one size."""
    width, height = picture_size(stored.upload)
    size = {"width": width, "height": height, "file_size": len(stored.upload.content)}
    return {"photo": [{**file_ids(stored), **size}]}


def document(stored: StoredFile) -> Json:
    """The `document` of a message."""
    known = {"file_name": stored.upload.name, "mime_type": stored.upload.content_type}
    return {"document": {**file_ids(stored), **known, "file_size": len(stored.upload.content)}}


def file_ids(stored: StoredFile) -> Json:
    """How a file is named for use, and for comparison."""
    return {"file_id": stored.file_id, "file_unique_id": f"u{stored.file_id[7:]}"}


def is_picture(upload: Upload) -> bool:
    """Whether the bytes begin like a picture."""
    return upload.content.startswith(PICTURES)


def picture_size(upload: Upload) -> tuple[int, int]:
    """Width and height of a PNG; a stated guess for other pictures."""
    if upload.content.startswith(PICTURES[0]) and len(upload.content) >= 24:
        width, height = struct.unpack(">II", upload.content[16:24])
        return int(width), int(height)
    return 800, 600


def member(person: Json, status: str) -> Json:
    """A ChatMember."""
    shape: Json = {"user": person, "status": status}
    return shape | ({"until_date": 0} if status == "kicked" else {})
