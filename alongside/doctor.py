"""`alongside doctor`: looks at everything the service stands on, and says what to do about what is wrong."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import asdict
from datetime import date, datetime

from rich.markup import escape

from alongside import older
from alongside.ages import backup_state, keys_state
from alongside.clock import WallClock
from alongside.finding import Finding
from alongside.grounds import clock, disk, rights, sender, where_it_lies
from alongside.nights import last_night
from alongside.operate import console
from alongside.own import own_cards
from alongside.settings import Settings, SettingsWrong, read_settings
from alongside.telegram import who_am_i
from alongside.trouble import Trouble
from care.cards import cards_in_force, cards_of, own_cards_text
from care.route import nobody_named_so, operators_text
from db import hold, people, text_stops
from db.engine import Database
from db.errors import DatabaseNotMigrated, MemoryTrouble
from db.figures import figures
from db.look import look_at
from db.prepare import secrets_to_look
from db.url import is_sqlite, place
from programme.crisis_card import CrisisCard, unconfirmed
from programme.safety.card_languages import missing
from programme.safety.danger import word_lists
from programme.zones import ZoneData, in_use

MARKS = {"ok": "[green]ok  [/]", "look": "[yellow]look[/]", "bad": "[red]BAD [/]"}


async def doctor(*, as_json: bool) -> int:
    """Prints the findings; the exit code is 1 if one is bad."""
    found = [finding async for finding in examine(WallClock().now())]
    if as_json:
        print(json.dumps([asdict(finding) for finding in found]))
    else:
        for finding in found:
            words = f"{MARKS[finding.state]} {finding.what:<15} {escape(finding.words)}"
            console.print(words, markup=True)
    return 1 if any(finding.state == "bad" for finding in found) else 0


async def examine(now: datetime) -> AsyncIterator[Finding]:
    """Looks at one thing after the other, as it is at `now` (UTC); what cannot be looked at is left out."""
    try:
        settings = read_settings()
    except SettingsWrong as wrong:
        yield Finding("settings", "bad", str(wrong))
        return
    for finding in _of_settings(settings, now.date()):
        yield finding
    cards: str | None = None
    try:
        cards = own_cards(settings)
    except SettingsWrong as wrong:
        yield Finding("crisis cards", "bad", str(wrong))
    async for finding in _remembered(settings, now, cards):
        yield finding
    yield await _telegram(settings)
    if (found := await clock(settings)) is not None:
        yield found


async def _remembered(settings: Settings, now: datetime, cards: str | None) -> AsyncIterator[Finding]:
    try:
        async with _looked_at(settings) as database:
            if database is None:
                yield _nothing_yet(settings)
            for finding in [] if cards is None else await _cards(database, now, cards):
                yield finding
            if database is not None:
                async for finding in _looks(database, settings, now):
                    yield finding
    except DatabaseNotMigrated as trouble:
        yield Finding("database", "look" if is_sqlite(settings.database_url) else "bad", str(trouble))
    except MemoryTrouble as trouble:
        yield Finding("database", "bad", str(trouble))


def _of_settings(settings: Settings, today: date) -> list[Finding]:
    """What can be said without the database."""
    ground = (where_it_lies(settings), rights(settings), disk(settings))
    return [_named(settings), *_word_lists(), zone_data(in_use(), today), _webhook(settings), *ground]


@asynccontextmanager
async def _looked_at(settings: Settings) -> AsyncIterator[Database | None]:
    """The database, to be read alone: nothing is made, migrated or changed. None where there is none yet."""
    keys = settings.secret_keys.get_secret_value() if settings.secret_keys else None
    url = settings.direct_url()  # past a pooler, which might lead each statement to another session
    vault = await secrets_to_look(
        database_url=url, keys=keys, keys_file=settings.secret_keys_file, vault=settings.vault
    )
    if vault is None:
        yield None
        return
    with closing(vault):
        async with look_at(url, vault=vault) as database:
            yield database


def _nothing_yet(settings: Settings) -> Finding:
    file = is_sqlite(settings.database_url)
    words = "`alongside run` makes it." if file else "Type: alongside migrate"
    return Finding("database", "look", f"There is none at {place(settings.database_url)} yet. {words}")


async def _looks(database: Database, settings: Settings, now: datetime) -> AsyncIterator[Finding]:
    yield await _alert_route(database, settings.alert_route)
    yield await _alarms(settings, database)
    yield await _stopped_texts(database)
    async for finding in _memory(database, settings, now):
        yield finding
    yield await sender(database)


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


def _word_lists() -> list[Finding]:
    """The lists of words of danger that no clinician has signed; one finding where all are."""
    unsigned = [one for one in word_lists() if not one.is_reviewed]
    if not unsigned:
        return [Finding("words of danger", "ok", f"{len(word_lists())} word lists, each signed")]
    names = ", ".join(f"{one.title} ({one.locale}.toml)" for one in unsigned)
    words = f"Word list not reviewed: {names}. A clinician reads each and writes name and date into it."
    return [Finding("words of danger", "look", words)]


def zone_data(data: ZoneData, today: date) -> Finding:
    """Which time zone data runs, and whether it is the one that this version was tested with."""
    named = f"tzdata {data.version} ({data.iana}) in {data.path}"
    if not data.is_pinned:
        words = (
            f"{named}, not what this version needs: clocks may be an hour off. Type: pip install -r requirements.txt"
        )
        return Finding("time zones", "bad", words)
    if data.is_old(today):
        return Finding(
            "time zones", "look", f"{named}, over a year old: some country has changed its clocks since. Update."
        )
    return Finding("time zones", "ok", named)


async def _cards(database: Database | None, now: datetime, cards: str) -> list[Finding]:
    """Of the cards that are in force; `cards` are those of the file, which hold from the next start."""
    held = await database.read(cards_in_force) if database is not None else cards_of(cards)
    kept = await database.read(own_cards_text) if database is not None else cards
    return [_crisis_cards(held, now, waits=kept != cards), _crisis_numbers(held), _card_languages()]


def _crisis_cards(held: Mapping[str, CrisisCard], now: datetime, *, waits: bool) -> Finding:
    overdue = sorted(card.country for card in held.values() if card.is_overdue(now.date()))
    first = min(line.review_by for card in held.values() for line in card.lines)
    if overdue:
        words = f"Check each number of {', '.join(overdue)} with its owner: the review date has passed."
        return Finding("crisis cards", "look", words)
    if waits:
        words = "What ALONGSIDE_CRISIS_CARDS says is used from the next start of `alongside run`."
        return Finding("crisis cards", "look", words)
    return Finding("crisis cards", "ok", f"{', '.join(sorted(held))}; the first date to look again is {first}")


def _crisis_numbers(held: Mapping[str, CrisisCard]) -> Finding:
    """Those that no page of their owner was found for, and that no file has confirmed."""
    numbers = unconfirmed(held)
    if not numbers:
        return Finding("crisis numbers", "ok", "each rests on a page of its owner, or on your word")
    words = (
        f"No page of its owner was found for {', '.join(numbers)}. Check each, then confirm it in the file of cards."
    )
    return Finding("crisis numbers", "look", f"{words} The operator's guide says how.")


def _card_languages() -> Finding:
    """What of the cards is there in other languages, word for word as it was published; the rest is in English."""
    lacking = "; ".join(f"{language}: {', '.join(cards)}" for language, cards in missing().items() if cards)
    words = f"There are no lines for {lacking}. In any other language people get the numbers first, then English."
    return Finding("card languages", "look", words)


async def _alert_route(database: Database, text: str) -> Finding:
    """Whether every name in the route for requests is that of one practitioner who is here."""
    nobody = await database.read(lambda tx: nobody_named_so(tx, text))
    if nobody:
        words = (
            f"ALONGSIDE_ALERT_ROUTE: no one practitioner here is called {', '.join(nobody)}. Write names as they stand"
            " here, one for each; invite who is missing with `alongside invite practitioner`."
        )
        return Finding("alert route", "bad", words)
    if await database.read(operators_text) != text:
        words = "What ALONGSIDE_ALERT_ROUTE says is used from the next start of `alongside run`."
        return Finding("alert route", "look", words)
    return Finding("alert route", "ok", text or "each practitioner, in the hours and with the cover that they set")


async def _alarms(settings: Settings, database: Database) -> Finding:
    """Whether anybody is told of trouble, and whether the chat that was told last let itself be told."""
    chat = settings.alarm_chat
    if chat is None and settings.alarm_hook is None:
        words = "Nobody is told of trouble. Set ALONGSIDE_ALARM_CHAT or ALONGSIDE_ALARM_HOOK; the guide says how."
        return Finding("alarms", "look", words)
    person = None if chat is None else await database.read(lambda tx: people.find(tx, chat))
    if person is not None and person.cannot_reach_since is not None:
        words = "The bot may not write to ALONGSIDE_ALARM_CHAT. Write /start to the bot from that account."
        return Finding("alarms", "bad", words)
    told = [name for name, there in (("the alarm chat", chat), ("the hook", settings.alarm_hook)) if there]
    return Finding("alarms", "ok", f"told to {' and '.join(told)}")


async def _stopped_texts(database: Database) -> Finding:
    """What is not said to anybody at present, by the word of an operator."""
    stops = await database.read(text_stops.every)
    if not stops:
        return Finding("texts", "ok", "nothing is stopped")
    names = ", ".join(f"{one.name} (since {one.at:%Y-%m-%d %H:%M} UTC, by {one.by})" for one in stops)
    return Finding("texts", "look", f"Stopped: {names}. The way back: alongside texts stop NAME --undo")


async def _memory(database: Database, settings: Settings, now: datetime) -> AsyncIterator[Finding]:
    yield Finding("database", "ok", f"{database.dialect}, open and up to date")
    yield await older.held(database)
    yield await older.vault(database)
    yield Finding("backup", *await backup_state(database, now))
    yield Finding("keys", *keys_state(settings, database.vault.rotated_at, now))
    counts = await database.read(lambda tx: figures(tx.at(now)))
    trouble = counts.inbox_dead or counts.outbox_uncertain
    words = f"{counts.inbox_dead} updates set aside, {counts.outbox_uncertain} messages of unknown fate"
    hint = " (alongside inbox dead, alongside outbox uncertain)" if trouble else ""
    yield Finding("doors", "look" if trouble else "ok", words + hint)
    yield Finding("retention", *await last_night(database, now))
    waiting, unopened = counts.requests_waiting, counts.requests_late
    words = f"{waiting} requests for help not opened, {unopened} of them past the time that was promised"
    yield Finding("requests", "look" if unopened else "ok", words)
    late = counts.late_seconds
    why = "The database is held." if await database.read(hold.get) else "Is `alongside run` running?"
    words = f"The oldest due plan waits for {late:.0f} s. {why}" if late > 60 else "nothing waits"
    yield Finding("schedule", "look" if late > 60 else "ok", words)


async def _telegram(settings: Settings) -> Finding:
    try:
        username = await who_am_i(settings)
    except (SettingsWrong, Trouble) as trouble:
        return Finding("telegram", "bad", str(trouble))
    return Finding("telegram", "ok", f"@{username} at {settings.telegram_api}")
