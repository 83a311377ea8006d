"""On SQLite the number of a row that is gone is given out no more."""

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None
COUNT_THEIR_ROWS = (
    "aids", "consents", "cravings", "easier", "encouragements", "events", "hsi", "invites", "links", "medicines",
    "mpss", "outbox", "outcomes", "own_words", "people", "prompts", "proposals", "quit_attempts", "reasons", "requests",
    "screens", "session_notes", "smoked", "supporters", "toolkit_items",
)  # fmt: skip


def upgrade() -> None:
    """Makes each table anew that counts its own rows, with all that is in it."""
    _make_anew(autoincrement=True)


def downgrade() -> None:
    """As it was."""
    _make_anew(autoincrement=False)


def _make_anew(*, autoincrement: bool) -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    for table in COUNT_THEIR_ROWS:
        with op.batch_alter_table(table, recreate="always", table_kwargs={"sqlite_autoincrement": autoincrement}):
            pass
