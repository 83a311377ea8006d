"""Every trial of an operator, in the order in which they are lived."""

from trials.operator.starting import starting
from trials.operator.trial import Trial

TRIALS: tuple[Trial, ...] = (
    Trial("starting", "starting wrong is refused in words, and one run waits for the other", starting, short=False),
)
