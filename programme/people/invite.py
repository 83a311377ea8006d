"""Invitations: a link for one person, what makes it work, and every reason why it may not.

Against guessing and passing on (RELIABILITY.md 4.1): 128 random bits, one use, three days, bound to one account, five
wrong tries an hour for each person. A practitioner's link also wants a code that came on another way.
"""

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final

from programme.people.person import Person, Role

EXPIRES_AFTER: Final = timedelta(hours=72)
OPENED_FOR: Final = timedelta(days=14)  # an opened one that nobody joined with runs out; joining may take a week
TRIES: Final = 5  # wrong links or codes of one person within TRY_WINDOW
INVITE_TRIES: Final = 20  # wrong codes for one invite within TRY_WINDOW, whoever types them
TRY_WINDOW: Final = timedelta(hours=1)
TOKEN_BYTES: Final = 16
UNDO: Final = timedelta(days=1)  # so long letting go of a link can be taken back, as a mis-tap: our own choice
_TOKEN: Final = re.compile(r"[A-Za-z0-9_-]{22}")
_CODE: Final = re.compile(r"\d{6}", re.ASCII)


class InviteRefusal(StrEnum):
    """Why a link or a code does nothing."""

    UNKNOWN = "unknown"
    EXPIRED = "expired"
    USED = "used"
    OTHER_PERSON = "other_person"  # somebody else opened it first
    OWN = "own"  # who made it opened it
    ALREADY_IN = "already_in"  # joined before; nothing changes
    TOO_MANY_TRIES = "too_many_tries"


class InviteState(StrEnum):
    """What became of an invite, for who made it."""

    WAITING = "waiting"  # nobody opened it yet
    OPENED = "opened"  # somebody did, and is on the way
    USED = "used"
    DECLINED = "declined"  # whoever opened it did not join with it: why is known to nobody
    TAKEN_BACK = "taken_back"  # by who made it, or whoever runs the service
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class Invite:
    """A link somebody made. `issued_by` is None where it came from the command line; `label` says whom it is for."""

    id: int
    role: Role
    label: str | None
    issued_by: int | None
    made_at: datetime
    expires_at: datetime
    opened_by: int | None
    opened_at: datetime | None
    used_at: datetime | None
    tries: int
    last_try_at: datetime | None
    declined_at: datetime | None = None
    taken_back_at: datetime | None = None

    @property
    def may_be_taken_back(self) -> bool:
        """Whether somebody may join with it, now or once they open it in time."""
        return self.used_at is None and self.taken_back_at is None

    def state(self, now: datetime) -> InviteState:
        """What who made it is told. Once opened it has OPENED_FOR: joining may take a week."""
        if self.used_at is not None:
            return InviteState.USED
        if self.taken_back_at is not None:
            return InviteState.TAKEN_BACK
        if self.opened_by is not None:
            return InviteState.OPENED
        if self.declined_at is not None:
            return InviteState.DECLINED
        return InviteState.EXPIRED if now >= self.expires_at else InviteState.WAITING

    def tries_lately(self, now: datetime) -> int:
        """Wrong codes for this invite within the last TRY_WINDOW."""
        recent = self.last_try_at is not None and now - self.last_try_at < TRY_WINDOW
        return self.tries if recent else 0


def why_not(invite: Invite, person: Person, now: datetime) -> InviteRefusal | None:
    """Why that person cannot open that invite now; None where they can.

    - Who made it is told so, before anything else.
    - Whoever has that role already needs no link, and nothing changes for them; but one may support several.
    - A used one is used, for everybody.
    - One that was taken back has run out, as far as anybody is told who has it.
    - A client's or supporter's link belongs to who opened it first, and for them it does not run out with the others.
    - A practitioner's link belongs to nobody before the code is right, so that a stranger cannot block it.
    """
    if invite.issued_by == person.id:
        return InviteRefusal.OWN
    if invite.role in person.roles and invite.role is not Role.SUPPORTER:
        return InviteRefusal.ALREADY_IN
    if invite.used_at is not None:
        return InviteRefusal.USED
    if invite.taken_back_at is not None:
        return InviteRefusal.EXPIRED
    if invite.role is not Role.PRACTITIONER and invite.opened_by not in (None, person.id):
        return InviteRefusal.OTHER_PERSON
    bound = invite.role is not Role.PRACTITIONER and invite.opened_by == person.id
    return InviteRefusal.EXPIRED if now >= invite.expires_at and not bound else None


def why_not_again(invite: Invite, person: Person, now: datetime) -> InviteRefusal | None:
    """As `why_not`, for whoever let go of that invite and takes that back; for UNDO it may have run out meanwhile."""
    refusal = why_not(invite, person, now)
    lately = invite.declined_at is not None and now - invite.declined_at < UNDO
    return None if refusal is InviteRefusal.EXPIRED and lately and invite.taken_back_at is None else refusal


def is_token(text: str) -> bool:
    """Does that have the shape of a link's token?"""
    return _TOKEN.fullmatch(text) is not None


def read_code(text: str) -> str | None:
    """The six digits in what somebody typed ("123 456", "123-456."), or None."""
    digits = re.sub(r"[\s.\-–]", "", text)
    return digits if _CODE.fullmatch(digits) else None
