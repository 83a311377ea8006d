"""The questions of a check-in: which is asked next, what counts as an answer, and that nothing said is lost."""

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from programme.check_in.answers import CheckIn, HardMoment, Mood, Question, cigarettes
from programme.schedule.course import Form
from tests.rows import each_row

NEW = CheckIn(prompt_id=1, person_id=2)
Q = Question


def said(**answers: str) -> CheckIn:
    """A check-in with these answers, in the order given."""
    check_in = NEW
    for name, value in answers.items():
        after = check_in.answer(Q(name), value)
        assert after is not None
        check_in = after
    return check_in


def test_an_easy_day_has_three_questions() -> None:
    """Without a strong urge or a cigarette nobody is asked about a hardest moment, or for words."""
    check_in = said(mood="ok", urge="2", cigarettes="0")
    assert check_in.asked == (Q.MOOD, Q.URGE, Q.CIGARETTES)
    assert check_in.is_complete


@each_row("answers", [{"urge": "3"}, {"cigarettes": "1"}, {"cigarettes": "6+"}, {"cigarettes": "40"}])
def test_a_hard_day_has_three_more(answers: dict[str, str]) -> None:
    """A strong urge or any cigarette brings the hardest moment, what helped, and room for words."""
    assert said(**answers).asked == tuple(Q)


def test_cigarettes_over_several_days_may_be_of_one_of_them() -> None:
    """Which day is asked where there were any, on no low day, and takes one of these days; none has no day."""
    between = replace(NEW, since=date(2026, 3, 2), on=date(2026, 3, 4), mood=Mood.OK, urge=1)
    one = between.answer(Q.CIGARETTES, "1")
    assert one is not None
    assert one.next_question is Q.CIGARETTES
    assert not replace(one, mood=Mood.LOW).which_day
    assert one.skip(Q.CIGARETTES).next_question is Q.MOMENT, "more than one day: it stays at that"
    days = ("2026-03-01", "2026-03-02", "2026-03-05", "x")
    assert [one.answer(Q.CIGARETTES, day) is not None for day in days] == [False, True, False, False]
    then = one.answer(Q.CIGARETTES, "2026-03-03")
    assert then is not None
    assert (then.next_question, then.smoked_on, then.smoked) == (Q.MOMENT, date(2026, 3, 3), True)
    none = then.answer(Q.CIGARETTES, "0")
    assert none is not None
    assert (none.smoked_on, none.is_complete) == (None, True)


def test_questions_come_in_order_and_may_be_passed_over() -> None:
    """Skipping leads to the next question; in the end nothing is left to ask."""
    check_in, order = NEW, []
    while (question := check_in.next_question) is not None:
        order.append(question)
        check_in = check_in.skip(question)
    assert order == [Q.MOOD, Q.URGE, Q.CIGARETTES]
    assert check_in.is_complete
    assert not check_in.says_something


def test_a_later_tap_corrects_an_earlier_one() -> None:
    """Whoever taps a second mood meant the second one, and keeps their place."""
    check_in = said(mood="ok", urge="5").answer(Q.MOOD, "low")
    assert check_in is not None
    assert (check_in.mood, check_in.next_question) == (Mood.LOW, Q.CIGARETTES)


def test_an_answer_outlives_a_skip_and_undoes_one() -> None:
    """A stale Skip takes nothing away, and an answer to a question passed over counts."""
    assert said(mood="good").skip(Q.MOOD) == said(mood="good")
    after = NEW.skip(Q.MOOD).answer(Q.MOOD, "good")
    assert after == said(mood="good")


@each_row(
    ("value", "amount"),
    [
        ("0", (0, 0)),
        ("1", (1, 1)),
        ("2-5", (2, 5)),
        ("6+", (6, None)),
        ("12", (12, 12)),
        (" 7 ", (7, 7)),
        ("200", (200, 200)),
        ("201", None),
        ("-1", None),
        ("two", None),
        ("", None),
        ("٣", None),
        ("9" * 5000, None),
    ],
)
def test_cigarettes_are_a_range(value: str, amount: tuple[int, int | None] | None) -> None:
    """Codes and plain numbers are read; anything else is no answer."""
    assert cigarettes(value) == amount


@each_row(
    ("question", "value"),
    [(Q.MOOD, "great"), (Q.URGE, "6"), (Q.URGE, ""), (Q.MOMENT, "mood"), (Q.HELPED, "-1"), (Q.WORDS, "hello")],
)
def test_a_forged_value_is_no_answer(question: Question, value: str) -> None:
    """What no button of ours says is refused."""
    assert NEW.answer(question, value) is None


def test_not_said_is_never_zero() -> None:
    """Nobody who said nothing about cigarettes is counted as a day without."""
    assert NEW.smoked is None
    assert said(cigarettes="0").smoked is False
    assert NEW.codes() == {}
    assert said(urge="0").codes() == {"urge": 0}


values = {
    Q.MOOD: st.sampled_from([*Mood]),
    Q.URGE: st.integers(0, 5).map(str),
    Q.CIGARETTES: st.sampled_from(["0", "1", "2-5", "6+", "13"]),
    Q.MOMENT: st.sampled_from([*HardMoment]),
    Q.HELPED: st.integers(0, 99).map(str),
}
taps = st.lists(
    st.one_of(
        st.tuples(st.just("skip"), st.sampled_from(Question), st.none()),
        *(st.tuples(st.just("answer"), st.just(question), value) for question, value in values.items()),
    )
)


@given(taps)
def test_no_tap_in_any_order_loses_an_answer(steps: list[tuple[str, Question, str | None]]) -> None:
    """Each answer is kept until the same question is answered differently, whatever is tapped."""
    check_in, last = NEW, dict[Question, CheckIn]()
    for what, question, value in steps:
        if what == "skip" or value is None:
            check_in = check_in.skip(question)
            continue
        after = check_in.answer(question, value)
        assert after is not None
        check_in = after
        alone = NEW.answer(question, value)
        assert alone is not None
        last[question] = alone
    assert all(check_in.codes().items() >= alone.codes().items() for alone in last.values())
    assert len(check_in.codes()) == len(last)
    assert check_in.next_question not in check_in.skipped


@each_row(
    ("form", "urge", "asked"),
    [
        (Form.MORNING, None, ["urge"]), (Form.MORNING, 5, ["urge"]),
        (Form.RISK, 2, ["urge"]), (Form.RISK, 3, ["urge", "helped"]),
        (Form.QUIET, None, []), (Form.LAST, None, []),
        (Form.EVENING, 2, ["mood", "urge", "cigarettes"]), (None, 2, ["mood", "urge", "cigarettes"]),
    ],
)  # fmt: skip
def test_a_form_asks_its_own(form: Form | None, urge: int | None, asked: list[str]) -> None:
    """One tap in the morning, what helped where the hard hour is hard, nothing of who is silent, all in the evening."""
    said = replace(NEW, form=form, urge=urge)
    assert list(said.asked)[: len(asked)] == asked
    assert form in (None, Form.EVENING) or len(said.asked) == len(asked)


def test_a_morning_is_done_with_its_tap() -> None:
    """And leaves open whether they smoked."""
    said = replace(NEW, form=Form.MORNING).answer(Question.URGE, "4")
    assert said is not None
    assert said.is_complete
    assert said.smoked is None
