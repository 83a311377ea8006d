"""Sending one kind of message to many people at once: screens and outbox rows in a constant number of statements."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import and_, case, exists, insert, or_, select, update

from db.delivery.outbox import OutboxState, Rank
from db.delivery.picking import OPEN
from db.delivery.screens import ScreenRow
from db.tables import outbox, screens
from db.tx import Tx
from programme.schedule.reason_code import ReasonCode

_SCREEN = tuple(screens.c[name] for name in ScreenRow.__slots__)
_ON_ITS_WAY = [OutboxState.SENDING.value, OutboxState.UNCERTAIN.value]
_THERE = or_(
    screens.c.message_id.is_not(None),
    exists().where(outbox.c.screen_id == screens.c.id, outbox.c.verb == "send", outbox.c.state.in_(_ON_ITS_WAY)),
)
_ADD_SCREENS = insert(screens).returning(screens.c.id, screens.c.subject_id)
_PUT = insert(outbox)


async def add_screens(tx: Tx, subjects: Mapping[int, tuple[int, str]]) -> dict[int, int]:
    """New screens, one for each subject (the person's id and the screen's name by it); their ids by subject."""
    if not subjects:
        return {}
    result = await tx.run(
        _ADD_SCREENS,
        [
            {"person_id": person_id, "name": name, "args": {}, "subject_id": subject, "made_at": tx.now, "live": True}
            for subject, (person_id, name) in subjects.items()
        ],
    )
    return {row.subject_id: row.id for row in result}


@dataclass(frozen=True, slots=True)
class Live:
    """A screen whose buttons count. `there`: its message is in the chat, or may be now."""

    screen: ScreenRow
    there: bool

    @property
    def has_buttons(self) -> bool:
        """Whether there is anything to take away from its message, as far as we know."""
        return self.there and not self.screen.bare


async def live_screens(tx: Tx, names: Collection[str], subjects: Mapping[int, int]) -> list[Live]:
    """Every screen of these names and subjects (the person's id by the subject's) that is live, oldest first."""
    if not subjects:
        return []
    rows = await tx.run(
        select(*_SCREEN, _THERE)
        .where(
            screens.c.person_id.in_(set(subjects.values())),
            screens.c.name.in_(names),
            screens.c.subject_id.in_(list(subjects)),
            screens.c.live,
        )
        .order_by(screens.c.id)
    )
    return [_live(list(row)) for row in rows]


def _live(values: Sequence[Any]) -> Live:
    return Live(ScreenRow(**dict(zip(ScreenRow.__slots__, values[:-1], strict=True))), bool(values[-1]))


async def retire_screens(tx: Tx, screen_ids: Collection[int]) -> None:
    """Their buttons no longer count."""
    if screen_ids:
        await tx.run(update(screens).where(screens.c.id.in_(screen_ids)).values(live=False))


async def put_sends(tx: Tx, rows: Sequence[tuple[str, int, int, datetime]]) -> None:
    """Prompts to be sent: (key, person, screen, not after) each."""
    values = [
        _row(tx.now, person_id, screen_id, "send") | {"key": key, "not_after": not_after}
        for key, person_id, screen_id, not_after in rows
    ]
    if values:
        await tx.run(_PUT, values)


async def put_changes(tx: Tx, verb: str, rows: Sequence[ScreenRow]) -> None:
    """Edits or strips of these screens, after the answers that other people wait for."""
    rank = Rank.STRIP if verb == "strip" else Rank.PROMPT
    values = [_row(tx.now, row.person_id, row.id, verb, rank) for row in rows]
    if values:
        await tx.run(_PUT, values)


def _row(now: datetime, person_id: int, screen_id: int, verb: str, rank: Rank = Rank.PROMPT) -> dict[str, object]:
    return {
        "person_id": person_id,
        "screen_id": screen_id,
        "verb": verb,
        "rank": rank.value,
        "state": OutboxState.WAITING.value,
        "made_at": now,
        "not_before": now,
    }


async def cancel_prompts_of(tx: Tx, person_id: int, reason: ReasonCode) -> list[str]:
    """Nothing that waits to be said to that person unasked is said, nor an answer that was put down for later, such as
    the question ten minutes after a craving; the keys of what surely never went out."""
    for_later = and_(
        outbox.c.verb == "send",
        outbox.c.rank == Rank.ANSWER.value,
        outbox.c.attempts == 0,
        outbox.c.not_before > tx.now,
    )
    result = await tx.run(
        update(outbox)
        .where(
            OPEN,
            outbox.c.state == OutboxState.WAITING.value,
            outbox.c.person_id == person_id,
            or_(outbox.c.rank == Rank.PROMPT.value, for_later),
        )
        .values(state=OutboxState.CANCELLED.value, reason=reason, ended_at=tx.now)
        .returning(outbox.c.key, outbox.c.ambiguous)
    )
    return [row.key for row in result if row.key and not row.ambiguous]


_MAY_BE_THERE = and_(outbox.c.verb == "send", outbox.c.ambiguous > 0)


async def cancel_screens(tx: Tx, screen_ids: Collection[int], reason: ReasonCode) -> dict[int, str | None]:
    """Nothing that waits for these screens is said; the keys of sends that surely never went out, by screen.

    A send of which the network hid an answer may have arrived: it is uncertain, and a tap still proves it.
    """
    if not screen_ids:
        return {}
    result = await tx.run(
        update(outbox)
        .where(outbox.c.screen_id.in_(screen_ids), outbox.c.state == OutboxState.WAITING.value)
        .values(state=case((_MAY_BE_THERE, OutboxState.UNCERTAIN.value), else_=OutboxState.CANCELLED.value))
        .values(reason=reason, ended_at=tx.now)
        .returning(outbox.c.screen_id, outbox.c.verb, outbox.c.key, outbox.c.ambiguous)
    )
    return {row.screen_id: row.key for row in result if row.verb == "send" and not row.ambiguous}
