"""Finds the chat and the message a call means, and says no as Telegram does where there is none."""

from typing import Any

from simulator.params import Arguments
from simulator.refusal import bad_request, forbidden
from simulator.world import Chat, Message, World

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
