"""The faces of the screens about quitting: quit date, reasons, progress, smoking."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.delivery import AtHandFacts
from bot.kit.people import Sees
from bot.people.settings import MoreFacts
from bot.planning.reasons import ReasonsFacts
from bot.quitting.lapses import SmokedFacts
from bot.quitting.progress import ProgressFacts
from bot.quitting.quit_date import QuitDateFacts
from bot.quitting.quit_morning import QuitMorningFacts
from bot.schedule.why import WhyFacts
from care.medicines import Gate
from care.quitting.progress import LivedDays
from programme.check_in.answers import HardMoment
from programme.measures.dependence import Easier, Noticed
from programme.medicines.regular import Medicine, MedicineAnswer, MedicineQuestion, SmokingChange, Takes
from programme.planning.reasons import Reason, ReasonSide
from programme.quitting.attempts import Attempt, milestone_at
from programme.quitting.lapses import Smoked
from programme.quitting.outcomes import Progress
from programme.schedule.plan import QUIT_DAY
from programme.schedule.prompt import Prompt, PromptState
from tests.screens.cases.supporting import HELD, KNOWS

TODAY = date(2026, 3, 10)
NOW = datetime(2026, 3, 10, 19, 5, tzinfo=UTC)
LONDON = "Europe/London"
HELLO = datetime(2026, 3, 11, 8, 0, tzinfo=UTC)
BOTH = Sees("Lee", summary=True, keep=True, route="Lee")
ATTEMPT = Attempt(3, 7, TODAY - timedelta(days=9))
NASTY = '<b>"Sam" & co</b> ' * 12
LAPSE = Smoked(9, 7, NOW, TODAY, attempt_id=3)
LAPSED = SmokedFacts(NOW, LONDON, LAPSE, BOTH, smoke_free=6, hello=HELLO)
STRESSED = replace(LAPSED, told=replace(LAPSE, moment=HardMoment.STRESS))
WHY = WhyFacts(
    Prompt(
        id=12, plan_id=3, person_id=7, kind=QUIT_DAY, local_date=TODAY, slot="08:00", due_at=NOW, opened_at=NOW,
        closes_at=NOW, next_at=None, next_step=None, state=PromptState.OPEN, reason=None, reminded_at=None,
        seen_at=None, answered_at=None, closed_at=None, late=False, plan_version=1, decision={"asked_for": "08:00"},
    )
)  # fmt: skip
Case = tuple[str, str, Any]


def quitting() -> Iterator[Case]:
    """What the case is called, the screen's name, and its facts."""
    yield from _quit_date()
    yield from _smoked()
    yield from _own()


def _quit_date() -> Iterator[Case]:
    none = QuitDateFacts(TODAY, None, BOTH)
    yield "none", "quit_date", none
    yield "not yet", "quit_date", replace(none, args={"done": "not_yet"})
    yield "taken away", "quit_date", replace(none, args={"done": "unset"}, smoke_free=6)
    yield "last month that may be picked", "quit_date", replace(none, month=date(2027, 3, 1))
    past = QuitDateFacts(TODAY, ATTEMPT, BOTH)
    yield "past", "quit_date", past
    yield "past, outside", "quit_date", replace(past, month=date(2026, 2, 1), args={"done": "outside"})
    yield (
        "moved back, nobody sees",
        "quit_date",
        replace(past, sees=Sees("Lee", keep=True), smoke_free=6, args={"before": "2026-03-04"}),
    )
    yield (
        "today",
        "quit_date",
        replace(past, attempt=replace(ATTEMPT, quit_on=TODAY), hello=time(8)),
    )
    yield "tomorrow", "quit_date", replace(past, attempt=replace(ATTEMPT, quit_on=TODAY + timedelta(days=1)))
    moved = replace(past, attempt=replace(ATTEMPT, quit_on=date(2026, 3, 14)), hello=time(8), smoke_free=1)
    yield "moved, weeks after", "quit_date", replace(moved, args={"before": "2026-02-02"}, week=(7, 2))
    yield "moved to a Saturday", "quit_date", replace(moved, args={"before": "2026-03-12"})
    yield "moved, and may say why", "quit_date", replace(moved, args={"before": "2026-03-12", "attempt": 3})
    morning = QuitMorningFacts(WHY, "Sam", "Walking up the hill with Mia.", "Drink it on the front step")
    yield "morning", "quit_morning", morning
    yield "morning, nothing known", "quit_morning", QuitMorningFacts(WHY, None)
    yield "morning, long words", "quit_morning", QuitMorningFacts(WHY, "Sam", NASTY, NASTY)
    gate = Gate(SmokingChange.QUIT_DAY, TODAY, MedicineQuestion.WHETHER)
    yield "morning, medicine", "quit_morning", replace(morning, medicine=gate, sees=BOTH)
    takes = MedicineAnswer(4, 7, TODAY, SmokingChange.SET, TODAY, Takes.YES, which=frozenset({Medicine.OLANZAPINE}))
    knows = Gate(SmokingChange.QUIT_DAY, TODAY, MedicineQuestion.KNOWS, takes)
    yield "morning, medicine not checked", "quit_morning", replace(morning, medicine=knows, sees=BOTH)
    yield "medicine", "quit_date", replace(past, medicine=replace(gate, moment=SmokingChange.SET))
    yield "morning, why", "quit_morning", replace(morning, view="why")


def _smoked() -> Iterator[Case]:
    yield "lapse", "smoked", LAPSED
    yield "lapse, no day counted, no hello", "smoked", replace(LAPSED, smoke_free=0, hello=None)
    yield "lapse at noon, one day", "smoked", replace(LAPSED, now=NOW.replace(hour=12), smoke_free=1)
    yield "lapse, replies alone are seen", "smoked", replace(LAPSED, sees=Sees("Lee", summary=True), smoke_free=0)
    yield "lapse, one supporter", "smoked", replace(LAPSED, supporters=(NASTY,))
    yield "lapse, supporters", "smoked", replace(LAPSED, supporters=("Jo", "Kim"))
    yield "lapse, nobody sees", "smoked", replace(LAPSED, sees=Sees("Lee", keep=True))
    yield "lapse, nothing is kept", "smoked", replace(LAPSED, sees=Sees())
    yield "lapse, how many", "smoked", replace(LAPSED, told=replace(LAPSE, cigarettes_from=2, cigarettes_to=5))
    yield "lapse, that many", "smoked", replace(LAPSED, told=replace(LAPSE, cigarettes_from=13, cigarettes_to=13))
    for view in ("moment", "when", "idea", "bye", "type", "type_refused"):
        yield f"lapse, {view}", "smoked", replace(LAPSED, args={"view": view})
    yield "lapse, idea, with own", "smoked", replace(STRESSED, own=(5, "A walk"), args={"view": "idea"})
    yield "lapse, own", "smoked", replace(LAPSED, own=(5, NASTY), args={"view": "mine"})
    yield "lapse, own for that moment", "smoked", replace(STRESSED, own=(5, "A walk"), args={"view": "mine"})
    yield "lapse, kept", "smoked", replace(STRESSED, kept="Walk to the shop", args={"view": "kept", "item": 5})
    yield "lapse, kept for any", "smoked", replace(LAPSED, kept="Walk to the shop", args={"view": "kept", "item": 5})
    yield "lapse, not kept", "smoked", replace(STRESSED, args={"view": "kept"})
    yield "taken back", "smoked", replace(LAPSED, told=None)
    yield "taken back, check-in was closed", "smoked", replace(LAPSED, told=None, args={"closed": 1})


def _reasons() -> Iterator[Case]:
    yield "none", "reasons", ReasonsFacts(BOTH)
    two = (Reason(1, "Walking up the hill with Mia.", pinned=True), Reason(2, NASTY))
    gives = Reason(3, "A break from the noise at work", ReasonSide.SMOKING_NOW)
    table = (*two, gives, Reason(4, "I can't keep up with Mia", ReasonSide.SMOKING_LATER, pinned=True))
    for side in ReasonSide:
        yield f"asking, {side}", "reasons", ReasonsFacts(BOTH, view="ask", side=side)
    yield "two", "reasons", ReasonsFacts(BOTH, two)
    yield "one taken off", "reasons", ReasonsFacts(BOTH, two, off=7)
    yield "other words", "reasons", ReasonsFacts(BOTH, two, view="ask", opened=two[1])
    yield "one, shown first", "reasons", ReasonsFacts(BOTH, two, opened=two[0])
    yield "one of what smoking gives", "reasons", ReasonsFacts(BOTH, table, opened=gives, side=gives.side)
    yield "now and later, empty", "reasons", ReasonsFacts(BOTH, two, view="table")
    yield "now and later", "reasons", ReasonsFacts(BOTH, table, view="table")
    yield "a list of now and later", "reasons", ReasonsFacts(BOTH, table, side=ReasonSide.SMOKING_NOW)
    yield "an empty list", "reasons", ReasonsFacts(BOTH, two, side=ReasonSide.STOPPING_NOW)


def _own() -> Iterator[Case]:
    yield from _reasons()
    lived = LivedDays(TODAY, ATTEMPT, kept=True, days=Progress(6, 4, 1, 2), ridden_out=5, known={TODAY: True})
    yield "some days", "progress", ProgressFacts(lived)
    reached = milestone_at(40)
    yield "reached, to tell", "progress", ProgressFacts(lived, milestone=reached, tell=(HELD, KNOWS))
    yield "something got ready", "progress", ProgressFacts(lived, ready=3)
    yield "one day", "progress", ProgressFacts(replace(lived, days=Progress(1, 1), ridden_out=0))
    yield "first day", "progress", ProgressFacts(replace(lived, days=Progress(), ridden_out=0))
    yield "no quit date", "progress", ProgressFacts(LivedDays(TODAY, None, kept=True, ridden_out=1))
    ahead = replace(ATTEMPT, quit_on=TODAY + timedelta(days=3))
    yield "quit date ahead", "progress", ProgressFacts(LivedDays(TODAY, ahead, kept=True))
    yield "one day, smoked", "progress", ProgressFacts(replace(lived, days=Progress(smoked=1), ridden_out=0))
    untold = replace(lived, days=Progress(not_known=2), ridden_out=0)
    yield "no day told of", "progress", ProgressFacts(untold)
    yield "more", "progress", ProgressFacts(lived, "more")
    yield "not kept", "progress", ProgressFacts(LivedDays(TODAY, ATTEMPT, kept=False))
    yield "since", "progress", ProgressFacts(lived, "since")
    noticed = (Noticed(1, TODAY, Easier.SLEEP), Noticed(2, TODAY, Easier.SLEEP), Noticed(3, TODAY, Easier.OTHER, NASTY))
    yield "what got easier", "progress", ProgressFacts(lived, easier=(*noticed, Noticed(4, TODAY, Easier.TASTE)))
    yield "the body too", "progress", ProgressFacts(lived, body=True)
    yield "since, none known", "progress", ProgressFacts(replace(lived, known={}), "since")
    yield "", "at_hand", AtHandFacts()
    yield "", "more", MoreFacts()
