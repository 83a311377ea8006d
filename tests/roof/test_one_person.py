"""Exporting and erasing one person by command, over both databases."""

import json
import stat
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from alongside.operating.erasing import erase
from alongside.operating.exporting import export_person
from alongside.trouble import FolderIsThere, NobodyHere, RequestsWait, SayWhom, StillNeeded
from care.people.leaving import leave
from care.practice.hand_over import hand_over
from care.practice.requests import ask_practitioner
from db.people import accounts
from db.store.engine import Database
from db.tables import events
from tests.acts.joined import lee, sam
from tests.acts.people.test_leaving import NIGHT, lived, rows_about
from tests.acts.supported import supported
from tests.conftest import KEY

WORDS = "Nights are the problem."


@pytest.fixture(autouse=True)
def settings(database: Database, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Those of the database, which is open here too, as in `alongside run`."""
    monkeypatch.setenv("ALONGSIDE_DATABASE_URL", database.url)
    monkeypatch.setenv("ALONGSIDE_VAULT", str(database.vault.path))
    monkeypatch.setenv("ALONGSIDE_SECRET_KEYS", KEY)


def written(folder: Path) -> tuple[dict[str, Any], str]:
    """What was exported into that folder, which is private: the JSON and the page."""
    files = {path.suffix: path for path in folder.iterdir()}
    assert {stat.S_IMODE(path.stat().st_mode) for path in files.values()} == {0o600}
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    return json.loads(files[".json"].read_text()), files[".html"].read_text()


async def test_what_is_kept_is_written_for_its_person(database: Database, capsys: pytest.CaptureFixture[str]) -> None:
    """Their words are in both files, escaped in the page, which loads nothing; nobody else's number or name is. That it
    was done stands with them. A folder that is there is left alone."""
    practitioner = await lee(database)
    person = await lived(database, practitioner, 7_200_200)
    await database.write(lambda tx: accounts.set_name(tx, person.id, "<b>Sam & co"))
    await export_person(person.id, None, None, as_json=False)
    said, page = written(Path(f"export-{person.id}"))
    assert said["held"]["check_ins"][0]["words"] == WORDS
    assert said["held"]["clients"][0]["practitioner"] == "practitioner"
    assert said["held"]["events"][-1]["kind"] == "Exported"
    assert "&lt;b&gt;Sam &amp; co" in page
    assert WORDS in page
    assert "<script" not in page
    assert "http" not in page.replace("http-equiv", "")
    for text in (page, json.dumps(said)):
        assert str(practitioner.telegram_id) not in text.replace("7200200", "")
        assert "Lee" not in text
    with pytest.raises(FolderIsThere):
        await export_person(None, 7_200_200, None, as_json=False)
    assert "give them to that person" in capsys.readouterr().out


async def test_nobody_who_was_there_for_them_is_a_number(database: Database) -> None:
    """Of practitioners who came and went, and who had what they asked, it is said what they are."""
    old, new = await lee(database), await lee(database, 101, "Ade")
    person = await sam(database, old)
    await database.write(lambda tx: ask_practitioner(tx.at(NIGHT), person))
    await database.write(lambda tx: hand_over(tx.at(NIGHT), old.id, new))
    await export_person(person.id, None, Path("sam"), as_json=True)
    data = {one["kind"]: one["data"] for one in written(Path("sam"))[0]["held"]["events"]}
    assert (data["HandedOver"]["from"], data["HandedOver"]["to"]) == ("practitioner", "practitioner")
    assert data["RequestMade"]["line"] == data["RequestHanded"]["line"] == "practitioner"


async def test_a_supporter_gets_nothing_of_the_client(database: Database) -> None:
    """What the client calls them, asks of them and shows them is the client's."""
    client = await sam(database, await lee(database))
    friend = await sam(database, await lee(database, 101), 300, name="Jo")
    held = await database.write(lambda tx: supported(tx.at(NIGHT), client.id, friend.id))
    await export_person(friend.id, None, Path("jo"), as_json=True)
    [row] = written(Path("jo"))[0]["held"]["supporters"]
    assert row["you_are"] == "supporter"
    assert row["client"] == "client"
    assert row.keys().isdisjoint({"label", "wish", "waits", "shares"})
    assert held is not None


async def test_an_erasure_by_command_is_the_one_of_the_chat(
    database: Database, capsys: pytest.CaptureFixture[str]
) -> None:
    """Nothing is left, no stranger is made, the key is gone, the vault knows it, and it is written down by whom."""
    person = await lived(database, await lee(database), 7_200_200)
    words = database.vault.seal(person.id, WORDS)
    generation = database.vault.generation()
    assert await erase(None, 7_200_200, yes=True) == 0
    assert not any((await rows_about(database, person.id)).values())
    assert await database.read(lambda tx: accounts.find(tx, 7_200_200)) is None
    assert database.vault.unseal(person.id, words) is None
    assert database.vault.is_suppressed(7_200_200)
    assert database.vault.generation() > generation
    done = select(events.c.person_id, events.c.data).where(events.c.kind == "ErasedByOperator")
    [event] = await database.read(lambda tx: tx.run(done))
    assert (event.person_id, list(event.data)) == (None, ["by"])
    printed = capsys.readouterr().out
    assert "Check-ins" in printed
    assert "is erased" in printed
    with pytest.raises(NobodyHere, match="/privacy"):
        await erase(person.id, None, yes=True)


async def test_whom_somebody_needs_stays(database: Database) -> None:
    """A practitioner with a client, or with a request that waits, is refused with what to do; so are two numbers."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    with pytest.raises(StillNeeded, match="hand-over"):
        await erase(practitioner.id, None, yes=True)
    await database.write(lambda tx: ask_practitioner(tx.at(NIGHT), person))
    await database.write(lambda tx: leave(tx.at(NIGHT), person))
    with pytest.raises(RequestsWait, match="open it"):
        await erase(practitioner.id, None, yes=True)
    for both in ((None, None), (1, 2)):
        with pytest.raises(SayWhom):
            await erase(*both, yes=True)
    assert await database.read(lambda tx: accounts.get(tx, practitioner.id))
