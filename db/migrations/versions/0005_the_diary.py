"""What was around a cigarette or an urge, and stress at the time and forty minutes later."""

from typing import Any

from alembic import op
from sqlalchemy import Boolean, Column, Integer, String

from db.types import Moment

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def _around() -> tuple[Column[Any], ...]:
    words = (Column(name, String(16)) for name in ("feeling", "place", "company", "function"))
    return (Column("was_at", Moment), Column("zone", String(64)), *words)


def _new() -> tuple[tuple[str, tuple[Column[Any], ...]], ...]:
    stress = (Column("stress", Integer), Column("stress_after", Integer), Column("stress_after_at", Moment))
    return (
        ("smoked", (*_around(), *stress)),
        ("cravings", (Column("moment", String(16)), *_around())),
        ("clients", (Column("look_back", Boolean),)),
    )


def upgrade() -> None:
    """Adds the columns; what was told before has none of it."""
    for table, columns in _new():
        for column in columns:
            op.add_column(table, column)


def downgrade() -> None:
    """Takes them away."""
    for table, columns in _new():
        for column in columns:
            op.drop_column(table, column.name)
