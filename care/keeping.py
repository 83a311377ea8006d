"""Who left: the day that is named to them, and all of theirs once it is over (programme.keeping)."""

from datetime import timedelta

from care import say
from db import keeping, people, screens
from db.tx import Tx
from programme.keeping import kept_until

AT_ONCE = 500  # people in a night
_ANYWHERE = timedelta(days=1)  # by then the day that was named is over wherever they are


async def forget_left(tx: Tx, *, limit: int = AT_ONCE) -> int:
    """Of who left, and whose day is over, nothing that they told, kept or set is there any more; how many they were.

    - Who is on the way back keeps it until they are back.
    - Who is nothing else here is a stranger from then on, and goes as those do (care.erase.forget_strangers).
    - Doing it twice, or by several processes, changes nothing.
    """
    before = (tx.now - _ANYWHERE).date()
    found = await keeping.over(tx, before, limit)
    await people.lock(tx, found)
    still = set(await keeping.over(tx, before, limit)) & set(found)  # who came back while we waited stays
    if still:
        await keeping.forget_clients(tx, still)
    return len(still)


async def name_days(tx: Tx, *, limit: int = AT_ONCE) -> int:
    """Who left while no day was named to them is named one: as far off as for who leaves now, on the goodbye that
    stands on their phone. How many they were."""
    found = await keeping.undated(tx, limit)
    await people.lock(tx, found)
    for person in (await people.get_many(tx, found)).values():
        await keeping.name_day(tx, person.id, kept_until(tx.now, person))
        for row in await screens.live_of(tx, person.id, "leave"):
            await say.refresh(tx, row.id)
    return len(found)
