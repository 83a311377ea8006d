"""What is common after stopping, on request: one feeling at a time, inside the bounds that its source names."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Button, Rows, Screen, does
from bot.screens.closer import to_closer
from bot.screens.leaflets import mood_lines
from bot.screens.parts import paragraphs, rows
from bot.screens.reads import practitioner_name, route_of
from bot.screens.very_low import tell_button
from bot.texts import Texts
from care.quit_date import today_of
from care.using import MoodMedicines, mood_medicines
from db import attempts
from db.screens import ScreenRow
from db.tx import Tx
from programme.facts.explained import Said, Since, explain, weeks
from programme.facts.withdrawal import UP_TO_DAY, WORTH_TELLING, Felt, may_say_common
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


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:
    """The day, and whose client they are."""
    attempt = await attempts.current(tx, person.id)
    felt, since = row.args.get("felt"), row.args.get("since")
    return Facts(
        day=attempt.day_number(today_of(now, person)) if attempt else None,
        felt=Felt(felt) if felt else None,
        since=Since(since) if since else None,
        medicines=await mood_medicines(tx, person),
        practitioner=await practitioner_name(tx, person),
        route=await route_of(tx, person),
    )


def read_felt(code: str) -> tuple[Felt, Since | None] | None:
    """The feeling of such a tap, and how they say it stands; None for a forged one."""
    felt, _, since = code.partition(".")
    if felt not in {str(one) for one in UP_TO_DAY} or (since and since not in set(Since)):
        return None
    return Felt(felt), Since(since) if since else None


def screen(facts: Facts, texts: Texts) -> Screen:
    """What is it, how is it, and what may be said of it."""
    if facts.felt is None:
        each = (does(texts.label(f"felt-{one}"), "felt", one) for one in UP_TO_DAY)
        return Screen(paragraphs(texts("withdrawal"), texts("who-nothing-kept")), (*rows(each, 2), (to_closer(texts),)))
    if facts.since is None:
        asked = texts("withdrawal-since", felt=texts.label(f"felt-{facts.felt}"))
        stands = (does(texts.label(f"withdrawal-{one}"), "felt", f"{facts.felt}.{one}") for one in Since)
        return Screen(asked, (*rows(stands, 1), (_other(texts),)))
    return _said(facts, facts.felt, facts.since, texts)


def _said(facts: Facts, felt: Felt, since: Since, texts: Texts) -> Screen:
    medicine = facts.medicines is not None
    said = explain(felt, facts.day, since, medicine=medicine)
    who = facts.practitioner or texts.label("someone")
    if said is Said.COMMON and may_say_common(felt, facts.day or 0, medicine=medicine):
        args: dict[str, str | int] = {"felt": texts.label(f"felt-{felt}"), "weeks": weeks(felt), "day": facts.day or 0}
        if felt in WORTH_TELLING:
            words = texts("withdrawal-said-common-mood", **args, practitioner=who)
        else:
            words = texts("withdrawal-said-common", **args)
    elif said is Said.PRESCRIBER:
        words = mood_lines(facts.medicines, texts) or ""
    elif said is Said.NOT_YET:
        words = texts("withdrawal-said-not-yet")
    else:
        words = texts(f"withdrawal-said-{said}", practitioner=who)
    return Screen(words, _ways(facts, felt, said, texts))


def _ways(facts: Facts, felt: Felt, said: Said, texts: Texts) -> Rows:
    """Somebody to tell wherever it may be more than stopping."""
    talk = (does(texts.label("very-low-talk"), "open", "crisis"),)
    is_mood = felt in WORTH_TELLING or said is Said.PRESCRIBER
    tell = tell_button(facts.route, texts=texts)
    worth = is_mood or said in (Said.TELL, Said.BEFORE, Said.UNKNOWN)
    return (*((talk,) if is_mood else ()), *(tell if worth else ()), (_other(texts), to_closer(texts)))


def _other(texts: Texts) -> Button:
    return does(texts.label("easier-other"), "closer", "withdrawal")
