"""What people do on their phones, and the updates that makes. The phone, the page and the control surface use it."""

import re
from typing import Any
from urllib.parse import parse_qs, urlsplit

from simulator import wire
from simulator.params import Upload
from simulator.telegram import Telegram
from simulator.texts import found_in
from simulator.world import Chat, Message, Query, TelegramUser

PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")
LINK_HOSTS = frozenset({"t.me", "telegram.me"})


class CannotDo(AssertionError):
    """A person cannot do this now, with the reason and what is on the screen."""


def check_able(person: TelegramUser) -> None:
    """Raises CannotDo for somebody who is gone or has blocked the bot."""
    if person.deactivated:
        raise CannotDo(f"{person.first_name} has deleted their account")
    if person.blocked:
        raise CannotDo(f"{person.first_name} has blocked the bot")


def write(telegram: Telegram, chat: Chat, person: TelegramUser, text: str, **more: Any) -> Message:
    """Typed words."""
    return post(telegram, chat, person, text=found_in(text), **more)


def post(telegram: Telegram, chat: Chat, person: TelegramUser, **what: Any) -> Message:
    """Any message of a person, with its update."""
    if chat.is_private:
        check_able(person)
        person.started = True
    message = telegram.world.post(chat, person, **what)
    if chat.is_private or _is_for_bot(telegram, chat, message):
        telegram.updates.make("message", wire.message(telegram.world, message), person.id)
    if chat.keyboard and chat.keyboard.get("one_time_keyboard"):
        chat.keyboard = None
    return message


def _is_for_bot(telegram: Telegram, chat: Chat, message: Message) -> bool:
    words = message.words.text
    mentioned = words.startswith("/") or f"@{telegram.world.bot.username}" in words
    return chat.bot_status == "member" and (mentioned or not words)


def start(telegram: Telegram, person: TelegramUser, payload: str = "") -> Message:
    """Press Start, with the payload of a deep link. Raises ValueError for one Telegram would not open."""
    if payload and not PAYLOAD.fullmatch(payload):
        raise ValueError(f"a start payload has 1..64 of A-Z a-z 0-9 _ -, not {payload!r}")
    if person.blocked:
        set_blocked(telegram, person, False)
    return write(telegram, telegram.world.chats[person.id], person, f"/start {payload}".strip())


def payload_of(telegram: Telegram, link: str) -> str | None:
    """The start payload of a link to this bot ("" without one), or None if it leads elsewhere."""
    parts = urlsplit(link if "://" in link else f"https://{link}")
    fields = parse_qs(parts.query, keep_blank_values=True)
    if parts.scheme == "tg" and parts.netloc == "resolve":
        name = (fields.get("domain") or [""])[0]
    elif parts.hostname in LINK_HOSTS:
        name = parts.path.strip("/")
    else:
        return None
    if name.lower() != telegram.world.bot.username.lower():
        return None
    return (fields.get("start") or [""])[0]


def edit(telegram: Telegram, message: Message, text: str) -> int:
    """Change one's own words; gives the update_id."""
    assert message.sender is not None
    check_able(message.sender)
    message.text = found_in(text)
    telegram.world.changed(message)
    return telegram.updates.make("edited_message", wire.message(telegram.world, message), message.sender.id)


def delete(telegram: Telegram, chat: Chat, message_id: int) -> None:
    """A person deletes a message of either side for both. Raises CannotDo where it is not there."""
    if chat.messages.pop(message_id, None) is None:
        raise CannotDo(f"message {message_id} is not there")
    chat.pinned = [number for number in chat.pinned if number != message_id]
    telegram.world.touch()


def tap(telegram: Telegram, person: TelegramUser, data: str, message: Message | int) -> Query:
    """Tap a button with this data; a message that is only a number is gone or was never there."""
    check_able(person)
    query = telegram.world.add_query(person)
    under = (
        wire.message(telegram.world, message)
        if isinstance(message, Message)
        else {"message_id": message, "chat": wire.chat(telegram.world.chats[person.id]), "date": 0}
    )
    payload = {"id": query.id, "from": wire.user(person), "message": under, "chat_instance": str(person.id)}
    telegram.updates.make("callback_query", {**payload, "data": data}, person.id)
    telegram.world.touch()
    return query


def set_blocked(telegram: Telegram, person: TelegramUser, blocked: bool) -> int | None:
    """Block or unblock the bot; gives the update_id of my_chat_member, None if nothing changed."""
    if person.blocked == blocked:
        return None
    person.blocked = blocked
    statuses = ("member", "kicked") if blocked else ("kicked", "member")
    return bot_moved(telegram, telegram.world.chats[person.id], person, *statuses)


def bot_moved(telegram: Telegram, chat: Chat, person: TelegramUser, old: str, new: str) -> int:
    """my_chat_member: `person` changed what the bot is in this chat."""
    world = telegram.world
    world.touch()
    bot = wire.bot_user(world.bot)
    shape = {
        "chat": wire.chat(chat),
        "from": wire.user(person),
        "date": int(world.clock.now().timestamp()),
        "old_chat_member": wire.member(bot, old),
        "new_chat_member": wire.member(bot, new),
    }
    return telegram.updates.make("my_chat_member", shape, person.id)


def delete_account(telegram: Telegram, person: TelegramUser) -> None:
    """Gone: Telegram tells the bot nothing until it writes."""
    person.deactivated = True
    telegram.world.touch()


def send_file(telegram: Telegram, chat: Chat, person: TelegramUser, kind: str, upload: Upload, caption: str) -> Message:
    """A photo, document, voice message or sticker from a person."""
    stored = telegram.world.keep(upload, f"{kind}s")
    size = {"file_size": len(upload.content)}
    content: dict[str, Any]
    if kind == "photo":
        content = wire.photo(stored)
    elif kind == "voice":
        content = {"voice": {**wire.file_ids(stored), **size, "duration": 3, "mime_type": upload.content_type}}
    elif kind == "sticker":
        looks = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        content = {"sticker": {**wire.file_ids(stored), **size, **looks, "emoji": "\N{THUMBS UP SIGN}"}}
    else:
        content = wire.document(stored)
    return post(telegram, chat, person, content=content, file=stored, caption=found_in(caption))


def send_contact(telegram: Telegram, chat: Chat, person: TelegramUser) -> Message:
    """Their own contact, with an invented number (07700 900 is Ofcom's range for drama)."""
    contact = {"phone_number": "+447700900123", "first_name": person.first_name, "user_id": person.id}
    return post(telegram, chat, person, content={"contact": contact})
