"""Starting wrong: every way is refused in words, nothing is changed, and no password is printed."""

import asyncio
import os
import re
import signal
import sys
import time
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path

from aiohttp import ClientSession

from db.store.keys import new_key
from simulator import Simulator
from trials.operator.trial import TrialLine, TrialPlace, TypedCommand, typed

PASSWORD = "hush-hush"  # noqa: S105 - it opens nothing
BEYOND = f"postgresql://lee:{PASSWORD}@db.example/alongside"
UNCLEAR = f"postgresql://lee:{PASSWORD}@{PASSWORD}@127.0.0.1/alongside"
WRONG: Mapping[str, tuple[Mapping[str, str], str]] = {
    "a setting that nobody knows": ({"ALONGSIDE_BOT_TOKN": "1"}, "Did you mean ALONGSIDE_BOT_TOKEN?"),
    "a port beyond the last": ({"ALONGSIDE_LISTEN": "127.0.0.1:70000"}, "ports end at 65535"),
    "Telegram without TLS": ({"ALONGSIDE_TELEGRAM_API": "http://telegram.example"}, "https://"),
    "a server without a certificate": ({"ALONGSIDE_DATABASE_URL": BEYOND}, "sslmode=verify-full"),
    "an address that is unclear": ({"ALONGSIDE_DATABASE_URL": UNCLEAR}, "%40"),
    "a keys file that others read": ({"ALONGSIDE_SECRET_KEYS": "", "ALONGSIDE_SECRET_KEYS_FILE": "keys"}, "chmod 600"),
}
PATIENCE = 300.0  # seconds; a machine may be busy


async def starting(place: TrialPlace) -> Sequence[TrialLine]:
    """Every way to start wrong, two runs over one file, the doctor, and the demo that is told to stop."""
    async with Simulator() as simulator:
        settings = {
            "ALONGSIDE_BOT_TOKEN": simulator.token,
            "ALONGSIDE_TELEGRAM_API": simulator.base_url,
            "ALONGSIDE_DATABASE_URL": place.url,
            "ALONGSIDE_SECRET_KEYS": new_key(),
            "ALONGSIDE_VAULT": str(place.folder / "vault"),
            "ALONGSIDE_LISTEN": "127.0.0.1:0",
            "ALONGSIDE_METRICS_LISTEN": "127.0.0.1:0",
        }
        (place.folder / "keys").write_text(f"{new_key()}\n")
        (place.folder / "keys").chmod(0o644)
        lines = [await _refused(says, settings, place.folder) for says in WRONG]
        lines += await _two_runs(settings, place.folder)
        lines += [await _demo(phase, place.folder) for phase in ("starting", "mid-turn", "killed")]
    return lines


async def _refused(says: str, settings: Mapping[str, str], folder: Path) -> TrialLine:
    wrong, words = WRONG[says]
    before = _content(folder)
    seen = await typed("run", settings={**settings, **wrong}, folder=folder, seconds=PATIENCE)
    all_of_it = seen.out + seen.err
    so = seen.code == 1 and words in seen.err and "Traceback" not in all_of_it and PASSWORD not in all_of_it
    return TrialLine(
        f"{says} is refused, and nothing is changed", so and _content(folder) == before, seen.err.strip()[:200]
    )


def _content(folder: Path) -> Mapping[str, tuple[bytes, int]]:
    """Every file with its bytes and when it was written."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {str(path): (path.read_bytes(), path.stat().st_mtime_ns) for path in files}


async def _two_runs(settings: Mapping[str, str], folder: Path) -> list[TrialLine]:
    lines = [await _doctor(settings, folder)]
    async with _run(settings, folder, "first") as first:
        await _says(folder / "first.log", "ready")
        async with _run(settings, folder, "second"):
            waits = await _says(folder / "second.log", "waits_for_another_run")
            named = f"process {first.pid} on" in waits
            lines.append(TrialLine("a second run over one file says who has it, and waits", named, waits[:200]))
            told = await typed("doctor", settings=settings, folder=folder, seconds=PATIENCE)
            lines.append(TrialLine("the doctor names the process that sends", f"process {first.pid} on" in told.out))
            began = time.perf_counter()
            first.kill()
            await _says(folder / "second.log", "ready")
            says = "the second is ready after the first was killed"
            lines.append(TrialLine(says, True, figure=time.perf_counter() - began, goal=5.0))
    return [*lines, await _doctor(settings, folder)]


async def _doctor(settings: Mapping[str, str], folder: Path) -> TrialLine:
    before = _content(folder)
    seen = await typed("doctor", settings=settings, folder=folder, seconds=PATIENCE)
    when = "after a kill" if any(name.endswith("first.log") for name in before) else "before the first start"
    so = _content(folder) == before and "Traceback" not in seen.err
    return TrialLine(f"the doctor changes nothing, {when}", so, _first_bad(seen))


def _first_bad(seen: TypedCommand) -> str:
    return next((line for line in seen.out.splitlines() if line.startswith("BAD")), "nothing is bad")[:200]


@asynccontextmanager
async def _run(settings: Mapping[str, str], folder: Path, name: str) -> AsyncIterator[asyncio.subprocess.Process]:
    env = {key: value for key, value in os.environ.items() if not key.startswith("ALONGSIDE_")} | dict(settings)
    words = (sys.executable, "-m", "alongside", "run")
    with (folder / f"{name}.log").open("wb") as log:
        process = await asyncio.create_subprocess_exec(*words, cwd=folder, env=env, stderr=log)
    try:
        yield process
    finally:
        if process.returncode is None:
            process.kill()
        await process.wait()


async def _says(log: Path, event: str) -> str:
    """The line of that event in the log, once it is there. Raises TimeoutError."""
    async with asyncio.timeout(PATIENCE):
        while (found := _line(log, event)) is None:  # noqa: ASYNC110 - another process writes it
            await asyncio.sleep(0.02)
    return found


def _line(log: Path, event: str) -> str | None:
    return next((line for line in log.read_text().splitlines() if f'"{event}"' in line), None)


async def _demo(phase: str, folder: Path) -> TrialLine:
    """The demo in that phase is told to stop: how long it takes, and whether its folder is gone."""
    temp = folder / f"demo-{phase}"
    temp.mkdir()
    env = {key: value for key, value in os.environ.items() if not key.startswith("ALONGSIDE_")} | {"TMPDIR": str(temp)}
    words = (sys.executable, "-m", "alongside", "demo", "--port", "0")
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*words, cwd=folder, env=env, stdout=pipe, stderr=pipe)
    if phase == "starting":
        async with asyncio.timeout(PATIENCE):
            while _is_empty(temp):  # noqa: ASYNC110 - another process writes there
                await asyncio.sleep(0.01)
    else:
        await _in_the_middle(process, phase)
    began = time.perf_counter()
    process.send_signal(signal.SIGINT)
    await process.communicate()
    took = time.perf_counter() - began
    gone = process.returncode == 0 and _is_empty(temp)
    return TrialLine(f"the demo stops at once, {phase}, and leaves nothing", gone, figure=took, goal=1.0)


def _is_empty(folder: Path) -> bool:
    return not any(folder.iterdir())


async def _in_the_middle(process: asyncio.subprocess.Process, phase: str) -> None:
    assert process.stdout is not None
    async with asyncio.timeout(PATIENCE):
        while not (found := re.search(r"http://\S+", (await process.stdout.readline()).decode())):
            pass
    door, what = ("clock", {"turn": 7 * 86_400}) if phase == "mid-turn" else ("lever", {"pull": "kill"})
    async with ClientSession() as session:
        asking = asyncio.create_task(session.post(f"{found[0]}/_sim/{door}", json=what))
        await asyncio.sleep(0.7)
        asking.cancel()
        await asyncio.gather(asking, return_exceptions=True)
