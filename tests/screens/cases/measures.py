"""The faces of the screens about how somebody smokes and feels, medicines, what they use to stop, what got easier."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.check_in.cards import CardShown
from bot.kit.people import Sees
from bot.measures.cards import MpssCardFacts
from bot.measures.mpss import MpssFacts
from bot.measures.screens import CloserFacts, EasierFacts, HsiEntryFacts, HsiFacts
from bot.measures.withdrawal import BodyFacts, WithdrawalFacts
from bot.medicines.cards import AidsCardFacts, MedicineCardFacts
from bot.medicines.medicine import CaffeineFacts, MedicineFacts, Offer
from bot.medicines.screens import AidsFacts, MedicinesFacts
from bot.practice.scores import ScoresFacts
from care.measures.scales import FillingOutcome
from care.medicines import Gate, MoodMedicines
from care.practice.weekly import Scores
from programme.check_in.closing_card import Card
from programme.facts.withdrawal import UP_TO_DAY, Felt, Since, explain, is_strongest_now
from programme.measures.dependence import Easier, First, Hsi, HsiTold, PerDay
from programme.measures.mood import Filling, MpssItem, Rating, mpss_result, response
from programme.medicines.aids import Aid, AidTold, Going
from programme.medicines.regular import Medicine, MedicineAnswer, MedicineQuestion, SmokingChange, Takes

NOW = datetime(2026, 3, 10, 19, 5, tzinfo=UTC)
TODAY = NOW.date()
LONDON = "Europe/London"
BOTH, KEPT, NOTHING = Sees("Lee", summary=True, keep=True, route="Lee"), Sees("Lee", keep=True), Sees("Lee")
QUIT = TODAY - timedelta(days=7)
VARENICLINE = MoodMedicines((Aid.VARENICLINE,), "111")
Case = tuple[str, str, Any]


def measures() -> Iterator[Case]:
    """What the case is called, the screen's name, and its facts."""
    yield "", "closer", CloserFacts()
    yield from _hsi()
    yield from _mpss()
    yield from _withdrawal()
    yield from _medicine()
    yield from _medicines()
    yield from _aids()
    yield from _rest()
    yield from _scores()


def _hsi() -> Iterator[Case]:
    asked = HsiFacts(BOTH, LONDON, asks=True)
    yield "first", "hsi", asked
    yield "first, nobody sees", "hsi", replace(asked, sees=KEPT)
    yield "first, nothing is kept", "hsi", replace(asked, sees=NOTHING)
    yield "many", "hsi", replace(asked, first=First.WITHIN_5)
    high = HsiTold(NOW, Hsi(First.WITHIN_5, PerDay.MORE))
    yield "told", "hsi", HsiFacts(BOTH, LONDON, (high,))
    low = HsiTold(NOW, Hsi(First.LATER, PerDay.UP_TO_10), entered=True)
    yield "told before, entered now", "hsi", HsiFacts(BOTH, LONDON, (high, low))
    yield "first", "hsi_entry", HsiEntryFacts('<b>"Sam" & co</b>')
    yield "many", "hsi_entry", HsiEntryFacts("Sam", First.LATER)


def filled(day: int, *scores: int) -> Filling:
    """A filling-in on that day since the quit date, of the first items, at its end."""
    on = QUIT + timedelta(days=day)
    return Filling(9, 7, NOW, on, dict(zip(MpssItem, scores, strict=False)), ended_at=NOW)


def came_to(
    filling: Filling, *before: Filling, quit_on: date | None = QUIT, medicines: MoodMedicines | None = None
) -> MpssFacts:
    """What it comes to."""
    ratings: list[Rating] = [one.rating for one in (*before, filling)]
    told = mpss_result(filling.rating, ratings, quit_on, medicine=medicines is not None)
    outcome = FillingOutcome(told, response(filling.rating, ratings, quit_on), medicines)
    return MpssFacts(filling, open=False, sees=BOTH, outcome=outcome, quit_on=quit_on)


BASELINE = filled(-1, 1, 3, 1, 2, 4, 1, 2, 3, 2)


def _mpss() -> Iterator[Case]:
    begun = Filling(9, 7, NOW, TODAY, {})
    for item in MpssItem:
        at = replace(begun, passed=frozenset(one for one in MpssItem if one < item))
        yield f"item {int(item)}", "mpss", MpssFacts(at, open=True, sees=BOTH)
    yield "very low", "mpss", MpssFacts(filled(7, 5), open=True, sees=BOTH, view="low")
    low = came_to(filled(7, 5), medicines=VARENICLINE)
    yield "very low, varenicline, nobody to tell", "mpss", replace(low, view="low", sees=Sees(keep=True))
    yield "closed", "mpss", MpssFacts(replace(filled(7, 2), ended_at=None), open=False, sees=BOTH)
    yield "closed, empty", "mpss", MpssFacts(begun, open=False, sees=BOTH)
    yield "nothing said", "mpss", came_to(filled(7))
    yield "baseline", "mpss", came_to(BASELINE)
    yield "no quit date", "mpss", came_to(BASELINE, quit_on=None)
    yield "baseline, very low", "mpss", came_to(filled(-1, 5))
    yield "day 7", "mpss", came_to(filled(7, 2, 3, 3, 4, 3, 2, 3, 3, 3), BASELINE)
    yield "day 7, all as before", "mpss", came_to(filled(7, 1, 3, 1, 2, 4, 1, 2, 0, 0), BASELINE)
    yield "day 7, no baseline", "mpss", came_to(filled(7, 3, 2, 3, 2, 2, 2, 2, 2, 2))
    yield "day 7, very low", "mpss", came_to(filled(7, 4, 3), BASELINE)
    yield "day 28, past its bounds", "mpss", came_to(filled(28, 2, 4, 1, 1, 1, 3), BASELINE)
    yield "day 30, urges", "mpss", came_to(filled(30, 2, 3, 3, 1, 1, 1, 1, 3, 3), BASELINE)
    yield "day 71, hungry", "mpss", came_to(filled(71, 1, 1, 1, 1, 5), BASELINE)
    yield "day 29, low mood", "mpss", came_to(filled(29, 3), BASELINE)
    yield "day 7, varenicline", "mpss", came_to(filled(7, 2, 3, 3), BASELINE, medicines=VARENICLINE)
    yield "it fits", "mpss", replace(came_to(filled(7, 2, 3, 3), BASELINE), view="fits")


def _withdrawal() -> Iterator[Case]:
    day = WithdrawalFacts(3, practitioner="Lee", route="Lee")
    yield "what", "withdrawal", day
    yield "how", "withdrawal", replace(day, felt=Felt.RESTLESS)
    yield "how, no quit date", "withdrawal", replace(day, day=None, felt=Felt.RESTLESS)
    for felt in UP_TO_DAY:
        for since in (Since.NEW, Since.WORSE):
            for told, on in _bands(felt, since):
                yield f"{felt}, {since}, {told}", "withdrawal", replace(day, felt=felt, since=since, day=on)
    for since in (Since.BEFORE, Since.UNKNOWN):
        for felt in (Felt.LOW_MOOD, Felt.HUNGRY, Felt.URGES):
            yield f"{felt}, {since}", "withdrawal", replace(day, felt=felt, since=since)
    for felt in (Felt.HUNGRY, Felt.LOW_MOOD):
        yield f"{felt}, no quit date", "withdrawal", replace(day, day=None, felt=felt, since=Since.NEW)
    yield "low mood, worse, no quit date", "withdrawal", replace(day, day=None, felt=Felt.LOW_MOOD, since=Since.WORSE)
    yield "varenicline", "withdrawal", replace(day, medicines=VARENICLINE, felt=Felt.IRRITABLE, since=Since.NEW)
    yield "worse, nobody to tell", "withdrawal", WithdrawalFacts(3, Felt.LOW_MOOD, Since.WORSE)


def _bands(felt: Felt, since: Since) -> Iterator[tuple[str, int]]:
    """The first day on which each thing is said, of the days on either side of every bound."""
    known = set()
    for day in (2, 9, 15, 29, 71, 400):
        says = explain(felt, day, since), is_strongest_now(felt, day) and since is Since.WORSE
        if says not in known:
            yield f"day {day}", day
        known.add(says)


TAKES = MedicineAnswer(4, 7, TODAY, SmokingChange.SET, TODAY, Takes.YES)
NAMED = replace(TAKES, which=frozenset({Medicine.OLANZAPINE, Medicine.CLOZAPINE, Medicine.OTHER}))
GATE = Gate(SmokingChange.SET, TODAY, MedicineQuestion.WHETHER)
SAID = Gate(SmokingChange.SET, TODAY, None, TAKES, TAKES)


def _medicine() -> Iterator[Case]:
    yield "ask", "medicine", MedicineFacts(GATE, BOTH, "ask")
    yield "ask, nothing is kept", "medicine", MedicineFacts(GATE, NOTHING, "ask")
    for moment in SmokingChange:
        knows = Gate(moment, TODAY, MedicineQuestion.KNOWS, TAKES)
        yield f"do they know, {moment}", "medicine", MedicineFacts(knows, BOTH, "ask")
    not_sure = replace(TAKES, takes=Takes.NOT_SURE)
    unsure = Gate(SmokingChange.QUIT_DAY, TODAY, MedicineQuestion.KNOWS, not_sure)
    yield "do they know, not sure", "medicine", MedicineFacts(unsure, BOTH, "ask")
    named = replace(SAID, told=NAMED, last=NAMED)
    yield "do they know, named", "medicine", MedicineFacts(replace(named, ask=MedicineQuestion.KNOWS), BOTH, "ask")
    yield "words", "medicine", MedicineFacts(SAID, BOTH, "words")
    yield "words, not sure", "medicine", MedicineFacts(replace(SAID, told=not_sure), BOTH, "words")
    back = Gate(SmokingChange.RELAPSE, TODAY, None, TAKES, TAKES)
    yield "words, smoking once more", "medicine", MedicineFacts(back, BOTH, "words")
    nothing = replace(SAID, told=replace(TAKES, takes=None))
    yield "words, nothing is kept", "medicine", MedicineFacts(nothing, NOTHING, "words")
    for view in ("known", "not_yet", "which"):
        yield view, "medicine", MedicineFacts(SAID, BOTH, view)
        yield f"{view}, clozapine", "medicine", MedicineFacts(named, BOTH, view)
        asked = MedicineFacts(named, BOTH, view, Offer("Sam", "Lee or Dr Ade"))
        yield f"{view}, clozapine, may the team be told?", "medicine", asked
        yield f"{view}, clozapine, the team was told", "medicine", MedicineFacts(named, BOTH, view, went=True)
    agreed = replace(KEPT, same_day=True)
    yield "which, not shown, but told the same day", "medicine", MedicineFacts(named, agreed, "which", went=True)
    yield "not yet, nobody sees", "medicine", MedicineFacts(SAID, KEPT, "not_yet")
    yield "no", "medicine", MedicineFacts(replace(SAID, told=replace(TAKES, takes=Takes.NO)), BOTH, "no")


def _medicines() -> Iterator[Case]:
    none = MedicinesFacts(BOTH, practitioner="Lee", call="111")
    yield "never asked", "medicines", none
    yield "none", "medicines", replace(none, told=replace(TAKES, takes=Takes.NO), uses=(Aid.PATCH, Aid.VAPE))
    yield "not checked", "medicines", replace(none, told=TAKES)
    yield "known", "medicines", replace(none, told=replace(TAKES, knows=True))
    for view in ("changed", "pregnant", "else"):
        yield view, "medicines", replace(none, view=view)
    yield "pregnant, nobody to tell", "medicines", MedicinesFacts(Sees(keep=True), view="pregnant", call="a pharmacist")


def _aids() -> Iterator[Case]:
    yield "none so far", "aids", AidsFacts(BOTH)
    some = AidsFacts(BOTH, (Aid.PATCH, Aid.VARENICLINE), asked=False, medicines=VARENICLINE)
    yield "two", "aids", some
    for view in ("going", "well", "mixed", "side-effects", "stopped", "options", "off"):
        yield view, "aids", replace(some, view=view)
    yield "side effects, no varenicline, nobody", "aids", AidsFacts(Sees(keep=True), (Aid.GUM,), view="side-effects")


def _rest() -> Iterator[Case]:
    yield "drinks", "caffeine", CaffeineFacts(True)
    yield "drinks none", "caffeine", CaffeineFacts(False)
    yield "asking", "body", BodyFacts()
    yield "shown", "body", BodyFacts(view="show")
    yield "three days, with progress", "body", BodyFacts(longest=3, is_on=True)
    yield "nothing yet", "easier", EasierFacts(BOTH)
    yield "two", "easier", EasierFacts(KEPT, frozenset({Easier.SLEEP, Easier.URGE}))
    yield "asking", "easier", EasierFacts(BOTH, view="ask")
    yield "kept", "easier", EasierFacts(BOTH, frozenset({Easier.SLEEP}), "kept")
    yield "none kept", "easier", EasierFacts(BOTH, view="kept")


def _scores() -> Iterator[Case]:
    yield "closed", "scores", ScoresFacts("")
    yield "not shown", "scores", ScoresFacts("Sam")
    nothing = Scores((), (), None, None, ())
    yield "nothing said", "scores", ScoresFacts("Sam", nothing)
    low = HsiTold(NOW, Hsi(First.LATER, PerDay.UP_TO_20), entered=True)
    high = HsiTold(NOW, Hsi(First.WITHIN_5, PerDay.MORE))
    ratings = [
        one.rating
        for one in (filled(-7, 2, 3, 1, 1, 5, 1, 2), BASELINE, filled(7, 2, 3, 4, 4, 3, 2, 3, 3, 3), filled(14, 1))
    ]
    aids = (AidTold(1, 7, NOW, Aid.PATCH, Going.USING), AidTold(2, 7, NOW, Aid.VAPE, Going.WELL))
    full = Scores((high, low), ratings, QUIT, NAMED, aids)
    yield "all", "scores", ScoresFacts('<b>"Sam" & co</b>', full, LONDON)
    yield "no baseline", "scores", ScoresFacts("Sam", replace(full, hsi=(high,), ratings=ratings[2:]), LONDON)
    yield "baseline alone", "scores", ScoresFacts("Sam", replace(nothing, ratings=ratings[:2], quit_on=QUIT), LONDON)
    yield "no quit date", "scores", ScoresFacts("Sam", replace(nothing, ratings=ratings[:1]), LONDON)
    for told in (replace(TAKES, takes=Takes.NO), replace(TAKES, takes=Takes.NOT_SURE), replace(TAKES, knows=True),
                 replace(TAKES, checked=True)):  # fmt: skip
        called = f"medicine {told.takes}, known {told.knows}, checked {told.checked}"
        yield called, "scores", ScoresFacts("Sam", replace(nothing, medicine=told))


CARDS = {
    "medicine": CardShown(Card.MEDICINE, MedicineCardFacts(replace(GATE, moment=SmokingChange.HALVED), BOTH)),
    "medicine, do they know": CardShown(
        Card.MEDICINE, MedicineCardFacts(Gate(SmokingChange.BACK, TODAY, MedicineQuestion.KNOWS, NAMED), BOTH)
    ),
    "may the team be told?": CardShown(Card.SAME_DAY, Offer("Sam", "Lee or Dr Ade")),
    "nine questions before": CardShown(Card.MPSS, MpssCardFacts(before=True)),
    "nine questions after": CardShown(Card.MPSS, MpssCardFacts(before=False, compared=True)),
    "nine questions after, none before": CardShown(Card.MPSS, MpssCardFacts(before=False)),
    "caffeine": CardShown(Card.CAFFEINE, 3),
    "usual day": CardShown(Card.USUAL, 0),
    "aids": CardShown(Card.AIDS, AidsCardFacts()),
    "aids, how it goes": CardShown(Card.AIDS, AidsCardFacts((Aid.PATCH, Aid.GUM))),
    "how they smoke": CardShown(Card.HSI, 0),
    "easier": CardShown(Card.EASIER, 0),
}
