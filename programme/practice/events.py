"""Practitioners and their clients: sessions and notes for them, requests, hand-overs, links, and who looked at what."""

from datetime import date, datetime

from programme.event import Action, Answer, ClientAction, Consented, HeldAnswer, PractitionerId, Viewed, absent, event
from programme.practice.sessions import Note


@event
class SessionSet(ClientAction):
    """The next session is then (UTC)."""

    at: datetime


@event
class SessionCleared(ClientAction):
    """The next session is not known any more."""


@event
class SessionNoteKept(Answer):
    """Words about a session."""

    note: Note


@event
class SessionNoteForgotten(Answer):
    """They go."""


@event
class SessionNoteShared(Consented):
    """A client shows their practitioner what they want to bring."""


@event
class SessionNoteUnshared(Consented):
    """It is shown to nobody any more."""


@event
class AgreementHidden(HeldAnswer):
    """What was agreed in that day's session is not shown to its client any more."""

    session_on: date


@event
class NoteKept(Answer):
    """A note of a client's own."""


@event
class NoteForgotten(Answer):
    """It goes."""


@event
class RequestMade(Action):
    """A client asked for their practitioner: who gets it, in order, and until when the first is to have opened it."""

    request: int
    line: tuple[PractitionerId, ...] = ()
    due: datetime | None = absent()


@event
class RequestOpened(Action):
    """It was opened."""

    request: int


@event
class RequestLate(Action):
    """Nobody opened it in time, and it went on `to` the next, or to nobody (None)."""

    request: int
    to: PractitionerId | None = None


@event
class RequestTakenBack(Action):
    """The client took it back."""

    request: int


@event
class RequestHanded(Action):
    """It goes to others now, as its practitioner's clients were handed over; an empty line: to nobody."""

    request: int
    line: tuple[PractitionerId, ...]
    due: datetime | None
    by: str


@event
class HandedOver(Action):
    """A client is with another practitioner (None: with nobody). `unopened`: what they had asked is over unopened."""

    from_: PractitionerId
    to: PractitionerId | None
    unopened: bool | None = absent()
    by: str | None = absent()


@event
class LinkAdded(Action):
    """A link to a page."""

    link: int


@event
class LinkPassedOn(Action):
    """Clients see it: all, or one."""

    link: int
    all: bool


@event
class LinkChecked(Action):
    """It still fits."""

    link: int


@event
class LinkRemoved(Action):
    """No client sees it any more."""

    link: int


@event
class LinkBack(Action):
    """They do after all."""

    link: int


@event
class SummaryRead(Viewed):
    """A practitioner looked at a client's week, from and to these dates."""

    from_: date
    to: date


@event
class WeekRead(Viewed):
    """A practitioner's Monday named a client."""


@event
class CoverageRead(Viewed):
    """A practitioner looked at which techniques reached a client."""


@event
class ComingRead(Viewed):
    """A practitioner looked at what comes to a client."""
