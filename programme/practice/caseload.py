"""A practitioner's week over all their clients: who is to be looked at, by name, and how many are steady."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from programme.practice.client import RARELY, CheckIns, ClientRow
from programme.practice.requests import WaitingRequest
from programme.practice.week import Week

SILENT: Final = 3  # days asked without a reply, from which on somebody is quiet
MILESTONES: Final = (7, 14, 28, 56, 84, 182, 365)  # smoke-free days


class CaseloadHeading(StrEnum):
    """The heads under which who shows a summary stands by name, in the order in which they are read."""

    RELAPSE = "relapse"  # named in these days; of who chose no check-ins it stands there
    CHOSE_NONE = "chose_none"
    QUIET = "quiet"
    CANNOT_REACH = "cannot_reach"
    PAUSED = "paused"
    NOT_ASKED = "not_asked"  # by us: missed, or left out by our own rules
    NO_TIME = "no_time"  # said yes to check-ins, and is still to pick a time
    NEW = "new"  # nothing was due so far
    BACK = "back"  # there were a break, a block or no check-ins in these days, and nothing was heard since
    DONE = "done"  # six months: no more check-ins by plan
    GOOD = "good"


def is_milestone(one: ClientRow) -> bool:
    """Whether a round number of smoke-free days came within these seven days, and no smoking was told of."""
    return any(one.smoke_free_before < day <= one.smoke_free for day in MILESTONES)


def _names_relapse(one: ClientRow, week: Week) -> bool:
    said = one.standing.relapse
    told_there = _chose_none(one, week) and one.standing.is_back_to_smoking(week.today)
    return said is not None and said.on >= week.first and not told_there


def _chose_none(one: ClientRow, week: Week) -> bool:  # noqa: ARG001
    return one.standing.check_ins is CheckIns.CHOSE_NONE


def _is_there(one: ClientRow) -> bool:
    """Whether check-ins come and reach them, so that silence may be silence."""
    return one.standing.check_ins is CheckIns.ON and not one.is_paused and not one.cannot_reach


def _is_quiet(one: ClientRow, week: Week) -> bool:
    if not _is_there(one):
        return False
    if week.silent:
        return week.silent >= SILENT or week.is_quiet
    heard = one.standing.last_heard
    return _is_unexplained(one, week) and (heard is None or heard < week.last - RARELY)


def _not_asked(one: ClientRow, week: Week) -> bool:
    return _is_there(one) and not week.silent and week.is_quiet and week.not_asked > 0


def _is_new(one: ClientRow, week: Week) -> bool:
    heard_or_due = week.silent or week.not_asked or one.standing.last_heard is not None
    return _is_there(one) and week.is_quiet and week.is_new and not heard_or_due


def _is_back(one: ClientRow, week: Week) -> bool:
    nothing = _is_there(one) and week.is_quiet and not week.silent and not week.not_asked
    return nothing and not _is_new(one, week) and _was_away(one, week)


def _was_away(one: ClientRow, week: Week) -> bool:
    on_since = one.standing.on_since
    return bool(week.paused or week.cannot_reach) or (on_since is not None and on_since >= week.first)


def _is_unexplained(one: ClientRow, week: Week) -> bool:
    """Whether nothing was heard, and no other head says why."""
    told = _not_asked(one, week) or _is_new(one, week) or _is_back(one, week)
    return week.is_quiet and not told


def _of_week(is_so: Callable[[ClientRow, Week], bool]) -> Callable[[ClientRow], bool]:
    return lambda one: one.week is not None and is_so(one, one.week)


STANDS: dict[CaseloadHeading, Callable[[ClientRow], bool]] = {
    CaseloadHeading.RELAPSE: _of_week(_names_relapse),
    CaseloadHeading.CHOSE_NONE: _of_week(_chose_none),
    CaseloadHeading.QUIET: _of_week(_is_quiet),
    CaseloadHeading.CANNOT_REACH: lambda one: one.cannot_reach is not None,
    CaseloadHeading.PAUSED: lambda one: one.is_paused,
    CaseloadHeading.NOT_ASKED: _of_week(_not_asked),
    CaseloadHeading.NO_TIME: lambda one: one.standing.check_ins is CheckIns.NO_TIME,
    CaseloadHeading.NEW: _of_week(_is_new),
    CaseloadHeading.BACK: _of_week(_is_back),
    CaseloadHeading.DONE: lambda one: one.standing.check_ins is CheckIns.OVER,
    CaseloadHeading.GOOD: is_milestone,
}

AHEAD: Final = timedelta(days=7)  # of sessions and quit dates
VERY_LOW_RUN: Final = 3  # days running, from which on it is one of the counts to look at


class Count(StrEnum):
    """Which count is to be looked at."""

    VERY_LOW = "very_low"  # VERY_LOW_RUN days running
    FELT_LOW = "felt_low"  # the nine questions have a rule for their first
    QUITS = "quits"  # their quit date comes within a week
    MEDICINE = "medicine"  # not checked, and not said beside the quit date already
    WEEK_4 = "week_4"  # how it went after four weeks may be asked, and is not known yet
    RESULT = "result"  # they told how it went, some weeks after the quit date
    TWO_ANSWERS = "two_answers"  # what they told of one try, this time and before, cannot both be so
    LAPSED = "lapsed"  # smoked on days after the quit date, as they told us; no verdict


@dataclass(frozen=True, slots=True)
class CountToReview:
    """One count to look at."""

    client: ClientRow
    count: Count


@dataclass(frozen=True, slots=True)
class RequestToOpen:
    """Somebody asked the practitioner to get in touch, and that was not opened yet.

    `client` is None for somebody who is not theirs: a client of whom they cover for, or one who has left.
    """

    client: ClientRow | None
    waiting: WaitingRequest


@dataclass(frozen=True, slots=True)
class FormerClient:
    """Somebody who left in these days: what they were called, and on which date. Nothing else is shown of them."""

    id: int
    name: str | None
    on: date


@dataclass(frozen=True, slots=True)
class CaseloadSummary:
    """All clients of a practitioner: each who shows a summary stands somewhere; `steady` those who stand nowhere else.

    `under` has those heads that anybody stands under. `not_shared`: joined, no more.
    """

    people: int
    asked: tuple[RequestToOpen, ...]
    sessions: tuple[ClientRow, ...]
    looks: tuple[CountToReview, ...]
    under: Mapping[CaseloadHeading, tuple[ClientRow, ...]]
    steady: tuple[ClientRow, ...]
    not_shared: tuple[ClientRow, ...]
    left: tuple[FormerClient, ...] = ()
    by_name: Mapping[int, ClientRow] = field(default_factory=dict)

    @property
    def named(self) -> frozenset[int]:
        """Whose week stands here by name: who shows a summary, and is not steady."""
        return frozenset(self.by_name)


def caseload_summary(
    clients: Sequence[ClientRow], requests: Iterable[WaitingRequest], now: datetime, left: Sequence[FormerClient] = ()
) -> CaseloadSummary:
    """The clients of one practitioner, in the order given, each where they belong.

    - Asked for you: whoever asked, whatever else they show or whose client they are: they told it themselves.
    - Sessions within seven days, as either of the two entered them; without a summary they stand there without numbers.
    - What is so of somebody stands under a head of its own: a block, a break, a choice, the end of the plan.
      Nobody else is named as quiet, and nobody as "not asked" for whom it was not us.
    - Who was due nothing by their rhythm, and was heard of before, is as steady as who replied.
    """
    by_id = {one.id: one for one in clients}
    shared = [one for one in clients if one.week is not None]
    asked = tuple(RequestToOpen(_theirs(one, by_id), one) for one in requests)
    sessions = tuple(sorted((one for one in clients if _comes(one.session_at, now)), key=_session))
    looks = tuple(CountToReview(one, count) for count in Count for one in shared if _LOOKS[count](one))
    stand = {head: tuple(one for one in shared if is_so(one)) for head, is_so in STANDS.items()}
    under = {head: found for head, found in stand.items() if found}
    named = (*(one.client for one in asked), *sessions, *(one.client for one in looks), *sum(under.values(), ()))
    by_name = {one.id: one for one in named if one is not None and one.week is not None}
    return CaseloadSummary(
        people=len(clients),
        asked=asked,
        sessions=sessions,
        looks=looks,
        under=under,
        steady=tuple(one for one in shared if one.id not in by_name),
        not_shared=tuple(one for one in clients if one.week is None),
        left=tuple(left),
        by_name=by_name,
    )


def _theirs(waiting: WaitingRequest, clients: Mapping[int, ClientRow]) -> ClientRow | None:
    whose = waiting.request.person_id
    return None if whose is None or waiting.request.kept_at is not None else clients.get(whose)


def _comes(at: datetime | None, now: datetime) -> bool:
    return at is not None and now <= at < now + AHEAD


def _session(one: ClientRow) -> tuple[datetime, int]:
    assert one.session_at is not None, "who has a session knows when"
    return one.session_at, one.id


def _runs_low(one: ClientRow) -> bool:
    return one.week is not None and one.week.very_low_run >= VERY_LOW_RUN


def _quits(one: ClientRow) -> bool:
    return one.quit_day is not None and -AHEAD.days <= one.quit_day <= 0


def _felt_low(one: ClientRow) -> bool:
    return one.felt_low is not None


def _unchecked(one: ClientRow) -> bool:
    return one.medicine and (one.same_day or not _quits(one))


def _owes_result(one: ClientRow) -> bool:
    return one.due_by is not None


def _told_result(one: ClientRow) -> bool:
    return one.result_alone is not None


def _contradicts(one: ClientRow) -> bool:
    return one.week is not None and any(two.last_on >= one.week.first for two in one.two_answers)


def _lapsed(one: ClientRow) -> bool:
    return one.lapsed > 0


_LOOKS: dict[Count, Callable[[ClientRow], bool]] = {
    Count.VERY_LOW: _runs_low,
    Count.FELT_LOW: _felt_low,
    Count.QUITS: _quits,
    Count.MEDICINE: _unchecked,
    Count.WEEK_4: _owes_result,
    Count.RESULT: _told_result,
    Count.TWO_ANSWERS: _contradicts,
    Count.LAPSED: _lapsed,
}
