"""What the nightly jobs removed stays beside when they did it, for whoever looks after the service."""

import sqlalchemy as sa
from alembic import op

from db.types import Json

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Adds the column."""
    op.add_column("job_runs", sa.Column("tally", Json()))


def downgrade() -> None:
    """Drops it again."""
    op.drop_column("job_runs", "tally")
