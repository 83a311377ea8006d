"""The faces of the diary: what is asked, the closing words, when it was, what was felt; and the look-back."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.diary.screens import DiaryFacts, StressFollowUpFacts
from bot.kit.people import Sees
from programme.check_in.answers import HardMoment
from programme.diary.entries import Entry, EntryQuestion, FeelingCount, StressAnswer
from programme.diary.patterns import Company, Feeling, StressFollowUp
from programme.planning.reasons import Purpose
from programme.quitting.lapses import Smoked
from programme.toolkit.strategies import Function, StrategyPlace

NOW = datetime(2026, 3, 10, 15, 5, tzinfo=UTC)
BOTH = Sees("Lee", summary=True, keep=True, route="Lee")
NASTY = '<b>"Sam" & co</b> ' * 12
CIGARETTE = Entry(9, 7, NOW, NOW)
URGE = replace(CIGARETTE, urge=4)
SMOKED = Smoked(9, 7, NOW, date(2026, 3, 10))
NOTED = DiaryFacts(NOW, "Europe/London", BOTH, CIGARETTE, SMOKED)
URGED = replace(NOTED, entry=URGE, told=None)
SAID = replace(
    CIGARETTE,
    moment=HardMoment.DRINK,
    feeling=Feeling.GOOD,
    place=StrategyPlace.OUT,
    company=Company.SMOKERS,
    function=Function.COMPANY,
)
FELT = (FeelingCount(Feeling.STRESSED, 5, 1), FeelingCount(Feeling.BORED, 1, 2))
Case = tuple[str, str, Any]


def diary() -> Iterator[Case]:
    """What the case is called, the screen's name, and its facts."""
    yield from _asked()
    yield from _closing()
    yield from _look_back()


def _asked() -> Iterator[Case]:
    start = DiaryFacts(NOW, "Europe/London", BOTH)
    yield "start", "diary", start
    yield "start, nobody sees", "diary", replace(start, sees=Sees("Lee", keep=True))
    yield "start, nothing is kept", "diary", replace(start, sees=Sees())
    yield "felt so far", "diary", replace(start, felt=FELT, args={"view": "felt"})
    yield "felt, too few", "diary", replace(start, felt=FELT[1:], args={"view": "felt"})
    for ask in EntryQuestion:
        yield f"cigarette, {ask}", "diary", replace(NOTED, args={"ask": ask})
    yield "urge, where", "diary", replace(URGED, args={"ask": EntryQuestion.WHERE})
    yield "urge, gave", "diary", replace(URGED, sees=Sees(), args={"ask": EntryQuestion.GAVE})
    yield "something else", "diary", replace(NOTED, args={"ask": EntryQuestion.FELT, "other": 1})
    yield "very low", "diary", replace(NOTED, args={"ask": EntryQuestion.GAVE, "low": 1})
    yield "very low, nobody to tell", "diary", replace(NOTED, sees=Sees(), args={"low": 1})


def _closing() -> Iterator[Case]:
    yield "nothing said", "diary", NOTED
    yield "all said", "diary", replace(NOTED, entry=SAID, told=replace(SMOKED, cigarettes_from=6))
    yield "nothing is kept", "diary", replace(NOTED, sees=Sees())
    typed = replace(NOTED, entry=replace(CIGARETTE, moment=HardMoment.OTHER), words={Purpose.GOING_ON: NASTY})
    yield "own words", "diary", typed
    yield "urge", "diary", replace(URGED, entry=replace(URGE, moment=HardMoment.STRESS, feeling=Feeling.STRESSED))
    earlier = replace(CIGARETTE, at=NOW - timedelta(hours=20))
    yield "earlier", "diary", replace(NOTED, entry=earlier)
    yield "urge, earlier", "diary", replace(URGED, entry=replace(URGE, at=earlier.at))
    for said in ("offer", "yes", "no"):
        yield f"look-back, {said}", "diary", replace(NOTED, entry=SAID, args={"look_back": said})
    yield "when", "diary", replace(NOTED, args={"view": "when"})
    yield "when, was earlier", "diary", replace(NOTED, entry=earlier, args={"view": "when"})
    yield "when, looked at later", "diary", replace(NOTED, now=NOW + timedelta(days=2), args={"view": "when"})
    yield "when, yesterday", "diary", replace(NOTED, args={"view": "when", "day": 1})
    yield "how many", "diary", replace(NOTED, args={"view": "many"})
    yield "gave, own words", "diary", replace(NOTED, args={"view": "gave"})
    yield "gave, words are not kept", "diary", replace(NOTED, sees=Sees(), args={"view": "gave"})
    yield "taken back", "diary", replace(NOTED, entry=None, args={"written": 1})


def _look_back() -> Iterator[Case]:
    asked = StressFollowUpFacts(StressAnswer(9, NOW, 4))
    answered = replace(asked, asked=StressAnswer(9, NOW, 4, 2))
    yield "asked", "look_back", asked
    yield "answered", "look_back", answered
    yield "counts", "look_back", replace(answered, counts=StressFollowUp(2, 3, 2))
    yield "too late", "look_back", replace(asked, args={"late": 1})
    yield "said", "look_back", replace(answered, args={"said": 1})
