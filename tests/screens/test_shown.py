"""Every text that a practitioner or a supporter can read of a client is sorted: by which yes, and named on the list."""

import ast
import inspect
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from itertools import combinations
from typing import Any

from bot.people.joining import whole_list
from bot.screens import SCREENS
from bot.supporters import screens as supporters_screens
from bot.supporters import supporting
from bot.texts import texts_for
from bot.texts.data import shown, shown_line_of, shown_lines
from bot.texts.tracked import TrackedTexts
from programme.people.consent import TO_SUPPORTERS, ShownLine
from programme.supporters.support import IDEAS, Shared, idea_for
from tests.rows import each_row
from tests.screens.cases.every import cases
from tests.screens.cases.supporting import KNOWS

TEXTS = texts_for("en")
OTHERS = frozenset({*shown("practitioner"), *shown("supporter")})
# Whoever uses one of these speaks of somebody else's matters.
MARKS = ("shown_name", "authorise_client", "nudge_of", "encouragements", "supporting")
# Theirs who reads: a client's own supporters and requests, a goodbye, the links that a practitioner passes on, and
# their own name, in the words that would go to a practitioner.
OWN = frozenset({"supporter", "tell", "tell_about", "leave", "shelf", "shelf_link", "medicine"})


def drawn() -> Iterator[tuple[str, str]]:
    """Every text that some face of these screens says, or that their code names; with its screen."""
    for _, name, facts in cases("en"):
        if name in OTHERS:
            heard = TrackedTexts(TEXTS)
            SCREENS[name].screen(facts, heard)
            yield from ((name, key) for key in heard.keys)
    for name in OTHERS:
        for node in _code(name):
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and "-" in node.value:
                yield from [(name, node.value)] * TEXTS.has(node.value)


@cache
def _code(name: str) -> list[ast.AST]:
    """The syntax of a screen's two functions, and of everything in the same module that they use."""
    subject = SCREENS[name]
    return [node for part in (subject.facts, subject.screen) for node in _used_by(part)]


def _used_by(function: Callable[..., Any]) -> Iterator[ast.AST]:
    module = ast.parse(inspect.getsource(sys.modules[function.__module__]))
    defined = dict(_definitions(module))
    waiting, seen = [function.__name__], set[str]()
    while waiting:
        if (one := waiting.pop()) in defined and one not in seen:
            seen.add(one)
            for node in ast.walk(defined[one]):
                yield node
                if isinstance(node, ast.Name):
                    waiting.append(node.id)


def _definitions(module: ast.Module) -> Iterator[tuple[str, ast.stmt]]:
    for node in module.body:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                yield node.name, node
            case ast.Assign(targets=[ast.Name(id=name)]) | ast.AnnAssign(target=ast.Name(id=name)):
                yield name, node


def _is_sorted(key: str) -> bool:
    try:
        shown_line_of(key)
    except KeyError:
        return False
    return True


def test_no_text_reaches_somebody_else_without_its_yes() -> None:
    """A text of these screens that stands nowhere in the table is refused; so is one in the table that is gone."""
    assert sorted({(name, key) for name, key in drawn() if not _is_sorted(key)}) == []
    listed = {key for keys in shown_lines().values() for key in keys} | set(shown("says_nothing"))
    assert sorted(key for key in listed if not _is_there(key)) == []


def _is_there(key: str) -> bool:
    return any(one.startswith(key[:-1]) for one in TEXTS.written) if key.endswith("*") else TEXTS.has(key)


def test_no_screen_is_forgotten() -> None:
    """A screen whose code looks up a client for somebody else, or words between two people, is in the table."""
    found = {name for name in SCREENS if any(isinstance(one, ast.Name) and one.id in MARKS for one in _code(name))}
    assert found - OTHERS - OWN == set()


def test_the_list_names_every_line() -> None:
    """Whatever a practitioner can come to see stands on the list that is one tap from the choices."""
    heard = TrackedTexts(TEXTS)
    whole_list("Lee", heard)
    listed = {f"shows-{one}" for one in ShownLine if one not in TO_SUPPORTERS}
    assert {key for key in heard.keys if key.startswith("shows-")} == listed


@each_row(
    "shares",
    [frozenset(some) for n in range(4) for some in combinations(Shared, n)],
    ids=lambda one: "-".join(sorted(one)),
)
def test_what_is_not_ticked_no_supporter_reads(shares: frozenset[Shared]) -> None:
    """Of all ideas, the first words and the tips none speaks of stopping to whom the client did not tick that for."""
    heard, support = TrackedTexts(TEXTS), replace(KNOWS, shares=shares)
    for number in range(2 * len(IDEAS)):
        idea = idea_for(support, number).code
        supporters_screens.nudge_screen(supporters_screens.NudgeFacts("Jo", "Sam", support, idea), heard)
    knows = Shared.STOPPING in shares
    supporting.support_asked_screen(supporting.SupportAskedFacts("Sam", "Jo", knows, "means"), heard)
    supporting.tips_screen(supporting.TipsFacts(knows), heard)
    assert (ShownLine.KNOWS in {shown_line_of(key) for key in heard.keys}) is knows
