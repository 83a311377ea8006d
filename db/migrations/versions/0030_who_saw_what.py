"""A chain over who saw or changed what of whom, that stays verifiable when what it is about is erased."""

from alembic import op
from sqlalchemy import BigInteger, Column, LargeBinary

from db.tables.base import Id

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Makes it, empty. What happened before is put into it hour by hour, oldest first (care.operators.trail)."""
    op.create_table(
        "audit",
        Column("number", BigInteger, primary_key=True, autoincrement=False),
        Column("event_id", Id, unique=True),
        Column("salt", LargeBinary),
        Column("digest", LargeBinary, nullable=False),
        Column("hash", LargeBinary, nullable=False),
    )


def downgrade() -> None:
    """Takes it away: who saw what stays in the events, and nothing proves any more that it was not changed."""
    op.drop_table("audit")
