"""Making links, opening them, and the six digits of a practitioner's. The rules: programme.invite."""

import hashlib
import hmac
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from care.joining import join_practitioner
from db import events, invites, people
from db.tx import Tx
from programme.invite import (
    EXPIRES_AFTER,
    INVITE_TRIES,
    TOKEN_BYTES,
    TRIES,
    TRY_WINDOW,
    Invite,
    Refusal,
    is_token,
    read_code,
    why_not,
)
from programme.people import Person, Role

TRIED = "InviteTried"


@dataclass(frozen=True, slots=True)
class Opened:
    """The link is this person's to use: `issuer` made it (None: it came from the command line)."""

    invite: Invite
    issuer: Person | None


@dataclass(frozen=True, slots=True)
class WrongCode:
    """Those were not the digits; `left` more tries within the hour."""

    left: int


class NotSixDigits:
    """What was typed is no code; it does not count as a try."""


class Confirmed:
    """The digits were right, and the person is a practitioner now."""


def _token_hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


def _code_hash(tx: Tx, token_hash: bytes, code: str) -> bytes:
    """Six digits are soon tried out, so their hash wants a key that lies outside the database: the vault's."""
    return tx.vault.fingerprint("invite-code", f"{token_hash.hex()}:{code}")


async def make_practitioner_invite(tx: Tx, now: datetime, name: str) -> tuple[str, str]:
    """A link for a practitioner called `name`: (token, six digits to pass on another way)."""
    token, code = secrets.token_urlsafe(TOKEN_BYTES), f"{secrets.randbelow(10**6):06}"
    hashed = _token_hash(token)
    invite_id = await invites.add(
        tx,
        now,
        Role.PRACTITIONER,
        token_hash=hashed,
        code_hash=_code_hash(tx, hashed, code),
        label=name,
        issued_by=None,
        expires_at=now + EXPIRES_AFTER,
    )
    await events.add(tx, now, "InviteMade", None, data={"invite": invite_id, "role": Role.PRACTITIONER.value})
    return token, code


@dataclass(frozen=True, slots=True)
class MadeInvite:
    """A fresh invite; the token is told once and kept nowhere."""

    id: int
    token: str


async def make_client_invite(
    tx: Tx, now: datetime, practitioner: Person, label: str | None = None
) -> MadeInvite | None:
    """A link for one client of that practitioner; `label` says whom it is for. None for anybody else."""
    if not practitioner.is_practitioner:
        return None
    token = secrets.token_urlsafe(TOKEN_BYTES)
    invite_id = await invites.add(
        tx,
        now,
        Role.CLIENT,
        token_hash=_token_hash(token),
        code_hash=None,
        label=label,
        issued_by=practitioner.id,
        expires_at=now + EXPIRES_AFTER,
    )
    data = {"invite": invite_id, "role": Role.CLIENT.value}
    await events.add(tx, now, "InviteMade", practitioner.id, practitioner.id, data)
    return MadeInvite(invite_id, token)


async def list_invites(tx: Tx, practitioner: Person) -> Sequence[Invite]:
    """The invites that practitioner made, newest first; Invite.state(now) says what became of each."""
    return await invites.of_practitioner(tx, practitioner.id)


async def open_invite(tx: Tx, now: datetime, person: Person, token: str) -> Opened | Refusal:
    """That person opens a link.

    - After five wrong links or codes within an hour no link is looked at.
    - A client's link is bound to who opens it first; opening another one lets go of the one before.
    - A practitioner's link is bound to who opened it last, until the digits are right.
    - Opening it twice is as opening it once.
    """
    if await _tries(tx, now, person) >= TRIES:
        return Refusal.TOO_MANY_TRIES
    invite = await invites.find(tx, _token_hash(token)) if is_token(token) else None
    if invite is None:
        await _count_try(tx, now, person, "link")
        return Refusal.UNKNOWN
    refusal = why_not(invite, person, now)
    if refusal is not None:
        return refusal
    if not await _bind(tx, now, invite, person):
        return Refusal.OTHER_PERSON
    if invite.opened_by != person.id:
        await events.add(tx, now, "InviteOpened", person.id, person.id, {"invite": invite.id})
    return await _opened(tx, invite.id)


async def _bind(tx: Tx, now: datetime, invite: Invite, person: Person) -> bool:
    if invite.opened_by == person.id:
        return True
    await invites.release(tx, person.id, invite.role)
    return await invites.bind(tx, now, invite.id, person.id, take_over=invite.role is Role.PRACTITIONER)


async def _opened(tx: Tx, invite_id: int) -> Opened:
    invite = await invites.get(tx, invite_id)
    assert invite is not None, "it was there in this transaction"
    return Opened(invite, await people.get(tx, invite.issued_by) if invite.issued_by else None)


async def decline(tx: Tx, now: datetime, person: Person) -> None:
    """ "Not for me": the link is let go of, so that the person it was meant for may open it."""
    invite = await invites.on_the_way(tx, person.id)
    if invite is not None:
        await invites.release(tx, person.id, Role.CLIENT)
        await events.add(tx, now, "InviteDeclined", person.id, person.id, {"invite": invite.id})


async def confirm_code(
    tx: Tx, now: datetime, person: Person, invite_id: int, text: str
) -> Confirmed | WrongCode | NotSixDigits | Refusal:
    """That person types the six digits of the practitioner's link they opened; right ones make them a practitioner.

    - Five tries an hour for each person, wrong links counted in; twenty an hour for the link, whoever tries.
    - What does not look like a code is not a try. Nothing blocks a link for good.
    """
    invite = await invites.get(tx, invite_id)
    if invite is None or invite.role is not Role.PRACTITIONER:
        return Refusal.UNKNOWN
    refusal = why_not(invite, person, now)
    if refusal is not None:
        return refusal
    if invite.opened_by != person.id:
        return Refusal.OTHER_PERSON
    tries = await _tries(tx, now, person)
    if tries >= TRIES or invite.tries_lately(now) >= INVITE_TRIES:
        return Refusal.TOO_MANY_TRIES
    code = read_code(text)
    if code is None:
        return NotSixDigits()
    if not await _is_right(tx, invite.id, code):
        await invites.count_try(tx, now, invite.id, invite.tries_lately(now) + 1)
        await _count_try(tx, now, person, "code")
        return WrongCode(left=TRIES - tries - 1)
    if not await invites.use(tx, now, invite.id, person.id):
        return Refusal.USED
    await join_practitioner(tx, now, person, invite)
    return Confirmed()


async def _is_right(tx: Tx, invite_id: int, code: str) -> bool:
    token_hash, code_hash = await invites.hashes(tx, invite_id)
    return code_hash is not None and hmac.compare_digest(code_hash, _code_hash(tx, token_hash, code))


async def _tries(tx: Tx, now: datetime, person: Person) -> int:
    return await events.count_since(tx, person.id, TRIED, now - TRY_WINDOW)


async def _count_try(tx: Tx, now: datetime, person: Person, what: str) -> None:
    await events.add(tx, now, TRIED, person.id, person.id, {"what": what})
