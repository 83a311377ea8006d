"""Telling others: words to send, which the client sends themselves, and a list of who knows."""

from dataclasses import replace

from care.quit_date import today_of
from care.toolkit import keeps_words
from db import own_words
from db.tx import Tx
from programme.own_words import OwnWords, Purpose
from programme.people import Person
from programme.toolkit import clean_words

LONGEST = 250  # of a draft, as Telegram counts characters, in UTF-16: a button copies no more than 256
MOST = 12  # people on the list
MOST_DRAFTS = 5
_LISTS = frozenset({Purpose.TELLS, Purpose.KNOWS})


async def listed(tx: Tx, person: Person, purpose: Purpose) -> list[OwnWords]:
    """Their drafts, or whom they want to tell, oldest first."""
    return list(await own_words.of_person(tx, person.id, {purpose}))


async def add_draft(tx: Tx, person: Person, text: str) -> int | None:
    """Words of their own to tell others with, up to LONGEST; gives their id.

    None: no words, MOST_DRAFTS are there, or answers are not kept.
    """
    words = "\n".join(" ".join(line.split()) for line in text.strip().splitlines())
    words = words.encode("utf-16-le")[: 2 * LONGEST].decode("utf-16-le", "ignore").strip()
    return await _add(tx, person, Purpose.TELLS, words, MOST_DRAFTS)


async def add_who(tx: Tx, person: Person, text: str) -> int | None:
    """Somebody they may want to tell; gives the id, None as in `add_draft`."""
    return await _add(tx, person, Purpose.KNOWS, clean_words(text) or "", MOST)


async def _add(tx: Tx, person: Person, purpose: Purpose, words: str, most: int) -> int | None:
    if not words or not await keeps_words(tx, person):
        return None
    there = await listed(tx, person, purpose)
    same = next((one.id for one in there if one.words == words), None)
    if same is not None or len(there) >= most:
        return same
    return await own_words.add(tx, person.id, purpose, words)


async def tick_knows(tx: Tx, person: Person, own_id: int) -> bool:
    """That one knows, or does not after all; False where they are not on the list."""
    found = await own_words.get(tx, own_id, person.id)
    if found is None or found.purpose is not Purpose.KNOWS or found.ended:
        return False
    await own_words.change(tx, replace(found, on_date=None if found.on_date else today_of(tx.now, person)))
    return True


async def remove(tx: Tx, person: Person, own_id: int, *, back: bool = False) -> OwnWords | None:
    """A draft, or somebody, is taken off; `back`: stays after all. What that was, None where it is not theirs."""
    found = await own_words.get(tx, own_id, person.id)
    if found is None or found.purpose not in _LISTS:
        return None
    await own_words.end(tx, own_id, person.id, None if back else tx.now)
    return found
