"""The one checker: was anything lost, doubled, sent out of place? Over the database, and what truly happened."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import astuple, dataclass
from datetime import datetime

from db.outbox import OutboxState
from db.proof import Memory
from programme.prompt import PromptState
from simulator import Log
from trials.case import Case
from trials.rules import asked, breaks, danger, heard, kept, quitting, said, slots, supporting

RULES: tuple[Callable[[Case], Iterable[str]], ...] = (
    slots.slot_missing,
    slots.slot_double,
    slots.slot_outside,
    slots.plan_unlike_its_events,
    said.question_without_end,
    said.ending_without_reason,
    said.hidden_too_often,
    said.delivered_and_not_there,
    said.delivered_too_often,
    said.unasked_at_night,
    said.unasked_to_unreachable,
    said.limit_broken,
    said.wrong_by_the_book,
    heard.update_lost,
    heard.words_unanswered,
    heard.tap_lost,
    heard.answer_out_of_turn,
    danger.card_missing,
    danger.card_behind,
    kept.two_open,
    kept.open_too_long,
    kept.prompt_unlike_its_events,
    kept.answers_unlike_their_events,
    supporting.nudged_after_the_end,
    supporting.waits_after_the_end,
    supporting.named_after_the_end,
    supporting.told_too_much,
    supporting.words_not_put_down,
    breaks.asked_in_a_break,
    breaks.break_counted,
    breaks.asked_after_a_lapse,
    breaks.no_word_after_a_lapse,
    quitting.attempt_unlike_its_events,
    quitting.days_taken_away,
    quitting.rating_lost,
    quitting.rating_unlike_its_event,
    quitting.quit_morning_missing,
    asked.request_lost,
    asked.request_left_unopened,
    asked.request_opened_in_silence,
)


@dataclass(frozen=True, slots=True)
class Violation:
    """Something that must never be: the rule's name, and where."""

    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class Figures:
    """What there was to check."""

    slots: int
    missing: int
    double: int
    missed_by_us: int
    uncertain: int


NOTHING = Figures(0, 0, 0, 0, 0)


def added(one: Figures, other: Figures) -> Figures:
    """Both together."""
    return Figures(*(a + b for a, b in zip(astuple(one), astuple(other), strict=True)))


def check(
    memory: Memory, log: Log | None = None, *, deaths: Sequence[float] = (), calms: Sequence[datetime] = ()
) -> list[Violation]:
    """Where a rule is broken; nothing where all holds.

    Without a log the database is checked alone. For `deaths` and `calms` see Case: what a process had learned just
    before it was killed, and could not write down, is not held against it; and the more calms, the sharper the look.
    """
    return judge(Case(memory, log, tuple(deaths), tuple(calms)))


def judge(case: Case) -> list[Violation]:
    """The same, of a case that is made up already."""
    return [Violation(rule.__name__, words) for rule in RULES for words in rule(case)]


def figures(memory: Memory, violations: Iterable[Violation]) -> Figures:
    """How many slots were due, and what the violations and records say of them."""
    broken = Counter(violation.rule for violation in violations)
    states = Counter(prompt.state for prompt in memory.prompts if prompt.plan_id is not None)
    return Figures(
        slots=len(slots.due_slots(Case(memory))),
        missing=broken["slot_missing"],
        double=broken["slot_double"],
        missed_by_us=states[PromptState.MISSED_BY_US],
        uncertain=sum(row.state is OutboxState.UNCERTAIN for row in memory.outbox),
    )
