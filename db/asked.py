"""On which days somebody was asked whether they smoked."""

from datetime import date

from sqlalchemy import bindparam, or_, select

from db.tables import prompts
from db.tx import Tx
from programme.course import WHOLE
from programme.plan import CHECK_IN
from programme.prompt import PromptState

_NEVER_CAME = (PromptState.MISSED_BY_US, PromptState.CANNOT_REACH, PromptState.PAUSED, PromptState.CANCELLED)
_FORMS = [form.value for form in WHOLE if form is not None]
_DAYS = select(prompts.c.local_date).where(
    prompts.c.person_id == bindparam("person"),
    prompts.c.kind == CHECK_IN,
    prompts.c.local_date >= bindparam("first"),
    prompts.c.opened_at.is_not(None),
    prompts.c.state.not_in([state.value for state in _NEVER_CAME]),
    or_(prompts.c.form.is_(None), prompts.c.form.in_(_FORMS)),
)


async def days(tx: Tx, person_id: int, first: date) -> set[date]:
    """The local dates from `first` on, on which a whole check-in reached them, answered or not."""
    return set((await tx.run(_DAYS, {"person": person_id, "first": first})).scalars())
