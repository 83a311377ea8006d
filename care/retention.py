"""What is not needed any more goes: nightly, a little at a time."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from care import invite_tries, keeping, not_kept, requests
from care.erase import forget_strangers, settle_all
from care.set_aside import KEEP_DEAD
from db import (
    cravings,
    encouragements,
    errata,
    evenings,
    housekeeping,
    links,
    own_words,
    reasons,
    set_aside,
    smoked,
    soft,
    wordings,
)
from db.tx import Tx

# Telegram repeats an update for a day at most; after two weeks its number may even be used for another one.
KEEP_INBOX = timedelta(days=14)
KEEP_SAID = timedelta(days=90)
KEEP_INVITES = timedelta(days=30)
KEEP_UNKEPT = timedelta(days=1)
WEEK = timedelta(days=7)  # nights that may be missed
KEEP_PASSED_ON = timedelta(days=90)
KEEP_SOFT = timedelta(days=1)
KEEP_TONIGHT = timedelta(days=3)
KEEP_TAKEN_OFF = timedelta(days=1)  # for so long it can be undone


@dataclass(frozen=True, slots=True)
class Tally:
    """How many rows went."""

    inbox: int
    outbox: int
    invites: int
    keys: int
    strangers: int
    unkept: int
    passed_on: int = 0
    taken_off: int = 0
    requests: int = 0
    soft: int = 0
    wordings: int = 0
    errata: int = 0
    not_kept: int = 0
    left: int = 0
    dated: int = 0
    thinned: int = 0
    logs: int = 0
    set_aside: int = 0


async def retention(tx: Tx, now: datetime) -> Tally:
    """Removes what has served its purpose.

    - updates that are done, 14 days after they came (the number alone is left of them by then);
    - updates that were set aside, after the same time: their words are gone then;
    - what was said or not said, 90 days after it ended; the prompts and events stay;
    - invitations that nobody used, 30 days after they ran out;
    - what somebody who did not agree to have answers kept told of smoking and cravings, a day after, and which texts
      their messages had; who left and kept their answers keeps both until the day that was named to them;
    - all of who left, once that day is over; then they are strangers;
    - what was told more than a year ago, but for the counts that progress is made of; see programme.keeping;
    - logs that outlived an account, in their time;
    - what was tapped on screens that say nothing is kept, a day after, where that is still there;
    - what somebody took off a list of theirs, a day after;
    - what people who have left asked of their practitioner, once it was opened (see forget_old for the rest);
    - soft evenings and mornings, and evenings on which smoking was left, once the day they ended on is over;
    - words between supporters and clients, 90 days after they were written;
    - that somebody was told that we had been wrong, after the same time;
    - keys of people erased before now, should a crash have come between; then strangers, a day after they were here,
      whose keys go the next night, once this is committed.
    """
    return Tally(
        inbox=await housekeeping.drop_done_updates(tx, now - KEEP_INBOX),
        set_aside=await set_aside.drop_dead_before(tx, now - KEEP_DEAD),
        outbox=await housekeeping.drop_ended_outbox(tx, now - KEEP_SAID),
        invites=await housekeeping.drop_unused_invites(tx, now - KEEP_INVITES),
        keys=await settle_all(tx, now),
        dated=await keeping.name_days(tx, now),
        left=await keeping.forget_left(tx, now),
        strangers=len(await forget_strangers(tx, now)),
        unkept=await smoked.erase_unkept(tx, now - KEEP_UNKEPT) + await cravings.erase_unkept(tx, now - KEEP_UNKEPT),
        taken_off=await _taken_off(tx, now - KEEP_TAKEN_OFF),
        soft=await soft.drop_over(tx, now - KEEP_SOFT) + await evenings.drop_over(tx, now - KEEP_TONIGHT),
        passed_on=await encouragements.drop_before(tx, now - KEEP_PASSED_ON),
        requests=await requests.forget_opened(tx, now),
        errata=await errata.drop_told(tx, now - KEEP_SAID),
        wordings=await wordings.forget_unkept(tx, now - WEEK, now - KEEP_UNKEPT),
        not_kept=await not_kept.forget_rest(tx, now - WEEK, now - KEEP_UNKEPT),
        thinned=await keeping.thin(tx, now),
        logs=await keeping.drop_logs(tx, now) + await invite_tries.forget_old(tx, now),
    )


async def _taken_off(tx: Tx, before: datetime) -> int:
    drops = (own_words.drop_taken_off, reasons.drop_ended, links.drop_ended)
    return sum([await drop(tx, before) for drop in drops])
