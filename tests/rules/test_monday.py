"""A practitioner's Monday: golden cases of who stands where, and who is a number."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from programme.counts import Share
from programme.monday import Count, OfClient, monday
from programme.outcome import Outcome
from programme.request import Request, Waiting
from programme.summary import Week

NOW = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)  # a Monday
GOOD_WEEK = Week(
    first=date(2026, 3, 3), last=date(2026, 3, 9), asked=7, replied=6, late=0, missed_by_us=0, cannot_reach=0,
    smoked=Share(0, 6), urge_first=3, urge_last=2, low=Share(0, 6), low_before=Share(0, 7), very_low=0, hard_days=0,
    moments=(), helped=(), words=(), last_reply=date(2026, 3, 8), joined=date(2026, 1, 5),
    silent=1,
)  # fmt: skip
SINCE = date(2026, 3, 2)
SILENT_WEEK = replace(GOOD_WEEK, replied=0, last_reply=None, silent=7, smoked=Share(0, 0))
UNKNOWN_WEEK = replace(SILENT_WEEK, asked=0, silent=0, missed_by_us=7)
STEADY = OfClient(1, "Sam", GOOD_WEEK)
SECTIONS = ("sessions", "quiet", "paused", "cannot_reach", "not_asked", "good", "steady", "not_shared")


def where(one: OfClient, requests: tuple[Waiting, ...] = ()) -> set[str]:
    """The names of the sections in which that client stands, counts by their own name."""
    seen = monday([one], requests, NOW)
    found = {name for name in SECTIONS if one in getattr(seen, name)}
    return found | {look.count.value for look in seen.looks} | {"asked" for _ in seen.asked}


def during(**fields: Any) -> OfClient:
    """A steady client, but for these fields of their week."""
    return replace(STEADY, week=replace(GOOD_WEEK, **fields))


CASES = {
    "nothing to look at": (STEADY, {"steady"}),
    "low, not very low": (during(low=Share(6, 6)), {"steady"}),
    "very low twice running": (during(very_low_run=2), {"steady"}),
    "very low three days running": (during(very_low_run=3), {"very_low"}),
    "two silent days after a good week": (during(silent=2), {"steady"}),
    "three silent days": (during(silent=3), {"quiet"}),
    "one silent day and never a reply": (during(replied=0, last_reply=None, silent=1), {"quiet"}),
    "silent all week": (replace(STEADY, week=SILENT_WEEK), {"quiet"}),
    "all missed by us": (replace(STEADY, week=UNKNOWN_WEEK), {"not_asked"}),
    "silent and cannot be reached": (replace(STEADY, week=SILENT_WEEK, cannot_reach=SINCE), {"cannot_reach"}),
    "silent in a pause": (replace(STEADY, week=SILENT_WEEK, is_paused=True), {"paused"}),
    "paused and cannot be reached": (replace(STEADY, is_paused=True, cannot_reach=SINCE), {"cannot_reach"}),
    "very low before a pause": (replace(during(very_low_run=3), is_paused=True), {"paused", "very_low"}),
    "does not show a summary": (OfClient(1, "Sam"), {"not_shared"}),
    "not shown, with a session": (OfClient(1, "Sam", session_at=NOW), {"not_shared", "sessions"}),
    "a session today": (replace(STEADY, session_at=NOW + timedelta(hours=3)), {"sessions"}),
    "a session in a week to the minute": (replace(STEADY, session_at=NOW + timedelta(days=7)), {"steady"}),
    "a session that is over": (replace(STEADY, session_at=NOW - timedelta(minutes=1)), {"steady"}),
    "quits in a week": (replace(STEADY, quit_on=date(2026, 3, 16), quit_day=-7), {"quits"}),
    "quits today": (replace(STEADY, quit_on=date(2026, 3, 9), quit_day=0), {"quits"}),
    "quits in eight days": (replace(STEADY, quit_on=date(2026, 3, 17), quit_day=-8), {"steady"}),
    "a lapse": (replace(STEADY, quit_day=6, lapsed=1), {"lapsed"}),
    "still smoking before the quit date": (during(smoked=Share(6, 6)), {"steady"}),
    "28 days came": (replace(STEADY, quit_day=29, smoke_free=28, smoke_free_before=21), {"good"}),
    "28 days came long ago": (replace(STEADY, quit_day=40, smoke_free=30, smoke_free_before=28), {"steady"}),
}  # fmt: skip


@pytest.mark.parametrize(("one", "stands"), CASES.values(), ids=CASES)
def test_where_a_client_stands(one: OfClient, stands: set[str]) -> None:
    """Each client stands where they belong, and nowhere else."""
    assert where(one) == stands


def test_who_asked_stands_first_whatever_they_show() -> None:
    """A request that was not opened is there whatever they show, and takes them out of the steady."""
    request = Waiting(Request(4, 1, 2, NOW - timedelta(hours=11), None), "Sam")
    assert where(STEADY, (request,)) == {"asked"}
    assert where(OfClient(1, "Sam"), (request,)) == {"asked", "not_shared"}
    [asked] = monday([OfClient(5, "Kit")], (request,), NOW).asked
    assert (asked.client, asked.waiting) == (None, request)


def test_sessions_come_in_order() -> None:
    """The next one first, whoever joined first."""
    later, soon = (replace(STEADY, id=one, session_at=NOW + timedelta(days=3 - one)) for one in (1, 2))
    assert monday([later, soon], (), NOW).sessions == (soon, later)


def test_counts_come_by_what_they_are() -> None:
    """Very low runs before quit dates before medicines before results that are due, or told, before lapses."""
    told = Outcome(3, 28, NOW, 0, 0, "0", NOW.date(), NOW.date())
    several = replace(during(very_low_run=4), quit_day=30, lapsed=2, due_by=NOW.date(), result=told)
    several = replace(several, felt_low=NOW.date(), medicine=True)
    assert [look.count for look in monday([replace(STEADY, id=2, quit_day=-1), several], (), NOW).looks] == list(Count)
    assert where(several) == {"very_low", "felt_low", "medicine", "week_4", "result", "lapsed"}


def test_whose_week_stands_by_name() -> None:
    """Neither the steady, who are a number, nor who shows nothing."""
    quiet, hidden = replace(STEADY, id=2, week=SILENT_WEEK), OfClient(3, "Kit", session_at=NOW)
    assert monday([STEADY, quiet, hidden], (), NOW).named == {2}
    assert monday([STEADY, quiet, hidden], (), NOW).people == 3
