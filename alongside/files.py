"""Who else on the machine may read what the service keeps in files, and that none of it lies in a checkout."""

import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from shlex import quote

from alongside.settings import Settings
from alongside.trouble import DataInCheckout, NoPlaceInCheckout, OpenToOthers
from db.store.errors import MemoryTrouble
from db.store.url import is_sqlite, sqlite_path

_ANY_OF_OTHERS = 0o077
_WRITE_OF_OTHERS = 0o002


def refuse_open_secrets(settings: Settings) -> None:
    """Raises OpenToOthers where somebody else on the machine could read the keys, the vault, the token or the address
    of the database, or put other ones in their place."""
    if commands := chmods(secrets_of(settings)):
        raise OpenToOthers(commands=" && ".join(commands))


def chmods(files: Iterable[Path]) -> list[str]:
    """What to type so that these files, and what lies beside them under their name, are for their owner alone, and that
    nobody else may write into their folders; empty where all is well, or nothing is there yet.

    What systemd hands to this service alone is left out: its rights are kept in another way.
    """
    given = os.environ.get("CREDENTIALS_DIRECTORY")
    kept = [path for path in files if not (given and path.absolute().is_relative_to(given))]
    folders = sorted({path.absolute().parent for path in kept})
    # What lies beside a file is of it: -wal and -shm of a database.
    near = sorted({one for path in kept for one in path.parent.glob(f"{path.name}*") if one.is_file()})
    return [
        *(
            f"chmod go-w {quote(str(path))}"
            for path in folders
            if _mode(path) & _WRITE_OF_OTHERS and not _mode(path) & stat.S_ISVTX
        ),
        *(f"chmod 600 {quote(str(path))}" for path in near if _mode(path) & _ANY_OF_OTHERS),
    ]


def _mode(path: Path) -> int:
    return path.stat().st_mode if path.exists() else 0


def secrets_of(settings: Settings) -> Iterator[Path]:
    """The files that open something: whoever reads one reads people's words, or is the bot."""
    if settings.secret_keys is None:
        yield settings.secret_keys_file
    if settings.bot_token is None and settings.bot_token_file is not None:
        yield settings.bot_token_file
    if settings.database_url_file is not None:
        yield settings.database_url_file
    yield settings.vault


def database_file(settings: Settings) -> Path | None:
    """The SQLite file; None with PostgreSQL, or where the address is none."""
    try:
        return sqlite_path(settings.database_url) if is_sqlite(settings.database_url) else None
    except MemoryTrouble:
        return None  # said elsewhere


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
