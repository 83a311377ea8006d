"""Somebody does something, through the act of care that their tap or command would reach; and it is written down."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from care.open_due import settle
from care.reachability import reachable_again
from db import people, prompts
from db.tx import Tx
from programme.people import Person
from trials.simulate import (
    answering,
    clients_acts,
    diary_acts,
    others_acts,
    own_acts,
    plan_acts,
    saying,
    schedule_acts,
)
from trials.simulate.looking import is_told
from trials.simulate.residents import EDITS, Turn, What
from trials.simulate.scene import Act, Scene
from trials.simulate.town import Town
from trials.simulate.truth import Did, Edited

ACTS: Mapping[What, Act] = {
    **clients_acts.ACTS, **diary_acts.ACTS, **others_acts.ACTS, **answering.ACTS, **saying.ACTS, **schedule_acts.ACTS,
    **own_acts.ACTS, **plan_acts.ACTS,
}  # fmt: skip
LOOK_BACK = timedelta(days=3)
LOCALE = "en"


async def act(tx: Tx, town: Town, turn: Turn) -> None:
    """They do it now, unless they blocked us; who comes back from blocking is reached again, as in bot.handling."""
    if (turn.who in town.blocked and turn.what is not What.UNBLOCK) or _is_silent(tx.now, town, turn):
        return
    person = await _person(tx, town, turn)
    if person is None:
        return
    await people.lock(tx, [person.id])
    if turn.what is not What.BLOCK or turn.arg:  # a block that Telegram does not tell of, nobody hears of
        await people.heard_of(tx, [person.id])
        town.truth.heard.append((tx.now, person.id))
    if person.cannot_reach_since is not None and turn.what is not What.BLOCK:
        await reachable_again(tx, person.id)
    if turn.what in EDITS:
        await settle(tx, person.id)  # what came due in a standstill has its record before anything changes
    before = await _recorded(tx, person) if turn.what in EDITS else ()
    scene = Scene(tx, town, town.residents[turn.who], person)
    said = await ACTS[turn.what](scene, turn.arg)
    if said is None:
        return
    taps = said.get("taps", 1)
    rest = {name: value for name, value in said.items() if name != "taps"}
    town.truth.did.append(Did(tx.now, person.id, turn.who, turn.what, taps, rest))
    await is_told(tx, town, turn.who, turn.what, person)
    if turn.what in EDITS:
        after = await _recorded(tx, person)
        town.truth.edited.append(Edited(tx.now, person.id, turn.who, turn.what, before, after))


def _is_silent(now: datetime, town: Town, turn: Turn) -> bool:
    return turn.what is not What.JOIN and town.residents[turn.who].is_silent(now.astimezone(town.zone(turn.who)).date())


async def _person(tx: Tx, town: Town, turn: Turn) -> Person | None:
    """Who they are to us: known, or somebody who writes for the first time, which only joining people do."""
    known = town.ids.get(turn.who)
    if known is not None:
        return await people.get(tx, known)
    if turn.what not in (What.JOIN, What.ANSWER_INVITE):
        return None
    made = await people.ensure(tx, town.account(turn.who), LOCALE)
    town.meet(turn.who, made.id)
    return made


async def _recorded(tx: Tx, person: Person) -> tuple[Any, ...]:
    return tuple(await prompts.of_person(tx, person.id, tx.now - LOOK_BACK))
