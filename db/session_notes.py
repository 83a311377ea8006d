"""What clients want to bring to a session, and what was agreed in one: their words, sealed under their own key."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, insert, select, update

from db.tables import session_notes
from db.tx import Tx
from programme.plan import NEVER
from programme.session import Note, SessionNote

_COLUMNS = tuple(session_notes.c[name] for name in SessionNote.__slots__)


def _note(tx: Tx, row: Row[Any]) -> SessionNote:
    words = tx.unseal(row.person_id, row.words) or ""
    return SessionNote(row.id, row.person_id, row.session_on, Note(row.note), words, bool(row.shared))


async def put(tx: Tx, person_id: int, session_on: date, note: Note, words: str, *, shared: bool = False) -> int:
    """Keep these words about the session of that local date; gives their id."""
    values = {"person_id": person_id, "session_on": session_on, "note": note.value, "words": tx.seal(person_id, words)}
    made = insert(session_notes).values(**values, shared=shared, made_at=tx.now).returning(session_notes.c.id)
    return int((await tx.run(made)).scalar_one())


async def remove(tx: Tx, person_id: int, note_id: int) -> bool:
    """That one goes for good; False where it is not theirs."""
    theirs = and_(session_notes.c.person_id == person_id, session_notes.c.id == note_id)
    return (await tx.run(delete(session_notes).where(theirs))).rowcount > 0


async def is_shared(tx: Tx, person_id: int, note_id: int) -> bool:
    """Whether the practitioner is shown that note of theirs."""
    mine = session_notes.c.id == note_id, session_notes.c.person_id == person_id, session_notes.c.shared
    return (await tx.run(select(session_notes.c.id).where(*mine))).first() is not None


async def carry(tx: Tx, person_id: int, since: date, to: date) -> None:
    """What they want to bring to a session of that local date or later is for the one of the date `to` from now on."""
    theirs = and_(session_notes.c.person_id == person_id, session_notes.c.note == Note.BRING.value)
    await tx.run(update(session_notes).where(theirs, session_notes.c.session_on >= since).values(session_on=to))


async def of_session(tx: Tx, person_id: int, session_on: date, note: Note) -> Sequence[SessionNote]:
    """What that client wrote about the session of that date, oldest first."""
    wanted = select(*_COLUMNS).where(
        session_notes.c.person_id == person_id,
        session_notes.c.session_on == session_on,
        session_notes.c.note == note.value,
    )
    return [_note(tx, row) for row in await tx.run(wanted.order_by(session_notes.c.id))]


_LATEST = (
    select(*_COLUMNS)
    .where(
        session_notes.c.person_id == bindparam("person"),
        session_notes.c.note == Note.AGREED.value,
        session_notes.c.session_on >= bindparam("first"),
    )
    .order_by(session_notes.c.session_on, session_notes.c.id)
)


async def agreed_last(tx: Tx, person_id: int, first: date) -> Sequence[SessionNote]:
    """What was agreed in that client's last session that has such words, from that date on; oldest first."""
    found = [_note(tx, row) for row in await tx.run(_LATEST, {"person": person_id, "first": first})]
    return [one for one in found if one.session_on == found[-1].session_on]


async def share(tx: Tx, person_id: int, session_on: date, *, shared: bool) -> bool:
    """Show what they want to bring to their practitioner, or no more; False where nothing is there."""
    result = await tx.run(
        update(session_notes)
        .where(
            session_notes.c.person_id == person_id,
            session_notes.c.session_on == session_on,
            session_notes.c.note == Note.BRING.value,
        )
        .values(shared=shared)
    )
    return result.rowcount > 0


async def unshare(tx: Tx, person_id: int) -> bool:
    """Nothing that they want to bring to any session is shown any more; False where nothing was."""
    shown = update(session_notes).where(session_notes.c.person_id == person_id, session_notes.c.shared)
    return (await tx.run(shown.values(shared=False))).rowcount > 0


async def shared_since(
    tx: Tx, person_ids: Collection[int], first: date, by: datetime = NEVER
) -> Mapping[int, Sequence[SessionNote]]:
    """What these clients want to bring to sessions from that date on, chose to show, and had written by then (UTC)."""
    rows = await tx.run(
        select(*_COLUMNS)
        .where(
            session_notes.c.person_id.in_(set(person_ids)),
            session_notes.c.session_on >= first,
            session_notes.c.note == Note.BRING.value,
            session_notes.c.shared,
            session_notes.c.made_at <= by,
        )
        .order_by(session_notes.c.id)
    )
    found: dict[int, list[SessionNote]] = defaultdict(list)
    for row in rows:
        found[row.person_id].append(_note(tx, row))
    return found
