"""Links can be taken back, and wrong ones are counted without looking through all events."""

from alembic import op
from sqlalchemy import Column, text

from db.types import Moment

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds both. Nothing was taken back so far."""
    op.add_column("invites", Column("taken_back_at", Moment))
    tried = text("kind = 'InviteTried'")
    op.create_index("ix_events_tried", "events", ["at"], sqlite_where=tried, postgresql_where=tried)


def downgrade() -> None:
    """Takes them away. A link that was taken back has run out, and stays so."""
    op.drop_index("ix_events_tried", "events")
    op.drop_column("invites", "taken_back_at")
