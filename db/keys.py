"""The master keys: 32 random bytes each, in base64, one a line, the newest first. They open the vault, nothing else."""

import base64
import binascii
import contextlib
import os
import secrets
from pathlib import Path

from cryptography.fernet import Fernet, MultiFernet

from db.errors import SecretKeysCannotBeMade, SecretKeysCannotBeWritten, SecretKeysMissing, SecretKeysNotUsable
from db.files import make_folder, sync


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
