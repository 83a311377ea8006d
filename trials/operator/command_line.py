"""A command typed by an administrator: the real `alongside` in a process of its own."""

import asyncio
import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Typed:
    """What a command printed, and the code it ended with."""

    code: int
    out: str
    err: str


async def typed(*words: str, settings: Mapping[str, str], folder: Path, seconds: float = 60.0) -> Typed:
    """Types `alongside` with these words in that folder, with these settings and no other of ours.

    Raises TimeoutError where it takes longer than that.
    """
    env = {name: value for name, value in os.environ.items() if not name.startswith("ALONGSIDE_")} | dict(settings)
    pipe, nothing = asyncio.subprocess.PIPE, asyncio.subprocess.DEVNULL
    words = ("-m", "alongside", *words)
    process = await asyncio.create_subprocess_exec(
        sys.executable, *words, cwd=folder, env=env, stdin=nothing, stdout=pipe, stderr=pipe
    )
    try:
        out, err = await asyncio.wait_for(process.communicate(), seconds)
    except TimeoutError:
        process.kill()
        await process.wait()
        raise
    return Typed(process.returncode or 0, out.decode(), err.decode())
