"""The commands that set up a fresh machine say clearly what they miss, and work once; and the other scripts."""

import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from tests.tree import ROOT

OLD_PYTHON = '#!/bin/sh\ncase "$2" in *platform*) echo 3.9.2 ;; *) exit 1 ;; esac\n'


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The scripts and the pins in a folder where nothing was set up yet."""
    folder = tmp_path / "a folder with spaces"
    shutil.copytree(ROOT / "script", folder / "script")
    for name in ("requirements.txt", "requirements-dev.txt"):
        shutil.copy(ROOT / name, folder)
    return folder


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder of programs: the few that a plain system has, and no Python."""
    folder = tmp_path / "programs"
    folder.mkdir()
    for name in ("sh", "dirname", "cat", "cksum", "rm"):
        (folder / name).symlink_to(shutil.which(name) or f"/bin/{name}")
    return folder


def start(script: Path, programs: Path) -> subprocess.CompletedProcess[str]:
    """Starts a script where nothing but `programs` is on the PATH."""
    environment = {"PATH": str(programs), "HOME": os.environ.get("HOME", "/")}
    return subprocess.run([script], env=environment, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("script", ["run", "test", "check"])
def test_without_python_it_says_what_to_install(checkout: Path, programs: Path, script: str) -> None:
    """A machine without Python gets a sentence that helps, and no .venv."""
    seen = start(checkout / "script" / script, programs)
    assert seen.returncode == 1
    assert "Alongside needs Python 3.11" in seen.stderr
    assert "not there" in seen.stderr
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("script", ["run", "test", "check"])
def test_with_an_old_python_it_names_the_version(checkout: Path, programs: Path, script: str) -> None:
    """A machine whose python3 is too old hears which one was found."""
    old = programs / "python3"
    old.write_text(OLD_PYTHON)
    old.chmod(0o755)
    seen = start(checkout / "script" / script, programs)
    assert seen.returncode == 1
    assert "python3 is 3.9.2" in seen.stderr


@pytest.mark.parametrize(
    ("settings", "command"),
    [({}, "demo"), ({"ALONGSIDE_BOT_TOKEN": "1:a"}, "run"), ({"ALONGSIDE_BOT_TOKEN_FILE": "t"}, "run")],
)
def test_run_starts_the_demo_or_the_bot(checkout: Path, settings: dict[str, str], command: str) -> None:
    """Without a token the demo starts, with one the bot, outside the checkout; the arguments go with it."""
    programs = checkout / ".venv" / "bin"
    programs.mkdir(parents=True)
    (programs / "python").symlink_to(shutil.which("true") or "/bin/true")
    (programs / "alongside").write_text('#!/bin/sh\nprintf "%s|" "$@"; printf "%s" "$(pwd)"\n')
    (programs / "alongside").chmod(0o755)
    pins = subprocess.run(
        "cat requirements.txt requirements-dev.txt | cksum",
        shell=True,
        cwd=checkout,
        capture_output=True,
        text=True,
        check=True,
    )
    (checkout / ".venv" / "installed-requirements-dev.txt").write_text(f"{checkout} {pins.stdout}")
    environment = {"PATH": os.environ["PATH"], "HOME": str(checkout.parent), **settings}
    seen = subprocess.run(
        [checkout / "script" / "run", "--port", "8 9"], env=environment, capture_output=True, text=True, check=False
    )
    place = checkout if command == "demo" else checkout.parent / ".local" / "share" / "alongside"
    assert seen.stdout == f"{command}|--port|8 9|{place}", seen.stderr


@pytest.mark.parametrize(("script", "word"), [("check", "every save"), ("test", "--full"), ("migration", "NAME")])
def test_it_says_what_it_is_for(checkout: Path, script: str, word: str) -> None:
    """With --help, where nothing is set up yet, and changes nothing."""
    seen = subprocess.run([checkout / "script" / script, "--help"], capture_output=True, text=True, check=True)
    assert word in seen.stdout
    assert f"Usage: script/{script}" in seen.stdout
    assert not (checkout / ".venv").exists()


def test_a_step_of_the_database_follows_the_last_one(checkout: Path) -> None:
    """It has the next number, names the one before, and cannot be taken for done; a second follows that one."""
    versions = checkout / "db" / "migrations" / "versions"
    versions.mkdir(parents=True)
    (versions / "0008_plans.py").touch()
    (versions / "0029_links.py").touch()
    command = checkout / "script" / "migration"
    subprocess.run([command, "who_saw"], capture_output=True, check=True)
    seen = subprocess.run([command, "what_went"], capture_output=True, text=True, check=True)
    assert "Made: db/migrations/versions/0031_what_went.py" in seen.stdout
    assert "script/test tests/db/test_migrations.py" in seen.stdout
    made: dict[str, Any] = {}
    exec((versions / "0031_what_went.py").read_text(), made)
    assert (made["revision"], made["down_revision"]) == ("0031", "0030")
    for way in ("upgrade", "downgrade"):
        with pytest.raises(NotImplementedError):
            made[way]()


@pytest.mark.parametrize("name", ["", "What-went", "_went", "went/away"])
def test_a_step_needs_a_name_that_python_can_have(checkout: Path, name: str) -> None:
    """Exit code 2, how it is used, and no file."""
    seen = subprocess.run([checkout / "script" / "migration", name], capture_output=True, text=True, check=False)
    assert (seen.returncode, seen.stdout) == (2, "")
    assert "Usage: script/migration NAME" in seen.stderr
    assert not (checkout / "db").exists()
