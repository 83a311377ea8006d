"""Whoever opens a client's page for a practitioner writes down that it was looked at: the next one is found here."""

import ast
from collections.abc import Iterator

from care.delivery.say import OF_CLIENT
from tests.tree import ROOT

ASKED = {
    "week_asked",
    "outcomes_asked",
    "scores_asked",
    "coverage_asked",
    "coming_asked",
    "picture_asked",
    "plan_asked",
}
SHOWS = {"answer", "below", "ask", "put_below", "view"}
CONSTANTS = {"SHOWN": "safety_shown"}
# Back to a page that was opened, and written down, before; a client's own list of the same name; what was opened on it.
NOT_ANEW = {"back_to_week", "next_", "_list", "_shown", "read", "take_back"}


def opening() -> Iterator[tuple[str, str, ast.AST]]:
    """Each handler that shows one of a client's pages: its name, the page, and the handler."""
    for file in sorted((ROOT / "bot").rglob("*handlers.py")):
        for node in ast.parse(file.read_text("utf-8")).body:
            if isinstance(node, ast.AsyncFunctionDef):
                for call in ast.walk(node):
                    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in SHOWS:
                        for arg in call.args:
                            name = CONSTANTS.get(arg.id) if isinstance(arg, ast.Name) else getattr(arg, "value", None)
                            if name in OF_CLIENT:
                                yield f"{file.parent.name}.{node.name}", name, node


def _writes(handler: ast.AST) -> bool:
    called = {
        getattr(one.func, "attr", getattr(one.func, "id", "")) for one in ast.walk(handler) if isinstance(one, ast.Call)
    }
    return bool(called & ASKED)


def test_every_page_of_a_client_is_written_down() -> None:
    """A handler that opens one without an event of the client's is named here."""
    found = list(opening())
    silent = {
        (where, page)
        for where, page, handler in found
        if where.partition(".")[2] not in NOT_ANEW and not _writes(handler)
    }
    assert silent == set()
    assert {page for _, page, _ in found} == set(OF_CLIENT)
