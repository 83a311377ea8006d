"""Lived progress; the four together; one silence told four ways."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from programme.quitting.attempts import Attempt
from programme.quitting.nhs import Nhs
from programme.quitting.outcomes import Progress, lived, outcomes
from programme.quitting.record import CigarettesSaid, Record, Usual, by_day, told_of
from programme.quitting.working import Audience, Code, MissingAnswer, SaidInstead, WorkingStep, missing_answer
from tests.rows import each_row
from tests.rules.quitting.outcome_cases import ATTEMPT, TREATED, day, smoked

USUAL = Usual(20, 1500)
RECORD = Record(attempts=(ATTEMPT,), ridden_out=4, usual=USUAL)


def test_days_cigarettes_and_money() -> None:
    """Six free days, one with 2-5 and one without an answer: the larger number is taken off, silence adds nothing."""
    record = replace(RECORD, said=(*(smoked(n, 0, 0) for n in range(6)), smoked(6, 2, 5)))
    found = lived(record, day(8))
    assert found.days == Progress(6, 6, 1, 1)
    assert (found.not_smoked, found.money, found.ridden_out) == (6 * 20 + 15, 135 * 75, 4)
    assert found.working == (
        WorkingStep.of(Code.FREE_DAYS, days=6, of=7),
        WorkingStep.of(Code.NOT_SAID_DAYS, days=1),
        WorkingStep.of(Code.USUAL, number=20),
        WorkingStep.of(Code.MOST_COUNTED, days=1),
        WorkingStep.of(Code.PACKET, price=1500, number=20),
    )


def test_a_number_without_a_top_is_no_range() -> None:
    """ "More than 20" is told apart from 2-5: nothing larger is made up, and nothing is taken off."""
    found = lived(replace(RECORD, said=(smoked(0, 21, None), smoked(1, 2, 5), smoked(2, 3, 3))), day(3))
    assert WorkingStep.of(Code.MOST_COUNTED, days=1) in found.working
    assert WorkingStep.of(Code.NO_TOP, days=1) in found.working


@each_row(
    ("said", "spared"),
    [
        ((), 0),
        ((smoked(0, 0, 0),), 20),
        ((smoked(0, 20, 20),), 0),
        ((smoked(0, 30, 30),), 0),  # more than before takes nothing away
        ((smoked(0, 6, None),), 0),  # no upper end: nothing is claimed
        ((smoked(0, 1, None), smoked(0, 2, 5)), 15),  # "I smoked", and a number for that day
        ((smoked(0, 0, 0), smoked(0, 1, None)), 0),  # none at noon, then one
        ((smoked(9, 0, 0),), 0),  # not over yet
    ],
)
def test_cigarettes_not_smoked(said: tuple[CigarettesSaid, ...], spared: int) -> None:
    """What they smoked before, less the most that they may have smoked, of days that are over."""
    assert lived(replace(RECORD, said=said), day(9)).not_smoked == spared


def test_what_was_not_said_is_not_guessed() -> None:
    """No number of cigarettes before, no price: none is made up."""
    nothing = lived(replace(RECORD, usual=None), day(9))
    assert (nothing.not_smoked, nothing.money) == (None, None)
    assert nothing.working[-1] == WorkingStep.of(Code.USUAL_NOT_SAID)
    unpriced = lived(replace(RECORD, usual=Usual(20)), day(9))
    assert (unpriced.not_smoked, unpriced.money) == (0, None)
    assert unpriced.working[-1] == WorkingStep.of(Code.PRICE_NOT_SAID)


Amount = tuple[int, int | None]
AMOUNTS = st.sampled_from([(0, 0), (1, 1), (2, 5), (6, None), (1, None)])


@given(st.lists(AMOUNTS, max_size=20), AMOUNTS)
def test_no_further_day_takes_anything_away(amounts: list[Amount], more: Amount) -> None:
    """Whatever the next day is like, and whatever attempt begins after it, every count is as large or larger."""
    said = tuple(smoked(n, *amount) for n, amount in enumerate(amounts))
    end = len(said)
    before = lived(replace(RECORD, said=said), day(end))
    ended = replace(ATTEMPT, ended_on=day(end + 1))
    attempts = (ended, Attempt(2, 7, day(end + 1)))
    after = lived(replace(RECORD, attempts=attempts, said=(*said, smoked(end, *more))), day(end + 2))
    assert after.days.smoke_free >= before.days.smoke_free
    assert after.days.longest >= before.days.longest
    assert before.not_smoked is not None
    assert after.not_smoked is not None
    assert after.not_smoked >= before.not_smoked


def test_all_four_are_about_the_last_attempt_that_came() -> None:
    """A date that was taken away before it came, or is still to come, is no attempt yet."""
    never = Attempt(2, 7, day(5), 0, day(3))
    coming = Attempt(3, 7, day(40))
    found = outcomes(Record(attempts=(ATTEMPT, never, coming), treatments=TREATED), day(30))
    assert found.attempt == ATTEMPT
    assert found.nhs is not None
    assert found.nhs.category is Nhs.WAITING
    assert found.russell_6 is not None
    assert found.russell_12 is not None
    assert (found.russell_6.months, found.russell_12.months) == (6, 12)
    nothing = outcomes(Record(attempts=(never, coming)), day(30))
    assert (nothing.attempt, nothing.nhs, nothing.russell_6) == (None, None, None)
    assert nothing.lived.days.smoke_free == 0


def test_each_telling_is_at_least_one_cigarette() -> None:
    """Told three times for one day: three or more."""
    once, some = (1, None), (2, 5)
    told = [(day(1), once), (day(2), once), (day(1), once), (day(1), some), (day(3), some), (day(3), (1, 1))]
    assert by_day(told_of(told)) == {day(1): (4, None), day(2): (1, None), day(3): (3, 6)}


def test_one_silence_told_four_ways() -> None:
    """A category of its own, smoking, no reply since, not known: nowhere not smoking, and smoking in a trial alone."""
    told = {audience: missing_answer(audience) for audience in Audience}
    assert told == {
        Audience.SERVICE_RETURN: MissingAnswer(SaidInstead.LOST),
        Audience.TRIAL: MissingAnswer(SaidInstead.SMOKING, counts_as_smoking=True),
        Audience.PRACTITIONER: MissingAnswer(SaidInstead.NO_REPLY_SINCE),
        Audience.CLIENT: MissingAnswer(SaidInstead.NOT_KNOWN),
    }


def test_what_we_missed_is_nobodys_silence() -> None:
    """Where we did not ask, a trial alone counts it: its rule asks for no reason."""
    told = {audience for audience in Audience if missing_answer(audience, missed_by_us=True)}
    assert told == {Audience.TRIAL}


def test_smoking_less_counts_with_or_without_a_quit_date() -> None:
    """FIELD 2.2, 4: from the day on which they said what they used to smoke, every day that they tell of counts."""
    usual = replace(USUAL, since=day(-3))
    told = (smoked(-5, 8, 8), smoked(-3, 12, 12), smoked(-2, 2, 5), smoked(-1, 25, 25), smoked(0, 0, 0))
    found = lived(replace(RECORD, usual=usual, said=told), day(1))
    assert found.not_smoked == 8 + 15 + 0 + 20
    assert found.days == Progress(1, 1), "days are of attempts alone"
    assert WorkingStep.of(Code.LESS_DAYS, days=2) in found.working
    ended = replace(ATTEMPT, ended_on=day(1))
    after = lived(replace(RECORD, attempts=(ended,), usual=usual, said=(*told, smoked(2, 10, 10))), day(3))
    assert after.not_smoked == found.not_smoked + 10, "after a try that ended too"


def test_today_is_not_over() -> None:
    """What was smoked so far today says nothing of the day."""
    usual = replace(USUAL, since=day(0))
    assert lived(Record(usual=usual, said=(smoked(0, 3, 3),)), day(0)).not_smoked == 0
