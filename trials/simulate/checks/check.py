"""What a check is, and what came of it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from trials.simulate.life import Life

Look = Callable[[Life], Iterator[str | None]]


@dataclass(frozen=True, slots=True)
class Check:
    """A rule by its name ("S4"), what it says, and how it is looked at: of each thing, None or what is wrong with it.

    A check goes by records and by the truth of the simulation, and not by the code that it checks.
    """

    name: str
    says: str
    look: Look


@dataclass(frozen=True, slots=True)
class Finding:
    """Of how many things the rule could be told, and what was wrong. `looked` 0: there was nothing to look at."""

    name: str
    says: str
    looked: int
    violations: Sequence[str]


def find(check: Check, life: Life) -> Finding:
    """Looks at everything that the rule is about."""
    words = list(check.look(life))
    return Finding(check.name, check.says, len(words), [one for one in words if one is not None])
