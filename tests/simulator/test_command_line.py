"""`python -m simulator`, as its own process."""

import asyncio
import signal
import sys
from pathlib import Path

from aiohttp import ClientSession

from simulator import read_log


async def test_it_runs_alone_and_keeps_its_log(tmp_path: Path) -> None:
    """It says where it is, serves the page and the Bot API with the token given, and leaves a log when killed."""
    file = tmp_path / "log.jsonl"
    words = ["--port", "0", "--token", "123:abc", "--people", "Sam,Lee", "--log", str(file), "--no-limits"]
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", *words, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout
    address = (await process.stdout.readline()).decode().split()[4].rstrip("/")
    async with ClientSession() as session:
        async with session.get(f"{address}/bot123:abc/getMe") as answer:
            assert (await answer.json())["result"]["id"] == 123
        async with session.get(f"{address}/_sim/phones") as answer:
            assert [phone["name"] for phone in await answer.json()] == ["Sam", "Lee"]
        async with session.get(f"{address}/") as answer:
            assert "Telegram on a laptop" in await answer.text()
    process.send_signal(signal.SIGKILL)
    await process.wait()
    assert [call.method for call in read_log(file).calls()] == ["getMe"]


async def test_help_is_there() -> None:
    """--help says what can be set."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "simulator", "--help", stdout=asyncio.subprocess.PIPE
    )
    text = (await process.communicate())[0].decode()
    assert all(word in text for word in ("--port", "--token", "--log", "--faults", "--seed", "--no-limits"))
