"""What may be said of a feeling after stopping, and of one rating of the nine questions."""

import re
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby, product

from hypothesis import given
from hypothesis import strategies as st

from programme.facts.withdrawal import (
    AT_LEAST,
    UP_TO_DAY,
    WORTH_TELLING,
    ExplainedAs,
    Felt,
    Since,
    explain,
    is_strongest_now,
    tells_too,
)
from programme.measures.mood import MpssItem, Noted, Rating, mpss_result
from tests.rows import each_row

QUIT = date(2026, 3, 10)
DAYS = (None, *range(-1, 401))  # None: no quit date
MOOD = (Felt.LOW_MOOD, Felt.ANXIOUS)
# What is said on which days since the quit date, up to day 400, of what is new, as before, worse and not known to be
# new. "not yet" is for before the quit date and for none. Read against the sources in programme/facts/registry.py.
TABLE = """
irritable           new, worse       0-28 common, 29-400 longer
restless            new, worse       0-28 common, 29-400 longer
poor-concentration  new, worse       0-14 common, 15-28 differ, 29-400 longer
poor-sleep          new, worse       0-7 common, 8-28 differ, 29-400 longer
hungry              new, worse       0-70 common, 71-400 still
urges               new, worse       0-14 common, 15-400 still
urges               before, unknown  0-14 common, 15-400 still
anxious             new              0-14 common, 15-400 longer
low-mood            new              0-28 common, 29-400 longer
anxious             worse            none-400 tell
low-mood            worse            none-400 tell
self-harm           all              none-400 tell
the others          before           0-400 before
the others          unknown          0-400 unknown
"""
# With a medicine to stop with that can change mood. The others: as without.
WITH_A_MEDICINE = """
irritable   all           none-400 prescriber
restless    all           none-400 prescriber
anxious     all           none-400 prescriber
low-mood    all           none-400 prescriber
self-harm   all           none-400 prescriber
poor-sleep  new, worse    0-400 tell
"""


def said(felt: Felt, since: Since, *, medicine: bool = False) -> str:
    """What is said of it from day to day, in runs of days, without the days before the quit date."""
    each = [(day, explain(felt, day, since, medicine=medicine)) for day in DAYS]
    runs = [(what, [day for day, _ in run]) for what, run in groupby(each, key=lambda one: one[1])]
    return ", ".join(f"{_day(days[0])}-{days[-1]} {what}" for what, days in runs if what is not ExplainedAs.NOT_YET)


def _day(day: int | None) -> str:
    return "none" if day is None else str(day)


def read(table: str) -> dict[tuple[str, str], str]:
    """What a table says, by feeling and by how it is told."""
    lines = [re.split(r"\s{2,}", line) for line in table.strip().splitlines()]
    return {(felt, since): days for felt, sinces, days in lines for since in sinces.split(", ")}


def test_what_is_said_on_each_day() -> None:
    """The whole tables: each feeling, each way to tell of it, on each day, without and with such a medicine."""
    without, with_one = read(TABLE), read(WITH_A_MEDICINE)
    for felt, since in product(Felt, Since):
        keys = [(felt, since), (felt, "all"), ("the others", since)]
        right = next(without[key] for key in keys if key in without)
        assert said(felt, since) == right, (felt, since)
        right = next((with_one[key] for key in keys if key in with_one), right)
        assert said(felt, since, medicine=True) == right, (felt, since)


@given(st.sampled_from(Felt), st.integers(-400, 4000), st.sampled_from(Since), st.booleans())
def test_nothing_is_put_down_to_stopping_that_no_source_says(
    felt: Felt, day: int, since: Since, medicine: bool
) -> None:
    """Nothing before the quit date, nothing of self-harm, nothing of a mood that gets worse; and nothing that a source
    gives for "at least" so long is called over."""
    found = explain(felt, day, since, medicine=medicine)
    of_stopping = found in (ExplainedAs.COMMON, ExplainedAs.STILL, ExplainedAs.DIFFER)
    assert not (of_stopping and (day < 0 or felt is Felt.SELF_HARM))
    if felt in MOOD and since is Since.WORSE:
        assert found is (ExplainedAs.PRESCRIBER if medicine else ExplainedAs.TELL)
    if felt in AT_LEAST:
        assert found in (
            ExplainedAs.COMMON,
            ExplainedAs.STILL,
            ExplainedAs.BEFORE,
            ExplainedAs.UNKNOWN,
            ExplainedAs.NOT_YET,
        )
    if felt is Felt.URGES and day >= 0:
        assert of_stopping
    assert found is not ExplainedAs.COMMON or day <= UP_TO_DAY[felt]
    assert not is_strongest_now(felt, day) or (felt not in WORTH_TELLING and 0 <= day <= 7)


@each_row(
    ("case", "felt", "day", "since", "right"),
    [
        (11, Felt.URGES, 2, Since.WORSE, ExplainedAs.COMMON),
        (12, Felt.URGES, 15, Since.NEW, ExplainedAs.STILL),
        (12, Felt.HUNGRY, 71, Since.NEW, ExplainedAs.STILL),
    ],
)
def test_golden_cases(case: int, felt: Felt, day: int, since: Since, right: ExplainedAs) -> None:
    """At the worst of withdrawal nobody is told that it is not; where a source gives a lower bound, nothing is over."""
    assert explain(felt, day, since) is right, f"case {case}"
    assert is_strongest_now(felt, day) is (case == 11)


def test_telling_is_offered_beside_low_mood_and_anxiety() -> None:
    """Whatever is said of them, and for all that is worth telling."""
    assert tells_too(Felt.LOW_MOOD, ExplainedAs.COMMON)
    assert tells_too(Felt.ANXIOUS, ExplainedAs.COMMON)
    assert tells_too(Felt.RESTLESS, ExplainedAs.LONGER)
    assert not tells_too(Felt.HUNGRY, ExplainedAs.COMMON)


def rated(day: int, *scores: int) -> Rating:
    """A rating on that day since the quit date, of the first items."""
    return Rating(QUIT + timedelta(days=day), dict(zip(MpssItem, scores, strict=False)))


BEFORE = rated(-1, 2, 3, 1, 1, 2, 2, 4)


@each_row(
    ("now", "others", "noted"),
    [
        (rated(-1, 5, 5), [], []),  # a baseline: nothing is explained
        (rated(7, 2, 3, 3), [BEFORE], [Noted(Felt.IRRITABLE, ExplainedAs.COMMON)]),  # the others were there before
        (rated(7, 3), [BEFORE], [Noted(Felt.LOW_MOOD, ExplainedAs.COMMON)]),
        (rated(7, 4), [BEFORE], [Noted(Felt.LOW_MOOD, ExplainedAs.TELL)]),  # very strong
        (rated(7, 4), [rated(-1, 5)], [Noted(Felt.LOW_MOOD, ExplainedAs.TELL)]),  # though it was worse before
        (rated(14, 3), [BEFORE, rated(7, 2)], [Noted(Felt.LOW_MOOD, ExplainedAs.TELL)]),  # getting worse
        (rated(14, 1, 1, 3), [BEFORE, rated(7, 1, 1, 2)], [Noted(Felt.IRRITABLE, ExplainedAs.COMMON)]),
        (rated(28, 1, 4), [BEFORE], [Noted(Felt.ANXIOUS, ExplainedAs.TELL)]),
        (rated(29, 1, 1, 3), [BEFORE], [Noted(Felt.IRRITABLE, ExplainedAs.LONGER)]),  # past its bounds
        (rated(71, 1, 1, 1, 1, 3), [BEFORE], [Noted(Felt.HUNGRY, ExplainedAs.STILL)]),  # past a lower bound
        (rated(7, 3, 2), [], [Noted(Felt.LOW_MOOD, ExplainedAs.UNKNOWN)]),  # no baseline
        (rated(7, 1, 1, 1, 1, 1, 1, 1, 2, 3), [BEFORE], [Noted(Felt.URGES, ExplainedAs.COMMON)]),
        (rated(28, 1, 1, 1, 1, 1, 1, 1, 2, 3), [BEFORE], [Noted(Felt.URGES, ExplainedAs.STILL)]),  # past a lower bound
        (rated(7, 1, 1, 1, 1, 1, 1, 1, 0, 0), [BEFORE], []),  # none
    ],
)
def test_what_a_rating_comes_to(now: Rating, others: Sequence[Rating], noted: list[Noted]) -> None:
    """What is new, inside its bounds; what was there at the baseline is not presented as anything of stopping."""
    assert list(mpss_result(now, [*others, now], QUIT).noted) == noted


def test_what_is_less_than_before_is_named_too() -> None:
    """In the order of the questions."""
    assert mpss_result(rated(7, 1, 3, 1, 1, 1), [BEFORE], QUIT).eased == (Felt.LOW_MOOD, Felt.HUNGRY)


def test_with_such_a_medicine_low_mood_is_for_the_prescriber() -> None:
    """At whatever strength it is new."""
    found = mpss_result(rated(7, 3, 3, 1, 2), [BEFORE], QUIT, medicine=True)
    assert found.noted == (Noted(Felt.LOW_MOOD, ExplainedAs.PRESCRIBER), Noted(Felt.RESTLESS, ExplainedAs.PRESCRIBER))
