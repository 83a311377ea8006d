"""Regular medicines: what is asked at which moment, and what stays to be looked at."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta

from programme.medicines import Ask, Medicine, Moment, Takes, Told, ask_at, needs_same_day, unchecked
from tests.rows import each_row

TODAY = date(2026, 3, 10)
YES = Told(1, 7, TODAY, Moment.SET, TODAY, Takes.YES)
NO = replace(YES, takes=Takes.NO)
LATER = replace(YES, takes=Takes.NOT_NOW)
KNOWN = replace(YES, knows=True)


def ago(told: Told, days: int) -> Told:
    """The same, told so many days before."""
    return replace(told, asked_on=TODAY - timedelta(days=days))


@each_row("moment", Moment)
def test_whoever_was_never_asked_is_asked(moment: Moment) -> None:
    """At each moment; and, a week later, whoever put it off, or whose answer is not kept."""
    for told in ([], [ago(LATER, 7)], [ago(replace(YES, takes=None), 7)]):
        assert ask_at(moment, told, TODAY) is Ask.WHETHER


@each_row("moment", Moment)
def test_whoever_takes_any_is_asked_whether_it_is_known(moment: Moment) -> None:
    """Not sure is as good as yes, and stays so until somebody knows."""
    for told in (YES, replace(YES, takes=Takes.NOT_SURE), ago(YES, 100), replace(YES, knows=False)):
        assert ask_at(moment, [ago(told, 8), ago(LATER, 7)], TODAY) is Ask.KNOWS


NOT_YET = replace(YES, knows=False)


@each_row(
    ("told", "moment", "ask"),
    [
        (LATER, Moment.QUIT_DAY, None),  # once a day is enough
        (YES, Moment.HALVED, None),
        (NOT_YET, Moment.RELAPSE, Ask.KNOWS),  # the other way round
        (LATER, Moment.CHANGED, Ask.WHETHER),  # they told of it themselves
        (ago(YES, 1), Moment.MOVED, Ask.KNOWS),  # nothing was put off
        (ago(LATER, 1), Moment.MOVED, None),
        (ago(LATER, 6), Moment.HALVED, None),
        (ago(LATER, 7), Moment.HALVED, Ask.WHETHER),
        (ago(NOT_YET, 1), Moment.MOVED, None),
        (ago(NOT_YET, 7), Moment.MOVED, Ask.KNOWS),
        (ago(NOT_YET, 1), Moment.QUIT_DAY, Ask.KNOWS),
        (ago(NOT_YET, 1), Moment.FIRST_FREE, Ask.KNOWS),
        (ago(NOT_YET, 1), Moment.BACK, Ask.KNOWS),
    ],
)
def test_a_question_that_was_put_off_rests(told: Told, moment: Moment, ask: Ask | None) -> None:
    """For a week, unless the quit day, the first smoke-free day or smoking once more comes; and for the same day."""
    assert ask_at(moment, [told], TODAY) is ask


@each_row(
    ("told", "moment", "ask"),
    [
        (ago(NO, 27), Moment.QUIT_DAY, None),
        (ago(NO, 28), Moment.QUIT_DAY, Ask.WHETHER),
        (ago(KNOWN, 3), Moment.QUIT_DAY, None),
        (ago(replace(YES, checked=True), 3), Moment.FIRST_FREE, None),
        (ago(KNOWN, 28), Moment.QUIT_DAY, Ask.KNOWS),
        (ago(KNOWN, 3), Moment.MOVED, Ask.KNOWS),  # the day is another one
        (KNOWN, Moment.MOVED, None),  # they said so a minute ago
        (ago(KNOWN, 3), Moment.RELAPSE, Ask.KNOWS),  # the other way round
        (ago(KNOWN, 3), Moment.BACK, Ask.KNOWS),
        (ago(replace(KNOWN, moment=Moment.RELAPSE), 3), Moment.BACK, None),
        (ago(replace(KNOWN, moment=Moment.RELAPSE), 3), Moment.QUIT_DAY, Ask.KNOWS),
    ],
)
def test_what_was_said_holds_for_a_while(told: Told, moment: Moment, ask: Ask | None) -> None:
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
def test_what_stays_to_be_looked_at(told: Sequence[Told], stays: bool) -> None:
    """Medicine not checked: until somebody knows, or the practitioner says that it is looked after."""
    assert (unchecked(told) is not None) is stays


def test_clozapine_is_for_that_day() -> None:
    """Until somebody knows; no other is."""
    assert [one for one in Medicine if replace(YES, which=frozenset({one})).same_day] == [Medicine.CLOZAPINE]
    assert not replace(KNOWN, which=frozenset({Medicine.CLOZAPINE})).same_day


CLOZAPINE = replace(YES, moment=Moment.FIRST_FREE, which=frozenset({Medicine.CLOZAPINE}))


@each_row(
    ("told", "needs"),
    [
        ([CLOZAPINE], True),  # named at this very change
        ([replace(CLOZAPINE, knows=False)], True),
        ([replace(CLOZAPINE, knows=True)], False),
        ([replace(CLOZAPINE, checked=True)], False),
        ([replace(YES, moment=Moment.FIRST_FREE)], False),
        ([], False),
        ([ago(replace(CLOZAPINE, moment=Moment.CHANGED), 30)], True),  # named before, and nobody is known to know
        ([ago(replace(CLOZAPINE, moment=Moment.CHANGED, knows=True), 3)], False),
        ([ago(replace(CLOZAPINE, moment=Moment.CHANGED, knows=True), 28)], True),
        ([ago(replace(CLOZAPINE, moment=Moment.CHANGED), 30), ago(replace(NO, moment=Moment.MOVED), 1)], False),
    ],
)
def test_what_the_team_is_to_hear_the_same_day(told: Sequence[Told], needs: bool) -> None:
    """Such a medicine, of which nobody who prescribes is known to know at this change."""
    assert needs_same_day(Moment.FIRST_FREE, TODAY, told, TODAY) is needs
