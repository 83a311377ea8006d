"""The pages of an SQLCipher file and of its log, opened: every byte of them, whether a table still holds it or not."""

from collections.abc import Iterator
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

# SQLCipher 4: zetetic.net/sqlcipher/design. A page ends with its IV and its HMAC; the file begins with the salt.
PAGE, IV, HMAC, SALT = 4096, 16, 64, 16
# sqlite.org/fileformat2.html#walformat
LOG_HEADER, FRAME_HEADER = 32, 24


def opened(path: Path, key: str) -> bytes:
    """All pages of the file at `path` and of its log, one after the other, opened with `key` (64 hex digits)."""
    log = path.with_name(f"{path.name}-wal")
    raw = log.read_bytes() if log.exists() else b""
    step = FRAME_HEADER + PAGE
    frames = (raw[at : at + step] for at in range(LOG_HEADER, len(raw), step))
    in_log = ((frame[FRAME_HEADER:], frame[:4] == b"\0\0\0\1") for frame in frames)
    return b"".join(_open(page, bytes.fromhex(key), first) for page, first in (*_of_file(path), *in_log))


def _of_file(path: Path) -> Iterator[tuple[bytes, bool]]:
    raw = path.read_bytes()
    for at in range(0, len(raw), PAGE):
        yield raw[at : at + PAGE], at == 0


def _open(page: bytes, key: bytes, first: bool) -> bytes:
    sealed, iv = page[SALT if first else 0 : -IV - HMAC], page[-IV - HMAC : -HMAC]
    return Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor().update(sealed)
