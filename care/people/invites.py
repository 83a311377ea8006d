"""Making links and opening them, the digits of a practitioner's link, and wrong tries."""

import hashlib
import hmac
import secrets
from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace

from care.people.joining import join_practitioner
from db import events
from db.people import accounts, invites
from db.store import service_facts
from db.tx import Tx
from programme.event import OPERATOR, NewEvent
from programme.people.events import InviteDeclined, InviteMade, InviteOpened, InviteTakenBack, InviteTried
from programme.people.invite import (
    EXPIRES_AFTER,
    INVITE_TRIES,
    TOKEN_BYTES,
    TRIES,
    TRY_WINDOW,
    Invite,
    InviteRefusal,
    is_token,
    read_code,
    why_not,
    why_not_again,
)
from programme.people.person import Person, Role


async def tries_of(tx: Tx, person: Person) -> int:
    """How many wrong links and codes that account tried within the last TRY_WINDOW, whoever it was meanwhile."""
    since, whose = tx.now - TRY_WINDOW, _fingerprint(tx, person)
    before = [one for one in await events.of_nobody(tx, InviteTried, since) if one.event.whose == whose]
    return len(before) + await events.count_since(tx, person.id, InviteTried, since)


async def count_try(tx: Tx, person_id: int, what: str) -> None:
    """Write down a wrong "link" or "code"."""
    await events.add(tx, person_id, InviteTried(what), actor=person_id)


async def outlive(tx: Tx, person: Person) -> None:
    """That person is about to be erased: their wrong tries count on for the account, by a keyed fingerprint that names
    nobody (and go after a day: care.people.retention)."""
    whose = _fingerprint(tx, person)
    for one in await events.of_person(tx, person.id, kind=InviteTried):
        if one.at > tx.now - TRY_WINDOW:
            await events.add_many(tx.at(one.at), [NewEvent(replace(one.event, whose=whose), None)])


async def forget_old(tx: Tx) -> int:
    """Tries of people who were erased go when they count no more; how many."""
    return await events.drop_of_nobody(tx, InviteTried, tx.now - TRY_WINDOW)


def _fingerprint(tx: Tx, person: Person) -> str:
    return tx.vault.fingerprint("tries", str(person.telegram_id)).hex()


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
) -> Confirmed | WrongCode | NotSixDigits | InviteRefusal:
    """That person types the six digits of the practitioner's link they opened; right ones make them a practitioner.

    - Five tries an hour for each person, wrong links counted in; twenty an hour for the link, whoever tries.
    - What does not look like a code is not a try. Nothing blocks a link for good.
    """
    invite = await invites.get(tx, invite_id)
    if invite is None or invite.role is not Role.PRACTITIONER:
        return InviteRefusal.UNKNOWN
    refusal = why_not(invite, person, tx.now)
    if refusal is not None:
        return refusal
    if invite.opened_by != person.id:
        return InviteRefusal.OTHER_PERSON
    tries = await tries_of(tx, person)
    if tries >= TRIES or invite.tries_lately(tx.now) >= INVITE_TRIES:
        return InviteRefusal.TOO_MANY_TRIES
    code = read_code(text)
    if code is None:
        return NotSixDigits()
    if not await _is_right(tx, invite.id, code):
        await invites.count_try(tx, invite.id, invite.tries_lately(tx.now) + 1)
        await count_try(tx, person.id, "code")
        return WrongCode(left=TRIES - tries - 1)
    if not await invites.use(tx, invite.id, person.id):
        return InviteRefusal.USED
    await join_practitioner(tx, person, invite)
    return Confirmed()


async def _is_right(tx: Tx, invite_id: int, code: str) -> bool:
    token_hash, kept = await invites.hashes(tx, invite_id)
    return kept is not None and hmac.compare_digest(kept, code_hash(tx, token_hash, code))


@dataclass(frozen=True, slots=True)
class OpenedInvite:
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
    await events.add(tx, None, InviteMade(invite=invite_id, role=Role.PRACTITIONER))
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
    await events.add(tx, issuer.id, InviteMade(invite=invite_id, role=role), actor=issuer.id)
    return MadeInvite(invite_id, token)


async def list_invites(tx: Tx, practitioner: Person) -> Sequence[Invite]:
    """The invites that practitioner made, newest first; Invite.state(now) says what became of each."""
    return await invites.of_practitioner(tx, practitioner.id)


async def unused_of(tx: Tx, practitioner: Person, most: int) -> Sequence[Invite]:
    """At most that many links for clients that practitioner made and nobody joined with, newest first."""
    return await invites.unused(tx, practitioner.id, most)


async def own_invite(tx: Tx, issuer: Person, invite_id: int | None) -> Invite | None:
    """That link, where they made it."""
    invite = await invites.get(tx, invite_id or 0)
    return invite if invite is not None and invite.issued_by == issuer.id else None


async def label_of(tx: Tx, invite_id: int) -> str | None:
    """The name on a link that somebody opened ("" for none); None where the link is gone."""
    invite = await invites.get(tx, invite_id)
    return None if invite is None else invite.label or ""


async def link_of(tx: Tx, invite_id: int) -> tuple[Invite, str | None] | None:
    """The link of that screen, and the name under which it is opened, where it is known; None where it is gone."""
    invite, bot = await invites.get(tx, invite_id), await service_facts.get(tx, service_facts.BOT_USERNAME)
    return None if invite is None else (invite, bot)


async def let_go(tx: Tx, invite_id: int) -> OpenedInvite | None:
    """The link that somebody let go of on that screen, with who made it; None where it is gone."""
    return await _opened(tx, invite_id) if await invites.get(tx, invite_id) is not None else None


async def is_on_the_way(tx: Tx, person: Person) -> bool:
    """Whether somebody opened a client's link, and has neither used it nor let go of it."""
    return await invites.on_the_way(tx, person.id) is not None


async def lead_in(tx: Tx, tokens: Collection[str]) -> set[str]:
    """Those of these words that are tokens of links that still lead somewhere: who brings one was invited."""
    hashed = {_token_hash(token): token for token in tokens if is_token(token)}
    return {hashed[one] for one in await invites.open_hashes(tx, hashed)} if hashed else set()


async def open_invite(tx: Tx, person: Person, token: str) -> OpenedInvite | InviteRefusal:
    """That person opens a link.

    - After five wrong links or codes within an hour no link is looked at.
    - A client's link is bound to who opens it first; opening another one lets go of the one before.
    - A supporter's link too, but several people may ask the same supporter.
    - A practitioner's link is bound to who opened it last, until the digits are right.
    - Opening it twice is as opening it once.
    """
    if await tries_of(tx, person) >= TRIES:
        return InviteRefusal.TOO_MANY_TRIES
    invite = await invites.find(tx, _token_hash(token)) if is_token(token) else None
    if invite is None:
        await count_try(tx, person.id, "link")
        return InviteRefusal.UNKNOWN
    refusal = why_not(invite, person, tx.now)
    return refusal if refusal is not None else await _open(tx, person, invite)


async def open_again(tx: Tx, person: Person, invite_id: int) -> OpenedInvite | InviteRefusal:
    """That person had let go of this link and takes that back: it is theirs as before, unless somebody opened it since.

    `invite_id` comes from the screen on which they let go of it, never from a tap.
    """
    invite = await invites.get(tx, invite_id)
    if invite is None:
        return InviteRefusal.UNKNOWN
    refusal = why_not_again(invite, person, tx.now)
    return refusal if refusal is not None else await _open(tx, person, invite)


async def _open(tx: Tx, person: Person, invite: Invite) -> OpenedInvite | InviteRefusal:
    if not await _bind(tx, invite, person):
        return InviteRefusal.OTHER_PERSON
    if invite.opened_by != person.id:
        await events.add(tx, person.id, InviteOpened(invite.id), actor=person.id)
    return await _opened(tx, invite.id)


async def _bind(tx: Tx, invite: Invite, person: Person) -> bool:
    if invite.opened_by == person.id:
        return True
    if invite.role is not Role.SUPPORTER:
        await invites.reopen(tx, person.id, invite.role)
    return await invites.bind(tx, invite.id, person.id, take_over=invite.role is Role.PRACTITIONER)


async def _opened(tx: Tx, invite_id: int) -> OpenedInvite:
    invite = await invites.get(tx, invite_id)
    assert invite is not None, "it was there in this transaction"
    return OpenedInvite(invite, await accounts.get(tx, invite.issued_by) if invite.issued_by else None)


async def decline_invite(tx: Tx, person: Person) -> int | None:
    """ "Not for me": the link is let go of, so that the person it was meant for may open it. Gives its id.

    Whoever made it sees that they did not join. Why is not asked and not known: somebody to whom the service does not
    fit (under 18, pregnant, breastfeeding) does this very act (docs/decisions/0030). None where no link is open.
    """
    invite = await invites.on_the_way(tx, person.id)
    if invite is None:
        return None
    await invites.decline(tx, invite.id)
    await events.add(tx, person.id, InviteDeclined(invite.id), actor=person.id)
    return invite.id


async def take_back_invite(tx: Tx, issuer: Person, invite_id: int) -> bool:
    """Who made that link takes it back: nobody can join with it, and whoever opened it is told nothing.

    False where it is not theirs, somebody has joined with it, or it was taken back before.
    """
    invite = await invites.get(tx, invite_id)
    if invite is None or invite.issued_by != issuer.id or not await invites.take_back(tx, invite_id):
        return False
    await events.add(tx, issuer.id, InviteTakenBack(invite_id), actor=issuer.id)
    return True


async def take_back_invite_by_operator(tx: Tx, invite_id: int) -> bool:
    """As `take_back_invite`, for whoever runs the service, and whoever made it."""
    invite = await invites.get(tx, invite_id)
    if invite is None or not await invites.take_back(tx, invite_id):
        return False
    await events.add(tx, invite.issued_by, InviteTakenBack(invite=invite_id, by=OPERATOR))
    return True
