"""Whether a client wants the look-back: asked once, kindly, off until they say yes, and changed at any time."""

from collections.abc import Sequence
from typing import Final

from db import consents, events, looks, outbox, screens, smoked
from db.tx import Tx
from programme.looking_back import Asked
from programme.people import Person

SCREEN: Final = "look_back"
OFFERED, CHOSEN, FITS = "LookBackOffered", "LookBackSet", "LookBackFits"


async def offers(tx: Tx, person: Person, smoked_id: int) -> bool:
    """Whether the closing words of that cigarette ask for it: those of the first one with a feeling, before a quit
    date, where answers are kept; until they say, and nowhere else."""
    told = await smoked.get(tx, smoked_id, person.id)
    if told is None or told.is_lapse or await looks.wanted(tx, person.id) is not None or not await keeps(tx, person):
        return False
    offered = await events.of_person(tx, person.id, kind=OFFERED)
    if not offered:
        await events.add(tx, OFFERED, person.id, None, {"smoked": smoked_id})
    return not offered or offered[0].data["smoked"] == smoked_id


async def choose(tx: Tx, person: Person, *, yes: bool) -> bool:
    """They want it, or not any more: what waits to be asked is then let go. False for somebody who is no client."""
    if not person.is_client:
        return False
    if await looks.wanted(tx, person.id) is not yes:
        await looks.choose(tx, person.id, yes=yes)
        await events.add(tx, CHOSEN, person.id, person.id, {"yes": yes})
    for row in await screens.live_of(tx, person.id, SCREEN) if not yes else ():
        await outbox.cancel_waiting(tx, row.id, "withdrawn", verbs=("send",))
    return True


async def agreed(tx: Tx, person: Person) -> bool:
    """Whether they want it, and what they answer is kept."""
    return await looks.wanted(tx, person.id) is True and await keeps(tx, person)


async def keeps(tx: Tx, person: Person) -> bool:
    """Whether what they answer is kept."""
    return (await consents.in_force(tx, person.id)).keep_answers


async def looks_of(tx: Tx, person: Person) -> Sequence[Asked]:
    """Every cigarette of theirs with how stressed they were, where answers are kept."""
    return await looks.of_person(tx, person.id) if await keeps(tx, person) else []


async def say_whether_it_fits(tx: Tx, person: Person, *, fits: bool) -> None:
    """Their own counts fit what they feel, or do not: then they are not told by themselves any more."""
    await events.add(tx, FITS, person.id, person.id, {"fits": fits})


async def fits(tx: Tx, person: Person) -> bool | None:
    """What they last said of their counts; None: nothing."""
    said = await events.of_person(tx, person.id, kind=FITS)
    return bool(said[-1].data["fits"]) if said else None
