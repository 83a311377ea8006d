"""Who lived through the old way of counting is to be told what it is now: clients of days, practitioners of results."""

import sqlalchemy as sa
from alembic import op

from db.types import Moment

revision = "0026"
down_revision = "0023"
branch_labels = None
depends_on = None
KINDS = ("days", "weeks")


def upgrade() -> None:
    """Adds them. The last thing that happened is the last moment that anything was counted the old way."""
    op.add_column("errata", sa.Column("as_of", Moment()))
    connection = op.get_bind()
    events = sa.table("events", sa.column("at", Moment))
    as_of = connection.execute(sa.select(sa.func.max(events.c.at, type_=Moment()))).scalar()
    whose = {"days": _clients(connection), "weeks": _practitioners(connection)}
    rows = [{"person_id": one, "what": what, "as_of": as_of} for what in KINDS for one in whose[what]]
    errata = sa.table("errata", sa.column("person_id"), sa.column("what"), sa.column("as_of", Moment))
    if rows and as_of is not None:
        connection.execute(sa.insert(errata), rows)


def _clients(connection: sa.Connection) -> list[int]:
    """Who is here and said "not at all" of days since an earlier one: these days were in no count."""
    clients = sa.table("clients", sa.column("person_id"), sa.column("left_at"))
    outcomes = sa.table("outcomes", *map(sa.column, ("person_id", "smoked_to", "entered_by")))
    none = sa.exists().where(
        outcomes.c.person_id == clients.c.person_id, outcomes.c.smoked_to == 0, outcomes.c.entered_by.is_(None)
    )
    wanted = sa.select(clients.c.person_id).where(clients.c.left_at.is_(None), none)
    return sorted(connection.execute(wanted).scalars())


def _practitioners(connection: sa.Connection) -> list[int]:
    """Who was sent a Monday, or looked at outcomes."""
    practitioners = sa.table("practitioners", sa.column("person_id"))
    screens = sa.table("screens", sa.column("person_id"), sa.column("name"))
    events = sa.table("events", sa.column("actor_id"), sa.column("kind"))
    monday = sa.exists().where(screens.c.person_id == practitioners.c.person_id, screens.c.name == "weekly")
    read = sa.exists().where(events.c.actor_id == practitioners.c.person_id, events.c.kind == "OutcomesRead")
    return sorted(connection.execute(sa.select(practitioners.c.person_id).where(monday | read)).scalars())


def downgrade() -> None:
    """Takes them away: an older program does not know these kinds."""
    errata = sa.table("errata", sa.column("what"))
    op.execute(sa.delete(errata).where(errata.c.what.in_(KINDS)))
    op.drop_column("errata", "as_of")
