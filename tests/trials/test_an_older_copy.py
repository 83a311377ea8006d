"""Files of the database copied by hand, put back under the real process, whose vault has moved on."""

import shutil
from datetime import timedelta
from pathlib import Path

import aiohttp
import pytest
from sqlalchemy import update

from alongside.clock import WallClock
from alongside.operating.copies import release
from care.delivery.say import show
from care.operators import starting
from care.people.leaving import Erased, erase, settle
from db.delivery.outbox import Rank
from db.store.engine import Database
from db.tables import plans
from programme.people.person import Person
from simulator import Phone, Simulator
from tests.acts.joined import lee, sam
from tests.conftest import KEY
from tests.trials.process import Home, running
from trials.wires import free_ports


async def _lives(database: Database, account: int, practitioner: Person) -> Person:
    """A client for whom a tip waits and a check-in came due ten minutes ago."""
    person, now = await sam(database, practitioner, account), WallClock().now()
    await database.write(lambda tx: show(tx.at(now), person.id, "note", {"key": "let-be"}, rank=Rank.PROMPT))
    due = update(plans).where(plans.c.person_id == person.id).values(next_due_at=now - timedelta(minutes=10))
    await database.write(lambda tx: tx.run(due))
    return person


async def _goes_on_without(home: Home, person: Person) -> None:
    """After the copy was made: that person is erased, and the service is started again."""
    async with home.memory() as database:
        now = WallClock().now()
        erased = await database.write(lambda tx: erase(tx.at(now), person))
        assert isinstance(erased, Erased)
        settle(database.vault, erased)
        starting.finish_start(database.vault, await database.write(lambda tx: starting.begin_start(tx.at(now))))


async def _health(port: int) -> tuple[int, str]:
    async with aiohttp.ClientSession() as session, session.get(f"http://127.0.0.1:{port}/health") as answer:
        return answer.status, await answer.text()


@pytest.mark.slow
async def test_files_copied_by_hand(tmp_path: Path, migrated_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody is back and nothing is sent; who is in danger gets the card; after `release` what is written is answered,
    and what the copy was about to send stays unsent."""
    home, [port] = Home(tmp_path, KEY), free_ports(1)
    for name in ("alongside.db", "vault"):
        shutil.copy2(migrated_file / name, tmp_path)
    async with Simulator() as simulator:
        practitioner, erased, kim = (simulator.phone(name) for name in ("Lee", "Sam", "Kim"))
        async with home.memory() as database:
            by = await lee(database, practitioner.id)
            gone = await _lives(database, erased.id, by)
            await _lives(database, kim.id, by)
        shutil.copy2(tmp_path / "alongside.db", tmp_path / "old.db")
        await _goes_on_without(home, gone)
        shutil.copy2(tmp_path / "old.db", tmp_path / "alongside.db")
        settings = home.settings(simulator) | {"ALONGSIDE_LISTEN": f"127.0.0.1:{port}"}
        async with running(settings) as service:
            assert (await service.says("erased_people_removed"))["count"] == 1
            assert "alongside release" in (await service.says("held"))["what_to_do"]
            assert (await service.says("ready"))["held"] is True
            status, said = await _health(port)
            assert (status, "alongside doctor" in said) == (503, True)
            kim.writes("/progress")
            await _gets(simulator, kim, "can't answer yet")
            erased.writes("I want to kill myself")
            await _gets(simulator, erased, "Thank you for saying that.")
            sent = {call.chat_id for call in simulator.log.deliveries()}
            assert sent == {kim.id, erased.id}
            assert len(simulator.log.deliveries()) == 2
            for name, value in settings.items():
                monkeypatch.setenv(name, value)
            await release(as_json=True)
            await service.says("released")
            await simulator.until(lambda: len(simulator.log.deliveries(kim.id)) > 1)
            assert (await _health(port))[0] == 200
            assert await service.stop() == 0
        texts = [bubble.text for bubble in kim.messages]
        assert not any("Fine. I'm here at any hour" in text or "How is your mood" in text for text in texts)


async def _gets(simulator: Simulator, phone: Phone, part: str) -> None:
    await simulator.until(lambda: any(part in bubble.text for bubble in phone.messages))
