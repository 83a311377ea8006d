"""A client's own words about a quit date: why it was moved, what its weekend will be like, what would help them."""

from care.toolkit import keeps_words
from db import attempts, own_words
from db.tx import Tx
from programme.own_words import Purpose
from programme.people import Person
from programme.quitting import Attempt, WhyMoved, is_weekend
from programme.toolkit import clean_words

MOST = 500  # characters


async def say_why(tx: Tx, person: Person, attempt_id: int, why: WhyMoved | str) -> bool:
    """Keep what led to that attempt of theirs being moved or taken away, a chip or words; the newest stands.

    False where it is not theirs, there are no words, or answers are not kept.
    """
    words, code = ("", why.value) if isinstance(why, WhyMoved) else (clean_words(why, MOST) or "", None)
    theirs = any(one.id == attempt_id for one in await attempts.of_person(tx, person.id))
    if not theirs or not (words or code) or not await keeps_words(tx, person):
        return False
    for old in await own_words.of_person(tx, person.id, [Purpose.WHY_MOVED]):
        if old.about_id == attempt_id:
            await own_words.end(tx, old.id, person.id, tx.now)
    await own_words.add(tx, person.id, Purpose.WHY_MOVED, words, about_id=attempt_id, code=code)
    return True


async def say_readier(tx: Tx, person: Person, text: str) -> bool:
    """Keep what would help them to be readier; False where there are no words, or answers are not kept."""
    words = clean_words(text, MOST)
    if not words or not await keeps_words(tx, person):
        return False
    await own_words.add(tx, person.id, Purpose.READIER, words)
    return True


async def say_weekend(tx: Tx, person: Person, text: str) -> bool:
    """Keep what the weekend of their quit date will be like; the newest stands. False where there is no such date."""
    attempt, words = await attempts.current(tx, person.id), clean_words(text, MOST)
    if attempt is None or not is_weekend(attempt.quit_on) or not words or not await keeps_words(tx, person):
        return False
    for old in await own_words.of_person(tx, person.id, [Purpose.WEEKEND]):
        await own_words.end(tx, old.id, person.id, tx.now)
    await own_words.add(tx, person.id, Purpose.WEEKEND, words, on_date=attempt.quit_on)
    return True


async def weekend_of(tx: Tx, person: Person, attempt: Attempt) -> str | None:
    """What they wrote about the weekend of that quit date."""
    found = await own_words.of_person(tx, person.id, [Purpose.WEEKEND])
    return next((one.words for one in reversed(found) if one.on_date == attempt.quit_on), None)
