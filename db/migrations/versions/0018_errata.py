"""Who is to be told that we were wrong, and those who are: of a medicine's side effects, and of answers we deleted."""

import sqlalchemy as sa
from alembic import op

from db.types import Moment

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None
Id = sa.BigInteger().with_variant(sa.Integer, "sqlite")
TOLD = ("SmokedTold", "CravingRated")


def upgrade() -> None:
    """Adds them: everybody in this database who read "keep taking" or lost answers did so before this version."""
    op.create_table(
        "errata",
        sa.Column("id", Id, primary_key=True),
        sa.Column("person_id", Id, sa.ForeignKey("people.id", name="fk_errata_person_id"), nullable=False),
        sa.Column("what", sa.String(32), nullable=False),
        sa.Column("told_at", Moment()),
        sa.Column("told_on", sa.Date),
        sa.UniqueConstraint("person_id", "what", name="uq_errata_person_id_what"),
        sqlite_autoincrement=True,
    )
    connection = op.get_bind()
    rows = [{"person_id": one, "what": "side-effects"} for one in _side_effects(connection)]
    rows += [{"person_id": one, "what": "answers"} for one in _lost(connection)]
    errata = sa.table("errata", sa.column("person_id"), sa.column("what"))
    if rows:
        connection.execute(sa.insert(errata), rows)


def _side_effects(connection: sa.Connection) -> list[int]:
    """Who said that something they use to stop has side effects: the screen that followed had it."""
    aids = sa.table("aids", sa.column("person_id"), sa.column("going"))
    said = sa.select(aids.c.person_id).distinct().where(aids.c.going == "side-effects")
    return sorted(connection.execute(said).scalars())


def _lost(connection: sa.Connection) -> list[int]:
    """Who left while their answers were kept, had told of smoking or cravings, and of all that has nothing left."""
    events = sa.table("events", *map(sa.column, ("person_id", "kind", "at")))
    consents = sa.table("consents", *map(sa.column, ("id", "person_id", "item", "granted", "at")))
    left, told = events.alias("departure"), events.alias("told")
    agreed = (
        sa.select(consents.c.granted)
        .where(consents.c.person_id == left.c.person_id, consents.c.item == "keep_answers", consents.c.at < left.c.at)
        .order_by(consents.c.id.desc())
        .limit(1)
        .scalar_subquery()
    )
    tells = sa.exists().where(told.c.person_id == left.c.person_id, told.c.kind.in_(TOLD), told.c.at <= left.c.at)
    there = []
    for name, column in (("smoked", "told_at"), ("cravings", "at")):
        table = sa.table(name, sa.column("person_id"), sa.column(column))
        there.append(sa.exists().where(table.c.person_id == left.c.person_id, table.c[column] <= left.c.at))
    wanted = (
        sa.select(left.c.person_id)
        .distinct()
        .where(left.c.kind == "ClientLeft", sa.func.coalesce(agreed, sa.false()), tells, ~there[0], ~there[1])
    )
    return sorted(connection.execute(wanted).scalars())


def downgrade() -> None:
    """Takes them away."""
    op.drop_table("errata")
