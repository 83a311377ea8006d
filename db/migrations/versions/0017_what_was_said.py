"""Which texts each message was made of, the words of each version, and what an operator stopped."""

import sqlalchemy as sa
from alembic import op

from db.types import Json, Moment

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None
Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Adds them. Of what was sent before it is not known which texts it had."""
    op.create_table(
        "wordings",
        sa.Column("id", Id, primary_key=True),
        sa.Column("digest", sa.String(32), nullable=False),
        sa.Column("locale", sa.String(16), nullable=False),
        sa.Column("screen", sa.String(32), nullable=False),
        sa.Column("texts", Json, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_wordings_digest", "wordings", ["digest"], unique=True)
    op.create_table(
        "text_versions",
        sa.Column("key", sa.String(80), primary_key=True),
        sa.Column("locale", sa.String(16), primary_key=True),
        sa.Column("version", sa.String(16), primary_key=True),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("first_at", Moment(), nullable=False),
    )
    op.create_table(
        "text_stops",
        sa.Column("name", sa.String(96), primary_key=True),
        sa.Column("at", Moment(), nullable=False),
        sa.Column("by", sa.String(64), nullable=False),
    )
    op.add_column("outbox", sa.Column("wording_id", Id))


def downgrade() -> None:
    """Takes them away."""
    op.drop_column("outbox", "wording_id")
    for name in ("text_stops", "text_versions", "wordings"):
        op.drop_table(name)
