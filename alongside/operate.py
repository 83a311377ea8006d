"""What an operator types besides `run`: invitations, migration, texts; and what a service says of itself."""

import asyncio
import json
import os
import socket
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from datetime import datetime
from typing import Any

import structlog
from rich.console import Console
from rich.table import Table

from alongside.clock import WallClock
from alongside.files import refuse_checkout, refuse_open_secrets
from alongside.settings import Settings, SettingsWrong, read_settings
from alongside.trouble import NoDisplayName, TelegramOutOfReach, TokenRefused
from bot.door.connect import NotKnown, OutOfReach, learn_username, make_bot
from care.operators.starting import follow_zone_data
from care.people.consent import Responsible, keep_responsible
from care.people.invites import make_practitioner_invite
from care.practice.route import keep_route, nobody_named_so
from care.safety.cards import cards_in_force, keep_cards
from db.migrate import bring_file_up
from db.migrate import migrate as bring_up
from db.store import service_facts
from db.store.engine import Database, opened
from db.store.files import FileTurn, take_turn, who_uses
from db.store.opening import prepare_secrets
from db.store.url import place
from db.store.vault import Vault
from db.tx import Tx
from programme.operators import OperatorTrouble
from programme.safety.card_file import CardProblem, parse_cards
from programme.safety.cards import unconfirmed


async def who_am_i(settings: Settings) -> str:
    """The bot's username. Raises SettingsWrong, TokenRefused, TelegramOutOfReach."""
    bot = make_bot(settings.token(), settings.telegram_api)
    try:
        username = await learn_username(bot)
    except OutOfReach as error:
        raise TelegramOutOfReach(address=settings.telegram_api, reason=type(error).__name__) from None
    finally:
        await bot.session.close()
    if isinstance(username, NotKnown):
        raise TokenRefused
    return username


# Names and paths are printed as they are, and what is to be typed stays one line.
console = Console(highlight=False, markup=False, soft_wrap=True)
log = structlog.get_logger(__name__)
LOOK_EVERY = 0.5  # seconds between two looks whether the other run has ended
WAITS = "Nothing: this one takes over when the other ends. Or stop this one with Ctrl-C."


@asynccontextmanager
async def memory(settings: Settings) -> AsyncIterator[Database]:
    """The database of these settings, open for as long as the block lasts. Raises db.store.errors."""
    async with own_vault(settings) as vault:
        await bring_file_up(settings.database_url, vault=vault)
        async with _opened(settings, vault) as database:
            yield database


def _opened(settings: Settings, vault: Vault) -> AbstractAsyncContextManager[Database]:
    direct = settings.direct_url() if settings.database_direct_url else None
    return opened(settings.database_url, vault=vault, direct_url=direct)


@asynccontextmanager
async def served_memory(settings: Settings, now: datetime, stop: asyncio.Event) -> AsyncIterator[Database | None]:
    """The same for the service: an SQLite file is had by one at a time. Says so and waits where another has it; None
    where `stop` came first."""
    async with own_vault(settings):
        pass  # what is refused is refused now, and not after having waited
    turn = await _turn_of(settings.database_url, now, stop)
    if turn is None:
        yield None
        return
    try:
        async with own_vault(settings) as vault, _opened(settings, vault) as database:
            yield database
    finally:
        turn.end()


async def _turn_of(url: str, now: datetime, stop: asyncio.Event) -> FileTurn | None:
    told = False
    while not stop.is_set():
        if (turn := take_turn(url, this_process(now))) is not None:
            return turn
        if not told:
            log.warning("waits_for_another_run", database=place(url), other=who_uses(url), what_to_do=WAITS)
            told = True
        with suppress(TimeoutError):
            await asyncio.wait_for(stop.wait(), LOOK_EVERY)
    return None


def this_process(now: datetime) -> str:
    """What others are told of this process, which uses a database since `now` (UTC)."""
    return f"process {os.getpid()} on {socket.gethostname()} since {now:%Y-%m-%d %H:%M} UTC"


@asynccontextmanager
async def own_vault(settings: Settings, *, restores: bool = False) -> AsyncIterator[Vault]:
    """The vault of these settings, open for as long as the block lasts. Raises db.store.errors, and Trouble where
    others can read it or it lies in a checkout.

    `restores`: the database may be missing.
    """
    refuse_checkout(settings)
    refuse_open_secrets(settings)
    keys = settings.secret_keys.get_secret_value() if settings.secret_keys else None
    vault = await prepare_secrets(
        database_url=settings.direct_url(),
        keys=keys,
        keys_file=settings.secret_keys_file,
        vault=settings.vault,
        restores=restores,
    )
    try:
        yield vault
    finally:
        vault.close()


@asynccontextmanager
async def own_memory() -> AsyncIterator[Database]:
    """The database of this process's environment. Raises SettingsWrong and db.store.errors."""
    async with memory(read_settings()) as database:
        yield database


async def invite_practitioner(name: str, *, as_json: bool) -> None:
    """Makes an invitation for a practitioner and prints the link and the code."""
    if not name.strip():
        raise NoDisplayName
    now = WallClock().now()
    settings = read_settings()
    async with memory(settings) as database:
        token, code = await database.write(lambda tx: make_practitioner_invite(tx.at(now), name.strip()))
        username = await database.read(lambda tx: service_facts.get(tx, service_facts.BOT_USERNAME))
    if username is None:
        with suppress(OperatorTrouble):  # then the words to write to the bot do as well
            username = await who_am_i(settings)
    link = f"https://t.me/{username}?start={token}" if username else None
    if as_json:
        print(json.dumps({"link": link, "start": f"/start {token}", "token": token, "code": code}))
        return
    console.print(f"For {name.strip()}, to open on the phone with Telegram:")
    if link:
        console.print(f"  {link}")
    else:
        console.print(f"  Write this to the bot:  /start {token}")
        console.print("  (The link with the bot's name can be printed once `alongside run` has been started.)")
    console.print(f"Code, to pass on another way, by voice if you can:  {code[:3]} {code[3:]}")
    console.print("It works once, for three days. Nobody else can use it after it was opened.")


async def migrate() -> None:
    """Brings the database up to this version."""
    settings = read_settings()
    async with own_vault(settings) as vault:
        await bring_file_up(settings.database_url, vault=vault)
        await bring_up(settings.direct_url(), vault=vault)
    console.print("The database is up to date.")


def print_rows(rows: Sequence[Mapping[str, Any]], *, as_json: bool, nothing: str) -> None:
    """A table, or JSON; `nothing` where there are no rows."""
    if as_json:
        print(json.dumps(list(rows), default=str))
        return
    if not rows:
        console.print(nothing)
        return
    table = Table()
    for heading in rows[0]:
        table.add_column(heading.replace("_", " "), overflow="fold")
    for row in rows:
        table.add_row(*map(_cell, row.values()))
    console.print(table, soft_wrap=False)


def _cell(value: object) -> str:
    return f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else str(value)


async def texts_lint(*, as_json: bool) -> int:
    """Lists where a text breaks the rules; the exit code is 1 if one does."""
    from bot.texts.lint import lint_all

    findings = [{"where": finding.key, "rule": finding.rule, "words": finding.words} for finding in lint_all()]
    print_rows(findings, as_json=as_json, nothing="Every text keeps to the rules.")
    return 1 if findings else 0


def own_cards(settings: Settings) -> str:
    """The text of the service's own file of crisis cards, "" where there is none.

    Raises SettingsWrong with the line and what to change: a card that is wrong is worse than a service that waits.
    """
    path = settings.crisis_cards
    if path is None:
        return ""
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as error:
        raise SettingsWrong(f"ALONGSIDE_CRISIS_CARDS: cannot read {path} ({error.strerror}).") from None
    except UnicodeDecodeError:
        raise SettingsWrong(f"ALONGSIDE_CRISIS_CARDS: {path} is not UTF-8 text. Save it as UTF-8.") from None
    problem = parse_cards(text)
    if isinstance(problem, CardProblem):
        raise SettingsWrong(
            f"ALONGSIDE_CRISIS_CARDS: {path}, line {problem.line}: {problem.words} Change it there; an example is in"
            " docs/operators-guide.md. To use the cards that come with the program, leave the setting out."
        )
    return text


async def keep_own(database: Database, settings: Settings, cards: str, now: datetime) -> None:
    """Use these cards, names and this route from now on; what is not set any more is forgotten.

    A card past its date is logged, each number that nobody has confirmed, and a name in the route that nobody has.
    Where the time zone data is another than before, what is to come is reckoned again.
    """

    async def keep(tx: Tx) -> int:
        await keep_cards(tx, cards)
        await keep_responsible(tx, Responsible(settings.service_name, settings.controller))
        await keep_route(tx, settings.alert_route)
        return await follow_zone_data(tx.at(now))

    if moved := await database.write(keep):
        log.warning("time_zone_data_changed", people=moved)
    held = await database.read(cards_in_force)
    overdue = sorted(card.country for card in held.values() if card.is_overdue(now.date()))
    if overdue:
        log.warning("crisis_cards_past_review", countries=overdue)
    if numbers := unconfirmed(held):
        log.warning("crisis_numbers_unconfirmed", numbers=numbers, what_to_do="alongside doctor")
    if nobody := await database.read(lambda tx: nobody_named_so(tx, settings.alert_route)):
        log.warning("alert_route_names_nobody", count=len(nobody))
