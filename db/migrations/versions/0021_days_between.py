"""Check-ins about several days, and what was usual, and cost what, before it changed."""

from alembic import op
from sqlalchemy import BigInteger, Column, Date, ForeignKey, Integer, String, column, select, table, text

from db.types import Json

revision = "0021"
down_revision = "0019"
branch_labels = None
depends_on = None

Id = BigInteger().with_variant(Integer, "sqlite")
_CHECK_INS = table("check_ins", column("prompt_id"), column("skipped", Json()))


def upgrade() -> None:
    """Adds them. What was said so far was about its own day alone, and what was told of a usual day held all along."""
    op.add_column("check_ins", Column("since", Date))
    op.add_column("check_ins", Column("smoked_on", Date))
    op.create_table(
        "usual_before",
        Column("person_id", Id, ForeignKey("people.id"), primary_key=True),
        Column("until", Date, primary_key=True),
        Column("a_day", Integer, nullable=False),
        Column("price", Integer),
        Column("currency", String(3)),
        Column("packet_of", Integer, nullable=False),
    )


def downgrade() -> None:
    """Takes them away; the question that is not known any more stands nowhere."""
    op.drop_table("usual_before")
    op.drop_column("check_ins", "smoked_on")
    op.drop_column("check_ins", "since")
    op.execute(text("UPDATE check_ins SET question = 'moment' WHERE question = 'which_day'"))
    found = op.get_bind().execute(select(_CHECK_INS.c.prompt_id, _CHECK_INS.c.skipped)).all()
    for prompt_id, skipped in found:
        if "which_day" in skipped:
            kept = [one for one in skipped if one != "which_day"]
            op.get_bind().execute(_CHECK_INS.update().where(_CHECK_INS.c.prompt_id == prompt_id).values(skipped=kept))
