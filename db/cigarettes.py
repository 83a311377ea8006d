"""What outcomes are reckoned from and no other act needs: numbers of cigarettes by day."""

from datetime import date

from sqlalchemy import select

from db.tables import check_ins, prompts
from db.tx import Tx


async def cigarettes(tx: Tx, person_id: int) -> list[tuple[date, int, int | None]]:
    """Of each check-in in which they said how many: its local date, and the range (None: no upper end)."""
    rows = await tx.run(
        select(prompts.c.local_date, check_ins.c.cigarettes_from, check_ins.c.cigarettes_to)
        .join(prompts, prompts.c.id == check_ins.c.prompt_id)
        .where(check_ins.c.person_id == person_id, check_ins.c.cigarettes_from.is_not(None))
        .order_by(prompts.c.local_date, prompts.c.id)
    )
    return [(row.local_date, row.cigarettes_from, row.cigarettes_to) for row in rows]
