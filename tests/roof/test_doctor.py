"""What the doctor says of files, cards and names, over a real folder."""

from pathlib import Path

import pytest

from alongside.doctor import Finding, examine
from alongside.operate import memory
from alongside.own import keep_own, own_cards
from alongside.settings import read_settings
from tests.roof.cards import CARD, NOW, cards_file


async def finds(what: str) -> Finding:
    """What the doctor finds of that."""
    [found] = [finding async for finding in examine(NOW) if finding.what == what]
    return found


async def test_files_that_others_can_read(folder: Path) -> None:
    """Made by the service they are private; what was opened up since is named with what to type, and that helps."""
    await finds("database")
    assert (await finds("files")).state == "ok"
    (folder / "secrets").chmod(0o755)
    (folder / "data" / "alongside.db").chmod(0o644)
    found = await finds("files")
    assert found.state == "bad"
    assert "chmod 700 secrets && chmod 600 data/alongside.db" in found.words
    (folder / "secrets").chmod(0o700)
    (folder / "data" / "alongside.db").chmod(0o600)
    assert (await finds("files")).state == "ok"


async def test_the_cards_in_force(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Their countries and next date; a file that waits for a start; a slip in it; a date that has passed."""
    assert "GB, GB-NIR" in (await finds("crisis cards")).words
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
    assert (found.state, "number of GB with its owner" in found.words) == ("look", True)
    path.write_text("[GB]", "utf-8")
    found = await finds("crisis cards")
    assert (found.state, "line 1" in found.words) == ("bad", True)


async def test_word_lists_that_nobody_has_signed(folder: Path) -> None:
    """Each list of words of danger without a reviewer is named, with its file."""
    found = [finding async for finding in examine(NOW) if finding.what == "words of danger"]
    assert ("look", True) in {(one.state, "Word list not reviewed: English (en.toml)" in one.words) for one in found}
    assert len({one.words for one in found}) == len(found) > 10
