"""Making links and opening them. The rules: programme.invite. The digits of a practitioner's link: care.codes."""

import hashlib
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from care.codes import Confirmed, NotSixDigits, WrongCode, code_hash, confirm_code, new_code
from care.invite_tries import count_try, tries_of
from db import events, invites, people
from db.tx import Tx
from programme.event import BY_OPERATOR
from programme.invite import EXPIRES_AFTER, TOKEN_BYTES, TRIES, Invite, Refusal, is_token, why_not, why_not_again
from programme.people import Person, Role

__all__ = [
    "Confirmed", "MadeInvite", "NotSixDigits", "Opened", "WrongCode", "confirm_code", "decline", "lead_in",
    "list_invites", "make_client_invite", "make_practitioner_invite", "make_supporter_invite", "open_again",
    "open_invite", "take_back", "take_back_by_operator",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Opened:
    """The link is this person's to use: `issuer` made it (None: it came from the command line)."""

    invite: Invite
    issuer: Person | None


def _token_hash(token: str) -> bytes:
    return hashlib.sha256(token.encode()).digest()


async def make_practitioner_invite(tx: Tx, name: str) -> tuple[str, str]:
    """A link for a practitioner called `name`: (token, six digits to pass on another way)."""
    token, code = secrets.token_urlsafe(TOKEN_BYTES), new_code()
    hashed = _token_hash(token)
    invite_id = await invites.add(
        tx,
        Role.PRACTITIONER,
        token_hash=hashed,
        code_hash=code_hash(tx, hashed, code),
        label=name,
        issued_by=None,
        expires_at=tx.now + EXPIRES_AFTER,
    )
    await events.add(tx, "InviteMade", None, data={"invite": invite_id, "role": Role.PRACTITIONER.value})
    return token, code


@dataclass(frozen=True, slots=True)
class MadeInvite:
    """A fresh invite; the token is told once and kept nowhere."""

    id: int
    token: str


async def make_client_invite(tx: Tx, practitioner: Person, label: str | None = None) -> MadeInvite | None:
    """A link for one client of that practitioner; `label` says whom it is for. None for anybody else."""
    return await _make(tx, Role.CLIENT, practitioner, label) if practitioner.is_practitioner else None


async def make_supporter_invite(tx: Tx, client: Person) -> MadeInvite | None:
    """A link for one supporter of that client, to be forwarded. None for anybody else."""
    return await _make(tx, Role.SUPPORTER, client, None) if client.is_client else None


async def _make(tx: Tx, role: Role, issuer: Person, label: str | None) -> MadeInvite:
    token = secrets.token_urlsafe(TOKEN_BYTES)
    invite_id = await invites.add(
        tx,
        role,
        token_hash=_token_hash(token),
        code_hash=None,
        label=label,
        issued_by=issuer.id,
        expires_at=tx.now + EXPIRES_AFTER,
    )
    data = {"invite": invite_id, "role": role.value}
    await events.add(tx, "InviteMade", issuer.id, issuer.id, data)
    return MadeInvite(invite_id, token)


async def list_invites(tx: Tx, practitioner: Person) -> Sequence[Invite]:
    """The invites that practitioner made, newest first; Invite.state(now) says what became of each."""
    return await invites.of_practitioner(tx, practitioner.id)


async def lead_in(tx: Tx, tokens: Collection[str]) -> set[str]:
    """Those of these words that are tokens of links that still lead somewhere: who brings one was invited."""
    hashed = {_token_hash(token): token for token in tokens if is_token(token)}
    return {hashed[one] for one in await invites.open_hashes(tx, hashed)} if hashed else set()


async def open_invite(tx: Tx, person: Person, token: str) -> Opened | Refusal:
    """That person opens a link.

    - After five wrong links or codes within an hour no link is looked at.
    - A client's link is bound to who opens it first; opening another one lets go of the one before.
    - A supporter's link too, but several people may ask the same supporter.
    - A practitioner's link is bound to who opened it last, until the digits are right.
    - Opening it twice is as opening it once.
    """
    if await tries_of(tx, person) >= TRIES:
        return Refusal.TOO_MANY_TRIES
    invite = await invites.find(tx, _token_hash(token)) if is_token(token) else None
    if invite is None:
        await count_try(tx, person.id, "link")
        return Refusal.UNKNOWN
    refusal = why_not(invite, person, tx.now)
    return refusal if refusal is not None else await _open(tx, person, invite)


async def open_again(tx: Tx, person: Person, invite_id: int) -> Opened | Refusal:
    """That person had let go of this link and takes that back: it is theirs as before, unless somebody opened it since.

    `invite_id` comes from the screen on which they let go of it, never from a tap.
    """
    invite = await invites.get(tx, invite_id)
    if invite is None:
        return Refusal.UNKNOWN
    refusal = why_not_again(invite, person, tx.now)
    return refusal if refusal is not None else await _open(tx, person, invite)


async def _open(tx: Tx, person: Person, invite: Invite) -> Opened | Refusal:
    if not await _bind(tx, invite, person):
        return Refusal.OTHER_PERSON
    if invite.opened_by != person.id:
        await events.add(tx, "InviteOpened", person.id, person.id, {"invite": invite.id})
    return await _opened(tx, invite.id)


async def _bind(tx: Tx, invite: Invite, person: Person) -> bool:
    if invite.opened_by == person.id:
        return True
    if invite.role is not Role.SUPPORTER:
        await invites.release(tx, person.id, invite.role)
    return await invites.bind(tx, invite.id, person.id, take_over=invite.role is Role.PRACTITIONER)


async def _opened(tx: Tx, invite_id: int) -> Opened:
    invite = await invites.get(tx, invite_id)
    assert invite is not None, "it was there in this transaction"
    return Opened(invite, await people.get(tx, invite.issued_by) if invite.issued_by else None)


async def decline(tx: Tx, person: Person) -> int | None:
    """ "Not for me": the link is let go of, so that the person it was meant for may open it. Gives its id.

    Whoever made it sees that they did not join. Why is not asked and not known: somebody to whom the service does not
    fit (under 18, pregnant, breastfeeding) does this very act (docs/decisions/0030). None where no link is open.
    """
    invite = await invites.on_the_way(tx, person.id)
    if invite is None:
        return None
    await invites.decline(tx, invite.id)
    await events.add(tx, "InviteDeclined", person.id, person.id, {"invite": invite.id})
    return invite.id


async def take_back(tx: Tx, issuer: Person, invite_id: int) -> bool:
    """Who made that link takes it back: nobody can join with it, and whoever opened it is told nothing.

    False where it is not theirs, somebody has joined with it, or it was taken back before.
    """
    invite = await invites.get(tx, invite_id)
    if invite is None or invite.issued_by != issuer.id or not await invites.take_back(tx, invite_id):
        return False
    await events.add(tx, "InviteTakenBack", issuer.id, issuer.id, {"invite": invite_id})
    return True


async def take_back_by_operator(tx: Tx, invite_id: int) -> bool:
    """As `take_back`, for whoever runs the service, and whoever made it."""
    invite = await invites.get(tx, invite_id)
    if invite is None or not await invites.take_back(tx, invite_id):
        return False
    await events.add(tx, "InviteTakenBack", invite.issued_by, data={"invite": invite_id, **BY_OPERATOR})
    return True
