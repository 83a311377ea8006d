"""Cases of the screens that say what comes and why, and of a break from it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from typing import Any

from bot.kit.people import Sees
from bot.people.place_and_time import TravelFacts
from bot.schedule.breaks import GreetingFacts, PauseFacts
from bot.schedule.how_often import HowOftenFacts, KindStoppedFacts
from bot.schedule.slot import OpenedSlot
from bot.schedule.upcoming import UpcomingFacts
from bot.schedule.why import WhyFacts
from care.schedule.course import CourseRefusal
from care.schedule.upcoming import PlanSlot, Upcoming
from programme.people.person import clocks_around
from programme.schedule.course import Course, Form, Level, SlotRefusal
from programme.schedule.foresee import expected
from programme.schedule.kinds import KINDS
from programme.schedule.pause import Pause, PauseScope
from programme.schedule.plan import CHECK_IN, HELLO, NEVER, NUDGE, SUMMARY, Plan, RandomWindow, Rule
from programme.schedule.prompt import Prompt, PromptState
from programme.schedule.reason_code import ReasonCode
from programme.schedule.slots import Slot

NOW = datetime(2026, 3, 10, 19, 5, tzinfo=UTC)
TOMORROW = datetime(2026, 3, 11, 18, 30, tzinfo=UTC)
MORNING = datetime(2026, 3, 10, 8, tzinfo=UTC)
DAY = timedelta(days=1)
LONDON = "Europe/London"
BOTH = Sees("Lee", summary=True, keep=True, route="Lee")
NASTY = '<b>"Jo" & co</b>'
TOLD = Prompt(
    id=13, plan_id=4, person_id=7, kind=HELLO, local_date=MORNING.date(), slot="08:00", due_at=MORNING,
    opened_at=MORNING, closes_at=MORNING + timedelta(hours=4), next_at=None, next_step=None, state=PromptState.OPEN,
    reason=None, reminded_at=None, seen_at=None, answered_at=None, closed_at=None, late=False, plan_version=1,
    decision={"chosen": ReasonCode.LAPSE, "asked_for": "08:00"},
)  # fmt: skip


def ahead() -> Iterator[tuple[str, str, Any]]:
    """Case, screen and facts."""
    lapse = GreetingFacts(NOW, LONDON, "Sam", WhyFacts(TOLD), TOMORROW)
    back = replace(lapse, why=WhyFacts(replace(TOLD, decision={"chosen": ReasonCode.PAUSE_ENDS})))
    for name, hello in (("after a lapse", lapse), ("after a break", back)):
        yield name, "hello", replace(hello, smoke_free=2)
        yield f"{name}, why", "hello", replace(hello, view="why")
    yield "no name, no check-in", "hello", replace(lapse, name=None, next_at=None)
    yield "after a crisis card", "hello", replace(lapse, call="111, press 2")
    yield "after a crisis card, nameless", "hello", replace(lapse, call="111, press 2", name=None)
    yield "asked", "pause", PauseFacts(NOW, LONDON)
    for_a_week = PauseFacts(NOW, LONDON, Pause(NOW, NOW + timedelta(days=7)), hello=True, sees=BOTH)
    yield "a week", "pause", for_a_week
    yield "one supporter", "pause", replace(for_a_week, supporters=(NASTY,), hello=False)
    yield "supporters", "pause", replace(for_a_week, supporters=("Jo", "Kim"), sees=Sees())
    yield "until back", "pause", replace(for_a_week, pause=Pause(NOW, NEVER), hello=False)
    yield "changing", "pause", replace(for_a_week, view="change")
    yield "asked, with supporters", "pause", PauseFacts(NOW, LONDON, supporters=("Jo",), what=PauseScope.NUDGES)
    yield "which day", "pause", PauseFacts(NOW, LONDON, view="days")
    for what in (PauseScope.CHECK_INS, PauseScope.NUDGES):
        held = Pause(NOW, NOW + timedelta(days=7), what)
        yield f"of {what}", "pause", replace(for_a_week, pause=held, supporters=("Jo",))
        yield (
            f"of {what}, supporters",
            "pause",
            replace(for_a_week, pause=replace(held, until=NEVER), supporters=("Jo", None)),
        )
    yield "back", "pause", PauseFacts(NOW, LONDON, next_at=TOMORROW, view="back")
    yield from _coming()
    yield from _reasons()
    yield from _how_often()
    yield from _travel()


def _coming() -> Iterator[tuple[str, str, Any]]:
    line = Upcoming(TOMORROW, CHECK_IN, which=PlanSlot(4, TOMORROW.date(), "18:30"))
    drawn = replace(line, at=TOMORROW + DAY, until=TOMORROW + DAY + timedelta(hours=1))
    moved, skipped = (
        replace(line, at=TOMORROW + 2 * DAY, moved=True),
        replace(line, at=TOMORROW + 3 * DAY, skipped=True),
    )
    morning = replace(line, at=TOMORROW + 4 * DAY, form=Form.MORNING)
    hello = Upcoming(TOMORROW + 5 * DAY, HELLO, which=PlanSlot(5, TOMORROW.date(), "08:00"))
    back = Upcoming(NOW + timedelta(hours=1), CHECK_IN)
    client = UpcomingFacts(NOW, LONDON, [back, line, drawn, moved, skipped, morning, hello], client=True)
    yield "client", "next", client
    yield from _held(line, client)
    pause = Pause(NOW, NOW + timedelta(days=7))
    yield "paused", "next", replace(client, upcoming=[line], pause=pause)
    yield "until back", "next", replace(client, upcoming=(), pause=Pause(NOW, NEVER))
    nudges = (Upcoming(TOMORROW, NUDGE, 7), Upcoming(TOMORROW, NUDGE, 8), Upcoming(TOMORROW, SUMMARY))
    yield "supporter and practitioner", "next", UpcomingFacts(NOW, LONDON, nudges, {7: NASTY, 8: None})
    yield "nothing", "next", UpcomingFacts(NOW, LONDON, ())
    yield "of a client", "next", replace(client, client=False, of=NASTY, of_id=7, pause=pause)
    yield "of a client out of reach", "next", UpcomingFacts(NOW, LONDON, [line], of="Sam", of_id=7, away=True)
    yield "nothing of a client", "next", UpcomingFacts(NOW, LONDON, (), of="Sam", of_id=7)
    yield "not shown of a client", "next", UpcomingFacts(NOW, LONDON, (), of="Sam", of_id=7, shown=False)
    free = [time(17), time(17, 30), time(19), time(19, 30), time(20)]
    plan = Plan(4, 7, CHECK_IN, Rule((time(18, 30),), course=Course()), LONDON, 1, TOMORROW, None)
    why = WhyFacts(expected(plan, Slot(TOMORROW, TOMORROW.date(), "18:30", Form.EVENING)), sees=BOTH)
    one = OpenedSlot(line, free, why)
    yield "a line", "next", replace(client, opened=one)
    yield "a moved line", "next", replace(client, opened=replace(one, one=replace(moved, which=line.which)))
    yield "a line that was left out", "next", replace(client, opened=replace(one, one=skipped))
    yield "to move", "next", replace(client, opened=replace(one, view="move"))
    for refused in SlotRefusal:
        yield f"to move, {refused}", "next", replace(client, opened=replace(one, view="move", refused=refused.value))
    yield "no time is free", "next", replace(client, opened=replace(one, view="move", free=()))
    yield "a line, why", "next", replace(client, opened=replace(one, view="why"))
    hers = replace(client, client=False, of="Sam", of_id=7, me=9, opened=one)
    yield "a client's line", "next", hers
    yield "a client's line, moved", "next", replace(hers, opened=replace(one, one=replace(line, moved=True, by=9)))


def _held(line: Upcoming, client: UpcomingFacts) -> Iterator[tuple[str, str, Any]]:
    """What our own rules hold back, and what somebody else changed."""
    reasons = [("cap", 2), ("cap", 3), ("cap", 4), ("card", 2), ("quiet", 2), ("hello", 2), ("outcome", 2)]
    held = [replace(line, held=why, most=most) for why, most in reasons]
    steps = [replace(line, form=form) for form in (Form.QUIET, Form.LAST)]
    yield "held back", "next", replace(client, upcoming=[*held, *steps])
    moved, gone = replace(line, moved=True, by=9), replace(line, skipped=True, by=9)
    yield "by somebody else", "next", replace(client, upcoming=[moved, gone], names={9: NASTY})
    yield "by somebody gone", "next", replace(client, upcoming=[moved, gone])
    yield "by me", "next", replace(client, client=False, upcoming=[moved, gone], of="Sam", of_id=7, me=9)


def _reasons() -> Iterator[tuple[str, str, Any]]:
    """Every way in which a decision may read, on the screen of a hello."""
    told = replace(TOLD, kind=CHECK_IN, slot="18:30", due_at=TOMORROW, closes_at=TOMORROW + timedelta(hours=3))
    decided: dict[str, Any] = {"asked_for": "18:30", "zone": LONDON, "rule": "course", "chosen": "your time"}
    decided |= {"level": "standard", "day": 9, "held_back": [], "told": []}
    held = [{"what": "reminder", "why": "cap"}, {"what": HELLO, "why": "card"}, {"what": "tip", "why": "quiet"}]
    held += [{"what": CHECK_IN, "why": HELLO}]
    reasons: dict[str, tuple[dict[str, Any], str | None]] = {
        "evening": ({}, Form.EVENING),
        "morning": ({"asked_for": "08:00"}, Form.MORNING),
        "hard hour": ({"asked_for": "16:00", "day": 0}, Form.RISK),
        "by chance": ({"chosen": "by chance", "span": 60, "drawn": "18:40", "held_back": held}, Form.EVENING),
        "moved": ({"chosen": "moved", "drawn": "18:30", "asked_for": "17:00"}, Form.EVENING),
        "moved by Lee": ({"chosen": "moved", "drawn": "18:30", "asked_for": "17:00", "by": 9}, Form.EVENING),
        "own plan": ({"rule": "weekdays", "day": None}, None),
        "quiet": ({"ladder": "quiet"}, Form.QUIET),
        "last": ({"ladder": "last"}, Form.LAST),
    }
    for name, (more, form) in reasons.items():
        prompt = replace(told, form=form, decision=decided | more)
        yield f"why: {name}", "hello", GreetingFacts(NOW, LONDON, "Sam", WhyFacts(prompt, sees=BOTH), view="why")
    reminded = replace(told, reminded_at=TOMORROW, decision={"asked_for": "18:30", "zone": LONDON, "rule": "daily"})
    yield "why: of old, reminded", "hello", GreetingFacts(NOW, LONDON, "Sam", WhyFacts(reminded, sees=BOTH), view="why")
    for kind in sorted(KINDS.keys() - {CHECK_IN, HELLO, NUDGE, SUMMARY}):
        yield f"why: {kind}", "hello", GreetingFacts(NOW, LONDON, "Sam", WhyFacts(replace(told, kind=kind)), view="why")
        yield kind, "kind_stopped", KindStoppedFacts(kind)
    for kind in (CHECK_IN, HELLO):
        yield kind, "kind_stopped", KindStoppedFacts(kind)
    yield "had back", "kind_stopped", KindStoppedFacts(CHECK_IN, back=True)


def _how_often() -> Iterator[tuple[str, str, Any]]:
    rule = Rule((time(18, 30),), course=Course(Level.STANDARD, NOW.date(), time(16)))
    evening = Upcoming(TOMORROW, CHECK_IN, which=PlanSlot(4, TOMORROW.date(), "18:30"))
    week = [
        replace(evening, at=TOMORROW - timedelta(hours=10), form=Form.MORNING),
        evening,
        replace(evening, at=TOMORROW + DAY, until=TOMORROW + DAY + timedelta(hours=1)),
        replace(evening, at=TOMORROW + 2 * DAY, skipped=True),
    ]
    counts = {Level.LIGHTER: 9, Level.STANDARD: 16, Level.FULLER: 20}
    facts = HowOftenFacts(NOW, LONDON, rule, week, counts)
    yield "standard", "how_often", facts
    evenings = [replace(evening, at=TOMORROW + n * DAY) for n in range(7)]
    yield "in the evening", "how_often", replace(facts, week=evenings, counts={Level.LIGHTER: 1, Level.STANDARD: 7})
    drawn = replace(rule, chance=RandomWindow(60, 7))
    yield "changed", "how_often", replace(facts, rule=drawn, args={"undo": 3}, stopped=("hello",))
    yield "never asked", "how_often", replace(facts, never=True)
    yield "undone", "how_often", replace(facts, args={"undone": 1})
    own = Rule((time(12), time(18, 30)), frozenset({0, 2}), chance=RandomWindow(30, 7))
    yield "own plan", "how_often", replace(facts, rule=own, counts={})
    yield "own plan, window", "how_often", replace(facts, rule=own, args={"view": "window"})
    yield "no check-ins", "how_often", HowOftenFacts(NOW, LONDON, stopped=(CHECK_IN,))
    for refused in ("fewest", "own_fewer", *(one.value for one in CourseRefusal)):
        yield f"refused, {refused}", "how_often", replace(facts, args={"refused": refused})
    for view in ("window", "risk", "morning"):
        yield view, "how_often", replace(facts, args={"view": view})
    yield "own, asked", "how_often", replace(facts, args={"view": "own", "days": [0, 2], "times": ["12:00", "18:30"]})
    none = {"view": "own", "days": [], "times": [], "refused": "no_time"}
    yield "own, refused", "how_often", replace(facts, args=none)


def _travel() -> Iterator[tuple[str, str, Any]]:
    clocks, here = clocks_around(LONDON, NOW)
    yield "asked", "travel", TravelFacts(NOW, LONDON, clocks[here - 3 : here + 5], more=(True, True))
    yield "last page", "travel", TravelFacts(NOW, LONDON, clocks[-3:], 4, (True, False))
    stays = (Upcoming(TOMORROW, CHECK_IN), Upcoming(TOMORROW, CHECK_IN, until=TOMORROW + DAY, form=Form.MORNING))
    yield "there", "travel", TravelFacts(NOW, "Europe/Berlin", moved=True, stays=stays, new_card=True)
    yield "nothing comes", "travel", TravelFacts(NOW, "Europe/Berlin", moved=True)
