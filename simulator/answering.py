"""How an outcome reaches the client, or does not: plainly, or withheld in one of the ways of Faults."""

import asyncio
import json
import socket
import struct
from dataclasses import dataclass
from typing import Any

from aiohttp import web

from simulator.refusal import Refusal
from simulator.telegram import Done

GATEWAY_PAGE = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a call."""

    done: Done
    status: int
    body: dict[str, Any]


def well(done: Done) -> Outcome:
    """An outcome with `ok: true`."""
    return Outcome(done, 200, {"ok": True, "result": done.result})


def badly(refusal: Refusal) -> Outcome:
    """An outcome with `ok: false`."""
    return Outcome(Done(None), refusal.code, refusal.body())


def status_told(outcome: Outcome, fault: str | None) -> int:
    """The HTTP status the client gets; 0 where it gets no answer."""
    silent = fault is not None and fault.startswith(("reset", "hang"))
    return 0 if silent else 502 if fault == "502" else outcome.status


async def give(request: web.Request, outcome: Outcome, fault: str | None, hang_seconds: float) -> web.StreamResponse:
    """Answer as the fault wants it."""
    if fault == "502":
        return web.Response(text=GATEWAY_PAGE, status=502, content_type="text/html")
    text = json.dumps(outcome.body)
    if fault == "bad_json":
        return web.Response(text=text[: len(text) // 2], status=outcome.status, content_type="application/json")
    if fault is None or not fault.startswith(("reset", "hang")):
        return web.Response(text=text, status=outcome.status, content_type="application/json")
    if fault.startswith("hang"):
        await asyncio.sleep(hang_seconds)
    if request.transport is not None:
        _reset(request.transport)
    return web.Response()


def _reset(transport: asyncio.Transport) -> None:
    wire: Any = transport.get_extra_info("socket")
    if wire is not None:
        wire.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    transport.abort()
