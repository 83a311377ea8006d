"""A lean line to the Bot API for the sender: JSON out, or a form with a picture; of the answer the four things it
reads."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import aiohttp

from bot.call import PHOTO

TELEGRAM = "https://api.telegram.org"
CALL_SECONDS = 10.0  # aiogram's 60 would hold one of ten places for a minute
CONNECT_SECONDS = 5.0


@dataclass(frozen=True, slots=True)
class Reply:
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

    async def call(self, method: str, body: Mapping[str, Any], photo: bytes | None = None) -> Reply:
        """One request, with a PNG as its part PHOTO where there is one.

        Raises aiohttp.ClientError, TimeoutError or Undecodable: see bot.outcome for what each means.
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


def read_reply(status: int, content: bytes) -> Reply:
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
    return Reply(status, answer["ok"], message_id, str(answer.get("description", "")), retry_after)
