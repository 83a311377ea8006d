"""Where the repository lies, which floors it has, and which files git holds."""

import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
FLOORS = ("programme", "db", "care", "jobs", "bot", "alongside", "simulator", "trials")


def tracked(*under: str) -> list[str]:
    """The files that git holds under these folders, by their path from ROOT; those taken away here are left out."""
    command = ["git", "ls-files", "-z", "--", *under]
    listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    return [name for name in listed.split("\0") if name and (ROOT / name).is_file()]
