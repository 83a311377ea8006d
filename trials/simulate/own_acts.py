"""What clients write by themselves: words that nobody had asked for, and what they fear about stopping."""

from collections.abc import Mapping

from care import beliefs, notes
from programme.belief import About
from trials.simulate.residents import What
from trials.simulate.scene import Act, Said, Scene


async def types_a_note(scene: Scene, parks: bool) -> Said:
    """They type what is on their mind; it is kept, and parked where they say so."""
    kept = await notes.keep_note(scene.tx, scene.person, "Nights are the problem")
    if kept is None:
        return None
    parked = parks and await notes.park(scene.tx, scene.person, kept)
    return {"taps": int(parks), "parked": parked}


async def tells_of_a_belief(scene: Scene, sure: int | None) -> Said:
    """They write one down and rate it; or they rate the first one that they wrote once more."""
    tx, person = scene.tx, scene.person
    if sure is None:
        mine = await beliefs.of_client(tx, person)
        if not mine:
            return None
        await beliefs.rate_belief(tx, person, mine[0].id, scene.chance.randrange(6), anew=True)
        return {"taps": 2}
    kept = await beliefs.write_belief(tx, person, "I'll be hungry", scene.chance.choice(tuple(About)))
    if kept is None:
        return None
    await beliefs.rate_belief(tx, person, kept, sure, anew=False)
    return {"taps": 4, "sure": sure}


ACTS: Mapping[What, Act] = {What.NOTE: types_a_note, What.BELIEF: tells_of_a_belief}
