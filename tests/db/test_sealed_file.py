"""A sealed file of records: read whole with its vault, and not at all with another or when anything was changed."""

from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from db.store.copies import MAGIC, SALT, BrokenFile, SealedWriter, records
from db.store.keys import new_key
from db.store.vault import Vault, open_vault

RECORDS = [b"first", b"", b"Nights are the problem." * 100, b"last"]


@pytest.fixture
def path(vault: Vault, tmp_path: Path) -> Path:
    """A file with those records."""
    path = tmp_path / "sealed"
    with path.open("wb") as file:
        writer = SealedWriter(file, vault)
        for record in RECORDS:
            writer.put(record, last=record == b"last")
    return path


def test_what_was_written_is_read(path: Path, vault: Vault) -> None:
    """Every record comes back in order, and none of them stands in the file."""
    assert list(records(path, vault)) == RECORDS
    assert b"Nights" not in path.read_bytes()


def test_it_opens_with_its_vault_alone(path: Path, tmp_path: Path) -> None:
    """Another vault opens nothing of it."""
    with (
        closing(open_vault(tmp_path / "other" / "vault", (new_key(),))) as other,
        pytest.raises(BrokenFile, match="this vault"),
    ):
        list(records(path, other))


def _first(whole: bytes) -> tuple[int, int]:
    """Where the first record begins and ends."""
    begin = len(MAGIC) + SALT
    return begin, begin + 4 + int.from_bytes(whole[begin : begin + 4])


HARM: dict[str, Callable[[bytes], bytes]] = {
    "empty": lambda _: b"",
    "of another kind": lambda whole: b"SQLite" + whole,
    "cut off in a record": lambda whole: whole[:-3],
    "cut off in a length": lambda whole: whole[: _first(whole)[0] + 2],
    "without its last record": lambda whole: whole[: -(4 + 16 + len(b"last"))],
    "without its first record": lambda whole: whole[: _first(whole)[0]] + whole[_first(whole)[1] :],
    "with no record": lambda whole: whole[: _first(whole)[0]],
    "a bit flipped": lambda whole: whole[:-2000] + bytes([whole[-2000] ^ 1]) + whole[-1999:],
    "a length flipped": lambda whole: whole[: _first(whole)[0]] + b"\xff" + whole[_first(whole)[0] + 1 :],
    "something behind it": lambda whole: whole + b"more",
}


@pytest.mark.parametrize("harm", HARM)
def test_what_was_harmed_is_refused(path: Path, vault: Vault, harm: str) -> None:
    """However it was harmed, reading it to the end fails."""
    path.write_bytes(HARM[harm](path.read_bytes()))
    with pytest.raises(BrokenFile):
        list(records(path, vault))
