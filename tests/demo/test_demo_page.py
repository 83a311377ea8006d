"""The demo in a real browser, as a stranger meets it."""

from collections.abc import AsyncIterator
from contextlib import suppress
from typing import Final

import pytest
from playwright.async_api import Locator, Page, ViewportSize, expect

from alongside.demo.demo import Demo
from alongside.demo.week import STEPS

pytestmark = pytest.mark.browser
PATIENCE = 20_000.0  # milliseconds
WAITING = "Waiting for an answer"
MOST_DEEDS = 100  # in a week
LAST_SEEN = {"Sam": "read your week", "Jo": "Sent to Sam", "Lee": "You've read this"}


@pytest.fixture
async def visit(page: Page, table: Demo) -> AsyncIterator[Page]:
    """The demo's page, open; at the end nothing was asked of anybody else, and no error was met."""
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.on("pageerror", lambda error: seen.append(f"error {error}"))
    page.set_default_timeout(PATIENCE)
    await page.goto(f"{table.simulator.base_url}/")
    await page.get_by_role("button", name="Start the week").click()
    yield page
    assert [url for url in seen if not url.startswith((table.simulator.base_url, "data:"))] == []


class Mouse:
    """A stranger with a wide screen and a mouse."""

    size: Final[ViewportSize] = {"width": 1280, "height": 800}

    async def presses(self, button: Locator) -> None:
        """Clicks it."""
        await button.click()

    async def goes_to(self, hint: Locator) -> None:
        """All phones are in sight."""


class Keys:
    """A stranger with the smallest of screens who never touches it: each button is focused, seen, and entered."""

    size: Final[ViewportSize] = {"width": 360, "height": 640}

    async def presses(self, button: Locator) -> None:
        """By the Enter key, with the button in sight."""
        await button.focus()
        await expect(button).to_be_in_viewport(ratio=0.9)
        await button.press("Enter")

    async def goes_to(self, hint: Locator) -> None:
        """To the phone that the hint names, by the hint's own link."""
        place = hint.get_by_role("link")
        if await place.count():
            await place.press("Enter")


async def told(hint: Locator) -> tuple[str, str]:
    """What the guide says, and what of it is to be done: read in one go, for the page may turn to waiting meanwhile."""
    while True:
        await expect(hint).not_to_have_text(WAITING, timeout=PATIENCE)
        words, what = await hint.evaluate("one => [one.innerText, one.querySelector('b')?.innerText ?? '']")
        if what:
            return words, what


async def follow(page: Page, hint: Locator, by: Mouse | Keys) -> None:
    """Does by hand what the guide says, with nothing to go by but its words; waits until that has had its effect.

    Who sees nothing come of a tap taps once more, as people do.
    """
    words, what = await told(hint)
    if what == "Next event":  # the same words may stand there for several turns of the clock
        turn = page.get_by_role("button", name=what)
        await by.presses(turn)
        await expect(turn).not_to_have_attribute("aria-busy", "true", timeout=PATIENCE)
        return
    await by.goes_to(hint)
    named = page.get_by_role("heading", name=words.split()[-2].removesuffix("'s"), exact=True)
    phone = page.locator(".phone", has=named)
    if words.startswith("Write"):
        await phone.get_by_label("Message").fill(what)
        await phone.get_by_label("Message").press("Enter")
    else:
        button = phone.get_by_role("button", name=what, exact=True).last
        await by.presses(button)
        with suppress(AssertionError):
            await expect(hint).not_to_have_text(words, timeout=PATIENCE)
            return
        await by.presses(button)
    await expect(hint).not_to_have_text(words, timeout=PATIENCE)


BY = pytest.mark.parametrize("by", [Mouse(), Keys()], ids=["mouse", "keys"])


async def follows(page: Page, by: Mouse | Keys, until: str) -> None:
    """Does what the guide says, step after step, until that is the heading; nothing sticks out on the way."""
    await page.set_viewport_size(by.size)
    hint, end = page.locator("#guide .hint"), page.get_by_role("heading", name=until)
    for _ in range(MOST_DEEDS):
        if await end.is_visible():
            break
        await follow(page, hint, by)
        assert await page.evaluate("document.documentElement.scrollWidth") == by.size["width"]
    await expect(end).to_be_visible()


@pytest.mark.slow
@BY
async def test_a_stranger_joins_by_the_guides_words(visit: Page, table: Demo, by: Mouse | Keys) -> None:
    """Who does no more than what the guide says gets Lee's link, joins by it, and comes to the third step."""
    await follows(visit, by, "A day to stop")
    assert table.simulator.log.strictness() == []


@pytest.mark.long("tests/demo/test_demo_page.py::test_a_stranger_joins_by_the_guides_words")
@pytest.mark.slow
@pytest.mark.timeout(300)
@BY
async def test_a_stranger_lives_the_week_by_the_guides_words(visit: Page, table: Demo, by: Mouse | Keys) -> None:
    """So they reach the end of the week, and each phone shows at last what it has to."""
    await follows(visit, by, "A week lived")
    for name, words in LAST_SEEN.items():
        assert await visit.locator(f"#phone-{table.phone(name).id}").get_by_text(words).count()
    assert table.simulator.log.strictness() == []


async def test_the_guide_is_left_and_taken_up_where_the_phones_are(visit: Page, table: Demo) -> None:
    """Left in the middle, the week goes on by hand; taken up later, the guide is where the phones are."""
    await visit.get_by_role("button", name="Leave").click()
    table.phone("Lee").writes("/invite")
    await table.calm()
    table.phone("Lee").taps("Skip")
    await table.calm()
    await visit.get_by_role("button", name=f"Guide 1/{len(STEPS)}").click()
    await expect(visit.get_by_role("heading", name="Sam joins")).to_be_visible()
    await expect(visit.locator("#guide .hint")).to_contain_text("Open on Sam's phone")


async def test_a_step_that_cannot_be_done_can_be_skipped(visit: Page, table: Demo) -> None:
    """Sam is gone for good: the page says so, offers to skip, and the guide goes on without that step."""
    await visit.get_by_role("button", name="Do it for me").click()
    await expect(visit.get_by_role("heading", name="Sam joins")).to_be_visible()
    await expect(visit.locator("#guide").get_by_role("button", name="Skip")).to_be_hidden()
    table.phone("Sam").deletes_account()
    await visit.get_by_role("button", name="Do it for me").click()
    await expect(visit.get_by_role("alert")).to_contain_text("has deleted their account")
    await visit.locator("#guide").get_by_role("button", name="Skip").click()
    await expect(visit.get_by_role("heading", name="A day to stop")).to_be_visible()
    await expect(visit.get_by_role("button", name="Step 2: Sam joins, skipped")).to_be_visible()


async def test_the_service_is_killed_and_looked_at_from_the_page(visit: Page, table: Demo) -> None:
    """With answers lost and a kill in the middle, a step is done all the same, and the outbox shows what came of it."""
    await visit.get_by_role("button", name="Make trouble").click()
    await visit.get_by_role("button", name="Answers get lost").click()
    table.phone("Lee").writes("/invite")
    await visit.get_by_role("button", name="Kill and restart the service").click()
    await expect(visit.get_by_text("Killed once so far.")).to_be_visible(timeout=PATIENCE)
    await visit.get_by_role("button", name="End it").click()
    await visit.keyboard.press("Escape")
    await visit.get_by_role("button", name="Do it for me").click()
    await expect(visit.get_by_role("heading", name="Sam joins")).to_be_visible(timeout=3 * PATIENCE)
    await visit.get_by_role("button", name="Behind the scenes").click()
    await expect(visit.get_by_role("cell", name="InviteMade").first).to_be_visible()
    await visit.get_by_role("tab", name="Outbox").click()
    await expect(visit.get_by_role("cell", name="delivered").first).to_be_visible()
