"""Whose crisis numbers somebody chose; and screens that forget within hours what they were about."""

from alembic import op
from sqlalchemy import Column, String, text

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody has chosen yet: their clock says nothing of the nation."""
    op.add_column("people", Column("nation", String(6)))
    passing = text("name IN ('crisis', 'quiet_line')")
    op.create_index("ix_screens_passing", "screens", ["made_at"], sqlite_where=passing, postgresql_where=passing)


def downgrade() -> None:
    """The choice goes."""
    op.drop_index("ix_screens_passing", "screens")
    op.drop_column("people", "nation")
