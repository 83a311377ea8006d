"""What the craving's screens need to know, read afresh each time."""

from dataclasses import replace

from bot.screens.craving.view import Facts
from care import guide, offering
from care.reasons import own_reason
from care.toolkit import keeps_words
from care.using import mood_medicines
from db import cravings, own_words, toolkit
from db.screens import ScreenRow
from db.tx import Tx
from programme.check_in import HardMoment
from programme.craving import Craving, Tried
from programme.guide import step_at
from programme.offering import top
from programme.own_words import Purpose
from programme.people import Person
from programme.strategies import Strategy, strategy
from programme.toolkit import ToolkitItem


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """Only a client is asked to rate: of anybody else nothing is kept."""
    plain = Facts(view=row.args.get("view", ""), back=row.args.get("back", ""), rates=person.is_client)
    if not person.is_client:
        return plain
    known = await cravings.get(tx, row.args.get("craving", 0), person.id)
    begun = replace(plain, known=known)
    if (exercise := guide.running(row.args)) is not None:
        return replace(begun, guide=exercise.guide, step=step_at(exercise.guide, exercise.seconds(tx.now)))
    if (trying := await _trying(tx, person, row)) is not None:
        usual = await offering.usual(tx, person, known.moment if known else None)
        return replace(begun, trying=trying, usual=usual)
    if known is None and plain.view == "":
        return replace(begun, reason=await own_reason(tx, person))
    return await _offered(tx, person, row, begun)


async def _trying(tx: Tx, person: Person, row: ScreenRow) -> ToolkitItem | Strategy | None:
    match row.args.get("view"):
        case Tried.OWN:
            return await toolkit.get(tx, person.id, row.args.get("item", 0))
        case Tried.IDEA:
            return strategy(row.args.get("code", ""))
    return None


async def _offered(tx: Tx, person: Person, row: ScreenRow, begun: Facts) -> Facts:
    known, moment = begun.known, begun.known.moment if begun.known else None
    usual = await offering.usual(tx, person, moment)
    every = await offering.offers(tx, person, moment, usual)
    seed = f"{person.id}:{known.id if known else row.id}"
    return replace(
        begun,
        keeps=await keeps_words(tx, person),
        asks_moment=known is not None and moment is None and "on" not in row.args,
        every=every,
        top=top(every, seed),
        phrase=await _phrase(tx, person, known or row),
        medicines=await mood_medicines(tx, person) if moment is HardMoment.LOW_MOOD else None,
        usual=usual,
    )


async def _phrase(tx: Tx, person: Person, of: Craving | ScreenRow) -> str | None:
    """One of their own, another one each time."""
    found = await own_words.of_person(tx, person.id, [Purpose.PHRASE])
    return found[of.id % len(found)].words if found else None
