"""What a check-in showed or repeats: cards, what was agreed in a session, what was learned from a lapse."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from db import check_in, events, quitting, toolkit
from db.practice import sessions
from db.schedule import prompts
from db.tx import Tx
from programme.check_in.answers import CheckIn, HardMoment
from programme.check_in.closing_card import COMES_ROUND, Card, CardContext, Learned, comes_round
from programme.check_in.events import CardTold
from programme.event import StoredEvent
from programme.people.person import HOME, Person
from programme.practice.events import AgreementHidden
from programme.practice.sessions import SessionNote
from programme.quitting.events import NextTimeKept, ReplayShown, ReplayStopped
from programme.quitting.lapses import Smoked, evening_of
from programme.schedule.course import WHOLE, Form
from programme.schedule.prompt import Prompt
from programme.schedule.slots import DAY


async def cards_shown(tx: Tx, person_id: int, card: Card) -> Sequence[StoredEvent[CardTold]]:
    """Every time that this card was told to them, newest last."""
    return [one for one in await events.of_person(tx, person_id, kind=CardTold) if one.event.card == card]


async def last_card_shown(tx: Tx, person_id: int, card: Card, about: int) -> datetime | None:
    """When this card was last told to them about that (UTC); None: it was not."""
    return next((one.at for one in reversed(await cards_shown(tx, person_id, card)) if one.event.about == about), None)


ECHOED_FOR: Final = timedelta(weeks=4)  # where no next session is known: what is older is none to repeat


async def agreed(tx: Tx, person: Person, prompt: Prompt, said: CheckIn) -> Sequence[SessionNote]:
    """What that client wrote down of their last session, until the next one, or until they put it away.

    Nothing on a hard day, when it would read as one more thing not done.
    """
    found = await sessions.agreed_last(tx, person.id, prompt.local_date - ECHOED_FOR)
    if not found or await _is_hard(tx, prompt, said):
        return ()
    on = found[-1].session_on
    hidden = {one.event.session_on for one in await events.of_person(tx, person.id, kind=AgreementHidden)}
    is_over = on in hidden or on > prompt.local_date or await _came_another(tx, person, on)
    return () if is_over else found


async def _is_hard(tx: Tx, prompt: Prompt, said: CheckIn) -> bool:
    attempt = await quitting.current_attempt(tx, prompt.person_id)
    day = attempt.day_number(prompt.local_date) if attempt else None
    return CardContext(prompt.id, prompt.local_date, day, said).is_hard


async def _came_another(tx: Tx, person: Person, session_on: date) -> bool:
    last = await sessions.last(tx, person.id)
    return (
        last is not None and last <= tx.now and last.astimezone(ZoneInfo(person.zone or HOME.zone)).date() > session_on
    )


async def hide_agreed(tx: Tx, person: Person, session_on: date) -> None:
    """That client (locked) does not want to read it any more; it stays kept."""
    await events.add(tx, person.id, AgreementHidden(session_on), actor=person.id)


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
    told = await quitting.get_smoked(tx, smoked_id, person.id)
    if told is None or not told.is_lapse or not await check_in.has_toolkit_item(tx, person.id, item_id):
        return False
    await events.add(tx, person.id, NextTimeKept(smoked=smoked_id, item=item_id), actor=person.id)
    return True


async def show_replay(tx: Tx, person: Person, smoked_id: int, *, shown: bool) -> bool:
    """Whether what was learned from that lapse of theirs is put before them; it stays in their toolkit. False where it
    is no lapse of theirs."""
    if await quitting.get_smoked(tx, smoked_id, person.id) is None:
        return False
    await events.add(tx, person.id, (ReplayShown if shown else ReplayStopped)(smoked_id), actor=person.id)
    return True


async def replay_in(tx: Tx, person: Person, prompt: Prompt) -> Replay | None:
    """What is put before them at the beginning of that check-in: see programme.check_in.closing_card. Nothing once the
    attempt ended.

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
    told = await quitting.smoked_since(tx, person.id, since)
    found = {one.id: one for one in told if one.is_lapse and (prompt.local_date - one.local_date).days in COMES_ROUND}
    attempt = await quitting.current_attempt(tx, person.id) if found else None
    return {one.id: one for one in found.values() if attempt is not None and one.attempt_id == attempt.id}


async def _kept(tx: Tx, person_id: int, lapses: Collection[int]) -> tuple[dict[int, int], dict[int, datetime]]:
    """By lapse the item that they kept last, and since when it is stopped, where it is."""
    items: dict[int, int] = {}
    stopped: dict[int, datetime] = {}
    for one in await events.of_kinds(tx, person_id, (NextTimeKept, ReplayStopped, ReplayShown)):
        match one.event:
            case ReplayStopped(smoked=lapse):
                stopped[lapse] = one.at
            case ReplayShown(smoked=lapse):
                stopped.pop(lapse, None)
            case NextTimeKept(smoked=lapse, item=item):
                stopped.pop(lapse, None)
                if lapse in lapses:
                    items[lapse] = item
    return items, stopped


def _learned(one: Smoked, item_id: int, zone: str) -> Learned:
    is_then = evening_of(one.told_at, zone) == one.local_date
    wall = one.told_at.astimezone(ZoneInfo(zone)).time() if is_then else None
    return Learned(one.id, item_id, one.local_date, wall)


async def _was_at_the_hardest_hour(tx: Tx, prompt: Prompt) -> bool:
    todays = await prompts.of_person(tx, prompt.person_id, prompt.due_at - DAY)
    same_day = (one for one in todays if one.local_date == prompt.local_date)
    return any(one.form == Form.RISK and one.opened_at is not None for one in same_day)
