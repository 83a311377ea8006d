"""The faces of what comes after a lapse, of a relapse that is named, of rough days, and of what was lived."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.craving.after import RoughFacts
from bot.kit.people import Sees
from bot.measures.ratings import RatingFacts, UsualFacts
from bot.quitting.lapses import RelapseFacts
from bot.quitting.progress import ProgressFacts, TriesFacts
from bot.quitting.quit_date import StageFacts, WeekendFacts, WhyMovedFacts
from bot.quitting.taps import USUAL
from care.medicines import Gate
from care.quitting.progress import Counted, LivedDays, QuitTry
from programme.measures.dependence import UsualDay
from programme.medicines.regular import MedicineQuestion, SmokingChange
from programme.quitting.attempts import Attempt, WhyMoved
from programme.quitting.lapses import Stage
from programme.quitting.outcomes import LivedProgress, Progress
from programme.quitting.relapses import Choice
from programme.quitting.working import Code, WorkingStep
from tests.screens.cases.quitting import ATTEMPT, BOTH, LAPSED, LONDON, NASTY, NOW, STRESSED, TODAY

NOON = NOW.replace(hour=12)
MORNING = datetime(2026, 3, 11, 8, 0, tzinfo=UTC)
TOLD = UsualDay(20, date(2026, 3, 1), 1450, "GBP")
STEPS = (
    WorkingStep.of(Code.FREE_DAYS, days=6, of=7), WorkingStep.of(Code.NOT_SAID_DAYS, days=2),
    WorkingStep.of(Code.USUAL, number=20),
    WorkingStep.of(Code.MOST_COUNTED, days=1), WorkingStep.of(Code.LESS_DAYS, days=1),
    WorkingStep.of(Code.PACKET, price=1450, number=20),
)  # fmt: skip
KNOWN = Counted(TOLD, LivedProgress(Progress(6, 4, 1, 2), 5, 135, 9787, STEPS))
NOTHING = Counted(None, LivedProgress(Progress(6, 4, 1, 2), 5, None, None, (WorkingStep.of(Code.USUAL_NOT_SAID),)))
NO_PRICE = Counted(
    replace(TOLD, price=None, currency=None),
    LivedProgress(
        Progress(1, 1), 0, 20, None, (WorkingStep.of(Code.USUAL, number=20), WorkingStep.of(Code.PRICE_NOT_SAID))
    ),
)
Case = tuple[str, str, Any]


def lapse_cases() -> Iterator[Case]:
    """What the case is called, the screen's name, and its facts."""
    yield from _lapse()
    yield from _rough()
    yield from _numbers()
    yield from _progress()
    yield from _tries()


def _lapse() -> Iterator[Case]:
    kept = replace(STRESSED, kept="Walk to the shop", args={"view": "kept", "item": 5})
    yield "lapse, kept, nobody keeps answers", "smoked", replace(kept, sees=Sees("Lee"))
    yield "lapse, kept, nasty", "smoked", replace(kept, kept=NASTY)
    yield "lapse, how sure", "smoked", replace(LAPSED, args={"view": "sure"})
    yield "lapse, so sure", "smoked", replace(LAPSED, args={"view": "sure_said", "sure": 3})
    asked = RelapseFacts(BOTH, going=True, smoke_free=6)
    yield "asked", "relapse", asked
    yield "asked, one day, nobody sees", "relapse", replace(asked, sees=Sees("Lee", keep=True), smoke_free=1)
    yield "asked, no day", "relapse", replace(asked, smoke_free=0)
    yield "nothing goes on", "relapse", replace(asked, going=False)
    gate = Gate(SmokingChange.RELAPSE, date(2026, 3, 10), MedicineQuestion.WHETHER)
    yield "said, medicine", "relapse", replace(asked, said=Choice.CUT_DOWN, medicine=gate)
    for choice in Choice:
        yield f"said {choice}", "relapse", replace(asked, going=False, said=choice)
    yield "said cut_down, to be undone", "relapse", replace(asked, going=False, said=Choice.CUT_DOWN, undo=3)


def _rough() -> Iterator[Case]:
    yield "", "rough", RoughFacts(NOW, LONDON, "Lee", joined=True)
    yield "at noon", "rough", RoughFacts(NOON, LONDON, "Lee", joined=True)
    yield "nobody to tell", "rough", RoughFacts(NOW, LONDON)
    left = RoughFacts(NOW, LONDON, "Lee", joined=True, left=True, hello=MORNING)
    yield "left for tonight", "rough", left
    yield "left for tonight, no hello", "rough", replace(left, hello=None)


def _numbers() -> Iterator[Case]:
    for what in ("ready", "sure"):
        yield f"{what}?", "rating", RatingFacts(what)
        yield f"{what}, nothing is kept", "rating", RatingFacts(what, keeps=False)
        yield f"{what}, 3", "rating", RatingFacts(what, value=3)
    yield "ready, 10", "rating", RatingFacts("ready", value=10)
    yield "ready, in words", "rating", RatingFacts("ready", value=3, done=True)
    for view in ("", "type", "kept"):
        yield view or "chips", "why_moved", WhyMovedFacts(view)
    yield "nothing is kept", "why_moved", WhyMovedFacts(keeps=False)
    yield "", "weekend", WeekendFacts()
    yield "nothing is kept", "weekend", WeekendFacts(keeps=False)


def _progress() -> Iterator[Case]:
    lived = LivedDays(TODAY, ATTEMPT, kept=True, days=Progress(6, 4, 1, 2), ridden_out=5, known={TODAY: True})
    full = ProgressFacts(lived, counted=KNOWN, tried=9, sure=(2, 1, 4, 6, 7))
    yield "cigarettes and money", "progress", full
    none = replace(KNOWN, lived=replace(KNOWN.lived, not_smoked=0, money=0))
    yield "no cigarettes and no money so far", "progress", replace(full, counted=none, sure=())
    yield "no price", "progress", replace(full, counted=NO_PRICE, sure=())
    for name, counted in (("all", KNOWN), ("no price", NO_PRICE), ("nothing said", NOTHING)):
        yield f"working, {name}", "progress", replace(full, counted=counted, view="working")
    yield "nothing told", "usual", UsualFacts(None)
    yield "nothing is kept", "usual", UsualFacts(None, keeps=False)
    yield "told", "usual", UsualFacts(TOLD)
    yield "told, in yen", "usual", UsualFacts(replace(TOLD, price=600, currency="JPY", packet_of=40))
    yield "told, no price", "usual", UsualFacts(replace(TOLD, a_day=1, price=None, currency=None))
    for view in USUAL:
        yield f"asked {view}", "usual", UsualFacts(None, view=view)
        yield f"refused {view}", "usual", UsualFacts(TOLD, view=view, refused=True)


def _tries() -> Iterator[Case]:
    over = Attempt(2, 7, date(2026, 2, 2), ended_on=date(2026, 2, 9))
    planned = Attempt(1, 7, date(2026, 1, 12), ended_on=date(2026, 1, 8))
    ahead = replace(ATTEMPT, quit_on=TODAY + timedelta(days=3))
    yield "none", "tries", TriesFacts(TODAY)
    for stage in Stage:
        yield f"said {stage}", "stage", StageFacts(BOTH, stage)
        yield f"none, {stage}", "tries", TriesFacts(TODAY, stage=stage)
    yield "asked", "stage", StageFacts(BOTH)
    yield "asked, nobody sees", "stage", StageFacts(Sees("Lee", keep=True))
    yield "nothing is kept", "stage", StageFacts(Sees("Lee"))
    yield "said smoking, a try goes on", "stage", StageFacts(BOTH, Stage.SMOKING, going=True)
    yield "planned", "tries", TriesFacts(TODAY, (QuitTry(ahead, Progress()), QuitTry(planned, Progress())))
    why = QuitTry(over, Progress(5, 3, 1), why=WhyMoved.TOO_MUCH, is_chip=True)
    own = replace(why, why=NASTY, is_chip=False, days=Progress(1, 1))
    yield "two", "tries", TriesFacts(TODAY, (QuitTry(ATTEMPT, Progress(6, 4, 1, 2)), why, QuitTry(planned, Progress())))
    yield "one, early lapse", "tries", TriesFacts(TODAY, (QuitTry(ATTEMPT, Progress(smoked=1)),))
    yield "many", "tries", TriesFacts(TODAY, (QuitTry(ATTEMPT, Progress(6, 4, 1, 2)), *(own,) * 9))
