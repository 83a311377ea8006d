"""A practitioner's Monday: golden cases of who stands where, and who is a number."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from programme.check_in.counts import Share
from programme.practice.caseload import CaseloadHeading, Count, FormerClient, caseload_summary
from programme.practice.client import CheckIns, ClientRow, ClientStanding, RelapseStanding
from programme.practice.requests import Request, WaitingRequest
from programme.practice.week import Week
from programme.quitting.follow_ups import OutcomeAnswer, TwoAnswers, two_answers
from tests.rows import each_row

NOW = datetime(2026, 3, 9, 8, 0, tzinfo=UTC)  # a Monday
GOOD_WEEK = Week(
    first=date(2026, 3, 2), last=date(2026, 3, 8), asked=7, replied=6, late=0, missed_by_us=0, cannot_reach=0,
    smoked=Share(0, 6), urge_first=3, urge_last=2, low=Share(0, 6), low_before=Share(0, 7), very_low=0, hard_days=0,
    moments=(), helped=(), words=(), last_reply=date(2026, 3, 8), joined=date(2026, 1, 5),
    silent=1,
)  # fmt: skip
SINCE = date(2026, 3, 2)
SILENT_WEEK = replace(GOOD_WEEK, replied=0, last_reply=None, silent=7, smoked=Share(0, 0))
UNKNOWN_WEEK = replace(SILENT_WEEK, asked=0, silent=0, missed_by_us=7)
STEADY = ClientRow(1, "Sam", GOOD_WEEK)
SECTIONS = ("sessions", "steady", "not_shared")


def where(one: ClientRow, requests: tuple[WaitingRequest, ...] = ()) -> set[str]:
    """The names of the sections in which that client stands, counts by their own name."""
    seen = caseload_summary([one], requests, NOW)
    found = {name for name in SECTIONS if one in getattr(seen, name)}
    by_head = [head.value for head, those in seen.under.items() for each in those if each is one]
    assert len(by_head) == len(set(by_head)), "nobody stands twice under one head"
    return found | {*by_head} | {look.count.value for look in seen.looks} | {"asked" for _ in seen.asked}


def during(**fields: Any) -> ClientRow:
    """A steady client, but for these fields of their week."""
    return replace(STEADY, week=replace(GOOD_WEEK, **fields))


def standing(one: ClientRow, check_ins: CheckIns = CheckIns.ON, **fields: Any) -> ClientRow:
    """The same, standing so with their check-ins."""
    return replace(one, standing=ClientStanding(check_ins, **fields))


def unasked(**fields: Any) -> ClientRow:
    """Somebody of whom nothing is known, but for these fields of their week."""
    return replace(STEADY, week=replace(SILENT_WEEK, asked=0, silent=0, **fields))


UNASKED = unasked()
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
    "paused and cannot be reached": (replace(STEADY, is_paused=True, cannot_reach=SINCE), {"cannot_reach", "paused"}),
    "very low before a pause": (replace(during(very_low_run=3), is_paused=True), {"paused", "very_low"}),
    "does not show a summary": (ClientRow(1, "Sam"), {"not_shared"}),
    "not shown, with a session": (ClientRow(1, "Sam", session_at=NOW), {"not_shared", "sessions"}),
    "a session today": (replace(STEADY, session_at=NOW + timedelta(hours=3)), {"sessions"}),
    "a session in a week to the minute": (replace(STEADY, session_at=NOW + timedelta(days=7)), {"steady"}),
    "a session that is over": (replace(STEADY, session_at=NOW - timedelta(minutes=1)), {"steady"}),
    "quits in a week": (replace(STEADY, quit_on=date(2026, 3, 16), quit_day=-7), {"quits"}),
    "quits today": (replace(STEADY, quit_on=date(2026, 3, 9), quit_day=0), {"quits"}),
    "quits in eight days": (replace(STEADY, quit_on=date(2026, 3, 17), quit_day=-8), {"steady"}),
    "a lapse": (replace(STEADY, quit_day=6, lapsed=1), {"lapsed"}),
    "still smoking before the quit date": (during(smoked=Share(6, 6)), {"steady"}),
    "left out by our own rules alone": (unasked(held_back=2), {"not_asked"}),
    "not asked, and chose none": (standing(UNASKED, CheckIns.CHOSE_NONE), {"chose_none"}),
    "not asked by us, and chose none since": (
        standing(unasked(missed_by_us=2), CheckIns.CHOSE_NONE, since=SINCE), {"chose_none"}),
    "silent until they chose none": (standing(replace(STEADY, week=SILENT_WEEK), CheckIns.CHOSE_NONE), {"chose_none"}),
    "six months done": (standing(UNASKED, CheckIns.OVER, since=SINCE), {"done"}),
    "six months done, and writes by themselves": (standing(STEADY, CheckIns.OVER, since=SINCE), {"done"}),
    "has picked no time": (standing(UNASKED, CheckIns.NO_TIME), {"no_time"}),
    "asked once a fortnight, heard of last week": (standing(UNASKED, last_heard=date(2026, 2, 27)), {"steady"}),
    "asked once a month, heard of before that": (standing(UNASKED, last_heard=date(2026, 1, 20)), {"quiet"}),
    "seldom asked, and never heard of": (UNASKED, {"quiet"}),
    "joined on Sunday": (unasked(joined=date(2026, 3, 8)), {"new"}),
    "back from a break": (unasked(paused=7), {"back"}),
    "back from a block": (unasked(cannot_reach=7), {"back"}),
    "check-ins on again since Sunday": (standing(UNASKED, on_since=date(2026, 3, 8)), {"back"}),
    "a relapse told on Sunday, and no more check-ins": (
        standing(UNASKED, CheckIns.CHOSE_NONE, relapse=RelapseStanding(date(2026, 3, 8))), {"chose_none"}),
    "a relapse told on Sunday, and cutting down": (
        standing(STEADY, relapse=RelapseStanding(date(2026, 3, 8))), {"relapse"}),
    "a relapse told on Sunday, and keeps going": (
        standing(STEADY, relapse=RelapseStanding(date(2026, 3, 8), keeps_going=True)), {"relapse"}),
    "a relapse told on Sunday, and cannot be reached": (
        standing(replace(STEADY, cannot_reach=SINCE), relapse=RelapseStanding(date(2026, 3, 8))),
        {"relapse", "cannot_reach"}),
    "a relapse told this morning": (standing(STEADY, relapse=RelapseStanding(date(2026, 3, 9))), {"relapse"}),
    "a relapse told weeks ago, and check-ins come": (standing(STEADY, relapse=RelapseStanding(date(2026, 2, 1))),
    {"steady"}),
    "28 days came": (replace(STEADY, quit_day=29, smoke_free=28, smoke_free_before=21), {"good"}),
    "28 days came long ago": (replace(STEADY, quit_day=40, smoke_free=30, smoke_free_before=28), {"steady"}),
}  # fmt: skip


@each_row(("one", "stands"), CASES.values(), ids=CASES)
def test_where_a_client_stands(one: ClientRow, stands: set[str]) -> None:
    """Each client stands where they belong, and nowhere else."""
    assert where(one) == stands


def test_who_asked_stands_first_whatever_they_show() -> None:
    """A request that was not opened is there whatever they show, and takes them out of the steady."""
    request = WaitingRequest(Request(4, 1, 2, NOW - timedelta(hours=11), None), "Sam")
    assert where(STEADY, (request,)) == {"asked"}
    assert where(ClientRow(1, "Sam"), (request,)) == {"asked", "not_shared"}
    [asked] = caseload_summary([ClientRow(5, "Kit")], (request,), NOW).asked
    assert (asked.client, asked.waiting) == (None, request)


def test_sessions_come_in_order() -> None:
    """The next one first, whoever joined first."""
    later, soon = (replace(STEADY, id=one, session_at=NOW + timedelta(days=3 - one)) for one in (1, 2))
    assert caseload_summary([later, soon], (), NOW).sessions == (soon, later)


def test_counts_come_by_what_they_are() -> None:
    """Very low runs before quit dates before medicines before results that are due, or told, before lapses."""
    told = OutcomeAnswer(3, 28, NOW, 0, 0, "0", NOW.date(), NOW.date())
    both = (TwoAnswers(WEEK_12, replace(WEEK_26, told_on=NOW.date())),)
    several = replace(during(very_low_run=4), quit_day=30, lapsed=2, due_by=NOW.date(), result=told, two_answers=both)
    several = replace(several, felt_low=NOW.date(), medicine=True)
    assert [
        look.count for look in caseload_summary([replace(STEADY, id=2, quit_day=-1), several], (), NOW).looks
    ] == list(Count)
    assert where(several) == {"very_low", "felt_low", "medicine", "week_4", "result", "two_answers", "lapsed"}


WEEK_12 = OutcomeAnswer(3, 84, NOW, 1, 5, "1-5", date(2026, 3, 9), date(2026, 3, 9))
WEEK_26 = OutcomeAnswer(3, 182, NOW, 0, 0, "0", date(2026, 6, 15), date(2026, 6, 15))
TOLD = OutcomeAnswer(3, 28, NOW, 0, 0, "0", date(2026, 1, 12), date(2026, 1, 12))
HEARD = OutcomeAnswer(3, 28, NOW, 1, 5, "1-5", date(2026, 1, 15), date(2026, 1, 12), entered_by=5)


@each_row(("told", "both"), [
    ([WEEK_26, WEEK_12], (TwoAnswers(WEEK_12, WEEK_26),)),
    ([WEEK_12, replace(WEEK_26, smoked_from=6, smoked_to=None, answer="6")], ()),
    ([HEARD, TOLD], (TwoAnswers(HEARD, TOLD),)),
    ([replace(HEARD, last_on=date(2026, 1, 13)), replace(TOLD, last_on=date(2026, 1, 12))], ()),
    ([replace(WEEK_12, smoked_from=None, smoked_to=None, answer="not_said"), WEEK_26], ()),
    ([WEEK_12], ()),
])  # fmt: skip
def test_two_answers_that_cannot_both_be(told: list[OutcomeAnswer], both: tuple[TwoAnswers, ...]) -> None:
    """Week 12 "1 to 5" and week 26 "none since then": both, with their dates; more later on is no contradiction."""
    assert two_answers(told) == both


def test_whose_week_stands_by_name() -> None:
    """Neither the steady, who are a number, nor who shows nothing."""
    quiet, hidden = replace(STEADY, id=2, week=SILENT_WEEK), ClientRow(3, "Kit", session_at=NOW)
    assert caseload_summary([STEADY, quiet, hidden], (), NOW).named == {2}
    assert caseload_summary([STEADY, quiet, hidden], (), NOW).people == 3


def test_who_left_is_a_name_and_a_date() -> None:
    """They stand there, and are none of the people."""
    gone = FormerClient(9, "Sam", SINCE)
    seen = caseload_summary([STEADY], (), NOW, [gone])
    assert (seen.left, seen.people, seen.named) == ((gone,), 1, frozenset())


DAYS = st.sampled_from([date(2025, 12, 1), date(2026, 2, 20), date(2026, 3, 3), date(2026, 3, 8)])
FEW = st.sampled_from([0, 0, 2, 7])
WEEKS = st.builds(
    replace, st.just(GOOD_WEEK), asked=FEW, replied=FEW, missed_by_us=FEW, cannot_reach=FEW, paused=FEW, held_back=FEW,
    silent=FEW, last_reply=st.none() | DAYS, joined=DAYS, very_low_run=st.sampled_from([0, 4]),
)  # fmt: skip
STANDINGS = st.builds(
    ClientStanding, st.sampled_from(CheckIns), since=st.none() | DAYS, on_since=st.none() | DAYS,
    last_heard=st.none() | DAYS,
    relapse=st.none() | st.builds(RelapseStanding, DAYS, st.booleans(), st.none() | DAYS),
)  # fmt: skip
CLIENTS = st.builds(
    ClientRow, st.integers(1, 9), st.just("Sam"), st.none() | WEEKS, is_paused=st.booleans(),
    cannot_reach=st.none() | DAYS, lapsed=FEW, standing=STANDINGS, session_at=st.none() | st.just(NOW),
)  # fmt: skip


@given(st.lists(CLIENTS, max_size=5, unique_by=lambda one: one.id), st.booleans())
def test_everybody_stands_where_it_is_true(clients: list[ClientRow], asks: bool) -> None:
    """Whatever is so at once: each who shows a summary stands somewhere, under each head once, with its lines true."""
    requests = [WaitingRequest(Request(4, clients[0].id, 2, NOW, None), "Sam")] if asks and clients else []
    seen = caseload_summary(clients, requests, NOW)
    for one in clients:
        heads = {head for head, those in seen.under.items() if one in those}
        assert all(those.count(one) < 2 for those in seen.under.values())
        if one.week is None:
            assert not heads
            assert one not in seen.steady
            continue
        assert (one in seen.steady) is (one.id not in seen.named)
        _lines_are_true(one, one.week, heads)


def _lines_are_true(one: ClientRow, week: Week, heads: set[CaseloadHeading]) -> None:
    """Said by what is known of them, and not by the rules that put them there."""
    state, told = one.standing.check_ins, one.standing.relapse
    assert (CaseloadHeading.CANNOT_REACH in heads) is (one.cannot_reach is not None)
    assert (CaseloadHeading.PAUSED in heads) is one.is_paused
    assert (CaseloadHeading.CHOSE_NONE in heads) is (state is CheckIns.CHOSE_NONE)
    assert (CaseloadHeading.DONE in heads) is (state is CheckIns.OVER)
    assert (CaseloadHeading.NO_TIME in heads) is (state is CheckIns.NO_TIME)
    if told is not None and told.on >= week.first:
        assert heads & {CaseloadHeading.RELAPSE, CaseloadHeading.CHOSE_NONE}, "a relapse of these days is never hidden"
    about_silence = heads & {
        CaseloadHeading.QUIET,
        CaseloadHeading.NOT_ASKED,
        CaseloadHeading.NEW,
        CaseloadHeading.BACK,
    }
    assert len(about_silence) <= 1
    if about_silence:
        assert (state, one.is_paused, one.cannot_reach) == (CheckIns.ON, False, None)
    if CaseloadHeading.NOT_ASKED in heads:
        assert week.missed_by_us or week.held_back
    if heads & {CaseloadHeading.NOT_ASKED, CaseloadHeading.NEW, CaseloadHeading.BACK}:
        assert (week.silent, week.is_quiet) == (0, True)
