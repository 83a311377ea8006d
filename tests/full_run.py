"""When `script/test --full` was last green, and on which commit: docs/full-run.txt. Run as a program it writes that."""

import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from alongside.clock import WallClock
from tests.tree import ROOT

FILE = ROOT / "docs" / "full-run.txt"
AT_LEAST_EVERY = timedelta(days=7)
HEAD = "# Written by script/test --full where it is green; the gate reads it. Commit it.\n"


@dataclass(frozen=True)
class FullRun:
    """A green run: when it ended (UTC), and the commit, with "+" where the tree was not as committed."""

    ended: datetime
    commit: str


def read(file: Path = FILE) -> FullRun | None:
    """The last one that was written down, or None where there is none."""
    if not file.exists():
        return None
    facts: Mapping[str, str] = dict(
        line.split(": ", 1) for line in file.read_text("utf-8").splitlines() if ": " in line and line[0] != "#"
    )
    return FullRun(datetime.fromisoformat(facts["green"]), facts["commit"])


def write(run: FullRun, file: Path = FILE) -> None:
    """Takes the place of the one before."""
    file.write_text(f"{HEAD}green: {run.ended.isoformat(timespec='minutes')}\ncommit: {run.commit}\n", "utf-8")


def said(run: FullRun | None, now: datetime) -> str:
    """One line about it, which begins with WARNING where it is missing or older than a week."""
    if run is None:
        return "WARNING: script/test --full was never green here. Run it."
    days = (now - run.ended).days
    ago = "today" if days == 0 else "a day ago" if days == 1 else f"{days} days ago"
    line = f"script/test --full was last green {ago}, {run.ended:%Y-%m-%d %H:%M} UTC, on {run.commit}."
    return f"WARNING: {line} Run it." if now - run.ended > AT_LEAST_EVERY else line


def here() -> str:
    """The commit of this tree, with "+" where something differs from it."""
    git = ("git", "-C", str(ROOT))
    commit = subprocess.run([*git, "rev-parse", "--short=12", "HEAD"], capture_output=True, text=True, check=True)
    changes = subprocess.run([*git, "status", "--porcelain"], capture_output=True, text=True, check=True)
    return commit.stdout.strip() + ("+" if changes.stdout.strip() else "")


if __name__ == "__main__":
    write(FullRun(WallClock().now(), here()))
