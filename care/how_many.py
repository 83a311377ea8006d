"""Asking for a number where "6+" leaves open whether somebody smokes half as much as on a usual day, or less."""

from dataclasses import replace
from datetime import timedelta
from typing import Final

from care.card_told import tellings
from care.toolkit import keeps_words
from db import attempts, check_ins, prompts, usual
from db.tx import Tx
from programme.card import Card, Ride
from programme.check_in import CheckIn, Question
from programme.people import Person
from programme.plan import CHECK_IN
from programme.prompt import Prompt
from programme.usual import TELLING

_RESTS: Final = timedelta(days=7)  # after it was passed over: our own choice


async def ask_how_many(tx: Tx, person: Person, prompt: Prompt, said: CheckIn) -> CheckIn:
    """`said`, with the number asked for where that tells something.

    - Not on a low day, not from the quit date on, not where answers are not kept: nothing would come of it.
    - Not of somebody who smokes up to TELLING on a usual day: "6+" is more than half of that.
    - Passed over, it rests for a week.
    """
    if not said.may_ask_how_many or not await keeps_words(tx, person):
        return said
    attempt, told = await attempts.current(tx, person.id), await usual.of_person(tx, person.id)
    if (attempt is not None and attempt.has_come(prompt.local_date)) or (told is not None and told.a_day <= TELLING):
        return said
    lately = await prompts.of_person(tx, person.id, prompt.due_at - _RESTS, kind=CHECK_IN)
    before = await check_ins.get_many(tx, [one.id for one in lately if one.id != prompt.id])
    passed = (one for one in before.values() if one.is_open_ended and one.since is None)
    rests = any(Question.CIGARETTES in one.skipped for one in passed)
    return said if rests else replace(said, how_many=True)


async def usual_due(tx: Tx, person: Person, ride: Ride) -> int | None:
    """Once, on a day of six cigarettes or more before the quit date: how many on a usual day (0)."""
    if not ride.said.smoked or (ride.day is not None and ride.day >= 0) or not await keeps_words(tx, person):
        return None
    if (ride.said.cigarettes_from or 0) <= TELLING // 2 or await usual.of_person(tx, person.id) is not None:
        return None
    return None if await tellings(tx, person.id, Card.USUAL) else 0
