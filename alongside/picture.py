"""The picture in the README, made by living a little of the demo: `python -m alongside.picture docs/picture.png`."""

import asyncio
import shutil
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

from playwright.async_api import ViewportSize, async_playwright

from alongside.clock import TurnedClock
from alongside.demo import Demo, demo_store
from simulator import Phone

MONDAY = datetime(2026, 3, 9, 12, 0, tzinfo=UTC)
SIZE: ViewportSize = {"width": 1240, "height": 860}
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]


async def _taps(table: Demo, phone: Phone, *labels: str) -> None:
    for label in labels:
        have = [button.label for bubble in phone.messages for row in bubble.buttons for button in row]
        phone.taps(next(one for one in reversed(have) if one.startswith(label)))
        await table.calm()


async def _says(table: Demo, phone: Phone, words: str) -> None:
    phone.writes(words)
    await table.calm()


async def _live(table: Demo) -> None:
    """Lee invites Sam; Sam joins and answers two check-ins; Lee reads the week, and the next evening comes."""
    lee, sam = table.phone("Lee"), table.phone("Sam")
    await _says(table, lee, "/invite")
    await _says(table, lee, "S.P.")
    link = next(word for word in lee.messages[-1].text.split() if word.startswith("https://t.me/"))
    sam.opens(link)
    await table.calm()
    await _taps(table, sam, "Set up", "☐ Check", "☐ Keep", "☐ Show", "Continue")
    for words in ("Sam", "18:30", "A walk"):
        await _says(table, sam, words)
    for mood, urge in (("Low", "4"), ("OK", "3")):
        await table.turn("next")
        await _taps(table, sam, mood, urge, "None", "Stress", "A walk")
        await _says(table, sam, "Nights are the problem.")
    await _taps(table, sam, "Share")
    await _says(table, lee, "/summary")
    await table.turn("next")
    await _taps(table, sam, "OK")


async def _photograph(url: str, target: Path, browser_path: str) -> None:
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=browser_path, args=FLAGS)
        page = await browser.new_page(viewport=SIZE, device_scale_factor=1.5)
        await page.goto(url, wait_until="domcontentloaded")
        await page.get_by_text("Strongest urge").last.wait_for()
        await page.screenshot(path=target)
        await browser.close()


async def picture(target: Path) -> None:
    """Writes the picture to `target`, a PNG. Raises SystemExit where there is no Chromium."""
    browser = shutil.which("chromium") or shutil.which("google-chrome")
    if browser is None:
        raise SystemExit("A picture needs Chromium on the PATH (on Debian: apt install chromium).")
    with tempfile.TemporaryDirectory() as folder:
        async with demo_store(Path(folder)) as store:
            table = Demo(store, TurnedClock(MONDAY, running=True))
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
