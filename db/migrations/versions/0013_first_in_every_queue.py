"""Who is a stranger in the inbox, which messages have no buttons, and what is looked up for caps."""

from alembic import op
from sqlalchemy import Boolean, Column, text

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None
WAITING, CRISIS = text("state = 'waiting'"), text("crisis")


def upgrade() -> None:
    """Rows that are there are nobody's strangers, and their messages may have buttons: so both begin as false."""
    op.add_column("inbox", Column("stranger", Boolean(), nullable=False, server_default=text("false")))
    op.add_column("screens", Column("bare", Boolean(), nullable=False, server_default=text("false")))
    op.drop_index("ix_inbox_turn", table_name="inbox")
    _turn("looked", "stranger", "update_id")
    op.create_index(
        "ix_inbox_crisis", "inbox", ["telegram_id", "received_at"], sqlite_where=CRISIS, postgresql_where=CRISIS
    )
    op.create_index("ix_invites_opened", "invites", ["opened_by"])


def downgrade() -> None:
    """As it was."""
    op.drop_index("ix_invites_opened", table_name="invites")
    op.drop_index("ix_inbox_crisis", table_name="inbox")
    op.drop_index("ix_inbox_turn", table_name="inbox")
    _turn("looked", "update_id")
    op.drop_column("screens", "bare")
    op.drop_column("inbox", "stranger")


def _turn(*columns: str) -> None:
    op.create_index("ix_inbox_turn", "inbox", list(columns), sqlite_where=WAITING, postgresql_where=WAITING)
