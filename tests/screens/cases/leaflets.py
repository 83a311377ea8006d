"""Each medicine to stop with at each moment at which its leaflet has something to say; with Lee, and with nobody."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any, Final

from bot.check_in.facts import CheckInFacts
from bot.craving.after import RoughFacts
from bot.craving.screens import CravingFacts
from bot.diary.screens import DiaryFacts
from bot.kit.people import Sees
from bot.measures.withdrawal import WithdrawalFacts
from bot.medicines.screens import AidsFacts, MedicinesFacts
from bot.safety.crisis import CrisisFacts
from care.medicines import MoodMedicines
from programme.check_in.answers import DayInOneTap, HardMoment, Mood, Question
from programme.diary.patterns import Feeling
from programme.facts.withdrawal import Felt, Since
from programme.medicines.aids import CHANGES_MOOD, Aid
from programme.medicines.regular import MedicineAnswer, SmokingChange, Takes
from programme.safety.cards import BRITAIN, CARDS, CrisisCard
from programme.schedule.course import Form
from programme.schedule.prompt import PromptState
from tests.screens.cases.quitting import LAPSED
from tests.screens.cases.toolkit import EVERY, RATED

Case = tuple[str, str, Any]
NOW: Final = datetime(2026, 3, 10, 19, 5, tzinfo=UTC)
LONDON: Final = "Europe/London"
LEE: Final = Sees("Lee", summary=True, keep=True, route="Lee")
NOBODY: Final = Sees(keep=True)
NEAR: Final = {  # a practitioner or none, and a nation or none
    "Lee, England": (LEE, CARDS["GB-ENG"]),
    "nobody, no nation": (NOBODY, CARDS[BRITAIN]),
    "nobody, Northern Ireland": (NOBODY, CARDS["GB-NIR"]),
}
READ: Final = (Aid.VARENICLINE, Aid.CYTISINE, Aid.BUPROPION, Aid.PATCH, Aid.VAPE, Aid.OTHER)
FOUR: Final = (Aid.VARENICLINE, Aid.CYTISINE, Aid.PATCH, Aid.GUM)


def every_leaflet_case(check_in: CheckInFacts, diary: DiaryFacts) -> Iterator[Case]:
    """Every medicine at every moment in every state."""
    for uses in (*((aid,) for aid in Aid if aid is not Aid.NONE), FOUR):
        for near in NEAR:
            yield from _of(uses, near, check_in, diary)


def leaflet_cases(check_in: CheckInFacts, diary: DiaryFacts) -> Iterator[Case]:
    """Those of them to be read: with Lee all, and where no 111 answers, several."""
    for uses in (*((aid,) for aid in READ), FOUR):
        yield from _of(uses, "Lee, England", check_in, diary)
    yield from _of(FOUR, "nobody, Northern Ireland", check_in, diary)


def _of(uses: tuple[Aid, ...], near: str, check_in: CheckInFacts, diary: DiaryFacts) -> Iterator[Case]:
    sees, card = NEAR[near]
    called, mood = f"{', '.join(uses)}; {near}", medicines(uses, card)
    aids = AidsFacts(sees, uses, medicines=mood, stopped=uses)
    for view in ("side-effects", "mixed", "stopped"):
        yield f"{view}: {called}", "aids", replace(aids, view=view)
    takes = MedicineAnswer(4, 7, NOW.date(), SmokingChange.SET, NOW.date(), Takes.YES)
    hub = MedicinesFacts(sees, takes, uses, sees.practitioner, call=card.medicines)
    for view in ("", "else", "pregnant"):
        yield f"{view or 'hub'}: {called}", "medicines", replace(hub, view=view)
    if mood is None:
        return
    low = replace(check_in, sees=sees, medicines=mood, question=Question.URGE)
    low = replace(low, said=replace(low.said, mood=Mood.LOW))
    yield f"low: {called}", "check_in", replace(low, view="enough")
    yield f"very low: {called}", "check_in", replace(low, said=replace(low.said, mood=Mood.VERY_LOW), view="low")
    done = replace(low, prompt=replace(low.prompt, state=PromptState.DONE), question=None)
    yield f"low, saved: {called}", "check_in", done
    moment = replace(done.said, mood=Mood.OK, moment=HardMoment.LOW_MOOD)
    yield f"low at the hardest moment, saved: {called}", "check_in", replace(done, said=moment)
    soft = replace(done.prompt, form=Form.SOFT.value)
    hard = replace(done.said, mood=None, day=DayInOneTap.HARD)
    yield f"hard after a card: {called}", "check_in", replace(done, prompt=soft, said=hard)
    yield from _elsewhere(called, replace(diary, sees=sees, medicines=mood), sees, card)


def _elsewhere(called: str, diary: DiaryFacts, sees: Sees, card: CrisisCard) -> Iterator[Case]:
    mood = diary.medicines
    assert diary.entry is not None
    unhappy = replace(diary, entry=replace(diary.entry, feeling=Feeling.UNHAPPY))
    yield f"very low: {called}", "diary", replace(diary, args={"low": 1})
    yield f"unhappy: {called}", "diary", unhappy
    yield f"unhappy, one question on: {called}", "diary", replace(unhappy, args={"ask": "gave"})
    yield f"rough: {called}", "rough", RoughFacts(NOW, LONDON, sees.route, joined=True, medicines=mood)
    yield f"card: {called}", "crisis", CrisisFacts(card, sees.route, medicines=mood)
    assert LAPSED.told is not None
    lapse = replace(LAPSED.told, moment=HardMoment.LOW_MOOD)
    idea = replace(LAPSED, told=lapse, medicines=mood, args={"view": "idea"})
    yield f"lapse: {called}", "smoked", idea
    craving = CravingFacts(rates=True, known=replace(RATED, moment=HardMoment.LOW_MOOD), medicines=mood)
    yield f"craving: {called}", "craving", replace(craving, every=EVERY, top=EVERY[:3])
    felt = WithdrawalFacts(3, practitioner=sees.practitioner, route=sees.route, medicines=mood, since=Since.NEW)
    for one in (Felt.LOW_MOOD, Felt.POOR_SLEEP):
        yield f"{one}: {called}", "withdrawal", replace(felt, felt=one)


def medicines(uses: tuple[Aid, ...], card: CrisisCard) -> MoodMedicines | None:
    """Those of them that can change mood, as care.medicines gives them."""
    mood = tuple(one for one in uses if one in CHANGES_MOOD)
    return MoodMedicines(mood, card.medicines) if mood else None
