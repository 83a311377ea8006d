"""One transaction, as a query gets it: its moment, and the means to seal and unseal words."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, CursorResult, Executable
from sqlalchemy.ext.asyncio import AsyncConnection

from db.store.vault import Vault
from db.types import SealedText

Params = Mapping[str, Any] | Sequence[Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Tx:
    """One transaction. It has no commit: Database.write commits, when the function given to it comes back.

    A plain connection is one of db.store.opening. `update_id`: the update that is being handled in it, for what is
    said. `moment`: when it happens (UTC), which whoever opens the transaction says with `at`; acts read it as `now`.
    """

    connection: AsyncConnection | Connection
    vault: Vault
    update_id: int | None = None
    moment: datetime | None = None

    @property
    def now(self) -> datetime:
        """The moment of everything that is done in it (UTC). Raises ValueError where nobody has said it."""
        if self.moment is None:
            raise ValueError("say when it happens: tx.at(now)")
        return self.moment

    def at(self, moment: datetime) -> "Tx":
        """The same transaction, with everything in it happening at that moment (UTC)."""
        return replace(self, moment=moment)

    @property
    def dialect(self) -> str:
        """Which database it is: sqlite or postgresql."""
        return self.connection.dialect.name

    async def run(self, statement: Executable, params: Params | None = None) -> CursorResult[Any]:
        """Runs one statement; a list of params runs it for each, in bulk. Raises sqlalchemy.exc.IntegrityError."""
        if isinstance(self.connection, Connection):
            return self.connection.execute(statement, params)
        return await self.connection.execute(statement, params)

    def keys_for_new(self, person_ids: Collection[int]) -> None:
        """To be called when people's rows are made: see Vault.key_for_new."""
        self.vault.keys_for_new(person_ids)

    def seal(self, person_id: int, text: str) -> SealedText:
        """The text under the person's key (0: the service's own). Raises PersonErased."""
        return self.vault.seal(person_id, text)

    def unseal(self, person_id: int, sealed: SealedText | None) -> str | None:
        """The text, or None where there is none or the person was erased (0: the service's own key)."""
        return self.vault.unseal(person_id, sealed)
