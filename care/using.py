"""What clients use to help them stop, and how it is going with it. What they do about it is between them and others."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Final

from care.cards import card_of
from care.toolkit import keeps_words
from db import aids, events
from db.tx import Tx
from programme.aids import CHANGES_MOOD, Aid, Going, in_use
from programme.people import Person

_ABOUT_IT: Final = timedelta(hours=1)  # after they told of side effects, words may be of them


@dataclass(frozen=True, slots=True)
class MoodMedicines:
    """Medicines to stop with that somebody uses and that can change mood; what fits "call ..." about a medicine."""

    uses: tuple[Aid, ...]
    call: str


async def say_aid(tx: Tx, person: Person, aid: Aid, going: Going) -> bool:
    """Keep what that client says of it; False where answers are not to be kept."""
    if not await keeps_words(tx, person):
        return False
    await aids.add(tx, person.id, aid, going)
    await events.add(tx, "AidSaid", person.id, person.id)
    return True


async def say_going(tx: Tx, person: Person, going: Going) -> tuple[Aid, ...]:
    """The same of everything they use; gives what that is."""
    used = await used_by(tx, person.id)
    for aid in used:
        await say_aid(tx, person, aid, going)
    return used


async def used_by(tx: Tx, person_id: int) -> tuple[Aid, ...]:
    """What they use by now."""
    return in_use(await aids.of_person(tx, person_id))


async def mood_medicines(tx: Tx, person: Person) -> MoodMedicines | None:
    """Those of programme.aids.CHANGES_MOOD that they use by now; None: they use none.

    Low mood and agitation are then for their prescriber, a pharmacist or 111, today (FIELD 2.7).
    """
    uses = tuple(aid for aid in await used_by(tx, person.id) if aid in CHANGES_MOOD)
    return MoodMedicines(uses, (await card_of(tx, person)).medicines) if uses else None


async def side_effects_call(tx: Tx, person: Person) -> str | None:
    """What fits "call ..." about a medicine, for who told of side effects within the hour; None for anybody else."""
    told = await aids.of_person(tx, person.id)
    lately = any(one.going is Going.SIDE_EFFECTS and tx.now - one.at < _ABOUT_IT for one in told)
    return (await card_of(tx, person)).medicines if lately else None
