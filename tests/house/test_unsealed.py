"""The guide tells operators the truth about what is sealed."""

import re

from db.tables import metadata
from db.types import Sealed
from tests.tree import ROOT


def test_the_guide_names_every_sealed_column_and_no_other() -> None:
    """What the guide lists as sealed is what the tables seal: all else has to be guarded by the disk."""
    sealed = {
        f"{table.name}.{column.name}"
        for table in metadata.tables.values()
        for column in table.columns
        if isinstance(column.type, Sealed)
    }
    guide = (ROOT / "docs" / "operators-guide.md").read_text("utf-8")
    listed = guide.partition("<!-- sealed")[2].partition("-->")[2].partition("<!-- end -->")[0]
    assert set(re.findall(r"`([a-z_]+\.[a-z_]+)`", listed)) == sealed
