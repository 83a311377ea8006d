"""Every trial of an operator, in the order in which they are lived."""

from trials.operator.seen import seen
from trials.operator.trial import Trial

TRIALS: tuple[Trial, ...] = (
    Trial(
        "seen",
        "each trouble is told by /readyz, /metrics, the hook and the alarm chat, and so is its end",
        seen,
        short=False,
    ),
)
