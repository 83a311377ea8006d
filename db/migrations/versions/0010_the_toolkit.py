"""What is known of the things that help, and which strategy was tried in a craving."""

from alembic import op
from sqlalchemy import Column, Integer, String

from db.types import Moment

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None
ADDED = {
    "toolkit_items": (("code", String(32)), ("pinned_at", Moment()), ("gives", String(16)), ("place", String(16)),
                      ("minutes", Integer())),
    "cravings": (("code", String(32)),),
}  # fmt: skip
# What everybody has stands in the catalogue, too.
CODES = {"breathe": "slow-breaths", "wait": "wait-ten"}


def upgrade() -> None:
    """Adds the columns, and says of cravings until now which strategy was tried."""
    for table, columns in ADDED.items():
        for name, kind in columns:
            op.add_column(table, Column(name, kind))
    for tried, code in CODES.items():
        op.execute(f"UPDATE cravings SET code = '{code}' WHERE tried = '{tried}'")  # noqa: S608 (words of ours)


def downgrade() -> None:
    """Takes them away."""
    for table, columns in ADDED.items():
        for name, _ in columns:
            op.drop_column(table, name)
