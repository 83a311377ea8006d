"""All looks, in the order of the printed table."""

from collections.abc import Callable, Iterator, Sequence

from trials.clinic.finding import Finding, none_of
from trials.clinic.living import Lived
from trials.clinic.looks.monday import monday
from trials.clinic.looks.others import others
from trials.clinic.looks.outcomes import outcomes
from trials.clinic.looks.promises import promises
from trials.clinic.looks.weeks import weeks

LOOKS: Sequence[Callable[[Lived], Iterator[Finding]]] = (weeks, monday, outcomes, promises, others)


def findings(lived: Lived) -> Sequence[Finding]:
    """Every line of the table."""
    missing = [f"{name}: {words}" for name, one in lived.clinic.people.items() for words in one.missing]
    return [none_of("a button or screen that the script needed was not there", missing), *(
        finding for look in LOOKS for finding in look(lived)
    )]  # fmt: skip
