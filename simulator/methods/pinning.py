"""Pinning messages to the top of a chat. The newest pinned comes first on the phone; pinning twice is pinning once."""

from simulator import wire
from simulator.methods.finding import message_of, open_chat_of
from simulator.params import Arguments
from simulator.refusal import bad_request
from simulator.telegram import Done, Telegram
from simulator.world import Chat, Person


def pin(telegram: Telegram, call: Arguments) -> Done:
    """Pins a message. In a private chat the bot needs no right for it."""
    chat = open_chat_of(telegram.world, call)
    message = message_of(chat, call, "pin")
    if message.is_service:
        raise bad_request("message can't be pinned")
    return Done(True, "pinned" if pin_message(telegram, chat, message.id) else "none", message.id)


def unpin(telegram: Telegram, call: Arguments) -> Done:
    """Unpins one message, or, where none is named, the newest that is pinned."""
    chat = open_chat_of(telegram.world, call)
    if "message_id" not in call.values:
        return _off(telegram, chat, chat.pinned[-1:])
    return _off(telegram, chat, [message_of(chat, call, "unpin").id])


def unpin_all(telegram: Telegram, call: Arguments) -> Done:
    """Nothing is pinned any more."""
    chat = open_chat_of(telegram.world, call)
    return _off(telegram, chat, list(chat.pinned))


def pin_message(telegram: Telegram, chat: Chat, message_id: int, person: Person | None = None) -> bool:
    """Pins it, by that person or by the bot, and the chat says so, to the bot as well. False where it was pinned."""
    if message_id in chat.pinned:
        return False
    chat.pinned.append(message_id)
    shown = wire.message(telegram.world, chat.messages[message_id], with_reply=False)
    said = telegram.world.post(chat, person, content={"pinned_message": shown})
    telegram.updates.make("message", wire.message(telegram.world, said), person.id if person else None)
    return True


def _off(telegram: Telegram, chat: Chat, gone: list[int]) -> Done:
    chat.pinned = [number for number in chat.pinned if number not in gone]
    telegram.world.touch()
    return Done(True, "pinned" if gone else "none", gone[-1] if gone else None)
