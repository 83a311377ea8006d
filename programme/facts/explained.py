"""What may be said of a feeling after stopping: common at this time, there before, or worth telling somebody."""

from enum import StrEnum
from typing import Final

from programme.facts.withdrawal import UP_TO_DAY, WORTH_TELLING, Felt, may_say_common


class Since(StrEnum):
    """How they say it stands, compared with before the quit date."""

    NEW = "new"  # or stronger than before
    BEFORE = "before"  # as it was
    WORSE = "worse"  # getting worse, or very strong
    UNKNOWN = "unknown"


class Said(StrEnum):
    """What is said of it."""

    COMMON = "common"  # in the first so many weeks
    BEFORE = "before"  # it was there: nothing is explained by stopping
    UNKNOWN = "unknown"  # nothing is known of before
    TELL = "tell"  # worth telling their practitioner
    PRESCRIBER = "prescriber"  # a medicine to stop with that can change mood: whom to ask today
    NOT_YET = "not-yet"  # there is no day since a quit date to speak of


_OF_MOOD: Final = frozenset({Felt.LOW_MOOD, Felt.ANXIOUS, Felt.IRRITABLE, Felt.RESTLESS})


def explain(felt: Felt, day: int | None, since: Since, *, medicine: bool = False) -> Said:
    """What may be said of that feeling on that day since the quit date (None: there is none).

    - Mood and agitation with such a medicine (programme.aids.CHANGES_MOOD): never explained, never put off (FIELD 2.7).
    - Poor sleep with one is not put down to stopping: it is a very common effect of each (fact "aids-sleep").
    - What was there before is not called withdrawal; nor what nobody knows to be new.
    - Common inside its source's bounds alone; past them, getting worse or very strong: worth telling.
    """
    if medicine and felt in _OF_MOOD:
        return Said.PRESCRIBER
    if day is None or day < 0:
        return Said.NOT_YET
    if since is Since.BEFORE:
        return Said.BEFORE
    if since is Since.UNKNOWN:
        return Said.UNKNOWN
    is_worse = since is Since.WORSE
    return Said.COMMON if not is_worse and may_say_common(felt, day, medicine=medicine) else Said.TELL


def tells_too(felt: Felt, said: Said) -> bool:
    """Whether telling somebody is offered beside it: of low mood and anxiety always."""
    return said is Said.TELL or felt in WORTH_TELLING


def weeks(felt: Felt) -> int:
    """For how many weeks it is common, by its source."""
    return UP_TO_DAY[felt] // 7
