"""The demo says when it cannot be served, and ends at once."""

import asyncio
import signal
import sys
from pathlib import Path

import pytest

from alongside.demo.demo import Demo
from alongside.trouble import PageCannotBeServed
from tests.tree import ROOT

BUSY = """
import sys, alongside
from pathlib import Path
from alongside.command import leave_at_once
leave_at_once(Path(sys.argv[1]))
print("busy", flush=True)
while True:
    Path(sys.argv[1], "word").write_text("something")
"""


async def test_a_taken_port_is_said_and_no_other_is_taken(table: Demo) -> None:
    """On a port that somebody has a page is not served elsewhere: the words name --port. Its token is another one."""
    port = int(table.simulator.base_url.rpartition(":")[2])
    another = Demo(table.life._store, table.clock)
    assert another.simulator.token != table.simulator.token
    with pytest.raises(PageCannotBeServed, match=f"port {port} .* alongside demo --port 8190"):
        await another.open(port)


async def test_it_ends_in_the_middle_of_its_work_and_leaves_nothing(tmp_path: Path) -> None:
    """A process that never gives way ends with 0 at Ctrl-C, and its folder is gone."""
    folder = tmp_path / "all of it"
    folder.mkdir()
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", BUSY, str(folder), cwd=ROOT, stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    await process.stdout.readline()
    process.send_signal(signal.SIGINT)
    assert await process.wait() == 0
    assert not folder.exists()
