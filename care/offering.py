"""What a client is offered for an urge: theirs and the catalogue's, by what they said helped."""

from collections.abc import Sequence

from care.diary import usual_function
from db import toolkit
from db.tx import Tx
from programme import offering
from programme.check_in import HardMoment
from programme.craving import Craving
from programme.offering import Offered
from programme.people import Person
from programme.strategies import Function


async def own(tx: Tx, person: Person, moment: HardMoment | None = None) -> Sequence[Offered]:
    """Their own items that are not hidden, best first: see programme.offering.own."""
    items = await toolkit.of_person(tx, person.id, also_hidden=True)
    return offering.own(items, await toolkit.told(tx, person.id), moment)


async def usual(tx: Tx, person: Person, moment: HardMoment | None = None) -> Function | None:
    """What they said that smoking gives them at that moment; where they never said of it, what it gives them at all."""
    found = await usual_function(tx, person, moment)
    return found if found is not None or moment is None else await usual_function(tx, person)


async def offers(
    tx: Tx, person: Person, moment: HardMoment | None = None, usual: Function | None = None
) -> Sequence[Offered]:
    """All that may be offered at that moment, best first: see programme.offering.offers."""
    items = await toolkit.of_person(tx, person.id, also_hidden=True)
    return offering.offers(items, await toolkit.told(tx, person.id), moment, usual)


async def tried_in(tx: Tx, person: Person, craving: Craving) -> Offered | None:
    """What was tried in that craving of theirs, with what they said of it; None where nothing has a name."""
    for one in await offers(tx, person, craving.moment):
        if one.item is not None and one.item.id == craving.item_id:
            return one
        if one.code is not None and one.code == craving.code:
            return one
    return None
