"""What the doctor finds of the ground the service stands on: its place, files, disk, clock, and who runs it."""

from datetime import datetime, timedelta

from alongside.checkout import refuse_checkout
from alongside.clock import WallClock
from alongside.finding import Finding
from alongside.rights import chmods, database_file, secrets_of
from alongside.settings import Settings
from alongside.trouble import Trouble
from bot.connect import time_at
from db.engine import Database
from db.sender import who_sends
from db.space import room
from programme.troubles import LEAST_FREE

MEGABYTE = 1_000_000
LITTLE = 1_000 * MEGABYTE
OFF, TOO_FAR_OFF = timedelta(seconds=5), timedelta(seconds=60)


def where_it_lies(settings: Settings) -> Finding:
    """Whether what is kept lies where `git clean` would take it."""
    try:
        refuse_checkout(settings)
    except Trouble as trouble:
        return Finding("place", "bad", str(trouble))
    return Finding("place", "ok", "outside any checkout of the program")


def rights(settings: Settings) -> Finding:
    """Who else may read or replace the files."""
    if commands := chmods(secrets_of(settings)):
        words = f"Others on this machine can get at what opens people's words. Type: {' && '.join(commands)}"
        return Finding("files", "bad", words)
    file = database_file(settings)
    if file is not None and (commands := chmods([file])):
        words = f"Others on this machine can read the database, which is encrypted. Type: {' && '.join(commands)}"
        return Finding("files", "look", words)
    if settings.secret_keys is None and not settings.secret_keys_file.exists():
        words = f"{settings.secret_keys_file} is not there yet; it is made with the first database."
        return Finding("files", "look", words)
    return Finding("files", "ok", "keys, vault and database are for their owner alone")


def disk(settings: Settings) -> Finding:
    """The free space of the folders in which something is written."""
    file = database_file(settings)
    free = room(path for path in (file, settings.vault) if path is not None)
    folder, least = min(free.items(), key=lambda item: item[1])
    words = f"{least // MEGABYTE:,} MB free at {folder}"
    if file is None:
        words += "; what the database server has is not seen from here"
    if least < LEAST_FREE:
        return Finding("disk", "bad", f"{words}. Make room now: with a full disk nothing is taken in and nothing sent.")
    if least < LITTLE:
        return Finding("disk", "look", f"{words}. Make room soon.")
    return Finding("disk", "ok", words)


async def sender(database: Database) -> Finding:
    """Which process sends."""
    found = await database.read(lambda tx: who_sends(tx, database.url))
    if found is None:
        return Finding("sender", "look", "No process sends at this moment. Is `alongside run` running?")
    return Finding("sender", "ok", found)


async def clock(settings: Settings) -> Finding | None:
    """Whether this machine's clock is right, by Telegram's; None where that does not say."""
    before = WallClock().now()
    theirs = await time_at(settings.telegram_api)
    return None if theirs is None else clock_off(theirs, before, WallClock().now())


def clock_off(theirs: datetime, before: datetime, after: datetime) -> Finding:
    """`theirs` was said, in whole seconds, between `before` and `after` here."""
    second = timedelta(seconds=1)
    off = before - theirs - second if before > theirs + second else theirs - after if theirs > after else timedelta(0)
    words = f"{off.total_seconds():.0f} s off Telegram's"
    if off > TOO_FAR_OFF:
        words += ": check-ins come at wrong times. Set the clock, and let it be kept (timedatectl set-ntp true)."
        return Finding("clock", "bad", words)
    if off > OFF:
        return Finding("clock", "look", f"{words}. Let it be kept: timedatectl set-ntp true")
    return Finding("clock", "ok", words)
