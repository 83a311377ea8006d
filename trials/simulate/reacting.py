"""What people do about what reaches their phones, and when: by their habits and their own chance."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime, timedelta
from random import Random

from programme.prompt import of_key
from trials.simulate.residents import Habits, Reply, Resident, Turn, What
from trials.simulate.town import Town
from trials.simulate.truth import Arrived

ALL = 9  # questions: more than any check-in has
DONE_SHARE = 0.5
OUTCOME_SHARE = 0.6  # of what they answer otherwise: so that what follows up comes as well
Share = Callable[[Habits], float]


def _answers_it(habits: Habits) -> float:
    return habits.answers


TAPPED: Mapping[str, tuple[What, Share]] = {
    "reminder": (What.ONE_TAP, lambda habits: habits.taps_reminder),
    "weekly": (What.READ_WEEKS, _answers_it),
    "request": (What.OPEN_REQUEST, lambda _: 1),
    "passed_on": (What.RATE_WORDS, _answers_it),
    "craving_after": (What.RATE_AFTER, _answers_it),
    "look_back": (What.LOOK_BACK, _answers_it),
    "session_before": (What.SESSION_NOTE, _answers_it),
    "session_after": (What.SESSION_NOTE, _answers_it),
    "outcome": (What.OUTCOME, lambda habits: habits.answers * OUTCOME_SHARE),
    "timing": (What.TIMING, _answers_it),
}


def reactions(arrived: Arrived, town: Town) -> Iterator[Turn]:
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
        yield Turn(at, one.name, What.NUDGE, (arrived.subject_id, chance.random() < DONE_SHARE))
    elif arrived.shows in TAPPED:
        what, share = TAPPED[arrived.shows]
        if chance.random() < share(one.habits):
            yield Turn(at, one.name, what, arrived.subject_id)


def _to_check_in(arrived: Arrived, one: Resident, chance: Random, at: datetime) -> Iterator[Turn]:
    prompt_id, habits = arrived.subject_id or 0, one.habits
    asked_for = of_key(arrived.key) is None  # shown below because they wanted it
    if asked_for or chance.random() < habits.answers:
        yield from _answers(prompt_id, one, habits, chance, at)
    elif chance.random() < habits.puts_off / (1 - habits.answers + 0.01):
        yield Turn(at, one.name, What.LATER, prompt_id)
    elif chance.random() < habits.not_today / (1 - habits.answers + 0.01):
        yield Turn(at, one.name, What.NOT_TODAY, prompt_id)


def _answers(prompt_id: int, one: Resident, habits: Habits, chance: Random, at: datetime) -> Iterator[Turn]:
    how = chance.random()
    if how < habits.stops_halfway:
        yield Turn(at, one.name, What.ANSWER, Reply(prompt_id, chance.randint(1, 2), finishes=False))
    elif how < habits.stops_halfway + habits.pauses_halfway:
        yield Turn(at, one.name, What.ANSWER, Reply(prompt_id, 1, finishes=False))
        later = at + timedelta(seconds=chance.randrange(20, 280))
        yield Turn(later, one.name, What.ANSWER, Reply(prompt_id, ALL, finishes=True))
    else:
        yield Turn(at, one.name, What.ANSWER, Reply(prompt_id, ALL, finishes=True))
