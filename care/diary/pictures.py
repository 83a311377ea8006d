"""What a client's pictures show, read afresh: of the moments they wrote down, and of their check-ins."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from care.diary.patterns import logs_of
from care.practice.clients import authorise_client
from care.quitting.progress import said_by
from db import check_in, events
from db.people import consents
from db.practice import caseload
from db.tx import Tx
from programme.check_in.counts import PromptReply
from programme.diary import pictures
from programme.diary.events import PictureRead
from programme.diary.patterns import ENOUGH, LogEntry
from programme.diary.pictures import FELT_DAYS, CigaretteDays, MoodDays
from programme.people.consent import ShownLine
from programme.people.person import Person, today_of
from programme.schedule.slots import DAY


class PictureKind(StrEnum):
    """The four pictures."""

    WHEN = "when"
    WHAT = "what"
    FELT = "felt"
    SMOKED = "smoked"


@dataclass(frozen=True, slots=True)
class InPictures:
    """What there is to draw: of seven moments or days at least, otherwise None. `quit_on` are the days of all attempts
    that have come."""

    logs: Sequence[LogEntry] | None = None
    felt: MoodDays | None = None
    smoked: CigaretteDays | None = None
    quit_on: tuple[date, ...] = ()

    @property
    def drawable(self) -> tuple[PictureKind, ...]:
        """The pictures for which there is enough."""
        there = {
            PictureKind.WHEN: self.logs,
            PictureKind.WHAT: self.logs,
            PictureKind.FELT: self.felt,
            PictureKind.SMOKED: self.smoked,
        }
        return tuple(which for which, data in there.items() if data is not None)


@dataclass(frozen=True, slots=True)
class PicturesShown:
    """What that practitioner may see drawn of one client: moods and urges, as their check-ins were answered.

    `shown` is False where the client shows no answers, or keeps none; `felt` None where there is too little to draw.
    """

    id: int
    name: str | None
    shown: bool
    felt: MoodDays | None = None


async def in_pictures_of(tx: Tx, person: Person) -> InPictures:
    """What there is to draw of that client; nothing where answers are not kept."""
    if not (await consents.in_force(tx, person.id)).keep_answers:
        return InPictures()
    today, logs = today_of(tx.now, person), await logs_of(tx, person)
    spoken = await said_by(tx, person.id)
    came = sorted({one.quit_on for one in spoken.attempts if one.has_come(today)})
    return InPictures(
        logs=logs if len(logs) >= ENOUGH else None,
        felt=pictures.mood_days(await _replies(tx, person), today),
        smoked=pictures.cigarette_days(spoken.days(), today),
        quit_on=tuple(came),
    )


async def drawn_for(tx: Tx, practitioner: Person, client_id: int) -> PicturesShown | None:
    """What there is to draw of that client for their practitioner; None where they are not this practitioner's."""
    person = await authorise_client(tx, practitioner, client_id)
    if person is None:
        return None
    if not await _may_be_shown(tx, person):
        return PicturesShown(person.id, person.name, shown=False)
    felt = pictures.mood_days(await _replies(tx, person), today_of(tx.now, person))
    return PicturesShown(person.id, person.name, shown=True, felt=felt)


async def picture_asked(tx: Tx, practitioner: Person, client_id: int) -> None:
    """Write down, as an event of the client's, that the practitioner asks for it, where it is shown to them (OWASP ASVS
    5.0 16.3.2)."""
    person = await authorise_client(tx, practitioner, client_id)
    if person is not None and await _may_be_shown(tx, person):
        await events.add(tx, person.id, PictureRead(), actor=practitioner.id)


async def _may_be_shown(tx: Tx, person: Person) -> bool:
    return await consents.shows(tx, person.id, ShownLine.PICTURE)


async def _replies(tx: Tx, person: Person) -> list[PromptReply]:
    asked = (await caseload.check_ins_since(tx, [person.id], tx.now - (FELT_DAYS + 1) * DAY)).get(person.id, ())
    said = await check_in.get_many(tx, [one.id for one in asked])
    return [PromptReply(one, said.get(one.id)) for one in asked]
