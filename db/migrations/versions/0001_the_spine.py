"""The spine: people, invites, plans and prompts, check-ins, inbox and outbox."""

from alembic import op
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    ForeignKey,
    Integer,
    LargeBinary,
    String,
    Text,
    UniqueConstraint,
    text,
)

from db.types import Json, Moment, Sealed

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None
Id = BigInteger().with_variant(Integer, "sqlite")
TABLES = (
    "people",
    "practitioners",
    "clients",
    "invites",
    "consents",
    "toolkit_items",
    "plans",
    "prompts",
    "check_ins",
    "requests",
    "events",
    "inbox",
    "screens",
    "outbox",
    "leases",
    "job_runs",
    "counters",
    "service_facts",
)


def _person(*, nullable: bool = False, name: str = "person_id", primary_key: bool = False) -> Column[int]:
    return Column(name, Id, ForeignKey("people.id"), nullable=nullable, primary_key=primary_key)


def upgrade() -> None:
    """Makes every table, in the order in which they point to one another."""
    op.create_table(
        "people",
        Column("id", Id, primary_key=True),
        Column("telegram_id", BigInteger, unique=True),
        Column("name", Sealed),
        Column("locale", String(16), nullable=False),
        Column("country", String(2)),
        Column("zone", String(64)),
        Column("first_seen_at", Moment, nullable=False),
        Column("cannot_reach_since", Moment),
        Column("hold_until", Moment),
        Column("awaiting", String(32)),
        Column("awaiting_screen", Id),
    )
    op.create_table(
        "practitioners",
        _person(primary_key=True),
        Column("joined_at", Moment, nullable=False),
    )
    op.create_table(
        "clients",
        _person(primary_key=True),
        _person(name="practitioner_id"),
        Column("joined_at", Moment, nullable=False),
        Column("left_at", Moment),
    )
    op.create_index("ix_clients_practitioner", "clients", ["practitioner_id"])
    op.create_table(
        "invites",
        Column("id", Id, primary_key=True),
        Column("role", String(16), nullable=False),
        Column("token_hash", LargeBinary, nullable=False, unique=True),
        Column("code_hash", LargeBinary),
        Column("label", Sealed),
        _person(name="issued_by", nullable=True),
        Column("made_at", Moment, nullable=False),
        Column("expires_at", Moment, nullable=False),
        _person(name="opened_by", nullable=True),
        Column("opened_at", Moment),
        Column("used_at", Moment),
        Column("tries", Integer, nullable=False, server_default=text("0")),
        Column("last_try_at", Moment),
    )
    op.create_table(
        "consents",
        Column("id", Id, primary_key=True),
        _person(),
        Column("item", String(32), nullable=False),
        Column("granted", Boolean, nullable=False),
        Column("version", Integer, nullable=False),
        Column("at", Moment, nullable=False),
    )
    op.create_index("ix_consents_person", "consents", ["person_id", "item", "id"])
    op.create_table(
        "toolkit_items",
        Column("id", Id, primary_key=True),
        _person(),
        Column("words", Sealed, nullable=False),
        Column("made_at", Moment, nullable=False),
        Column("hidden_at", Moment),
    )
    op.create_index("ix_toolkit_items_person", "toolkit_items", ["person_id", "id"])
    op.create_table(
        "plans",
        Column("next_due_at", Moment, primary_key=True),
        Column("id", Id, primary_key=True, autoincrement=False),
        _person(),
        Column("kind", String(16), nullable=False),
        Column("rule", Json, nullable=False),
        Column("zone", String(64), nullable=False),
        Column("version", Integer, nullable=False),
        Column("made_at", Moment, nullable=False),
        Column("ended_at", Moment),
        UniqueConstraint("id"),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_plans_person", "plans", ["person_id"])
    op.create_table(
        "prompts",
        Column("id", Id, primary_key=True),
        Column("plan_id", Id),
        _person(),
        Column("kind", String(16), nullable=False),
        Column("local_date", Date, nullable=False),
        Column("slot", String(16), nullable=False),
        Column("due_at", Moment, nullable=False),
        Column("opened_at", Moment),
        Column("closes_at", Moment),
        Column("next_at", Moment),
        Column("next_step", String(16)),
        Column("state", String(16), nullable=False),
        Column("reason", String(32)),
        Column("reminded_at", Moment),
        Column("seen_at", Moment),
        Column("answered_at", Moment),
        Column("closed_at", Moment),
        Column("late", Boolean, nullable=False, server_default=text("false")),
        Column("plan_version", Integer),
        Column("decision", Json, nullable=False),
        UniqueConstraint("local_date", "plan_id", "slot"),
    )
    op.create_index("ix_prompts_person", "prompts", ["person_id", "due_at"])
    op.create_index(
        "ix_prompts_next",
        "prompts",
        ["next_at"],
        sqlite_where=text("next_at IS NOT NULL"),
        postgresql_where=text("next_at IS NOT NULL"),
    )
    op.create_table(
        "check_ins",
        Column("prompt_id", Id, ForeignKey("prompts.id"), primary_key=True),
        _person(),
        Column("question", String(16)),
        Column("day", String(8)),
        Column("mood", String(8)),
        Column("urge", Integer),
        Column("cigarettes_from", Integer),
        Column("cigarettes_to", Integer),
        Column("moment", String(16)),
        Column("helped", Id),
        Column("words", Sealed),
        Column("words_shared", Boolean, nullable=False, server_default=text("false")),
        Column("skipped", Json, nullable=False),
    )
    op.create_index("ix_check_ins_person", "check_ins", ["person_id"])
    op.create_table(
        "requests",
        Column("id", Id, primary_key=True),
        _person(),
        _person(name="practitioner_id"),
        Column("made_at", Moment, nullable=False),
        Column("opened_at", Moment),
    )
    op.create_index("ix_requests_practitioner", "requests", ["practitioner_id", "opened_at"])
    op.create_table(
        "events",
        Column("id", Id, primary_key=True),
        _person(nullable=True),
        Column("actor_id", Id),
        Column("kind", String(32), nullable=False),
        Column("data", Json, nullable=False),
        Column("at", Moment, nullable=False),
    )
    op.create_index("ix_events_person", "events", ["person_id", "id"])
    op.create_table(
        "inbox",
        Column("update_id", BigInteger, primary_key=True, autoincrement=False),
        Column("telegram_id", BigInteger, nullable=False),
        Column("payload", Sealed),
        Column("received_at", Moment, nullable=False),
        Column("state", String(8), nullable=False),
        Column("looked", Boolean, nullable=False, server_default=text("false")),
        Column("crisis", Boolean, nullable=False, server_default=text("false")),
        Column("attempts", Integer, nullable=False, server_default=text("0")),
        Column("not_before", Moment),
        Column("error", String(80)),
    )
    op.create_index(
        "ix_inbox_waiting",
        "inbox",
        ["telegram_id", "update_id"],
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    )
    op.create_index(
        "ix_inbox_turn",
        "inbox",
        ["looked", "update_id"],
        sqlite_where=text("state = 'waiting'"),
        postgresql_where=text("state = 'waiting'"),
    )
    op.create_table(
        "screens",
        Column("id", Id, primary_key=True),
        _person(),
        Column("name", String(32), nullable=False),
        Column("args", Json, nullable=False),
        Column("subject_id", Id),
        Column("message_id", BigInteger),
        Column("live", Boolean, nullable=False, server_default=text("true")),
        Column("made_at", Moment, nullable=False),
    )
    op.create_index("ix_screens_person", "screens", ["person_id", "name", "subject_id"])
    op.create_table(
        "outbox",
        Column("id", Id, primary_key=True),
        Column("key", String(64), unique=True),
        _person(),
        Column("screen_id", Id, ForeignKey("screens.id")),
        Column("verb", String(8), nullable=False),
        Column("rank", Integer, nullable=False),
        Column("state", String(12), nullable=False),
        Column("reason", String(32)),
        Column("made_at", Moment, nullable=False),
        Column("not_before", Moment, nullable=False),
        Column("not_after", Moment),
        Column("attempts", Integer, nullable=False, server_default=text("0")),
        Column("ambiguous", Integer, nullable=False, server_default=text("0")),
        Column("epoch", Integer),
        Column("ended_at", Moment),
    )
    op.create_index(
        "ix_outbox_waiting",
        "outbox",
        ["rank", "id"],
        sqlite_where=text("state IN ('waiting', 'sending')"),
        postgresql_where=text("state IN ('waiting', 'sending')"),
    )
    op.create_index("ix_outbox_screen", "outbox", ["screen_id"])
    op.create_table(
        "leases",
        Column("name", String(16), primary_key=True),
        Column("holder", String(64)),
        Column("epoch", Integer, nullable=False),
        Column("expires_at", Moment),
    )
    op.create_table(
        "job_runs",
        Column("job", String(32), primary_key=True),
        Column("slot", String(32), primary_key=True),
        Column("at", Moment, nullable=False),
    )
    op.create_table(
        "counters",
        Column("name", String(16), primary_key=True),
        Column("last", BigInteger, nullable=False),
    )
    op.create_table(
        "service_facts",
        Column("name", String(32), primary_key=True),
        Column("value", Text, nullable=False),
    )


def downgrade() -> None:
    """Takes every table away, the last one first."""
    for table in reversed(TABLES):
        op.drop_table(table)
