"""A client's own words for hard moments: kept, taken off, and brought back."""

from care.toolkit import keeps_words
from db import events, own_words
from db.tx import Tx
from programme.own_words import Purpose
from programme.people import Person
from programme.toolkit import clean_words

MOST = 10


async def add_phrase(tx: Tx, person: Person, text: str) -> int | None:
    """Keep these words; gives their id. The same words once more are those.

    None where there are no words in it, there are MOST already, or answers are not to be kept.
    """
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person):
        return None
    there = await own_words.of_person(tx, person.id, [Purpose.PHRASE])
    same = next((one.id for one in there if one.words == words), None)
    if same is not None or len(there) >= MOST:
        return same
    kept = await own_words.add(tx, person.id, Purpose.PHRASE, words)
    await events.add(tx, "PhraseAdded", person.id, person.id, {"words": kept})
    return kept


async def end_phrase(tx: Tx, person: Person, phrase_id: int, *, ended: bool = True) -> bool:
    """These words of theirs are not shown any more, or are once more. False: not theirs, or no phrase."""
    found = await own_words.get(tx, phrase_id, person.id)
    if found is None or found.purpose is not Purpose.PHRASE:
        return False
    await own_words.end(tx, phrase_id, person.id, tx.now if ended else None)
    await events.add(tx, "PhraseEnded", person.id, person.id, {"words": phrase_id, "ended": ended})
    return True
