"""Bad nights of one service: its server restarted, its disk full, the clock set by a day, Telegram away, SIGTERM."""

import asyncio
import os
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import time
from pathlib import Path

from alongside.clock import WallClock
from simulator import Faults, Phone
from simulator.truth import Call
from trials.danger.stage import STOPS_WITHIN, DangerStage
from trials.operator.trial import Crowd, TrialLine, TrialPlace
from trials.postgres import Server, server

AWAY = {"reset_before": 1.0}  # every call
HOUR, DAY = 3600.0, 24 * 3600.0
EVENING = time(18, 30)
AFTER_RESTART = 10.0  # seconds until the first answer
DISK = "64m"
PAUSE = 3.0


async def stopping(place: TrialPlace) -> Sequence[TrialLine]:
    """SIGTERM while people write; what was not done by then is done by the next start."""
    stage = DangerStage(place.folder, place.url)
    async with stage.open():
        await stage.begin()
        crowd, wall = Crowd(stage), WallClock()
        async with crowd.writing(every=0.02):
            await crowd.answered(10)
            began = wall.ticks()
            code = await stage.end()
            took = wall.ticks() - began
            stopped = TrialLine(
                "SIGTERM under load: it stops with 0", code == 0, f"ended with {code}", took, STOPS_WITHIN
            )
            await stage.start("next")
            went_on = TrialLine("the next start goes on", await crowd.answered(5))
        return [stopped, went_on, *await crowd.lost()]


async def restarted(place: TrialPlace) -> Sequence[TrialLine]:
    """PostgreSQL is restarted under a service that people write to, first in order and then as by a power cut."""
    lines = list[TrialLine]()
    with server(keeps=True) as one:
        stage = DangerStage(place.folder, one.url)
        async with stage.open():
            await stage.begin()
            crowd, deaths = Crowd(stage), list[float]()
            async with crowd.writing():
                await crowd.answered(5)
                for mode in ("fast", "immediate"):
                    deaths.append(stage.clock.ticks())
                    lines.append(await _restart(stage, crowd, one, mode))
            stands = stage.service is not None and not stage.service.ended.done()
            lines.append(TrialLine("the process of the service lives through it", stands))
            lines += await crowd.lost(deaths)
    return lines


async def _restart(stage: DangerStage, crowd: Crowd, one: Server, mode: str) -> TrialLine:
    await asyncio.to_thread(one.stop, mode)
    await stage.sleep(PAUSE)
    await asyncio.to_thread(one.start)
    wall = WallClock()
    began = wall.ticks()
    went_on = await crowd.answered(1)
    return TrialLine(
        f"PostgreSQL stopped ({mode}) and started: it goes on", went_on, "", wall.ticks() - began, AFTER_RESTART
    )


async def full(place: TrialPlace) -> Sequence[TrialLine]:
    """The disk of the database is full while people write, and freed."""
    if os.geteuid() != 0:
        return [TrialLine("there is a small disk to fill", True, "not tried: only root may mount one")]
    with _disk() as disk:
        if place.url.startswith("sqlite"):
            return await _filled(place, disk, f"sqlite:///{disk}/alongside.db", None)
        with server(data=disk / "data", keeps=True) as one:
            return await _filled(place, disk, one.url, one)


async def _filled(place: TrialPlace, disk: Path, url: str, one: Server | None) -> Sequence[TrialLine]:
    stage = DangerStage(place.folder, url)
    async with stage.open():
        await stage.begin()
        crowd, deaths = Crowd(stage), list[float]()
        async with crowd.writing(every=0.05):
            await crowd.answered(5)
            await asyncio.to_thread(_fill, disk / "filler")
            deaths.append(stage.clock.ticks())
            await stage.sleep(3 * PAUSE)
            lives = stage.service is not None and not stage.service.ended.done()
            (disk / "filler").unlink()
            if one is not None and not one.runs:  # it gives up where it cannot write its log, and is started by hand
                await asyncio.to_thread(one.start)
            wall = WallClock()
            began = wall.ticks()
            again = TrialLine("freed: it goes on", await crowd.answered(5), "", wall.ticks() - began, AFTER_RESTART)
        return [TrialLine("a full disk ends no process of ours", lives), again, *await crowd.lost(deaths)]


def _fill(file: Path) -> None:
    with file.open("wb", buffering=0) as opened:
        for size in (1024 * 1024, 4096, 1):
            try:
                while opened.write(bytes(size)):
                    pass
            except OSError:
                continue


@contextmanager
def _disk() -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix="alongside-disk-"))
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={DISK},mode=777", "none", folder], check=True)
    try:
        yield folder
    finally:
        subprocess.run(["umount", "--lazy", folder], check=True)
        folder.rmdir()


async def away(place: TrialPlace) -> Sequence[TrialLine]:
    """Telegram is away for a day: from noon to noon, over an evening's check-in."""
    stage = DangerStage(place.folder, place.url)
    async with stage.open():
        clients = await _clients(stage)
        stage.simulator.faults.become(Faults(rates=AWAY))
        for _ in range(24):
            stage.turn(HOUR)
            await stage.sleep(0.5)
        stage.simulator.faults.become(Faults())
        before = len(stage.simulator.log.entries)
        stage.turn(60.0)  # by then it tries again
        crowd = Crowd(stage, people=0)
        lines = await crowd.lost()
        came = _since(stage, before, clients)
        said = ", ".join(f"{count}" for count in came)
        most = TrialLine("after a day away at most one message a person", max(came) <= 1, f"messages: {said}")
        stage.turn(6.5 * HOUR)
        asked = await stage.until(lambda: min(_since(stage, before, clients)) > min(came))
        return [most, TrialLine("the next evening's check-in comes to everybody", asked), *lines]


async def clock(place: TrialPlace) -> Sequence[TrialLine]:
    """The wall clock is set on by a day, and back by a day, under a service that runs."""
    stage = DangerStage(place.folder, place.url)
    async with stage.open():
        clients = await _clients(stage)
        joined = len(stage.simulator.log.entries)
        stage.turn(7 * HOUR)
        first = await stage.until(lambda: min(_since(stage, joined, clients)) == 1)
        await stage.calm()
        lines = [TrialLine("Tuesday's check-in comes", first)]
        for says, step, most in (("on", DAY, 1), ("back", -DAY, 0), ("on once more", DAY, 0)):
            before = len(stage.simulator.log.entries)
            stage.clock.step(step)
            await stage.sleep(PAUSE)
            await stage.calm()
            came = _since(stage, before, clients)
            lines.append(
                TrialLine(f"set {says}: at most {most} message a person", max(came) <= most, f"messages: {came}")
            )
        return [*lines, *await Crowd(stage, people=0).lost()]


async def _clients(stage: DangerStage) -> Sequence[Phone]:
    """Three people who joined yesterday and have read all that comes with it; the service runs, and it is noon."""
    lee = await stage.practitioner("Lee")
    clients = [await stage.client(name, lee, EVENING) for name in ("Ada", "Ben", "Cam")]
    await stage.begin()
    await stage.until(lambda: all(phone.pinned for phone in clients))
    stage.turn(DAY)
    await stage.calm()
    return clients


def _since(stage: DangerStage, entry: int, phones: Sequence[Phone]) -> list[int]:
    """How many messages came to each of these phones since that entry of the log."""
    calls = [one for one in stage.simulator.log.entries[entry:] if isinstance(one, Call) and one.effect == "sent"]
    return [sum(one.chat_id == phone.id for one in calls) for phone in phones]
