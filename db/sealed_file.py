"""A file of records that opens with one vault only: each is sealed as it is written, and none is in the clear on disk.

The records are numbered and the last one is marked, so a file that was cut off, or in which anything was changed, moved
or left out, is not read as a shorter one.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from db.vault import Vault

MAGIC = b"Alongside: a copy of a PostgreSQL database, 1\n"
SALT = 32
LONGEST = 1 << 30  # bytes of a record; a length beyond it is damage


class Broken(Exception):
    """The file does not open with this vault, or is damaged."""


class SealedWriter:
    """Writes records to a file, in order. The last one is to be put with `last`."""

    def __init__(self, file: BinaryIO, vault: Vault) -> None:
        salt = os.urandom(SALT)
        self._file = file
        self._box = AESGCM(vault.copy_key(salt))
        self._number = 0
        file.write(MAGIC + salt)

    def put(self, record: bytes, *, last: bool = False) -> None:
        """Seals the record and writes it."""
        sealed = self._box.encrypt(_nonce(self._number, last), record, MAGIC)
        self._file.write(len(sealed).to_bytes(4) + sealed)
        self._number += 1


def records(path: Path, vault: Vault) -> Iterator[bytes]:
    """Every record of the file at `path`, in order. Raises Broken, at the latest in place of the last one."""
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise Broken("it is no copy of ours")
        box, number = AESGCM(vault.copy_key(file.read(SALT))), 0
        sealed = _next(file)
        while sealed is not None:
            following = _next(file)
            try:
                yield box.decrypt(_nonce(number, following is None), sealed, MAGIC)
            except InvalidTag:
                words = "it does not open with this vault" if number == 0 else "it is damaged, or was cut off"
                raise Broken(words) from None
            sealed, number = following, number + 1
    if number == 0:
        raise Broken("it was cut off")


def _next(file: BinaryIO) -> bytes | None:
    """The next sealed record; None at the end. One that was cut off comes as far as it goes, and does not open."""
    length = int.from_bytes(head) if len(head := file.read(4)) == 4 else 0
    return file.read(min(length, LONGEST)) if head else None


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11) + bytes([last])
