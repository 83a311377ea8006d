"""A start that cannot be: exit code 1, words on stderr that say what to do, and no traceback."""

import asyncio
import json
import os
import socket
import sys
from pathlib import Path

import pytest

from simulator import Simulator
from tests.tree import ROOT
from tests.trials.process import Home

WORDS = {
    "wrong token": "ALONGSIDE_BOT_TOKEN",
    "no token": "@BotFather",
    "folder that cannot be written": "cannot be written",
    "database without its keys": "nothing was changed",
    "webhook without a secret": "ALONGSIDE_WEBHOOK_SECRET",
    "port taken": "ALONGSIDE_LISTEN",
}


async def _ways(folder: Path, simulator: Simulator, port: int) -> dict[str, dict[str, str]]:
    homes = {name: Home(folder / name.replace(" ", "-")) for name in WORDS}
    for home in homes.values():
        home.folder.mkdir()
    ways = {name: home.settings(simulator) for name, home in homes.items()}
    ways["wrong token"]["ALONGSIDE_BOT_TOKEN"] = "4242424242:OfAnother"
    ways["no token"]["ALONGSIDE_BOT_TOKEN"] = ""
    ways["folder that cannot be written"]["ALONGSIDE_DATABASE_URL"] = "sqlite:////proc/nowhere/alongside.db"
    ways["webhook without a secret"]["ALONGSIDE_WEBHOOK_URL"] = "https://bot.example.org/webhook"
    ways["port taken"]["ALONGSIDE_LISTEN"] = f"127.0.0.1:{port}"
    await _leave_a_database(homes["database without its keys"])
    ways["database without its keys"] |= {
        "ALONGSIDE_SECRET_KEYS": "",
        "ALONGSIDE_SECRET_KEYS_FILE": str(folder / "there-is-none"),
    }
    return ways


async def _leave_a_database(home: Home) -> None:
    async with home.memory():
        pass


async def _start(ways: dict[str, dict[str, str]]) -> dict[str, tuple[int, str]]:
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(
        sys.executable, str(ROOT / "tests" / "trials" / "starts.py"),
        cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, stdin=pipe, stdout=pipe,
    )  # fmt: skip
    output, _ = await process.communicate(json.dumps(ways).encode())
    found: dict[str, tuple[int, str]] = json.loads(output)
    return found


@pytest.mark.slow
async def test_a_start_that_cannot_be_says_why(tmp_path: Path) -> None:
    """Each way to start badly ends with 1 and a line that names the setting, never with a traceback."""
    with socket.create_server(("127.0.0.1", 0)) as taken:
        async with Simulator() as simulator:
            ended = await _start(await _ways(tmp_path, simulator, taken.getsockname()[1]))
    for name, part in WORDS.items():
        code, words = ended[name]
        assert code == 1, (name, words)
        assert part.casefold() in words.casefold(), (name, words)
        assert "Traceback" not in words, (name, words)
