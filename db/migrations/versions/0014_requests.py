"""Who gets a request and when, and what becomes of it: passed on, taken back, kept once its client has left."""

from datetime import datetime, timedelta

import sqlalchemy as sa
from alembic import op

from db.types import Moment

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None
Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")
LOOKED_AT = timedelta(days=3)  # after which one of before that nobody opened is said to be late
INDEXES = {"ix_requests_person_id": "person_id", "ix_requests_due_at": "due_at"}


def upgrade() -> None:
    """Requests of before are in the hands of whom they were made to."""
    with op.batch_alter_table("requests", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.alter_column("person_id", existing_type=Id, nullable=True)
        table.add_column(sa.Column("from_card", sa.Boolean, nullable=False, server_default=sa.text("false")))
        for name in ("due_at", "late_at", "taken_back_at", "kept_at"):
            table.add_column(sa.Column(name, Moment()))
        table.add_column(sa.Column("opened_by", Id))
        table.add_column(sa.Column("name", sa.LargeBinary))
    for name, column in INDEXES.items():
        op.create_index(name, "requests", [column])
    op.create_table(
        "request_line",
        sa.Column("request_id", Id, primary_key=True, autoincrement=False),
        sa.Column("place", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("practitioner_id", Id, sa.ForeignKey("people.id", name="fk_request_line_practitioner_id"),
                  nullable=False),
        sa.Column("told_at", Moment()),
        sa.PrimaryKeyConstraint("request_id", "place", name="pk_request_line"),
    )  # fmt: skip
    op.create_index("ix_request_line_practitioner_id", "request_line", ["practitioner_id"])
    op.create_table(
        "routes",
        sa.Column("practitioner_id", Id, sa.ForeignKey("people.id", name="fk_routes_practitioner_id"), nullable=False),
        sa.Column("hours", sa.String(400)),
        sa.Column("cover_id", Id, sa.ForeignKey("people.id", name="fk_routes_cover_id")),
        sa.PrimaryKeyConstraint("practitioner_id", name="pk_routes"),
    )
    _put_in_line()


def _put_in_line() -> None:
    """Those that wait are late three days after they were made; who had one opened it."""
    moments = ("made_at", "opened_at", "due_at")
    made = sa.table(
        "requests",
        *map(sa.column, ("id", "practitioner_id", "opened_by")),
        *(sa.column(one, Moment) for one in moments),
    )
    line = sa.table(
        "request_line", *map(sa.column, ("request_id", "place", "practitioner_id")), sa.column("told_at", Moment)
    )
    connection = op.get_bind()
    for row in connection.execute(sa.select(made)).all():
        at: datetime = row.made_at
        connection.execute(sa.insert(line).values(
            request_id=row.id, place=0, practitioner_id=row.practitioner_id, told_at=at
        ))  # fmt: skip
        new = {"due_at": at + LOOKED_AT} if row.opened_at is None else {"opened_by": row.practitioner_id}
        connection.execute(sa.update(made).where(made.c.id == row.id).values(**new))


def downgrade() -> None:
    """As it was; one that stayed after its client was erased goes."""
    op.drop_table("routes")
    op.drop_table("request_line")
    op.execute("DELETE FROM requests WHERE person_id IS NULL")
    for name in INDEXES:
        op.drop_index(name, "requests")
    with op.batch_alter_table("requests", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.alter_column("person_id", existing_type=Id, nullable=False)
        for name in ("from_card", "due_at", "late_at", "taken_back_at", "kept_at", "opened_by", "name"):
            table.drop_column(name)
