"""Writing down a cigarette or an urge: each tap is kept at once, and all of it can be taken back."""

from datetime import UTC
from typing import Final

from care import smoked
from care.craving import forget_question, rate
from care.looking_back import let_go
from care.toolkit import keeps_words
from db import diary, own_words
from db.tx import Tx
from programme.diary import Entry
from programme.earlier import AS_TOLD, read_earlier
from programme.own_words import Purpose
from programme.people import Person
from programme.places import HOME
from programme.toolkit import clean_words

PURPOSES: Final = (Purpose.GOING_ON, Purpose.GAVE)


def code_of(entry: Entry) -> str:
    """What words of their own say they are about: an urge and a cigarette may have the same number."""
    return "urge" if entry.is_urge else "cigarette"


async def entry_of(tx: Tx, person: Person, entry_id: int, *, urge: bool) -> Entry | None:
    """That entry as it is kept, if it is theirs and was not taken back."""
    return await diary.get(tx, person.id, entry_id, person.zone or HOME.zone, urge=urge)


async def write_urge(tx: Tx, person: Person, strength: int, known: int | None = None) -> Entry | None:
    """An urge of that strength, 0..5, now; with the id of one of theirs, that one is corrected."""
    return await entry_of(tx, person, await rate(tx, person, strength, known), urge=True)


async def keep(tx: Tx, entry: Entry) -> None:
    """Keep what was around it, as it is in `entry`."""
    await diary.change(tx, entry)


async def was_at(tx: Tx, person: Person, entry: Entry, code: str) -> Entry | None:
    """It was earlier, or when they told it after all: see programme.earlier. None for a code that names no such moment.

    A cigarette then belongs to that day, and to the quit attempt that held on it; nothing is looked back at.
    """
    zone = person.zone or HOME.zone
    told_at = entry.told_at.astimezone(UTC)
    at = told_at if code == AS_TOLD else read_earlier(code, told_at, zone)
    if at is None:
        return None
    if entry.is_urge:
        await diary.urge_was_at(tx, entry, at)
    else:
        await smoked.amend(tx, person, entry.id, was_at=at)
        await let_go(tx, person, entry.id, "earlier")
    return await entry_of(tx, person, entry.id, urge=entry.is_urge)


async def take_back(tx: Tx, person: Person, entry: Entry) -> bool:
    """It was a mistake: it goes, with the words about it. False where a cigarette was told of more than a day ago."""
    if entry.is_urge:
        await diary.remove_urge(tx, entry)
        await forget_question(tx, person, entry.id)
    elif not await smoked.take_back(tx, person, entry.id):
        return False
    else:
        await let_go(tx, person, entry.id, "taken back")
    await own_words.remove_about(tx, person.id, PURPOSES, entry.id, code_of(entry))
    return True


async def keep_words(tx: Tx, person: Person, entry: Entry, purpose: Purpose, text: str) -> bool:
    """Their own words for what was going on, or for what it gave; what they wrote before gives way.

    False where there are no words in it, or they are not to be kept.
    """
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person):
        return False
    await own_words.remove_about(tx, person.id, [purpose], entry.id, code_of(entry))
    await own_words.add(tx, person.id, purpose, words, about_id=entry.id, code=code_of(entry))
    return True


async def words_of(tx: Tx, entry: Entry) -> dict[Purpose, str]:
    """Their own words about it, by what they are for."""
    found = await own_words.of_person(tx, entry.person_id, PURPOSES)
    return {one.purpose: one.words for one in found if (one.about_id, one.code) == (entry.id, code_of(entry))}
