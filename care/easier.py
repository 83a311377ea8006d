"""What got easier, in clients' own finding: kept by the day, and shown back to them."""

from collections.abc import Sequence
from dataclasses import replace

from care.quit_date import today_of
from care.toolkit import keeps_words
from db import easier, events, own_words
from db.tx import Tx
from programme.easier import Easier, Noticed
from programme.own_words import Purpose
from programme.people import Person
from programme.toolkit import clean_words


async def notice(tx: Tx, person: Person, what: Easier) -> bool:
    """Keep that it got easier, or, tapped once more on the same day, not. False where answers are not to be kept."""
    if what is Easier.OTHER or not await keeps_words(tx, person):
        return False
    today = today_of(tx.now, person)
    if any(one.what is what and one.on == today for one in await easier.of_person(tx, person.id)):
        await easier.remove(tx, person.id, today, what)
        return True
    await easier.add(tx, person.id, today, what)
    await events.add(tx, "EasierSaid", person.id, person.id)
    return True


async def notice_words(tx: Tx, person: Person, text: str) -> bool:
    """Something else, in their own words; False where there are none, or nothing is to be kept."""
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person):
        return False
    found = await easier.add(tx, person.id, today_of(tx.now, person), Easier.OTHER)
    await own_words.add(tx, person.id, Purpose.EASIER, words, about_id=found)
    await events.add(tx, "EasierSaid", person.id, person.id)
    return True


async def noticed_by(tx: Tx, person_id: int) -> Sequence[Noticed]:
    """All that got easier for them, oldest first, each with their words."""
    found = await easier.of_person(tx, person_id)
    if not any(one.what is Easier.OTHER for one in found):
        return found
    words = {one.about_id: one.words for one in await own_words.of_person(tx, person_id, [Purpose.EASIER])}
    return [replace(one, words=words.get(one.id)) for one in found]
