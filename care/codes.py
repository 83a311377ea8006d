"""The six digits of a practitioner's link: made with it, typed by who opened it, hashed with the vault's key."""

import hmac
import secrets
from dataclasses import dataclass

from care.invite_tries import count_try, tries_of
from care.joining import join_practitioner
from db import invites
from db.tx import Tx
from programme.invite import INVITE_TRIES, TRIES, Refusal, read_code, why_not
from programme.people import Person, Role


@dataclass(frozen=True, slots=True)
class WrongCode:
    """Those were not the digits; `left` more tries within the hour."""

    left: int


class NotSixDigits:
    """What was typed is no code; it does not count as a try."""


class Confirmed:
    """The digits were right, and the person is a practitioner now."""


def new_code() -> str:
    """Six random digits."""
    return f"{secrets.randbelow(10**6):06}"


def code_hash(tx: Tx, token_hash: bytes, code: str) -> bytes:
    """Six digits are soon tried out, so their hash wants a key that lies outside the database: the vault's."""
    return tx.vault.fingerprint("invite-code", f"{token_hash.hex()}:{code}")


async def confirm_code(
    tx: Tx, person: Person, invite_id: int, text: str
) -> Confirmed | WrongCode | NotSixDigits | Refusal:
    """That person types the six digits of the practitioner's link they opened; right ones make them a practitioner.

    - Five tries an hour for each person, wrong links counted in; twenty an hour for the link, whoever tries.
    - What does not look like a code is not a try. Nothing blocks a link for good.
    """
    invite = await invites.get(tx, invite_id)
    if invite is None or invite.role is not Role.PRACTITIONER:
        return Refusal.UNKNOWN
    refusal = why_not(invite, person, tx.now)
    if refusal is not None:
        return refusal
    if invite.opened_by != person.id:
        return Refusal.OTHER_PERSON
    tries = await tries_of(tx, person)
    if tries >= TRIES or invite.tries_lately(tx.now) >= INVITE_TRIES:
        return Refusal.TOO_MANY_TRIES
    code = read_code(text)
    if code is None:
        return NotSixDigits()
    if not await _is_right(tx, invite.id, code):
        await invites.count_try(tx, invite.id, invite.tries_lately(tx.now) + 1)
        await count_try(tx, person.id, "code")
        return WrongCode(left=TRIES - tries - 1)
    if not await invites.use(tx, invite.id, person.id):
        return Refusal.USED
    await join_practitioner(tx, person, invite)
    return Confirmed()


async def _is_right(tx: Tx, invite_id: int, code: str) -> bool:
    token_hash, kept = await invites.hashes(tx, invite_id)
    return kept is not None and hmac.compare_digest(kept, code_hash(tx, token_hash, code))
