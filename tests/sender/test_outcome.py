"""What an answer, or the lack of one, means."""

import json
import socket
import ssl
from typing import Any

import aiohttp
import pytest
from aiohttp.client_reqrep import ConnectionKey

from bot.sending.api import ApiReply, Session, Undecodable, read_reply
from bot.sending.outcome import (
    Ambiguous,
    Blocked,
    CallOutcome,
    CallRefused,
    Delivered,
    Lost,
    NotOurBot,
    NotSent,
    Wait,
    classify,
)
from simulator.faults import KINDS
from simulator.simulator import Simulator

KEY = ConnectionKey("telegram", 443, True, True, None, None, None)
NOT_FOUND = "Bad Request: message to edit not found"
SAME = "Bad Request: message is not modified: specified new message content is the same"
BROKEN: list[tuple[Exception, CallOutcome]] = [
    (aiohttp.ClientConnectorError(KEY, ConnectionRefusedError()), NotSent()),
    (aiohttp.ClientConnectorDNSError(KEY, OSError()), NotSent()),
    (aiohttp.ClientConnectorSSLError(KEY, ssl.SSLError()), NotSent()),
    (aiohttp.ClientConnectorCertificateError(KEY, ssl.CertificateError()), NotSent()),
    (aiohttp.ConnectionTimeoutError(), NotSent()),
    (aiohttp.ServerDisconnectedError(), Ambiguous()),
    (aiohttp.ClientOSError(104, "reset"), Ambiguous()),
    (aiohttp.ClientPayloadError(), Ambiguous()),
    (TimeoutError(), Ambiguous()),
    (Undecodable(), Ambiguous()),
    (RuntimeError(), Ambiguous()),
]
ANSWERED: list[tuple[str, ApiReply, CallOutcome]] = [
    ("send", ApiReply(200, True, 7), Delivered(7)),
    ("menu", ApiReply(200, True), Delivered(None)),
    ("send", ApiReply(429, False, retry_after=3), Wait(3)),
    ("send", ApiReply(429, False), Wait(1.0)),
    ("send", ApiReply(429, False, retry_after=0), Wait(1.0)),
    ("send", ApiReply(500, False, description="Internal Server Error"), Ambiguous()),
    ("send", ApiReply(502, False), Ambiguous()),
    ("send", ApiReply(401, False, description="Unauthorized"), NotOurBot("Unauthorized")),
    ("send", ApiReply(404, False, description="Not Found"), NotOurBot("Not Found")),
    ("menu", ApiReply(404, False, description="Not Found"), CallRefused("not-found")),
    ("send", ApiReply(403, False, description="Forbidden: bot was blocked by the user"), Blocked()),
    ("send", ApiReply(403, False, description="Forbidden: user is deactivated"), Blocked()),
    ("send", ApiReply(403, False, description="Forbidden: bot can't initiate conversation with a user"), Blocked()),
    ("send", ApiReply(400, False, description="Bad Request: chat not found"), Blocked()),
    ("strip", ApiReply(400, False, description="Bad Request: chat not found"), Blocked()),
    ("strip", ApiReply(400, False, description=NOT_FOUND), Delivered(None)),
    ("edit", ApiReply(400, False, description=SAME), Delivered(None)),
    ("send", ApiReply(400, False, description=SAME), CallRefused("message-is-not-modified-specifie")),
    ("edit", ApiReply(400, False, description=NOT_FOUND), Lost(deleted=True)),
    ("edit", ApiReply(400, False, description="Bad Request: message can't be edited"), Lost()),
    ("send", ApiReply(400, False, description="Bad Request: text is empty"), CallRefused("text-is-empty")),
    ("send", ApiReply(400, False), CallRefused("refused")),
    ("delete", ApiReply(200, True), Delivered(None)),
    (
        "delete",
        ApiReply(400, False, description="Bad Request: message can't be deleted"),
        CallRefused("message-can-t-be-deleted"),
    ),
]


@pytest.mark.parametrize(("error", "outcome"), BROKEN, ids=lambda value: type(value).__name__)
def test_a_broken_network_says_whether_anything_left(error: Exception, outcome: CallOutcome) -> None:
    """Without a connection nothing was sent; once there was one, nobody knows."""
    assert classify("send", error) == outcome


@pytest.mark.parametrize(("verb", "reply", "outcome"), ANSWERED)
def test_an_answer_is_read_for_its_verb(verb: str, reply: ApiReply, outcome: CallOutcome) -> None:
    """The same words mean different things for a sending, an edit and a strip."""
    assert classify(verb, reply) == outcome


@pytest.mark.parametrize("content", [b"", b"<html>", b'{"ok": tr', b"\xff\xfe", b"[1]", b'{"ok": 1}', b"null"])
def test_what_is_no_answer_of_the_bot_api_is_undecodable(content: bytes) -> None:
    """A page of a proxy or half an answer is never taken for yes or no."""
    with pytest.raises(Undecodable):
        read_reply(200, content)


@pytest.mark.parametrize(
    ("answer", "reply"),
    [
        ({"ok": True, "result": True}, ApiReply(200, True)),
        ({"ok": True, "result": {"message_id": 5}}, ApiReply(200, True, 5)),
        ({"ok": False, "parameters": {"retry_after": 2}}, ApiReply(200, False, None, "", 2)),
        ({"ok": False, "parameters": None, "description": "no"}, ApiReply(200, False, None, "no")),
    ],
)
def test_only_four_things_are_read(answer: dict[str, Any], reply: ApiReply) -> None:
    """Whatever else an answer holds is left alone."""
    assert read_reply(200, json.dumps(answer).encode()) == reply


async def test_nobody_listening_means_not_sent() -> None:
    """A refused connection is told apart from a lost answer over a real socket."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    session = Session("1:x", f"http://127.0.0.1:{port}")
    with pytest.raises(aiohttp.ClientError) as error:
        await session.call("sendMessage", {})
    assert classify("send", error.value) == NotSent()
    await session.close()


@pytest.mark.parametrize("fault", sorted(KINDS - {"429", "403", "slow"}))
async def test_every_hidden_answer_is_ambiguous(fault: str) -> None:
    """Whatever a server or the network does to an answer, it never looks like yes, no or not sent."""
    async with Simulator() as telegram:
        telegram.faults.hang_seconds = 0.5
        telegram.faults.fail_next("sendMessage", fault)
        phone = telegram.phone()
        phone.starts()
        session = Session(telegram.token, telegram.base_url, seconds=0.2)
        answer: ApiReply | Exception
        try:
            answer = await session.call("sendMessage", {"chat_id": phone.id, "text": "hello"})
        except (aiohttp.ClientError, TimeoutError, Undecodable) as error:
            answer = error
        assert classify("send", answer) == Ambiguous()
        await session.close()
