"""Whether somebody is in the middle of something, which nothing that comes by itself interrupts (FIELD S8)."""

from datetime import datetime, timedelta
from typing import Final

from programme.prompt import Prompt, Step, Trace

AT_IT: Final = timedelta(minutes=10)  # since anything came from them, and what they began is not over
CRISIS: Final = timedelta(minutes=30)  # since the crisis card was shown, whatever came since
LOOK_AGAIN: Final = timedelta(minutes=1)
TALKS: Final = frozenset(  # screens that are a talk
    {"calming", "craving", "craving_after", "diary", "look_back", "relapse", "rough", "smoked"}
)
CRISIS_SCREEN: Final = "crisis"


def is_at_it(heard_at: datetime | None, now: datetime, within: timedelta = AT_IT) -> bool:
    """Whether something came from them a moment ago. What a clock that was set back left ahead of now is not."""
    return heard_at is not None and abs(now - heard_at) < within


def is_in_hand(prompt: Prompt | Trace, heard_at: datetime | None, now: datetime) -> bool:
    """Whether they are just answering that one."""
    begun = prompt.seen_at is not None and prompt.next_step is not Step.RETURN
    return begun and prompt.waits_at(now) and is_at_it(heard_at, now)
