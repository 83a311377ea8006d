"""What a service says of itself: its crisis cards, its name, who is responsible."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from alongside.operate import keep_own, own_cards
from alongside.settings import SettingsWrong, read_settings
from care.people.consent import Responsible, responsible
from care.safety.cards import card_of
from db.store.engine import Database
from programme.safety.cards import CARDS
from tests.acts.joined import fresh, lee, sam, stranger
from tests.roof.cards import CARD, NOW, cards_file


@pytest.mark.parametrize("command", ["run", "demo"])
def test_a_slip_in_the_cards_is_no_start(command: str, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The command ends at once, names the line and what to change, and has made nothing."""
    cards_file(folder, CARD.replace("source", "sauce"), monkeypatch)
    args = [sys.executable, "-m", "alongside", command]
    done = subprocess.run(args, env=os.environ, capture_output=True, text=True, timeout=60, check=False)
    assert done.returncode == 1
    assert "cards.toml, line 5: source is missing." in done.stderr
    assert "Traceback" not in done.stderr
    assert [path.name for path in folder.iterdir()] == ["cards.toml"]


def test_a_file_that_cannot_be_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not there, or no text: said by the setting's name."""
    path = cards_file(folder, CARD, monkeypatch)
    path.write_bytes(b"\xff")
    with pytest.raises(SettingsWrong, match=r"ALONGSIDE_CRISIS_CARDS.*UTF-8"):
        own_cards(read_settings())
    path.unlink()
    with pytest.raises(SettingsWrong, match="ALONGSIDE_CRISIS_CARDS: cannot read"):
        own_cards(read_settings())


async def test_own_cards_hold_until_the_setting_goes(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They are used from the start on, and a start without the setting brings back those of the program."""
    person = await fresh(database, await sam(database, await lee(database)))
    cards_file(folder, CARD, monkeypatch)
    await keep_own(database, read_settings(), own_cards(read_settings()), NOW)
    assert (await database.read(lambda tx: card_of(tx, person))).call == "us"
    monkeypatch.delenv("ALONGSIDE_CRISIS_CARDS")
    await keep_own(database, read_settings(), own_cards(read_settings()), NOW)
    assert await database.read(lambda tx: card_of(tx, person)) == CARDS["GB"]


async def test_who_is_responsible_is_said_to_people_with_a_role(
    database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A client and a practitioner are told; a stranger is told nothing; what is not set any more is not said."""
    practitioner = await lee(database)
    known = [await fresh(database, practitioner), await fresh(database, await sam(database, practitioner))]
    nobody = await stranger(database, 300)
    monkeypatch.setenv("ALONGSIDE_SERVICE_NAME", "Willow House")
    monkeypatch.setenv("ALONGSIDE_CONTROLLER", "The Oak trust")
    await keep_own(database, read_settings(), "", NOW)
    for person in known:
        assert await database.read(lambda tx, who=person: responsible(tx, who)) == Responsible(  # type: ignore[misc]
            "Willow House", "The Oak trust"
        )
    assert await database.read(lambda tx: responsible(tx, nobody)) == Responsible()
    monkeypatch.delenv("ALONGSIDE_SERVICE_NAME")
    await keep_own(database, read_settings(), "", NOW)
    assert await database.read(lambda tx: responsible(tx, known[1])) == Responsible(None, "The Oak trust")
