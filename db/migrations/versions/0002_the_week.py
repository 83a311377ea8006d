"""The week: quit date, lapses, cravings, supporters and the practitioner's summary."""

from alembic import op
from sqlalchemy import BigInteger, Boolean, Column, Date, ForeignKey, Integer, String, text

from db.types import Json, Moment, Sealed

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None
Id = BigInteger().with_variant(Integer, "sqlite")
TABLES = (
    "pauses",
    "reasons",
    "quit_attempts",
    "smoked",
    "cravings",
    "supporters",
    "encouragements",
    "sessions",
)


def _person(*, nullable: bool = False, name: str = "person_id", primary_key: bool = False) -> Column[int]:
    return Column(name, Id, ForeignKey("people.id"), nullable=nullable, primary_key=primary_key)


def upgrade() -> None:
    """Adds what a week needs, one piece of it after the other."""
    _kinds()
    _quitting()
    _supporting()
    _practitioners()


def _kinds() -> None:
    op.add_column("plans", Column("about_id", Id))
    op.create_index("ix_plans_about", "plans", ["about_id"])
    op.add_column("prompts", Column("about_id", Id))
    op.create_table(
        "pauses",
        _person(primary_key=True),
        Column("since", Moment, nullable=False),
        Column("until", Moment, nullable=False),
    )


def _quitting() -> None:
    op.add_column("toolkit_items", Column("moment", String(16)))
    op.create_table(
        "reasons",
        Column("id", Id, primary_key=True),
        _person(),
        Column("words", Sealed, nullable=False),
        Column("made_at", Moment, nullable=False),
    )
    op.create_index("ix_reasons_person", "reasons", ["person_id", "id"])
    op.create_table(
        "quit_attempts",
        Column("id", Id, primary_key=True),
        _person(),
        Column("quit_on", Date, nullable=False),
        Column("made_at", Moment, nullable=False),
        Column("moved", Integer, nullable=False, server_default=text("0")),
        Column("ended_on", Date),
        Column("ended_at", Moment),
    )
    op.create_index("ix_quit_attempts_person", "quit_attempts", ["person_id", "id"])
    op.create_table(
        "smoked",
        Column("id", Id, primary_key=True),
        _person(),
        Column("told_at", Moment, nullable=False),
        Column("local_date", Date, nullable=False),
        Column("attempt_id", Id),
        Column("moment", String(16)),
        Column("mood", String(8)),
        Column("cigarettes_from", Integer),
        Column("cigarettes_to", Integer),
    )
    op.create_index("ix_smoked_person", "smoked", ["person_id", "local_date"])
    op.create_table(
        "cravings",
        Column("id", Id, primary_key=True),
        _person(),
        Column("at", Moment, nullable=False),
        Column("before", Integer, nullable=False),
        Column("tried", String(16)),
        Column("item_id", Id),
        Column("after", Integer),
        Column("after_at", Moment),
    )
    op.create_index("ix_cravings_person", "cravings", ["person_id", "id"])


def _supporting() -> None:
    op.create_table(
        "supporters",
        Column("id", Id, primary_key=True),
        _person(name="client_id"),
        _person(nullable=True),
        Column("invite_id", Id),
        Column("label", Sealed, nullable=False),
        Column("wish", Sealed),
        Column("shares", Json, nullable=False),
        Column("rule", Json, nullable=False),
        Column("state", String(16), nullable=False),
        Column("seed", Integer, nullable=False),
        Column("made_at", Moment, nullable=False),
    )
    op.create_index("ix_supporters_client", "supporters", ["client_id"])
    op.create_index("ix_supporters_person", "supporters", ["person_id"])
    op.create_table(
        "encouragements",
        Column("id", Id, primary_key=True),
        Column("support_id", Id, nullable=False),
        _person(),
        _person(name="to_id"),
        Column("words", Sealed, nullable=False),
        Column("made_at", Moment, nullable=False),
        Column("sent_at", Moment),
        Column("helped", Boolean),
    )
    op.create_index("ix_encouragements_support", "encouragements", ["support_id"])


def _practitioners() -> None:
    op.create_table("sessions", _person(primary_key=True), Column("at", Moment, nullable=False))


def downgrade() -> None:
    """Takes it all away, the last one first."""
    for table in reversed(TABLES):
        op.drop_table(table)
    op.drop_column("toolkit_items", "moment")
    op.drop_column("prompts", "about_id")
    op.drop_index("ix_plans_about", "plans")
    op.drop_column("plans", "about_id")
