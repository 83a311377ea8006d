"""Golden cases of a practitioner's Monday and of a client's page: everything that may stand there, and hard names."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.practice.summary import SummaryFacts
from bot.practice.weekly import WeeklyFacts
from bot.schedule.why import WhyFacts
from programme.check_in.answers import HardMoment
from programme.check_in.counts import Helped, Share
from programme.planning.goals import Barrier, grouped
from programme.practice.caseload import FormerClient, caseload_summary
from programme.practice.client import CheckIns, ClientRow, ClientStanding, RelapseStanding
from programme.practice.requests import Request, RequestTopic, WaitingRequest
from programme.practice.week import SharedWords, SoFar, Week
from programme.quitting.follow_ups import OutcomeAnswer, TwoAnswers
from programme.quitting.lapses import Stage
from programme.schedule.prompt import Prompt, PromptState
from tests.screens.cases.patterns import GOES

NOW = datetime(2026, 3, 11, 8, 0, tzinfo=UTC)
LONDON = "Europe/London"
TOMORROW = NOW + timedelta(days=1)
NASTY = '<b>"Sam" & co</b>'
LONG = "I walked to the shop and back, " * 30
REQUEST = Request(4, 7, 2, NOW - timedelta(hours=22), None)
PROMPT = Prompt(
    id=12, plan_id=3, person_id=7, kind="summary", local_date=NOW.date(), slot="08:00", due_at=NOW, opened_at=NOW,
    closes_at=NOW + timedelta(hours=3), next_at=None, next_step=None, state=PromptState.OPEN, reason=None,
    reminded_at=None, seen_at=None, answered_at=None, closed_at=None, late=False, plan_version=1,
    decision={"asked_for": "08:00"},
)  # fmt: skip
WEEK = Week(
    first=date(2026, 3, 4), last=date(2026, 3, 10), asked=7, replied=6, late=1, missed_by_us=1, cannot_reach=0,
    smoked=Share(1, 6), urge_first=4, urge_last=2, low=Share(4, 6), low_before=Share(1, 7), very_low=1, hard_days=1,
    moments=((HardMoment.STRESS, 3),), helped=(Helped("A walk", Share(3, 4)),),
    words=(SharedWords(date(2026, 3, 9), "Nights are the problem."),), last_reply=date(2026, 3, 10),
    joined=date(2026, 2, 2),
)  # fmt: skip
QUIET = replace(
    WEEK, asked=2, replied=0, missed_by_us=0, cannot_reach=1, smoked=Share(0, 0), urge_first=None, urge_last=None,
    low=Share(0, 0), low_before=Share(0, 0), very_low=0, hard_days=0, moments=(), helped=(), words=(),
    last_reply=None,
)  # fmt: skip
FREE = ClientStanding(last_heard=date(2026, 3, 10), next_on=date(2026, 3, 11))
SAM = ClientRow(7, "Sam", WEEK, standing=FREE)
DAY = date(2026, 3, 8)
FEW = OutcomeAnswer(3, 84, NOW, 1, 5, "1-5", date(2025, 12, 1), date(2025, 12, 1))
NONE = OutcomeAnswer(3, 182, NOW, 0, 0, "0", DAY, DAY)


def monday_cases() -> Iterator[tuple[str, str, Any]]:
    """What the case is called, the screen's name, and its facts."""
    yield from _pages()
    yield from _standings()
    yield from _weekly()


def page(client: ClientRow, **fields: Any) -> SummaryFacts:
    """That client's page."""
    return SummaryFacts(client, LONDON, NOW, **fields)


def _pages() -> Iterator[tuple[str, str, Any]]:
    yield "full", "summary", page(SAM)
    told = OutcomeAnswer(3, 28, NOW, 1, 5, "1-5", NOW.date(), NOW.date())
    moved = replace(SAM, stages=(Stage.PLANNING, Stage.ATTEMPTING, Stage.PLANNING), result=told)
    yield "moved, and told how it went", "summary", page(moved)
    yield "with a session", "summary", page(replace(SAM, session_at=TOMORROW), read=True)
    yield "not shared, with a session", "summary", page(ClientRow(7, NASTY, session_at=TOMORROW))
    yield "with how it goes round", "summary", page(SAM, cycle=(GOES, NOW))
    yield "not shared, but how it goes round", "summary", page(ClientRow(7, "Sam"), cycle=(GOES, NOW))
    yield "with a safety plan", "summary", page(SAM, safety=True)
    yield "not shared, with a safety plan", "summary", page(ClientRow(7, "Sam"), safety=True)
    ways = grouped([*Barrier, Barrier.AT_HAND])
    yield "what got in the way", "summary", page(replace(SAM, week=replace(WEEK, barriers=ways)))
    yield "parked, no session yet", "summary", page(replace(SAM, brings=("Nights are the problem.",)))
    yield "not shared", "summary", page(ClientRow(7, "Sam"))
    yield "closed", "summary", SummaryFacts(None, LONDON, NOW)
    asked = WaitingRequest(replace(REQUEST, about=RequestTopic.SIDE_EFFECTS), "Sam", "S.P.")
    yield "asked about something", "summary", page(SAM, asked=(asked,))
    yield "not shared, and asked", "summary", page(ClientRow(7, "Sam"), asked=(asked, asked))
    trying = replace(SAM, quit_on=date(2026, 3, 1), quit_day=10, told_free=6)
    so_far = SoFar(replied=True, smoked=True, very_low=True)
    yield "today so far", "summary", page(replace(trying, week=replace(WEEK, so_far=so_far, urges_told=1)))
    both = (TwoAnswers(FEW, NONE),)
    yield "two answers", "summary", page(replace(trying, two_answers=both))
    yield "quits soon", "summary", page(replace(SAM, quit_on=date(2026, 3, 15), quit_day=-4))


def _standings() -> Iterator[tuple[str, str, Any]]:
    silent = ClientRow(7, NASTY, replace(QUIET, cannot_reach=0, silent=2))
    yield "quiet", "summary", page(silent)
    yield "quiet, new", "summary", page(replace(silent, week=replace(silent.week or WEEK, joined=date(2026, 3, 9))))
    yield "quiet since", "summary", page(replace(silent, standing=ClientStanding(last_heard=date(2026, 1, 30))))
    week = replace(QUIET, asked=0, cannot_reach=0)
    nothing = replace(SAM, week=week)
    yield "nothing reaches them", "summary", page(replace(SAM, week=QUIET, cannot_reach=date(2026, 3, 2)))
    until = replace(FREE, paused_until=TOMORROW.date())
    yield "paused", "summary", page(replace(nothing, is_paused=True, standing=until))
    yield "paused, no end", "summary", page(replace(nothing, is_paused=True))
    yield "not due", "summary", page(nothing)
    yield (
        "not asked by us",
        "summary",
        page(replace(nothing, week=replace(week, missed_by_us=5))),
    )
    yield "after a break", "summary", page(replace(nothing, week=replace(week, paused=5)))
    for what, standing in {
        "back to smoking": ClientStanding(CheckIns.CHOSE_NONE, since=DAY, relapse=RelapseStanding(DAY)),
        "back to smoking, new date has come": ClientStanding(relapse=RelapseStanding(DAY, again_on=DAY)),
        "back to smoking, keeps going": ClientStanding(relapse=RelapseStanding(DAY, keeps_going=True)),
        "chose none": ClientStanding(CheckIns.CHOSE_NONE),
        "no time": ClientStanding(CheckIns.NO_TIME),
        "six months done": ClientStanding(CheckIns.OVER, since=DAY, last_heard=DAY),
    }.items():
        yield what, "summary", page(replace(nothing, standing=standing))


def _weekly() -> Iterator[tuple[str, str, Any]]:
    why = WhyFacts(PROMPT)
    steady = replace(WEEK, silent=0, very_low=0)
    clients = [
        ClientRow(7, "Sam", WEEK, TOMORROW, date(2026, 3, 4), 6, lapsed=1),
        ClientRow(8, "T.O.", replace(steady, very_low_run=3)),
        ClientRow(9, NASTY, steady, quit_on=date(2026, 3, 12), quit_day=-2),
        ClientRow(10, "J.S.", replace(QUIET, silent=9)),
        ClientRow(11, "P.L.", replace(QUIET, silent=5)),
        ClientRow(12, "R.V.", steady, is_paused=True),
        ClientRow(13, "D.H.", QUIET, cannot_reach=date(2026, 3, 2)),
        ClientRow(14, None, replace(QUIET, asked=0, cannot_reach=0)),
        ClientRow(15, "L.F.", steady, quit_on=date(2026, 2, 9), quit_day=29, smoke_free=28, smoke_free_before=21),
        ClientRow(16, "K.K.", session_at=TOMORROW + timedelta(days=1)),
        *(ClientRow(20 + n, f"Steady {n}", steady) for n in range(30)),
    ]
    whole = WeeklyFacts(NOW, LONDON, caseload_summary(clients, (WaitingRequest(REQUEST, "Sam", "S.P."),), NOW), why)
    yield "all of it", "weekly", whole
    taking = [
        ClientRow(7, "M.B.", steady, quit_on=date(2026, 3, 12), quit_day=-2, medicine=True),
        ClientRow(8, "C.W.", steady, medicine=True, same_day=True),
        ClientRow(9, "T.O.", steady, medicine=True, felt_low=date(2026, 3, 9)),
    ]
    about = (WaitingRequest(replace(REQUEST, person_id=8, about=RequestTopic.CLOZAPINE), "C.W."),)
    yield "medicines, and very low", "weekly", replace(whole, summary=caseload_summary(taking, about, NOW))
    yield "read", "weekly", replace(whole, read=True)
    yield "why", "weekly", replace(whole, view="why")
    yield "steady", "weekly", replace(whole, view="steady")
    yield "steady, last page, read", "weekly", replace(whole, view="steady", page=9, read=True)
    told = replace(clients[-1], result=OutcomeAnswer(3, 84, NOW, 0, 0, "0", NOW.date(), NOW.date()))
    yield "told how it went", "weekly", replace(whole, summary=caseload_summary([told], (), NOW))
    yield "nobody", "weekly", replace(whole, summary=caseload_summary([], (), NOW))
    yield "a quiet week", "weekly", replace(whole, summary=caseload_summary(clients[-3:], (), NOW))
    long = [
        ClientRow(n, NASTY + LONG[:26], replace(WEEK, very_low_run=3), TOMORROW, date(2026, 3, 1), 9, lapsed=4)
        for n in range(40)
    ]
    asked = [WaitingRequest(replace(REQUEST, person_id=n), NASTY, "J.S.") for n in range(40)]
    yield "forty with much to see", "weekly", replace(whole, summary=caseload_summary(long, asked, NOW))
    yield (
        "forty with much to see, last page",
        "weekly",
        replace(whole, summary=caseload_summary(long, asked, NOW), page=99),
    )
    yield (
        "each head",
        "weekly",
        replace(whole, summary=caseload_summary(list(_each_head()), (), NOW, (FormerClient(40, "Jo", DAY),))),
    )


def _each_head() -> Iterator[ClientRow]:
    """Somebody under each head, and two of one name."""
    nothing = replace(QUIET, asked=0, cannot_reach=0)
    for number, (name, standing) in enumerate({
        "Sam (S.P.)": ClientStanding(CheckIns.CHOSE_NONE, since=DAY, relapse=RelapseStanding(DAY)),
        "Sam (12)": ClientStanding(CheckIns.CHOSE_NONE, since=DAY),
        "Ada": ClientStanding(relapse=RelapseStanding(DAY), last_heard=DAY),
        "Ben": ClientStanding(relapse=RelapseStanding(DAY, keeps_going=True), last_heard=DAY),
        "Cal": ClientStanding(relapse=RelapseStanding(DAY, again_on=date(2026, 3, 15)), last_heard=DAY),
        "Dee": ClientStanding(last_heard=date(2026, 1, 2)),
        "Eve": ClientStanding(CheckIns.NO_TIME),
        "Flo": ClientStanding(CheckIns.OVER, since=DAY),
        "Gus": ClientStanding(on_since=DAY, last_heard=date(2025, 12, 1)),
    }.items()):  # fmt: skip
        yield ClientRow(50 + number, name, nothing, standing=standing)
    yield ClientRow(70, "Hal", replace(nothing, joined=DAY))
    both = (TwoAnswers(FEW, NONE),)
    yield ClientRow(77, "Oli", WEEK, two_answers=both)
    yield ClientRow(71, "Ian", replace(nothing, paused=4))
    yield ClientRow(72, "Jan", replace(nothing, cannot_reach=4))
    yield ClientRow(73, "Kay", replace(nothing, missed_by_us=4))
    yield ClientRow(74, "Lou", nothing, is_paused=True, standing=ClientStanding(paused_until=TOMORROW.date()))
    yield ClientRow(75, "Mia", nothing, is_paused=True, cannot_reach=DAY)
    yield ClientRow(
        76, "Ned", nothing, standing=ClientStanding(last_heard=date(2026, 2, 27), next_on=date(2026, 3, 13))
    )
