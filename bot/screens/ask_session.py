"""The next session: a small calendar of the weeks to come, then an hour; or both typed."""

from dataclasses import dataclass
from datetime import date, time
from typing import Final

from bot.screen import Button, Screen, does
from bot.screens.names import called
from bot.screens.parts import paragraphs, rows
from bot.screens.reads import practitioner_name, zone_of
from bot.screens.weeks import weeks
from bot.taps.practice import SESSION_AT, SESSION_BACK, SESSION_CLEAR, SESSION_DAY
from bot.texts import Texts, texts_for
from bot.texts.dates import clock, day, local, place
from care.sessions import may_set
from db import people, sessions
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

HOURS: Final = range(8, 20)


@dataclass(frozen=True, slots=True)
class Facts:
    """`day` was picked, and the hour is asked (None: the day is). `today` is where whoever picks it is.

    `name` is the client's, or, where it is their `own` session, their practitioner's. `known`: one is entered.
    """

    name: str
    zone: str
    today: date
    day: date | None = None
    own: bool = False
    known: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """For the client themselves, and for their own practitioner."""
    client = await people.get(tx, row.subject_id or 0)
    if client is None or not await may_set(tx, person, client.id):
        return None
    texts, picked, own = texts_for(person.locale), row.args.get("day"), client.id == person.id
    return Facts(
        name=await _with_whom(tx, person, texts) if own else await called(tx, person, client.id),
        zone=zone_of(person),
        today=local(tx.now, zone_of(person)).date(),
        day=date.fromisoformat(picked) if picked else None,
        own=own,
        known=bool(await sessions.coming(tx, [client.id])),
    )


async def _with_whom(tx: Tx, client: Person, texts: Texts) -> str:
    return await practitioner_name(tx, client) or texts.label("someone")


def screen(facts: Facts, texts: Texts) -> Screen:
    """The day, then the hour; whose clock it is is said."""
    typed = texts("session-typed" if facts.day is None else "session-typed-hour", place=place(texts, facts.zone))
    close = does(texts.label("button-back"), SESSION_BACK)
    if facts.day is not None:
        picked = day(texts, facts.day)
        asked = (
            texts("session-own-hour", day=picked) if facts.own else texts("session-hour", name=facts.name, day=picked)
        )
        hours = (_hour(time(hour)) for hour in HOURS)
        return Screen(paragraphs(asked, typed), (*rows(hours, 4), (close,)))
    asked = texts("session-own-day", practitioner=facts.name) if facts.own else texts("session-day", name=facts.name)
    clear = (does(texts.label("session-own-clear"), SESSION_CLEAR),) if facts.own and facts.known else ()
    return Screen(paragraphs(asked, typed), (*weeks(texts, facts.today, SESSION_DAY), (*clear, close)))


def _hour(at: time) -> Button:
    return does(clock(at), SESSION_AT, at)
