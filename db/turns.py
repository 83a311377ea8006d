"""Cigarettes that were written down with what was around them, as the round that they went: see programme.cycle."""

from collections.abc import Sequence

from sqlalchemy import select

from db.tables import smoked
from db.tx import Tx
from programme.check_in import HardMoment, Mood
from programme.cycle import Turn
from programme.feeling import Feeling
from programme.patterns import Look


async def turns(tx: Tx, person_id: int) -> Sequence[Turn]:
    """All of theirs, in the order in which they told them."""
    columns = (smoked.c.moment, smoked.c.feeling, smoked.c.mood, smoked.c.stress, smoked.c.stress_after)
    rows = await tx.run(select(*columns).where(smoked.c.person_id == person_id).order_by(smoked.c.id))
    return [
        Turn(
            moment=row.moment and HardMoment(row.moment),
            felt=(row.feeling and Feeling(row.feeling)) or (row.mood and Mood(row.mood)),
            look=None if row.stress is None else Look(row.stress, row.stress_after),
        )
        for row in rows
    ]
