"""Every trial of an operator, in the order in which they are lived."""

from trials.operator.trial import Trial

TRIALS: tuple[Trial, ...] = ()
