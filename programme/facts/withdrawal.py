"""How long what people feel after stopping is common, and what may be said of it (FIELD.md 2.4)."""

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


class Since(StrEnum):
    """How they say it stands, compared with before the quit date."""

    NEW = "new"  # or stronger than before
    BEFORE = "before"  # as it was
    WORSE = "worse"  # getting worse, or very strong
    UNKNOWN = "unknown"


class ExplainedAs(StrEnum):
    """What is said of it. None of them denies that it comes from stopping."""

    COMMON = "common"  # in the first weeks, as many as the source says
    STILL = "still"  # past a lower bound: many still have it
    DIFFER = "differ"  # past the bound of one source, inside that of another
    LONGER = "longer"  # past its bound: for many it eases before; worth telling their practitioner
    BEFORE = "before"  # it was there: nothing is said of stopping
    UNKNOWN = "unknown"  # nothing is known of before
    TELL = "tell"  # worth telling their practitioner, whatever it comes from
    PRESCRIBER = "prescriber"  # a medicine to stop with that can change mood: whom to ask today
    NOT_YET = "not-yet"  # there is no day since a quit date to speak of


_OF_MOOD: Final = frozenset({Felt.LOW_MOOD, Felt.ANXIOUS, Felt.IRRITABLE, Felt.RESTLESS, Felt.SELF_HARM})


def explain(felt: Felt, day: int | None, since: Since, *, medicine: bool = False) -> ExplainedAs:
    """What may be said of that feeling on that day since the quit date (None: there is none).

    - Mood and agitation with a medicine to stop with that can change them: never explained, never put off (FIELD 2.7).
    - Poor sleep with one: worth telling, as it may be the medicine (fact "aids-sleep").
    - Thoughts of self-harm, on any day, and low mood or anxiety that gets worse or is very strong, with a quit date or
      without: worth telling, and nothing of it is explained (FIELD 2.4). Getting worse means that of these only.
    - What was there before is not called withdrawal, nor what nobody knows to be new. Urges are an exception: they
      are read as they stand, without a "before" (MPSS, items 8 and 9).
    - Common inside its source's bounds only. Past an upper bound it is said that it eases sooner for many; past a
      lower bound ("at least", "over") that many still have it.
    """
    if medicine and felt in _OF_MOOD:
        return ExplainedAs.PRESCRIBER
    if felt is Felt.SELF_HARM or (felt in WORTH_TELLING and since is Since.WORSE):
        return ExplainedAs.TELL
    if day is None or day < 0:
        return ExplainedAs.NOT_YET
    if felt is not Felt.URGES and since is Since.BEFORE:
        return ExplainedAs.BEFORE
    if felt is not Felt.URGES and since is Since.UNKNOWN:
        return ExplainedAs.UNKNOWN
    return ExplainedAs.TELL if medicine and felt in OF_MEDICINES else _by_day(felt, day)


def _by_day(felt: Felt, day: int) -> ExplainedAs:
    if may_say_common(felt, day):
        return ExplainedAs.COMMON
    if felt in AT_LEAST:
        return ExplainedAs.STILL
    return ExplainedAs.DIFFER if day <= DIFFERS_UP_TO.get(felt, -1) else ExplainedAs.LONGER


def is_strongest_now(felt: Felt, day: int) -> bool:
    """Whether it may be said on that day since the quit date that it is often strongest about now."""
    return felt in WORST_FIRST and day in FIRST_WEEK


def tells_too(felt: Felt, said: ExplainedAs) -> bool:
    """Whether telling somebody is offered beside it: of low mood and anxiety always."""
    return said in (ExplainedAs.TELL, ExplainedAs.LONGER) or felt in WORTH_TELLING


def weeks(felt: Felt) -> int:
    """For how many weeks it is common, by its source."""
    return UP_TO_DAY[felt] // 7


def longest(felt: Felt) -> int:
    """For how many weeks it lasts by the source that gives it longest."""
    return max(UP_TO_DAY[felt], DIFFERS_UP_TO.get(felt, 0)) // 7
