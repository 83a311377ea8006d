"""Every trial of an operator, in the order in which they are lived."""

from trials.operator.several import several
from trials.operator.trial import Trial

TRIALS: tuple[Trial, ...] = (
    Trial(
        "several",
        "three processes over one PostgreSQL; who sends is killed, cut off, stopped",
        several,
        databases=("postgresql",),
        short=False,
    ),
)
