"""What an operator reads where a command may not read, write or ask, and how lines and tables are printed."""

import asyncio
import io
from pathlib import Path

import pytest
import typer

from alongside import operate
from alongside.command import run_command
from alongside.operating.erasing import erase
from alongside.trouble import SayYes
from db.store.errors import SecretKeysCannotBeMade
from db.store.keys import make_keys_file


async def _refused(path: str | None) -> int:
    raise PermissionError(13, "Permission denied", path)


def test_a_file_of_another_user_is_said_in_words(capsys: pytest.CaptureFixture[str]) -> None:
    """A command that may not read a file names it and says who is to type it."""
    with pytest.raises(typer.Exit) as end:
        run_command(_refused("/etc/alongside/secrets"))
    said = capsys.readouterr().err
    assert end.value.exit_code == 1
    assert "You may not read or write /etc/alongside/secrets. Type the command as the user" in said


def test_keys_that_cannot_be_made_are_said_in_words(tmp_path: Path) -> None:
    """Where no keys can be made, nothing is left behind and `keys new` is named."""
    (tmp_path / "secrets").write_text("in the way")
    with pytest.raises(SecretKeysCannotBeMade, match="type `alongside keys new` once, then start it"):
        make_keys_file(tmp_path / "secrets" / "alongside.keys")
    assert [one.name for one in tmp_path.iterdir()] == ["secrets"]


def test_nobody_is_erased_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where nobody is there to ask, `erase` does nothing and names --yes."""
    monkeypatch.setattr("sys.stdin", io.StringIO("y"))
    with pytest.raises(SayYes, match=r"add --yes\. Nothing was done"):
        asyncio.run(erase(1, None, yes=False))


def test_what_is_printed_can_be_copied(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A line stays one line on a narrow screen, and a table leaves out no letter of a word."""
    monkeypatch.setattr(operate.console, "width", 30)
    line = 'Nobody is here yet. Type: alongside invite practitioner --name "Lee"'
    operate.print_rows([], as_json=False, nothing=line)
    assert capsys.readouterr().out == line + "\n"
    operate.print_rows([{"made_by": "practitioner", "until": "2026-12-04 02:32"}] * 2, as_json=False, nothing="")
    shown = capsys.readouterr().out
    assert "\u2026" not in shown
    assert "made by" in shown.replace("made_by", "")
