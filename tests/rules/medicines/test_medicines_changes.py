"""When how much somebody smokes has changed, by their answers: half as many, and back to smoking after a break."""

from collections.abc import Mapping
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from programme.medicines.regular import (
    MedicineAnswer,
    MedicineQuestion,
    SmokingChange,
    Takes,
    ask_at,
    back_since,
    halved_since,
)
from programme.quitting.record import Amount, CigarettesSaid, by_day
from tests.rows import each_row

TODAY = date(2026, 3, 10)
OPEN: Amount = (6, None)


def ago(days: int) -> date:
    """The local date so many days before."""
    return TODAY - timedelta(days=days)


def days(**runs: int | Amount) -> Mapping[date, Amount]:
    """Cigarettes on days ago: `d1=4` is yesterday's."""
    each = ((ago(int(name[1:])), said) for name, said in runs.items())
    return {on: (said, said) if isinstance(said, int) else said for on, said in each}


TWENTY = days(d7=20, d8=20, d9=20, d10=20)
FOUR = days(d0=OPEN, d1=OPEN, d2=OPEN, d3=OPEN)
EIGHTS = days(d0=8, d1=8, d2=8, d3=8)


@each_row(
    ("amounts", "usual", "halved"),
    [
        (days(d0=10, d1=10, d2=10, d3=10), 20, True),
        (days(d0=10, d1=10, d2=10, d3=11), 20, False),
        (days(d0=10, d1=10, d2=10), 20, False),  # too few answers to say
        ({**TWENTY, **days(d0=8, d1=9, d2=10, d3=11)}, None, True),
        ({**TWENTY, **days(d0=8, d1=9, d2=10, d3=20)}, None, False),
        (days(d0=0, d1=0, d2=0, d3=0), None, False),  # nothing to compare with
        (days(d0=0, d1=0, d2=0, d3=0), 1, False),
        (days(d0=(2, 5), d1=0, d2=0, d3=0), 20, True),
        (FOUR, 20, False),  # golden case 9
        ({**FOUR, **days(d4=2, d5=2, d6=2)}, 20, False),
        (EIGHTS, None, False),  # golden case 10: before the usual day is told, and after
        (EIGHTS, 30, True),
        ({**days(d7=OPEN, d8=OPEN, d9=OPEN, d10=OPEN), **days(d0=3, d1=3, d2=3, d3=3)}, None, True),  # of six at least
        ({**days(d7=OPEN, d8=OPEN, d9=OPEN, d10=OPEN), **days(d0=4, d1=4, d2=4, d3=4)}, None, False),
    ],
)
def test_half_as_many(amounts: Mapping[date, Amount], usual: int | None, halved: bool) -> None:
    """By the answers of a week, against what is usual or the fortnight before."""
    assert (halved_since(amounts, usual, TODAY) is not None) is halved


@given(
    st.dictionaries(st.integers(0, 20), st.sampled_from([(0, 0), (1, 1), (2, 5), OPEN, (8, 8), (20, 20)])),
    st.none() | st.integers(1, 60),
    st.lists(st.integers(6, 200), min_size=21, max_size=21),
)
def test_an_open_answer_is_never_the_reason(said: Mapping[int, Amount], usual: int | None, really: list[int]) -> None:
    """Whatever number "6+" stood for, six or two hundred: half as many is said only where it is so with it."""
    amounts = {ago(n): amount for n, amount in said.items()}
    if halved_since(amounts, usual, TODAY) is not None:
        known = {ago(n): (really[n],) * 2 if amount == OPEN else amount for n, amount in said.items()}
        assert halved_since(known, usual, TODAY) is not None


def test_half_as_many_has_a_first_day() -> None:
    """It lasts while the usual day is double: one halving, however long it goes on, and through a quiet week."""
    long = {ago(n): (8, 8) for n in (*range(9), *range(16, 30))} | {ago(n): (20, 20) for n in range(30, 40)}
    began = halved_since(long, 20, TODAY)
    assert began is not None
    assert ago(30) < began <= ago(24)
    assert halved_since({**long, ago(-1): (8, 8)}, 20, TODAY + timedelta(days=1)) == began


@each_row("weeks", [7, 8, 9, 26])
def test_a_change_has_the_same_first_day_for_half_a_year(weeks: int) -> None:
    """No window of ours is taken for its beginning: the question about it, and word to the team, would come again."""
    smoked = {ago(n): n < 7 * weeks for n in range(7 * weeks + 6)}
    assert back_since(smoked, TODAY) == ago(7 * weeks - 1)
    amounts = {ago(n): (8, 8) for n in range(7 * weeks)} | {ago(n): (20, 20) for n in range(7 * weeks, 7 * weeks + 14)}
    assert halved_since(amounts, 20, TODAY) == ago(7 * weeks - 6)


def test_a_second_halving_is_another_one() -> None:
    """From twenty to ten, and weeks on from ten to four."""
    amounts = {ago(n): (4, 4) for n in range(7)} | {ago(n): (10, 10) for n in range(7, 40)}
    began = halved_since(amounts, 20, TODAY)
    assert began is not None
    assert began > ago(7)


def run(said: str) -> Mapping[date, bool]:
    """Days up to today: - smoke-free, x smoked, ? not said."""
    known = {n: mark for n, mark in enumerate(reversed(said)) if mark != "?"}
    return {ago(n): mark == "x" for n, mark in known.items()}


@each_row(
    ("said", "back"),
    [
        ("-------xxx", 2),
        ("-------x--x--x", 6),
        ("-------x---x---x", None),  # three in more than seven days
        ("-----xxx", 2),  # five days are enough: golden case 16
        ("----xxx", None),
        ("---?--xxx", 2),
        ("-------xx", None),
        ("xxx", None),
        ("-------xxxx???", 6),
        ("-------xxx?????", None),
        ("-----xxx----xxx", 9),  # one going back, with four days in between
        ("-----xxx-----xxx", 2),  # another one
        ("-----xxx-----x", None),
        ("-----x???x???x", 8),  # asked twice a week
        ("-----x???-???x???x", None),
    ],
)
def test_back_to_smoking(said: str, back: int | None) -> None:
    """Three smoked days of seven, or of those told of, after five smoke-free ones: since the first of them."""
    assert back_since(run(said), TODAY) == (None if back is None else ago(back))


YES = MedicineAnswer(1, 7, ago(40), SmokingChange.SET, ago(40), Takes.YES)
BACK = MedicineAnswer(2, 7, ago(30), SmokingChange.RELAPSE, ago(30), Takes.YES, knows=True)


@each_row(
    ("told", "moment", "since", "ask"),
    [
        ([YES], SmokingChange.BACK, 2, MedicineQuestion.KNOWS),
        ([BACK], SmokingChange.BACK, 32, None),  # they named it, and it is known: not after four weeks either
        ([BACK], SmokingChange.BACK, 2, MedicineQuestion.KNOWS),  # they stopped, and went back
        (
            [MedicineAnswer(3, 7, ago(30), SmokingChange.BACK, ago(32), Takes.YES, knows=False)],
            SmokingChange.BACK,
            32,
            None,
        ),
        ([MedicineAnswer(3, 7, ago(30), SmokingChange.BACK, ago(32), Takes.NO)], SmokingChange.BACK, 32, None),
        (
            [MedicineAnswer(3, 7, ago(3), SmokingChange.RELAPSE, ago(3), Takes.NOT_NOW)],
            SmokingChange.BACK,
            4,
            MedicineQuestion.WHETHER,
        ),
        (
            [MedicineAnswer(3, 7, ago(30), SmokingChange.HALVED, ago(32), Takes.YES, knows=True)],
            SmokingChange.HALVED,
            32,
            None,
        ),
        (
            [MedicineAnswer(3, 7, ago(30), SmokingChange.HALVED, ago(32), Takes.YES, knows=True)],
            SmokingChange.HALVED,
            2,
            MedicineQuestion.KNOWS,
        ),
    ],
)
def test_a_change_is_asked_about_once(
    told: list[MedicineAnswer], moment: SmokingChange, since: int, ask: MedicineQuestion | None
) -> None:
    """Whatever was said since it began is the answer, for as long as it goes on; the next one is another question."""
    assert ask_at(moment, told, TODAY, ago(since)) is ask


def test_an_open_answer_is_bounded_by_no_smaller_number() -> None:
    """Told "6+" in the evening and two in between, a day is six at least, and not six."""
    said = [CigarettesSaid.of_day(TODAY, *OPEN), CigarettesSaid.of_day(TODAY, 2, 2)]
    assert by_day(said) == {TODAY: OPEN}
    assert by_day([*said, CigarettesSaid.of_day(TODAY, 8, 8)]) == {TODAY: (8, 8)}
    assert by_day([CigarettesSaid.of_day(TODAY, 1, None), CigarettesSaid.of_day(TODAY, 2, 5)]) == {TODAY: (2, 5)}
