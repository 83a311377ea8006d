"""What a client's pictures show, read afresh: of the moments they wrote down, and of their check-ins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from care.diary import logs_of
from care.four_outcomes import record_of
from care.quit_date import today_of
from db import caseload, check_ins, consents
from db.tx import Tx
from programme import in_pictures
from programme.counts import Reply
from programme.in_pictures import FELT_DAYS, Felt, Smoked
from programme.occurrence import DAY
from programme.patterns import ENOUGH, Log
from programme.people import Person


class Which(StrEnum):
    """The four pictures."""

    WHEN = "when"
    WHAT = "what"
    FELT = "felt"
    SMOKED = "smoked"


@dataclass(frozen=True, slots=True)
class InPictures:
    """What there is to draw: of seven moments or days at least, otherwise None. `quit_on` are the days of all attempts
    that have come."""

    logs: Sequence[Log] | None = None
    felt: Felt | None = None
    smoked: Smoked | None = None
    quit_on: tuple[date, ...] = ()

    @property
    def drawable(self) -> tuple[Which, ...]:
        """The pictures for which there is enough."""
        there = {Which.WHEN: self.logs, Which.WHAT: self.logs, Which.FELT: self.felt, Which.SMOKED: self.smoked}
        return tuple(which for which, data in there.items() if data is not None)


async def in_pictures_of(tx: Tx, now: datetime, person: Person) -> InPictures:
    """What there is to draw of that client; nothing where answers are not kept."""
    if not (await consents.in_force(tx, person.id)).keep_answers:
        return InPictures()
    today, logs = today_of(now, person), await logs_of(tx, person)
    record = await record_of(tx, person)
    came = sorted({one.quit_on for one in record.attempts if one.has_come(today)})
    return InPictures(
        logs=logs if len(logs) >= ENOUGH else None,
        felt=in_pictures.felt(await _replies(tx, now, person), today),
        smoked=in_pictures.smoked(record.days(), today),
        quit_on=tuple(came),
    )


async def _replies(tx: Tx, now: datetime, person: Person) -> list[Reply]:
    asked = (await caseload.asked(tx, [person.id], now - (FELT_DAYS + 1) * DAY)).get(person.id, ())
    said = await check_ins.get_many(tx, [one.id for one in asked])
    return [Reply(one, said.get(one.id)) for one in asked]
