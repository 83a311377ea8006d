"""What may be said of a feeling after stopping: common at this time, there before, or worth telling somebody."""

from enum import StrEnum
from typing import Final

from programme.facts.withdrawal import (
    AT_LEAST,
    DIFFERS_UP_TO,
    FIRST_WEEK,
    OF_MEDICINES,
    UP_TO_DAY,
    WORST_FIRST,
    WORTH_TELLING,
    Felt,
    may_say_common,
)


class Since(StrEnum):
    """How they say it stands, compared with before the quit date."""

    NEW = "new"  # or stronger than before
    BEFORE = "before"  # as it was
    WORSE = "worse"  # getting worse, or very strong
    UNKNOWN = "unknown"


class Said(StrEnum):
    """What is said of it. None of them denies that it comes from stopping."""

    COMMON = "common"  # in the first so many weeks
    STILL = "still"  # past a lower bound: many still have it
    DIFFER = "differ"  # past the bound of one source, inside that of another
    LONGER = "longer"  # past its bound: for many it eases before; worth telling their practitioner
    BEFORE = "before"  # it was there: nothing is said of stopping
    UNKNOWN = "unknown"  # nothing is known of before
    TELL = "tell"  # worth telling their practitioner, whatever it comes from
    PRESCRIBER = "prescriber"  # a medicine to stop with that can change mood: whom to ask today
    NOT_YET = "not-yet"  # there is no day since a quit date to speak of


_OF_MOOD: Final = frozenset({Felt.LOW_MOOD, Felt.ANXIOUS, Felt.IRRITABLE, Felt.RESTLESS, Felt.SELF_HARM})


def explain(felt: Felt, day: int | None, since: Since, *, medicine: bool = False) -> Said:
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
        return Said.PRESCRIBER
    if felt is Felt.SELF_HARM or (felt in WORTH_TELLING and since is Since.WORSE):
        return Said.TELL
    if day is None or day < 0:
        return Said.NOT_YET
    if felt is not Felt.URGES and since is Since.BEFORE:
        return Said.BEFORE
    if felt is not Felt.URGES and since is Since.UNKNOWN:
        return Said.UNKNOWN
    return Said.TELL if medicine and felt in OF_MEDICINES else _by_day(felt, day)


def _by_day(felt: Felt, day: int) -> Said:
    if may_say_common(felt, day):
        return Said.COMMON
    if felt in AT_LEAST:
        return Said.STILL
    return Said.DIFFER if day <= DIFFERS_UP_TO.get(felt, -1) else Said.LONGER


def is_strongest_now(felt: Felt, day: int) -> bool:
    """Whether it may be said on that day since the quit date that it is often strongest about now."""
    return felt in WORST_FIRST and day in FIRST_WEEK


def tells_too(felt: Felt, said: Said) -> bool:
    """Whether telling somebody is offered beside it: of low mood and anxiety always."""
    return said in (Said.TELL, Said.LONGER) or felt in WORTH_TELLING


def weeks(felt: Felt) -> int:
    """For how many weeks it is common, by its source."""
    return UP_TO_DAY[felt] // 7


def longest(felt: Felt) -> int:
    """For how many weeks it lasts by the source that gives it longest."""
    return max(UP_TO_DAY[felt], DIFFERS_UP_TO.get(felt, 0)) // 7
