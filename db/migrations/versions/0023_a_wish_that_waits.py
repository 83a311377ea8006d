"""A wish that would tell a supporter of stopping waits until its client says that it may."""

from alembic import op
from sqlalchemy import Column

from db.types import Sealed

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds it. A wish that is there stays: its client wrote it below the words "sees it as you write it"."""
    op.add_column("supporters", Column("waits", Sealed))


def downgrade() -> None:
    """Takes it away, with what waits: it was shown to nobody."""
    op.drop_column("supporters", "waits")
