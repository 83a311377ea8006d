"""What clients write down between check-ins, and how stressed they say they are forty minutes later."""

from collections.abc import Mapping
from dataclasses import replace

from care import looking_back, smoked, wants_look_back, writing_down
from care.looking_back import answer
from programme.diary import PLACES
from programme.earlier import HOURS, hours_code
from programme.feeling import Feeling
from programme.patterns import Company
from programme.strategies import Function
from trials.simulate.residents import What
from trials.simulate.scene import Act, Said, Scene

URGES = 0.4  # of what they write down
EARLIER = 0.2
TAKEN_BACK = 0.1


async def writes_down(scene: Scene, _: object) -> Said:
    """A cigarette or an urge with what was around it; now and then it was earlier, or was none."""
    if not scene.person.is_client:
        return None
    tx, chance = scene.tx, scene.chance
    if chance.random() < URGES:
        entry, lapse = await writing_down.write_urge(tx, scene.person, chance.randrange(1, 6)), False
    else:
        told = (await smoked.tell_smoked(tx, scene.person)).smoked
        entry, lapse = await writing_down.entry_of(tx, scene.person, told.id, urge=False), told.is_lapse
        if not lapse and await looking_back.is_asked(tx, scene.person, told):
            await looking_back.rate(tx, scene.person, told.id, chance.randrange(6))
    assert entry is not None, "it was written down this moment"
    around = replace(entry, place=chance.choice(PLACES), company=chance.choice([*Company]))
    await writing_down.keep(tx, replace(around.felt(chance.choice([*Feeling])), function=chance.choice([*Function])))
    if not entry.is_urge and await wants_look_back.offers(tx, scene.person, entry.id):
        await wants_look_back.choose(tx, scene.person, yes=chance.random() < 0.8)
    if not lapse and chance.random() < EARLIER:
        await writing_down.was_at(tx, scene.person, entry, hours_code(HOURS[0]))
    gone = chance.random() < TAKEN_BACK and await writing_down.take_back(tx, scene.person, entry)
    cigarette = None if entry.is_urge else entry.id
    return {"taps": 4, "lapse": lapse and not gone, "cigarette": cigarette, "taken_back": gone}


async def looks_back(scene: Scene, smoked_id: int) -> Said:
    """How stressed they are by now."""
    kept = await answer(scene.tx, scene.person, smoked_id, scene.chance.randrange(6))
    return {} if kept else None


ACTS: Mapping[What, Act] = {What.WRITE_DOWN: writes_down, What.LOOK_BACK: looks_back}
