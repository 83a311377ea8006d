"""Which update a message came of, for the log; and what was set aside is found without looking through all there is."""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None
INDEXES = (
    ("ix_outbox_uncertain", "outbox", "id", "state = 'uncertain'"),
    ("ix_inbox_dead", "inbox", "received_at", "state = 'dead'"),
)


def upgrade() -> None:
    """Adds them. Of what was put down before, nobody knows the update any more."""
    op.add_column("outbox", sa.Column("update_id", sa.BigInteger()))
    for name, table, column, where in INDEXES:
        op.create_index(name, table, [column], sqlite_where=sa.text(where), postgresql_where=sa.text(where))


def downgrade() -> None:
    """Takes them away."""
    for name, table, _, _ in INDEXES:
        op.drop_index(name, table_name=table)
    op.drop_column("outbox", "update_id")
