"""The page of phones, in a real browser."""

import json
from collections.abc import AsyncIterator
from typing import Any

import pytest
from aiohttp import FormData
from playwright.async_api import Page, expect

from simulator import Phone, Simulator
from simulator.phone import PIXEL
from tests.simulator.raw_api import HandClock, RawApi

pytestmark = pytest.mark.browser
CHOICES = {"inline_keyboard": [[{"text": "Good", "callback_data": "g"}, {"text": "Low", "callback_data": "l"}]]}


@pytest.fixture
async def asked(page: Page, sim: Simulator) -> AsyncIterator[list[str]]:
    """The page, open; gives every address it asks for and every error it meets."""
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    page.on("pageerror", lambda error: seen.append(f"error {error}"))
    page.on("console", lambda message: seen.append(f"error {message.text}") if message.type == "error" else None)
    await page.goto(f"{sim.base_url}/")
    yield seen
    assert [url for url in seen if not url.startswith((sim.base_url, "data:"))] == []


async def test_a_chat_can_be_lived_by_keyboard(page: Page, asked: list[str], sim: Simulator, api: RawApi) -> None:
    """Add a person, press Start, tap a button, write words: with keys alone, each change shown as it happens."""
    await page.get_by_text("New person").press("Enter")
    await page.get_by_label("Name").fill("Ada")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("heading", name="Ada")).to_be_visible()
    await expect(page.get_by_role("button", name="Start")).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(page.get_by_text("/start")).to_be_visible()
    ada = sim.phones[0]
    sent = await api.call("sendMessage", chat_id=ada.id, text="How are you?", reply_markup=CHOICES)
    await page.get_by_role("button", name="Low").press("Enter")
    await sim.until(lambda: ada.query)
    await api.call("answerCallbackQuery", callback_query_id=ada.query.id if ada.query else "", text="Noted")
    await api.call(
        "editMessageText", chat_id=ada.id, message_id=sent["message_id"], text="You said: low", reply_markup=CHOICES
    )
    await expect(page.get_by_text("You said: low")).to_be_visible()
    await expect(page.get_by_text("Noted")).to_be_visible()
    await expect(page.get_by_role("button", name="Low")).to_be_focused()
    await page.get_by_label("Message").fill("my own words")
    await page.keyboard.press("Enter")
    await expect(page.get_by_role("log").get_by_text("my own words")).to_be_visible()
    assert [update.kind for update in sim.log.updates()] == ["message", "callback_query", "message"]


async def test_words_are_never_markup(page: Page, asked: list[str], sam: Phone, api: RawApi) -> None:
    """Tags of the bot are shown as looks; what only looks like tags stays words."""
    text = "<b>bold <i>both</i></b> &lt;img src=x onerror=alert(1)&gt; 😀 <a href='https://x.org'>out</a>"
    await api.call("sendMessage", chat_id=sam.id, text=text, parse_mode="HTML")
    await expect(page.locator(".words b")).to_have_text("bold both")
    await expect(page.locator(".words b i")).to_have_text("both")
    await expect(page.get_by_text("<img src=x onerror=alert(1)> 😀")).to_be_visible()
    await expect(page.get_by_role("link", name="out")).to_have_attribute("href", "https://x.org")
    assert await page.locator(".words img").count() == 0


async def test_a_link_opens_in_the_phone_it_is_put_in(
    page: Page, asked: list[str], sim: Simulator, sam: Phone, api: RawApi
) -> None:
    """A t.me link starts the bot as the phone it was clicked in, or into which it was pasted."""
    jo = sim.phone("Jo")
    await api.call("sendMessage", chat_id=sam.id, text=f"Give this to Jo: {sim.link('abc')}")
    chat = page.locator(f"#phone-{jo.id}")
    await chat.get_by_label("Message").fill(sim.link("abc"))
    await chat.get_by_role("button", name="Open").click()
    await expect(chat.get_by_text("/start abc")).to_be_visible()
    await page.get_by_role("link", name=sim.link("abc")).click()
    await expect(page.locator(f"#phone-{sam.id}").get_by_text("/start abc")).to_be_visible()


async def test_block_keyboard_menu_and_picture(page: Page, asked: list[str], sam: Phone, api: RawApi) -> None:
    """The reply keyboard writes, the menu lists commands, a block hides the typing field until unblocked."""
    sam.sends_photo("a picture")
    await api.call("setMyCommands", commands=[{"command": "help", "description": "Who to call"}])
    await api.call("sendMessage", chat_id=sam.id, text="Hi", reply_markup={"keyboard": [["Craving", "More"]]})
    await page.get_by_role("button", name="Craving").click()
    await expect(page.get_by_role("log").get_by_text("Craving")).to_be_visible()
    await page.get_by_text("Menu").click()
    await page.get_by_role("button", name="/help Who to call").click()
    await expect(page.get_by_role("log").get_by_text("/help")).to_be_visible()
    await expect(page.get_by_alt_text("a picture")).to_be_visible()
    await page.get_by_role("button", name="Block").click()
    await expect(page.get_by_label("Message")).to_be_hidden()
    await page.get_by_role("button", name="Unblock").click()
    await expect(page.get_by_label("Message")).to_be_visible()


async def test_a_picture_of_the_bots_is_shown_with_its_words(
    page: Page, asked: list[str], sam: Phone, api: RawApi
) -> None:
    """The picture stands above its caption and says the same to whoever does not see it; an edit shows the other."""
    photo = await _photo(api, "sendPhoto", chat_id=str(sam.id), caption="Stress: 8", reply_markup=json.dumps(CHOICES))
    shown = page.locator(".words", has_text="Stress: 8").get_by_alt_text("Stress: 8")
    await expect(shown).to_be_visible()
    assert await shown.evaluate("image => image.complete && image.naturalWidth") == 1
    before = await shown.get_attribute("src")
    media = json.dumps({"type": "photo", "media": "attach://photo", "caption": "Low mood: 5"})
    await _photo(api, "editMessageMedia", chat_id=str(sam.id), message_id=str(photo["message_id"]), media=media)
    await expect(page.get_by_alt_text("Low mood: 5")).not_to_have_attribute("src", before or "")
    await expect(page.get_by_alt_text("Stress: 8")).to_have_count(0)


async def _photo(api: RawApi, method: str, **fields: str) -> dict[str, Any]:
    form = FormData(fields)
    form.add_field("photo", PIXEL, filename="a.png", content_type="image/png")
    answer = await (await api.session.post(api.url(method), data=form)).json()
    result: dict[str, Any] = answer["result"]
    return result


async def test_the_clock_can_be_turned(sim: Simulator, clock: HandClock, page: Page) -> None:
    """The buttons are there where the clock turns, and the time moves with them."""

    async def turn(step: float | str) -> None:
        clock.turn(seconds=float(step))

    sim.turn = turn
    await page.goto(f"{sim.base_url}/")
    await page.get_by_role("button", name="+1 day").click()
    await expect(page.locator("#now")).to_have_attribute("datetime", "2026-03-03T08:00:00+00:00")


@pytest.mark.parametrize("scheme", ["light", "dark"])
async def test_it_fits_a_small_screen(page: Page, sim: Simulator, sam: Phone, api: RawApi, scheme: str) -> None:
    """At 360 pixels nothing sticks out and the newest buttons and the typing field are on the screen."""
    await page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    await page.set_viewport_size({"width": 360, "height": 640})
    sim.turn = lambda _: sim.world.change()
    await api.call("sendMessage", chat_id=sam.id, text="long " * 200, reply_markup=CHOICES)
    await page.goto(f"{sim.base_url}/")
    await expect(page.get_by_role("button", name="Good")).to_be_in_viewport()
    await expect(page.get_by_label("Message")).to_be_in_viewport()
    assert await page.evaluate("document.documentElement.scrollWidth") == 360
