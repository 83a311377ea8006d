"""The look behind the scenes shows codes and times, and nobody's words."""

import json

from alongside.demo.demo import Demo
from db.delivery.sight import EVENT_ROWS, OUTBOX_ROWS, PLAN_ROWS
from db.types import Sealed


async def test_it_shows_what_happened_and_nobodys_words(table: Demo) -> None:
    """After a check-in and Sam's wish for Jo, the tables know of both and hold no word of them, nor a name given."""
    guide, behind = table.simulator.stage.guide, table.simulator.stage.behind
    assert guide is not None
    assert behind is not None
    await guide.walk("check_in")
    tables = {one["key"]: one for one in await behind()}
    assert [*tables] == ["events", "plans", "outbox"]
    happened = [row["cells"][1:3] for row in tables["events"]["rows"]]
    assert ["Sam", "CheckInAnswered"] in happened
    plans = [row["cells"][1:3] for row in tables["plans"]["rows"]]
    kinds = [["Jo", "nudge"], ["Lee", "summary"], ["Sam", "check_in"], ["Sam", "outcome"], ["Sam", "quit_day"]]
    assert sorted(plans) == kinds
    assert {row["cells"][5] for row in tables["outbox"]["rows"]} == {"delivered"}
    words = json.dumps(list(tables.values()))
    assert not any(own in words for own in ("A walk", "S.P.", "Text about"))


def test_no_sealed_column_is_asked_for() -> None:
    """Whatever is added to the tables, a sealed word cannot come along."""
    columns = [column for wanted in (EVENT_ROWS, PLAN_ROWS, OUTBOX_ROWS) for column in wanted.selected_columns]
    assert columns
    assert not [column for column in columns if isinstance(column.type, Sealed)]
