"""What stands beside the phones on the page: a guide, trouble, levers and tables, in a real browser."""

import re
from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Page, expect

from simulator import Lever, PhoneStage, Simulator
from tests.simulator.raw_api import HandClock, RawApi

pytestmark = pytest.mark.browser
WORDS = {"act": "writes", "what": "/go", "link_on": None, "say": ["Write", "/go", "on Ada's phone"]}


class TwoSteps:
    """A guide of two steps, each over when it was walked."""

    def __init__(self) -> None:
        self.walked: list[str] = []
        self.phone = 0

    def state(self) -> dict[str, Any]:
        """See simulator.stage.StageGuide."""
        steps = [
            {"key": key, "title": f"Step {key}", "who": "Ada", "say": f"Do {key}.", "done": key in self.walked}
            for key in ("one", "two")
        ]
        done = all(step["done"] for step in steps)
        return {
            "about": "All about it.",
            "end": "All of it.",
            "steps": steps,
            "next": None if done else WORDS | {"phone": self.phone},
        }

    async def walk(self, key: str) -> None:
        """See simulator.stage.StageGuide."""
        self.walked.append(key)

    def skip(self, key: str) -> None:
        """See simulator.stage.StageGuide."""
        self.walked.append(key)


class Theatre:
    """A stage with everything on it, and what was done on it."""

    def __init__(self) -> None:
        self.guide = TwoSteps()
        self.pulls = 0
        self.rows = [{"key": 1, "cells": ["2026-03-02T08:00:00+00:00", "<b>code</b>", "waiting"]}]

    async def pull(self) -> None:
        """The lever's effect."""
        self.pulls += 1

    async def behind(self) -> list[dict[str, Any]]:
        """Two tables of the same shape."""
        columns = [
            {"name": name, "kind": kind} for name, kind in (("When", "time"), ("What", "code"), ("State", "state"))
        ]
        return [
            {"key": key, "title": key.title(), "about": f"About {key}.", "columns": columns, "rows": rows}
            for key, rows in (("events", self.rows), ("plans", []))
        ]

    def stage(self) -> PhoneStage:
        """For a simulator."""
        lever = Lever("kill", "Pull it", "It does something.", self.pull, lambda: f"Pulled {self.pulls} times.")
        status = lambda: "All is down." if self.pulls == 1 else ""  # noqa: E731
        return PhoneStage("A theatre", self.guide, self.behind, None, (lever,), status, "Pacific/Auckland")


@pytest.fixture
def theatre() -> Theatre:
    """Nothing done yet."""
    return Theatre()


@pytest.fixture
async def sim(clock: HandClock, theatre: Theatre) -> AsyncIterator[Simulator]:
    """A simulator with a stage and Ada's phone."""
    async with Simulator(clock=clock, stage=theatre.stage()) as simulator:
        theatre.guide.phone = simulator.phone("Ada", about="is curious").id
        yield simulator


@pytest.fixture
async def asked(page: Page, sim: Simulator) -> AsyncIterator[list[str]]:
    """The page, open; nothing asked of anybody else and no error at the end."""
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.on("pageerror", lambda error: seen.append(f"error {error}"))
    await page.goto(f"{sim.base_url}/")
    yield seen
    assert [url for url in seen if not url.startswith((sim.base_url, "data:"))] == []


async def test_the_guide_is_walked_left_and_found_where_it_was(
    page: Page, asked: list[str], theatre: Theatre, sim: Simulator
) -> None:
    """Begin, see what is next, have a step done, leave, open the page anew, come back, and reach the end; by keys."""
    await expect(page.get_by_text("All about it.")).to_be_visible()
    await page.get_by_role("button", name="Start the week").press("Enter")
    await expect(page.get_by_text("Write /go on Ada's phone")).to_be_visible()
    await expect(page.get_by_placeholder("Write /go")).to_be_visible()
    await page.get_by_role("button", name="Do it for me").press("Enter")
    await expect(page.get_by_role("heading", name="Step two")).to_be_visible()
    await page.get_by_role("button", name="Leave").press("Enter")
    await expect(page.get_by_role("button", name="Guide 1/2")).to_be_focused()
    await expect(page.get_by_placeholder("Message")).to_be_visible()
    await page.reload()
    await expect(page.get_by_role("heading", name="Ada")).to_be_visible()
    await expect(page.get_by_role("heading", name="Step two")).to_be_hidden()
    await page.get_by_role("button", name="Guide 1/2").press("Enter")
    await page.get_by_role("button", name="Step 1: Step one, done").press("Enter")
    await expect(page.get_by_text("Do one.")).to_be_visible()
    await expect(page.get_by_role("button", name="Do it for me")).to_be_hidden()
    await page.get_by_role("button", name="Back to now").press("Enter")
    await page.get_by_role("button", name="Do it for me").press("Enter")
    await expect(page.get_by_text("All of it.")).to_be_visible()
    assert theatre.guide.walked == ["one", "two"]


async def test_trouble_is_one_click_and_says_what_it_means(
    page: Page, asked: list[str], sim: Simulator, api: RawApi
) -> None:
    """Each kind goes on and off by itself, a strip says so while it is on, and what is struck is counted."""
    await page.get_by_role("button", name="Make trouble").click()
    breaks = page.get_by_role("button", name="Telegram breaks (500)")
    await expect(breaks).to_have_attribute("aria-pressed", "false")
    await expect(breaks).to_have_accessible_description(re.compile("server error, and nothing was done"))
    await breaks.click()
    await page.get_by_role("button", name="Answers get lost").click()
    await expect(page.get_by_text("Answers get lost · Telegram breaks (500): 0 calls struck")).to_be_visible()
    assert sim.faults.rates == {"reset_after": 0.4, "500": 0.4}
    await page.get_by_role("button", name="Telegram is slow").click()
    await expect(page.get_by_role("button", name="Telegram is slow")).to_have_attribute("aria-pressed", "true")
    assert sum(sim.faults.rates.values()) == pytest.approx(0.95)
    sim.faults.fail_next("getMe", "500")
    await api.refusal("getMe")
    sim.world.touch()
    await expect(page.get_by_text(": 1 call struck so far.")).to_be_visible()
    await page.get_by_role("button", name="End it").click()
    await expect(breaks).to_have_attribute("aria-pressed", "false")
    assert sim.faults.rates == {}
    await page.keyboard.press("Escape")
    await expect(breaks).to_be_hidden()


async def test_a_lever_is_pulled_and_tells_what_came_of_it(page: Page, asked: list[str], theatre: Theatre) -> None:
    """A click sets it off; its own words and the line for the whole page follow."""
    await page.get_by_role("button", name="Make trouble").click()
    await page.get_by_role("button", name="Pull it").click()
    await expect(page.get_by_text("Pulled 1 times.")).to_be_visible()
    await expect(page.get_by_text("All is down.")).to_be_visible()
    await page.get_by_role("button", name="Pull it").click()
    await expect(page.get_by_text("All is down.")).to_be_hidden()
    assert theatre.pulls == 2


async def test_tables_behind_the_scenes_are_live(
    page: Page, asked: list[str], theatre: Theatre, sim: Simulator
) -> None:
    """Columns as they are named, times on the clock of the place, words never markup, new rows as they come."""
    await page.get_by_role("button", name="Behind the scenes").press("Enter")
    await expect(page.get_by_role("cell", name="Mon 2 Mar 21:00:00")).to_be_visible()
    await expect(page.get_by_role("cell", name="<b>code</b>")).to_be_visible()
    theatre.rows.insert(0, {"key": 2, "cells": [None, "second", "delivered"]})
    sim.world.touch()
    await expect(page.get_by_role("cell", name="second")).to_be_visible()
    await expect(page.locator("tr.news")).to_have_count(1)
    await page.get_by_role("tab", name="Events").press("ArrowRight")
    await expect(page.get_by_role("tab", name="Plans")).to_be_focused()
    await expect(page.get_by_text("About plans.")).to_be_visible()
    await expect(page.get_by_role("cell")).to_have_count(0)
    await page.keyboard.press("Escape")
    await expect(page.get_by_role("button", name="Behind the scenes")).to_be_focused()


async def test_a_link_is_handed_to_another_phone(page: Page, asked: list[str], sim: Simulator, api: RawApi) -> None:
    """Below a link to the bot stands a button for each other phone, and it opens the link there."""
    ada, bob = sim.phones[0], sim.phone("Bob")
    ada.starts()
    await api.call("sendMessage", chat_id=ada.id, text=f"For Bob: {sim.link('abc')}")
    await page.get_by_role("button", name="Open on Bob's phone").click()
    await expect(page.locator(f"#phone-{bob.id}").get_by_text("/start abc")).to_be_visible()


async def test_a_link_is_handed_on_when_phones_and_words_come_together(page: Page, sim: Simulator, api: RawApi) -> None:
    """A page that is opened on a link and two phones at once has the button from the first look on."""
    sim.phones[0].starts()
    await api.call("sendMessage", chat_id=sim.phones[0].id, text=f"For Bob: {sim.link('abc')}")
    sim.phone("Bob")
    await page.goto(f"{sim.base_url}/")
    await expect(page.get_by_role("button", name="Open on Bob's phone")).to_be_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_everything_beside_fits_a_small_screen(page: Page, asked: list[str], sim: Simulator, scheme: str) -> None:
    """At 360 by 640 the guide, a phone's typing field and every tool can be reached, and nothing sticks out."""
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await page.set_viewport_size({"width": 360, "height": 640})
    await page.get_by_role("button", name="Start the week").click()
    await expect(page.get_by_role("button", name="Do it for me")).to_be_in_viewport(ratio=1)
    await expect(page.get_by_role("button", name="Send")).to_be_in_viewport(ratio=1)
    for tool in ("Make trouble", "Behind the scenes"):
        await page.get_by_role("button", name="More").click()
        await page.get_by_role("button", name=tool).click()
        await expect(page.get_by_role("button", name="Close")).to_be_in_viewport(ratio=1)
        assert await page.evaluate("document.documentElement.scrollWidth") == 360
        await page.keyboard.press("Escape")
        await expect(page.get_by_role("button", name="More")).to_be_visible()
