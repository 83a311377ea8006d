"""What a client would do next time, kept after a lapse, and put before them when its hour comes round."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from db import attempts, check_ins, events, prompts, smoked, toolkit
from db.tx import Tx
from programme.check_in import HardMoment
from programme.course import WHOLE, Form
from programme.occurrence import DAY
from programme.people import Person
from programme.places import HOME
from programme.prompt import Prompt
from programme.replay import COMES_ROUND, Learned, comes_round
from programme.smoking import Smoked, evening_of

KEPT, STOPPED, SHOWN = "NextTimeKept", "ReplayStopped", "ReplayShown"  # data: smoked, and of the first: item


@dataclass(frozen=True, slots=True)
class Replay:
    """If that moment comes, then these words of theirs: said after the lapse `smoked_id` of the local date `on`.

    `told` is when they told of it (UTC); that was its hour, or it is not known. Where they gave no words of their own,
    the catalogue's line is meant, by its `code`. `stopped`: in this very check-in, where it can be taken back.
    """

    smoked_id: int
    on: date
    told: datetime
    is_hour_known: bool
    moment: HardMoment | None
    words: str
    code: str | None = None
    stopped: bool = False


async def keep_next_time(tx: Tx, person: Person, smoked_id: int, item_id: int) -> bool:
    """That item of theirs is what they would do next time, after that lapse; False where either is not theirs."""
    told = await smoked.get(tx, smoked_id, person.id)
    if told is None or not told.is_lapse or not await check_ins.has_toolkit_item(tx, person.id, item_id):
        return False
    await events.add(tx, KEPT, person.id, person.id, {"smoked": smoked_id, "item": item_id})
    return True


async def show_replay(tx: Tx, person: Person, smoked_id: int, *, shown: bool) -> bool:
    """Whether what was learned from that lapse of theirs is put before them; it stays in their toolkit. False where it
    is no lapse of theirs."""
    if await smoked.get(tx, smoked_id, person.id) is None:
        return False
    await events.add(tx, SHOWN if shown else STOPPED, person.id, person.id, {"smoked": smoked_id})
    return True


async def replay_in(tx: Tx, person: Person, prompt: Prompt) -> Replay | None:
    """What is put before them at the beginning of that check-in: see programme.replay. Nothing once the attempt ended.

    On a day with a question at their hardest hour it stands there, and not in the evening's as well.
    """
    if prompt.late or prompt.form not in (Form.RISK, *WHOLE):
        return None
    lapses = await _come_round(tx, person, prompt)
    if not lapses:
        return None
    items, stopped = await _kept(tx, person.id, lapses)
    before = {one for one, at in stopped.items() if prompt.opened_at is None or at < prompt.opened_at}
    zone = person.zone or HOME.zone
    learned = (_learned(one, items[one.id], zone) for one in lapses.values() if one.id in items.keys() - before)
    wall = time.fromisoformat(prompt.slot)
    found = comes_round(learned, prompt.local_date, wall, prompt.form)
    if found is None or (prompt.form in WHOLE and await _was_at_the_hardest_hour(tx, prompt)):
        return None
    every = {item.id: item for item in await toolkit.of_person(tx, person.id)}
    told = lapses[found.smoked_id]
    if found.item_id not in every:
        return None
    item = every[found.item_id]
    hour, is_stopped = found.wall is not None, told.id in stopped
    return Replay(told.id, told.local_date, told.told_at, hour, told.moment, item.words, item.code, is_stopped)


async def _come_round(tx: Tx, person: Person, prompt: Prompt) -> dict[int, Smoked]:
    since = prompt.due_at - timedelta(days=max(COMES_ROUND) + 3)
    told = await smoked.since(tx, person.id, since)
    found = {one.id: one for one in told if one.is_lapse and (prompt.local_date - one.local_date).days in COMES_ROUND}
    attempt = await attempts.current(tx, person.id) if found else None
    return {one.id: one for one in found.values() if attempt is not None and one.attempt_id == attempt.id}


async def _kept(tx: Tx, person_id: int, lapses: Collection[int]) -> tuple[dict[int, int], dict[int, datetime]]:
    """By lapse the item that they kept last, and since when it is stopped, where it is."""
    items: dict[int, int] = {}
    stopped: dict[int, datetime] = {}
    for one in await events.of_kinds(tx, person_id, (KEPT, STOPPED, SHOWN)):
        lapse = one.data["smoked"]
        if one.kind == STOPPED:
            stopped[lapse] = one.at
        else:
            stopped.pop(lapse, None)
        if one.kind == KEPT and lapse in lapses:
            items[lapse] = one.data["item"]
    return items, stopped


def _learned(one: Smoked, item_id: int, zone: str) -> Learned:
    is_then = evening_of(one.told_at, zone) == one.local_date
    wall = one.told_at.astimezone(ZoneInfo(zone)).time() if is_then else None
    return Learned(one.id, item_id, one.local_date, wall)


async def _was_at_the_hardest_hour(tx: Tx, prompt: Prompt) -> bool:
    todays = await prompts.of_person(tx, prompt.person_id, prompt.due_at - DAY)
    same_day = (one for one in todays if one.local_date == prompt.local_date)
    return any(one.form == Form.RISK and one.opened_at is not None for one in same_day)
