"""Every rule as a check: S1 to S15 of FIELD, what VOICE adds to them, and the house's own checker over the database."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from trials.check import check as check_records
from trials.simulate.checks import ahead, amounts, clocks, questions, records, silence
from trials.simulate.life import TownLife

Look = Callable[[TownLife], Iterator[str | None]]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule by its name ("S4"), what it says, and how it is looked at: of each thing, None or what is wrong with it.

    A check goes by records and by the truth of the simulation, and not by the code that it checks.
    """

    name: str
    says: str
    run_checks: Look


@dataclass(frozen=True, slots=True)
class CheckFinding:
    """Of how many things the rule could be told, and what was wrong. `looked` 0: there was nothing to look at."""

    name: str
    says: str
    looked: int
    violations: Sequence[str]


def find(check: Check, life: TownLife) -> CheckFinding:
    """Looks at everything that the rule is about."""
    words = list(check.run_checks(life))
    return CheckFinding(check.name, check.says, len(words), [one for one in words if one is not None])


def _house(life: TownLife) -> Iterator[str | None]:
    """What `alongside check` looks at."""
    yield None
    yield from (f"{one.rule}: {one.words}" for one in check_records(life.memory))


CHECKS: tuple[Check, ...] = (
    Check("S1", "every prompt has its whole record", records.s1),
    Check("S2", "changing a plan sends and changes no history", records.s2),
    Check("S3", "own zone, own wall time", clocks.s3),
    Check("S4", "nothing at night but replies", clocks.s4),
    Check("S5", "questions close by themselves; late is marked", questions.s5),
    Check("S6", "one question at a time", questions.s6),
    Check("S7", "what is done already is not asked", questions.s7),
    Check("S8", "no form and no crisis card is interrupted", questions.s8),
    Check("S9", "random times lie in their window", clocks.s9),
    Check("S10", "no more in a day than its cap", amounts.s10),
    Check("S11", "the next seven days come as shown", ahead.s11),
    Check("S12", "a moved quit date changes the future alone", records.s12),
    Check("S13", "in time, or missed by us", records.s13),
    Check("S14", "no plan changes by itself", records.s14),
    Check("S15", "blocked is out of reach, not silence", amounts.s15),
    Check("reminders", "one, later, and not to who has begun", questions.reminders),
    Check("breaks", "nothing of plans in a break", amounts.breaks),
    Check("lapses", "nothing unprompted on the evening of a lapse", amounts.lapse_evenings),
    Check("after-card", "a soft evening and morning, and no silence of it", silence.after_card),
    Check("look-backs", "forty minutes after a cigarette, three a day", questions.look_backs),
    Check("ladder", "fewer questions to who is silent", silence.ladder),
    Check("amounts", "2 on an ordinary day, 4 on the quit day, none after a lapse", amounts.amounts),
    Check("cards", "one in a check-in at most, none on a hard day", questions.cards),
    Check("records", "all that `alongside check` looks at", _house),
)


def run_checks(life: TownLife) -> Sequence[CheckFinding]:
    """What every check finds."""
    return [find(check, life) for check in CHECKS]
