"""Every trial of an operator, in the order in which they are lived."""

from trials.operator.hand_over import hand_over
from trials.operator.trial import Trial

TRIALS: tuple[Trial, ...] = (
    Trial(
        "hand-over",
        "A practitioner goes: clients and what they asked go to another, by command, while the service runs",
        hand_over,
        short=False,
    ),
)
