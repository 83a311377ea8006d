"""`alongside keys new` and `alongside keys rotate`: the master keys, which open the vault and nothing else."""

from datetime import datetime
from pathlib import Path

from alongside.clock import WallClock
from alongside.files import refuse_checkout
from alongside.operate import console, own_vault
from alongside.operating.find_person import Kind, put_down_beside
from alongside.settings import Settings, read_settings
from alongside.trouble import KeysInVariable, KeysThere, NothingToDrop, VaultThere
from db.store.keys import make_keys_file, read_keys
from db.store.opening import drop_old_keys, rotate_keys_file
from db.store.vault import Vault
from programme.delivery import KeysRotated, OldKeysDropped

GOES_ON = (
    "Every `alongside run` goes on: each reads the file when it next needs a key. The old key is in the file still,"
    " because your copy of the vault opens with that one."
)
COVERS = (
    "It covers what opens the vault. The keys inside stay as they are, and so does the key of an SQLite file: whoever"
    " has an old copy of the vault and the old key can still read what that opens. Delete old copies of both."
)


async def new() -> None:
    """Makes the file of master keys. Raises KeysInVariable, KeysThere and VaultThere, and
    NoPlaceInCheckout; then nothing is made."""
    settings = read_settings()
    refuse_checkout(settings)
    path = _file(settings)
    if path.exists():
        raise KeysThere(path=path.absolute())
    if settings.vault.exists() and settings.vault.stat().st_size:
        raise VaultThere(vault=settings.vault.absolute(), path=path.absolute())
    make_keys_file(path)
    words = "It opens the vault, which is made with the first database. Put a copy of it in a place of its own now"
    console.print(f"A new key is in {path.absolute()}, for its owner alone.")
    console.print(f"{words}: whoever loses it loses every name and every word.")


async def rotate(*, drop_old: bool) -> None:
    """Puts a new master key before the others and wraps the vault under it; with `drop_old` it leaves the newest alone
    instead. Raises KeysInVariable, NothingToDrop and db.store.errors."""
    settings, now = read_settings(), WallClock().now()
    path = _file(settings)
    async with own_vault(settings) as vault:
        if drop_old:
            if len(read_keys(path, vault=settings.vault)) == 1:
                raise NothingToDrop(path=path.absolute())
            dropped = drop_old_keys(vault, path)
            words = f"has one key now, which opens all of the vault. Dropped: {dropped}"
            console.print(f"{path.absolute()} {words}.")
            console.print("Copy the file to its second place once more, in place of the old copy.")
            await _put_down(settings, vault, now, OldKeysDropped)
            return
        wrapped = rotate_keys_file(vault, path, now)
        await _put_down(settings, vault, now, KeysRotated)
    _say_rotated(path, settings.vault, wrapped)


async def _put_down(settings: Settings, vault: Vault, now: datetime, kind: Kind) -> None:
    if not await put_down_beside(settings.direct_url(), vault, now, kind):
        console.print("It is done. The database could not be opened, so the audit chain does not have it.")


def _file(settings: Settings) -> Path:
    if settings.secret_keys is not None:
        raise KeysInVariable(path=settings.secret_keys_file.absolute())
    return settings.secret_keys_file


def _say_rotated(path: Path, vault: Path, wrapped: int) -> None:
    for line in (
        f"A new key stands first in {path.absolute()}, and the vault is wrapped under it.",
        f"Keys of people and files in the vault, all of which open with it: {wrapped}.",
        GOES_ON,
        COVERS,
        "Now do these three:",
        f"1. Copy {path.absolute()} to its second place, in place of the last copy.",
        f"2. Copy the vault ({vault.absolute()}) to its second place: alongside backup PATH --vault-to PLACE",
        "3. Type: alongside keys rotate --drop-old",
    ):
        console.print(line)
