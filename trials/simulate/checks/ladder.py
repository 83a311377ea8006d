"""The silence ladder, counted anew: from what reached phones, and when anything at all came back."""

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from programme.kinds import KINDS
from programme.people import Role
from programme.plan import CHECK_IN
from programme.prompt import Prompt, PromptState
from trials.simulate.life import Life

KINDLY, SLOWER, LAST = 2, 4, 10  # silent days
EVERY = 3  # days, once it is slower
KEPT_UNTIL = 7  # the day since the quit date before which nothing is thinned out
HELD = "quiet"  # why nothing was said
SOFT = "soft"
STEPS = ("quiet", "last")


@dataclass(frozen=True, slots=True)
class Asked:
    """One thing that was due: asked at that moment, or held back for their silence."""

    prompt: Prompt
    at: datetime
    day: date
    held: bool

    @property
    def step(self) -> str:
        """What became of it."""
        if self.held:
            return "held"
        return self.prompt.form if self.prompt.form in STEPS and self.prompt.form else "usual"


def ladder(life: Life) -> Iterator[str | None]:
    """After 2 silent days one tap, after 4 every third day, after 10 a last word, and then nothing until they are back.

    A silent day is a local date behind them, after that of the last sign of life, on which a question arrived and was
    over by then, or was held back: what is open after a standstill may have its answer on the way. Nothing is thinned
    out before day 7 of the quit date.
    """
    by_person: dict[int, list[Asked]] = defaultdict(list)
    for one in life.planned:
        if asks(one) and (found := _asked(life, one)):
            by_person[one.person_id].append(found)
    for person_id, every in by_person.items():
        every.sort(key=lambda each: (each.at, each.prompt.id))
        for number, each in enumerate(every):
            if each.prompt.kind == CHECK_IN:
                yield _wrong(life, person_id, each, every[:number])


def _asked(life: Life, one: Prompt) -> Asked | None:
    if one.state is PromptState.SKIPPED and one.reason == HELD and one.opened_at is None and one.closed_at:
        return Asked(one, one.closed_at, one.local_date, held=True)
    if one.id not in life.asks or one.opened_at is None or one.form == SOFT:  # after a crisis card: no silence
        return None
    return Asked(one, one.opened_at, one.local_date, held=False)


def silent_days(life: Life, person_id: int, every: Sequence[Prompt], at: datetime) -> int:
    """How many silent days lie behind somebody at that moment; `every` are the records of their plans."""
    before = [found for one in every if one.due_at < at and asks(one) and (found := _asked(life, one))]
    heard = life.heard.get(person_id, ())
    end = bisect_right(heard, at)
    return len(_silent(life, person_id, life.local_date(person_id, at), at, before, heard[end - 1] if end else None))


def asks(one: Prompt) -> bool:
    """Whether a client is asked something by it."""
    return KINDS[one.kind].asks and KINDS[one.kind].role is Role.CLIENT


def _wrong(life: Life, person_id: int, one: Asked, before: Sequence[Asked]) -> str | None:
    """What came from them at that very instant came before it, or after."""
    heard = life.heard.get(person_id, ())
    ends = (bisect_left(heard, one.at), bisect_right(heard, one.at))
    expected = [_expected(life, person_id, one, before, heard[end - 1] if end else None) for end in ends]
    if one.step in expected:
        return None
    return f"prompt {one.prompt.id} of {life.who(person_id)} on {one.day} is {one.step}, not {expected[0]}"


def _expected(life: Life, person_id: int, one: Asked, before: Sequence[Asked], since: datetime | None) -> str:
    left = [each for each in before if since is None or each.prompt.due_at > since]
    today = min(one.day, life.local_date(person_id, one.at))
    silent = _silent(life, person_id, today, one.at, left, since)
    took = {each.step for each in left}
    if len(silent) >= KINDLY and "quiet" not in took:
        return "quiet"
    day = life.quit_date(person_id, one.at)
    if len(silent) < SLOWER or (day is not None and 0 <= (one.day - day).days < KEPT_UNTIL):
        return "usual"
    if len(silent) >= LAST:
        return "held" if "last" in took else "last"
    asked_on = max((each.day for each in left if not each.held), default=None)
    return "held" if asked_on is not None and 0 < (one.day - asked_on).days < EVERY else "usual"


def _silent(
    life: Life, person_id: int, today: date, at: datetime, left: Sequence[Asked], since: datetime | None
) -> set[date]:
    heard_on = life.local_date(person_id, since) if since else None
    over = [each.day for each in left if each.held or life.over.get(each.prompt.id, at) < at]
    return {day for day in over if day < today and (heard_on is None or day > heard_on)}
