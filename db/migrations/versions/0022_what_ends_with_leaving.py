"""What leaving ends is no "no" that anybody said; and no answer outlives the no that was said to keeping answers."""

from alembic import op
from sqlalchemy import Column, Date, String, text

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None
# Events that are answers, and stayed when those went.
STAYED = (
    "TreatedSaid", "FollowUpEnded", "FollowUpGoesOn", "LookBackOffered", "LookBackFits", "ReplayShown", "ReplayStopped",
    "AgreementHidden", "UsualTold", "UsualTakenBack", "BeliefKept", "BeliefRated", "NoteKept", "NoteForgotten",
    "SessionNoteKept", "SessionNoteForgotten", "PassedOnRated", "GoalSet", "GoalBack", "GoalDropped", "ProblemNamed",
    "ProblemBack", "ProblemLeft", "IdeaAdded", "IdeaPicked", "OccasionPlanned", "OccasionSet", "NotReady",
    "LeftForTonight", "BackForTonight", "MedicineChecked",
)  # fmt: skip
# Whoever said no to keeping answers, and no yes since: all that they had told went with that.
TOOK_BACK = """
    SELECT c.person_id FROM consents c WHERE c.item = 'keep_answers' AND NOT c.granted AND c.why IS NULL AND c.id = (
        SELECT MAX(n.id) FROM consents n WHERE n.person_id = c.person_id AND n.item = c.item AND n.why IS NULL
    )
"""
ENDED = """
    UPDATE consents SET why = 'left' WHERE NOT granted AND EXISTS (
        SELECT 1 FROM events e WHERE e.kind = 'ClientLeft' AND e.person_id = consents.person_id AND e.at = consents.at
    )
"""
ENDED_NOTHING = """
    DELETE FROM consents WHERE why = 'left' AND NOT EXISTS (
        SELECT 1 FROM consents b WHERE b.granted AND b.id = (
            SELECT MAX(n.id) FROM consents n
            WHERE n.person_id = consents.person_id AND n.item = consents.item AND n.id < consents.id
        )
    )
"""


def upgrade() -> None:
    """Adds until when what was left is kept (care.people.retention names a day to who left before), and why a yes
    ended.

    Rows that leaving wrote say that they are no word of anybody's; where there had been no yes, nothing had ended.
    """
    op.add_column("clients", Column("keep_until", Date))
    op.add_column("consents", Column("why", String(8)))
    op.execute(text(ENDED))
    op.execute(text(ENDED_NOTHING))
    kinds = ", ".join(f"'{kind}'" for kind in STAYED)
    op.execute(text(f"DELETE FROM events WHERE kind IN ({kinds}) AND person_id IN ({TOOK_BACK})"))  # noqa: S608
    op.execute(text(f"UPDATE encouragements SET helped = NULL WHERE to_id IN ({TOOK_BACK})"))  # noqa: S608


def downgrade() -> None:
    """Takes it away; what had ended is a no, as it was."""
    op.drop_column("consents", "why")
    op.drop_column("clients", "keep_until")
