"""When words may speak of danger: the crisis card, at once."""

from datetime import datetime

from care import craving
from care.reachability import reachable_again
from care.say import show
from db import events
from db.tx import Tx
from programme.people import Person


async def crisis(tx: Tx, now: datetime, person: Person, update_id: int) -> None:
    """Put the crisis card down to be sent before everything else.

    - It goes before all else, whoever it is for: quiet hours, pauses and choices do not hold it back.
    - One card for one update, however often that comes.
    - A craving talk is let go of: no exercise goes on beside the card.
    - What is remembered is that the card was shown, never the words.
    """
    if person.cannot_reach_since is not None:
        await reachable_again(tx, now, person.id)
    await craving.let_go(tx, now, person.id, "crisis")
    await show(tx, now, person.id, "crisis", key=f"u{update_id}:crisis")
    await events.add(tx, now, "CrisisCardShown", person.id)
