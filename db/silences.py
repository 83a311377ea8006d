"""How long people have been silent, counted from what was due to them since anything came from them."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import and_, case, distinct, func, or_, select

from db.tables import people, prompts
from db.tx import Tx
from programme.course import Form
from programme.day import ASKING
from programme.prompt import QUIET, PromptState
from programme.silence import Silence

_S = PromptState
_WENT_OUT = and_(
    prompts.c.opened_at.is_not(None), prompts.c.state.not_in([_S.MISSED_BY_US.value, _S.CANNOT_REACH.value])
)
_UNANSWERED = and_(
    prompts.c.state.in_([_S.EXPIRED.value, _S.REPLACED.value]),
    prompts.c.seen_at.is_(None),
    prompts.c.answered_at.is_(None),
)
# What came after a crisis card, and has no answer, is no silence (programme.soft).
_COUNTED = or_(prompts.c.form.is_(None), prompts.c.form != Form.SOFT.value)
_HELD = and_(prompts.c.state == _S.SKIPPED.value, prompts.c.reason == QUIET)
_SILENT = or_(and_(_UNANSWERED, _COUNTED), _HELD)
_SILENT_ON = case((_SILENT, prompts.c.local_date))
_COUNTS = (
    func.count(distinct(_SILENT_ON)),
    func.min(_SILENT_ON),
    func.max(_SILENT_ON),
    func.max(case((_WENT_OUT, prompts.c.local_date))),
    func.count(case((and_(_WENT_OUT, prompts.c.form == Form.QUIET.value), 1))),
    func.count(case((and_(_WENT_OUT, prompts.c.form == Form.LAST.value), 1))),
)


async def silences(tx: Tx, heard: Mapping[int, tuple[datetime, str]]) -> dict[int, Silence]:
    """The silence of these people (when each was last heard of, and their zone), in one statement.

    A silent day is a local date behind them, after that on which they were heard of, with a question that arrived and
    has no answer, or one that was held back for silence. What we missed, could not bring or left out for other reasons
    makes no silence.
    """
    if not heard:
        return {}
    since = func.coalesce(people.c.heard_at, people.c.first_seen_at)
    rows = await tx.run(
        select(prompts.c.person_id, *_COUNTS)
        .join(people, people.c.id == prompts.c.person_id)
        .where(
            prompts.c.person_id.in_(heard),
            prompts.c.due_at > since,
            prompts.c.kind.in_(ASKING),
            prompts.c.plan_id.is_not(None),
        )
        .group_by(prompts.c.person_id)
    )
    return {person_id: _silence(tx.now, *heard[person_id], *counts) for person_id, *counts in map(tuple, rows)}


def _silence(now: datetime, heard_at: datetime, zone: str, days: int, first: Any, last: Any, *rest: Any) -> Silence:
    asked_on, asked_kindly, said_last = rest
    place = ZoneInfo(zone)
    if days and last >= now.astimezone(place).date():
        days -= 1  # today is not over
    if days and first <= heard_at.astimezone(place).date():
        days -= 1  # something came from them that day
    return Silence(max(days, 0), asked_on, bool(asked_kindly), bool(said_last))
