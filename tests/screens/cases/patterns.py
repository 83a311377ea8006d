"""The faces of patterns, of the pictures and of how it goes round."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.diary.patterns import CycleFacts, PatternsFacts
from bot.diary.pictures import PictureFacts
from bot.kit.people import Sees
from care.diary.patterns import Round
from care.diary.pictures import InPictures, PictureKind, PicturesShown
from programme.check_in.answers import HardMoment, Mood
from programme.check_in.counts import Share
from programme.diary.patterns import (
    Correction,
    Feature,
    FeatureKind,
    Features,
    Feeling,
    LogEntry,
    Observation,
    StressFollowUp,
)
from programme.diary.pictures import PATTERN_CODES, CigaretteDays, Cycle, MoodDays

AT = datetime(2026, 2, 2, 22, 30, tzinfo=UTC)
FIRST = date(2026, 9, 23)
NASTY = '<b>"Sam" & co</b>'
BOTH = Sees("Lee", summary=True, keep=True, route="Lee")
LONG = "It is the walk home past the shop, every time. " * 20
NIGHT, LOW = Feature(FeatureKind.PART, "night"), Feature(FeatureKind.MOOD, "low")
STRESS, OWN = Feature(FeatureKind.MOMENT, "stress"), Feature(FeatureKind.OWN, "12")
LONGEST: Features = frozenset({Feature(FeatureKind.MOMENT, "good_mood"), Feature(FeatureKind.FUNCTION, "company")})
PAIR: Features = frozenset({NIGHT, LOW})
LOGS = [
    LogEntry(AT + timedelta(hours=7 * n), list(HardMoment)[n % 7], None, feeling=list(Feeling)[n % 8])
    for n in range(127)
]
FELT = MoodDays(FIRST, (*Mood, None, Mood.LOW) * 4, (5, 4, None, 3, 2, 1, 0) * 4)
SMOKED = CigaretteDays(FIRST, ((12, 200), (10, 10), None, (20, 20), (2, 5), (8, 8), (120, 120)) * 12)
GOES = Cycle(HardMoment.OTHERS, Share(18, 114), Feeling.STRESSED, Share(16, 18), StressFollowUp(12, 13, 12))
BARE = Cycle(HardMoment.STRESS, Share(8, 14))
Case = tuple[str, str, Any]


def patterns() -> Iterator[Case]:
    """What the case is called, the screen's name, and its facts."""
    yield from _found()
    yield from _said()
    yield from _pictures()
    yield from _cycle()


def _found() -> Iterator[Case]:
    one = Observation(PAIR, 9, 14)
    seen = PatternsFacts(True, 14, (one,), drawable=tuple(PictureKind))
    yield "nothing is kept", "patterns", PatternsFacts(False)
    yield "none yet", "patterns", PatternsFacts(True)
    yield "too few", "patterns", PatternsFacts(True, 3, drawable=(PictureKind.FELT,))
    yield "one, asked about", "patterns", seen
    yield "nothing stands out", "patterns", replace(seen, found=())
    yield "it fits", "patterns", replace(seen, found=(replace(one, confirmed=True),), said=(Correction(PAIR, True),))
    other = Observation(frozenset({STRESS}), 8, 12)
    third = Observation(LONGEST, 70, 140)
    theirs = Observation(frozenset({OWN}), theirs=True)
    yield "three", "patterns", replace(seen, found=(replace(one, confirmed=True), other, third))
    named = Observation(frozenset({STRESS}), theirs=True)
    yield "theirs first", "patterns", replace(seen, found=(theirs, named, one), words={"12": NASTY + LONG})


def _said() -> Iterator[Case]:
    seen = PatternsFacts(True, 14, of="mood.low,part.night", words={"12": NASTY + LONG})
    yield "what is it about", "patterns", replace(seen, view="kind")
    for kind in PATTERN_CODES:
        yield f"what is it: {kind}", "patterns", replace(seen, view=kind.value)
    yield "the one that we saw is not offered", "patterns", replace(seen, view="part", of="part.night")
    yield "in own words", "patterns", replace(seen, view="own")
    said = (
        Correction(PAIR, True),
        Correction(LONGEST),
        Correction(PAIR, instead=OWN),
        Correction(PAIR, instead=STRESS),
    )
    yield "all that was said", "patterns", replace(seen, view="said", said=said)
    yield "nothing was said", "patterns", replace(seen, view="said")


def _pictures() -> Iterator[Case]:
    yield "which picture", "patterns", PatternsFacts(True, 14, drawable=tuple(PictureKind), view="pictures")
    yield "no picture yet", "patterns", PatternsFacts(True, 3, view="pictures")
    there = InPictures(LOGS, FELT, SMOKED, (date(2026, 10, 28), date(2026, 11, 2)))
    for which in PictureKind:
        yield which.value, "picture", PictureFacts(which, there, Sees("Lee", keep=True))
    yield "nothing to draw any more", "picture", PictureFacts(PictureKind.WHEN, InPictures(), BOTH)
    bare = [replace(log, moment=None) for log in LOGS[:7]]
    yield "feelings alone", "picture", PictureFacts(PictureKind.WHAT, InPictures(bare), BOTH)
    moods = MoodDays(FIRST, (Mood.OK,) * 7, (None,) * 7)
    yield "moods alone", "picture", PictureFacts(PictureKind.FELT, InPictures(felt=moods), BOTH)
    urges = MoodDays(FIRST, (None,) * 7, (3,) * 7)
    yield "urges alone", "picture", PictureFacts(PictureKind.FELT, InPictures(felt=urges), BOTH)
    of = PicturesShown(7, NASTY, shown=True, felt=FELT)
    yield "of a client", "picture_of", of
    yield "of a client, too little", "picture_of", replace(of, felt=None)
    yield "of a client, not shown", "picture_of", replace(of, felt=None, shown=False)
    yield "of nobody of theirs", "picture_of", PicturesShown(0, None, shown=False)
    mixed = CigaretteDays(FIRST, ((0, 0),) * 5 + (None,) * 7 + ((6, None), (2, 5), (3, 3)))
    yield "none, gaps and no upper end", "picture", PictureFacts(PictureKind.SMOKED, InPictures(smoked=mixed), BOTH)


def _cycle() -> Iterator[Case]:
    mine = CycleFacts(Round(True, 127, GOES), "Lee", "Europe/London")
    yield "nothing is kept", "cycle", replace(mine, goes=Round(False))
    yield "too few", "cycle", replace(mine, goes=Round(True, 3))
    yield "what was going on is not known", "cycle", replace(mine, goes=Round(True, 14))
    yield "theirs alone", "cycle", mine
    yield "nobody to show it to", "cycle", replace(mine, practitioner=None)
    yield "shared", "cycle", replace(mine, practitioner=NASTY, goes=Round(True, 127, GOES, True, (GOES, AT)))
    yield "shared as it was", "cycle", replace(mine, goes=Round(True, 14, BARE, False, (GOES, AT)))
