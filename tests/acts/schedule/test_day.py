"""What the rest of a day makes of what is due: one cap, one question, nothing twice, less for who is silent."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any

import pytest
from sqlalchemy import update

from care.check_in.answers import answer, finish
from care.delivery.check_before_send import cannot_reach, check_before_send, reachable_again
from care.delivery.say import NotYet, Unwanted, Wanted
from care.schedule.course import set_check_in_time, set_level, set_morning, set_own_plan, set_risk, set_window
from care.schedule.due import PromptsAdvanced
from care.schedule.plans import set_plan
from db import quitting
from db.delivery import screens
from db.people import accounts
from db.schedule import plans
from db.tables import people as people_table
from db.tables import prompts as prompts_table
from db.tx import Tx
from programme.check_in.answers import Question
from programme.people.person import Person
from programme.schedule.course import Form, Level
from programme.schedule.kinds import rule_of
from programme.schedule.plan import CHECK_IN, HELLO, OUTCOME, QUIT_DAY, SESSION_AFTER, SESSION_BEFORE, TIMING
from programme.schedule.prompt import PromptState
from programme.schedule.reason_code import ReasonCode
from tests.acts.town import LONDON, Town, utc

S = PromptState
JOINED = "2026-11-10T12:00"


async def quits(town: Town, person: Person, on: str) -> None:
    """That quit date, with the course anchored on it; nothing is promised for its morning."""
    day = date.fromisoformat(on)
    await town.do(lambda tx: quitting.add_attempt(tx, person.id, day), JOINED)
    (plan,) = [one for one in await town.ask(plans.of_person, person.id) if one.kind == CHECK_IN]
    assert plan.rule.course is not None
    rule = replace(plan.rule, course=replace(plan.rule.course, quit_on=day))
    await town.do(set_plan, JOINED, person.id, CHECK_IN, rule, plan.zone)


async def promise(
    town: Town, person: Person, kind: str, on: str, at: str, *, why: str | None = None, now: str = JOINED
) -> None:
    """A plan of that kind for one date."""
    rule = rule_of(kind, time.fromisoformat(at), on=date.fromisoformat(on), why=why)
    await town.do(set_plan, now, person.id, kind, rule, LONDON)


async def day(town: Town, *moments: str) -> None:
    """At each of these moments what is due opens and arrives; what was open is tended."""
    for moment in moments:
        await town.tend(moment)
        await town.deliver(moment)
        await town.open_due(moment)
        await town.deliver(moment)


async def told(town: Town, person: Person, on: str) -> list[str]:
    """What became of everything of that local date: "08:00 check_in morning open"."""
    found = [one for one in await town.prompts(person) if one.local_date.isoformat() == on]
    lines = (
        f"{one.slot} {one.kind} {one.form or ''} {one.state.value} {one.reason or ''}"
        for one in sorted(found, key=lambda one: (one.due_at, one.id))
    )
    return [" ".join(line.split()) for line in lines]


async def heard(town: Town, person: Person, at: str) -> None:
    """Something came from that person."""
    await town.do(accounts.touch_last_seen, at, [person.id])


async def test_what_is_asked_is_kept_with_the_record(town: Town) -> None:
    """S1: the form of the slot stands in the record, and the decision says by which course, phase and day."""
    sam = await town.client(since=JOINED)
    await quits(town, sam, "2026-11-18")
    await town.do(set_risk, JOINED, sam, time(16))
    await day(town, "2026-11-20T08:00", "2026-11-20T16:00", "2026-11-20T18:30")
    assert await told(town, sam, "2026-11-20") == [
        "08:00 check_in morning expired",
        "16:00 check_in risk replaced newer",
        "18:30 check_in evening open",
    ]
    decision = (await town.prompts(sam))[-1].decision
    assert (decision["rule"], decision["level"], decision["phase"]) == ("course", "standard", "first_days")
    assert (decision["day"], decision["asked_for"], decision["chosen"]) == (2, "18:30", "your time")


@pytest.mark.parametrize(("level", "final"), [(Level.STANDARD, 182), (Level.LIGHTER, 168)])
async def test_the_last_of_a_course_says_so(town: Town, level: Level, final: int) -> None:
    """Half a year after the quit date the course is over, and the last check-in of it says so, outcome or not."""
    sam = await town.client(since=JOINED)
    await town.do(set_level, JOINED, sam, level)
    await quits(town, sam, (utc(JOINED) - timedelta(days=140)).date().isoformat())
    for number in range(43):
        await day(town, (utc(JOINED) + timedelta(days=number, hours=6.5)).replace(tzinfo=None).isoformat())
    asked = [one for one in await town.prompts(sam) if one.kind == CHECK_IN]
    assert [one.decision["day"] for one in asked if one.decision.get("final")] == [final]
    assert asked[-1].decision["day"] == final


async def test_a_time_drawn_by_chance_says_so(town: Town) -> None:
    """S9: the decision has the span and the time that was drawn, and the record the same slot as ever."""
    sam = await town.client(since=JOINED)
    await town.do(set_window, JOINED, sam, 60)
    (plan,) = await town.ask(plans.of_person, sam.id)
    await town.open_due("2026-11-11T22:00")
    drawn = next(one for one in await town.prompts(sam) if one.local_date == date(2026, 11, 11))
    assert drawn.slot == "18:30"
    assert time(18, 30) <= drawn.due_at.time() < time(19, 30)
    assert (drawn.decision["chosen"], drawn.decision["span"]) == ("by chance", 60)
    assert drawn.decision["drawn"] == f"{drawn.due_at:%H:%M}"
    assert drawn.due_at in [one.at_utc for one in plan.rule.between(utc(JOINED), utc("2026-11-12T12:00"), LONDON)]


@pytest.mark.parametrize("kind", [HELLO, QUIT_DAY])
async def test_a_morning_with_a_word_has_no_question(town: Town, kind: str) -> None:
    """S7: where a hello or the quit day's word comes that morning, the urge on waking is not asked beside it."""
    sam = await town.client(since=JOINED)
    await quits(town, sam, "2026-11-18")
    await promise(town, sam, kind, "2026-11-20", "08:00", why=ReasonCode.LAPSE)
    await day(town, "2026-11-20T08:00")
    assert f"08:00 check_in morning skipped {kind}" in await told(town, sam, "2026-11-20")
    assert [one.kind for one in await town.prompts(sam) if one.state is S.OPEN] == [kind]
    held = next(one for one in await town.prompts(sam) if one.kind == kind).decision["held_back"]
    assert held == [{"what": CHECK_IN, "why": kind}]


async def test_a_word_that_was_missed_leaves_the_question(town: Town) -> None:
    """S7: a hello that we did not send takes no question's place."""
    sam = await town.client(since=JOINED)
    await quits(town, sam, "2026-11-18")
    await promise(town, sam, HELLO, "2026-11-20", "07:00", why=ReasonCode.LAPSE)
    await day(town, "2026-11-20T11:30")
    assert await told(town, sam, "2026-11-20") == [
        "07:00 hello missed_by_us too late",
        "08:00 check_in morning open",
    ]


@pytest.mark.parametrize(
    ("kind", "at", "became"),
    [
        (SESSION_BEFORE, "18:30", "skipped card"),
        (SESSION_AFTER, "17:00", "skipped card"),
        (SESSION_AFTER, "20:00", "open"),
    ],
)
async def test_a_card_rides_inside_the_check_in(town: Town, kind: str, at: str, became: str) -> None:
    """S10: a word about the session is no message of its own where the evening's check-in comes with it or after it."""
    sam = await town.client(since=JOINED)
    await promise(town, sam, kind, "2026-11-20", at)
    await day(town, "2026-11-20T17:00", "2026-11-20T18:30", "2026-11-20T20:00")
    assert f"{at} {kind} {became}" in await told(town, sam, "2026-11-20")


async def test_without_a_check_in_a_card_is_a_message(town: Town) -> None:
    """A client of "not now" has no check-in that it could ride in."""
    sam = await town.client(since=JOINED, at=None)
    await promise(town, sam, SESSION_BEFORE, "2026-11-20", "18:30")
    await day(town, "2026-11-20T18:30")
    assert await told(town, sam, "2026-11-20") == ["18:30 session_before open"]


async def test_an_open_outcome_makes_way_for_the_check_in(town: Town) -> None:
    """S6: the question about how it went has no answer by the evening, and the check-in comes as it was promised."""
    sam = await town.client(since=JOINED)
    await promise(town, sam, OUTCOME, "2026-11-20", "10:00")
    await day(town, "2026-11-20T10:00", "2026-11-20T18:30")
    assert await told(town, sam, "2026-11-20") == ["10:00 outcome replaced newer", "18:30 check_in evening open"]


async def test_one_question_is_outstanding_whatever_its_kind(town: Town) -> None:
    """S6: a newer question takes the place of an older one that has no answer, across kinds."""
    sam = await town.client(since=JOINED)
    await promise(town, sam, TIMING, "2026-11-20", "15:00")
    await promise(town, sam, HELLO, "2026-11-20", "09:00", why=ReasonCode.LAPSE)
    await day(town, "2026-11-20T15:00", "2026-11-20T18:30")
    assert await told(town, sam, "2026-11-20") == [
        "09:00 hello missed_by_us too late",
        "15:00 timing replaced newer",
        "18:30 check_in evening open",
    ]


async def test_of_two_questions_at_one_moment_one_is_asked(town: Town) -> None:
    """S6: the one that goes first is asked, and the other is recorded as left out for it."""
    sam = await town.client(since=JOINED)
    await promise(town, sam, TIMING, "2026-11-20", "18:30")
    await day(town, "2026-11-20T18:30")
    assert await told(town, sam, "2026-11-20") == [
        "18:30 check_in evening open",
        "18:30 timing skipped another",
    ]


async def test_the_cap_holds_over_all_kinds(town: Town) -> None:
    """S10: on an ordinary day two messages come; whatever is left out says so, and what goes first keeps its room."""
    sam = await town.client(since=JOINED)
    await promise(town, sam, HELLO, "2026-11-20", "09:00", why=ReasonCode.LAPSE)
    await promise(town, sam, SESSION_AFTER, "2026-11-20", "20:00")
    await promise(town, sam, TIMING, "2026-11-20", "12:00")
    await day(town, "2026-11-20T09:00", "2026-11-20T12:00", "2026-11-20T18:30", "2026-11-20T20:00")
    assert await told(town, sam, "2026-11-20") == [
        "09:00 hello done",
        "12:00 timing skipped cap",  # the check-in and the session go before it, and there is room for one
        "18:30 check_in evening skipped cap",  # the word after the session does
        "20:00 session_after open",
    ]


async def test_reminders_count_and_leave_room_for_what_is_to_come(town: Town) -> None:
    """S10: a reminder is left out where the day has no room for it, and "why" can say so; with room it comes."""
    sam = await town.client(since=JOINED, at=time(10))
    await promise(town, sam, SESSION_AFTER, "2026-11-20", "19:00")
    await day(town, "2026-11-20T10:00")
    assert await town.tend("2026-11-20T12:00") == PromptsAdvanced()
    asked = (await town.prompts(sam))[-1]
    assert (asked.reminded_at, asked.decision["held_back"]) == (None, [{"what": "reminder", "why": "cap"}])
    await day(town, "2026-11-20T19:00", "2026-11-20T22:00", "2026-11-21T10:00")
    assert await told(town, sam, "2026-11-20") == [
        "10:00 check_in evening expired",
        "19:00 session_after expired",
    ]
    assert await town.tend("2026-11-21T12:00") == PromptsAdvanced(reminded=1)


async def test_own_times_raise_the_cap_as_far_as_they_were_asked_for(town: Town) -> None:
    """S10: three own times a day come, since somebody asked for them; a reminder beside them does not."""
    sam = await town.client(since=JOINED)
    await town.do(set_own_plan, JOINED, sam, [time(9), time(13), time(18)])
    await day(town, *(f"2026-11-20T{hour}:00" for hour in ("09", 11, 13, 15, 18, 20)))
    found = [one for one in await town.prompts(sam) if one.local_date == date(2026, 11, 20)]
    assert [one.state for one in found] == [S.EXPIRED, S.EXPIRED, S.OPEN]
    assert [one.reminded_at for one in found] == [None] * 3


async def test_the_morning_has_no_reminder(town: Town) -> None:
    """The urge on waking is asked on waking or not at all: it closes at noon, without a second word."""
    sam = await town.client(since=JOINED)
    await town.do(set_level, JOINED, sam, Level.FULLER)
    await day(town, "2026-11-20T08:00")
    asked = (await town.prompts(sam))[-1]
    assert (asked.form, asked.next_at) == (Form.MORNING, utc("2026-11-20T12:00"))
    assert await town.tend("2026-11-20T12:00") == PromptsAdvanced(closed=1)


async def evenings(town: Town, person: Person, first: str, count: int) -> list[str]:
    """What became of each evening from that date on, when nobody answers: "usual", "quiet" and so on."""
    found = []
    for number in range(count):
        at = datetime.fromisoformat(f"{first}T18:30") + timedelta(days=number)
        await day(town, at.isoformat(), (at + timedelta(hours=3.5)).isoformat())
        last = (await town.prompts(person))[-1]
        held = last.state is S.SKIPPED and last.form != Form.LAST
        found.append("-" if held else {Form.QUIET: "quiet", Form.LAST: "last"}.get(last.form or "", "ask"))  # type: ignore[call-overload]
    return found


async def test_the_ladder_of_silence(town: Town) -> None:
    """After two silent days one tap is asked for, after four a question every third day, after ten one last word."""
    sam = await town.client(since="2026-11-10T12:00")
    await heard(town, sam, "2026-11-10T12:00")
    assert await evenings(town, sam, "2026-11-11", 16) == [
        "ask", "ask", "quiet", "ask", "-", "-", "ask", "-", "-", "ask", "last", "-", "-", "-", "-", "-",
    ]  # fmt: skip
    found = await town.prompts(sam)
    last = next(one for one in found if one.form == Form.LAST)
    assert (last.state, last.reason, last.decision["ladder"]) == (S.SKIPPED, "quiet", "last")
    assert last.reminded_at is None
    quiet = next(one for one in found if one.form == Form.QUIET)
    assert (quiet.state, quiet.reminded_at, quiet.decision["ladder"]) == (S.EXPIRED, None, "quiet")


async def test_whatever_comes_from_them_ends_the_silence(town: Town) -> None:
    """One word of theirs, about anything, and the check-in is as ever."""
    sam = await town.client(since="2026-11-10T12:00")
    await heard(town, sam, "2026-11-10T12:00")
    assert await evenings(town, sam, "2026-11-11", 6) == ["ask", "ask", "quiet", "ask", "-", "-"]
    await heard(town, sam, "2026-11-17T09:00")
    assert await evenings(town, sam, "2026-11-17", 4) == ["ask", "ask", "ask", "quiet"]


async def test_nothing_is_thinned_out_before_day_seven(town: Town) -> None:
    """In the first week after the quit date a silent client is asked each day, but for the one kind question."""
    sam = await town.client(since="2026-11-10T12:00")
    await town.do(set_level, JOINED, sam, Level.LIGHTER)
    await quits(town, sam, "2026-11-14")
    await heard(town, sam, "2026-11-10T12:00")
    found = await evenings(town, sam, "2026-11-11", 14)
    assert "-" not in found[3:10]


async def test_what_we_missed_is_no_silence(town: Town) -> None:
    """S13: a week in which the service stood still, or could not reach them, moves nobody down the ladder."""
    sam = await town.client(since="2026-11-10T12:00")
    await heard(town, sam, "2026-11-10T12:00")
    await town.do(cannot_reach, "2026-11-11T12:00", sam.id)
    await evenings(town, sam, "2026-11-11", 4)
    await town.do(reachable_again, "2026-11-15T12:00", sam.id)
    await day(town, "2026-11-19T18:45")
    found = await town.prompts(sam)
    assert [one.state for one in found] == [*[S.CANNOT_REACH] * 5, *[S.MISSED_BY_US] * 4, S.OPEN]
    assert found[-1].form == Form.EVENING


async def test_after_the_last_word_no_kind_asks(town: Town) -> None:
    """Quiet is quiet: neither a session nor the timing is asked about until they return."""
    sam = await town.client(since="2026-11-10T12:00")
    await heard(town, sam, "2026-11-10T12:00")
    await evenings(town, sam, "2026-11-11", 12)
    await promise(town, sam, TIMING, "2026-11-24", "12:00")
    await day(town, "2026-11-24T12:00")
    assert (await told(town, sam, "2026-11-24"))[:1] == ["12:00 timing skipped quiet"]


async def test_a_crowd_of_silent_people_costs_the_same_statements(town: Town) -> None:
    """However many are silent, and have other plans, a claim runs the same few statements."""
    for number in range(1, 25):
        person = await town.client(number, since="2026-11-10T12:00")
        await promise(town, person, TIMING, "2026-11-16", "18:30")
    await town.database.write(lambda tx: tx.run(update(people_table).values(heard_at=utc("2026-11-10T12:00"))))
    for number in range(11, 16):
        await day(town, f"2026-11-{number}T18:30", f"2026-11-{number}T22:00")
    counts = []
    for limit in (4, 16):
        with town.statements() as ran:
            await town.open_due("2026-11-16T18:30", limit=limit)
        counts.append(len([one for one in ran if not one.startswith("BEGIN")]))
    assert counts[0] == counts[1] <= 16


async def waiting_question(town: Town, sam: Person) -> Any:
    """The row of the newest question."""
    return [row for row in await town.outbox(sam) if row.state == "waiting" and row.verb == "send"][-1]


async def test_nobody_is_interrupted_at_a_question(town: Town) -> None:
    """S8: the evening's question waits while they are at the one before it, and then takes its place."""
    sam = await town.client(since=JOINED)
    await town.do(set_own_plan, JOINED, sam, [time(15), time(18)])
    asked = await town.asked(sam, "2026-11-20T15:00")
    await heard(town, sam, "2026-11-20T17:58")
    await town.do(answer, "2026-11-20T17:58", sam, asked.id, Question.MOOD, "ok")
    assert (await town.open_due("2026-11-20T18:00")).opened == 1
    assert (await town.prompt(asked)).state is S.OPEN
    row = await waiting_question(town, sam)
    assert await town.do(check_before_send, "2026-11-20T18:00", row) == NotYet(utc("2026-11-20T18:01"))
    assert await town.do(check_before_send, "2026-11-20T18:08", row) == Wanted()
    assert (await town.prompt(asked)).state is S.PART
    assert await town.waiting(sam) == [f"send {row.key}", "edit"]


async def test_what_they_finish_in_time_is_done(town: Town) -> None:
    """S8: with the last answer the way is free, and what was answered stays whole."""
    sam = await town.client(since=JOINED)
    await town.do(set_own_plan, JOINED, sam, [time(15), time(18)])
    asked = await town.asked(sam, "2026-11-20T15:00")
    await heard(town, sam, "2026-11-20T17:58")
    await town.do(answer, "2026-11-20T17:58", sam, asked.id, Question.MOOD, "ok")
    await town.open_due("2026-11-20T18:00")
    await town.do(finish, "2026-11-20T18:01", sam, asked.id)
    assert await town.do(check_before_send, "2026-11-20T18:01", await waiting_question(town, sam)) == Wanted()
    assert (await town.prompt(asked)).state is S.DONE


async def test_nobody_is_interrupted_who_adds_what_is_late(town: Town) -> None:
    """S8: at a question of yesterday's, which had closed, Sam is left to it; once all is said the next comes."""
    sam = await town.client(since="2026-11-19T12:00")
    asked = await town.asked(sam, "2026-11-19T18:30")
    await town.tend("2026-11-19T22:00")
    await heard(town, sam, "2026-11-20T18:28")
    await town.do(answer, "2026-11-20T18:28", sam, asked.id, Question.MOOD, "ok")
    await town.open_due("2026-11-20T18:30")
    row = await waiting_question(town, sam)
    assert await town.do(check_before_send, "2026-11-20T18:30", row) == NotYet(utc("2026-11-20T18:31"))
    await town.do(finish, "2026-11-20T18:31", sam, asked.id)
    assert await town.do(check_before_send, "2026-11-20T18:31", row) == Wanted()


@pytest.mark.parametrize(
    ("what", "free"),
    [("awaits words", "2026-11-20T18:38"), ("in a craving", "2026-11-20T18:38"), ("crisis", "2026-11-20T18:58")],
)
async def test_nothing_comes_in_the_middle_of_something(town: Town, what: str, free: str) -> None:
    """S8: while we wait for words, in a talk about a craving, and for half an hour after a crisis card."""
    sam = await town.client()
    await heard(town, sam, "2026-11-20T18:28")
    match what:
        case "awaits words":
            await town.do(lambda tx: accounts.await_words(tx, sam.id, "toolkit"), "2026-11-20T18:28")
        case "in a craving":
            await town.do(_shows, "2026-11-20T18:28", sam, "craving")
        case "crisis":
            await town.do(_shows, "2026-11-20T18:28", sam, "crisis")
    await town.open_due("2026-11-20T18:30")
    row = await waiting_question(town, sam)
    assert await town.do(check_before_send, "2026-11-20T18:31", row) == NotYet(utc("2026-11-20T18:32"))
    just_before = (utc(free) - timedelta(seconds=1)).replace(tzinfo=None).isoformat()
    assert await town.do(check_before_send, just_before, row) != Wanted()
    assert await town.do(check_before_send, free, row) == Wanted()


async def _shows(tx: Tx, person: Person, name: str) -> None:
    await screens.add(tx, person.id, name, {}, None)


async def test_what_waited_too_long_was_missed_by_us(town: Town) -> None:
    """S8: who is at something until the window is over gets no question any more, and it is not their silence."""
    sam = await town.client(at=time(21, 30))
    await town.open_due("2026-11-20T21:30")
    await heard(town, sam, "2026-11-20T21:58")
    await town.do(lambda tx: accounts.await_words(tx, sam.id, "toolkit"), "2026-11-20T21:58")
    row = await waiting_question(town, sam)
    assert await town.do(check_before_send, "2026-11-20T21:59:30", row) == Unwanted(ReasonCode.TOO_LATE)


async def test_what_is_moved_at_noon_still_comes_that_day(town: Town) -> None:
    """S2: once the morning was had, the evening may still move within that day; once it was had too, it may not."""
    sam = await town.client(since=JOINED)
    await quits(town, sam, "2026-11-18")
    await day(town, "2026-11-20T08:00")
    await town.do(set_check_in_time, "2026-11-20T12:00", sam, time(20), LONDON)
    await day(town, "2026-11-20T20:00")
    await town.do(set_check_in_time, "2026-11-20T20:05", sam, time(21), LONDON)
    await day(town, "2026-11-20T21:00", "2026-11-20T22:00")
    assert await told(town, sam, "2026-11-20") == [
        "08:00 check_in morning expired",
        "20:00 check_in evening expired",
    ]


async def test_a_downtime_over_two_questions_ends_with_the_newer(town: Town) -> None:
    """S13: of the morning and the hardest hour, both in their windows, the newer is asked and the older was missed."""
    sam = await town.client(since=JOINED)
    await quits(town, sam, "2026-11-18")
    await town.do(set_risk, JOINED, sam, time(10))
    await day(town, "2026-11-20T11:00")
    assert await told(town, sam, "2026-11-20") == [
        "08:00 check_in morning missed_by_us newer",
        "10:00 check_in risk open",
    ]


async def test_a_reminder_that_came_takes_the_place_of_something_later(town: Town) -> None:
    """S10: the check-in and its reminder are two; what is only then planned for that evening is left out."""
    sam = await town.client(since=JOINED, at=time(10))
    await day(town, "2026-11-20T10:00", "2026-11-20T12:00")
    await promise(town, sam, SESSION_AFTER, "2026-11-20", "20:00", now="2026-11-20T13:00")
    await day(town, "2026-11-20T20:00")
    assert (await told(town, sam, "2026-11-20"))[-1] == "20:00 session_after skipped cap"


async def test_what_never_came_takes_nobodys_place(town: Town) -> None:
    """S10: a hello that we opened and could not send leaves the day its two messages."""
    sam = await town.client(since=JOINED)
    await promise(town, sam, HELLO, "2026-11-20", "09:00", why=ReasonCode.LAPSE)
    await promise(town, sam, SESSION_AFTER, "2026-11-20", "20:00")
    await town.open_due("2026-11-20T09:00")
    await town.tend("2026-11-20T13:00")
    await day(town, "2026-11-20T18:30", "2026-11-20T20:00")
    assert await told(town, sam, "2026-11-20") == [
        "09:00 hello missed_by_us too late",
        "18:30 check_in evening replaced newer",
        "20:00 session_after open",
    ]


async def test_a_question_before_the_word_is_left_out_too(town: Town) -> None:
    """S7: the hello of eight o'clock is the morning's word for half past seven as well."""
    sam = await town.client(since=JOINED)
    await quits(town, sam, "2026-11-18")
    await town.do(set_morning, JOINED, sam, time(7, 30))
    await promise(town, sam, HELLO, "2026-11-20", "08:00", why=ReasonCode.LAPSE)
    await day(town, "2026-11-20T07:30", "2026-11-20T08:00")
    assert await told(town, sam, "2026-11-20") == ["07:30 check_in morning skipped hello", "08:00 hello open"]


async def test_a_day_that_goes_on_is_no_silent_day(town: Town) -> None:
    """The evening of the second day without an answer is as ever; two days have to be behind them."""
    sam = await town.client(since=JOINED)
    await town.do(set_own_plan, JOINED, sam, [time(9), time(18)])
    await heard(town, sam, "2026-11-10T12:00")
    for number in (11, 12, 13):
        await day(town, *(f"2026-11-{number}T{hour}:00" for hour in ("09", 13, 18, 22)))
    found = [one.form for one in await town.prompts(sam) if one.local_date >= date(2026, 11, 11)]
    assert found == [None, None, None, None, Form.QUIET, None]


@pytest.mark.parametrize("reason", ["cap", "card", "lapse", "already done"])
async def test_what_was_left_out_for_another_reason_is_no_silence(town: Town, reason: str) -> None:
    """Days on which there was no room, or which they had done otherwise, move nobody down the ladder."""
    sam = await town.client(since=JOINED)
    await heard(town, sam, "2026-11-10T12:00")
    await evenings(town, sam, "2026-11-11", 5)
    left_out = update(prompts_table).values(state="skipped", reason=reason, opened_at=None, form=None)
    await town.database.write(lambda tx: tx.run(left_out))
    assert await evenings(town, sam, "2026-11-16", 1) == ["ask"]
