"""The outbox reaches phones without Telegram: the sender's own taking and writing down, and in between a phone that
takes everything, or a person who blocked us."""

from collections.abc import Sequence
from datetime import datetime

from bot.arrived import arrived as arrived_on_phone
from bot.asks import Asks
from bot.making import Ready
from bot.outcome import Blocked, Delivered
from bot.recording import Landed, record
from bot.screen import Screen, does
from bot.taking import Limits, take
from bot.taps.everywhere import OPEN_VIEW
from care.look_again import look_again, not_sent
from care.reachability import cannot_reach
from db.screens import ScreenRow
from db.text_stops import Stops
from db.tx import Tx
from programme.people import Person
from trials.simulate.town import Town
from trials.simulate.truth import Arrived

MOST = 500  # rows at once
EPOCH = 1  # there is one sender
BUTTONS = ((does("on", OPEN_VIEW, ""),),)  # so that there is something to take away


async def deliver(tx: Tx, town: Town) -> Sequence[Arrived]:
    """What may go now goes, one message a person, looked at once more before; gives what reached phones, or bounced."""
    taken = await take(tx, ASKS, EPOCH, Limits(limit=MOST, shut=(), laid=(), calm=(), paced=()))
    if not taken.ready:
        return ()
    await record(tx, ASKS, [Landed(ready, _outcome(ready, town), 0.0) for ready in taken.ready])
    arrived = [_arrived(tx.now, ready, town) for ready in taken.ready]
    town.truth.arrived += arrived
    return arrived


def _outcome(ready: Ready, town: Town) -> Delivered | Blocked:
    if town.names[ready.row.person_id] in town.blocked:
        return Blocked()
    town.messages += 1
    return Delivered(town.messages if ready.row.verb == "send" else None)


def _arrived(now: datetime, ready: Ready, town: Town) -> Arrived:
    row, shows, who = ready.row, ready.shows, town.names[ready.row.person_id]
    name, subject = (shows.name, shows.subject_id) if shows else (row.verb, None)
    return Arrived(now, row.person_id, who, row.verb, name, subject, row.key, row.rank, who in town.blocked)


async def _plainly(_tx: Tx, _person: Person, screen: ScreenRow, _stops: Stops) -> Screen:
    """On these phones a message is the name of its screen: words are for tests/screens, and cost most of the time."""
    return Screen(screen.name, BUTTONS)


ASKS = Asks(_plainly, look_again, not_sent, cannot_reach, lambda person: (), arrived_on_phone)
