"""What people told us, table by table, and forgetting it when they no longer want it kept.

Every table about people stands here once: what it holds is an answer, or in part, or why it is none.
"""

from collections.abc import Mapping
from typing import Final

from sqlalchemy import and_, bindparam, delete, select, update

from db import audit, wordings
from db.tables import (
    aids,
    check_ins,
    cravings,
    easier,
    encouragements,
    events,
    hsi,
    medicines,
    mpss,
    outcomes,
    own_words,
    prepared,
    screens,
    session_notes,
    smoked,
    usual,
    usual_before,
)
from db.tx import Tx
from programme.consent import Item
from programme.event_kinds import going_with, parted_with
from programme.own_words import TOOLS

ANSWERS: Final = (
    check_ins, smoked, cravings, outcomes, prepared, session_notes, usual, usual_before, hsi, mpss, medicines, aids,
    easier,
)  # fmt: skip
IN_PART: Final[Mapping[str, str]] = {
    "events": "by their kind: programme.event_kinds",
    "own_words": "all but the tools: programme.own_words",
    "encouragements": "whether words from a supporter helped",
    "outbox": "which texts a message had",
    "screens": "codes of what was tapped: OF_ANSWERS",
}
NONE: Final[Mapping[str, str]] = {
    "people": "who they are", "practitioners": "a role", "clients": "a role, and how they want to be asked",
    "invites": "links", "consents": "yes and no themselves",
    "plans": "what is to come", "prompts": "that they were asked, and answered", "pauses": "what is not to come",
    "stopped": "what is not to come", "tonight": "tonight's peace; gone when it is over",
    "soft": "soft hours; gone when they are over", "proposals": "changes of their times", "switches": "their settings",
    "quit_attempts": "dates that plans stand on", "sessions": "a date", "toolkit_items": "a tool", "reasons": "a tool",
    "received": "what we said", "errata": "what we said",
    "supporters": "whom they asked", "requests": "what they asked of somebody", "request_line": "whom they asked",
    "routes": "a practitioner's", "links": "a practitioner's",
}  # fmt: skip
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
    for table in ANSWERS:
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
