"""One filling-in of the nine questions: question by question, each of which may be passed over, open for two days."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import Final, Self

from programme.scales.mpss import Item, Rating, read_score

OPEN_FOR: Final = timedelta(days=2)


@dataclass(frozen=True, slots=True)
class Filling:
    """What was said so far. `on` is the local date on which it was begun; `ended_at`: they came to its end."""

    id: int
    person_id: int
    made_at: datetime
    on: date
    scores: Mapping[Item, int]
    passed: frozenset[Item] = frozenset()
    ended_at: datetime | None = None

    @property
    def next_item(self) -> Item | None:
        """The first question neither answered nor passed over; None at the end."""
        return next((item for item in Item if item not in self.scores and item not in self.passed), None)

    @property
    def rating(self) -> Rating:
        """As it is scored."""
        return Rating(self.on, self.scores)

    def takes_answers(self, now: datetime) -> bool:
        """Whether it is open: not at its end, and not two days old."""
        return self.ended_at is None and now < self.closes_at

    @property
    def closes_at(self) -> datetime:
        """When it closes by itself (UTC)."""
        return self.made_at + OPEN_FOR

    def answer(self, item: Item, code: str) -> Self | None:
        """With that answer; None where it is no answer to that question."""
        score = read_score(item, code)
        if score is None:
            return None
        return replace(self, scores={**self.scores, item: score}, passed=self.passed - {item})

    def skip(self, item: Item) -> Self:
        """With that question passed over; an answer given before stays."""
        return self if item in self.scores else replace(self, passed=self.passed | {item})
