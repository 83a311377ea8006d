"""What stands in the closing words of a check-in, instead of a message of its own. At most one at a time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum
from typing import Final

from programme.check_in.answers import CheckIn, DayInOneTap
from programme.schedule.course import WHOLE, Form


class Card(StrEnum):
    """What a card is about, in the order in which they go: the first that is due is told."""

    MEDICINE = "medicine"  # do you take any? how much they smoke has changed
    SAME_DAY = "same-day"  # may the team be told by itself? of who takes such a medicine, once
    OUTCOME = "outcome"  # how it went was asked, and made way for this check-in
    SLOTS = "slots"  # somebody else changed what comes
    OCCASION = "occasion"  # planned, and tomorrow or today
    PREPARE = "prepare"  # a week, three days, a day before the quit date
    MPSS = "mpss"  # nine questions
    CAFFEINE = "caffeine"
    AIDS = "aids"  # what they use to stop, and how it is going: some of it can change mood
    GOAL = "goal"  # of the week: how did it go?
    PROBLEM = "problem"  # an idea was to be tried: how did it go?
    OCCASION_AFTER = "occasion_after"  # how was it?
    USUAL = "usual"  # how many on a usual day? "6+" says nothing without it
    HSI = "hsi"  # how soon, how many
    EFFORT = "effort"  # how often something was tried with a craving
    SAFETY = "safety"  # a safety plan, in a calm hour
    EASIER = "easier"  # what got easier this week
    BELIEF = "belief"  # what they thought stopping would bring: how sure are they now?


# What belongs to its day: beside a question about a session too, for which all else waits.
OF_ITS_DAY: Final = frozenset({Card.OUTCOME, Card.OCCASION, Card.PREPARE})
# What is told on such a day as well; everything else waits for another check-in.
ALSO_LOW: Final = frozenset({Card.MEDICINE, Card.AIDS})
ALSO_SMOKED: Final = frozenset({Card.MEDICINE, Card.SLOTS, Card.AIDS})
ALSO_HARD: Final = frozenset({Card.MEDICINE, Card.SLOTS, Card.AIDS, Card.CAFFEINE})


@dataclass(frozen=True, slots=True)
class CardContext:
    """The check-in that a card would ride in, of the person's own day `on`.

    `day` is which day since the quit date that is (negative: before it); None without a quit date.
    """

    prompt_id: int
    on: date
    day: int | None
    said: CheckIn

    @property
    def has_lapse(self) -> bool:
        """Whether they smoked on that day, with a quit date behind them."""
        return bool(self.said.smoked) and self.day is not None and self.day >= 0

    @property
    def is_hard(self) -> bool:
        """Whether they told of a day on which a card has to wait: low or very low, hard, or with a lapse."""
        return self.has_lapse or self.said.is_low or self.said.day is DayInOneTap.HARD

    def takes(self, card: Card) -> bool:
        """Whether that card may be told on such a day.

        - Low or very low: none but those about medicines, whatever else the day was.
        - After a lapse: nothing that is about having stopped.
        - Said to be hard: caffeine too, as restlessness may be what is hard.
        """
        if self.said.is_low:
            return card in ALSO_LOW
        if self.has_lapse:
            return card in ALSO_SMOKED
        return self.said.day is not DayInOneTap.HARD or card in ALSO_HARD


STEPS: Final = (3, 10, 25, 50, 100, 200, 400)


def effort_at(tried: int) -> int | None:
    """The highest step that this many times have reached; None before the first."""
    return max((step for step in STEPS if step <= tried), default=None)


# Days after a lapse: the next one, as the risk is highest within a day (FIELD.md 2.3), and the same weekday for three
# weeks. A first proposal, not evidence.
COMES_ROUND: Final = (1, 7, 14, 21)
ROUND_WITHIN: Final = 60  # minutes of the lapse's hour
_A_DAY: Final = 24 * 60


@dataclass(frozen=True, slots=True)
class Learned:
    """What they would do next time, a toolkit item of theirs, after the lapse `smoked_id` on that date of theirs.

    `wall` is when it was; None where they told of it on a later day.
    """

    smoked_id: int
    item_id: int
    on: date
    wall: time | None


def comes_round(learned: Iterable[Learned], on: date, wall: time, form: str | None) -> Learned | None:
    """What is put before them in a check-in of that form, on that date at that wall time; None: nothing.

    - In the one of their hardest hour, and in a whole one within an hour of when it was.
    - On the days of COMES_ROUND, and on no other. Of several the newest.
    """
    found = [one for one in learned if (on - one.on).days in COMES_ROUND and _is_its_hour(one, wall, form)]
    return max(found, key=lambda one: (one.on, one.smoked_id), default=None)


def _is_its_hour(learned: Learned, wall: time, form: str | None) -> bool:
    if form == Form.RISK:
        return True
    if form not in WHOLE or learned.wall is None:
        return False
    apart = abs(_minutes(wall) - _minutes(learned.wall))
    return min(apart, _A_DAY - apart) <= ROUND_WITHIN


def _minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute
