"""What is not needed any more goes: nightly, a little at a time."""

from collections import Counter
from collections.abc import Mapping
from datetime import timedelta
from typing import Final

from care import invite_tries, keeping, not_kept, requests
from care.erase import forget_strangers, settle_all
from db import ageing, audit, cravings, invites, own_words, smoked, wordings
from db.tx import Tx
from programme.invite import OPENED_FOR
from programme.keeping import TAKEN_OFF, UNKEPT

WEEK: Final = timedelta(days=7)  # nights that may be missed

# What went, as an operator reads it; beside these the words of each rule of age (db.tables.kept).
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

    - what each table says that goes by its age (db.tables.kept): updates, messages, links, old answers, logs;
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
    tally = Counter(await ageing.drop_aged(tx))
    tally[OFF_LISTS] += await own_words.drop_taken_off(tx, tx.now - TAKEN_OFF)
    tally[KEYS] = await settle_all(tx)
    tally[DATED] = await keeping.name_days(tx)
    tally[LEFT] = await keeping.forget_left(tx)
    tally[FORGOTTEN] = len(await forget_strangers(tx))
    unkept = tx.now - UNKEPT
    tally[OF_UNKEPT] = await smoked.erase_unkept(tx, unkept) + await cravings.erase_unkept(tx, unkept)
    tally[REQUESTS] = await requests.forget_opened(tx)
    tally[TEXTS] = await wordings.forget_unkept(tx, tx.now - WEEK, unkept)
    tally[TAPPED] = await not_kept.forget_rest(tx, tx.now - WEEK, unkept)
    tally[TRIES] = await invite_tries.forget_old(tx)
    tally[RAN_OUT] = await invites.end_opened(tx, tx.now - OPENED_FOR)
    tally[CHAIN] = await audit.empty_gone(tx)
    return {what: count for what, count in tally.items() if count}
