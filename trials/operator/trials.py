"""Every trial of an operator, in the order in which they are lived."""

from trials.operator.one_person import one_person
from trials.operator.trial import Trial

TRIALS: tuple[Trial, ...] = (
    Trial("one-person", "a copy for somebody, and their erasure, while the service runs", one_person, short=False),
)
