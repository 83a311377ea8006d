"""Every trial of an operator, in the order in which they are lived."""

from trials.operator.starting import starting
from trials.operator.trial import Trial

TRIALS: tuple[Trial, ...] = (
    Trial("starting", "starting wrong is refused, and a run waits for another", starting, ("sqlite",), short=False),
)
