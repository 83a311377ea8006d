"""The loop from one instant to the next: what is delivered, what people do about it and by themselves."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from random import Random
from typing import Any

from bot.door.after_delivery import arrived as arrived_on_phone
from bot.kit.screen import Screen, does
from bot.kit.taps import OPEN_VIEW
from bot.sending.build_call import Ready, SenderPorts
from bot.sending.claiming import ClaimLimits, claim_batch
from bot.sending.outcome import Blocked, Delivered
from bot.sending.results import Landed, record
from care.delivery.check_before_send import cannot_reach, check_before_send, on_not_sent, reachable_again
from care.practice.requests import pass_on_due
from care.schedule.due import advance_open_prompts, open_due, settle
from db.delivery.picking import Moments, next_moments
from db.delivery.screens import ScreenRow
from db.delivery.wordings import Stops
from db.people import accounts
from db.schedule import prompts
from db.store.engine import Database
from db.tx import Tx
from programme.people.person import Person
from programme.schedule.prompt import of_key
from trials.simulate import client_acts, other_acts, own_acts, reply_acts
from trials.simulate.residents import EDITS, Habits, Happening, LifeTurn, PlannedReply, Resident
from trials.simulate.scene import Act, Scene, is_told
from trials.simulate.town import Arrived, Did, Edited, Town

MOST = 500  # rows at once
EPOCH = 1  # there is one sender
BUTTONS = ((does("on", OPEN_VIEW, ""),),)  # so that there is something to take away


async def deliver(tx: Tx, town: Town) -> Sequence[Arrived]:
    """What may go now goes, one message a person, looked at again before; gives what reached phones, or bounced."""
    taken = await claim_batch(tx, ASKS, EPOCH, ClaimLimits(limit=MOST, shut=(), laid=(), calm=(), paced=()))
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


ASKS = SenderPorts(_plainly, check_before_send, on_not_sent, cannot_reach, lambda person: (), arrived_on_phone)

ACTS: Mapping[Happening, Act] = {
    **client_acts.ACTS, **own_acts.DIARY_ACTS, **other_acts.OTHERS_ACTS, **reply_acts.ANSWER_ACTS,
    **reply_acts.SAYING_ACTS, **other_acts.SCHEDULE_ACTS,
    **own_acts.NOTE_ACTS, **own_acts.PLAN_ACTS,
}  # fmt: skip
LOOK_BACK = timedelta(days=3)
LOCALE = "en"


async def act(tx: Tx, town: Town, turn: LifeTurn) -> None:
    """They do it now, unless they blocked us; who comes back from blocking is reached again, as in
    bot.door.handling."""
    if (turn.who in town.blocked and turn.what is not Happening.UNBLOCK) or _is_silent(tx.now, town, turn):
        return
    person = await _person(tx, town, turn)
    if person is None:
        return
    await accounts.lock(tx, [person.id])
    if turn.what is not Happening.BLOCK or turn.arg:  # a block that Telegram does not tell of, nobody hears of
        await accounts.touch_last_seen(tx, [person.id])
        town.truth.heard.append((tx.now, person.id))
    if person.cannot_reach_since is not None and turn.what is not Happening.BLOCK:
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


def _is_silent(now: datetime, town: Town, turn: LifeTurn) -> bool:
    return turn.what is not Happening.JOIN and town.residents[turn.who].is_silent(
        now.astimezone(town.zone(turn.who)).date()
    )


async def _person(tx: Tx, town: Town, turn: LifeTurn) -> Person | None:
    """Who they are to us: known, or somebody who writes for the first time, which only joining people do."""
    known = town.ids.get(turn.who)
    if known is not None:
        return await accounts.get(tx, known)
    if turn.what not in (Happening.JOIN, Happening.ANSWER_INVITE):
        return None
    made = await accounts.ensure(tx, town.account(turn.who), LOCALE)
    town.meet(turn.who, made.id)
    return made


async def _recorded(tx: Tx, person: Person) -> tuple[Any, ...]:
    return tuple(await prompts.of_person(tx, person.id, tx.now - LOOK_BACK))


ALL = 9  # questions: more than any check-in has
DONE_SHARE = 0.5
OUTCOME_SHARE = 0.6  # of what they answer otherwise: so that what follows up comes as well
Share = Callable[[Habits], float]


def _answers_it(habits: Habits) -> float:
    return habits.answers


TAPPED: Mapping[str, tuple[Happening, Share]] = {
    "reminder": (Happening.ONE_TAP, lambda habits: habits.taps_reminder),
    "weekly": (Happening.READ_WEEKS, _answers_it),
    "request": (Happening.OPEN_REQUEST, lambda _: 1),
    "passed_on": (Happening.RATE_WORDS, _answers_it),
    "craving_after": (Happening.RATE_AFTER, _answers_it),
    "look_back": (Happening.LOOK_BACK, _answers_it),
    "session_before": (Happening.SESSION_NOTE, _answers_it),
    "session_after": (Happening.SESSION_NOTE, _answers_it),
    "outcome": (Happening.OUTCOME, lambda habits: habits.answers * OUTCOME_SHARE),
    "timing": (Happening.TIMING, _answers_it),
}


def reactions(arrived: Arrived, town: Town) -> Iterator[LifeTurn]:
    """What comes of that message. Nothing from somebody who blocked us, or reacts to nothing these days."""
    one, chance = town.residents[arrived.who], town.chance(arrived.who)
    if arrived.verb != "send" or arrived.bounced:
        return
    at = arrived.at + timedelta(minutes=chance.randint(*one.habits.minutes), seconds=chance.randrange(60))
    if one.is_silent(arrived.at.astimezone(town.zone(one.name)).date()):
        return
    if arrived.shows == "check_in":
        yield from _to_check_in(arrived, one, chance, at)
    elif arrived.shows == "nudge" and chance.random() < one.habits.answers:
        yield LifeTurn(at, one.name, Happening.NUDGE, (arrived.subject_id, chance.random() < DONE_SHARE))
    elif arrived.shows in TAPPED:
        what, share = TAPPED[arrived.shows]
        if chance.random() < share(one.habits):
            yield LifeTurn(at, one.name, what, arrived.subject_id)


def _to_check_in(arrived: Arrived, one: Resident, chance: Random, at: datetime) -> Iterator[LifeTurn]:
    prompt_id, habits = arrived.subject_id or 0, one.habits
    asked_for = of_key(arrived.key) is None  # shown below because they wanted it
    if asked_for or chance.random() < habits.answers:
        yield from _answers(prompt_id, one, habits, chance, at)
    elif chance.random() < habits.puts_off / (1 - habits.answers + 0.01):
        yield LifeTurn(at, one.name, Happening.LATER, prompt_id)
    elif chance.random() < habits.not_today / (1 - habits.answers + 0.01):
        yield LifeTurn(at, one.name, Happening.NOT_TODAY, prompt_id)


def _answers(prompt_id: int, one: Resident, habits: Habits, chance: Random, at: datetime) -> Iterator[LifeTurn]:
    how = chance.random()
    if how < habits.stops_halfway:
        yield LifeTurn(at, one.name, Happening.ANSWER, PlannedReply(prompt_id, chance.randint(1, 2), finishes=False))
    elif how < habits.stops_halfway + habits.pauses_halfway:
        yield LifeTurn(at, one.name, Happening.ANSWER, PlannedReply(prompt_id, 1, finishes=False))
        later = at + timedelta(seconds=chance.randrange(20, 280))
        yield LifeTurn(later, one.name, Happening.ANSWER, PlannedReply(prompt_id, ALL, finishes=True))
    else:
        yield LifeTurn(at, one.name, Happening.ANSWER, PlannedReply(prompt_id, ALL, finishes=True))


BATCH = timedelta(hours=12)  # of the town's time that share a commit: what a kill would lose is for `alongside faults`


async def live_town(database: Database, town: Town, progress: Callable[[datetime], object]) -> None:
    """Lives from the start of the town's time to its end. `progress` is told now and then how far it is."""
    town.now = town.population.start
    while town.now < town.population.end:
        await database.write(lambda tx: _some(tx, town))
        progress(min(town.now, town.population.end))


async def _some(tx: Tx, town: Town) -> None:
    """Every instant of one batch, in one transaction."""
    until = min(town.now + BATCH, town.population.end)
    moments = await next_moments(tx.at(town.now))
    while town.now < until:
        moments = await _instant(tx.at(town.now), town, moments)
        town.now = _next(town, moments)


async def _instant(tx: Tx, town: Town, moments: Moments) -> Moments:
    """All that is due at this instant, what comes of it included; gives what is due next.

    What people did is heard before anything is said: after a standstill too, as the house does it (alongside.house).
    """
    while True:
        acted = False
        while (turn := town.pop(tx.now)) is not None:
            await act(tx, town, turn)
            acted = True
        if acted:
            moments = await next_moments(tx)
        if not await _pulse(tx, town, moments) and not acted:
            return moments
        moments = await next_moments(tx)


async def _pulse(tx: Tx, town: Town, moments: Moments) -> bool:
    """What the service does by itself: opens, reminds, closes, sends."""
    moved = False
    if moments.plan is not None and moments.plan <= tx.now:
        await open_due(tx)
        moved = True
    if moments.step is not None and moments.step <= tx.now:
        await advance_open_prompts(tx)
        moved = True
    if moments.request is not None and moments.request <= tx.now:
        await pass_on_due(tx)
        moved = True
    if moved or moments.may_go or (moments.row is not None and moments.row <= tx.now):
        for arrived in await deliver(tx, town):
            moved = True
            for turn in reactions(arrived, town):
                town.plan(turn)
    return moved


def _next(town: Town, moments: Moments) -> datetime:
    """The next instant at which anything is due, or after the standstill in which that falls."""
    known = (moments.plan, moments.step, moments.request, moments.row, town.next_at())
    found = [at for at in known if at is not None and at > town.now]
    at = min(found, default=town.population.end)
    still = town.standstill_at(at)
    return still.until if still else at
