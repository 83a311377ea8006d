"""What the screens of ideas need to know, read afresh each time."""

from bot.screens.browse.view import Facts, Wanted
from care import offering
from db import toolkit
from db.screens import ScreenRow
from db.tx import Tx
from programme.offering import Offered
from programme.people import Person
from programme.strategies import fitting


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """What fits, as it is now."""
    wanted = Wanted.of(row.args)
    own = await offering.own(tx, person, wanted.moment)
    gives = () if wanted.gives is None else (wanted.gives,)
    every = await toolkit.of_person(tx, person.id)
    return Facts(
        view=row.args.get("view", ""),
        wanted=wanted,
        own=[one for one in own if _fits(one, wanted)],
        ideas=fitting(gives, wanted.moment, wanted.place, wanted.minutes),
        mine=frozenset(one.code for one in every if one.code),
        page=row.args.get("page", 0),
        trying="craving" in row.args,
        took=row.args.get("took", 0),
        usual=await offering.usual(tx, person, wanted.moment),
    )


def _fits(one: Offered, wanted: Wanted) -> bool:
    item = one.item
    if item is None or not item.fits(wanted.place, wanted.minutes):
        return False
    for_moment = wanted.moment is None or item.moment in (None, wanted.moment)
    return for_moment and (wanted.gives is None or wanted.gives in item.functions)
