"""The one checker and `alongside check`: was anything lost, doubled, sent out of place?"""

import json
from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, astuple, dataclass
from datetime import datetime

from rich.console import Console
from rich.table import Table

from alongside.operate import own_memory
from db.delivery.outbox import OutboxState
from db.event_replay import Memory, circles, memory
from db.tx import Tx
from programme.schedule.prompt import PromptState
from simulator import TruthLog
from trials.case import Case
from trials.rules import breaks, quitting, received, sent, slots, supporting

RULES: tuple[Callable[[Case], Iterable[str]], ...] = (
    slots.slot_missing,
    slots.slot_double,
    slots.slot_outside,
    slots.plan_unlike_its_events,
    sent.question_without_end,
    sent.ending_without_reason,
    sent.hidden_too_often,
    sent.delivered_and_not_there,
    sent.delivered_too_often,
    sent.unasked_at_night,
    sent.unasked_to_unreachable,
    sent.limit_broken,
    sent.wrong_by_the_book,
    received.update_lost,
    received.words_unanswered,
    received.tap_lost,
    received.answer_out_of_turn,
    breaks.card_missing,
    breaks.card_behind,
    received.two_open,
    received.open_too_long,
    received.prompt_unlike_its_events,
    received.answers_unlike_their_events,
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
    sent.request_lost,
    sent.request_left_unopened,
    sent.request_opened_in_silence,
)


@dataclass(frozen=True, slots=True)
class RuleBroken:
    """Something that must never be: the rule's name, and where."""

    rule: str
    words: str


@dataclass(frozen=True, slots=True)
class CheckFigures:
    """What there was to check."""

    slots: int
    missing: int
    double: int
    missed_by_us: int
    uncertain: int


NOTHING = CheckFigures(0, 0, 0, 0, 0)


def added(one: CheckFigures, other: CheckFigures) -> CheckFigures:
    """Both together."""
    return CheckFigures(*(a + b for a, b in zip(astuple(one), astuple(other), strict=True)))


def check(
    memory: Memory, log: TruthLog | None = None, *, deaths: Sequence[float] = (), calms: Sequence[datetime] = ()
) -> list[RuleBroken]:
    """Where a rule is broken; nothing where all holds.

    Without a log the database is checked alone. For `deaths` and `calms` see Case: what a process had learned just
    before it was killed, and could not write down, is not held against it; and the more calms, the sharper the look.
    """
    return judge(Case(memory, log, tuple(deaths), tuple(calms)))


def judge(case: Case) -> list[RuleBroken]:
    """The same, of a case that is made up already."""
    return [RuleBroken(rule.__name__, words) for rule in RULES for words in rule(case)]


def figures(memory: Memory, violations: Iterable[RuleBroken]) -> CheckFigures:
    """How many slots were due, and what the violations and records say of them."""
    broken = Counter(violation.rule for violation in violations)
    states = Counter(prompt.state for prompt in memory.prompts if prompt.plan_id is not None)
    return CheckFigures(
        slots=len(slots.due_slots(Case(memory))),
        missing=broken["slot_missing"],
        double=broken["slot_double"],
        missed_by_us=states[PromptState.MISSED_BY_US],
        uncertain=sum(row.state is OutboxState.UNCERTAIN for row in memory.outbox),
    )


AT_ONCE = 200  # people
SHOWN = 20  # violations in words; all of them with --json
console = Console(highlight=False)


async def check_database(*, as_json: bool) -> int:
    """Prints what was found in the database of this process's settings; 1 if a rule is broken, else 0."""
    async with own_memory() as database:
        counted, violations = await database.read(compare_all)
    if as_json:
        print(json.dumps({**asdict(counted), "violations": [asdict(one) for one in violations]}))
    else:
        show(counted, violations)
    return 1 if violations else 0


async def compare_all(tx: Tx, at_once: int = AT_ONCE) -> tuple[CheckFigures, list[RuleBroken]]:
    """What was found over everybody, read in parts of about that many people: no memory holds a whole clinic."""
    counted, violations = NOTHING, list[RuleBroken]()
    for part in _parts(await circles(tx), at_once):
        found = await memory(tx, part)
        broken = check(found)
        counted, violations = added(counted, figures(found, broken)), [*violations, *broken]
    return counted, violations


def _parts(found: Iterable[Collection[int]], at_once: int) -> Iterator[list[int]]:
    part: list[int] = []
    for circle in found:
        part.extend(circle)
        if len(part) >= at_once:
            yield part
            part = []
    yield part


def show(counted: CheckFigures, violations: Sequence[RuleBroken]) -> None:
    """A small table, and what is wrong in words."""
    table = Table("due slots", "missing", "double", "missed by us", "uncertain", "violations")
    table.add_row(*(str(value) for value in (*asdict(counted).values(), len(violations))))
    console.print(table)
    for one in violations[:SHOWN]:
        console.print(f"{one.rule}: {one.words}", soft_wrap=True)
    if len(violations) > SHOWN:
        console.print(f"... and {len(violations) - SHOWN} more (--json has all of them).")
