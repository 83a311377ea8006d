"""What a run of the fault runner is to go through, and what came of it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from db.delivery.outbox import OutboxState
from simulator.truth import UpdateMade
from trials.case import Case
from trials.check import RuleBroken, figures, judge
from trials.rules.breaks import CARD


@dataclass(frozen=True, slots=True)
class FaultPlan:
    """What is to be gone through. `rate` is the share of calls to Telegram that go wrong; `database` sqlite or
    postgresql, the latter with two processes behind a webhook."""

    kills: int
    seed: int
    rate: float
    database: str
    clients: int = 8


@dataclass(frozen=True, slots=True)
class FaultOutcome:
    """What came of it.

    `failpoints` counts the kills at a named place, the rest came at any moment. Of the week: `cravings` that were rated
    twice, `supporters` who said yes, `cards` for words of danger. `duplicates` are messages that arrived more than once
    within what the network hid. `seconds_to_stop` is of the last SIGTERM.
    """

    database: str
    seed: int
    kills: int
    failpoints: int
    days: float
    updates: int
    slots: int
    cravings: int
    lapses: int
    breaks: int
    supporters: int
    nudges: int
    summaries: int
    cards: int
    requests: int
    messages: int
    ambiguous: int
    duplicates: int
    missed_by_us: int
    uncertain: int
    dead_updates: int
    seconds_to_stop: float
    seconds: float
    violations: Sequence[RuleBroken]
    folder: str


def outcome_of(
    plan: FaultPlan,
    case: Case,
    trouble: Sequence[RuleBroken],
    *,
    failpoints: int,
    days: float,
    seconds_to_stop: float,
    seconds: float,
    folder: Path,
) -> FaultOutcome:
    """Checks what is left of a run, and counts. `trouble` is what went wrong on the way."""
    violations, memory, log = [*trouble, *judge(case)], case.memory, case.log
    counted = figures(memory, violations)
    happened = Counter(event.kind for event in memory.events)
    arrived = [shown.id for call in case.deliveries if (shown := case.screen_of(call))]
    return FaultOutcome(
        database=plan.database,
        seed=plan.seed,
        kills=len(case.deaths),
        failpoints=failpoints,
        days=round(days, 1),
        updates=len(log.of(UpdateMade)) if log else 0,
        slots=counted.slots,
        cravings=sum(one.after is not None for one in memory.cravings.values()),
        lapses=sum(event.data["lapse"] for event in case.happened("SmokedTold")),
        breaks=happened["PauseBegan"],
        supporters=happened["SupporterAccepted"],
        nudges=happened["NudgeOpened"],
        summaries=happened["SummaryOpened"],
        cards=sum((row.key or "").endswith(CARD) for row in memory.outbox),
        requests=happened["RequestMade"],
        messages=len(case.deliveries),
        ambiguous=sum(row.ambiguous for row in memory.outbox),
        duplicates=len(arrived) - len(set(arrived)),
        missed_by_us=counted.missed_by_us,
        uncertain=sum(row.state is OutboxState.UNCERTAIN for row in memory.outbox),
        dead_updates=sum(heard.state == "dead" for heard in memory.inbox.values()),
        seconds_to_stop=round(seconds_to_stop, 1),
        seconds=round(seconds, 1),
        violations=violations,
        folder=str(folder),
    )
