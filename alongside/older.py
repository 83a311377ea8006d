"""What the doctor finds of a database or a vault that is an older copy."""

from alongside.finding import Finding
from db import erasure, generation, hold
from db.engine import Database
from db.hold import Hold
from db.tx import Tx

HELD_FOR_VAULT = (
    "the vault is older than the database. Crisis cards go out, nothing else does, and what people write is kept. Stop"
    " every `alongside run`, put the newest copy of the vault in place and start: then nothing is lost, and it is held"
    " no more. If this is the newest vault there is, type: alongside release. Names and words of whoever has no key in"
    " it are lost then. Delete every backup that is older than this vault: it does not know who was erased since."
)


async def held(database: Database) -> Finding:
    """Whether the database is held, or will be at the next start."""
    known = database.vault.generation()  # read first: the database is never behind what is read here
    here, found = await database.read(_generation)
    if found is None and here >= known:
        return Finding("held", "ok", "nothing is held: the database is as new as its vault knows")
    if found is None:
        words = f"The next start holds this database: it is older than its vault knows (generation {here} of {known})."
    elif found.why == "vault":
        return Finding("held", "bad", f"Held since {found.since:%Y-%m-%d %H:%M} UTC: {HELD_FOR_VAULT}")
    elif found.why == "command":
        words = f"Held since {found.since:%Y-%m-%d %H:%M} UTC, when `alongside restore` put it back."
    else:
        older = f"it is older than its vault knew then (generation {found.database} of {found.vault})"
        words = f"Held since {found.since:%Y-%m-%d %H:%M} UTC: {older}."
    what = (
        "Crisis cards go out, nothing else does, and what people write is kept. If there is a newer database, stop"
        " every `alongside run`, put that one in place and start. If this is the newest, type: alongside release"
    )
    return Finding("held", "bad", f"{words} {what}")


async def _generation(tx: Tx) -> tuple[int, Hold | None]:
    return await generation.here(tx), await hold.get(tx)


async def vault(database: Database) -> Finding:
    """Whether the vault knows everybody who is in the database."""
    unknown = database.vault.without_key(await database.read(erasure.living))
    if not unknown:
        return Finding("vault", "ok", "it has a key for everybody here")
    words = (
        f"People here without a key in the vault: {len(unknown)}. It is older than the database. Their names and words"
        " cannot be read, and who was erased since it was copied is not on its list. Stop every `alongside run`, put"
        f" the newest copy of the vault at {database.vault.path.absolute()} and start."
    )
    return Finding("vault", "bad", words)
