"""How long what people feel after stopping is common in withdrawal, and when that may be said at all (FIELD.md 2.4)."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Final


class Felt(StrEnum):
    """What somebody tells of after the quit date."""

    IRRITABLE = "irritable"
    ANXIOUS = "anxious"
    RESTLESS = "restless"
    POOR_CONCENTRATION = "poor-concentration"
    HUNGRY = "hungry"
    POOR_SLEEP = "poor-sleep"
    LOW_MOOD = "low-mood"
    URGES = "urges"
    SELF_HARM = "self-harm"  # has no bounds: it is never explained


# The last day after the quit date on which it is common: Stop Smoking Wales, "What to expect when you stop".
UP_TO_DAY: Final[Mapping[Felt, int]] = {
    Felt.IRRITABLE: 28,
    Felt.ANXIOUS: 14,
    Felt.RESTLESS: 28,
    Felt.POOR_CONCENTRATION: 14,
    Felt.HUNGRY: 70,
    Felt.POOR_SLEEP: 7,
    Felt.LOW_MOOD: 28,
    Felt.URGES: 14,
}
# There the source says "over 10 weeks" and "at least 2 weeks": its number is a lower bound, and no day is too late.
AT_LEAST: Final = frozenset({Felt.HUNGRY, Felt.URGES})
# There another source (Hughes 2007: two to four weeks) is longer: up to that day the two differ.
DIFFERS_UP_TO: Final[Mapping[Felt, int]] = {Felt.POOR_CONCENTRATION: 28, Felt.POOR_SLEEP: 28}
# Strongest in the first week (Hughes 2007; urges: National Cancer Institute). Of hunger no source says so; poor sleep
# is called common in that week only.
WORST_FIRST: Final = frozenset({Felt.IRRITABLE, Felt.RESTLESS, Felt.POOR_CONCENTRATION, Felt.URGES})
FIRST_WEEK: Final = range(8)
# Sources differ on low mood, and both can be more than withdrawal: whatever is said, telling somebody is offered too.
WORTH_TELLING: Final = frozenset({Felt.LOW_MOOD, Felt.ANXIOUS, Felt.SELF_HARM})
# What medicines to stop with can bring by themselves: facts "varenicline-mood" and its like, and "aids-sleep".
OF_MEDICINES: Final = WORTH_TELLING | {Felt.IRRITABLE, Felt.RESTLESS, Felt.POOR_SLEEP}


def may_say_common(felt: Felt, day: int, *, worse: bool = False, very: bool = False, medicine: bool = False) -> bool:
    """Whether "common in withdrawal" may be said on that day since the quit date, which is day 0.

    - Never before the quit date, and never after the days that its source names.
    - Low mood and anxiety: not where it gets worse or was said to be very strong. Then it is "tell your practitioner".
    - Mood, agitation or poor sleep with a medicine to stop with that can change them: never.
    - Thoughts of self-harm: never, on any day.
    """
    last = UP_TO_DAY.get(felt)
    if last is None or not 0 <= day <= last:
        return False
    if felt in WORTH_TELLING and (worse or very):
        return False
    return not (medicine and felt in OF_MEDICINES)
