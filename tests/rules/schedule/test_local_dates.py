"""The local date of what was told is stored with it: no count reckons it anew from a moment and the present zone."""

import ast
from collections.abc import Iterator

from tests.tree import ROOT

NOW = ("now", "tx.now")
# Files that turn a stored moment into a date where somebody is now, and why no count hangs on it. Whoever adds one says
# why here, or stores the date.
MAY = [
    ("care/practice/caseload.py", "since when they joined, left or cannot be reached, and the session to come"),
    ("care/planning/goals.py", "how far apart a goal is asked about"),
    ("care/measures/due.py", "how far apart a card is asked"),
    ("care/planning/occasions.py", "how far apart an occasion is brought up"),
    ("care/quitting/preparing.py", "how far apart getting ready is brought up"),
    ("care/planning/goals.py", "how far apart an idea is asked about"),
    ("care/schedule/pause.py", "a break to come"),
    ("care/quitting/four_outcomes.py", "how it was counted before, to tell once what changed"),
    ("care/medicines.py", "whether a request of that day stands"),
    ("care/practice/sessions.py", "sessions to come"),
    ("care/quitting/progress.py", "steps between stages, which are told as words"),
    ("care/practice/standings.py", "since when they stand where they stand"),
    ("care/check_in/cards_shown.py", "whether a session is over"),
    ("care/quitting/outcomes.py", "a question to come, in the zone of its plan"),
    ("care/schedule/pause.py", "a break to come"),
]


def turned(tree: ast.Module) -> Iterator[ast.Call]:
    """Calls that turn a moment that is not now into a date."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = node.func.id if isinstance(node.func, ast.Name) else getattr(node.func, "attr", "")
        if name == "today_of" and ast.unparse(node.args[0]) not in NOW:
            yield node
        elif name == "date" and isinstance(node.func, ast.Attribute):
            about = ast.unparse(node.func.value)
            if (".astimezone(" in about and not about.startswith(("now.", "tx.now."))) or about.endswith("_at"):
                yield node


def test_no_other_file_reckons_a_local_date_anew() -> None:
    """In `care`, and in the outcomes of the programme, only the files above do."""
    rooms = [ROOT / "care", ROOT / "programme" / "outcomes", ROOT / "programme" / "quitting"]
    files = [path for room in rooms for path in room.rglob("*.py")]
    found = {str(path.relative_to(ROOT)) for path in files if any(turned(ast.parse(path.read_text("utf-8"))))}
    assert len(files) > 60
    assert found <= {path for path, _ in MAY}
