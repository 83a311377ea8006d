"""No module imports itself by way of others, and no folder is a heap."""

import ast
from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

import pytest

from tests.tree import FLOORS, ROOT, tracked

MOST = 30  # files that a reader of a folder takes in


def name_of(path: str) -> str:
    """The dotted name of a module."""
    return ".".join(Path(path).with_suffix("").parts).removesuffix(".__init__")


def imported(module: str, source: str, known: set[str]) -> Iterator[str]:
    """The modules of ours that are imported while that one is: by statements at its top level."""
    for node in ast.parse(source).body:
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [one.name for one in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{one.name}" for one in node.names]
        for name in names:
            found = name if name in known else name.rpartition(".")[0]
            if found in known and found != module:
                yield found


def circle(sources: dict[str, str]) -> list[str]:
    """One circle of imports among these modules; empty where there is none."""
    graph = {name: set(imported(name, source, set(sources))) for name, source in sources.items()}
    try:
        TopologicalSorter(graph).prepare()
    except CycleError as found:
        return list(found.args[1])
    return []


def test_there_is_no_circle_of_imports() -> None:
    """Whatever a module needs is there before it."""
    files = [one for one in tracked(*FLOORS) if one.endswith(".py")]
    assert len(files) > 400
    assert circle({name_of(one): (ROOT / one).read_text("utf-8") for one in files}) == []


def test_a_planted_circle_is_found() -> None:
    """Of three modules, by either form of import; not one inside of a function."""
    sources = {"a.b": "from a import c", "a.c": "import d", "d": "from a.b import something"}
    assert set(circle(sources)) == {"a.b", "a.c", "d"}
    assert circle(sources | {"d": "def late():\n    from a.b import something"}) == []


@pytest.mark.parametrize("suffix", [".py", ".ftl"])
def test_no_folder_is_a_heap(suffix: str) -> None:
    """Whoever opens a folder sees all of it at once. The steps of the database are a row, not a heap."""
    folders = [
        str(Path(one).parent) for one in tracked(*FLOORS, "tests") if one.endswith(suffix) and "versions" not in one
    ]
    heaps = {one: folders.count(one) for one in set(folders) if folders.count(one) > MOST}
    assert not heaps
