"""Next sessions, notes for them, and links that are passed on, as they are stored."""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, and_, bindparam, delete, insert, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import links, session_notes, sessions
from db.tx import Tx
from programme.practice.sessions import Link, Note, SessionNote
from programme.schedule.plan import NEVER


async def put(tx: Tx, person_id: int, at: datetime, set_by: int | None = None) -> None:
    """That client's next session is then (UTC), in place of what was entered before; `set_by` said so."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    said = {"at": at, "set_by": set_by}
    held = make(sessions).values(person_id=person_id, **said)
    await tx.run(held.on_conflict_do_update(index_elements=["person_id"], set_=said))


async def move(tx: Tx, person_id: int, at: datetime) -> None:
    """The session that was entered for that client is then (UTC); who entered it stays."""
    await tx.run(update(sessions).where(sessions.c.person_id == person_id).values(at=at))


async def last(tx: Tx, person_id: int) -> datetime | None:
    """The session that was entered last for that client (UTC), whether or not it is over; None: none was."""
    at: datetime | None = (await tx.run(select(sessions.c.at).where(sessions.c.person_id == person_id))).scalar()
    return at


async def remove(tx: Tx, person_id: int) -> bool:
    """No next session of that client is known; False where none was."""
    return (await tx.run(delete(sessions).where(sessions.c.person_id == person_id))).rowcount > 0


async def upcoming(tx: Tx, person_ids: Collection[int]) -> dict[int, datetime]:
    """The next sessions of these clients (UTC), in one statement; who has none, or one that is over, is left out."""
    rows = await tx.run(
        select(sessions.c.person_id, sessions.c.at).where(
            sessions.c.person_id.in_(set(person_ids)), sessions.c.at >= tx.now
        )
    )
    return {row.person_id: row.at for row in rows}


_NOTE_COLUMNS = tuple(session_notes.c[name] for name in SessionNote.__slots__)


def _note(tx: Tx, row: Row[Any]) -> SessionNote:
    words = tx.unseal(row.person_id, row.words) or ""
    return SessionNote(row.id, row.person_id, row.session_on, Note(row.note), words, bool(row.shared))


async def put_note(tx: Tx, person_id: int, session_on: date, note: Note, words: str, *, shared: bool = False) -> int:
    """Keep these words about the session of that local date; gives their id."""
    values = {"person_id": person_id, "session_on": session_on, "note": note.value, "words": tx.seal(person_id, words)}
    made = insert(session_notes).values(**values, shared=shared, made_at=tx.now).returning(session_notes.c.id)
    return int((await tx.run(made)).scalar_one())


async def remove_note(tx: Tx, person_id: int, note_id: int) -> bool:
    """That one goes for good; False where it is not theirs."""
    theirs = and_(session_notes.c.person_id == person_id, session_notes.c.id == note_id)
    return (await tx.run(delete(session_notes).where(theirs))).rowcount > 0


async def is_note_shared(tx: Tx, person_id: int, note_id: int) -> bool:
    """Whether the practitioner is shown that note of theirs."""
    mine = session_notes.c.id == note_id, session_notes.c.person_id == person_id, session_notes.c.shared
    return (await tx.run(select(session_notes.c.id).where(*mine))).first() is not None


async def carry_notes(tx: Tx, person_id: int, since: date, to: date) -> None:
    """What they want to bring to a session of that local date or later is for the one of the date `to` from now on."""
    theirs = and_(session_notes.c.person_id == person_id, session_notes.c.note == Note.BRING.value)
    await tx.run(update(session_notes).where(theirs, session_notes.c.session_on >= since).values(session_on=to))


async def notes_of_session(tx: Tx, person_id: int, session_on: date, note: Note) -> Sequence[SessionNote]:
    """What that client wrote about the session of that date, oldest first."""
    wanted = select(*_NOTE_COLUMNS).where(
        session_notes.c.person_id == person_id,
        session_notes.c.session_on == session_on,
        session_notes.c.note == note.value,
    )
    return [_note(tx, row) for row in await tx.run(wanted.order_by(session_notes.c.id))]


_LATEST = (
    select(*_NOTE_COLUMNS)
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


async def share_notes(tx: Tx, person_id: int, session_on: date, *, shared: bool) -> bool:
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


async def unshare_notes(tx: Tx, person_id: int) -> bool:
    """Nothing that they want to bring to any session is shown any more; False where nothing was."""
    shown = update(session_notes).where(session_notes.c.person_id == person_id, session_notes.c.shared)
    return (await tx.run(shown.values(shared=False))).rowcount > 0


async def notes_shared_since(
    tx: Tx, person_ids: Collection[int], first: date, by: datetime = NEVER
) -> Mapping[int, Sequence[SessionNote]]:
    """What these clients want to bring to sessions from that date on, chose to show, and had written by then (UTC)."""
    rows = await tx.run(
        select(*_NOTE_COLUMNS)
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


_LINK_COLUMNS = (
    links.c.id, links.c.practitioner_id, links.c.client_id, links.c.title, links.c.address, links.c.note,
    links.c.added_at, links.c.checked_at, links.c.ended_at,
)  # fmt: skip


def _link(tx: Tx, row: Row[Any]) -> Link:
    who = row.practitioner_id
    title, address = tx.unseal(who, row.title) or "", tx.unseal(who, row.address) or ""
    dates = row.added_at.date(), row.checked_at.date()
    return Link(row.id, who, row.client_id, title, address, tx.unseal(who, row.note), *dates, row.ended_at is None)


async def add_link(tx: Tx, practitioner_id: int, title: str, address: str) -> int:
    """Keep another link, which no client sees so far; returns its id."""
    sealed = {"title": tx.seal(practitioner_id, title), "address": tx.seal(practitioner_id, address)}
    dates = {"added_at": tx.now, "checked_at": tx.now, "ended_at": tx.now}
    made = insert(links).values(practitioner_id=practitioner_id, **sealed, **dates).returning(links.c.id)
    return int((await tx.run(made)).scalar_one())


async def links_of_practitioner(tx: Tx, practitioner_id: int) -> Sequence[Link]:
    """The links that this practitioner passes on now, oldest first."""
    wanted = select(*_LINK_COLUMNS).where(links.c.practitioner_id == practitioner_id, links.c.ended_at.is_(None))
    return [_link(tx, row) for row in await tx.run(wanted.order_by(links.c.id))]


async def links_for_client(tx: Tx, client_id: int, practitioner_id: int) -> Sequence[Link]:
    """What of it that client sees: what is for all, and what is for them."""
    for_them = or_(links.c.client_id.is_(None), links.c.client_id == client_id)
    wanted = select(*_LINK_COLUMNS).where(
        links.c.practitioner_id == practitioner_id, links.c.ended_at.is_(None), for_them
    )
    return [_link(tx, row) for row in await tx.run(wanted.order_by(links.c.id))]


async def get_link(tx: Tx, link_id: int, practitioner_id: int) -> Link | None:
    """That link, passed on or not, if it is that practitioner's."""
    wanted = select(*_LINK_COLUMNS).where(links.c.id == link_id, links.c.practitioner_id == practitioner_id)
    row = (await tx.run(wanted)).one_or_none()
    return None if row is None else _link(tx, row)


async def change_link(tx: Tx, link: Link) -> None:
    """Keep title, note and whom it is for as they are in `link`."""
    who = link.practitioner_id
    note = None if link.note is None else tx.seal(who, link.note)
    await _set(tx, link, title=tx.seal(who, link.title), note=note, client_id=link.client_id)


async def link_checked(tx: Tx, link: Link) -> None:
    """The practitioner looked at it now, and it still fits."""
    await _set(tx, link, checked_at=tx.now)


async def end_link(tx: Tx, link: Link, at: datetime | None) -> None:
    """No client sees it from that moment on (UTC); None: they see it."""
    await _set(tx, link, ended_at=at)


async def _set(tx: Tx, link: Link, **values: object) -> None:
    mine = update(links).where(links.c.id == link.id, links.c.practitioner_id == link.practitioner_id)
    await tx.run(mine.values(**values))
