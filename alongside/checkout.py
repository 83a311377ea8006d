"""Real data does not belong into a checkout of this program: `git clean` would take it away with what was built."""

import os
from collections.abc import Iterator
from pathlib import Path

from alongside.rights import database_file
from alongside.settings import Settings
from alongside.trouble import DataInCheckout, NoPlaceInCheckout


def refuse_checkout(settings: Settings) -> None:
    """Raises DataInCheckout where the keys, the vault or the SQLite file lie in a checkout of this program, and
    NoPlaceInCheckout where they would be made in one."""
    inside = [(path.absolute(), found) for path in _kept(settings) if (found := checkout_of(path)) is not None]
    there = [(path, found) for path, found in inside if path.exists()]
    if there:
        moved = sorted({_to_move(path, found) for path, found in there})
        raise DataInCheckout(path=there[0][0], checkout=there[0][1], moved=" ".join(moved), home=default_home())
    if inside:
        path, found = inside[0]
        raise NoPlaceInCheckout(path=path, checkout=found, home=default_home())


def _to_move(path: Path, checkout: Path) -> str:
    """Its folder, with all that belongs to it; where that is the checkout, the file and what lies beside it."""
    return f"{path}*" if path.parent.resolve() == checkout else str(path.parent)


def default_home() -> Path:
    """Where data of this user's programs is kept; script/run uses it too."""
    data = os.environ.get("XDG_DATA_HOME")
    return (Path(data) if data else Path.home() / ".local" / "share") / "alongside"


def checkout_of(path: Path) -> Path | None:
    """The checkout of this program in which `path` lies, or None."""
    return next((one for one in path.absolute().resolve().parents if _is_checkout(one)), None)


def _is_checkout(folder: Path) -> bool:
    return (folder / ".git").exists() and (folder / "alongside" / "checkout.py").is_file()


def _kept(settings: Settings) -> Iterator[Path]:
    if settings.secret_keys is None:
        yield settings.secret_keys_file
    yield settings.vault
    if (file := database_file(settings)) is not None:
        yield file
