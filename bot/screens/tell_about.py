"""Telling the practitioner about something in particular: what is passed on, and when they may see it, before a yes."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.crisis import opens_at
from bot.screens.parts import paragraphs
from bot.screens.reads import practitioner_of, zone_of
from bot.texts import Texts
from bot.texts.dates import when
from care.cards import card_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.request import About


@dataclass(frozen=True, slots=True)
class Facts:
    """`practitioner` is who is told (None: there is nobody). `call` is the number to call meanwhile; `sent`: it is."""

    about: About
    practitioner: str | None
    opens_at: datetime
    call: str
    now: datetime
    zone: str
    sent: bool = False


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts | None:
    """Whose client they are now."""
    about = row.args.get("about")
    if about not in set(About) or not person.is_client:
        return None
    found = await practitioner_of(tx, person)
    return Facts(
        about=About(about),
        practitioner=found.name if found else None,
        opens_at=opens_at(now, found or person),
        call=(await card_of(tx, person)).call,
        now=now,
        zone=zone_of(person),
        sent=bool(row.args.get("sent")),
    )


def screen(facts: Facts, texts: Texts) -> Screen:
    """What would be passed on; or that it is."""
    back = does(texts.label("button-back"), "mine", "medicines")
    who = facts.practitioner
    if who is None:
        return Screen(texts("crisis-not-sent", call=facts.call), ((back,),))
    opens = when(texts, facts.opens_at, facts.now, facts.zone)
    if facts.sent:
        return Screen(texts("crisis-sent", practitioner=who, when=opens, call=facts.call), ((back,),))
    passed_on = texts(f"about-{facts.about}", practitioner=who)
    words = paragraphs(passed_on, texts("about-confirm", when=opens, call=facts.call))
    return Screen(words, ((does(texts.label("crisis-send"), "about_send", facts.about), back),))
