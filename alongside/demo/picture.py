"""The picture in the README, made by living the guided week: `python -m alongside.demo.picture docs/picture.png`."""

import asyncio
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.async_api import ViewportSize, async_playwright

from alongside.clock import TurnedClock
from alongside.demo.demo import Demo, demo_store

MONDAY = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
SIZE: ViewportSize = {"width": 1240, "height": 860}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


async def _live(table: Demo) -> None:
    """The guided week to its end: Lee has read it, and Sam's next check-in says so."""
    guide = table.simulator.stage.guide
    assert guide is not None
    await guide.walk("read")


async def _photograph(url: str, target: Path, browser_path: str) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
        page = await browser.new_page(viewport=SIZE, device_scale_factor=1.5)
        await page.goto(url, wait_until="domcontentloaded")
        await page.get_by_text("read your week").last.wait_for()
        await page.screenshot(path=target)
        await browser.close()


async def picture(target: Path) -> None:
    """Writes the picture to `target`, a PNG. Raises SystemExit where there is no Chromium."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        raise SystemExit("A picture needs Chromium on the PATH (on Debian: apt install chromium).")
    with tempfile.TemporaryDirectory() as folder:
        async with demo_store(Path(folder)) as store:
            table = Demo(store, TurnedClock(MONDAY, running=True), pace=0, limited=False)
            url = await table.open(0)
            stop = asyncio.Event()
            living = asyncio.create_task(table.live(stop))
            await table.ready.wait()
            await _live(table)
            await _photograph(url, target, browser)
            stop.set()
            await living
            await table.simulator.stop()


if __name__ == "__main__":
    asyncio.run(picture(Path(sys.argv[1])))
