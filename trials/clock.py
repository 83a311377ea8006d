"""A clock that several processes share: the wall's, moved to a moment and turned on from there, by a small file."""

import asyncio
import mmap
import struct
from datetime import datetime, timedelta
from pathlib import Path

from alongside.clock import WallClock

LOOK_EVERY = 0.02  # real seconds between two looks at the file while sleeping
_SECONDS = struct.Struct("d")
_MOVED, _TURNED = 0, _SECONDS.size  # where they stand in the file


class SharedClock:
    """Runs like the wall's clock, and moves on at once, ticks and all, wherever it is turned."""

    def __init__(self, file: Path) -> None:
        if not file.exists():
            file.write_bytes(bytes(2 * _SECONDS.size))
        with file.open("r+b") as opened:
            self._shared = mmap.mmap(opened.fileno(), 2 * _SECONDS.size)
        self._wall = WallClock()

    def now(self) -> datetime:
        """This clock's wall time, aware, UTC."""
        return self._wall.now() + timedelta(seconds=self._read(_MOVED) + self._read(_TURNED))

    def ticks(self) -> float:
        """Seconds that never go back, turns counted in."""
        return self._wall.ticks() + self._read(_TURNED)

    def turn(self, seconds: float) -> None:
        """Move on by that many seconds (0 or more), in every process. One process alone turns."""
        _SECONDS.pack_into(self._shared, _TURNED, self._read(_TURNED) + max(0.0, seconds))

    @property
    def turned(self) -> timedelta:
        """By how much it was turned on."""
        return timedelta(seconds=self._read(_TURNED))

    def set_to(self, moment: datetime) -> None:
        """Show that moment from now on; for the start, before anybody looks."""
        _SECONDS.pack_into(self._shared, _MOVED, (moment - self._wall.now()).total_seconds())

    def step(self, seconds: float) -> None:
        """The wall is set on or back by that many seconds, in every process; ticks go on as if nothing had been."""
        _SECONDS.pack_into(self._shared, _MOVED, self._read(_MOVED) + seconds)

    def _read(self, place: int) -> float:
        return float(_SECONDS.unpack_from(self._shared, place)[0])

    async def sleep(self, seconds: float, *wakes: asyncio.Event) -> None:
        """Wait that many seconds of this clock, or until one of the wakes is set."""
        end = self.ticks() + seconds
        waits = [asyncio.ensure_future(wake.wait()) for wake in wakes]
        try:
            while (left := end - self.ticks()) > 0:
                pause = min(left, LOOK_EVERY)
                if not waits:
                    await asyncio.sleep(pause)
                elif (await asyncio.wait(waits, timeout=pause, return_when=asyncio.FIRST_COMPLETED))[0]:
                    return
        finally:
            for wait in waits:
                wait.cancel()
