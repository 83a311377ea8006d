"""The demo in a real browser, as a stranger meets it."""

from collections.abc import AsyncIterator

import pytest
from playwright.async_api import Locator, Page, expect

from alongside.demo import Demo

pytestmark = pytest.mark.browser
PATIENCE = 20_000.0  # milliseconds


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


async def follow(page: Page, hint: Locator) -> None:
    """Does by hand what the guide says, with nothing to go by but its words; waits until it says something else."""
    words = await hint.inner_text()
    what = await hint.locator("b").inner_text()
    phone = page.locator(
        ".phone", has=page.get_by_role("heading", name=words.split()[-2].removesuffix("'s"), exact=True)
    )
    if words.startswith("Tap"):
        await phone.get_by_role("button", name=what, exact=True).last.click()
    elif words.startswith("Write"):
        await phone.get_by_label("Message").fill(what)
        await phone.get_by_label("Message").press("Enter")
    elif what == "Next event":
        await page.get_by_role("button", name=what).click()
    else:
        await page.get_by_role("button", name=what).last.click()
    await expect(hint).not_to_have_text(words, timeout=PATIENCE)


async def test_a_stranger_lives_the_week_by_the_guides_words(visit: Page, table: Demo) -> None:
    """Who does no more than what the guide says, step after step, reaches the end of the week."""
    hint, go = visit.locator("#guide .hint"), visit.get_by_role("button", name="Do it for me")
    for _ in range(40):
        if await visit.get_by_role("heading", name="A week lived").is_visible():
            break
        heading = await visit.locator("#guide h2").inner_text()
        if heading == "A missed one":  # one hint stands there for every turn of the clock
            await go.click()
            await expect(visit.locator("#guide h2")).not_to_have_text(heading, timeout=PATIENCE)
        else:
            await follow(visit, hint)
    await expect(visit.get_by_role("heading", name="A week lived")).to_be_visible()
    await expect(visit.locator(f"#phone-{table.phone('Lee').id}").get_by_text("Replied 1 of 2")).to_be_visible()


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
