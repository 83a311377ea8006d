"""Cards: what rides in the closing words of a check-in, instead of a message of its own. At most one at a time."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from programme.check_in import CheckIn, Day


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
class Ride:
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
        return self.has_lapse or self.said.is_low or self.said.day is Day.HARD

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
        return self.said.day is not Day.HARD or card in ALSO_HARD
