"""What goes by itself once it is not needed any more: nightly, a little at a time."""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from care.delivery import check_before_send, say
from care.people import invites
from care.people.leaving import forget_strangers, settle_all
from care.practice import requests
from db import craving, events, planning, quitting
from db.delivery import screens, wordings
from db.people import accounts, data_inventory, erasing
from db.people import invites as db_invites
from db.tx import Tx
from programme.people.invite import OPENED_FOR
from programme.people.retention import TAKEN_OFF, UNKEPT, kept_until

LEFT_AT_ONCE = 500  # people in a night
_ANYWHERE = timedelta(days=1)  # by then the day that was named is over wherever they are


async def forget_left(tx: Tx, *, limit: int = LEFT_AT_ONCE) -> int:
    """Of who left, and whose day is over, nothing that they told, kept or set is there any more; how many they were.

    - Who is on the way back keeps it until they are back.
    - Who is nothing else here is a stranger from then on, and goes as those do (care.people.leaving.forget_strangers).
    - Doing it twice, or by several processes, changes nothing.
    """
    before = (tx.now - _ANYWHERE).date()
    found = await erasing.leavers_over(tx, before, limit)
    await accounts.lock(tx, found)
    still = set(await erasing.leavers_over(tx, before, limit)) & set(found)  # who came back while we waited stays
    if still:
        await erasing.forget_clients(tx, still)
    return len(still)


async def name_days(tx: Tx, *, limit: int = LEFT_AT_ONCE) -> int:
    """Who left while no day was named to them is named one: as far off as for who leaves now, on the goodbye that
    stands on their phone. How many they were."""
    found = await erasing.leavers_undated(tx, limit)
    await accounts.lock(tx, found)
    for person in (await accounts.get_many(tx, found)).values():
        await erasing.name_last_day(tx, person.id, kept_until(tx.now, person))
        for row in await screens.live_of(tx, person.id, "leave"):
            await say.refresh(tx, row.id)
    return len(found)


WEEK: Final = timedelta(days=7)  # nights that may be missed
# What went, as an operator reads it; beside these the words of each rule of age (db.tables.base).
KEYS: Final = "keys of people who were erased"
DATED: Final = "people who left and are named their last day now"
LEFT: Final = "people who left and whose last day is over"
FORGOTTEN: Final = "strangers"
OF_UNKEPT: Final = "answers of people who have none kept"
OFF_LISTS: Final = "what was taken off a list"
REQUESTS: Final = "opened requests of people who left"
TEXTS: Final = "which texts a message had, of people who have no answers kept"
TAPPED: Final = "what was tapped where nothing is kept"
TRIES: Final = "wrong links of people who are gone"
RAN_OUT: Final = "opened links that nobody joined with"
CHAIN: Final = "numbers of the audit chain, emptied"


async def retention(tx: Tx) -> Mapping[str, int]:
    """Removes what has served its purpose; how many rows or people went, by what they are, without those of none.

    - what each table says that goes by its age (db.tables.base): updates, messages, links, old answers, logs;
    - what somebody who did not agree to have answers kept told of smoking and cravings, a day after, and which texts
      their messages had; who left and kept their answers keeps both until the day that was named to them;
    - all of who left, once that day is over; then they are strangers;
    - who opened a client's link two weeks ago and never joined: it runs out;
    - what the numbers of the audit chain were about, where it went by any of these (last, so that nothing is left out);
    - what was tapped on screens that say nothing is kept, a day after, where that is still there;
    - what somebody took off a list of theirs, a day after;
    - what people who have left asked of their practitioner, once it was opened (see forget_old for the rest);
    - keys of people erased before now, should a crash have come between; then strangers, a day after they were here,
      whose keys go the next night, once this is committed.
    """
    tally = Counter(await data_inventory.drop_aged(tx))
    tally[OFF_LISTS] += await planning.drop_taken_off(tx, tx.now - TAKEN_OFF)
    tally[KEYS] = await settle_all(tx)
    tally[DATED] = await name_days(tx)
    tally[LEFT] = await forget_left(tx)
    tally[FORGOTTEN] = len(await forget_strangers(tx))
    unkept = tx.now - UNKEPT
    tally[OF_UNKEPT] = await quitting.erase_unkept_smoked(tx, unkept) + await craving.erase_unkept(tx, unkept)
    tally[REQUESTS] = await requests.forget_opened(tx)
    tally[TEXTS] = await wordings.forget_unkept(tx, tx.now - WEEK, unkept)
    tally[TAPPED] = await check_before_send.forget_rest(tx, tx.now - WEEK, unkept)
    tally[TRIES] = await invites.forget_old(tx)
    tally[RAN_OUT] = await db_invites.end_opened(tx, tx.now - OPENED_FOR)
    tally[CHAIN] = await events.empty_links_of_gone(tx)
    return {what: count for what, count in tally.items() if count}
