"""A rendered screen as a request to the Bot API, and the sender's lean line to it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.kit.screen import AS_IT_STANDS, Button, Picture, Screen

Json = dict[str, Any]
PHOTO = "photo"  # the part of the request that holds a picture


@dataclass(frozen=True, slots=True)
class ApiCall:
    """One request: a method of the Bot API and its parameters. A `picture` goes with it as the part PHOTO."""

    method: str
    body: Json
    picture: Picture | None = None

    @property
    def has_buttons(self) -> bool:
        """Whether the message has buttons under it from then on."""
        return "inline_keyboard" in self.body.get("reply_markup", ())


def send(chat_id: int, screen: Screen) -> ApiCall:
    """A new message with that screen."""
    to = {"chat_id": chat_id, **({"disable_notification": True} if screen.silent else {})}
    if screen.picture is None or screen.picture == AS_IT_STANDS:
        return ApiCall("sendMessage", {**to, **_text(screen), **_markup(screen)})
    return ApiCall("sendPhoto", {**to, **_caption(screen), **_markup(screen)}, screen.picture)


def edit(chat_id: int, message_id: int, screen: Screen) -> ApiCall:
    """That message shows the screen from now on; without buttons, those it had go."""
    what: Json = {"chat_id": chat_id, "message_id": message_id}
    markup = _markup(screen) if screen.keyboard is None else {}  # Telegram edits only inline buttons
    if screen.picture is None:
        return ApiCall("editMessageText", {**what, **_text(screen), **markup})
    if screen.picture == AS_IT_STANDS:
        return ApiCall("editMessageCaption", {**what, **_caption(screen), **markup})
    media = {"type": "photo", "media": f"attach://{PHOTO}", **_caption(screen)}
    return ApiCall("editMessageMedia", {**what, "media": media, **markup}, screen.picture)


def strip(chat_id: int, message_id: int) -> ApiCall:
    """The message keeps its words and loses its buttons."""
    return ApiCall("editMessageReplyMarkup", {"chat_id": chat_id, "message_id": message_id})


def delete(chat_id: int, message_ids: Sequence[int]) -> ApiCall:
    """These messages go from the chat, whoever wrote them."""
    return ApiCall("deleteMessages", {"chat_id": chat_id, "message_ids": list(message_ids)})


def pin(chat_id: int, message_id: int) -> ApiCall:
    """The message stays at the top of the chat; nobody's phone rings for it."""
    what: Json = {"chat_id": chat_id, "message_id": message_id}
    return ApiCall("pinChatMessage", {**what, "disable_notification": True})


def menu(chat_id: int, commands: Sequence[tuple[str, str]]) -> ApiCall:
    """The person's list of commands, each with what it is for; an empty one falls back to everybody's."""
    scope = {"type": "chat", "chat_id": chat_id}
    if not commands:
        return ApiCall("deleteMyCommands", {"scope": scope})
    listed = [{"command": command, "description": words} for command, words in commands]
    return ApiCall("setMyCommands", {"commands": listed, "scope": scope})


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


TELEGRAM = "https://api.telegram.org"
CALL_SECONDS = 10.0  # aiogram's 60 would hold one of ten places for a minute
CONNECT_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class ApiReply:
    """What the Bot API answered. `message_id` is that of the message sent or edited; `retry_after` is in seconds."""

    status: int
    ok: bool
    message_id: int | None = None
    description: str = ""
    retry_after: float | None = None


class Undecodable(Exception):
    """The answer was not one of the Bot API: a page of a proxy, or cut off. What it did is not known."""


class Session:
    """Calls to one bot. `api` is the base address of a Bot API server, without the token."""

    def __init__(self, token: str, api: str = TELEGRAM, *, seconds: float = CALL_SECONDS) -> None:
        self._base = f"{api.rstrip('/')}/bot{token}/"
        self._timeout = aiohttp.ClientTimeout(total=seconds, connect=min(CONNECT_SECONDS, seconds))
        self._http: aiohttp.ClientSession | None = None

    async def call(self, method: str, body: Mapping[str, Any], photo: bytes | None = None) -> ApiReply:
        """One request, with a PNG as its part PHOTO where there is one.

        Raises aiohttp.ClientError, TimeoutError or Undecodable: see bot.sending.outcome for what each means.
        """
        request = _json(body) if photo is None else _form(body, photo)
        async with self._session().post(self._base + method, data=request, allow_redirects=False) as response:
            return read_reply(response.status, await response.read())

    async def close(self) -> None:
        """Lets go of the connections."""
        if self._http is not None:
            await self._http.close()
            self._http = None

    def _session(self) -> aiohttp.ClientSession:
        if self._http is None:
            self._http = aiohttp.ClientSession(timeout=self._timeout, cookie_jar=aiohttp.DummyCookieJar())
        return self._http


def _json(body: Mapping[str, Any]) -> aiohttp.Payload:
    return aiohttp.BytesPayload(_dumped(body).encode(), content_type="application/json")


def _form(body: Mapping[str, Any], photo: bytes) -> aiohttp.FormData:
    form = aiohttp.FormData({name: value if isinstance(value, str) else _dumped(value) for name, value in body.items()})
    form.add_field(PHOTO, photo, filename="picture.png", content_type="image/png")
    return form


def _dumped(value: Any) -> str:
    return json.dumps(value, separators=(",", ":"))


def read_reply(status: int, content: bytes) -> ApiReply:
    """The answer of that status and body. Raises Undecodable where it is not in the shape of the Bot API."""
    try:
        answer = json.loads(content)
    except ValueError:  # bad UTF-8 too
        raise Undecodable from None
    if not isinstance(answer, dict) or not isinstance(answer.get("ok"), bool):
        raise Undecodable
    result = answer.get("result")
    message_id = result.get("message_id") if isinstance(result, dict) else None
    retry_after = (answer.get("parameters") or {}).get("retry_after")
    return ApiReply(status, answer["ok"], message_id, str(answer.get("description", "")), retry_after)
