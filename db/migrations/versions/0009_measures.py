"""Scales, medicines, what people use to stop, what got easier, and what a request is about."""

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Integer, String

from db.types import Json, Moment

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None
Id = BigInteger().with_variant(Integer, "sqlite")
TABLES = ("hsi", "mpss", "medicines", "aids", "easier")


def _person(*, primary_key: bool = False) -> Column[int]:
    return Column("person_id", Id, ForeignKey("people.id"), nullable=False, primary_key=primary_key)


def upgrade() -> None:
    """Adds the tables, and what a request is about."""
    op.create_table(
        "hsi",
        Column("id", Id, primary_key=True),
        _person(),
        Column("at", Moment, nullable=False),
        Column("first", String(16), nullable=False),
        Column("per_day", String(16), nullable=False),
        Column("entered_by", Id),
    )
    op.create_table(
        "mpss",
        Column("id", Id, primary_key=True),
        _person(),
        Column("made_at", Moment, nullable=False),
        Column("on_date", Date, nullable=False),
        Column("scores", Json, nullable=False),
        Column("passed", Json, nullable=False),
        Column("ended_at", Moment),
    )
    op.create_table(
        "medicines",
        Column("id", Id, primary_key=True),
        _person(),
        Column("asked_at", Moment, nullable=False),
        Column("asked_on", Date, nullable=False),
        Column("moment", String(16), nullable=False),
        Column("on_date", Date, nullable=False),
        Column("takes", String(16)),
        Column("knows", Boolean),
        Column("which", Json, nullable=False),
        Column("checked_at", Moment),
    )
    op.create_table(
        "aids",
        Column("id", Id, primary_key=True),
        _person(),
        Column("at", Moment, nullable=False),
        Column("aid", String(16), nullable=False),
        Column("going", String(16), nullable=False),
    )
    op.create_table(
        "easier",
        Column("id", Id, primary_key=True),
        _person(),
        Column("on_date", Date, nullable=False),
        Column("what", String(16), nullable=False),
    )
    for table in TABLES:
        op.create_index(f"ix_{table}_person", table, ["person_id", "id"])
    op.create_table(
        "switches",
        _person(primary_key=True),
        Column("name", String(16), primary_key=True),
        Column("is_on", Boolean, nullable=False),
        Column("at", Moment, nullable=False),
    )
    op.add_column("requests", Column("about", String(16)))


def downgrade() -> None:
    """Takes it all away."""
    op.drop_column("requests", "about")
    op.drop_table("switches")
    for table in reversed(TABLES):
        op.drop_table(table)
