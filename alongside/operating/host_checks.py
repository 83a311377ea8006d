"""What the doctor finds of the ground the service stands on: place, files, disk, clock, older copies, ages."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from alongside.clock import WallClock
from alongside.files import chmods, database_file, refuse_checkout, secrets_of
from alongside.settings import Settings
from bot.door.connect import time_at
from db.delivery import sight
from db.delivery.sight import Hold
from db.people import erasing
from db.store import service_facts
from db.store.engine import Database
from db.store.files import room
from db.store.leases import who_sends
from db.tx import Tx
from programme.operators import LEAST_FREE, OperatorTrouble


@dataclass(frozen=True, slots=True)
class DoctorFinding:
    """One thing looked at: `state` is ok, look (works, and you may want to know) or bad (will not work)."""

    what: str
    state: str
    words: str


MEGABYTE = 1_000_000
LITTLE = 1_000 * MEGABYTE
OFF, TOO_FAR_OFF = timedelta(seconds=5), timedelta(seconds=60)


def where_it_lies(settings: Settings) -> DoctorFinding:
    """Whether what is kept lies where `git clean` would take it."""
    try:
        refuse_checkout(settings)
    except OperatorTrouble as trouble:
        return DoctorFinding("place", "bad", str(trouble))
    return DoctorFinding("place", "ok", "outside any checkout of the program")


def rights(settings: Settings) -> DoctorFinding:
    """Who else may read or replace the files."""
    if commands := chmods(secrets_of(settings)):
        words = f"Others on this machine can get at what opens people's words. Type: {' && '.join(commands)}"
        return DoctorFinding("files", "bad", words)
    file = database_file(settings)
    if file is not None and (commands := chmods([file])):
        words = f"Others on this machine can read the database, which is encrypted. Type: {' && '.join(commands)}"
        return DoctorFinding("files", "look", words)
    if settings.secret_keys is None and not settings.secret_keys_file.exists():
        words = f"{settings.secret_keys_file} is not there yet; it is made with the first database."
        return DoctorFinding("files", "look", words)
    return DoctorFinding("files", "ok", "keys, vault and database are for their owner alone")


def disk(settings: Settings) -> DoctorFinding:
    """The free space of the folders in which something is written."""
    file = database_file(settings)
    free = room(path for path in (file, settings.vault) if path is not None)
    folder, least = min(free.items(), key=lambda item: item[1])
    words = f"{least // MEGABYTE:,} MB free at {folder}"
    if file is None:
        words += "; what the database server has is not seen from here"
    if least < LEAST_FREE:
        return DoctorFinding(
            "disk", "bad", f"{words}. Make room now: with a full disk nothing is taken in and nothing sent."
        )
    if least < LITTLE:
        return DoctorFinding("disk", "look", f"{words}. Make room soon.")
    return DoctorFinding("disk", "ok", words)


async def sender(database: Database) -> DoctorFinding:
    """Which process sends."""
    found = await database.read(lambda tx: who_sends(tx, database.url))
    if found is None:
        return DoctorFinding("sender", "look", "No process sends at this moment. Is `alongside run` running?")
    return DoctorFinding("sender", "ok", found)


async def clock(settings: Settings) -> DoctorFinding | None:
    """Whether this machine's clock is right, by Telegram's; None where that does not say."""
    before = WallClock().now()
    theirs = await time_at(settings.telegram_api)
    return None if theirs is None else clock_off(theirs, before, WallClock().now())


def clock_off(theirs: datetime, before: datetime, after: datetime) -> DoctorFinding:
    """`theirs` was said, in whole seconds, between `before` and `after` here."""
    second = timedelta(seconds=1)
    off = before - theirs - second if before > theirs + second else theirs - after if theirs > after else timedelta(0)
    words = f"{off.total_seconds():.0f} s off Telegram's"
    if off > TOO_FAR_OFF:
        words += ": check-ins come at wrong times. Set the clock, and let it be kept (timedatectl set-ntp true)."
        return DoctorFinding("clock", "bad", words)
    if off > OFF:
        return DoctorFinding("clock", "look", f"{words}. Let it be kept: timedatectl set-ntp true")
    return DoctorFinding("clock", "ok", words)


HELD_FOR_VAULT = (
    "the vault is older than the database. Crisis cards go out, nothing else does, and what people write is kept. Stop"
    " every `alongside run`, put the newest copy of the vault in place and start: then nothing is lost, and it is held"
    " no more. If this is the newest vault there is, type: alongside release. Names and words of whoever has no key in"
    " it are lost then. Delete every backup that is older than this vault: it does not know who was erased since."
)


async def held(database: Database) -> DoctorFinding:
    """Whether the database is held, or will be at the next start."""
    known = database.vault.generation()  # read first: the database is never behind what is read here
    here, found = await database.read(_generation)
    if found is None and here >= known:
        return DoctorFinding("held", "ok", "nothing is held: the database is as new as its vault knows")
    if found is None:
        words = f"The next start holds this database: it is older than its vault knows (generation {here} of {known})."
    elif found.why == "vault":
        return DoctorFinding("held", "bad", f"Held since {found.since:%Y-%m-%d %H:%M} UTC: {HELD_FOR_VAULT}")
    elif found.why == "command":
        words = f"Held since {found.since:%Y-%m-%d %H:%M} UTC, when `alongside restore` put it back."
    else:
        older = f"it is older than its vault knew then (generation {found.database} of {found.vault})"
        words = f"Held since {found.since:%Y-%m-%d %H:%M} UTC: {older}."
    what = (
        "Crisis cards go out, nothing else does, and what people write is kept. If there is a newer database, stop"
        " every `alongside run`, put that one in place and start. If this is the newest, type: alongside release"
    )
    return DoctorFinding("held", "bad", f"{words} {what}")


async def _generation(tx: Tx) -> tuple[int, Hold | None]:
    return await service_facts.generation_here(tx), await sight.get_hold(tx)


async def vault(database: Database) -> DoctorFinding:
    """Whether the vault knows everybody who is in the database."""
    unknown = database.vault.without_key(await database.read(erasing.living_people))
    if not unknown:
        return DoctorFinding("vault", "ok", "it has a key for everybody here")
    words = (
        f"People here without a key in the vault: {len(unknown)}. It is older than the database. Their names and words"
        " cannot be read, and who was erased since it was copied is not on its list. Stop every `alongside run`, put"
        f" the newest copy of the vault at {database.vault.path.absolute()} and start."
    )
    return DoctorFinding("vault", "bad", words)


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
