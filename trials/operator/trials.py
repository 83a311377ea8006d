"""Every trial of an operator, in the order in which they are lived."""

from trials.operator.hand_over import hand_over
from trials.operator.keys import keys
from trials.operator.nights import away, clock, full, restarted, stopping
from trials.operator.one_person import one_person
from trials.operator.pooled import pooled
from trials.operator.restore import restore
from trials.operator.scale import crowded, weight
from trials.operator.seen import seen
from trials.operator.several import several
from trials.operator.starting import starting
from trials.operator.trial import Trial
from trials.operator.upgrade import migrated, upgraded

SERVER = ("postgresql",)

TRIALS: tuple[Trial, ...] = (
    Trial("starting", "starting wrong is refused, and a run waits for another", starting, ("sqlite",), short=False),
    Trial("stopping", "SIGTERM while people write", stopping, short=False),
    Trial("away", "Telegram away for a day", away, short=False),
    Trial("clock", "the clock set by a day, on and back", clock, short=False),
    Trial("full", "the disk full, and freed", full, short=False),
    Trial("restarted", "PostgreSQL restarted under a service", restarted, databases=SERVER, short=False),
    Trial("migrated", "a lived database to the first version and back", migrated),
    Trial("upgraded", "a migration under a process that runs", upgraded, databases=SERVER, short=False),
    Trial("several", "three processes: the sender killed, cut off, stopped", several, databases=SERVER, short=False),
    Trial("pooled", "two processes behind a transaction pooler", pooled, databases=SERVER, short=False),
    Trial("crowded", "a thousand due at once, four hundred messages at once", crowded, short=False),
    Trial("weight", "what a client takes on the disk", weight, short=False),
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
