"""The four-week result as a client told it in the room: what they said, and on which day."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.screen import Screen, does
from bot.screens.names import called
from bot.screens.on_day import OnDay, day_rows, in_words, read_on_day
from bot.screens.parts import paragraphs
from bot.taps.practice import HEARD_SAID, OUTCOMES
from bot.texts import Texts
from bot.texts.dates import short_day
from care.own_client import own_client
from care.quit_date import today_of
from db import attempts, consents
from db.screens import ScreenRow
from db.tx import Tx
from programme.outcome import RANGES
from programme.outcomes.all_four import latest
from programme.outcomes.nhs import CLOSES_DAY, FIRST_DAY, LAST_DAY, OPENS_DAY
from programme.people import Person
from programme.shared import Line

NAMES = dict(zip(RANGES, ("none", "few", "more", "not-said"), strict=True))


@dataclass(frozen=True, slots=True)
class Facts:
    """Whose, and on which day it was heard. `quit_on` is that of the try it is about; None: no quit date had come."""

    id: int
    name: str
    day: OnDay
    quit_on: date | None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """Nothing is asked about somebody who is not with this practitioner, or shows them no quit date."""
    client = await own_client(tx, person, row.subject_id or 0)
    if client is None or not await consents.shows(tx, client.id, Line.QUIT_DATE):
        return None
    day = read_on_day(row, today_of(tx.now, client))
    about = latest(await attempts.of_person(tx, client.id), day.picked)
    name = await called(tx, person, client.id)
    return Facts(client.id, name, day, about.quit_on if about else None)


def screen(facts: Facts, texts: Texts) -> Screen:
    """One tap; the day it was heard on stands there to be changed first."""
    cancel = (does(texts.label("button-cancel"), OUTCOMES),)
    days = day_rows(facts.day, texts)
    if facts.quit_on is None:
        return Screen(texts("ask-heard-no-date", name=facts.name), (*days, cancel))
    first, last, opens, closes = (
        short_day(texts, facts.quit_on + timedelta(days=n)) for n in (FIRST_DAY, LAST_DAY, OPENS_DAY, CLOSES_DAY)
    )
    asked = texts("ask-heard", name=facts.name, first=first, last=last, day=in_words(facts.day, texts))
    number = (facts.day.picked - facts.quit_on).days
    outside = None if OPENS_DAY <= number <= CLOSES_DAY else texts("ask-heard-window", first=opens, last=closes)
    if facts.day.month is not None or number <= FIRST_DAY:
        return Screen(paragraphs(asked, outside), (*days, cancel))
    said = [does(texts.label(f"heard-{name}"), HEARD_SAID, code) for code, name in NAMES.items()]
    return Screen(paragraphs(asked, outside), (tuple(said[:3]), (said[3],), *days, cancel))
