"""Which words a screen awaits, so that a detour or a reply to another message does not lose the question."""

from alembic import op
from sqlalchemy import Column, String, text

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds it. What is awaited now is known of its screen too."""
    op.add_column("screens", Column("awaits", String(32)))
    op.execute(
        text(
            "UPDATE screens SET awaits = (SELECT awaiting FROM people WHERE people.awaiting_screen = screens.id) "
            "WHERE id IN (SELECT awaiting_screen FROM people WHERE awaiting_screen IS NOT NULL)"
        )
    )


def downgrade() -> None:
    """Takes it away."""
    op.drop_column("screens", "awaits")
