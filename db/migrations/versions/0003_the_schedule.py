"""The schedule in full: what is asked, when somebody was last heard of, outcomes, proposals, pauses of a part."""

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Integer, String, UniqueConstraint, text

from db.types import Moment, Sealed

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None
Id = BigInteger().with_variant(Integer, "sqlite")
TABLES = ("outcomes", "proposals", "stopped", "session_notes")
# What somebody did by themselves is in the events; before that they were heard of when they first wrote.
LAST_HEARD = """
    UPDATE people SET heard_at = coalesce(
        (SELECT max(events.at) FROM events WHERE events.person_id = people.id AND events.actor_id = people.id),
        first_seen_at
    )
"""


def _person() -> Column[int]:
    return Column("person_id", Id, ForeignKey("people.id"), nullable=False)


def upgrade() -> None:
    """Adds what the schedule needs, and when everybody was last heard of."""
    op.add_column("prompts", Column("form", String(16)))
    op.add_column("people", Column("heard_at", Moment))
    op.add_column("pauses", Column("what", String(16), nullable=False, server_default="all"))
    op.add_column("sessions", Column("set_by", Id))
    op.create_table(
        "outcomes",
        Column("id", Id, primary_key=True),
        _person(),
        Column("attempt_id", Id, nullable=False),
        Column("milestone", Integer, nullable=False),
        Column("answered_at", Moment, nullable=False),
        Column("smoked_from", Integer),
        Column("smoked_to", Integer),
        Column("answer", String(16), nullable=False),
        UniqueConstraint("attempt_id", "milestone", name="uq_outcomes_attempt_id_milestone"),
    )
    op.create_index("ix_outcomes_person", "outcomes", ["person_id", "id"])
    op.create_table(
        "proposals",
        Column("id", Id, primary_key=True),
        _person(),
        Column("what", String(16), nullable=False),
        Column("value", String(32), nullable=False),
        Column("made_at", Moment, nullable=False),
        Column("answer", String(16)),
        Column("answered_at", Moment),
    )
    op.create_index("ix_proposals_person", "proposals", ["person_id", "id"])
    op.create_table(
        "stopped",
        Column("person_id", Id, ForeignKey("people.id"), primary_key=True),
        Column("kind", String(16), primary_key=True),
        Column("at", Moment, nullable=False),
    )
    op.create_table(
        "session_notes",
        Column("id", Id, primary_key=True),
        _person(),
        Column("session_on", Date, nullable=False),
        Column("note", String(8), nullable=False),
        Column("words", Sealed, nullable=False),
        Column("shared", Boolean, nullable=False, server_default=text("false")),
        Column("made_at", Moment, nullable=False),
    )
    op.create_index("ix_session_notes_person", "session_notes", ["person_id", "id"])
    op.execute(LAST_HEARD)


def downgrade() -> None:
    """Takes it all away, the last one first."""
    for table in reversed(TABLES):
        op.drop_table(table)
    op.drop_column("sessions", "set_by")
    op.drop_column("pauses", "what")
    op.drop_column("people", "heard_at")
    op.drop_column("prompts", "form")
