"""The pages about changing the house and about the gates name what is there, and walks are as short as they say."""

import ast
import re
from functools import cache

from programme.schedule.prompt import PromptState
from programme.schedule.reason_code import HELD_BACK, ReasonCode
from tests.rows import each_row
from tests.tree import ROOT

WALKS, GATES = "docs/changing-it.md", "docs/from-due-to-sent.md"
# The most source files that each change may touch: docs/changing-it.md says how many it does.
BOUNDS = {
    "A question in the check-in": 7,
    "A kind of weekly message": 6,
    "A strategy in the toolkit": 2,
    "The quiet hours": 1,
}
# Where it is decided whether a planned prompt is asked, and goes.
DECIDE = [
    "programme/schedule/day.py",
    "programme/schedule/due.py",
    "care/schedule/due.py",
    "care/schedule/closing.py",
    "care/schedule/pause.py",
    "care/schedule/plans.py",
    "care/quitting/lapses.py",
    "care/delivery/check_before_send.py",
    "care/operators/starting.py",
    "care/operators/texts.py",
    "db/delivery/sending.py",
    *sorted(str(path.relative_to(ROOT)) for path in (ROOT / "bot" / "sending").glob("*.py")),
]
# These files also say why a hello comes, an answered prompt ended, or an operator is done with a message.
NO_GATE = {"PAUSE_ENDS", "STOP_ASKING", "LATE_IS_OVER", "DROPPED", "SMOKED"}
_QUOTED = re.compile(r"`([^`]+)`")
_PATH = re.compile(r"[\w./-]+/[\w./-]*")
_NAME = re.compile(r"[A-Za-z_][\w.]*")


@cache
def page(name: str) -> str:
    """The words of that page."""
    return (ROOT / name).read_text("utf-8")


def sections(text: str) -> dict[str, str]:
    """What stands below each heading of the second rank, by the heading."""
    head, *rest = re.split(r"^## ", text, flags=re.MULTILINE)
    return {"": head, **dict(part.split("\n", 1) for part in rest)}


def paths(text: str) -> list[str]:
    """The paths in `text`, without the function that may follow."""
    quoted = (one.partition(":")[0] for one in _QUOTED.findall(text))
    return [one for one in quoted if _PATH.fullmatch(one)]


@cache
def defined(path: str) -> frozenset[str]:
    """What a module defines: its functions, classes and tables, and "Class.method"."""
    found = set()
    for node in ast.parse((ROOT / path).read_text("utf-8")).body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            found |= {target.id for target in targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            found.add(node.name)
            functions = (one for one in ast.walk(node) if isinstance(one, ast.FunctionDef | ast.AsyncFunctionDef))
            found |= {f"{node.name}.{one.name}" for one in functions if isinstance(node, ast.ClassDef)}
    return frozenset(found)


@each_row("name", [WALKS, GATES])
def test_every_file_and_function_that_the_pages_name_is_there(name: str) -> None:
    """A path in backticks exists, and "path:function" is a function, class or table of that module."""
    assert {path for path in paths(page(name)) if not (ROOT / path).exists()} == set()
    named = [one.split(":") for one in _QUOTED.findall(page(name)) if ".py:" in one]
    assert {f"{path}:{what}" for path, what in named if what not in defined(path)} == set()


@each_row("name", [WALKS, GATES])
def test_every_other_name_stands_in_a_file_that_its_section_names(name: str) -> None:
    """A bare name in backticks is a reason, a state, or a word of one of the files named beside it."""
    known = {*ReasonCode.__members__, *PromptState.__members__}
    for heading, text in sections(page(name)).items():
        files = [ROOT / path for path in paths(text) if (ROOT / path).is_file()]
        words = {word for file in files for word in re.findall(r"\w+", file.read_text("utf-8"))}
        bare = {one for one in _QUOTED.findall(text) if _NAME.fullmatch(one)}
        missing = {one for one in bare - known if not set(one.split(".")) <= words}
        assert not missing, (heading, missing)


@each_row(("walk", "most"), BOUNDS.items())
def test_a_walk_is_as_short_as_it_says(walk: str, most: int) -> None:
    """It has a numbered step for each file that it counts, each step its own file, and no more than were agreed."""
    found = {heading.partition(":")[0]: (heading, text) for heading, text in sections(page(WALKS)).items()}
    heading, text = found[walk]
    claimed = int(re.search(r": (\d+) files?$", heading)[1])  # type: ignore[index]  # it says so
    steps = re.findall(r"^\d+\. .*\n(?:   .*\n)*", text, flags=re.MULTILINE)
    assert len(steps) == claimed <= most
    assert len({paths(step)[0] for step in steps}) == claimed


def test_the_walks_are_these_four() -> None:
    """None is added without a bound, and none is lost."""
    assert [heading.partition(":")[0] for heading in sections(page(WALKS)) if heading] == list(BOUNDS)


def test_the_page_of_gates_names_every_reason_that_stops_a_prompt() -> None:
    """Whatever reason the deciding files give stands on the page, and so does each by which a prompt is held back."""
    given = {one for path in DECIDE for one in re.findall(r"ReasonCode\.([A-Z_]+)", (ROOT / path).read_text("utf-8"))}
    wanted = given | {one.name for one in HELD_BACK}
    assert wanted - NO_GATE - set(_QUOTED.findall(page(GATES))) == set()
