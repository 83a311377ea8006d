"""A client's week as their practitioner sees it: plain counts of what was said, no score and no verdict.

What is not known is not counted against anybody: a prompt that we missed, or that could not reach them, is counted
apart, and silence is "no reply since", never smoking (FIELD.md S13, S15, hazards H12 and H15).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from types import MappingProxyType
from typing import Final

from programme.check_in import counts
from programme.check_in.answers import DayInOneTap, HardMoment, Mood
from programme.check_in.counts import LOW, Helped, PromptReply, Share
from programme.planning.goals import Grouped, grouped
from programme.schedule.course import Form
from programme.schedule.prompt import Prompt, PromptState
from programme.schedule.reason_code import ReasonCode
from programme.toolkit.items import ToolkitItem

DAYS: Final = 7
_REPLIED: Final = frozenset({PromptState.DONE, PromptState.PART, PromptState.SKIPPED})
_NO_SILENCE: Final = frozenset({PromptState.PAUSED, PromptState.CANNOT_REACH})
_SILENT: Final = frozenset({PromptState.EXPIRED, PromptState.REPLACED})


@dataclass(frozen=True, slots=True)
class SharedWords:
    """What the client chose to show, and on which local day they wrote it."""

    day: date
    words: str


@dataclass(frozen=True, slots=True)
class SoFar:
    """What was said on the local day that is not over; it is in no count. `smoked` is None where it was not said."""

    replied: bool = False
    smoked: bool | None = None
    very_low: bool = False


@dataclass(frozen=True, slots=True)
class Week:
    """Seven local days of a client that are over, `last` being yesterday where they are: each day is in one week.

    `asked` are the due check-ins, of whatever form, that asked them anything and are answered or over; `replied` of
    these were answered, put aside in words ("not today") or done before; `late` came after the check-in had closed.
    `urge_first` and `urge_last` are the first and the last of the day's strongest urges that were said (0..5), or,
    where none was, of those on waking. `low` is days of low or very low mood, `low_before` the same for the seven
    days before. `last_reply` is when they were last heard of, and None where that was not in two weeks. `joined` is
    the client's local day. `silent` are the days since the last reply on which a check-in reached them and was not
    answered, or was held back because none had been, and `silent_since` the first of them in two weeks.
    `very_low_run` is the longest run of days with a very low mood. `barriers` is what got in the way on hard days.
    `paused` and `held_back` are due check-ins that a break, or our own rules, left out; never for a crisis card, of
    which nothing is counted. `rested`: a break or a block left something out in the two weeks. `so_far` is today,
    which also breaks a silence; words that were shared stand there at once.
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
    urges_told: int = 0
    rested: bool = False
    paused: int = 0
    held_back: int = 0
    so_far: SoFar = field(default_factory=SoFar)

    @property
    def today(self) -> date:
        """The client's local date: the day after these."""
        return self.last + timedelta(days=1)

    @property
    def is_quiet(self) -> bool:
        """Was nothing heard in these days, nor today, whether or not anything was asked?"""
        return self.last_reply is None or self.last_reply < self.first

    @property
    def not_asked(self) -> int:
        """Of how many due check-ins it was us who did not ask: missed, or left out by our own rules."""
        return self.missed_by_us + self.held_back

    @property
    def is_silent_long(self) -> bool:
        """Did nothing come in all of the two weeks that are looked at, and were they asked in both, or left in peace as
        they had been silent before? A break or a block in these weeks is no part of a silence."""
        before = self.silent_since is not None and self.silent_since < self.first
        return (
            (before or self.left_in_peace)
            and not self.rested
            and self.last_reply is None
            and self.joined + timedelta(days=2 * DAYS) < self.last
        )

    @property
    def is_new(self) -> bool:
        """Did they join within the two weeks that were looked at, so that silence is no longer than that?"""
        return self.joined >= self.first - timedelta(days=DAYS)


def first_day(today: date, weeks: int = 1) -> date:
    """The first local day of that many weeks that are over: the last of their days is yesterday."""
    return today - timedelta(days=DAYS * weeks)


def week(
    replies: Sequence[PromptReply],
    today: date,
    toolkit: Mapping[int, ToolkitItem],
    joined: date,
    days: Mapping[date, bool] = MappingProxyType({}),
    heard: date | None = None,
) -> Week:
    """The week before `today` (the client's local date), of the prompts of two weeks in the order they were due.

    `days` says of a local date whether they smoked, by all that they said (programme.quitting.days); `heard` is the
    last local date on which they were heard of in any way, which ends a silence as a reply does.
    """
    first, last = first_day(today), today - timedelta(days=1)
    silent = {day for day in _silent_days(replies, heard or date.min) if day <= last}
    now = [one for one in replies if first <= one.prompt.local_date <= last]
    before = [one for one in replies if first_day(today, 2) <= one.prompt.local_date < first]
    so_far = [one for one in replies if one.prompt.local_date == today]
    due = [one.prompt for one in now if one.prompt.plan_id is not None and one.prompt.form != Form.LAST]
    felt = counts.urges(now)
    return Week(
        first=first,
        last=last,
        asked=sum(_is_replied(one) or one.state in _SILENT for one in due),
        replied=sum(_is_replied(one) for one in due),
        late=sum(one.prompt.late for one in now),
        missed_by_us=sum(one.state is PromptState.MISSED_BY_US for one in due),
        cannot_reach=sum(one.state is PromptState.CANNOT_REACH for one in due),
        smoked=counts.smoked_days(days, first, last),
        urge_first=felt[0] if felt else None,
        urge_last=felt[-1] if felt else None,
        urges_told=len(felt),
        low=counts.days_of_mood(now, LOW),
        low_before=counts.days_of_mood(before, LOW),
        very_low=counts.days_of_mood(now, frozenset({Mood.VERY_LOW})).count,
        hard_days=sum(DayInOneTap.HARD in day for day in counts.by_day(now, lambda said: said.day).values()),
        moments=counts.moments(now),
        helped=counts.helped(now, toolkit),
        words=tuple(SharedWords(one.prompt.local_date, one.words) for one in (*now, *so_far) if one.words),
        last_reply=_last_heard(counts.last_day(replies), heard, first_day(today, 2)),
        joined=joined,
        silent=len(silent),
        silent_since=min(silent, default=None),
        left_in_peace=any(one.prompt.reason == ReasonCode.QUIET for one in replies),
        very_low_run=counts.longest_run([*before, *now], Mood.VERY_LOW, first),
        barriers=grouped(one.said.barrier for one in now if one.said and one.said.barrier),
        rested=any(one.prompt.state in _NO_SILENCE for one in (*before, *now)),
        paused=sum(one.state is PromptState.PAUSED for one in due),
        held_back=sum(one.is_held_back and one.reason not in (ReasonCode.QUIET, ReasonCode.SOFT) for one in due),
        so_far=_so_far(so_far, days.get(today)),
    )


def _so_far(replies: Sequence[PromptReply], smoked: bool | None) -> SoFar:
    return SoFar(
        replied=any(_is_replied(one.prompt) for one in replies),
        smoked=smoked,
        very_low=counts.days_of_mood(replies, frozenset({Mood.VERY_LOW})).count > 0,
    )


def _last_heard(replied: date | None, heard: date | None, since: date) -> date | None:
    return max((one for one in (replied, heard) if one is not None and one >= since), default=replied)


def _silent_days(replies: Sequence[PromptReply], heard: date) -> set[date]:
    last = max(heard, *(one.prompt.local_date for one in replies if _is_replied(one.prompt)), date.min)
    due = [one.prompt for one in replies if one.prompt.plan_id is not None and one.prompt.local_date > last]
    silent = (one for one in due if one.state in _SILENT or one.reason == ReasonCode.QUIET or one.form == Form.LAST)
    return {one.local_date for one in silent}


def _is_replied(prompt: Prompt) -> bool:
    if prompt.answered_at is not None:
        return True
    return prompt.state in _REPLIED and not prompt.is_held_back and prompt.form != Form.LAST
