"""What a client smoked before and what it cost; and evenings that are left in peace."""

from alembic import op
from sqlalchemy import BigInteger, Column, Date, ForeignKey, Integer, String

from db.types import Moment

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None
Id = BigInteger().with_variant(Integer, "sqlite")


def _person() -> Column[int]:
    return Column("person_id", Id, ForeignKey("people.id"), primary_key=True)


def upgrade() -> None:
    """Adds two tables."""
    op.create_table(
        "usual",
        _person(),
        Column("a_day", Integer, nullable=False),
        Column("price", Integer),
        Column("currency", String(3)),
        Column("packet_of", Integer, nullable=False, server_default="20"),
        Column("since", Date, nullable=False),
        Column("told_at", Moment, nullable=False),
    )
    op.create_table("tonight", _person(), Column("at", Moment, nullable=False))


def downgrade() -> None:
    """Takes both away."""
    op.drop_table("tonight")
    op.drop_table("usual")
