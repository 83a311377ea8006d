"""What people told us, and forgetting it when they no longer want it kept.

Each table says which yes its rows go with (db.tables.kept). Where a part of a table does, it is forgotten here by hand.
"""

from typing import Final

from sqlalchemy import and_, bindparam, delete, select, update

from db import audit, ledger, wordings
from db.tables import encouragements, events, own_words, screens
from db.tx import Tx
from programme.consent import Item
from programme.event_kinds import going_with, parted_with
from programme.own_words import TOOLS

# Screens whose args are, in part, codes of answers.
OF_ANSWERS: Final = frozenset({"aids", "check_in", "diary", "easier", "hsi", "medicine", "medicines", "mpss", "smoked"})

_VALUE = "value"
_KEEP_DATA = update(events).where(events.c.id == bindparam("event")).values(data=bindparam("kept"))


async def forget_answers(tx: Tx, person_id: int) -> None:
    """Delete what that person said in every check-in, in its events too. That they were asked, and answered, stays.

    Of smoking, cravings, outcomes and all else they told of, nothing stays, nor of days counted: there the telling is
    the answer. Which texts our messages to them had is forgotten too, as that can tell an answer, and so are the codes
    on screens.
    """
    await wordings.forget_of(tx, person_id)
    for table in ledger.going_with(Item.KEEP_ANSWERS):
        await tx.run(delete(table).where(table.c.person_id == person_id))
    written = own_words.c.person_id == person_id, own_words.c.kind.not_in([one.value for one in TOOLS])
    await tx.run(delete(own_words).where(*written))
    await tx.run(update(encouragements).where(encouragements.c.to_id == person_id).values(helped=None))
    await tx.run(
        update(screens).where(screens.c.person_id == person_id, screens.c.name.in_(OF_ANSWERS)).values(args={})
    )
    await _forget_events(tx, person_id)


async def _forget_events(tx: Tx, person_id: int) -> None:
    gone, parted = going_with(Item.KEEP_ANSWERS), parted_with(Item.KEEP_ANSWERS)
    await audit.empty(tx, and_(events.c.person_id == person_id, events.c.kind.in_(gone)))
    await tx.run(delete(events).where(events.c.person_id == person_id, events.c.kind.in_(gone)))
    told = select(events.c.id, events.c.data).where(events.c.person_id == person_id, events.c.kind.in_(parted))
    kept = [
        {"event": row.id, "kept": {name: code for name, code in row.data.items() if name != _VALUE}}
        for row in await tx.run(told)
        if _VALUE in row.data
    ]
    if kept:
        await tx.run(_KEEP_DATA, kept)
