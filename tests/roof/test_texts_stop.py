"""`alongside texts stop` and `alongside texts received`, typed over a real folder."""

import json

import pytest
from typer.testing import CliRunner

from alongside.cli import app

pytestmark = pytest.mark.usefixtures("folder")
REFUSED = {
    "stop aids": "screen:aids or text:aids",
    "stop crisis": "crisis cannot be stopped",
    "stop": "Name what to stop",
    "received aids-option": "aids-options",
}


def run(*arguments: str) -> tuple[int, str, str]:
    """Exit code, what is printed, and what is said of trouble."""
    ended = CliRunner().invoke(app, ["texts", *arguments])
    return ended.exit_code, ended.stdout, ended.stderr


def test_stopped_listed_and_undone() -> None:
    """A kind and a text are stopped, said of once and twice, listed, and let go on. What has two meanings, none, or is
    never stopped is refused with what to do; of what was never sent that is said."""
    code, out, trouble = run("stop", "hello")
    assert (code, trouble) == (0, "")
    assert "screen:hello is stopped" in out
    assert "alongside texts stop screen:hello --undo" in out
    assert "Who read it: alongside texts received screen:hello\n" in out
    assert "was stopped before" in run("stop", "hello")[1]
    assert "while it is stopped" in out
    assert json.loads(run("stop", "aids-options", "--json")[1])["state"] == "is stopped"
    listed = json.loads(run("stop", "--list", "--json")[1])
    assert [one["what"] for one in listed] == ["screen:hello", "text:aids-options"]
    assert all(one["by"] and one["at"].endswith("+00:00") for one in listed)
    assert "goes on" in run("stop", "aids-options", "--undo")[1]
    assert "while it is stopped" not in run("stop", "hello", "--undo")[1]
    assert "was not stopped" in run("stop", "aids-options", "--undo")[1]
    assert "would be stopped" in run("stop", "nudge", "--dry-run")[1]
    assert "screen:nudge" not in run("stop", "--list")[1]
    for arguments, says in REFUSED.items():
        code, out, trouble = run(*arguments.split())
        assert (code, out, says in trouble) == (1, "", True), trouble
    assert "nothing was sent yet" in run("received", "hello")[1]
    found = json.loads(run("received", "hello", "--json")[1])
    assert (found["what"], found["people"], found["since"]) == ("screen:hello", 0, None)
