"""What the doctor says of files, cards and names, over a real folder."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlalchemy import insert

from alongside.clock import TurnedClock
from alongside.files import chmods
from alongside.health import last_night
from alongside.house import HOUSEKEEPING
from alongside.operate import keep_own, memory, own_cards
from alongside.operating.doctor import _stopped_texts, examine, zone_data
from alongside.operating.host_checks import DoctorFinding
from alongside.settings import read_settings
from alongside.trouble import OpenToOthers
from care.operators.texts import stop_saying
from db.delivery.sight import figures
from db.tables import events
from jobs.timetable import Timetable
from programme.safety.cards import CARDS, unconfirmed
from programme.zones import PINNED, in_use
from tests.acts.joined import lee
from tests.roof.cards import CARD, NOW, cards_file


async def finds(what: str) -> DoctorFinding:
    """What the doctor finds of that."""
    [found] = [finding async for finding in examine(NOW) if finding.what == what]
    return found


async def make(folder: Path) -> None:
    """Opens the database of that folder as the service would."""
    async with memory(read_settings()):
        assert (folder / "data" / "alongside.db").exists()


async def test_files_that_others_can_read(folder: Path) -> None:
    """Made by the service they are private; what was opened up since is named with what to type, and refused."""
    await make(folder)
    assert (await finds("files")).state == "ok"
    (folder / "data" / "alongside.db").chmod(0o644)
    found = await finds("files")
    assert (found.state, "chmod 600 data/alongside.db" in found.words) == ("look", True)
    (folder / "secrets" / "vault").chmod(0o640)
    (folder / "secrets").chmod(0o777)
    found = await finds("files")
    assert found.state == "bad"
    assert f"chmod go-w {folder}/secrets && chmod 600 secrets/vault" in found.words
    with pytest.raises(OpenToOthers, match="chmod 600 secrets/vault"):
        await make(folder)
    (folder / "secrets").chmod(0o755)
    (folder / "secrets" / "vault").chmod(0o600)
    await make(folder)


async def test_what_is_stopped(folder: Path) -> None:
    """What an operator stopped is named with since when, by whom and the way back, and a figure counts it."""
    async with memory(read_settings()) as database:
        assert (await _stopped_texts(database)).state == "ok"
        await database.write(lambda tx: stop_saying(tx.at(NOW), "screen:hello", "ops"))
        found = await _stopped_texts(database)
        assert (found.state, "screen:hello (since" in found.words, "by ops" in found.words) == ("look", True, True)
        assert "alongside texts stop NAME --undo" in found.words
        assert (await database.read(lambda tx: figures(tx.at(NOW)))).texts_stopped == 1


async def test_the_cards_in_force(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their countries and next date; a file that waits for a start; a slip in it; a date that has passed."""
    assert "GB, GB-ENG, GB-NIR" in (await finds("crisis cards")).words  # before there is a database
    await make(folder)
    assert "GB, GB-ENG, GB-NIR" in (await finds("crisis cards")).words
    path = cards_file(folder, CARD.replace("[GB]", "[IE]").replace("[[GB", "[[IE"), monkeypatch)
    assert "next start" in (await finds("crisis cards")).words
    async with memory(read_settings()) as database:
        await keep_own(database, read_settings(), own_cards(read_settings()), NOW)
    found = await finds("crisis cards")
    assert (found.state, "IE" in found.words) == ("ok", True)
    old = CARD.replace("2026-11-22", "2020-11-22").replace("2027-11-22", "2021-11-22")
    path.write_text(old, "utf-8")
    async with memory(read_settings()) as database:
        await keep_own(database, read_settings(), own_cards(read_settings()), NOW)
    found = await finds("crisis cards")
    assert (found.state, "number of GB, GB-ENG" in found.words) == ("look", True)
    numbers = await finds("crisis numbers")
    assert (numbers.state, "0808 801 0327" in numbers.words) == ("look", True)
    proofs = "".join(
        f'[[confirmed]]\nnumber = "{number}"\nsource = "https://example.org"\n'
        "checked_on = 2026-12-01\nreview_by = 2027-06-01\n"
        for number in unconfirmed(CARDS)
    )
    path.write_text(proofs, "utf-8")
    async with memory(read_settings()) as database:
        await keep_own(database, read_settings(), own_cards(read_settings()), NOW)
    assert (await finds("crisis numbers")).state == "ok"
    assert "cy: life" in (await finds("card languages")).words
    path.write_text("[GB]", "utf-8")
    found = await finds("crisis cards")
    assert (found.state, "line 1" in found.words) == ("bad", True)


async def test_the_route_for_requests(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A slip names the setting and its fault; a name that nobody has is bad; one that waits for a start is said."""
    await make(folder)
    assert (await finds("alert route")).state == "ok"
    monkeypatch.setenv("ALONGSIDE_ALERT_ROUTE", "lee Mon-Fry 9-17")
    assert '"mon-fry" is no day' in (await finds("settings")).words
    monkeypatch.setenv("ALONGSIDE_ALERT_ROUTE", "lee Mon-Fri 9-17; cover:ade")
    async with memory(read_settings()) as database:
        await lee(database)
        assert "is called ade." in (await finds("alert route")).words
        await lee(database, 101, "Dr Ade")
        assert "next start" in (await finds("alert route")).words
        await keep_own(database, read_settings(), "", NOW)
    assert await finds("alert route") == DoctorFinding("alert route", "ok", "lee Mon-Fri 9-17; cover:ade")


async def test_word_lists_that_nobody_has_signed(folder: Path) -> None:
    """One line names each list of words of danger without a reviewer, with its file."""
    [found] = [finding async for finding in examine(NOW) if finding.what == "words of danger"]
    assert found.state == "look"
    assert found.words.startswith("Word list not reviewed: English (en.toml), ")
    assert "Polish (pl.toml)" in found.words


def test_the_time_zone_data() -> None:
    """It is named with its folder; the system's, or a release before the pinned one, is bad, and an old one a look."""
    data, today = in_use(), date(2026, 12, 3)
    assert zone_data(data, today) == DoctorFinding(
        "time zones", "ok", f"tzdata {data.version} ({data.iana}) in {PINNED}"
    )
    assert zone_data(replace(data, path="/usr/share/zoneinfo"), today).state == "bad"
    assert zone_data(replace(data, iana="2025b"), today).state == "bad"
    assert zone_data(data, date(2028, 1, 1)).state == "look"


async def test_what_the_night_removed(folder: Path) -> None:
    """Before the first night it says when that is; then when it was and what went, in words; and that one is late."""
    await make(folder)
    assert "not run here yet" in (await finds("retention")).words
    async with memory(read_settings()) as database:
        told = {"person_id": None, "kind": "InviteTried", "data": {"whose": "x"}, "at": NOW - timedelta(days=3)}
        await database.write(lambda tx: tx.run(insert(events).values(told)))
        for _ in range(2):
            await Timetable(database, TurnedClock(NOW, running=False), HOUSEKEEPING).ask()
        found = await last_night(database, NOW)
        removed = "removed: 1 wrong links of people who are gone."
        assert found == ("ok", f"It last ran at {NOW:%Y-%m-%d %H:%M} UTC and {removed}")
        assert (await last_night(database, NOW + timedelta(hours=27)))[0] == "look"


def test_what_is_to_be_typed_can_be_typed(tmp_path: Path) -> None:
    """A path with a space or a sign of the shell in it is one word."""
    odd = tmp_path / "the $keys; here"
    odd.touch(0o644)
    assert chmods([odd]) == [f"chmod 600 '{odd}'"]
