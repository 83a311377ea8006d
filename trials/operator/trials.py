"""Every trial of an operator, in the order in which they are lived."""

from trials.operator.hand_over import hand_over
from trials.operator.keys import keys
from trials.operator.one_person import one_person
from trials.operator.restore import restore
from trials.operator.seen import seen
from trials.operator.starting import starting
from trials.operator.trial import Trial

TRIALS: tuple[Trial, ...] = (
    Trial("starting", "starting wrong is refused, and a run waits for another", starting, ("sqlite",), short=False),
    Trial("one-person", "a copy for somebody, and their erasure, while the service runs", one_person, short=False),
    Trial("hand-over", "a practitioner goes: clients and what they asked go to another", hand_over, short=False),
    Trial(
        "seen",
        "each trouble is told by /readyz, /metrics, the hook and the alarm chat, and so is its end",
        seen,
        short=False,
    ),
    Trial("restore", "the machine is lost, and the last backup is put back", restore, short=False),
    Trial("keys", "the master keys are rotated under services that run", keys, short=False),
)
