"""How old the last backup and the newest master key are, for `alongside doctor`: what to do, where one is old."""

from datetime import UTC, datetime, timedelta

from alongside.settings import Settings
from db import service_facts
from db.engine import Database
from db.tx import Tx

OLD_BACKUP = timedelta(days=2)
OLD_KEY = timedelta(days=365)
State = tuple[str, str]  # ok or look, and words


async def backup_state(database: Database, now: datetime) -> State:
    """When the database was last copied by `alongside backup`, and the vault; `now` in UTC."""
    made, vault_made = await database.read(_made)
    if made is None:
        none = "No backup was made yet, or none since it was put back"
        return "look", f"{none}. Type: alongside backup PATH --vault-to PLACE"
    words = f"The last backup was made {_ago(made, now)}"
    if vault_made is None:
        return "look", f"{words}. The vault has no copy that we know of. Type: alongside backup PATH --vault-to PLACE"
    words = f"{words}, the last copy of the vault {_ago(vault_made, now)}"
    if now - min(made, vault_made) > OLD_BACKUP:
        return "look", f"{words}. Look at what makes them, and type: alongside backup PATH --vault-to PLACE"
    return "ok", words


async def _made(tx: Tx) -> tuple[datetime | None, datetime | None]:
    found = [await service_facts.get(tx, name) for name in (service_facts.LAST_BACKUP, service_facts.LAST_VAULT_COPY)]
    database, vault = (datetime.fromisoformat(one) if one else None for one in found)
    return database, vault


def _ago(moment: datetime, now: datetime) -> str:
    hours = max(0, int((now - moment) / timedelta(hours=1)))
    ago = f"{hours} hours ago" if hours < 48 else f"{hours // 24} days ago"
    return f"{ago} ({moment:%Y-%m-%d %H:%M} UTC)"


def keys_state(settings: Settings, rotated_at: datetime | None, now: datetime) -> State:
    """How old the newest master key is: since the last rotation, or since its file was made."""
    path = settings.secret_keys_file
    if rotated_at is None and (settings.secret_keys is not None or not path.exists()):
        return "ok", "never rotated; how old the key is, is not known"
    since = rotated_at or datetime.fromtimestamp(path.stat().st_mtime, UTC)
    words = f"the newest key is {max(0, (now - since).days)} days old"
    return ("look", f"{words}. Type: alongside keys rotate") if now - since > OLD_KEY else ("ok", words)
