"""Regular medicines: what is asked at which moment, and what stays to be looked at."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from programme.medicines.regular import (
    Medicine,
    MedicineAnswer,
    MedicineQuestion,
    SmokingChange,
    Takes,
    ask_at,
    needs_same_day,
    unchecked,
)
from tests.rows import each_row

TODAY = date(2026, 3, 10)
YES = MedicineAnswer(1, 7, TODAY, SmokingChange.SET, TODAY, Takes.YES)
NO = replace(YES, takes=Takes.NO)
LATER = replace(YES, takes=Takes.NOT_NOW)
KNOWN = replace(YES, knows=True)


def ago(told: MedicineAnswer, days: int) -> MedicineAnswer:
    """The same, told so many days before."""
    return replace(told, asked_on=TODAY - timedelta(days=days))


@each_row("moment", SmokingChange)
def test_whoever_was_never_asked_is_asked(moment: SmokingChange) -> None:
    """At each moment; and, a week later, whoever put it off, or whose answer is not kept."""
    for told in ([], [ago(LATER, 7)], [ago(replace(YES, takes=None), 7)]):
        assert ask_at(moment, told, TODAY) is MedicineQuestion.WHETHER


@each_row("moment", SmokingChange)
def test_whoever_takes_any_is_asked_whether_it_is_known(moment: SmokingChange) -> None:
    """Not sure is as good as yes, and stays so until somebody knows."""
    for told in (YES, replace(YES, takes=Takes.NOT_SURE), ago(YES, 100), replace(YES, knows=False)):
        assert ask_at(moment, [ago(told, 8), ago(LATER, 7)], TODAY) is MedicineQuestion.KNOWS


NOT_YET = replace(YES, knows=False)


@each_row(
    ("told", "moment", "ask"),
    [
        (LATER, SmokingChange.QUIT_DAY, None),  # once a day is enough
        (YES, SmokingChange.HALVED, None),
        (NOT_YET, SmokingChange.RELAPSE, MedicineQuestion.KNOWS),  # the other way round
        (LATER, SmokingChange.CHANGED, MedicineQuestion.WHETHER),  # they told of it themselves
        (ago(YES, 1), SmokingChange.MOVED, MedicineQuestion.KNOWS),  # nothing was put off
        (ago(LATER, 1), SmokingChange.MOVED, None),
        (ago(LATER, 6), SmokingChange.HALVED, None),
        (ago(LATER, 7), SmokingChange.HALVED, MedicineQuestion.WHETHER),
        (ago(NOT_YET, 1), SmokingChange.MOVED, None),
        (ago(NOT_YET, 7), SmokingChange.MOVED, MedicineQuestion.KNOWS),
        (ago(NOT_YET, 1), SmokingChange.QUIT_DAY, MedicineQuestion.KNOWS),
        (ago(NOT_YET, 1), SmokingChange.FIRST_FREE, MedicineQuestion.KNOWS),
        (ago(NOT_YET, 1), SmokingChange.BACK, MedicineQuestion.KNOWS),
    ],
)
def test_a_question_that_was_put_off_rests(
    told: MedicineAnswer, moment: SmokingChange, ask: MedicineQuestion | None
) -> None:
    """For a week, unless the quit day, the first smoke-free day or smoking once more comes; and for the same day."""
    assert ask_at(moment, [told], TODAY) is ask


@each_row(
    ("told", "moment", "ask"),
    [
        (ago(NO, 27), SmokingChange.QUIT_DAY, None),
        (ago(NO, 28), SmokingChange.QUIT_DAY, MedicineQuestion.WHETHER),
        (ago(KNOWN, 3), SmokingChange.QUIT_DAY, None),
        (ago(replace(YES, checked=True), 3), SmokingChange.FIRST_FREE, None),
        (ago(KNOWN, 28), SmokingChange.QUIT_DAY, MedicineQuestion.KNOWS),
        (ago(KNOWN, 3), SmokingChange.MOVED, MedicineQuestion.KNOWS),  # the day is another one
        (KNOWN, SmokingChange.MOVED, None),  # they said so a minute ago
        (ago(KNOWN, 3), SmokingChange.RELAPSE, MedicineQuestion.KNOWS),  # the other way round
        (ago(KNOWN, 3), SmokingChange.BACK, MedicineQuestion.KNOWS),
        (ago(replace(KNOWN, moment=SmokingChange.RELAPSE), 3), SmokingChange.BACK, None),
        (ago(replace(KNOWN, moment=SmokingChange.RELAPSE), 3), SmokingChange.QUIT_DAY, MedicineQuestion.KNOWS),
    ],
)
def test_what_was_said_holds_for_a_while(
    told: MedicineAnswer, moment: SmokingChange, ask: MedicineQuestion | None
) -> None:
    """A "no" and a "they know" for four weeks, and what is known of stopping not for starting."""
    assert ask_at(moment, [told], TODAY) is ask


@each_row(
    ("told", "stays"),
    [
        ([], False),
        ([NO], False),
        ([YES], True),
        ([replace(YES, takes=Takes.NOT_SURE)], True),
        ([replace(YES, knows=False)], True),
        ([KNOWN], False),
        ([replace(YES, checked=True)], False),
        ([YES, LATER], True),  # put off is no answer
        ([YES, replace(YES, takes=None)], True),
        ([YES, NO], False),
        ([KNOWN, YES], True),
    ],
)
def test_what_stays_to_be_looked_at(told: Sequence[MedicineAnswer], stays: bool) -> None:
    """Medicine not checked: until somebody knows, or the practitioner says that it is looked after."""
    assert (unchecked(told) is not None) is stays


def test_clozapine_is_for_that_day() -> None:
    """Until somebody knows; no other is."""
    assert [one for one in Medicine if replace(YES, which=frozenset({one})).same_day] == [Medicine.CLOZAPINE]
    assert not replace(KNOWN, which=frozenset({Medicine.CLOZAPINE})).same_day


CLOZAPINE = replace(YES, moment=SmokingChange.FIRST_FREE, which=frozenset({Medicine.CLOZAPINE}))


@each_row(
    ("told", "needs"),
    [
        ([CLOZAPINE], True),  # named at this very change
        ([replace(CLOZAPINE, knows=False)], True),
        ([replace(CLOZAPINE, knows=True)], False),
        ([replace(CLOZAPINE, checked=True)], False),
        ([replace(YES, moment=SmokingChange.FIRST_FREE)], False),
        ([], False),
        (
            [ago(replace(CLOZAPINE, moment=SmokingChange.CHANGED), 30)],
            True,
        ),  # named before, and nobody is known to know
        ([ago(replace(CLOZAPINE, moment=SmokingChange.CHANGED, knows=True), 3)], False),
        ([ago(replace(CLOZAPINE, moment=SmokingChange.CHANGED, knows=True), 28)], True),
        (
            [
                ago(replace(CLOZAPINE, moment=SmokingChange.CHANGED), 30),
                ago(replace(NO, moment=SmokingChange.MOVED), 1),
            ],
            False,
        ),
    ],
)
def test_what_the_team_is_to_hear_the_same_day(told: Sequence[MedicineAnswer], needs: bool) -> None:
    """Such a medicine, of which nobody who prescribes is known to know at this change."""
    assert needs_same_day(SmokingChange.FIRST_FREE, TODAY, told, TODAY) is needs
