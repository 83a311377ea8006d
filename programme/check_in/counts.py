"""Counting a week of check-ins: days rather than messages, and what was not said is never counted as a no."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from programme.check_in.answers import NOTHING_HELPED, CheckIn, HardMoment, Mood
from programme.schedule.course import Form
from programme.schedule.prompt import Prompt
from programme.toolkit.items import ToolkitItem

T = TypeVar("T")
LOW = frozenset({Mood.VERY_LOW, Mood.LOW})


@dataclass(frozen=True, slots=True)
class PromptReply:
    """A prompt and what was said to it (None: nothing, or nothing is kept); `words` only where they are shared."""

    prompt: Prompt
    said: CheckIn | None = None
    words: str | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """`count` of `of`: days of the days on which it was said at all."""

    count: int
    of: int


@dataclass(frozen=True, slots=True)
class Helped:
    """What helped, in the client's words, and how often of all the times they were asked what did.

    Where they gave no words of their own it is the line of the catalogue, by its `code`.
    """

    words: str
    share: Share
    code: str | None = None


def by_day(replies: Iterable[PromptReply], said: Callable[[CheckIn], T | None]) -> dict[date, list[T]]:
    """What was said, by local day, in order; days on which it was not said are left out."""
    days: dict[date, list[T]] = defaultdict(list)
    for reply in replies:
        value = said(reply.said) if reply.said else None
        if value is not None:
            days[reply.prompt.local_date].append(value)
    return dict(days)


def smoked_days(days: Mapping[date, bool], first: date, last: date) -> Share:
    """Days with any cigarette, of those from `first` to `last` of which it is known (programme.quitting.days)."""
    known = [smoked for day, smoked in days.items() if first <= day <= last]
    return Share(sum(known), len(known))


def days_of_mood(replies: Iterable[PromptReply], moods: frozenset[Mood]) -> Share:
    """Days with such a mood in any check-in, of the days on which they said how it was."""
    days = by_day(replies, lambda said: said.mood)
    return Share(sum(any(mood in moods for mood in day) for day in days.values()), len(days))


def longest_run(replies: Iterable[PromptReply], mood: Mood, since: date) -> int:
    """The most days in a row with that mood, of the days on which they said how it was; runs over before `since` do
    not count, and a day on which nothing was said neither adds nor breaks."""
    longest = run = 0
    for day, moods in sorted(by_day(replies, lambda said: said.mood).items()):
        run = run + 1 if mood in moods else 0
        longest = max(longest, run) if day >= since else longest
    return longest


def urges(replies: Iterable[PromptReply]) -> list[int]:
    """The strongest urges of the day as they were said, oldest first; where none was said, those on waking.

    A morning's or a moment's urge is another question, so the two are never told as one course of things.
    """
    return [urge for _, urge in _urges(replies)]


def urges_by_day(replies: Iterable[PromptReply]) -> dict[date, int]:
    """The strongest of these by local day; days on which none was said are left out."""
    days: dict[date, int] = {}
    for day, urge in _urges(replies):
        days[day] = max(urge, days.get(day, 0))
    return days


def _urges(replies: Iterable[PromptReply]) -> list[tuple[date, int]]:
    said = [(one.prompt, one.said.urge) for one in replies if one.said and one.said.urge is not None]
    whole = [(one.local_date, urge) for one, urge in said if one.form not in (Form.MORNING, Form.RISK)]
    return whole or [(one.local_date, urge) for one, urge in said if one.form == Form.MORNING]


def moments(replies: Iterable[PromptReply]) -> tuple[tuple[HardMoment, int], ...]:
    """What was going on at hard moments and how often, most often first."""
    found = Counter(reply.said.moment for reply in replies if reply.said and reply.said.moment)
    return tuple(sorted(found.items(), key=lambda pair: (-pair[1], list(HardMoment).index(pair[0]))))


def helped(replies: Iterable[PromptReply], toolkit: Mapping[int, ToolkitItem]) -> tuple[Helped, ...]:
    """What helped and how often, most often first. "Nothing did" counts among the times they were asked."""
    found = Counter(reply.said.helped for reply in replies if reply.said and reply.said.helped is not None)
    times = found.total()
    named = [
        (toolkit[item], count) for item, count in found.most_common() if item != NOTHING_HELPED and item in toolkit
    ]
    return tuple(Helped(one.words, Share(count, times), one.code) for one, count in named)


def last_day(replies: Sequence[PromptReply]) -> date | None:
    """The last local day with any answer at all."""
    return max((one.prompt.local_date for one in replies if one.prompt.answered_at is not None), default=None)
