"""Whose row it is: looked up under the person, before anything is done with an id that came from outside."""

from sqlalchemy import exists, select

from db.tables import (
    events,
    invites,
    links,
    own_words,
    plans,
    practitioners,
    prompts,
    proposals,
    quit_attempts,
    reasons,
    request_line,
    session_notes,
    smoked,
    supporters,
    toolkit_items,
)
from db.tx import Tx
from programme.people.owned import Owned

# The id of each, and the column of whose it is.
_WHOSE = {
    Owned.ITEM: (toolkit_items.c.id, toolkit_items.c.person_id),
    Owned.REASON: (reasons.c.id, reasons.c.person_id),
    Owned.WORDS: (own_words.c.id, own_words.c.person_id),
    Owned.NOTE: (session_notes.c.id, session_notes.c.person_id),
    Owned.SMOKED: (smoked.c.id, smoked.c.person_id),
    Owned.ATTEMPT: (quit_attempts.c.id, quit_attempts.c.person_id),
    Owned.PROMPT: (prompts.c.id, prompts.c.person_id),
    Owned.PROPOSAL: (proposals.c.id, proposals.c.person_id),
    Owned.SUPPORTER: (supporters.c.id, supporters.c.client_id),
    Owned.SUPPORTED: (supporters.c.id, supporters.c.person_id),
    Owned.PLAN: (plans.c.id, plans.c.person_id),
    Owned.REQUEST: (request_line.c.request_id, request_line.c.practitioner_id),
    Owned.INVITE: (invites.c.id, invites.c.issued_by),
    Owned.LINK: (links.c.id, links.c.practitioner_id),
}


async def is_theirs(tx: Tx, what: Owned, row_id: int, person_id: int) -> bool:
    """Whether the row with that id is that person's. KeyError for what no row says: a client, a colleague."""
    column, whose = _WHOSE[what]
    return bool((await tx.run(select(exists().where(column == row_id, whose == person_id)))).scalar_one())


async def owner_of_plan(tx: Tx, plan_id: int) -> int | None:
    """Whose plan that is; None where there is none."""
    return (await tx.run(select(plans.c.person_id).where(plans.c.id == plan_id))).scalar_one_or_none()


async def subject_of_event(tx: Tx, event_id: int) -> int | None:
    """Whom that event is about; None where there is none, or it is about nobody."""
    return (await tx.run(select(events.c.person_id).where(events.c.id == event_id))).scalar_one_or_none()


async def is_practitioner(tx: Tx, person_id: int) -> bool:
    """Whether that person works here."""
    found = await tx.run(select(exists().where(practitioners.c.person_id == person_id)))
    return bool(found.scalar_one())
