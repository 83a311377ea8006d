"""sendMessage, sendPhoto, sendDocument."""

from simulator import wire
from simulator.keyboards import read_markup
from simulator.methods.finding import open_chat_of
from simulator.params import Arguments, Upload
from simulator.refusal import bad_request
from simulator.telegram import Done, Telegram
from simulator.texts import read_caption, read_text
from simulator.world import Chat, Message, StoredFile, World

PHOTO_BYTES = 10 * 1024 * 1024
PHOTO_SIDES = 10_000  # pixels, width and height together
PHOTO_RATIO = 20
DOCUMENT_BYTES = 50 * 1024 * 1024


def send_message(telegram: Telegram, call: Arguments) -> Done:
    """A text to a chat."""
    world = telegram.world
    chat = open_chat_of(world, call)
    text, markup = read_text(call.values), read_markup(call.values)
    posted = world.post(chat, None, text=text, markup=markup, reply_to=_reply_to(chat, call))
    return sent(world, posted)


def send_photo(telegram: Telegram, call: Arguments) -> Done:
    """A picture with a caption."""
    return _send_file(telegram, call, "photo")


def send_document(telegram: Telegram, call: Arguments) -> Done:
    """A file with a caption."""
    return _send_file(telegram, call, "document")


def _send_file(telegram: Telegram, call: Arguments, kind: str) -> Done:
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


def sent(world: World, message: Message) -> Done:
    """The answer to a send."""
    return Done(wire.message(world, message), "sent", message.id)


def _reply_to(chat: Chat, call: Arguments) -> int | None:
    reply = call.values.get("reply_parameters") or {}
    lenient = reply.get("allow_sending_without_reply") or call.values.get("allow_sending_without_reply")
    wanted = reply.get("message_id") or call.values.get("reply_to_message_id")
    if wanted is None or wanted in chat.messages:
        return wanted
    if lenient:
        return None
    raise bad_request("message to be replied not found")
