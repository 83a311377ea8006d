"""The vault: the keys of people and of the service, and the suppression list, outside the database and its backups.

Deleting a person's key makes their sealed words unreadable everywhere, in every backup too; what is not sealed (marks,
times, choices) stays in a backup as long as that is kept. The calls are plain, not async: a look is one indexed row of
a small local file (tens of microseconds, no network), and a write (one person joins or leaves) waits a few milliseconds
for the disk, which it has to do before the database may commit in any case.
"""

import hashlib
import hmac
from collections.abc import Callable, Collection, Mapping
from datetime import UTC, datetime
from pathlib import Path

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from db.store.errors import PersonErased, SealBroken, VaultCannotBeUsed, VaultCopyCannotBeMade
from db.store.files import draft_of
from db.store.keys import Wrapping
from db.store.vault_file import ROTATED_AT, VaultFile, is_vault
from db.types import SealedText

SERVICE = 0  # no person has this number


class Vault:
    """Seals and unseals texts by person. Made by `open_vault`."""

    def __init__(self, file: VaultFile, wrapping: Wrapping) -> None:
        self._file = file
        self._wrapping = wrapping
        self.has_news = False  # a key was made or deleted here since somebody last looked: see jobs.guard
        self._service = self._own_key("service")
        self._pepper = self._own_key("pepper")
        self._database = self._own_key("database")

    def _own_key(self, name: str) -> bytes:
        wrapped = self._file.own_key(name)
        if wrapped is None:
            self._wrapping.adding(lambda rotation: self._file.add_own_key(name, self._wrapping.fresh(), rotation))
            return self._own_key(name)
        return self._wrapping.opened(wrapped)

    @property
    def path(self) -> Path:
        """Where the vault lies."""
        return self._file.path

    def mark(self) -> str:
        """What a database keeps to know its vault by: 64 hex digits that open nothing."""
        return self.fingerprint("vault", "mark").hex()

    def database_key(self) -> str:
        """The key of the embedded database file: 64 hex digits. Rotating the master keys does not change it."""
        return hashlib.sha256(self._database).hexdigest()

    def copy_key(self, salt: bytes) -> bytes:
        """The key of a copy of a database on a server: 32 bytes, others for each salt."""
        return HKDF(SHA256(), 32, salt, b"copy of a database").derive(self._database)

    def key_for_new(self, person_id: int) -> None:
        """Gives a person who is being made a key, on the disk when this returns, so before the database commits.

        A key that is there stays. An erasure under this number is over: numbers come round a second time where an
        older database was restored.
        """
        self.keys_for_new([person_id])

    def keys_for_new(self, person_ids: Collection[int]) -> None:
        """The same for several, in one go to the disk."""
        self._add_people(person_ids, after_erasure=True)
        self.has_news = True

    def replace_lost(self, person_ids: Collection[int]) -> None:
        """Gives these people, of whom the vault knows nothing, new keys. What was sealed for them before is None."""

        def add(rotation: int) -> None:
            self._file.add_for_lost({one: self._wrapping.fresh() for one in person_ids}, rotation)

        self._wrapping.adding(add)

    def _add_people(self, person_ids: Collection[int], *, after_erasure: bool) -> None:
        def add(rotation: int) -> None:
            wrapped = {one: self._wrapping.fresh() for one in person_ids}
            self._file.add_people(wrapped, rotation, after_erasure=after_erasure)

        self._wrapping.adding(add)

    def _key(self, person_id: int) -> Fernet | None:
        if person_id == SERVICE:
            return Fernet(self._service)
        row = self._file.person(person_id)
        return Fernet(self._wrapping.opened(row[0])) if row and row[0] else None

    def seal(self, person_id: int, text: str) -> SealedText:
        """The text under the person's key, which is made at the first text. Raises PersonErased after an erasure.

        With SERVICE as the person it is a text of no one client (an update in the inbox), under the service's own key.
        """
        key = self._key(person_id)
        if key is None:
            self._add_people([person_id], after_erasure=False)
            key = self._key(person_id)
        if key is None:
            raise PersonErased(person_id=person_id)
        return SealedText(key.encrypt(text.encode()))

    def unseal(self, person_id: int, sealed: SealedText | None) -> str | None:
        """The text, or None where there is no text or no key (never made, lost, or erased). Raises SealBroken."""
        key = self._key(person_id)
        if key is None or sealed is None:
            return None
        try:
            return key.decrypt(bytes(sealed)).decode()
        except InvalidToken:
            if self._file.is_lost(person_id):
                return None
            raise SealBroken(person_id=person_id) from None

    def fingerprint(self, purpose: str, value: str) -> bytes:
        """32 bytes that are the same for the same purpose and value, and tell nothing to one without this vault."""
        return hmac.digest(self._pepper, f"{purpose}:{value}".encode(), "sha256")

    def erase(self, person_id: int, telegram_id: int | None = None) -> None:
        """Deletes the person's key for good, and with `telegram_id` suppresses that account up to this person.

        From now on their sealed texts are None, in every backup too.
        """
        self.erase_all({person_id: telegram_id})

    def erase_all(self, accounts: Mapping[int, int | None]) -> int:
        """The same for several (Telegram account by person id; None: not known) in one go to the disk.

        Gives how many keys there were.
        """
        known = {self._account(one): person_id for person_id, one in sorted(accounts.items()) if one is not None}
        gone = self._file.erase_people(accounts, known)
        self._wrapping.forget()
        self.has_news = True
        return gone

    def erased_among(self, accounts: Mapping[int, int]) -> set[int]:
        """Those of these people (Telegram account by person id) who were erased.

        Somebody was, where their id is marked as erased, or their account was suppressed under this id or a higher one.
        A higher id than the erasure covers is of somebody who came back since.
        """
        marked, suppressed = self._file.people(erased=True), self._file.all_suppressed()
        found = marked & accounts.keys()
        if suppressed:
            found |= {one for one, account in accounts.items() if one <= suppressed.get(self._account(account), 0)}
        return found

    def without_key(self, person_ids: Collection[int]) -> set[int]:
        """Those of these people of whom the vault knows nothing, not even an erasure: it is older than they are."""
        return set(person_ids) - self._file.people(erased=False) - self._file.people(erased=True)

    def not_erased(self, person_ids: Collection[int]) -> set[int]:
        """Those of these people whom the vault does not know to be erased."""
        return set(person_ids) - self._file.people(erased=True)

    @property
    def highest_person(self) -> int:
        """The highest person id that the vault ever held; 0 where it never held anybody."""
        return self._file.highest_person()

    def is_there(self) -> bool:
        """Whether its file lies where it was opened, and can be read."""
        try:
            self.generation()
        except VaultCannotBeUsed:
            return False
        return self.path.is_file()

    def generation(self) -> int:
        """The highest generation of the database that was confirmed to this vault: see db.store.service_facts."""
        return self._file.generation()

    def confirm(self, generation: int) -> None:
        """To be called when the database has committed that generation, never before."""
        self._file.confirm(generation)

    def _account(self, telegram_id: int) -> bytes:
        return self.fingerprint("telegram", str(telegram_id))

    def suppress(self, telegram_id: int) -> None:
        """Remembers, as a fingerprint, that this Telegram user was erased, whoever they were here until now."""
        self._file.erase_people((), {self._account(telegram_id): self.highest_person})

    def note_left(self, person_id: int) -> None:
        """Remembers that this person left without being erased, so that an older database does not write to them."""
        self._file.note_left(person_id)
        self.has_news = True

    def note_back(self, person_id: int) -> None:
        """For somebody who joins."""
        self._file.note_back(person_id)
        self.has_news = True

    def left_since(self, generation: int) -> set[int]:
        """Who left after a database of that generation was copied, and did not join after it."""
        return self._file.left_since(generation)

    def lift_suppression(self, telegram_id: int) -> None:
        """For somebody who was erased and has joined of their own will since."""
        self._file.lift(self._account(telegram_id))

    def is_suppressed(self, telegram_id: int) -> bool:
        """Is this Telegram user on the suppression list?"""
        return self._file.suppressed(self._account(telegram_id))

    @property
    def wrapping(self) -> Wrapping:
        """What wraps the keys in this vault, and rotates its master keys. The keys inside, and so the database, stay as
        they are."""
        return self._wrapping

    @property
    def rotated_at(self) -> datetime | None:
        """When the master keys were last rotated (UTC); None where they never were."""
        seconds = self._file.number(ROTATED_AT)
        return datetime.fromtimestamp(seconds, UTC) if seconds else None

    def copy_to(self, target: Path) -> None:
        """Puts a copy of the vault, of one moment, in place of the last one at `target`: whole, or not at all.

        It opens with the same keys. Raises VaultCopyCannotBeMade, also where `target` is this vault or no vault.
        """
        if target.exists() and (reason := self._no_copy(target)):
            raise VaultCopyCannotBeMade(path=target.absolute(), reason=reason)
        try:
            with draft_of(target) as draft:
                self._file.copy_to(draft)
                open_vault(draft, self._wrapping.keys).close()  # which it is worth nothing without
        except OSError as error:
            raise VaultCopyCannotBeMade(path=target.absolute(), reason=error.strerror or str(error)) from error

    def _no_copy(self, target: Path) -> str:
        if target.samefile(self.path):
            return "that is the vault itself"
        return "" if is_vault(target) else "what is there is no copy of a vault"

    def close(self) -> None:
        """Lets go of the file."""
        self._file.close()


def open_vault(
    path: Path, keys: tuple[str, ...], newest: Callable[[], tuple[str, ...]] | None = None, *, looks: bool = False
) -> Vault:
    """The vault at `path`, made there (0600, its folder 0700) where there is none, but for one who `looks`.

    `newest` reads the master keys again, for when another process rotates them.
    Raises VaultCannotBeOpened where none of `keys` opens it, VaultCannotBeUsed where the file cannot be used.
    """
    file = VaultFile(path, looks=looks)
    try:
        return Vault(file, Wrapping(file, keys, newest))
    except BaseException:
        file.close()
        raise
