"""Nothing asks more questions on a day that somebody says is low than on an easy one (VOICE, How much is enough)."""

from datetime import date
from itertools import product

from programme.check_in.answers import CheckIn, DayInOneTap, Mood, Question
from programme.check_in.closing_card import Card, CardContext
from programme.schedule.course import Form
from tests.rows import each_row

FORMS = (None, Form.EVENING, Form.MORNING, Form.RISK, Form.QUIET, Form.SOFT, Form.LAST)
SMOKING = tuple(product(("0", "3", "5"), ("0", "2-5", "6+")))  # the strongest urge, and cigarettes
EASY = ("0", "0")


def asked(form: str | None, mood: Mood, smoking: tuple[str, str], *, smoking_first: bool = False) -> int:
    """How many questions are asked until none is left, whatever is tapped."""
    answers = {
        Question.MOOD: mood.value, Question.URGE: smoking[0], Question.CIGARETTES: smoking[1],
        Question.MOMENT: "stress", Question.HELPED: "0",
    }  # fmt: skip
    said, count = CheckIn(1, 2, form=form, smoking_first=smoking_first), 0
    while (question := said.next_question) is not None:
        answered = said.with_words() if question is Question.WORDS else said.answer(question, answers[question])
        assert answered is not None
        said, count = answered, count + 1
    return count


@each_row("smoking_first", [False, True])
@each_row("form", FORMS)
@each_row("mood", [Mood.VERY_LOW, Mood.LOW])
def test_a_low_day_asks_no_more_than_an_easy_one(mood: Mood, form: str | None, smoking_first: bool) -> None:
    """Whichever form, whichever comes first and whatever the smoking was: at most as many as on a good day. The form at
    the hardest hour asks about no mood, so it is not known there."""
    easy = asked(form, Mood.GOOD, EASY, smoking_first=smoking_first)
    hard = [asked(form, mood, smoking, smoking_first=smoking_first) for smoking in SMOKING]
    assert max(hard) <= easy or form == Form.RISK


@each_row("mood", Mood)
def test_after_a_card_one_tap_is_all(mood: Mood) -> None:
    """The soft form asks none of the six."""
    assert asked(Form.SOFT, mood, ("5", "6+")) == 0


LAPSE = {"cigarettes_from": 1, "cigarettes_to": 1}


@each_row(
    ("said", "day", "takes"),
    [
        ({"mood": Mood.VERY_LOW}, 3, {Card.MEDICINE, Card.AIDS}),
        ({"mood": Mood.LOW}, 3, {Card.MEDICINE, Card.AIDS}),
        ({"mood": Mood.LOW, "day": DayInOneTap.HARD, **LAPSE}, 3, {Card.MEDICINE, Card.AIDS}),
        ({"mood": Mood.OK, **LAPSE}, 3, {Card.MEDICINE, Card.SLOTS, Card.AIDS}),
        ({"day": DayInOneTap.HARD, **LAPSE}, 3, {Card.MEDICINE, Card.SLOTS, Card.AIDS}),
        ({"day": DayInOneTap.HARD}, 3, {Card.MEDICINE, Card.SLOTS, Card.AIDS, Card.CAFFEINE}),
        ({"mood": Mood.OK, "urge": 5}, 3, set(Card)),
        ({"mood": Mood.OK, **LAPSE}, -3, set(Card)),  # before the quit date a cigarette is no lapse
        ({"day": DayInOneTap.OK}, None, set(Card)),
    ],
)
def test_which_cards_ride_on_such_a_day(said: dict[str, object], day: int | None, takes: set[Card]) -> None:
    """Low or very low: those about medicines. After a lapse none about having stopped. On a hard one caffeine too."""
    ride = CardContext(1, date(2026, 3, 13), day, CheckIn(1, 2, **said))  # type: ignore[arg-type]
    assert {card for card in Card if ride.takes(card)} == takes
