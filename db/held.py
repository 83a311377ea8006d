"""How much is kept about a person, by kind."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import ScalarSelect, Table, func, select

from db.tables import (
    aids,
    check_ins,
    clients,
    consents,
    cravings,
    easier,
    encouragements,
    events,
    hsi,
    invites,
    links,
    medicines,
    mpss,
    outcomes,
    own_words,
    people,
    prepared,
    prompts,
    proposals,
    quit_attempts,
    reasons,
    received,
    requests,
    screens,
    session_notes,
    sessions,
    smoked,
    stopped,
    supporters,
    toolkit_items,
    usual,
)
from db.tx import Tx


def _count(table: Table, *where: Any) -> ScalarSelect[Any]:
    return select(func.count()).select_from(table).where(*where).scalar_subquery()


async def counts(tx: Tx, person_id: int) -> Mapping[str, int]:
    """How many rows of each kind are about that person, in one statement."""
    kinds = {
        "check-ins": _count(check_ins, check_ins.c.person_id == person_id),
        "words": _count(check_ins, check_ins.c.person_id == person_id, check_ins.c.words.is_not(None)),
        "toolkit": _count(toolkit_items, toolkit_items.c.person_id == person_id),
        "readings": _count(events, events.c.person_id == person_id, events.c.kind == "CoEntered"),
        "reasons": _count(reasons, reasons.c.person_id == person_id),
        "quit-dates": _count(quit_attempts, quit_attempts.c.person_id == person_id),
        "smoked": _count(smoked, smoked.c.person_id == person_id),
        "cravings": _count(cravings, cravings.c.person_id == person_id),
        "usual": _count(usual, usual.c.person_id == person_id),
        "outcomes": _count(outcomes, outcomes.c.person_id == person_id, outcomes.c.entered_by.is_(None)),
        "heard": _count(outcomes, outcomes.c.person_id == person_id, outcomes.c.entered_by.is_not(None)),
        "hsi": _count(hsi, hsi.c.person_id == person_id),
        "mpss": _count(mpss, mpss.c.person_id == person_id),
        "medicines": _count(medicines, medicines.c.person_id == person_id),
        "aids": _count(aids, aids.c.person_id == person_id),
        "easier": _count(easier, easier.c.person_id == person_id),
        "supporters": _count(supporters, supporters.c.client_id == person_id),
        "supported": _count(supporters, supporters.c.person_id == person_id),
        "passed-on": _count(encouragements, encouragements.c.person_id == person_id),
        "requests": _count(requests, requests.c.person_id == person_id),
        "session-notes": _count(session_notes, session_notes.c.person_id == person_id),
        "own-words": _count(own_words, own_words.c.person_id == person_id),
        "prepared": _count(prepared, prepared.c.person_id == person_id),
        "links": _count(links, links.c.practitioner_id == person_id),
        "sessions": _count(sessions, sessions.c.person_id == person_id),
        "proposals": _count(proposals, proposals.c.person_id == person_id),
        "stopped": _count(stopped, stopped.c.person_id == person_id),
        "clients": _count(clients, clients.c.practitioner_id == person_id, clients.c.left_at.is_(None)),
        "invites": _count(invites, invites.c.issued_by == person_id),
        "prompts": _count(prompts, prompts.c.person_id == person_id),
        "choices": _count(consents, consents.c.person_id == person_id, consents.c.why.is_(None)),
        "received": _count(received, received.c.person_id == person_id),
        "messages": _count(screens, screens.c.person_id == person_id),
        "events": _count(events, events.c.person_id == person_id),
    }
    row = (await tx.run(select(*(count.label(kind) for kind, count in kinds.items())))).one()
    return dict(zip(kinds, row, strict=True))


async def since(tx: Tx, person_id: int) -> datetime:
    """When that person first wrote (UTC)."""
    first: datetime = (await tx.run(select(people.c.first_seen_at).where(people.c.id == person_id))).scalar_one()
    return first
