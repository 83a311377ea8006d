"""From an update to the messages that came of it, by a number that the log shows and nothing else."""

import json

from structlog.testing import capture_logs

from simulator import Phone
from tests.door.conftest import House


async def test_what_is_said_carries_the_number_of_its_update(house: House, sam: Phone) -> None:
    """A card does, and the log names the update when it was handled; no words and no account stand there."""
    with capture_logs() as lines:
        sam.writes("I want to die")
        await house.comes_in()
    rows = await house.to_say(sam)
    (number,) = [row["update_id"] for row in await house.inbox()]
    assert {row.update_id for row in rows} == {number}
    assert {"event": "update_handled", "log_level": "info", "update": number} in lines
    written = json.dumps(lines, default=str)
    assert "want to die" not in written
    assert str(sam.id) not in written
