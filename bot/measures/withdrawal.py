"""What changes in the body after stopping, and what is common then: shown to who asks, inside the bounds of its
source."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from bot.kit.parts import lines, paragraphs, rows
from bot.kit.people import practitioner_name, route_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_BELOW, OPEN_MINE, OPEN_VIEW
from bot.measures.screens import to_closer
from bot.measures.taps import BODY, CLOSER, FELT
from bot.medicines.gate import mood_lines
from bot.safety.crisis import tell_button
from bot.texts import Texts
from care.medicines import MoodMedicines, mood_medicines
from care.people.consent import wants
from care.quitting.dates import quit_day
from care.quitting.progress import LivedDays, progress_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.facts.registry import FACTS
from programme.facts.withdrawal import (
    AT_LEAST,
    UP_TO_DAY,
    WORTH_TELLING,
    ExplainedAs,
    Felt,
    Since,
    explain,
    is_strongest_now,
    longest,
    tells_too,
    weeks,
)
from programme.people.person import Person, Switch

# The days of the longest smoke-free stretch from which on each may be said to be reached. That stretch never shrinks.
REACHED: Final[Mapping[str, int]] = {
    "20-minutes": 1,
    "8-hours": 1,
    "48-hours": 2,
    "72-hours": 3,
    "2-12-weeks": 84,
    "3-9-months": 274,
    "1-year": 366,
    "10-years": 3653,
}


@dataclass(frozen=True, slots=True)
class BodyFacts:
    """`longest` smoke-free stretch in days; `is_on`: with their progress too. `view` "show": they asked."""

    longest: int = 0
    is_on: bool = False
    view: str = ""


async def body_facts(tx: Tx, person: Person, row: ScreenRow) -> BodyFacts:
    """As it is now."""
    longest = (await progress_of(tx, person)).days.longest
    return BodyFacts(longest, await wants(tx, person, Switch.BODY), row.args.get("view", ""))


def body_screen(facts: BodyFacts, texts: Texts) -> Screen:
    """Whether they want to know; then all of it, what is reached marked."""
    if facts.view != "show" and not facts.is_on:
        show = does(texts.label("body-show"), OPEN_VIEW, "show")
        return Screen(texts("body-ask"), ((show, does(texts.label("check-in-not-now"), OPEN_MINE, "closer")),))
    url = next(one.url for one in FACTS if one.id == "body-20-minutes")
    listed = (
        texts("body-reached" if facts.longest >= days else "body-ahead", line=texts.label(f"body-{name}"))
        for name, days in REACHED.items()
    )
    switch = does(texts.label("body-off" if facts.is_on else "body-on"), BODY, not facts.is_on)
    words = paragraphs(texts("body"), lines(*listed), texts("body-from", url=url))
    return Screen(words, ((switch,), (to_closer(texts),)))


def body_line(lived: LivedDays, texts: Texts) -> str | None:
    """The last that is reached, for who wants it with their progress."""
    reached = [name for name, days in REACHED.items() if lived.days.longest >= days]
    return texts("body-reached", line=texts.label(f"body-{reached[-1]}")) if reached else None


@dataclass(frozen=True, slots=True)
class WithdrawalFacts:
    """`day` since the quit date (None: there is none); `felt` and `since` as tapped. Nothing of it is kept.

    `medicines`: those they use that can change mood. `route` names whom they may ask to get in touch.
    """

    day: int | None = None
    felt: Felt | None = None
    since: Since | None = None
    medicines: MoodMedicines | None = None
    practitioner: str | None = None
    route: str | None = None


async def withdrawal_facts(tx: Tx, person: Person, row: ScreenRow) -> WithdrawalFacts:
    """The day, and whose client they are."""
    felt, since = row.args.get("felt"), row.args.get("since")
    return WithdrawalFacts(
        day=await quit_day(tx, person),
        felt=Felt(felt) if felt else None,
        since=Since(since) if since else None,
        medicines=await mood_medicines(tx, person),
        practitioner=await practitioner_name(tx, person),
        route=await route_of(tx, person),
    )


def withdrawal_screen(facts: WithdrawalFacts, texts: Texts) -> Screen:
    """What is it, how is it, and what may be said of it."""
    if facts.felt is None:
        each = (does(texts.label(f"felt-{one}"), FELT, (one, None)) for one in UP_TO_DAY)
        return Screen(paragraphs(texts("withdrawal"), texts("who-nothing-kept")), (*rows(each, 2), (to_closer(texts),)))
    if facts.since is None:
        has_day = facts.day is not None and facts.day >= 0
        key = "withdrawal-since" if has_day else "withdrawal-since-now"
        asked = texts(key, felt=texts.label(f"felt-{facts.felt}"))
        stands = (does(texts.label(f"withdrawal-{one}"), FELT, (facts.felt, one)) for one in Since)
        return Screen(asked, (*rows(stands, 1), (_other(texts),)))
    return _said(facts, facts.felt, facts.since, texts)


def _said(facts: WithdrawalFacts, felt: Felt, since: Since, texts: Texts) -> Screen:
    said = explain(felt, facts.day, since, medicine=facts.medicines is not None)
    return Screen(_words(facts, felt, since, said, texts), _ways(facts, felt, said, texts))


def _words(facts: WithdrawalFacts, felt: Felt, since: Since, said: ExplainedAs, texts: Texts) -> str:
    who = facts.practitioner or texts.label("someone-near")
    day = facts.day or 0
    label = texts.label(f"felt-{felt}")
    match said:
        case ExplainedAs.COMMON | ExplainedAs.STILL if felt not in WORTH_TELLING:
            return _of_stopping(felt, day, since, said, texts)
        case ExplainedAs.COMMON:
            args: dict[str, str | int] = {"felt": label, "weeks": weeks(felt), "day": day, "practitioner": who}
            return texts("withdrawal-said-common-mood", **args)
        case ExplainedAs.DIFFER:
            args = {"felt": label, "weeks": weeks(felt), "longer": longest(felt), "day": day, "practitioner": who}
            return texts("withdrawal-said-differ", **args)
        case ExplainedAs.LONGER:
            return texts("withdrawal-said-longer", felt=label, weeks=longest(felt), day=day, practitioner=who)
        case ExplainedAs.PRESCRIBER:
            return mood_lines(facts.medicines, texts) or ""
        case ExplainedAs.NOT_YET:
            hard = texts("withdrawal-not-yet-mood", practitioner=who) if felt in WORTH_TELLING else None
            return lines(texts("withdrawal-said-not-yet"), hard)
    return texts(f"withdrawal-said-{said}", practitioner=who)


def _of_stopping(felt: Felt, day: int, since: Since, said: ExplainedAs, texts: Texts) -> str:
    """What is common, or still there for many, what eases the mind about it, and the question."""
    least = "-least" if said is ExplainedAs.COMMON and felt in AT_LEAST else ""
    found = [texts(f"withdrawal-said-{said}{least}", felt=texts.label(f"felt-{felt}"), weeks=weeks(felt))]
    if since is Since.WORSE and is_strongest_now(felt, day):
        found.append(texts("withdrawal-worst-first"))
    if felt is Felt.URGES and said is ExplainedAs.STILL:
        found.append(texts("withdrawal-urges-weaker"))
    return " ".join([*found, texts("withdrawal-today", day=day)])


def _ways(facts: WithdrawalFacts, felt: Felt, said: ExplainedAs, texts: Texts) -> Rows:
    """Somebody to tell wherever it may be more than stopping; with urges, help with them."""
    talk = (does(texts.label("very-low-talk"), OPEN_BELOW, "crisis"),)
    is_mood = felt in WORTH_TELLING or said is ExplainedAs.PRESCRIBER
    tell = tell_button(facts.route, texts=texts)
    worth = is_mood or tells_too(felt, said) or said in (ExplainedAs.DIFFER, ExplainedAs.BEFORE, ExplainedAs.UNKNOWN)
    craving = (does(texts.label("keyboard-craving"), OPEN_BELOW, "craving"),)
    helps = (*((talk,) if is_mood else ()), *((craving,) if felt is Felt.URGES else ()), *(tell if worth else ()))
    return (*helps, (_other(texts), to_closer(texts)))


def _other(texts: Texts) -> Button:
    return does(texts.label("easier-other"), CLOSER, "withdrawal")
