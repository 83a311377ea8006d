"""Faults to plant: in a function of the product, for a town that lives with it; or in what was lived, afterwards."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest

import programme.schedule.due
from care.schedule.closing import PromptEnding
from care.schedule.due import Tally, open_due
from care.schedule.plans import schedule_quit_morning, set_plan
from care.schedule.upcoming import Upcoming, next_check_in, upcoming
from db.tx import Tx
from programme.check_in.answers import CheckIn
from programme.people.person import Person
from programme.schedule.day import DayState
from programme.schedule.due import DuePlan, DueSlots
from programme.schedule.foresee import Foreseen, foresee
from programme.schedule.kinds import rule_of
from programme.schedule.pause import Rung
from programme.schedule.plan import CHECK_IN, RandomWindow
from programme.schedule.prompt import Pending, Prompt, PromptState
from programme.schedule.slots import SlotTime
from trials.simulate.life import TownLife
from trials.simulate.town import Arrived, Truth

Patch = pytest.MonkeyPatch
SOON = timedelta(minutes=3)


async def _nothing(*_: object, **__: object) -> None:
    pass


def no_decision(patch: Patch) -> None:
    """Why something was said is not kept."""
    patch.setattr("care.schedule.due.decision", lambda plan, slot, day: {"zone": plan.zone})


def twice_on_a_day(patch: Patch) -> None:
    """A new time holds at once, also on a day that had its slot."""

    async def at_once(tx: Tx, *_: object) -> datetime:
        return tx.now

    patch.setattr("care.schedule.plans._holds_from", at_once)


def plans_stay_at_home(patch: Patch) -> None:
    """Who travels keeps the times of home."""
    patch.setattr("care.people.joining.move_plans", _nothing)


def words_at_night(patch: Patch) -> None:
    """A supporter's words go at any hour."""
    patch.setattr("care.supporters.clients_side.is_quiet", lambda now, zone: False)


def answered_is_silence(patch: Patch) -> None:
    """Whatever closes counts as not answered."""

    def ending(one: Pending, _: object) -> PromptEnding:
        return PromptEnding(one.prompt, PromptState.EXPIRED)

    patch.setattr("care.schedule.due._ending", ending)


def they_pile_up(patch: Patch) -> None:
    """A new question leaves the old one open."""
    patch.setattr("care.schedule.due.make_way", _nothing)


def beside_what_is_open(patch: Patch) -> None:
    """A check-in that somebody asks for leaves the question that is open beside it."""
    patch.setattr("care.check_in.starting.make_way", _nothing)


def never_come_back(patch: Patch) -> None:
    """What was put off does not come once more, and closes as if it had."""
    patch.setattr("care.schedule.due._return", _nothing)


def closed_without_a_word(patch: Patch) -> None:
    """What closes stays as it was on the phone."""

    async def unseen(*_: object) -> frozenset[int]:
        return frozenset()

    patch.setattr("care.schedule.due.say.refresh_prompts", unseen)


def done_is_asked(patch: Patch) -> None:
    """What was done by oneself is not looked at."""
    patch.setattr("programme.schedule.due._stands_for", lambda *args: False)


def shown_wrongly(patch: Patch) -> None:
    """What comes is shown an hour late."""

    async def late(tx: Tx, person: Person, **sees: bool) -> list[Upcoming]:
        return [replace(one, at=one.at + timedelta(hours=1)) for one in await upcoming(tx, person, **sees)]

    patch.setattr("care.schedule.upcoming.upcoming", late)


def mornings_stay(patch: Patch) -> None:
    """A quit date that is moved leaves its morning behind."""
    patch.setattr("care.quitting.dates.cancel_quit_morning", _nothing)
    kept = {"first": True}

    async def once(*args: Any) -> Any:
        first, kept["first"] = kept["first"], False
        return await schedule_quit_morning(*args) if first else None

    patch.setattr("care.quitting.dates.schedule_quit_morning", once)


def missed_is_silence(patch: Patch) -> None:
    """What we did not send counts as silence."""

    def silent(*args: Any, **named: Any) -> DueSlots:
        found = programme.schedule.due.due(*args, **named)
        slots = [
            replace(one, state=PromptState.EXPIRED) if one.state is PromptState.MISSED_BY_US else one
            for one in found.slots
        ]
        return replace(found, slots=tuple(slots))

    patch.setattr("care.schedule.due.due", silent)


def times_drift(patch: Patch) -> None:
    """Whoever is asked is asked at another time from then on."""

    async def drifting(tx: Tx) -> Tally:
        done = await open_due(tx)
        await set_plan(tx, 2, CHECK_IN, rule_of(CHECK_IN, time(10, tx.now.day)), "Europe/London")
        return done

    patch.setattr("trials.simulate.living.open_due", drifting)


def blocks_are_forgotten(patch: Patch) -> None:
    """That somebody blocked us is not remembered."""
    patch.setattr("db.people.accounts.set_cannot_reach", _nothing)


def reminded_at_once(patch: Patch) -> None:
    """The reminder comes five minutes after the question."""
    patch.setattr("care.schedule.due.remind_at", lambda opened_at, closes_at: opened_at + timedelta(minutes=5))
    patch.setattr("care.delivery.check_before_send.REMIND_AFTER", timedelta())


def breaks_are_forgotten(patch: Patch) -> None:
    """A break is not written down."""
    patch.setattr("db.schedule.plans.start_pause", _nothing)


def no_quiet_evening(patch: Patch) -> None:
    """A lapse changes nothing about the evening."""
    for place in ("programme.schedule.due", "care.delivery.check_before_send"):
        patch.setattr(f"{place}.quiet_evening_at", lambda *args: None)


def proposals_are_taken(patch: Patch) -> None:
    """Whoever answers is asked at another time from then on: what was to be proposed holds at once."""

    async def at_once(tx: Tx, prompt: Prompt, _: CheckIn) -> None:
        await set_plan(tx, prompt.person_id, CHECK_IN, rule_of(CHECK_IN, time(10, tx.now.day)), "Europe/London")

    patch.setattr("care.check_in.answering.change_slot.consider_proposal", at_once)


def no_cap(patch: Patch) -> None:
    """There is always room for one more."""
    patch.setattr("programme.schedule.day.DayState.has_room", lambda *args: True)


def no_ladder(patch: Patch) -> None:
    """Silence changes nothing."""
    patch.setattr("programme.schedule.day.rung", lambda *args: Rung.USUAL)


def drawn_without_the_seed(patch: Patch) -> None:
    """A time by chance lies in its window, and has nothing to do with the seed that is kept."""
    draw = RandomWindow.draw

    def otherwise(self: RandomWindow, on: date, asked: SlotTime, soonest: time | None = None) -> SlotTime:
        return draw(replace(self, seed=1), on, asked, soonest)

    patch.setattr("programme.schedule.plan.RandomWindow.draw", otherwise)


def nobody_is_at_anything(patch: Patch) -> None:
    """What comes does not look whether somebody is in the middle of something."""

    async def free(*_: object) -> None:
        return None

    patch.setattr("care.delivery.check_before_send.busy_until", free)


def lapse_listed(patch: Patch) -> None:
    """What comes does not know of lapses."""

    def unknowing(day: DayState, plans: Sequence[DuePlan], now: datetime, until: datetime, _: object) -> list[Foreseen]:
        return foresee(day, plans, now, until)

    patch.setattr("care.schedule.upcoming.foresee", unknowing)


def held_back_unseen(patch: Patch) -> None:
    """What comes does not know what else that day has."""
    patch.setattr("programme.schedule.foresee.decide", lambda now, looked, days: list(looked))


def said_of_check_ins_alone(patch: Patch) -> None:
    """The closing words know of check-ins and of nothing else."""
    patch.setattr("care.schedule.upcoming.next_word", next_check_in)


def held_back_from_nobody(patch: Patch) -> None:
    """What comes is shown as held back for good."""

    async def held(tx: Tx, person: Person, **sees: bool) -> list[Upcoming]:
        return [replace(one, held="cap", most=2) for one in await upcoming(tx, person, **sees)]

    patch.setattr("care.schedule.upcoming.upcoming", held)


def cards_are_forgotten(patch: Patch) -> None:
    """What comes does not know of a crisis card."""

    async def as_before(tx: Tx, person: Person, **sees: bool) -> Sequence[Upcoming]:
        return await upcoming(tx, person, **{**sees, "after_cards": False})

    patch.setattr("care.schedule.upcoming.upcoming", as_before)


def looked_back_at_once(patch: Patch) -> None:
    """The look-back comes before anything of it could be told."""
    patch.setattr("care.diary.entries.LOOK_BACK_AFTER", timedelta(minutes=12))


def nothing_is_soft(patch: Patch) -> None:
    """A crisis card changes nothing about the evening."""
    patch.setattr("care.safety.crisis.soften", _nothing)


def soft_is_silence(patch: Patch) -> None:
    """What had no answer after a crisis card counts as silence."""

    async def as_it_is(tx: Tx, endings: Sequence[PromptEnding]) -> Sequence[PromptEnding]:
        return endings

    patch.setattr("care.schedule.closing._softened", as_it_is)


PLANTED: Mapping[str, tuple[Callable[[Patch], None], Sequence[str]]] = {
    "S1": (no_decision, ["half"]),
    "S2": (twice_on_a_day, ["ada"]),
    "S3": (plans_stay_at_home, ["kim"]),
    "S4": (words_at_night, ["sam", "jo"]),
    "S5": (answered_is_silence, ["half"]),
    "S6": (they_pile_up, ["ada"]),
    "S5 without a word": (closed_without_a_word, ["uli"]),
    "S6 by an own one": (beside_what_is_open, ["liv"]),
    "S13 put off": (never_come_back, ["pat"]),
    "S7": (done_is_asked, ["sam"]),
    "S8": (nobody_is_at_anything, ["ada"]),
    "S9": (drawn_without_the_seed, ["vic"]),
    "S10": (no_cap, ["vic"]),
    "S11": (shown_wrongly, ["sam"]),
    "S11 after a lapse": (lapse_listed, ["sam"]),
    "S11 held back": (held_back_unseen, ["half"]),
    "S11 not held back": (held_back_from_nobody, ["sam"]),
    "S11 the next hello": (said_of_check_ins_alone, ["bea"]),
    "S11 after a card": (cards_are_forgotten, ["eve"]),
    "S12": (mornings_stay, ["sam"]),
    "S13": (missed_is_silence, ["uli"]),
    "S14": (times_drift, ["uli"]),
    "S14 by a proposal": (proposals_are_taken, ["sam"]),
    "S15": (blocks_are_forgotten, ["mo"]),
    "reminders": (reminded_at_once, ["uli"]),
    "breaks": (breaks_are_forgotten, ["bea"]),
    "lapses": (no_quiet_evening, ["sam"]),
    "lapses told of while we stood still": (no_quiet_evening, ["eve"]),
    "after-card": (nothing_is_soft, ["ada"]),
    "after-card as silence": (soft_is_silence, ["ada"]),
    "look-backs": (looked_back_at_once, ["bea"]),
    "ladder": (no_ladder, ["vic"]),
    "amounts": (no_cap, ["vic"]),
}


def off_the_window(life: TownLife) -> TownLife:
    """A time was drawn outside its window."""
    first = next(one for one in life.planned if one.kind == CHECK_IN)
    drawn = {**first.decision, "chosen": "by chance", "drawn": "11:30", "span": 60}
    return _with_prompts(life, [replace(one, decision=drawn) if one is first else one for one in life.memory.prompts])


def too_many(life: TownLife) -> TownLife:
    """One question came four times on a day."""
    ask = next(one for one in life.unasked if one.shows == "check_in")
    return _and_then(life, [replace(ask, at=ask.at + number * SOON) for number in range(3)])


def no_record(life: TownLife) -> TownLife:
    """A slot has lost its record."""
    return _with_prompts(life, life.memory.prompts[1:])


def two_cards(life: TownLife) -> TownLife:
    """One check-in carries its card twice."""
    told = next(one for one in life.memory.events if one.kind == "CardTold")
    return replace(life, memory=replace(life.memory, events=(*life.memory.events, told)))


SPOILT: Mapping[str, Callable[[TownLife], TownLife]] = {
    "S9": off_the_window,
    "S10": too_many,
    "cards": two_cards,
    "records": no_record,
}


def _and_then(life: TownLife, more: Sequence[Arrived]) -> TownLife:
    truth = life.truth
    arrived = sorted([*truth.arrived, *more], key=lambda one: one.at)
    return replace(life, truth=Truth(truth.did, arrived, truth.edited, truth.looked))


def _with_prompts(life: TownLife, prompts: Sequence[Any]) -> TownLife:
    return replace(life, memory=replace(life.memory, prompts=tuple(prompts)))
