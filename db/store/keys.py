"""The master keys, and the keys in the vault wrapped with the newest of them."""

import base64
import binascii
import contextlib
import os
import secrets
from collections.abc import Callable
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken, MultiFernet

from db.store.errors import (
    SecretKeysCannotBeMade,
    SecretKeysCannotBeWritten,
    SecretKeysMissing,
    SecretKeysNotUsable,
    VaultCannotBeOpened,
)
from db.store.files import failpoint, make_folder, sync
from db.store.vault_file import ROTATED, VaultFile, WrappedAnew


def new_key() -> str:
    """A fresh master key: 32 random bytes in URL-safe base64 (44 characters)."""
    return base64.urlsafe_b64encode(secrets.token_bytes(32)).decode()


def parse_keys(text: str, *, source: str) -> tuple[str, ...]:
    """The keys in `text`, one a line, the newest first; empty lines and lines with # are left out.

    Raises SecretKeysNotUsable naming `source` and the line where a key is not 32 bytes in base64 (plain or URL-safe).
    """
    keys = []
    for number, line in enumerate(text.splitlines(), start=1):
        word = line.strip()
        if word and not word.startswith("#"):
            keys.append(_one_key(word, source, number))
    if not keys:
        raise SecretKeysNotUsable(line=1, source=source)
    return tuple(keys)


def _one_key(word: str, source: str, number: int) -> str:
    plain = word.replace("-", "+").replace("_", "/")
    try:
        raw = base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except (binascii.Error, ValueError):
        raw = b""
    if len(raw) != 32:
        raise SecretKeysNotUsable(line=number, source=source)
    return base64.urlsafe_b64encode(raw).decode()


def wrapper(keys: tuple[str, ...]) -> MultiFernet:
    """What wraps with the newest key and unwraps with any of them."""
    return MultiFernet([Fernet(key) for key in keys])


def read_keys(path: Path, *, vault: Path) -> tuple[str, ...]:
    """The keys in the file at `path`. Raises SecretKeysMissing where there is none."""
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        raise SecretKeysMissing(vault=vault, path=path) from None
    except OSError as error:
        raise SecretKeysNotUsable(line=1, source=f"{path} ({error.strerror})") from error
    return parse_keys(text, source=str(path))


def make_keys_file(path: Path) -> tuple[str, ...]:
    """Makes a keys file (0600) with one fresh key where there is none, of several processes one. Gives its keys.

    Raises SecretKeysCannotBeMade.
    """
    try:
        make_folder(path.parent)
        with contextlib.suppress(FileExistsError):
            _write_whole(path, new_key() + "\n", replace=False)
    except OSError as error:
        raise SecretKeysCannotBeMade(path=path.absolute(), reason=error.strerror or str(error)) from error
    return parse_keys(path.read_text(encoding="utf-8"), source=str(path))


def replace_keys_file(path: Path, keys: tuple[str, ...]) -> None:
    """Writes `keys` to the file at `path` in one step: after a crash there is the old text or the new one.

    Raises SecretKeysCannotBeWritten.
    """
    try:
        _write_whole(path, "".join(f"{key}\n" for key in keys), replace=True)
    except OSError as error:
        raise SecretKeysCannotBeWritten(path=path.absolute(), reason=error.strerror or str(error)) from error


def _write_whole(path: Path, text: str, *, replace: bool) -> None:
    draft = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        if replace:
            os.replace(draft, path)
        else:
            os.link(draft, path)
    finally:
        draft.unlink(missing_ok=True)
    sync(path.parent)


KEPT_OPEN = 10_000  # keys held unwrapped in memory, about 1 kB each
Keys = tuple[str, ...]


class Wrapping:
    """Wraps and unwraps the keys in `file`. `keys` are the master keys, the newest first; `newest` reads them again,
    for when another process rotates them."""

    def __init__(self, file: VaultFile, keys: Keys, newest: Callable[[], Keys] | None) -> None:
        self._file = file
        self._newest = newest
        self._use(keys, file.number(ROTATED))

    def _use(self, keys: Keys, rotation: int) -> None:
        self.keys = keys
        self._rotation = rotation
        self._wrapper = wrapper(keys)
        self._unwrapped = lru_cache(KEPT_OPEN)(self._unwrap)

    def fresh(self) -> bytes:
        """A key that was made this moment, wrapped."""
        return self._wrapper.encrypt(Fernet.generate_key())

    def _unwrap(self, wrapped: bytes) -> bytes:
        try:
            return self._wrapper.decrypt(wrapped)
        except InvalidToken:
            raise VaultCannotBeOpened(path=self._file.path) from None

    def opened(self, wrapped: bytes) -> bytes:
        """The key inside. Raises VaultCannotBeOpened."""
        try:
            return self._unwrapped(wrapped)
        except VaultCannotBeOpened:
            if not self._read_anew():
                raise
            return self._unwrapped(wrapped)

    def forget(self) -> None:
        """Holds no unwrapped key in memory any more."""
        self._unwrapped.cache_clear()

    def adding(self, add: Callable[[int], None]) -> None:
        """Adds fresh keys to the file, with the rotation that they were wrapped in; again, where the master keys
        were rotated meanwhile. Raises VaultCannotBeOpened where the newest one is not to be had."""
        try:
            add(self._rotation)
        except WrappedAnew:
            before = self._rotation
            self._read_anew()
            if self._rotation == before or self._newest is None:
                raise VaultCannotBeOpened(path=self._file.path) from None
            self.adding(add)

    def _read_anew(self) -> bool:
        """Reads the master keys again; whether there is one that was not known. Old ones stay in mind, for what was
        read from the file a moment ago."""
        if self._newest is None:
            return False
        rotation, known = self._file.number(ROTATED), self.keys  # the number first: what comes after it is noticed
        self._use(tuple(dict.fromkeys((*self._newest(), *known))), rotation)
        return self.keys != known

    def rotate(self, fresh: str, keep: Callable[[Keys], None], at: datetime) -> int:
        """Wraps every key again under the master key `fresh`; gives how many.

        `keep` puts the keys, the newest first, where other processes read them. It is called before the vault is
        changed, and while nobody else can change it: a kill at any moment leaves keys that open it.
        """
        with self._file.writing():
            keys = (fresh, *self._all())
            keep(keys)
            failpoint("keys_written")
            count = self._file.rewrap(wrapper(keys).rotate)
            self._file.count_rotation(int(at.timestamp()))
            failpoint("vault_wrapped")
        failpoint("keys_rotated")
        self._use(keys, self._file.number(ROTATED))
        return count

    def drop_old(self, keep: Callable[[Keys], None]) -> int:
        """Keeps the newest master key only; gives how many are dropped. `keep` as above.

        Raises VaultCannotBeOpened where it does not open every key in the vault, and then nothing is changed.
        """
        with self._file.writing():
            keys = self._all()
            newest = wrapper(keys[:1])
            try:
                for wrapped in self._file.all_wrapped():
                    newest.decrypt(wrapped)
            except InvalidToken:
                raise VaultCannotBeOpened(path=self._file.path) from None
            keep(keys[:1])
        return len(keys) - 1

    def _all(self) -> Keys:
        return self._newest() if self._newest else self.keys
