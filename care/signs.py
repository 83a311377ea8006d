"""Signs of life of one process: what its loops did, and when. Each loop writes its own; whoever watches reads them."""

from collections import Counter
from dataclasses import dataclass, field

from db.outbox import OutboxState


@dataclass(slots=True)
class Signs:
    """Moments are ticks of the clock, None before the first; counts begin with the process.

    `reached_at`: Telegram answered a call. `polled_at`: it answered a fetching of updates. `beat_at`, `beat_took`: the
    pulse went through, and in how many seconds. `sender_at`: the sender's loop turned; `sends`: it has the role.
    `outcomes`: rows of the outbox that reached an end, by state. `waits`: calls that were told to wait (429).
    `stepped_at`: the wall clock was set by a minute or more. `keyless`: people without a key in the vault at the start.
    """

    reached_at: float | None = None
    polled_at: float | None = None
    beat_at: float | None = None
    beat_took: float = 0.0
    sender_at: float | None = None
    sends: bool = False
    outcomes: Counter[OutboxState] = field(default_factory=Counter)
    waits: int = 0
    takeovers: int = 0
    clock_steps: int = 0
    stepped_at: float | None = None
    keyless: int = 0

    def ended(self, state: OutboxState) -> None:
        """A row of the outbox reached that end."""
        self.outcomes[state] += 1
