"""What is remembered agrees with itself: prompts, answers and the events that tell of them."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

from programme.check_in import CheckIn, Day, Question
from programme.kinds import KINDS
from programme.prompt import PromptState
from trials.case import Case

SOON = timedelta(minutes=10)  # in which what is due may wait for its turn
MISSED = ("MissedByUs", "CannotReach")


def two_open(case: Case) -> Iterator[str]:
    """Nobody has two open questions of one kind, nor a supporter two about one client."""
    for (person_id, kind, _), count in Counter(one.family for one in case.memory.prompts if one.is_open).items():
        if count > 1:
            yield f"person {person_id} has {count} open questions ({kind})"


def open_too_long(case: Case) -> Iterator[str]:
    """No prompt is open once its window is over: each has an outcome."""
    for prompt in case.memory.prompts:
        if prompt.is_open and (prompt.closes_at is None or prompt.closes_at < case.newest - SOON):
            yield f"prompt {prompt.id} ({prompt.kind}) is open, and its window ended at {prompt.closes_at}"


def prompt_unlike_its_events(case: Case) -> Iterator[str]:
    """That a prompt was opened is told once, and what became of it as it is."""
    for prompt in case.memory.prompts:
        name = KINDS[prompt.kind].event
        opened = len(case.data_of(prompt.id, f"{name}Opened"))
        if opened != (prompt.opened_at is not None):
            yield f"prompt {prompt.id} was opened, as the events tell, {opened} times, and it says {prompt.opened_at}"
        ends = case.data_of(prompt.id, f"{name}Opened", *MISSED, f"{name}Closed")
        told = [data["state"] for data in ends if "state" in data]
        going_on = prompt.late and prompt.state is PromptState.PART
        if not told or (told[-1] != prompt.state and not going_on):
            yield f"prompt {prompt.id} is {prompt.state}, and the events tell {' > '.join(told) or 'nothing'}"


def answers_unlike_their_events(case: Case) -> Iterator[str]:
    """What is kept of a check-in is what its events add up to."""
    for prompt in case.memory.prompts:
        told = case.data_of(prompt.id, "CheckInAnswered")
        kept = case.memory.check_ins.get(prompt.id)
        if not any("value" in data for data in told):
            continue  # nothing was answered, or it is not to be kept
        if kept is None:
            yield f"prompt {prompt.id} was answered, and nothing of it is there"
        elif kept.codes() != _added_up(kept, told).codes():
            yield f"prompt {prompt.id} holds {kept.codes()}, and the events tell {_added_up(kept, told).codes()}"


def _added_up(kept: CheckIn, told: Sequence[Mapping[str, Any]]) -> CheckIn:
    said = CheckIn(kept.prompt_id, kept.person_id, since=kept.since)
    for data in told:
        value = data.get("value")
        if data["question"] == "day" and value is not None:
            said = replace(said, day=Day(value))
        elif data["question"] == Question.WORDS and not data.get("skipped"):
            said = said.with_words()
        elif value is not None:
            said = said.answer(Question(data["question"]), value) or said
    return said
