"""When whoever opened an invitation let go of it."""

from alembic import op
from sqlalchemy import Column

from db.types import Moment

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds it. Of links that were let go of before, that is not known."""
    op.add_column("invites", Column("declined_at", Moment))


def downgrade() -> None:
    """Takes it away."""
    op.drop_column("invites", "declined_at")
