"""What goes by its age, as each table says (db.tables.kept)."""

from collections import Counter
from collections.abc import Mapping
from datetime import datetime
from typing import Any, Final

from sqlalchemy import ColumnElement, Table, delete, func, or_, select, update

from db import ledger
from db.tables import people, prompts
from db.tables.kept import Goes
from db.tx import Tx

_GONE: Final = select(people.c.id).where(people.c.telegram_id.is_(None))


async def drop_aged(tx: Tx) -> Mapping[str, int]:
    """By the words of each rule: how many rows went, or lost what is old of them."""
    tally: Counter[str] = Counter()
    for table, rule in ledger.ageing():
        tally[rule.rule] += await _apply(tx, table, rule, tx.now - rule.after)
    return tally


async def _apply(tx: Tx, table: Table, rule: Goes, before: datetime) -> int:
    old = list(_old(table, rule, before))
    if not rule.emptied:
        return (await tx.run(delete(table).where(*old))).rowcount
    there = or_(*(table.c[name].is_not(None) for name in rule.emptied))
    return (await tx.run(update(table).where(*old, there).values(dict.fromkeys(rule.emptied)))).rowcount


def _old(table: Table, rule: Goes, before: datetime) -> Any:
    """The conditions under which a row is one of that rule."""
    yield _long_ago(table, rule.since, before)
    if rule.only is not None:
        yield rule.only(table)
    person = table.c[ledger.of(table).whose[0].column] if rule.newest or rule.gone else None
    if rule.newest:
        yield table.c.id.not_in(select(func.max(table.c.id)).group_by(person))
    if rule.gone and person is not None:
        yield person.in_(_GONE)


def _long_ago(table: Table, since: str, before: datetime) -> ColumnElement[bool]:
    if since:
        return table.c[since] < before
    return table.c.prompt_id.in_(select(prompts.c.id).where(prompts.c.due_at < before))
