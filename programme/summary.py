"""A client's week as their practitioner sees it: plain counts of what was said, no score and no verdict.

What is not known is not counted against anybody: a prompt that we missed, or that could not reach them, is counted
apart, and silence is "no reply since", never smoking (FIELD.md S13, S15, hazards H12 and H15).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from programme import counts
from programme.check_in import Day, HardMoment, Mood
from programme.counts import LOW, Helped, Reply, Share
from programme.prompt import PromptState
from programme.request import Request

DAYS: Final = 7
_REPLIED: Final = frozenset({PromptState.DONE, PromptState.PART, PromptState.SKIPPED})
_SILENT: Final = frozenset({PromptState.EXPIRED, PromptState.REPLACED})


@dataclass(frozen=True, slots=True)
class SharedWords:
    """What the client chose to show, and on which local day they wrote it."""

    day: date
    words: str


@dataclass(frozen=True, slots=True)
class Week:
    """Seven local days of a client, `last` being today where they are.

    `asked` are the due check-ins that reached them and are over; `replied` of these were answered, put aside in words
    ("not today") or done before; `late` of these came after the check-in had closed. `urge_first` and `urge_last` are
    the first and the last that were said (0..5). `low` is days of low or very low mood, `low_before` the same for the
    seven days before. `last_reply` is None where there was none in two weeks.
    """

    first: date
    last: date
    asked: int
    replied: int
    late: int
    missed_by_us: int
    cannot_reach: int
    smoked: Share
    urge_first: int | None
    urge_last: int | None
    low: Share
    low_before: Share
    very_low: int
    hard_days: int
    moments: tuple[tuple[HardMoment, int], ...]
    helped: tuple[Helped, ...]
    words: tuple[SharedWords, ...]
    requests: tuple[Request, ...]
    last_reply: date | None

    @property
    def is_quiet(self) -> bool:
        """Was nothing heard in these days, whether or not anything was asked?"""
        return self.last_reply is None or self.last_reply < self.first


def first_day(today: date, weeks: int = 1) -> date:
    """The first local day of the last so many weeks, today counted in."""
    return today - timedelta(days=DAYS * weeks - 1)


def week(replies: Sequence[Reply], today: date, toolkit: dict[int, str], requests: Sequence[Request]) -> Week:
    """The week up to `today` (the client's local date), of the prompts of two weeks in the order they were due."""
    first = first_day(today)
    now = [one for one in replies if first <= one.prompt.local_date <= today]
    before = [one for one in replies if first_day(today, 2) <= one.prompt.local_date < first]
    felt = counts.urges(now)
    return Week(
        first=first,
        last=today,
        asked=_due(now, _REPLIED | _SILENT),
        replied=sum(_is_replied(one) for one in now if one.prompt.plan_id is not None),
        late=sum(one.prompt.late for one in now),
        missed_by_us=_due(now, {PromptState.MISSED_BY_US}),
        cannot_reach=_due(now, {PromptState.CANNOT_REACH}),
        smoked=counts.smoked_days(now),
        urge_first=felt[0] if felt else None,
        urge_last=felt[-1] if felt else None,
        low=counts.days_of_mood(now, LOW),
        low_before=counts.days_of_mood(before, LOW),
        very_low=counts.days_of_mood(now, frozenset({Mood.VERY_LOW})).count,
        hard_days=sum(Day.HARD in day for day in counts.by_day(now, lambda said: said.day).values()),
        moments=counts.moments(now),
        helped=counts.helped(now, toolkit),
        words=tuple(SharedWords(one.prompt.local_date, one.words) for one in now if one.words),
        requests=tuple(requests),
        last_reply=counts.last_day(replies),
    )


def _due(replies: Sequence[Reply], states: frozenset[PromptState] | set[PromptState]) -> int:
    return sum(one.prompt.plan_id is not None and one.prompt.state in states for one in replies)


def _is_replied(reply: Reply) -> bool:
    answered_late = reply.prompt.state in _SILENT and reply.prompt.answered_at is not None
    return reply.prompt.state in _REPLIED or answered_late
