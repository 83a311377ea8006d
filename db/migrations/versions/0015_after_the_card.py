"""Soft stretches after a crisis card, and when somebody was given the message that is pinned."""

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer

from db.types import Moment

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None
Id = BigInteger().with_variant(Integer, "sqlite")


def upgrade() -> None:
    """Adds them. Who is there already has no pinned message so far."""
    op.create_table(
        "soft",
        Column("screen_id", Id, primary_key=True, autoincrement=False),
        Column("person_id", Id, ForeignKey("people.id"), nullable=False),
        Column("at", Moment, nullable=False),
        Column("until", Moment, nullable=False),
    )
    op.create_index("ix_soft_person", "soft", ["person_id"])
    op.add_column("people", Column("pinned_at", Moment))


def downgrade() -> None:
    """Takes them away."""
    op.drop_column("people", "pinned_at")
    op.drop_table("soft")
