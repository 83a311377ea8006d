"""Doing an exercise together in one message: the next step is put down when the one before has arrived.

So there is never more than one step waiting, a restart goes on where the time is by then, and whoever stops, leaves or
taps on finds no step coming after that.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from db import outbox, screens
from db.screens import ScreenRow
from db.tx import Tx
from programme.guide import Guide, next_change

GAP = timedelta(seconds=1)  # Telegram takes one change of a chat a second


@dataclass(frozen=True, slots=True)
class Running:
    """An exercise and when it began (UTC)."""

    guide: Guide
    since: datetime

    def seconds(self, now: datetime) -> float:
        """How long it has been going on."""
        return (now - self.since).total_seconds()


def begun(guide: Guide, now: datetime) -> Mapping[str, str | float]:
    """What a screen's args say of an exercise that begins now."""
    return {"view": guide.value, "since": now.timestamp()}


def running(args: Mapping[str, Any]) -> Running | None:
    """The exercise that a screen of these args is about; None for another view."""
    if "since" not in args or args.get("view") not in set(Guide):
        return None
    return Running(Guide(args["view"]), datetime.fromtimestamp(args["since"], UTC))


async def go_on(tx: Tx, shown: ScreenRow) -> None:
    """That screen has arrived: where it is still at an exercise, its next step is put down for when it is due."""
    exercise = running(shown.args)
    if exercise is None:
        return
    following = next_change(exercise.guide, exercise.seconds(tx.now))
    row = await screens.get(tx, shown.id)
    if following is None or row is None or not row.live or row.args != shown.args:
        return
    if not await outbox.has_waiting(tx, row.id, "edit"):
        at = max(exercise.since + timedelta(seconds=following), tx.now + GAP)
        await outbox.put(tx, row.person_id, row.id, "edit", not_before=at)
