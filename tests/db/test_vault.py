"""The vault: who can read what, what erasing means, and several processes at once."""

import stat
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from db.store.errors import PersonErased, SealBroken, VaultCannotBeOpened, VaultCannotBeUsed, VaultCopyCannotBeMade
from db.store.keys import new_key
from db.store.vault import SERVICE, Vault, open_vault
from db.types import SealedText

SAM, LEE = 1, 2
NOW = datetime(2026, 12, 1, 9, tzinfo=UTC)
WORDS = "I was at the bus stop and nearly bought a pack"


@pytest.fixture
def keys() -> tuple[str, ...]:
    """Master keys of this test's own."""
    return (new_key(),)


@pytest.fixture
def other(vault: Vault) -> Iterator[Vault]:
    """The same vault, opened as a second process opens it."""
    other = open_vault(vault.path, vault.wrapping.keys)
    yield other
    other.close()


@pytest.mark.parametrize("person", [SAM, SERVICE])
def test_what_is_sealed_is_read_by_its_person_alone(vault: Vault, person: int) -> None:
    """A text comes back with the key of its person, and with no other key."""
    vault.key_for_new(LEE)
    sealed = vault.seal(person, WORDS)
    assert vault.unseal(person, sealed) == WORDS
    with pytest.raises(SealBroken):
        vault.unseal(LEE, sealed)


def test_no_text_and_no_key_give_none(vault: Vault) -> None:
    """None stays None, and a person the vault never saw has no words."""
    sealed = vault.seal(SAM, WORDS)
    assert vault.unseal(SAM, None) is None
    assert vault.unseal(LEE, sealed) is None


def test_a_changed_byte_is_noticed(vault: Vault) -> None:
    """A sealed text that was changed is an error, never other words."""
    sealed = bytearray(vault.seal(SAM, WORDS))
    sealed[-5] ^= 1
    with pytest.raises(SealBroken):
        vault.unseal(SAM, SealedText(sealed))


def test_erasing_takes_the_words_away_everywhere(vault: Vault, other: Vault) -> None:
    """After `erase` the words are None, in every process, for ever; the words of others stay."""
    sam, lee = vault.seal(SAM, WORDS), vault.seal(LEE, WORDS)
    assert other.unseal(SAM, sam) == WORDS
    vault.erase(SAM)
    for each in (vault, other):
        assert each.unseal(SAM, sam) is None
        assert each.unseal(LEE, lee) == WORDS
        with pytest.raises(PersonErased):
            each.seal(SAM, "more")
    again = open_vault(vault.path, vault.wrapping.keys)
    assert again.unseal(SAM, sam) is None
    again.close()


def test_the_key_of_an_erased_person_is_not_in_the_file(vault: Vault) -> None:
    """The bytes of the wrapped key are gone from the vault file."""
    for person in range(10, 60):
        vault.key_for_new(person)
    row = vault._file.person(30)
    assert row
    assert row[0] is not None
    assert row[0] in vault.path.read_bytes()
    vault.erase(30)
    assert row[0] not in vault.path.read_bytes()
    assert [path.name for path in vault.path.parent.iterdir() if path.name.startswith("vault")] == ["vault"]


def test_a_new_person_under_an_old_number_has_a_new_key(vault: Vault) -> None:
    """Where a number comes round after a restore, the new person can be sealed and the old words stay gone."""
    old = vault.seal(SAM, WORDS)
    vault.erase(SAM)
    vault.key_for_new(SAM)
    assert vault.unseal(SAM, vault.seal(SAM, "new")) == "new"
    with pytest.raises(SealBroken):
        vault.unseal(SAM, old)


def test_a_key_that_is_there_stays(vault: Vault) -> None:
    """`key_for_new` a second time (a transaction that was tried twice) changes nothing."""
    vault.key_for_new(SAM)
    sealed = vault.seal(SAM, WORDS)
    vault.key_for_new(SAM)
    assert vault.unseal(SAM, sealed) == WORDS


def test_two_processes_agree_on_one_key(vault: Vault, other: Vault) -> None:
    """Two processes that seal for a new person at the same time end with one key."""
    with ThreadPoolExecutor(8) as pool:
        sealed = list(pool.map(lambda n: (vault, other)[n % 2].seal(7 + n // 4, str(n)), range(40)))
    assert [other.unseal(7 + n // 4, text) for n, text in enumerate(sealed)] == [str(n) for n in range(40)]


def test_two_processes_share_the_keys_of_the_service(vault: Vault, other: Vault) -> None:
    """Database key, fingerprints and the service's texts are the same in every process, and differ between vaults."""
    assert vault.database_key() == other.database_key()
    assert len(bytes.fromhex(vault.database_key())) == 32
    assert vault.fingerprint("x", "1") == other.fingerprint("x", "1") != vault.fingerprint("y", "1")
    assert other.unseal(SERVICE, vault.seal(SERVICE, WORDS)) == WORDS


def test_the_suppression_list_is_kept_as_fingerprints(vault: Vault, other: Vault) -> None:
    """A suppressed user is known in every process, the number is not in the file, and joining anew lifts it."""
    vault.suppress(5_550_123_456)
    vault.suppress(5_550_123_456)
    assert other.is_suppressed(5_550_123_456)
    assert not other.is_suppressed(5_550_123_457)
    assert b"5550123456" not in vault.path.read_bytes()
    assert (5_550_123_456).to_bytes(6) not in vault.path.read_bytes()
    other.lift_suppression(5_550_123_456)
    assert not vault.is_suppressed(5_550_123_456)


def test_rotating_changes_the_wrapping_and_nothing_inside(tmp_path: Path, keys: tuple[str, ...]) -> None:
    """After `rotate` the new key opens everything as it was, and the old key opens nothing."""
    vault = open_vault(tmp_path / "vault", keys)
    sealed, database_key = vault.seal(SAM, WORDS), vault.database_key()
    vault.erase(LEE)
    fresh, kept = new_key(), list[tuple[str, ...]]()
    assert vault.wrapping.rotate(fresh, kept.append, NOW) == 4
    assert kept == [(fresh, *keys)]
    assert vault.rotated_at == NOW
    assert vault.unseal(SAM, sealed) == WORDS
    vault.close()
    after = open_vault(tmp_path / "vault", (fresh,))
    assert (after.unseal(SAM, sealed), after.database_key()) == (WORDS, database_key)
    with pytest.raises(PersonErased):
        after.seal(LEE, WORDS)
    after.close()
    with pytest.raises(VaultCannotBeOpened, match="do not open the vault"):
        open_vault(tmp_path / "vault", keys)


def test_an_older_key_still_opens_and_the_newest_wraps(tmp_path: Path, keys: tuple[str, ...]) -> None:
    """With two keys in the file, the newest first, what the older one wrapped is read."""
    first = open_vault(tmp_path / "vault", keys)
    sealed = first.seal(SAM, WORDS)
    first.close()
    both = open_vault(tmp_path / "vault", (new_key(), *keys))
    assert both.unseal(SAM, sealed) == WORDS
    both.close()


def test_wrong_keys_change_nothing(vault: Vault) -> None:
    """Opening with foreign keys is refused with what to do, and the file stays as it was."""
    before = vault.path.read_bytes()
    with pytest.raises(VaultCannotBeOpened, match="in use before"):
        open_vault(vault.path, (new_key(),))
    assert vault.path.read_bytes() == before


def test_the_vault_is_for_its_owner_alone(tmp_path: Path, keys: tuple[str, ...]) -> None:
    """The file is made 0600 and its folder 0700."""
    vault = open_vault(tmp_path / "secrets" / "vault", keys)
    assert stat.S_IMODE(vault.path.stat().st_mode) == 0o600
    assert stat.S_IMODE(vault.path.parent.stat().st_mode) == 0o700
    vault.close()


@pytest.mark.parametrize("where", ["file/vault", "noise"])
def test_a_vault_that_cannot_be_used_says_so(tmp_path: Path, keys: tuple[str, ...], where: str) -> None:
    """A folder that is none, or a file that is no vault, is refused with its path."""
    (tmp_path / "file").write_text("")
    (tmp_path / "noise").write_bytes(b"noise" * 1000)
    with pytest.raises(VaultCannotBeUsed, match=where):
        open_vault(tmp_path / where, keys)
    assert (tmp_path / "noise").read_bytes() == b"noise" * 1000


class Shared:
    """Master keys in a place that several processes read, as in the file of keys."""

    def __init__(self, *keys: str) -> None:
        self.keys = keys

    def read(self) -> tuple[str, ...]:
        """What is there now."""
        return self.keys

    def keep(self, keys: tuple[str, ...]) -> None:
        """From now on these."""
        self.keys = keys


@pytest.fixture
def shared(keys: tuple[str, ...]) -> Shared:
    """The same keys, in a place that is read anew."""
    return Shared(*keys)


@pytest.fixture
def both(tmp_path: Path, shared: Shared) -> Iterator[tuple[Vault, Vault]]:
    """One vault in two processes: the first one rotates, the second one runs meanwhile."""
    first, second = (open_vault(tmp_path / "vault", shared.keys, shared.read) for _ in range(2))
    yield first, second
    first.close()
    second.close()


@pytest.mark.parametrize("drops", [False, True])
def test_who_runs_while_keys_are_rotated_goes_on(both: tuple[Vault, Vault], shared: Shared, drops: bool) -> None:
    """Another process reads what was sealed, and wraps new keys with the newest master key, even when the old one is
    gone at once: whoever starts after it reads all."""
    first, second = both
    sealed = first.seal(SAM, WORDS)
    first.wrapping.rotate(new_key(), shared.keep, NOW)
    if drops:
        assert first.wrapping.drop_old(shared.keep) == 1
    second.key_for_new(LEE)
    assert second.unseal(SAM, sealed) == WORDS
    newest = open_vault(first.path, shared.keys[:1])
    assert newest.unseal(LEE, second.seal(LEE, WORDS)) == WORDS
    newest.close()


def test_a_key_that_is_still_needed_is_not_dropped(both: tuple[Vault, Vault], shared: Shared) -> None:
    """Where something in the vault opens with an older key alone, dropping it is refused, and nothing is changed."""
    first, _ = both
    shared.keep((new_key(), *shared.keys))
    before = shared.keys
    with pytest.raises(VaultCannotBeOpened):
        first.wrapping.drop_old(shared.keep)
    assert shared.keys == before


def test_keys_that_cannot_be_read_anew_wrap_nothing(vault: Vault, other: Vault) -> None:
    """A process that was told its keys, and cannot learn the new ones, makes no key that nobody could open later."""
    vault.wrapping.rotate(new_key(), lambda _: None, NOW)
    with pytest.raises(VaultCannotBeOpened):
        other.key_for_new(LEE)
    assert vault.without_key([LEE]) == {LEE}


def test_a_copy_of_the_vault_takes_the_place_of_the_last_one(vault: Vault, tmp_path: Path) -> None:
    """It opens with the same keys and knows the same, 0600; where there is anything but a vault, nothing is written."""
    place, sealed = tmp_path / "second" / "vault", vault.seal(SAM, WORDS)
    vault.copy_to(place)
    vault.erase(SAM)
    vault.key_for_new(LEE)
    vault.copy_to(place)
    copy = open_vault(place, vault.wrapping.keys)
    assert copy.unseal(SAM, sealed) is None
    assert copy.without_key([SAM, LEE]) == set()
    copy.close()
    assert stat.S_IMODE(place.stat().st_mode) == 0o600
    assert [path.name for path in place.parent.iterdir()] == ["vault"]
    (tmp_path / "letter").write_text("Dear Sam, I am writing to you.")
    for wrong, reason in (("letter", "is no copy of a vault"), ("vault", "the vault itself")):
        before = (tmp_path / wrong).read_bytes()
        with pytest.raises(VaultCopyCannotBeMade, match=reason):
            vault.copy_to(tmp_path / wrong)
        assert (tmp_path / wrong).read_bytes() == before


def test_words_under_a_lost_key_are_gone_and_new_ones_are_kept(vault: Vault, other: Vault) -> None:
    """Who gets a new key for one that is lost has no old words, instead of damaged ones, in every process."""
    sealed = vault.seal(SAM, WORDS)
    vault._file._rows.execute("delete from people")
    assert vault.without_key([SAM]) == {SAM}
    vault.replace_lost({SAM})
    for each in (vault, other):
        assert each.unseal(SAM, sealed) is None
        assert each.unseal(SAM, each.seal(SAM, "new")) == "new"
    assert vault.without_key([SAM]) == set()
