"""Every table, in one place: what is remembered, and nothing about how it is asked for."""

from db.tables.base import metadata
from db.tables.machinery import counters, events, inbox, job_runs, leases, outbox, received, screens, service_facts
from db.tables.measures import aids, easier, hsi, medicines, mpss, switches
from db.tables.people import clients, consents, invites, people, practitioners
from db.tables.programme import (
    cravings,
    outcomes,
    own_words,
    prepared,
    quit_attempts,
    reasons,
    session_notes,
    sessions,
    smoked,
    toolkit_items,
    usual,
)
from db.tables.schedule import check_ins, pauses, plans, prompts, proposals, soft, stopped, tonight
from db.tables.support import encouragements, links, request_line, requests, routes, supporters
from db.tables.wordings import text_stops, text_versions, wordings

__all__ = [
    "aids",
    "check_ins",
    "clients",
    "consents",
    "counters",
    "cravings",
    "easier",
    "encouragements",
    "events",
    "hsi",
    "inbox",
    "invites",
    "job_runs",
    "leases",
    "links",
    "medicines",
    "metadata",
    "mpss",
    "outbox",
    "outcomes",
    "own_words",
    "pauses",
    "people",
    "plans",
    "practitioners",
    "prepared",
    "prompts",
    "proposals",
    "quit_attempts",
    "reasons",
    "received",
    "request_line",
    "requests",
    "routes",
    "screens",
    "service_facts",
    "session_notes",
    "sessions",
    "smoked",
    "soft",
    "stopped",
    "supporters",
    "switches",
    "text_stops",
    "text_versions",
    "tonight",
    "toolkit_items",
    "usual",
    "wordings",
]
