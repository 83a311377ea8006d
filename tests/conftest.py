"""What every test may ask for: a fresh database of either kind, a browser, and settings of nobody."""

import asyncio
import gc
import os
import shutil
import ssl
from collections.abc import AsyncIterator, Iterator
from contextlib import ExitStack, closing, contextmanager
from functools import cache
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import settings
from playwright.async_api import Page, async_playwright

from bot import screens
from bot.door.dispatch import tap_table
from bot.kit.screen import Screen
from bot.kit.visit import read_data
from db.delivery.screens import ScreenRow
from db.delivery.wordings import Stops
from db.migrate import migrate
from db.store.engine import Database, open_database
from db.store.keys import new_key
from db.store.vault import Vault, open_vault
from db.tx import Tx
from programme.people.person import Person
from tests.databases import KINDS, emptied, file_in, fresh, name_of
from trials.postgres import PostgresMissing, postgres

pytest_plugins = ["tests.tiers"]
LEFT_OUT = "LEFT OUT:"
BY_CHANCE = "by chance"  # a property of a test: what it drew, as the command that does it once more
KEY = new_key()
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
# As root Chromium has no sandbox to use, and it is not to call home while we look at it.
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-sync",
    "--disable-background-networking",
    "--disable-component-update",
]
# aiogram reads the world's certificates for each bot; the tests make a thousand, and speak to this machine alone.
ssl.create_default_context = cache(ssl.create_default_context)  # type: ignore[assignment]
gc.disable()  # until all is collected, see below
settings.register_profile("house", deadline=None, print_blob=True)
settings.load_profile("house")


def left_out(reason: str) -> NoReturn:
    """Leaves a test out and says so at the end of the run; in CI, where nothing may be left out, fails it."""
    if os.environ.get("CI"):
        pytest.fail(f"{reason} (and CI leaves nothing out)", pytrace=False)
    pytest.skip(f"{LEFT_OUT} {reason}")


def pytest_collection_finish(session: pytest.Session) -> None:
    """Thousands of tests that were collected are not garbage, and looking through them time and again takes a while."""
    gc.enable()
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)  # a tenth of the tests' time went into looking for garbage


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Says in capitals how many tests were left out, so that a green line is not read as more than it is; and what was
    drawn by chance, green or not."""
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if LEFT_OUT in str(report.longrepr)]
    if skipped:
        terminalreporter.section(f"{len(skipped)} TESTS WERE LEFT OUT (reasons above)", yellow=True, bold=True)
    for report in (*terminalreporter.stats.get("passed", []), *terminalreporter.stats.get("failed", [])):
        for name, value in report.user_properties:
            if name == BY_CHANCE:
                terminalreporter.write_line(f"{BY_CHANCE}: {value}")


@pytest.fixture(autouse=True)
def nobodys_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    """No ALONGSIDE_ setting of the person who runs the tests reaches them."""
    for name in [name for name in os.environ if name.startswith("ALONGSIDE_")]:
        monkeypatch.delenv(name)


@pytest.fixture(scope="session")
def postgres_server() -> Iterator[str]:
    """The address of a real PostgreSQL whose user may create databases: TEST_DATABASE_URL, or one started here."""
    given = os.environ.get("TEST_DATABASE_URL")
    with ExitStack() as stack:
        try:
            address = given or stack.enter_context(postgres())
        except PostgresMissing as reason:
            left_out(f"no PostgreSQL: {reason}")
        yield address


@pytest.fixture(scope="session")
def migrated_template(postgres_server: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The name of a PostgreSQL database with every migration done, to copy others from."""
    vault = open_vault(tmp_path_factory.mktemp("template") / "vault", (new_key(),))
    with fresh(postgres_server) as url:
        asyncio.run(migrate(url, vault=vault))
        vault.close()
        yield name_of(url)


@pytest.fixture(scope="session")
def server_database(postgres_server: str, migrated_template: str) -> Iterator[str]:
    """The address of a migrated PostgreSQL database that one test after the other has."""
    with fresh(postgres_server, template=migrated_template) as url:
        yield url


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a vault and an SQLite file with every migration done, to copy others from."""
    folder = tmp_path_factory.mktemp("template")
    vault = open_vault(folder / "vault", (KEY,))
    asyncio.run(migrate(file_in(folder), vault=vault))
    vault.close()
    return folder


@contextmanager
def copied_vault(folder: Path, to: Path) -> Iterator[Vault]:
    """The vault of that folder, copied into another and open."""
    shutil.copy2(folder / "vault", to)
    with closing(open_vault(to / "vault", (KEY,))) as vault:
        yield vault


@pytest.fixture(params=KINDS)
def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """A migrated database for this test, of either kind, with nothing in it; an SQLite file is opened by `vault`."""
    if request.param == "postgresql":
        return emptied(request.getfixturevalue("server_database"))
    shutil.copy2(request.getfixturevalue("migrated_file") / "alongside.db", tmp_path)
    return file_in(tmp_path)


@pytest.fixture(params=KINDS)
def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """A database in which no migration has run, of either kind; an SQLite file is not there yet."""
    if request.param == "sqlite":
        yield file_in(tmp_path)
        return
    with fresh(request.getfixturevalue("postgres_server")) as url:
        yield url


@pytest.fixture
def vault(migrated_file: Path, tmp_path: Path) -> Iterator[Vault]:
    """A vault of this test's own, with nobody's key in it."""
    with copied_vault(migrated_file, tmp_path) as vault:
        yield vault


@pytest.fixture
async def database(database_url: str, vault: Vault) -> AsyncIterator[Database]:
    """An open and migrated database, once over SQLite and once over PostgreSQL."""
    database = await open_database(database_url, vault=vault)
    yield database
    await database.close()


@pytest.fixture(scope="session")
def chromium() -> str:
    """Where the browser is."""
    found = next(filter(None, map(shutil.which, BROWSERS)), None)
    return found or left_out("no Chromium on the PATH (on Debian: apt install chromium)")


@pytest.fixture
async def page(chromium: str) -> AsyncIterator[Page]:
    """A page of a browser that was started for this test."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        yield await browser.new_page()
        await browser.close()


@pytest.fixture(autouse=True)
def _buttons_are_answered(monkeypatch: pytest.MonkeyPatch) -> None:
    """No screen that is drawn in any test has a button that its tap's table refuses."""
    draw = screens._render

    async def drawn(tx: Tx, person: Person, row: ScreenRow, stops: Stops) -> Screen | None:
        shown = await draw(tx, person, row, stops)
        taps = [read_data(button.data) for line in (shown.buttons if shown else ()) for button in line]
        refused = [one.do for one in taps if one and tap_table().find(one.do, row.name) is None]
        assert not refused, f"{row.name}: {refused}"
        return shown

    monkeypatch.setattr(screens, "_render", drawn)
