"""What became of a call, read from Telegram's answer or from the way the network broke. Pure."""

import re
from dataclasses import dataclass

import aiohttp

from bot.sending.api import ApiReply

LEAST_WAIT = 1.0  # seconds, where a 429 names none
REASON_LENGTH = 32  # of the outbox column


@dataclass(frozen=True, slots=True)
class Delivered:
    """It stands on the phone; the message id where the answer named one."""

    message_id: int | None


@dataclass(frozen=True, slots=True)
class CallRefused:
    """Telegram will not take this, now or later."""

    reason: str


@dataclass(frozen=True, slots=True)
class Blocked:
    """The person blocked the bot, or the account is gone."""


@dataclass(frozen=True, slots=True)
class Lost:
    """The message cannot be edited: it was `deleted`, or something else stands there, such as a picture."""

    deleted: bool = False


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing was done: not before that many seconds."""

    seconds: float


@dataclass(frozen=True, slots=True)
class NotSent:
    """Nothing left this machine, or nothing reached Telegram: no connection."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """The network hid the answer: it may stand on the phone, or not."""


@dataclass(frozen=True, slots=True)
class NotOurBot:
    """Telegram does not know this bot: a wrong token or address. Nothing can be sent until somebody puts it right."""

    description: str


CallOutcome = Delivered | CallRefused | Blocked | Lost | Wait | NotSent | Ambiguous | NotOurBot
_NO_CONNECTION = (aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError, aiohttp.InvalidURL)
_NO_SUCH_PERSON = ("chat not found", "user not found", "peer_id_invalid", "user is deactivated")
_DELETED = ("message to edit not found", "message_id_invalid")
_NOT_TO_EDIT = (
    "message can't be edited",
    "there is no text in the message to edit",  # a picture stands there
    "there is no caption in the message to edit",  # words stand there
)
_NO_CHANGE = "message is not modified"


def classify(verb: str, answer: ApiReply | Exception) -> CallOutcome:
    """What became of a call for an outbox row of that verb: send, edit, strip, delete, pin or menu.

    A call that was cancelled while it ran (CancelledError is no Exception) is for the caller to call Ambiguous.
    """
    if isinstance(answer, _NO_CONNECTION):
        return NotSent()
    if isinstance(answer, Exception) or answer.status >= 500:
        return Ambiguous()
    if answer.ok:
        return Delivered(answer.message_id)
    if answer.status == 429:
        return Wait(max(LEAST_WAIT, answer.retry_after or 0))
    # Every Bot API server knows how to send: there a 404 is a token in the wrong shape. An older one may lack
    # menus and pins.
    if answer.status == 401 or (answer.status == 404 and verb not in ("menu", "pin")):
        return NotOurBot(answer.description)
    if answer.status == 403:
        return Blocked()
    return _refusal(verb, answer.description)


def _refusal(verb: str, description: str) -> CallOutcome:
    said = description.lower()
    if any(words in said for words in _NO_SUCH_PERSON):
        return Blocked()
    if verb == "strip" or (verb == "edit" and _NO_CHANGE in said):
        return Delivered(None)
    if verb == "edit" and any(words in said for words in (*_DELETED, *_NOT_TO_EDIT)):
        return Lost(deleted=any(words in said for words in _DELETED))
    return CallRefused(_code(said))


def _code(said: str) -> str:
    """Telegram's words as a short code for the outbox and its figures."""
    words = re.sub(r"[^a-z0-9]+", "-", said.removeprefix("bad request:")).strip("-")
    return words[:REASON_LENGTH] or "refused"
