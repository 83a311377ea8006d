"""What clients use to help them stop, and how it is going with it. What they do about it is between them and others."""

from datetime import datetime

from care.cards import card_of
from care.toolkit import keeps_words
from db import aids, events
from db.tx import Tx
from programme.aids import Aid, Going, in_use
from programme.people import Person


async def say_aid(tx: Tx, now: datetime, person: Person, aid: Aid, going: Going) -> bool:
    """Keep what that client says of it; False where answers are not to be kept."""
    if not await keeps_words(tx, person):
        return False
    await aids.add(tx, now, person.id, aid, going)
    await events.add(tx, now, "AidSaid", person.id, person.id)
    return True


async def say_going(tx: Tx, now: datetime, person: Person, going: Going) -> tuple[Aid, ...]:
    """The same of everything they use; gives what that is."""
    used = await used_by(tx, person.id)
    for aid in used:
        await say_aid(tx, now, person, aid, going)
    return used


async def used_by(tx: Tx, person_id: int) -> tuple[Aid, ...]:
    """What they use by now."""
    return in_use(await aids.of_person(tx, person_id))


async def varenicline_call(tx: Tx, person: Person) -> str | None:
    """What to call about mood, for somebody who uses varenicline; None for anybody else.

    Low mood and agitation are then for their prescriber or that number (111), today (FIELD 2.7).
    """
    return (await card_of(tx, person)).medicines if Aid.VARENICLINE in await used_by(tx, person.id) else None
