"""A check-in: six questions, the last three only where it was hard and they are not low; each may be passed over."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import Any, Final, Self

from programme.planning.goals import Barrier
from programme.schedule.course import Form

STRONG_URGE = 3
STRONGEST_URGE = 5
MOST_CIGARETTES = 200  # a day; more is a slip of the finger
NOTHING_HELPED = 0
RANGES: dict[str, tuple[int, int | None]] = {"0": (0, 0), "1": (1, 1), "2-5": (2, 5), "6+": (6, None)}


class Question(StrEnum):
    """In the order in which they are asked, where nothing else was picked."""

    MOOD = "mood"
    URGE = "urge"
    CIGARETTES = "cigarettes"
    MOMENT = "moment"
    HELPED = "helped"
    WORDS = "words"


FIRST: Final = (Question.MOOD, Question.URGE, Question.CIGARETTES)  # mood first, unless they picked otherwise


class Mood(StrEnum):
    """How the person's mood is right now, lowest first."""

    VERY_LOW = "very_low"
    LOW = "low"
    MIXED = "mixed"
    OK = "ok"
    GOOD = "good"


LOW: Final = frozenset({Mood.VERY_LOW, Mood.LOW})


class HardMoment(StrEnum):
    """What was going on at the hardest moment of the day."""

    STRESS = "stress"
    LOW_MOOD = "low_mood"
    OTHERS = "others"
    DRINK = "drink"
    CANNABIS = "cannabis"
    BORED = "bored"
    GOOD_MOOD = "good_mood"
    OTHER = "other"


class DayInOneTap(StrEnum):
    """The one tap of the reminder."""

    OK = "ok"
    HARD = "hard"


# The field of CheckIn, and the column, that has the answer to a question; own words are kept apart.
FIELDS: Final[Mapping[Question, str]] = {
    Question.MOOD: "mood",
    Question.URGE: "urge",
    Question.CIGARETTES: "cigarettes_from",
    Question.MOMENT: "moment",
    Question.HELPED: "helped",
}
# Of the questions that are answered by one choice out of a few: what may be chosen.
CHOICES: Final[Mapping[Question, type[StrEnum]]] = {Question.MOOD: Mood, Question.MOMENT: HardMoment}


@dataclass(frozen=True, slots=True)
class CheckIn:
    """What a person has said so far. None is "not said", never zero; the words themselves stay sealed in the database.

    Cigarettes are a range: "2-5" is from 2 to 5, "6+" from 6 to None. `helped` is a toolkit item's id, 0 for nothing.
    `form` says what is asked (programme.schedule.course.Form; None: all of it): the morning's urge is that of the
    moment, and
    leaves open whether they smoked. `smoking_first`: they picked to be asked about smoking before mood. `barrier` is
    what got in the way, said when all else is. `how_many`: "6+" was answered, and the cigarettes are asked about a
    second time, for a number. `on` is the person's own day that it is about; the cigarettes are those from `since` to
    it, both counted in, where it asks about the days between (None: of that day only). `smoked_on` is the one day of
    these on which it was, where they said so.
    """

    prompt_id: int
    person_id: int
    day: DayInOneTap | None = None
    mood: Mood | None = None
    urge: int | None = None
    cigarettes_from: int | None = None
    cigarettes_to: int | None = None
    moment: HardMoment | None = None
    helped: int | None = None
    has_words: bool = False
    words_shared: bool = False
    skipped: frozenset[Question] = frozenset()
    form: str | None = None
    barrier: Barrier | None = None
    smoking_first: bool = False
    how_many: bool = False
    since: date | None = None
    smoked_on: date | None = None
    on: date | None = None

    @property
    def smoked(self) -> bool | None:
        """Whether they smoked on any of the days that were asked about; None where they did not say."""
        return None if self.cigarettes_from is None else self.cigarettes_from > 0

    @property
    def which_day(self) -> bool:
        """Whether the cigarettes are asked about a second time, for the day of several on which it was; not on a low
        day, and once."""
        some = bool(self.smoked) and self.since is not None and self.smoked_on is None
        return some and not self.is_low and Question.CIGARETTES not in self.skipped

    @property
    def was_hard(self) -> bool:
        """Whether to ask about the hardest moment, and for words: a strong urge, or any cigarettes."""
        return bool(self.smoked) or (self.urge or 0) >= STRONG_URGE

    @property
    def is_low(self) -> bool:
        """Whether they said that they are low or very low: then no more is asked than on an easy day."""
        return self.mood in LOW

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions of this check-in, as far as the answers tell."""
        match self.form:
            case Form.MORNING:
                return (Question.URGE,)
            case Form.RISK:
                return (Question.URGE, Question.HELPED) if self.was_hard else (Question.URGE,)
            case Form.QUIET | Form.LAST | Form.SOFT:
                return ()
        more = self.was_hard and not self.is_low
        hard = (Question.MOMENT, Question.HELPED, Question.WORDS) if more else ()
        return (*(FIRST[::-1] if self.smoking_first else FIRST), *hard)

    @property
    def is_open_ended(self) -> bool:
        """Whether they said a least number of cigarettes and no upper end ("6+"): no more than that is known."""
        return self.cigarettes_from is not None and self.cigarettes_to is None

    @property
    def may_ask_how_many(self) -> bool:
        """Whether the number may be asked for: in a whole check-in, on no low day, after what comes before, once."""
        first = set(FIRST) <= set(self.asked) and all(one in self.skipped or self.has(one) for one in FIRST)
        return first and self.is_open_ended and not self.is_low and Question.CIGARETTES not in self.skipped

    @property
    def next_question(self) -> Question | None:
        """The first question neither answered nor passed over; None at the end."""
        if self.which_day or (self.how_many and self.is_open_ended):
            return Question.CIGARETTES
        return next((q for q in self.asked if q not in self.skipped and not self.has(q)), None)

    @property
    def is_complete(self) -> bool:
        """Whether nothing is left to ask."""
        return self.next_question is None

    @property
    def says_something(self) -> bool:
        """Whether there is any answer at all."""
        return self.day is not None or any(map(self.has, Question))

    def has(self, question: Question) -> bool:
        """Whether that question is answered."""
        if question is Question.WORDS:
            return self.has_words
        return getattr(self, FIELDS[question]) is not None

    def answer(self, question: Question, value: str) -> Self | None:
        """With that answer; None where `value` is no answer to that question (a forged or mistyped one).

        Values are the codes in CHOICES, an urge "0".."5", cigarettes "0", "1", "2-5", "6+", a number, or
        one of the days that were asked about ("2026-03-05"), a toolkit item's id or "0". Words: see `with_words`.
        """
        match question:
            case Question.URGE if (urge := _whole(value, STRONGEST_URGE)) is not None:
                said = replace(self, urge=urge)
            case Question.CIGARETTES if (amount := cigarettes(value)) is not None:
                smoked_on = self.smoked_on if amount[0] else None
                said = replace(self, cigarettes_from=amount[0], cigarettes_to=amount[1], smoked_on=smoked_on)
            case Question.CIGARETTES if self.smoked and (day := self._day(value)) is not None:
                said = replace(self, smoked_on=day)
            case Question.HELPED if (item := _whole(value)) is not None:
                said = replace(self, helped=item)
            case _ if question in CHOICES and value in set(CHOICES[question]):
                chosen: dict[str, Any] = {FIELDS[question]: CHOICES[question](value)}
                said = replace(self, **chosen)
            case _:
                return None
        return replace(said, skipped=self.skipped - {question})

    def _day(self, value: str) -> date | None:
        """That day, where it is one of several that were asked about."""
        try:
            day = date.fromisoformat(value)
        except ValueError:
            return None
        return day if self.since is not None and self.since <= day and (self.on is None or day <= self.on) else None

    def with_words(self) -> Self:
        """With words of their own."""
        return replace(self, has_words=True, skipped=self.skipped - {Question.WORDS})

    def skip(self, question: Question) -> Self:
        """With that question passed over; an answer given before stays."""
        if (self.how_many or self.which_day) and question is Question.CIGARETTES:
            return replace(self, how_many=False, skipped=self.skipped | {question})
        return self if self.has(question) else replace(self, skipped=self.skipped | {question})

    def codes(self) -> dict[str, Any]:
        """The answers as codes and numbers, for the event; never words."""
        amount = None if self.cigarettes_from is None else [self.cigarettes_from, self.cigarettes_to]
        said = {
            "day": self.day,
            "mood": self.mood,
            "urge": self.urge,
            "cigarettes": amount,
            "smoked_on": self.smoked_on and self.smoked_on.isoformat(),
            "moment": self.moment,
            "helped": self.helped,
            "words": self.has_words or None,
        }
        return {name: value for name, value in said.items() if value is not None}


def cigarettes(value: str) -> tuple[int, int | None] | None:
    """A range as (from, to): of the codes in RANGES, or of a number up to MOST_CIGARETTES; None for anything else."""
    if value in RANGES:
        return RANGES[value]
    number = _whole(value.strip(), MOST_CIGARETTES)
    return None if number is None else (number, number)


def _whole(value: str, most: int = 2**53) -> int | None:
    if not (value.isascii() and value.isdecimal() and len(value) <= 16):
        return None
    return int(value) if int(value) <= most else None
