"""`alongside doctor`: looks at everything the service stands on, and says what to do about what is wrong."""

import json
import stat
from collections.abc import AsyncIterator
from dataclasses import asdict, dataclass
from importlib.metadata import version
from pathlib import Path

from alongside.clock import WallClock
from alongside.operate import console, memory
from alongside.settings import Settings, SettingsWrong, read_settings
from alongside.telegram import who_am_i
from alongside.trouble import Trouble
from db import service_facts
from db.engine import Database
from db.errors import MemoryTrouble
from db.figures import figures
from programme.crisis_card import CARDS

MARKS = {"ok": "[green]ok  [/]", "look": "[yellow]look[/]", "bad": "[red]BAD [/]"}


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at: `state` is ok, look (works, and you may want to know) or bad (will not work)."""

    what: str
    state: str
    words: str


async def doctor(*, as_json: bool) -> int:
    """Prints the findings; the exit code is 1 if one is bad."""
    found = [finding async for finding in examine()]
    if as_json:
        print(json.dumps([asdict(finding) for finding in found]))
    else:
        for finding in found:
            console.print(f"{MARKS[finding.state]} {finding.what:<14} {finding.words}", soft_wrap=True)
    return 1 if any(finding.state == "bad" for finding in found) else 0


async def examine() -> AsyncIterator[Finding]:
    """Looks at one thing after the other; what cannot be looked at because of another is left out."""
    try:
        settings = read_settings()
    except SettingsWrong as wrong:
        yield Finding("settings", "bad", str(wrong))
        return
    yield _named(settings)
    yield _webhook(settings)
    yield _rights(settings.secret_keys_file if settings.secret_keys is None else None)
    yield _crisis_cards()
    try:
        async with memory(settings) as database:
            async for finding in _memory(database):
                yield finding
            yield await _telegram(settings, database)
    except MemoryTrouble as trouble:
        yield Finding("database", "bad", str(trouble))
        yield await _telegram(settings, None)


def _named(settings: Settings) -> Finding:
    named = {"ALONGSIDE_SERVICE_NAME": settings.service_name, "ALONGSIDE_CONTROLLER": settings.controller}
    missing = [name for name, value in named.items() if not value]
    if missing:
        return Finding("settings", "look", f"{' and '.join(missing)} not set: /privacy cannot say who is responsible.")
    return Finding("settings", "ok", "read")


def _webhook(settings: Settings) -> Finding:
    try:
        webhook = settings.webhook()
    except SettingsWrong as wrong:
        return Finding("door in", "bad", str(wrong))
    return Finding("door in", "ok", f"webhook at {webhook[0]}" if webhook else "polling")


def _rights(keys_file: Path | None) -> Finding:
    if keys_file is None:
        return Finding("keys", "ok", "from ALONGSIDE_SECRET_KEYS")
    if not keys_file.exists():
        return Finding("keys", "look", f"{keys_file} is not there yet; it is made with the first database.")
    if stat.S_IMODE(keys_file.stat().st_mode) & 0o077:
        return Finding("keys", "bad", f"Others on this machine can read {keys_file}. Type: chmod 600 {keys_file}")
    return Finding("keys", "ok", f"{keys_file}, for its owner alone")


def _crisis_cards() -> Finding:
    today = WallClock().now().date()
    overdue = sorted({card.country for card in CARDS.values() for line in card.lines if line.review_by < today})
    if overdue:
        words = f"Check each number of {', '.join(overdue)} with its owner: the review date has passed."
        return Finding("crisis cards", "look", words)
    return Finding("crisis cards", "ok", f"{len(CARDS)} countries, none past its review date")


async def _memory(database: Database) -> AsyncIterator[Finding]:
    yield Finding("database", "ok", f"{database.dialect}, open and up to date")
    counts = await database.read(lambda tx: figures(tx, WallClock().now()))
    trouble = counts.inbox_dead or counts.outbox_uncertain
    words = f"{counts.inbox_dead} updates set aside, {counts.outbox_uncertain} messages of unknown fate"
    hint = " (alongside inbox dead, alongside outbox uncertain)" if trouble else ""
    yield Finding("doors", "look" if trouble else "ok", words + hint)
    late = counts.late_seconds
    words = f"The oldest due plan waits for {late:.0f} s. Is `alongside run` running?" if late > 60 else "nothing waits"
    yield Finding("schedule", "look" if late > 60 else "ok", words)
    yield Finding("time zones", "ok", f"tzdata {version('tzdata')}")


async def _telegram(settings: Settings, database: Database | None) -> Finding:
    try:
        username = await who_am_i(settings)
    except (SettingsWrong, Trouble) as trouble:
        return Finding("telegram", "bad", str(trouble))
    if database is not None:
        await database.write(lambda tx: service_facts.put(tx, service_facts.BOT_USERNAME, username))
    return Finding("telegram", "ok", f"@{username} at {settings.telegram_api}")
