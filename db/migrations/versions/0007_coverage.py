"""What reached a client, the order of a check-in, and what got in the way."""

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Integer, String, text

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None
Id = BigInteger().with_variant(Integer, "sqlite")


def upgrade() -> None:
    """Adds them; nothing is known of what reached anybody before."""
    op.create_table(
        "received",
        Column("person_id", Id, ForeignKey("people.id"), primary_key=True),
        Column("week", Date, primary_key=True),
        Column("screen_id", Id, primary_key=True),
        Column("techniques", BigInteger, nullable=False),
        sqlite_with_rowid=False,
    )
    op.add_column("clients", Column("smoking_first", Boolean, nullable=False, server_default=text("false")))
    op.add_column("check_ins", Column("barrier", String(16)))


def downgrade() -> None:
    """Takes them away."""
    op.drop_column("check_ins", "barrier")
    op.drop_column("clients", "smoking_first")
    op.drop_table("received")
