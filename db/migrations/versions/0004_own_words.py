"""What clients write for themselves, in one table."""

from alembic import op
from sqlalchemy import BigInteger, Column, Date, ForeignKey, Integer, String

from db.types import Moment, Sealed

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None
Id = BigInteger().with_variant(Integer, "sqlite")


def upgrade() -> None:
    """Adds the table."""
    op.create_table(
        "own_words",
        Column("id", Id, primary_key=True),
        Column("person_id", Id, ForeignKey("people.id"), nullable=False),
        Column("kind", String(16), nullable=False),
        Column("words", Sealed, nullable=False),
        Column("about_id", Id),
        Column("on_date", Date),
        Column("code", String(16)),
        Column("made_at", Moment, nullable=False),
        Column("ended_at", Moment),
    )
    op.create_index("ix_own_words_person", "own_words", ["person_id", "kind", "id"])


def downgrade() -> None:
    """Takes it away."""
    op.drop_table("own_words")
