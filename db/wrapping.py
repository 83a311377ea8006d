"""The keys in the vault are wrapped with the newest master key, by every process, also while that key is rotated."""

from collections.abc import Callable
from datetime import datetime
from functools import lru_cache

from cryptography.fernet import Fernet, InvalidToken

from db.errors import VaultCannotBeOpened
from db.failpoint import failpoint
from db.keys import wrapper
from db.vault_file import ROTATED, VaultFile, WrappedAnew

KEPT_OPEN = 10_000  # keys held unwrapped in memory, about 1 kB each
Keys = tuple[str, ...]


class Wrapping:
    """Wraps and unwraps the keys in `file`. `keys` are the master keys, the newest first; `newest` reads them anew, for
    when another process rotates them."""

    def __init__(self, file: VaultFile, keys: Keys, newest: Callable[[], Keys] | None) -> None:
        self._file = file
        self._newest = newest
        self._use(keys, file.number(ROTATED))

    def _use(self, keys: Keys, rotation: int) -> None:
        self.keys = keys
        self._rotation = rotation
        self._wrapper = wrapper(keys)
        self._unwrapped = lru_cache(KEPT_OPEN)(self._unwrap)

    def fresh(self) -> bytes:
        """A key that was made this moment, wrapped."""
        return self._wrapper.encrypt(Fernet.generate_key())

    def _unwrap(self, wrapped: bytes) -> bytes:
        try:
            return self._wrapper.decrypt(wrapped)
        except InvalidToken:
            raise VaultCannotBeOpened(path=self._file.path) from None

    def opened(self, wrapped: bytes) -> bytes:
        """The key inside. Raises VaultCannotBeOpened."""
        try:
            return self._unwrapped(wrapped)
        except VaultCannotBeOpened:
            if not self._read_anew():
                raise
            return self._unwrapped(wrapped)

    def forget(self) -> None:
        """Holds no unwrapped key in memory any more."""
        self._unwrapped.cache_clear()

    def adding(self, add: Callable[[int], None]) -> None:
        """Adds fresh keys to the file, with the rotation that they were wrapped in; once more, where the master keys
        were rotated meanwhile. Raises VaultCannotBeOpened where the newest one is not to be had."""
        try:
            add(self._rotation)
        except WrappedAnew:
            before = self._rotation
            self._read_anew()
            if self._rotation == before or self._newest is None:
                raise VaultCannotBeOpened(path=self._file.path) from None
            self.adding(add)

    def _read_anew(self) -> bool:
        """Reads the master keys anew; whether there is one that was not known. Old ones stay in mind, for what was read
        from the file a moment ago."""
        if self._newest is None:
            return False
        rotation, known = self._file.number(ROTATED), self.keys  # the number first: what comes after it is noticed
        self._use(tuple(dict.fromkeys((*self._newest(), *known))), rotation)
        return self.keys != known

    def rotate(self, fresh: str, keep: Callable[[Keys], None], at: datetime) -> int:
        """Wraps every key anew under the master key `fresh`; gives how many.

        `keep` puts the keys, the newest first, where other processes read them. It is called before the vault is
        changed, and while nobody else can change it: a kill at any moment leaves keys that open it.
        """
        with self._file.writing():
            keys = (fresh, *self._all())
            keep(keys)
            failpoint("keys_written")
            count = self._file.rewrap(wrapper(keys).rotate)
            self._file.count_rotation(int(at.timestamp()))
            failpoint("vault_wrapped")
        failpoint("keys_rotated")
        self._use(keys, self._file.number(ROTATED))
        return count

    def drop_old(self, keep: Callable[[Keys], None]) -> int:
        """Leaves the newest master key alone; gives how many are dropped. `keep` as above.

        Raises VaultCannotBeOpened where it does not open every key in the vault, and then nothing is changed.
        """
        with self._file.writing():
            keys = self._all()
            newest = wrapper(keys[:1])
            try:
                for wrapped in self._file.all_wrapped():
                    newest.decrypt(wrapped)
            except InvalidToken:
                raise VaultCannotBeOpened(path=self._file.path) from None
            keep(keys[:1])
        return len(keys) - 1

    def _all(self) -> Keys:
        return self._newest() if self._newest else self.keys
