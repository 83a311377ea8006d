"""What an operator types about what was set aside, and reads."""

import json
from pathlib import Path

import pytest

from alongside.clock import WallClock
from alongside.operate import own_memory
from alongside.operating import set_aside as typed
from alongside.trouble import NoSuchMessage, NoSuchUpdate
from db.delivery import inbox
from db.delivery.inbox import NewUpdate

WORDS = "the words of somebody"
UPDATE = {"update_id": 7, "message": {"text": WORDS, "from": {"first_name": "Sam"}}}


async def _set_aside() -> None:
    new, now = NewUpdate(7, 900001, json.dumps(UPDATE), wordy=False), WallClock().now()
    async with own_memory() as database:
        await database.write(lambda tx: inbox.add(tx.at(now), [new]))
        await database.write(lambda tx: inbox.set_aside(tx, 7, attempts=4, error="KeyError"))


async def test_it_is_listed_looked_at_and_dropped(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """With its kind, its trouble and the day it goes by itself; never with words, a name or an account."""
    await _set_aside()
    await typed.list_dead(as_json=False)
    await typed.look_at_dead(7, as_json=False)
    await typed.look_at_dead(7, as_json=True)
    said = capsys.readouterr().out
    for part in ("KeyError", "message, text", "goes_on", "alongside inbox dead look NUMBER"):
        assert part in said
    assert [secret for secret in (WORDS, "Sam", "900001") if secret in said] == []
    await typed.drop_dead(7)
    await typed.list_dead(as_json=False)
    assert "Nothing was set aside." in capsys.readouterr().out


async def test_a_number_that_is_not_there_is_refused(folder: Path) -> None:
    """With where to find those that are."""
    await _set_aside()
    with pytest.raises(NoSuchUpdate, match="alongside inbox dead"):
        await typed.retry_dead(8)
    with pytest.raises(NoSuchMessage, match="alongside outbox uncertain"):
        await typed.look_at_uncertain(8, as_json=False)
