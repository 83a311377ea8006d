"""What is common after stopping, on request: one feeling at a time, inside the bounds that its source names."""

from dataclasses import dataclass

from bot.screen import Button, Rows, Screen, does
from bot.screens.closer import to_closer
from bot.screens.leaflets import mood_lines
from bot.screens.parts import lines, paragraphs, rows
from bot.screens.reads import practitioner_name, route_of
from bot.screens.very_low import tell_button
from bot.taps.everywhere import OPEN_BELOW
from bot.taps.measures import CLOSER, FELT
from bot.texts import Texts
from care.quit_date import today_of
from care.using import MoodMedicines, mood_medicines
from db import attempts
from db.screens import ScreenRow
from db.tx import Tx
from programme.facts.explained import Said, Since, explain, is_strongest_now, longest, tells_too, weeks
from programme.facts.withdrawal import AT_LEAST, UP_TO_DAY, WORTH_TELLING, Felt
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`day` since the quit date (None: there is none); `felt` and `since` as tapped. Nothing of it is kept.

    `medicines`: those they use that can change mood. `route` names whom they may ask to get in touch.
    """

    day: int | None = None
    felt: Felt | None = None
    since: Since | None = None
    medicines: MoodMedicines | None = None
    practitioner: str | None = None
    route: str | None = None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """The day, and whose client they are."""
    attempt = await attempts.current(tx, person.id)
    felt, since = row.args.get("felt"), row.args.get("since")
    return Facts(
        day=attempt.day_number(today_of(tx.now, person)) if attempt else None,
        felt=Felt(felt) if felt else None,
        since=Since(since) if since else None,
        medicines=await mood_medicines(tx, person),
        practitioner=await practitioner_name(tx, person),
        route=await route_of(tx, person),
    )


def screen(facts: Facts, texts: Texts) -> Screen:
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


def _said(facts: Facts, felt: Felt, since: Since, texts: Texts) -> Screen:
    said = explain(felt, facts.day, since, medicine=facts.medicines is not None)
    return Screen(_words(facts, felt, since, said, texts), _ways(facts, felt, said, texts))


def _words(facts: Facts, felt: Felt, since: Since, said: Said, texts: Texts) -> str:
    who = facts.practitioner or texts.label("someone-near")
    day = facts.day or 0
    label = texts.label(f"felt-{felt}")
    match said:
        case Said.COMMON | Said.STILL if felt not in WORTH_TELLING:
            return _of_stopping(felt, day, since, said, texts)
        case Said.COMMON:
            args: dict[str, str | int] = {"felt": label, "weeks": weeks(felt), "day": day, "practitioner": who}
            return texts("withdrawal-said-common-mood", **args)
        case Said.DIFFER:
            args = {"felt": label, "weeks": weeks(felt), "longer": longest(felt), "day": day, "practitioner": who}
            return texts("withdrawal-said-differ", **args)
        case Said.LONGER:
            return texts("withdrawal-said-longer", felt=label, weeks=longest(felt), day=day, practitioner=who)
        case Said.PRESCRIBER:
            return mood_lines(facts.medicines, texts) or ""
        case Said.NOT_YET:
            hard = texts("withdrawal-not-yet-mood", practitioner=who) if felt in WORTH_TELLING else None
            return lines(texts("withdrawal-said-not-yet"), hard)
    return texts(f"withdrawal-said-{said}", practitioner=who)


def _of_stopping(felt: Felt, day: int, since: Since, said: Said, texts: Texts) -> str:
    """What is common, or still there for many, what eases the mind about it, and the question."""
    least = "-least" if said is Said.COMMON and felt in AT_LEAST else ""
    found = [texts(f"withdrawal-said-{said}{least}", felt=texts.label(f"felt-{felt}"), weeks=weeks(felt))]
    if since is Since.WORSE and is_strongest_now(felt, day):
        found.append(texts("withdrawal-worst-first"))
    if felt is Felt.URGES and said is Said.STILL:
        found.append(texts("withdrawal-urges-weaker"))
    return " ".join([*found, texts("withdrawal-today", day=day)])


def _ways(facts: Facts, felt: Felt, said: Said, texts: Texts) -> Rows:
    """Somebody to tell wherever it may be more than stopping; with urges, help with them."""
    talk = (does(texts.label("very-low-talk"), OPEN_BELOW, "crisis"),)
    is_mood = felt in WORTH_TELLING or said is Said.PRESCRIBER
    tell = tell_button(facts.route, texts=texts)
    worth = is_mood or tells_too(felt, said) or said in (Said.DIFFER, Said.BEFORE, Said.UNKNOWN)
    craving = (does(texts.label("keyboard-craving"), OPEN_BELOW, "craving"),)
    helps = (*((talk,) if is_mood else ()), *((craving,) if felt is Felt.URGES else ()), *(tell if worth else ()))
    return (*helps, (_other(texts), to_closer(texts)))


def _other(texts: Texts) -> Button:
    return does(texts.label("easier-other"), CLOSER, "withdrawal")
