"""Whose crisis numbers somebody chose."""

from alembic import op
from sqlalchemy import Column, String

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody has chosen yet: their clock says nothing of the nation."""
    op.add_column("people", Column("nation", String(6)))


def downgrade() -> None:
    """The choice goes."""
    op.drop_column("people", "nation")
