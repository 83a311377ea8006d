"""Every tap that is declared: a button asks for it, a handler takes it, and no id slips through its argument."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from typing import Any

import pytest

from bot.door.dispatch import tap_table
from bot.door.tap_table import Handlers, TapTable, declared
from bot.kit.taps import IGNORED, NOTHING, Tap, Unread, row, tap
from bot.kit.visit import Visit
from bot.screens import SCREENS
from bot.texts import locales
from programme.people.owned import Owned
from tests.rows import each_row
from tests.screens.test_screens import faces
from tests.tree import ROOT, tracked

DIGITS = re.compile(r"[0-9]+")
ANY_IDS = ("54321", "987654321", "1234567890123456")  # of lengths that no day, hour or number of a button has
FORGED = ("1", "1-1", "1.1", "own.1")  # arguments with a place for an id, also where no face has one
TAPS = tuple(dict.fromkeys(declared()))


@cache
def on_faces() -> dict[tuple[str, str], str]:
    """A face for each pair of a screen's name and what one of its buttons asks for."""
    return {
        (name, button.data): face.case
        for locale in locales()
        for name, shown in faces(locale).items()
        for face in shown
        for row_of in face.screen.buttons
        for button in row_of
        if button.data
    }


@cache
def written() -> dict[Tap[Any], dict[str, str]]:
    """The arguments with which a tap stands on faces, each with a screen that carries it."""
    found: dict[Tap[Any], dict[str, str]] = {}
    for name, data in on_faces():
        do, _, arg = data.partition(":")
        asked = tap_table().find(do, name)
        if asked is not None:
            found.setdefault(asked, {}).setdefault(arg, name)
    return found


def with_id(arg: str, run: re.Match[str], number: object) -> str:
    """The argument with that number in place of that run of digits."""
    return f"{arg[: run.start()]}{number}{arg[run.end() :]}"


def ids_in(asked: Tap[Any], arg: str) -> Iterator[tuple[re.Match[str], Owned]]:
    """The runs of digits that are ids in an argument, each with what it names."""
    for run in DIGITS.finditer(arg):
        value = asked.arg.read(with_id(arg, run, ANY_IDS[0]))
        if not isinstance(value, Unread):
            yield from ((run, what) for what, number in asked.arg.rows(value) if str(number) == ANY_IDS[0])


def test_every_button_is_of_a_declared_tap() -> None:
    """Each button of each face asks for a tap that its screen may carry, and its argument is read to what was written,
    with as many ids as stand in it."""

    @each_row("screen, data", on_faces(), ids=str)
    def is_of_a_tap(screen: str, data: str) -> None:
        do, _, arg = data.partition(":")
        asked = tap_table().find(do, screen)
        assert asked in TAPS, on_faces()[screen, data]
        value = asked.arg.read(arg)
        assert not isinstance(value, Unread)
        assert asked.arg.write(value) == arg
        assert not asked.from_before
        assert len(asked.arg.rows(value)) <= len(DIGITS.findall(arg))

    is_of_a_tap()


def test_every_button_is_made_by_does() -> None:
    """No module writes by hand what a button asks for."""
    sources = {name: (ROOT / name).read_text("utf-8") for name in tracked("bot") if name.endswith(".py")}
    makers = {name: ast.parse(source) for name, source in sources.items() if "Button(" in source}
    assert {name for name, tree in makers.items() if any(map(asks_by_hand, ast.walk(tree)))} == {"bot/kit/screen.py"}


def asks_by_hand(node: ast.AST) -> bool:
    """Whether that makes a button with `data`."""
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id != "Button":
        return False
    return len(node.args) > 1 or "data" in {one.arg for one in node.keywords}


@each_row("asked", TAPS, ids=lambda one: one.do)
def test_every_tap_is_on_a_face_and_handled(asked: Tap[Any]) -> None:
    """A declared tap has a handler, the screens that it names exist, and a face carries it, unless it is of before."""
    assert asked in tap_table().of
    assert asked.on <= SCREENS.keys()
    assert (asked in written()) is not asked.from_before


def test_every_handler_is_of_a_declared_tap() -> None:
    """No handler takes a tap that stands outside of bot.door.tap_table."""
    assert tap_table().of.keys() <= set(TAPS)


@each_row("asked", TAPS, ids=lambda one: one.do)
def test_every_id_is_named_by_rows(asked: Tap[Any]) -> None:
    """Whatever number an argument takes is one of a few, or an id that its rows name: none reaches a handler unasked
    whose it is."""
    for arg in (*written().get(asked, ()), *FORGED):
        for run, number in ((run, number) for run in DIGITS.finditer(arg) for number in ANY_IDS):
            value = asked.arg.read(with_id(arg, run, number))
            taken = not isinstance(value, Unread) and asked.arg is not IGNORED
            assert not taken or int(number) in [one for _, one in asked.arg.rows(value)], with_id(arg, run, number)


@each_row(("first", "second"), [
    (tap("a", NOTHING, None), tap("a", NOTHING, None)),
    (tap("a", NOTHING, None, "help"), tap("a", NOTHING, None, "help", "leave")),
    (tap("a", NOTHING, None), tap("a", row(Owned.ITEM), None, "help")),
])  # fmt: skip
def test_two_taps_of_a_verb_on_one_screen(first: Tap[None], second: Tap[None]) -> None:
    """The table is not made where a screen may carry two taps of one verb."""
    with pytest.raises(ValueError, match="a"):
        TapTable(handled(first), handled(second))


def test_two_handlers_of_a_tap() -> None:
    """The table is not made where two modules handle a tap, nor a module loaded that handles it twice."""
    asked = tap("a", NOTHING, None)
    with pytest.raises(ValueError, match="a"):
        TapTable(handled(asked), handled(asked))
    with pytest.raises(ValueError, match="a"):
        handled(asked).on(asked)(nothing_else)


def test_a_verb_goes_by_its_screen() -> None:
    """Two taps of one verb on different screens are told apart by the screen."""
    here, there = tap("a", NOTHING, None, "help"), tap("a", NOTHING, None, "leave")
    table = TapTable(handled(here, there))
    assert [table.find("a", name) for name in ("help", "leave", "more")] == [here, there, None]


def handled(*taps: Tap[None]) -> Handlers:
    """A module that takes these taps."""
    group = Handlers()
    group.on(*taps)(nothing)
    return group


async def nothing(visit: Visit) -> None:
    """Does nothing."""


async def nothing_else(visit: Visit) -> None:
    """Does nothing either."""
