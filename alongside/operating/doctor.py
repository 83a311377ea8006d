"""`alongside doctor`: looks at everything the service stands on, and says what to do about what is wrong."""

import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager, closing
from dataclasses import asdict
from datetime import date, datetime

from rich.markup import escape

from alongside.clock import WallClock
from alongside.health import last_night
from alongside.operate import console, own_cards, who_am_i
from alongside.operating import host_checks
from alongside.operating.host_checks import (
    DoctorFinding,
    backup_state,
    clock,
    disk,
    keys_state,
    rights,
    sender,
    where_it_lies,
)
from alongside.settings import Settings, SettingsWrong, read_settings
from care.practice.route import nobody_named_so, operators_text
from care.safety.cards import cards_in_force, cards_of, own_cards_text
from db.delivery import sight, wordings
from db.delivery.sight import figures
from db.people import accounts
from db.store.engine import Database
from db.store.errors import DatabaseNotMigrated, MemoryTrouble
from db.store.opening import look_at, secrets_to_look
from db.store.url import is_sqlite, place
from programme.operators import OperatorTrouble
from programme.safety.card_file import languages_missing
from programme.safety.cards import CrisisCard, unconfirmed
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


async def examine(now: datetime) -> AsyncIterator[DoctorFinding]:
    """Looks at one thing after the other, as it is at `now` (UTC); what cannot be looked at is left out."""
    try:
        settings = read_settings()
    except SettingsWrong as wrong:
        yield DoctorFinding("settings", "bad", str(wrong))
        return
    for finding in _of_settings(settings, now.date()):
        yield finding
    cards: str | None = None
    try:
        cards = own_cards(settings)
    except SettingsWrong as wrong:
        yield DoctorFinding("crisis cards", "bad", str(wrong))
    async for finding in _remembered(settings, now, cards):
        yield finding
    yield await _telegram(settings)
    if (found := await clock(settings)) is not None:
        yield found


async def _remembered(settings: Settings, now: datetime, cards: str | None) -> AsyncIterator[DoctorFinding]:
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
        yield DoctorFinding("database", "look" if is_sqlite(settings.database_url) else "bad", str(trouble))
    except MemoryTrouble as trouble:
        yield DoctorFinding("database", "bad", str(trouble))


def _of_settings(settings: Settings, today: date) -> list[DoctorFinding]:
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


def _nothing_yet(settings: Settings) -> DoctorFinding:
    file = is_sqlite(settings.database_url)
    words = "`alongside run` makes it." if file else "Type: alongside migrate"
    return DoctorFinding("database", "look", f"There is none at {place(settings.database_url)} yet. {words}")


async def _looks(database: Database, settings: Settings, now: datetime) -> AsyncIterator[DoctorFinding]:
    yield await _alert_route(database, settings.alert_route)
    yield await _alarms(settings, database)
    yield await _stopped_texts(database)
    async for finding in _memory(database, settings, now):
        yield finding
    yield await sender(database)


def _named(settings: Settings) -> DoctorFinding:
    named = {"ALONGSIDE_SERVICE_NAME": settings.service_name, "ALONGSIDE_CONTROLLER": settings.controller}
    missing = [name for name, value in named.items() if not value]
    if missing:
        return DoctorFinding(
            "settings", "look", f"{' and '.join(missing)} not set: /privacy cannot say who is responsible."
        )
    return DoctorFinding("settings", "ok", "read")


def _webhook(settings: Settings) -> DoctorFinding:
    try:
        webhook = settings.webhook()
    except SettingsWrong as wrong:
        return DoctorFinding("door in", "bad", str(wrong))
    return DoctorFinding("door in", "ok", f"webhook at {webhook[0]}" if webhook else "polling")


def _word_lists() -> list[DoctorFinding]:
    """The lists of words of danger that no clinician has signed; one finding where all are."""
    unsigned = [one for one in word_lists() if not one.is_reviewed]
    if not unsigned:
        return [DoctorFinding("words of danger", "ok", f"{len(word_lists())} word lists, each signed")]
    names = ", ".join(f"{one.title} ({one.locale}.toml)" for one in unsigned)
    words = f"Word list not reviewed: {names}. A clinician reads each and writes name and date into it."
    return [DoctorFinding("words of danger", "look", words)]


def zone_data(data: ZoneData, today: date) -> DoctorFinding:
    """Which time zone data runs, and whether it is the one that this version was tested with."""
    named = f"tzdata {data.version} ({data.iana}) in {data.path}"
    if not data.is_pinned:
        words = (
            f"{named}, not what this version needs: clocks may be an hour off. Type: pip install -r requirements.txt"
        )
        return DoctorFinding("time zones", "bad", words)
    if data.is_old(today):
        return DoctorFinding(
            "time zones", "look", f"{named}, over a year old: some country has changed its clocks since. Update."
        )
    return DoctorFinding("time zones", "ok", named)


async def _cards(database: Database | None, now: datetime, cards: str) -> list[DoctorFinding]:
    """Of the cards that are in force; `cards` are those of the file, which hold from the next start."""
    held = await database.read(cards_in_force) if database is not None else cards_of(cards)
    kept = await database.read(own_cards_text) if database is not None else cards
    return [_crisis_cards(held, now, waits=kept != cards), _crisis_numbers(held), _card_languages()]


def _crisis_cards(held: Mapping[str, CrisisCard], now: datetime, *, waits: bool) -> DoctorFinding:
    overdue = sorted(card.country for card in held.values() if card.is_overdue(now.date()))
    first = min(line.review_by for card in held.values() for line in card.lines)
    if overdue:
        words = f"Check each number of {', '.join(overdue)} with its owner: the review date has passed."
        return DoctorFinding("crisis cards", "look", words)
    if waits:
        words = "What ALONGSIDE_CRISIS_CARDS says is used from the next start of `alongside run`."
        return DoctorFinding("crisis cards", "look", words)
    return DoctorFinding("crisis cards", "ok", f"{', '.join(sorted(held))}; the first date to look again is {first}")


def _crisis_numbers(held: Mapping[str, CrisisCard]) -> DoctorFinding:
    """Those that no page of their owner was found for, and that no file has confirmed."""
    numbers = unconfirmed(held)
    if not numbers:
        return DoctorFinding("crisis numbers", "ok", "each rests on a page of its owner, or on your word")
    words = (
        f"No page of its owner was found for {', '.join(numbers)}. Check each, then confirm it in the file of cards."
    )
    return DoctorFinding("crisis numbers", "look", f"{words} The operator's guide says how.")


def _card_languages() -> DoctorFinding:
    """What of the cards is there in other languages, word for word as it was published; the rest is in English."""
    lacking = "; ".join(f"{language}: {', '.join(cards)}" for language, cards in languages_missing().items() if cards)
    words = f"There are no lines for {lacking}. In any other language people get the numbers first, then English."
    return DoctorFinding("card languages", "look", words)


async def _alert_route(database: Database, text: str) -> DoctorFinding:
    """Whether every name in the route for requests is that of one practitioner who is here."""
    nobody = await database.read(lambda tx: nobody_named_so(tx, text))
    if nobody:
        words = (
            f"ALONGSIDE_ALERT_ROUTE: no one practitioner here is called {', '.join(nobody)}. Write names as they stand"
            " here, one for each; invite who is missing with `alongside invite practitioner`."
        )
        return DoctorFinding("alert route", "bad", words)
    if await database.read(operators_text) != text:
        words = "What ALONGSIDE_ALERT_ROUTE says is used from the next start of `alongside run`."
        return DoctorFinding("alert route", "look", words)
    return DoctorFinding(
        "alert route", "ok", text or "each practitioner, in the hours and with the cover that they set"
    )


async def _alarms(settings: Settings, database: Database) -> DoctorFinding:
    """Whether anybody is told about trouble, and whether the chat that was told last let itself be told."""
    chat = settings.alarm_chat
    if chat is None and settings.alarm_hook is None:
        words = "Nobody is told of trouble. Set ALONGSIDE_ALARM_CHAT or ALONGSIDE_ALARM_HOOK; the guide says how."
        return DoctorFinding("alarms", "look", words)
    person = None if chat is None else await database.read(lambda tx: accounts.find(tx, chat))
    if person is not None and person.cannot_reach_since is not None:
        words = "The bot may not write to ALONGSIDE_ALARM_CHAT. Write /start to the bot from that account."
        return DoctorFinding("alarms", "bad", words)
    told = [name for name, there in (("the alarm chat", chat), ("the hook", settings.alarm_hook)) if there]
    return DoctorFinding("alarms", "ok", f"told to {' and '.join(told)}")


async def _stopped_texts(database: Database) -> DoctorFinding:
    """What is not said to anybody at present, by the word of an operator."""
    stops = await database.read(wordings.every_stop)
    if not stops:
        return DoctorFinding("texts", "ok", "nothing is stopped")
    names = ", ".join(f"{one.name} (since {one.at:%Y-%m-%d %H:%M} UTC, by {one.by})" for one in stops)
    return DoctorFinding("texts", "look", f"Stopped: {names}. The way back: alongside texts stop NAME --undo")


async def _memory(database: Database, settings: Settings, now: datetime) -> AsyncIterator[DoctorFinding]:
    yield DoctorFinding("database", "ok", f"{database.dialect}, open and up to date")
    yield await host_checks.held(database)
    yield await host_checks.vault(database)
    yield DoctorFinding("backup", *await backup_state(database, now))
    yield DoctorFinding("keys", *keys_state(settings, database.vault.rotated_at, now))
    counts = await database.read(lambda tx: figures(tx.at(now)))
    trouble = counts.inbox_dead or counts.outbox_uncertain
    words = f"{counts.inbox_dead} updates set aside, {counts.outbox_uncertain} messages of unknown fate"
    hint = " (alongside inbox dead, alongside outbox uncertain)" if trouble else ""
    yield DoctorFinding("doors", "look" if trouble else "ok", words + hint)
    yield DoctorFinding("retention", *await last_night(database, now))
    waiting, unopened = counts.requests_waiting, counts.requests_late
    words = f"{waiting} requests for help not opened, {unopened} of them past the time that was promised"
    yield DoctorFinding("requests", "look" if unopened else "ok", words)
    late = counts.late_seconds
    why = "The database is held." if await database.read(sight.get_hold) else "Is `alongside run` running?"
    words = f"The oldest due plan waits for {late:.0f} s. {why}" if late > 60 else "nothing waits"
    yield DoctorFinding("schedule", "look" if late > 60 else "ok", words)


async def _telegram(settings: Settings) -> DoctorFinding:
    try:
        username = await who_am_i(settings)
    except OperatorTrouble as trouble:
        return DoctorFinding("telegram", "bad", str(trouble))
    return DoctorFinding("telegram", "ok", f"@{username} at {settings.telegram_api}")
