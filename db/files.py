"""Files and folders that nobody else on the machine may read: 0600 and 0700."""

import os
from pathlib import Path


def make_folder(folder: Path) -> None:
    """Makes the folder, and those above it, readable by the owner alone (0700); leaves one that is there as it is."""
    missing = [path for path in (folder, *folder.parents) if not path.exists()]
    for path in reversed(missing):
        path.mkdir(mode=0o700, exist_ok=True)
        sync(path.parent)


def make_private_file(path: Path) -> None:
    """Makes an empty file, readable by the owner alone (0600), where there is none; its name lasts through a loss of
    power. Raises OSError."""
    make_folder(path.parent)
    new = not path.exists()
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))
    if new:
        sync(path.parent)


def sync(path: Path) -> None:
    """Makes what is written into the file, or a new name in the folder, last through a loss of power."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
