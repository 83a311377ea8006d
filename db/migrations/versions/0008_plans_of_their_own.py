"""Reasons on lists, what somebody got ready, and links that a practitioner passes on."""

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Integer, String, text

from db.types import Moment, Sealed

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None
Id = BigInteger().with_variant(Integer, "sqlite")


def _person(name: str, *, nullable: bool = False, primary_key: bool = False) -> Column[int]:
    return Column(name, Id, ForeignKey("people.id"), nullable=nullable, primary_key=primary_key)


def upgrade() -> None:
    """Adds them. A reason that is there says why somebody wants to stop."""
    op.add_column("reasons", Column("side", String(16), nullable=False, server_default="why"))
    op.add_column("reasons", Column("pinned", Boolean, nullable=False, server_default=text("false")))
    op.add_column("reasons", Column("ended_at", Moment))
    op.create_table(
        "prepared",
        _person("person_id", primary_key=True),
        Column("thing", String(16), primary_key=True),
        Column("at", Moment, nullable=False),
    )
    op.create_table(
        "links",
        Column("id", Id, primary_key=True),
        _person("practitioner_id"),
        _person("client_id", nullable=True),
        Column("title", Sealed, nullable=False),
        Column("address", Sealed, nullable=False),
        Column("note", Sealed),
        Column("added_at", Moment, nullable=False),
        Column("checked_at", Moment, nullable=False),
        Column("ended_at", Moment),
    )
    op.create_index("ix_links_practitioner", "links", ["practitioner_id", "id"])


def downgrade() -> None:
    """Takes them away; what stands on another list than why they stop goes with its column."""
    op.drop_table("links")
    op.drop_table("prepared")
    op.execute("DELETE FROM reasons WHERE side <> 'why' OR ended_at IS NOT NULL")
    for name in ("ended_at", "pinned", "side"):
        op.drop_column("reasons", name)
