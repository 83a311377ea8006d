"""A file that is there whole, or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.errors import CopyCannotBeMade
from db.files import make_private_file, sync


@contextmanager
def draft_of(target: Path) -> Iterator[Path]:
    """An empty file (0600) beside `target`, to be written in the block, which takes its place when that ends well.

    After an error, or a kill, `target` is as it was. Raises OSError.
    """
    draft = target.with_name(target.name + ".part")
    try:
        draft.unlink(missing_ok=True)
        make_private_file(draft)
        yield draft
        sync(draft)
        draft.replace(target)
        sync(target.parent)
    finally:
        draft.unlink(missing_ok=True)


def refuse_taken(target: Path) -> None:
    """Raises CopyCannotBeMade where there is something at `target`."""
    if target.exists():
        raise CopyCannotBeMade(path=target.absolute(), reason="something is there already")
