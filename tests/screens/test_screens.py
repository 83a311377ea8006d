"""Every screen from its facts alone, without Telegram: what it says, and that Telegram would take it."""

import re
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from pathlib import Path

import pytest

from bot.kit.screen import CAPTION, Screen
from bot.kit.visit import read_data
from bot.screens import PICTURED, SCREENS
from bot.texts import locales, texts_for
from bot.texts.tone import not_our_words
from tests.rows import each_row
from tests.screens.cases.every import cases

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


@dataclass(frozen=True, slots=True)
class Face:
    """One case of a screen, drawn: what the case is called, and what stands on the screen."""

    case: str
    screen: Screen


@cache
def faces(locale: str) -> dict[str, tuple[Face, ...]]:
    """Every face of every screen in that language, by the screen's name, each drawn once for all who look at it."""
    drawn_by: dict[str, list[Face]] = {}
    for case, name, facts in cases(locale):
        drawn_by.setdefault(name, []).append(Face(case, SCREENS[name].screen(facts, texts_for(locale))))
    return {name: tuple(found) for name, found in drawn_by.items()}


def golden(locale: str, name: str) -> str:
    """All faces of a screen, as its golden file holds them."""
    shown = (f"## {name}: {face.case}\n{drawn(face.screen)}" for face in faces(locale)[name])
    return "\n\n".join(shown) + "\n"


@pytest.mark.parametrize("locale", locales())
@pytest.mark.parametrize("name", sorted(SCREENS))
def test_every_face_is_sound(locale: str, name: str) -> None:
    """Each face of a screen is as in its golden file, Telegram takes it, it is kindly put, and it has a picture where
    its name says so; `python -m tests.screens.test_screens` writes the golden files."""
    written = (GOLDEN / locale / f"{name}.txt").read_text("utf-8")
    agreed = dict(block.split("\n", 1) for block in written[3:-1].split("\n\n## "))
    shown = faces(locale)[name]  # a screen without a case is a screen nobody has looked at

    @each_row("face", shown, ids=lambda face: f"{name}: {face.case}")
    def is_sound(face: Face) -> None:
        assert drawn(face.screen) == agreed.get(f"{name}: {face.case}")
        telegram_takes(face.screen.stamped(BIGGEST_ID))
        has_its_picture(name, face.screen)
        is_kindly_put(face.screen)

    is_sound()
    assert golden(locale, name) == written


def telegram_takes(screen: Screen) -> None:
    """Valid HTML of 1 to 4096 characters, under a picture 1024; buttons of 1 to 64 bytes that come back as they went,
    100 at most."""
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


def has_its_picture(name: str, screen: Screen) -> None:
    """Who taps from words to a picture gets it below, so which screens are pictures is known by their names."""
    assert (screen.picture is not None) is (name in PICTURED)
    assert screen.picture is None or screen.keyboard is None


def is_kindly_put(screen: Screen) -> None:
    """No forbidden word anywhere in what stands on the screen, buttons included."""
    said = " ".join([words_of(screen.text), *(button.label for row in screen.buttons for button in row)])
    said = WE_MEAN_IT.sub("", said)
    assert not not_our_words(said)


def test_every_golden_file_is_of_a_screen() -> None:
    """Cases and golden files are of screens that there are, no file stays of a screen that has gone, and no two faces
    of a screen are called the same."""
    for locale in locales():
        assert faces(locale).keys() == SCREENS.keys()
        assert {file.stem for file in (GOLDEN / locale).iterdir()} == SCREENS.keys()
        for name, shown in faces(locale).items():
            assert len({face.case for face in shown}) == len(shown), name


def renew() -> None:
    """Writes the golden file of every screen, and takes away those of screens that have gone."""
    for locale in locales():
        there = GOLDEN / locale
        there.mkdir(parents=True, exist_ok=True)
        for file in there.iterdir():
            if file.stem not in SCREENS:
                file.unlink()
        for name in faces(locale):
            (there / f"{name}.txt").write_text(golden(locale, name), "utf-8")


if __name__ == "__main__":
    renew()
