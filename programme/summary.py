"""A client's week as their practitioner sees it: plain counts of what was said, no score and no verdict.

What is not known is not counted against anybody: a prompt that we missed, or that could not reach them, is counted
apart, and silence is "no reply since", never smoking (FIELD.md S13, S15, hazards H12 and H15).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from programme import counts
from programme.barrier import Grouped, grouped
from programme.check_in import Day, HardMoment, Mood
from programme.counts import LOW, Helped, Reply, Share
from programme.course import Form
from programme.prompt import QUIET, Prompt, PromptState
from programme.toolkit import ToolkitItem

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

    `asked` are the due check-ins, of whatever form, that asked them anything and are answered or over; `replied` of
    these were answered, put aside in words ("not today") or done before; `late` came after the check-in had closed.
    `urge_first` and `urge_last` are the first and the last of the day's strongest urges that were said (0..5), or,
    where none was, of those on waking. `low` is days of low or very low mood, `low_before` the same for the seven
    days before. `last_reply` is None where there was none in two weeks. `joined` is the client's local day.
    `silent` are the days since the last reply on which a check-in reached them and was not answered, or was held
    back because none had been, and `silent_since` the first of them in two weeks. `very_low_run` is the longest run
    of days with a very low mood. `barriers` is what got in the way on hard days.
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
    last_reply: date | None
    joined: date
    silent: int = 0
    silent_since: date | None = None
    left_in_peace: bool = False
    very_low_run: int = 0
    barriers: Grouped = field(default_factory=dict)

    @property
    def is_quiet(self) -> bool:
        """Was nothing heard in these days, whether or not anything was asked?"""
        return self.last_reply is None or self.last_reply < self.first

    @property
    def was_not_asked(self) -> bool:
        """Was nothing heard because nothing was asked, and not because anything failed to arrive?"""
        return self.is_quiet and not (self.asked or self.silent or self.missed_by_us or self.cannot_reach)

    @property
    def is_silent_long(self) -> bool:
        """Did nothing come in all of the two weeks that are looked at, and were they asked in both, or left in peace as
        they had been silent before?"""
        before = self.silent_since is not None and self.silent_since < self.first
        return (
            (before or self.left_in_peace)
            and self.last_reply is None
            and self.joined + timedelta(days=2 * DAYS) < self.last
        )

    @property
    def is_new(self) -> bool:
        """Did they join within the two weeks that were looked at, so that silence is no longer than that?"""
        return self.joined >= first_day(self.last, 2)


def first_day(today: date, weeks: int = 1) -> date:
    """The first local day of the last so many weeks, today counted in."""
    return today - timedelta(days=DAYS * weeks - 1)


def week(
    replies: Sequence[Reply],
    today: date,
    toolkit: Mapping[int, ToolkitItem],
    joined: date,
    days: Mapping[date, bool] = MappingProxyType({}),
) -> Week:
    """The week up to `today` (the client's local date), of the prompts of two weeks in the order they were due.

    `days` says of a local date whether they smoked, by all that they said (programme.outcomes.days).
    """
    first, silent = first_day(today), _silent_days(replies)
    now = [one for one in replies if first <= one.prompt.local_date <= today]
    before = [one for one in replies if first_day(today, 2) <= one.prompt.local_date < first]
    due = [one.prompt for one in now if one.prompt.plan_id is not None and one.prompt.form != Form.LAST]
    felt = counts.urges(now)
    return Week(
        first=first,
        last=today,
        asked=sum(_is_replied(one) or one.state in _SILENT for one in due),
        replied=sum(_is_replied(one) for one in due),
        late=sum(one.prompt.late for one in now),
        missed_by_us=sum(one.state is PromptState.MISSED_BY_US for one in due),
        cannot_reach=sum(one.state is PromptState.CANNOT_REACH for one in due),
        smoked=counts.smoked_days(days, first, today),
        urge_first=felt[0] if felt else None,
        urge_last=felt[-1] if felt else None,
        low=counts.days_of_mood(now, LOW),
        low_before=counts.days_of_mood(before, LOW),
        very_low=counts.days_of_mood(now, frozenset({Mood.VERY_LOW})).count,
        hard_days=sum(Day.HARD in day for day in counts.by_day(now, lambda said: said.day).values()),
        moments=counts.moments(now),
        helped=counts.helped(now, toolkit),
        words=tuple(SharedWords(one.prompt.local_date, one.words) for one in now if one.words),
        last_reply=counts.last_day(replies),
        joined=joined,
        silent=len(silent),
        silent_since=min(silent, default=None),
        left_in_peace=any(one.prompt.reason == QUIET for one in replies),
        very_low_run=counts.longest_run(replies, Mood.VERY_LOW, first),
        barriers=grouped(one.said.barrier for one in now if one.said and one.said.barrier),
    )


def _silent_days(replies: Sequence[Reply]) -> set[date]:
    last = max((one.prompt.local_date for one in replies if _is_replied(one.prompt)), default=date.min)
    due = [one.prompt for one in replies if one.prompt.plan_id is not None and one.prompt.local_date > last]
    silent = (one for one in due if one.state in _SILENT or one.reason == QUIET or one.form == Form.LAST)
    return {one.local_date for one in silent}


def _is_replied(prompt: Prompt) -> bool:
    if prompt.answered_at is not None:
        return True
    return prompt.state in _REPLIED and not prompt.is_held_back and prompt.form != Form.LAST
