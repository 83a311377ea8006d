"""What may be said of a feeling after stopping, and of one rating of the nine questions."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from programme.facts import Felt
from programme.facts.explained import Said, Since, explain, tells_too
from programme.facts.withdrawal import UP_TO_DAY
from programme.scales.mpss import Item, Rating
from programme.scales.told import Noted, result

QUIT = date(2026, 3, 10)


@pytest.mark.parametrize(("felt", "last"), UP_TO_DAY.items(), ids=str)
def test_common_inside_its_bounds_alone(felt: Felt, last: int) -> None:
    """Past them it is worth telling; without a day there is nothing to explain."""
    assert explain(felt, 0, Since.NEW) is explain(felt, last, Since.NEW) is Said.COMMON
    assert explain(felt, last + 1, Since.NEW) is Said.TELL
    assert explain(felt, None, Since.NEW) is explain(felt, -1, Since.NEW) is Said.NOT_YET


@pytest.mark.parametrize("felt", Felt)
def test_what_was_there_before_is_not_explained(felt: Felt) -> None:
    """Nor what nobody knows to be new; and what gets worse is told to somebody."""
    assert explain(felt, 3, Since.BEFORE) is Said.BEFORE
    assert explain(felt, 3, Since.UNKNOWN) is Said.UNKNOWN
    assert explain(felt, 3, Since.WORSE) is Said.TELL


def test_thoughts_of_self_harm_are_explained_by_nothing() -> None:
    """On no day, with or without a medicine, is that called common."""
    for day in (None, -1, 0, 3, 100):
        for since in Since:
            assert explain(Felt.SELF_HARM, day, since) is not Said.COMMON


@pytest.mark.parametrize("felt", [Felt.LOW_MOOD, Felt.ANXIOUS, Felt.IRRITABLE, Felt.RESTLESS])
def test_mood_with_such_a_medicine_is_for_the_prescriber(felt: Felt) -> None:
    """Whatever the day is, and whatever was before."""
    for day in (None, -3, 3, 60):
        for since in Since:
            assert explain(felt, day, since, medicine=True) is Said.PRESCRIBER
    assert explain(Felt.HUNGRY, 3, Since.NEW, medicine=True) is Said.COMMON
    assert explain(Felt.POOR_SLEEP, 3, Since.NEW, medicine=True) is Said.TELL


def test_telling_is_offered_beside_low_mood_and_anxiety() -> None:
    """Whatever is said of them, and for all that is worth telling."""
    assert tells_too(Felt.LOW_MOOD, Said.COMMON)
    assert tells_too(Felt.ANXIOUS, Said.COMMON)
    assert tells_too(Felt.HUNGRY, Said.TELL)
    assert not tells_too(Felt.HUNGRY, Said.COMMON)


def rated(day: int, *scores: int) -> Rating:
    """A rating on that day since the quit date, of the first items."""
    return Rating(QUIT + timedelta(days=day), dict(zip(Item, scores, strict=False)))


BEFORE = rated(-1, 2, 3, 1, 1, 2, 2, 4)


@pytest.mark.parametrize(
    ("now", "others", "noted"),
    [
        (rated(-1, 5, 5), [], []),  # a baseline: nothing is explained
        (rated(7, 2, 3, 3), [BEFORE], [Noted(Felt.IRRITABLE, Said.COMMON)]),  # the others were there before
        (rated(7, 3), [BEFORE], [Noted(Felt.LOW_MOOD, Said.COMMON)]),
        (rated(7, 4), [BEFORE], [Noted(Felt.LOW_MOOD, Said.TELL)]),  # very strong
        (rated(7, 4), [rated(-1, 5)], [Noted(Felt.LOW_MOOD, Said.TELL)]),  # though it was worse before
        (rated(14, 3), [BEFORE, rated(7, 2)], [Noted(Felt.LOW_MOOD, Said.TELL)]),  # getting worse
        (rated(14, 1, 1, 3), [BEFORE, rated(7, 1, 1, 2)], [Noted(Felt.IRRITABLE, Said.COMMON)]),
        (rated(28, 1, 4), [BEFORE], [Noted(Felt.ANXIOUS, Said.TELL)]),
        (rated(29, 1, 1, 3), [BEFORE], [Noted(Felt.IRRITABLE, Said.TELL)]),  # past its bounds
        (rated(7, 3, 2), [], [Noted(Felt.LOW_MOOD, Said.UNKNOWN)]),  # no baseline
        (rated(7, 1, 1, 1, 1, 1, 1, 1, 2, 3), [BEFORE], [Noted(Felt.URGES, Said.COMMON)]),
        (rated(28, 1, 1, 1, 1, 1, 1, 1, 2, 3), [BEFORE], []),  # past its bounds
    ],
)
def test_what_a_rating_comes_to(now: Rating, others: Sequence[Rating], noted: list[Noted]) -> None:
    """What is new, inside its bounds; what was there at the baseline is not presented as anything of stopping."""
    assert list(result(now, [*others, now], QUIT).noted) == noted


def test_what_is_less_than_before_is_named_too() -> None:
    """In the order of the questions."""
    assert result(rated(7, 1, 3, 1, 1, 1), [BEFORE], QUIT).eased == (Felt.LOW_MOOD, Felt.HUNGRY)


def test_with_such_a_medicine_low_mood_is_for_the_prescriber() -> None:
    """At whatever strength it is new."""
    found = result(rated(7, 3, 3, 1, 2), [BEFORE], QUIT, medicine=True)
    assert found.noted == (Noted(Felt.LOW_MOOD, Said.PRESCRIBER), Noted(Felt.RESTLESS, Said.PRESCRIBER))
