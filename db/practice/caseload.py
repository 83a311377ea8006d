"""What is stored of many clients at once: each kind of row is read in one statement."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import func, or_, select

from db.schedule.prompts import to_prompt
from db.tables import check_ins, prompts, quit_attempts, smoked
from db.tx import Tx
from programme.quitting.attempts import Attempt
from programme.schedule.plan import CHECK_IN, NEVER, OUTCOME
from programme.schedule.prompt import Prompt

_PROMPT = tuple(prompts.c[name] for name in Prompt.__slots__)
_ATTEMPT = tuple(quit_attempts.c[name] for name in Attempt.__slots__)


async def check_ins_since(tx: Tx, person_ids: Collection[int], since: datetime) -> Mapping[int, Sequence[Prompt]]:
    """Their check-ins of what was due since then, oldest first, by person."""
    rows = await tx.run(
        select(*_PROMPT)
        .where(prompts.c.person_id.in_(set(person_ids)), prompts.c.due_at >= since, prompts.c.kind == CHECK_IN)
        .order_by(prompts.c.due_at, prompts.c.id)
    )
    found: dict[int, list[Prompt]] = defaultdict(list)
    for row in rows:
        prompt = to_prompt(row)
        found[prompt.person_id].append(prompt)
    return found


async def last_heard(tx: Tx, person_ids: Collection[int], by: datetime) -> Mapping[int, date]:
    """The last local date for which each of them had answered a check-in or an outcome question by then (UTC)."""
    rows = await tx.run(
        select(prompts.c.person_id, func.max(prompts.c.local_date).label("heard"))
        .where(prompts.c.person_id.in_(set(person_ids)), prompts.c.kind.in_((CHECK_IN, OUTCOME)))
        .where(prompts.c.answered_at <= by)
        .group_by(prompts.c.person_id)
    )
    return {row.person_id: row.heard for row in rows}


async def last_told(tx: Tx, person_ids: Collection[int], by: datetime) -> Mapping[int, datetime]:
    """When each of them last told of a cigarette between check-ins, by then (UTC)."""
    rows = await tx.run(
        select(smoked.c.person_id, func.max(smoked.c.told_at).label("told"))
        .where(smoked.c.person_id.in_(set(person_ids)), smoked.c.told_at <= by)
        .group_by(smoked.c.person_id)
    )
    return {row.person_id: row.told for row in rows}


async def shared_words(tx: Tx, prompt_ids: Collection[int]) -> Mapping[int, str]:
    """The words of these check-ins that their clients chose to show, by prompt."""
    rows = await tx.run(
        select(check_ins.c.prompt_id, check_ins.c.person_id, check_ins.c.words).where(
            check_ins.c.prompt_id.in_(set(prompt_ids)), check_ins.c.words_shared
        )
    )
    words = ((row.prompt_id, tx.unseal(row.person_id, row.words)) for row in rows)
    return {prompt_id: said for prompt_id, said in words if said}


async def next_asked(tx: Tx, person_ids: Collection[int], after: datetime) -> Mapping[int, date]:
    """The local date of the first check-in that came due after that moment (UTC), by its plan.

    Not one that was over by then, as it was done before it was due.
    """
    rows = await tx.run(
        select(prompts.c.plan_id, func.min(prompts.c.local_date).label("next"))
        .where(prompts.c.person_id.in_(set(person_ids)), prompts.c.kind == CHECK_IN, prompts.c.plan_id.is_not(None))
        .where(prompts.c.due_at > after, func.coalesce(prompts.c.closed_at, prompts.c.opened_at) > after)
        .group_by(prompts.c.plan_id)
    )
    return {row.plan_id: row.next for row in rows}


async def attempts(tx: Tx, person_ids: Collection[int], by: datetime = NEVER) -> Mapping[int, Attempt]:
    """The attempt of each that goes on, or did `by` then (UTC), whether its day has come or not."""
    rows = await tx.run(
        select(*_ATTEMPT)
        .where(quit_attempts.c.person_id.in_(set(person_ids)), quit_attempts.c.made_at <= by)
        .where(or_(quit_attempts.c.ended_at.is_(None), quit_attempts.c.ended_at > by))
        .order_by(quit_attempts.c.id)
    )
    return {row.person_id: replace(Attempt(*tuple(row)), ended_on=None) for row in rows}
