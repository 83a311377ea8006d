"""Every screen from its facts alone, without Telegram: what it says, and that Telegram would take it."""

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.screen import CAPTION, Screen
from bot.screens import PICTURED, SCREENS
from bot.tap import read_data
from bot.texts import locales, texts_for
from bot.texts.tone import not_our_words
from tests.screens.cases import cases

GOLDEN = Path(__file__).with_name("golden")
BIGGEST_ID = 2**53
TAGS = {"b", "i", "s", "code", "pre"}
WE_MEAN_IT = re.compile(r"Only you(\.| see )|[Aa]gain if you (start smoking|stop) again")


class Words(HTMLParser):
    """Reads Telegram's HTML: collects the words, and refuses what Telegram would refuse."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.words = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in TAGS, f"<{tag}> is not ours"
        assert not attrs, "no attribute, no place for a name to break out of"
        self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes another tag"

    def handle_data(self, data: str) -> None:
        self.words += data


def words_of(html: str) -> str:
    """The plain words of a message; AssertionError where Telegram would refuse it."""
    assert not re.search(r"&(?!(lt|gt|amp|quot|#x27);)", html), "a bare & breaks a message"
    assert not re.search(r"<(?!/?[a-z]+>)|(?<![a-z])>", html), "a bare < or > breaks a message"
    reader = Words()
    reader.feed(html)
    reader.close()
    assert not reader.open, f"{reader.open} is left open"
    return reader.words


def drawn(screen: Screen) -> str:
    """A screen as a picture of text: what is drawn, its words, then its buttons, a row a line."""
    rows = (
        " ".join(f"[{one.label}]({one.data or one.url or f'copies: {one.copies}'})" for one in row)
        for row in screen.buttons
    )
    picture = [f"({screen.picture})"] if screen.picture else []
    return "\n".join([*picture, screen.text, *rows])


def golden(locale: str) -> str:
    """All screens of the table, as the golden file holds them."""
    shown = (
        f"## {name}: {case}\n{drawn(SCREENS[name].screen(facts, texts_for(locale)))}"
        for case, name, facts in cases(locale)
    )
    return "\n\n".join(shown) + "\n"


TABLE = [
    pytest.param(locale, name, facts, id=f"{locale}-{name}-{case}".rstrip("-"))
    for locale in locales()
    for case, name, facts in cases(locale)
]


@pytest.mark.parametrize("locale", locales())
def test_screens_say_what_was_agreed(locale: str) -> None:
    """Every face of every screen is as in the golden file: `python -m tests.screens.test_screens` writes it anew."""
    assert golden(locale) == (GOLDEN / f"{locale}.txt").read_text("utf-8")


@pytest.mark.parametrize(("locale", "name", "facts"), TABLE)
def test_telegram_takes_it(locale: str, name: str, facts: object) -> None:
    """Valid HTML of 1 to 4096 characters, under a picture 1024; buttons of 1 to 64 bytes that come back as they went,
    100 at most."""
    screen = SCREENS[name].screen(facts, texts_for(locale)).stamped(BIGGEST_ID)
    assert 0 < len(words_of(screen.text)) <= (CAPTION if screen.picture else 4096)
    buttons = [button for row in screen.buttons for button in row]
    assert len(buttons) <= 100
    assert all(row for row in screen.buttons)
    for button in buttons:
        assert 0 < len(button.label) <= 64
        assert len([part for part in (button.data, button.url, button.copies) if part]) == 1
        assert len(button.copies) <= 256
        assert not button.url or button.url.startswith("https://")
        if not button.data:
            continue
        assert len(button.data.encode()) <= 64
        said = read_data(button.data)
        assert said is not None
        assert (said.screen, said.data) == (BIGGEST_ID, button.data)


@pytest.mark.parametrize(("locale", "name", "facts"), TABLE)
def test_pictures_stand_where_they_are_announced(locale: str, name: str, facts: object) -> None:
    """Who taps from words to a picture gets it below, so which screens are pictures is known by their names."""
    screen = SCREENS[name].screen(facts, texts_for(locale))
    assert (screen.picture is not None) is (name in PICTURED)
    assert screen.picture is None or screen.keyboard is None


@pytest.mark.parametrize(("locale", "name", "facts"), TABLE)
def test_it_is_kindly_put(locale: str, name: str, facts: object) -> None:
    """No forbidden word anywhere in what stands on the screen, buttons included."""
    screen = SCREENS[name].screen(facts, texts_for(locale))
    said = " ".join([words_of(screen.text), *(button.label for row in screen.buttons for button in row)])
    said = WE_MEAN_IT.sub("", said)
    assert not not_our_words(said)


def test_every_screen_is_in_the_table() -> None:
    """A screen without a case is a screen nobody has looked at."""
    assert {name for _, name, _ in cases("en")} == SCREENS.keys()


if __name__ == "__main__":
    GOLDEN.mkdir(exist_ok=True)
    for one in locales():
        (GOLDEN / f"{one}.txt").write_text(golden(one), "utf-8")
