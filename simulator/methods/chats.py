"""The bot itself, chats and their members, files, and the answer to a tap."""

from datetime import timedelta

from simulator import wire
from simulator.methods.messages import GONE_FROM_GROUP, chat_of, open_chat_of
from simulator.params import Arguments, bad_request, forbidden
from simulator.telegram import MethodDone, Telegram
from simulator.world import QUERY_LIFE, Query

DOWNLOAD_BYTES = 20 * 1024 * 1024


def get_file(telegram: Telegram, call: Arguments) -> MethodDone:
    """Where to download a file, for an hour."""
    stored = telegram.world.files.get(str(call.values.get("file_id")))
    if stored is None:
        raise bad_request("invalid file_id")
    size = len(stored.upload.content)
    if size > DOWNLOAD_BYTES:
        raise bad_request("file is too big")
    return MethodDone({**wire.file_ids(stored), "file_size": size, "file_path": stored.path})


ABILITIES = {
    "can_join_groups": True,
    "can_read_all_group_messages": False,
    "supports_inline_queries": False,
    "can_connect_to_business": False,
    "has_main_web_app": False,
}
ACTIONS = frozenset(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker "
    "find_location record_video_note upload_video_note".split()
)
TOO_OLD = "query is too old and response timeout expired or query ID is invalid"
TOAST_LENGTH = 200


def get_me(telegram: Telegram, _call: Arguments) -> MethodDone:
    """Who the bot is."""
    return MethodDone(wire.bot_user(telegram.world.bot) | ABILITIES)


def get_chat(telegram: Telegram, call: Arguments) -> MethodDone:
    """What is known of a chat."""
    chat = chat_of(telegram.world, call)
    details = {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _gifts()}
    return MethodDone(wire.chat(chat) | details)


def _gifts() -> dict[str, bool]:
    kinds = ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels")
    return dict.fromkeys(kinds, True)


def get_chat_member(telegram: Telegram, call: Arguments) -> MethodDone:
    """Who somebody is in a chat."""
    chat, user_id = chat_of(telegram.world, call), call.values.get("user_id")
    if user_id == telegram.world.bot.id:
        return MethodDone(wire.member(wire.bot_user(telegram.world.bot), chat.bot_status))
    found = next((person for person in chat.members if person.id == user_id), None)
    if found is None:
        raise bad_request("PARTICIPANT_ID_INVALID")
    return MethodDone(wire.member(wire.user(found), "member"))


def leave_chat(telegram: Telegram, call: Arguments) -> MethodDone:
    """The bot leaves a group."""
    chat = chat_of(telegram.world, call)
    if chat.is_private:
        raise bad_request("chat member status can't be changed in private chats")
    if chat.bot_status in GONE_FROM_GROUP:
        raise forbidden(GONE_FROM_GROUP[chat.bot_status])
    chat.bot_status = "left"
    telegram.world.touch()
    return MethodDone(True, "left")


def send_chat_action(telegram: Telegram, call: Arguments) -> MethodDone:
    """Show "typing ..." on the phone; it leaves no trace."""
    open_chat_of(telegram.world, call)
    if call.values.get("action") not in ACTIONS:
        raise bad_request("wrong parameter action in request")
    return MethodDone(True)


def answer_callback_query(telegram: Telegram, call: Arguments) -> MethodDone:
    """Ends the wait on a tapped button, perhaps with a word. Once, and in time."""
    query = telegram.world.queries.get(str(call.values.get("callback_query_id")))
    if query is None or query.answered or _age(telegram, query) > QUERY_LIFE:
        raise bad_request(TOO_OLD)
    text = call.values.get("text") or None
    if text and len(text) > TOAST_LENGTH:
        raise bad_request("MESSAGE_TOO_LONG")
    query.answered, query.text, query.alert = True, text, bool(call.values.get("show_alert"))
    telegram.world.touch()
    return MethodDone(True, "answered")


def _age(telegram: Telegram, query: Query) -> timedelta:
    return telegram.world.clock.now() - query.at
