"""Check-ins about several days, and what was usual, and cost what, before it changed."""

from alembic import op
from sqlalchemy import BigInteger, Column, Date, ForeignKey, Integer, String

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None
Id = BigInteger().with_variant(Integer, "sqlite")


def upgrade() -> None:
    """Adds them. What was said so far was about its own day alone, and what was told of a usual day held all along."""
    op.add_column("check_ins", Column("since", Date))
    op.add_column("check_ins", Column("smoked_on", Date))
    op.create_table(
        "usual_before",
        Column("person_id", Id, ForeignKey("people.id"), primary_key=True),
        Column("until", Date, primary_key=True),
        Column("a_day", Integer, nullable=False),
        Column("price", Integer),
        Column("currency", String(3)),
        Column("packet_of", Integer, nullable=False),
    )


def downgrade() -> None:
    """Takes them away: what was said of several days is of the day of its check-in alone."""
    op.drop_table("usual_before")
    op.drop_column("check_ins", "smoked_on")
    op.drop_column("check_ins", "since")
