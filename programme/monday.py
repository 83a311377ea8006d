"""A practitioner's week over all their clients: who is to be looked at, by name, and how many are steady.

What is not known is not counted against anybody. Numbers are of those who show a summary; others have joined, and that
is all (FIELD.md 4.7, hazards H12 and H15). No score, no order by risk.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Final

from programme.outcome import Outcome
from programme.request import Waiting
from programme.snap import Stage
from programme.summary import Week

AHEAD: Final = timedelta(days=7)  # of sessions and quit dates
VERY_LOW_RUN: Final = 3  # days running, from which on it is one of the counts to look at
SILENT: Final = 3  # days asked without a reply, from which on somebody is quiet
MILESTONES: Final = (7, 14, 28, 56, 84, 182, 365)  # smoke-free days


@dataclass(frozen=True, slots=True)
class OfClient:
    """What is known of one client now. `week` is None where they do not show it.

    `session_at` is their next session (UTC); `quit_on` the date of the attempt that goes on and `quit_day` which day
    since then it is. Of that attempt: `smoke_free` days told of, 0 if any was a smoked one, and how many of them there
    were a week ago; `lapsed` are its smoked days of these seven. `due_by`: the last day of the window in which its
    four-week result may be taken, while it is open and there is none (FIELD 2.2). `brings` are the client's own words
    for their next session that they chose to show. `medicine`: they take any, or are not sure, and nobody who
    prescribes is known to know; `same_day`: it is one for the team on that very day. `felt_low`: when in these seven
    days they said "very" or more to "depressed" in the nine questions. `stages`: where they were with smoking in these
    days, as often as that changed; `result`: what they said in these days to "have you smoked since day 15?".
    `cannot_reach`: since which date of theirs nothing reaches them.
    """

    id: int
    name: str | None
    week: Week | None = None
    session_at: datetime | None = None
    quit_on: date | None = None
    quit_day: int | None = None
    smoke_free: int = 0
    smoke_free_before: int = 0
    lapsed: int = 0
    is_paused: bool = False
    cannot_reach: date | None = None
    due_by: date | None = None
    brings: tuple[str, ...] = ()
    medicine: bool = False
    same_day: bool = False
    felt_low: date | None = None
    stages: tuple[Stage, ...] = ()
    result: Outcome | None = None

    @property
    def has_moved(self) -> bool:
        """Whether they are elsewhere with smoking than they were at the beginning of these days."""
        return len(self.stages) > 1


class Count(StrEnum):
    """Which count is to be looked at."""

    VERY_LOW = "very_low"  # so many days running
    FELT_LOW = "felt_low"  # the nine questions have a rule for their first
    QUITS = "quits"  # their quit date comes within a week
    MEDICINE = "medicine"  # not checked, and not said beside the quit date already
    WEEK_4 = "week_4"  # how it went after four weeks may be asked, and is not known yet
    RESULT = "result"  # they told how it went, so many weeks after the quit date
    LAPSED = "lapsed"  # smoked on so many days after the quit date, as they told us; no verdict


@dataclass(frozen=True, slots=True)
class Look:
    """One count to look at."""

    client: OfClient
    count: Count


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody asked the practitioner to get in touch, and that was not opened yet.

    `client` is None for somebody who is not theirs: a client of whom they cover for, or one who has left.
    """

    client: OfClient | None
    waiting: Waiting


@dataclass(frozen=True, slots=True)
class Monday:
    """All clients of a practitioner: each who shows a summary stands somewhere; `steady` those who stand nowhere else.

    `not_asked`: nothing that was asked in these days reached them, so nothing is known. `not_shared`: joined, no more.
    """

    people: int
    asked: tuple[Asked, ...]
    sessions: tuple[OfClient, ...]
    looks: tuple[Look, ...]
    quiet: tuple[OfClient, ...]
    paused: tuple[OfClient, ...]
    cannot_reach: tuple[OfClient, ...]
    not_asked: tuple[OfClient, ...]
    good: tuple[OfClient, ...]
    steady: tuple[OfClient, ...]
    not_shared: tuple[OfClient, ...]

    @property
    def named(self) -> frozenset[int]:
        """Whose week stands here by name: who shows a summary, and is not steady."""
        shown = {one.id for one in (*self.sessions, *self.quiet, *self.paused, *self.cannot_reach, *self.not_asked)}
        shown |= {one.client.id for one in self.asked if one.client is not None}
        shown |= {one.client.id for one in self.looks}
        shown |= {one.id for one in self.good}
        return frozenset(shown - {one.id for one in self.not_shared})


def monday(clients: Sequence[OfClient], requests: Iterable[Waiting], now: datetime) -> Monday:
    """The clients of one practitioner, in the order given, each where they belong.

    - Asked for you: whoever asked, whatever else they show or whose client they are: they told it themselves.
    - Sessions within seven days, as either of the two entered them; without a summary they stand there without numbers.
    - Who cannot be reached or pauses is not quiet; nor is anybody for days that we missed.
    """
    by_id = {one.id: one for one in clients}
    shared = [one for one in clients if one.week is not None]
    asked = tuple(Asked(_theirs(one, by_id), one) for one in requests)
    sessions = sorted((one for one in clients if _comes(one.session_at, now)), key=_session)
    looks = tuple(Look(one, count) for count in Count for one in shared if _LOOKS[count](one))
    cannot_reach = tuple(one for one in shared if one.cannot_reach)
    paused = tuple(one for one in shared if one.is_paused and not one.cannot_reach)
    there = [one for one in shared if not one.is_paused and not one.cannot_reach]
    quiet = tuple(one for one in there if _is_quiet(one))
    not_asked = tuple(one for one in there if one not in quiet and _is_unknown(one))
    good = tuple(one for one in shared if is_milestone(one))
    by_name = [*(one.client for one in asked if one.client is not None), *(one.client for one in looks)]
    elsewhere = {one.id for one in (*by_name, *sessions, *quiet, *not_asked, *good)}
    return Monday(
        people=len(clients),
        asked=asked,
        sessions=tuple(sessions),
        looks=looks,
        quiet=quiet,
        paused=paused,
        cannot_reach=cannot_reach,
        not_asked=not_asked,
        good=good,
        steady=tuple(one for one in there if one.id not in elsewhere),
        not_shared=tuple(one for one in clients if one.week is None),
    )


def _theirs(waiting: Waiting, clients: Mapping[int, OfClient]) -> OfClient | None:
    whose = waiting.request.person_id
    return None if whose is None or waiting.request.kept_at is not None else clients.get(whose)


def is_milestone(one: OfClient) -> bool:
    """Whether a round number of smoke-free days came within these seven days, and no smoking was told of."""
    return any(one.smoke_free_before < day <= one.smoke_free for day in MILESTONES)


def _comes(at: datetime | None, now: datetime) -> bool:
    return at is not None and now <= at < now + AHEAD


def _session(one: OfClient) -> tuple[datetime, int]:
    assert one.session_at is not None, "who has a session knows when"
    return one.session_at, one.id


def _runs_low(one: OfClient) -> bool:
    return one.week is not None and one.week.very_low_run >= VERY_LOW_RUN


def _quits(one: OfClient) -> bool:
    return one.quit_day is not None and -AHEAD.days <= one.quit_day <= 0


def _felt_low(one: OfClient) -> bool:
    return one.felt_low is not None


def _unchecked(one: OfClient) -> bool:
    return one.medicine and (one.same_day or not _quits(one))


def _owes_result(one: OfClient) -> bool:
    return one.due_by is not None


def _told_result(one: OfClient) -> bool:
    return one.result is not None


def _lapsed(one: OfClient) -> bool:
    return one.lapsed > 0


_LOOKS: dict[Count, Callable[[OfClient], bool]] = {
    Count.VERY_LOW: _runs_low,
    Count.FELT_LOW: _felt_low,
    Count.QUITS: _quits,
    Count.MEDICINE: _unchecked,
    Count.WEEK_4: _owes_result,
    Count.RESULT: _told_result,
    Count.LAPSED: _lapsed,
}


def _is_quiet(one: OfClient) -> bool:
    week = one.week
    return week is not None and week.silent > 0 and (week.silent >= SILENT or _heard_nothing(week))


def _is_unknown(one: OfClient) -> bool:
    return one.week is not None and _heard_nothing(one.week)


def _heard_nothing(week: Week) -> bool:
    return not week.replied and week.is_quiet
