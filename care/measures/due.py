"""When the cards of scales, medicines and aids are due, and a change in smoking that the team is told."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from care import medicines
from care.check_in.cards_shown import cards_shown
from care.medicines import gate_of
from care.quitting.progress import said_by
from care.toolkit import keeps_words
from db import measures, quitting
from db import medicines as db_medicines
from db.people import accounts, clients, consents
from db.quitting import cigarettes_in_check_ins
from db.tx import Tx
from programme.check_in.answers import CheckIn
from programme.check_in.closing_card import Card, CardContext
from programme.measures.dependence import EASIER_FROM, EASIER_ONCE_IN, EASIER_UNTIL
from programme.measures.mood import OFFERED, mpss_offered
from programme.medicines.aids import ASKED_ON, in_use, is_asked
from programme.medicines.regular import SmokingChange, back_since, halved_since
from programme.people.person import Person, Switch, today_of
from programme.quitting.record import by_day
from programme.schedule.prompt import Prompt

MEASURES_DAY: Final = timedelta(days=1)
FORTNIGHT: Final = 14
CAFFEINE_DAYS: Final = range(2, 15)  # since the quit date: clearance falls within days (fact caffeine-clearance)
SETTLED_IN: Final = timedelta(days=2)  # after joining, before anybody is asked how they smoke
_MOMENTS: Final = tuple(SmokingChange)
_CODES: Final = 100


def about_of(moment: SmokingChange, on: date) -> int:
    """What a question about medicines is about, in one number: that moment, and that day."""
    return on.toordinal() * _CODES + _MOMENTS.index(moment)


def read_about(about: int) -> tuple[SmokingChange, date] | None:
    """The moment and the day of such a number; None for a forged one."""
    on, number = divmod(about, _CODES)
    if not 0 <= number < len(_MOMENTS) or not date.min.toordinal() <= on <= date.max.toordinal():
        return None
    return _MOMENTS[number], date.fromordinal(on)


async def medicine_due(tx: Tx, person: Person, context: CardContext) -> int | None:
    """A change in how much they smoke, as far as their answers tell, that nothing is known of yet: once for each.

    On the evening of a low or very low day nothing is asked but of a medicine to be watched that day; after smoking, it
    is asked on a hard one too.
    """
    found = await change_of(tx, person, context)
    if found is None:
        return None
    moment, since = found
    told = [read_about(one.event.about) for one in await cards_shown(tx, person.id, Card.MEDICINE)]
    if any(one is not None and one[0] is moment and one[1] >= since for one in told):
        return None
    gate = await gate_of(tx, person, moment, since)
    return None if gate.says_nothing or (context.said.is_low and not gate.warns) else about_of(moment, since)


async def change_of(tx: Tx, person: Person, context: CardContext) -> tuple[SmokingChange, date] | None:
    """Which change in smoking that check-in tells of, by their answers, and when it began (local date); None: none."""
    said, day = context.said, context.day
    if said.smoked and (back := back_since(await _days_by(tx, person, context), context.on)):
        return SmokingChange.BACK, back  # a try goes on, or ended: medicines know no difference
    if day is None or day < 0:
        if said.smoked is None:
            return None
        amounts = by_day((await cigarettes_in_check_ins(tx, [person.id])).get(person.id, ()))
        usual_day = await measures.usual_of_person(tx, person.id)
        halved = halved_since(amounts, usual_day.a_day if usual_day else None, context.on)
        return None if halved is None else (SmokingChange.HALVED, halved)
    is_first = said.smoked is False and 0 < day <= FORTNIGHT
    return (SmokingChange.FIRST_FREE, context.on - day * MEASURES_DAY) if is_first and not context.is_hard else None


async def _days_by(tx: Tx, person: Person, context: CardContext) -> Mapping[date, bool]:
    """Whether they smoked, by their local date; of this check-in also where answers are not kept."""
    kept = (await consents.in_force(tx, person.id)).keep_answers
    known = (await said_by(tx, person.id)).known() if kept else {}
    return known if context.said.since is not None else {**known, context.on: True}


async def mpss_due(tx: Tx, person: Person, context: CardContext) -> int | None:
    """Twice before the quit date, then on days 7, 14 and 28, or in the two days after."""
    if context.day is None or not any(context.day in days for days in OFFERED.values()):
        return None
    if not await keeps_words(tx, person) or not await consents.has_preference(tx, person.id, Switch.SCALES):
        return None
    rated = {one.on for one in await measures.fillings_of_person(tx, person.id) if one.scores}
    slot = mpss_offered(context.on - context.day * MEASURES_DAY, rated, context.on)
    lately = [
        one.event.about for one in await cards_shown(tx, person.id, Card.MPSS) if tx.now - one.at < 7 * MEASURES_DAY
    ]
    return None if slot is None or slot in lately else slot


async def caffeine_due(tx: Tx, person: Person, context: CardContext) -> int | None:
    """On day 2 or one of the 12 days after it, once a quit attempt; on which kinds of days:
    programme.check_in.closing_card."""
    if context.day not in CAFFEINE_DAYS:
        return None
    attempt = await quitting.current_attempt(tx, person.id)
    told = [one.event.about for one in await cards_shown(tx, person.id, Card.CAFFEINE)]
    return None if attempt is None or attempt.id in told else attempt.id


async def aids_due(tx: Tx, person: Person, context: CardContext) -> int | None:
    """Whether they use anything to stop (0), once before the quit date and once after; how it is going (1), weekly.

    On a low or very low day the first of them only: what they use decides what is said of such a day.
    """
    if context.day is None or context.day not in ASKED_ON or not await keeps_words(tx, person):
        return None
    if not await consents.has_preference(tx, person.id, Switch.AIDS):
        return None
    said = await db_medicines.aids_of_person(tx, person.id)
    told = await cards_shown(tx, person.id, Card.AIDS)
    at = max([one.at for one in said] + [one.at for one in told], default=None)
    on = None if at is None else today_of(at, person)
    uses = bool(in_use(said))
    if not is_asked(said, context.on, on, context.on - context.day * MEASURES_DAY) or (uses and context.said.is_low):
        return None
    return int(uses)


async def hsi_due(tx: Tx, person: Person, context: CardContext) -> int | None:
    """Before the quit date, once, unless it is known already."""
    if (context.day is not None and context.day >= 0) or not await keeps_words(tx, person):
        return None
    client = await clients.get(tx, person.id)
    if client is None or tx.now - client.joined_at < SETTLED_IN or await measures.hsi_of_person(tx, person.id):
        return None
    return None if await cards_shown(tx, person.id, Card.HSI) else 0


async def easier_due(tx: Tx, person: Person, context: CardContext) -> int | None:
    """Once a week after the quit date."""
    if context.day is None or not EASIER_FROM <= context.day <= EASIER_UNTIL or not await keeps_words(tx, person):
        return None
    if not await consents.has_preference(tx, person.id, Switch.EASIER):
        return None
    told = [today_of(one.at, person) for one in await cards_shown(tx, person.id, Card.EASIER)]
    last = max([*told, *(one.on for one in await measures.easier_of_person(tx, person.id))], default=None)
    return 0 if last is None or (context.on - last).days >= EASIER_ONCE_IN else None


_FORTNIGHT = 14  # days since the quit date in which a first smoke-free day is news


async def tell_team(tx: Tx, prompt: Prompt, said: CheckIn) -> None:
    """That check-in of a client's (locked) is answered: whoever agreed to it has the team told of a change.

    Unlike the card about medicines this waits for no easier day: it asks nothing.
    """
    if not (await consents.in_force(tx, prompt.person_id)).same_day:
        return
    person, attempt = await accounts.get(tx, prompt.person_id), await quitting.current_attempt(tx, prompt.person_id)
    if person is None:
        return
    day = attempt.day_number(prompt.local_date) if attempt else None
    context = CardContext(prompt.id, prompt.local_date, day, said)
    change = _stopped(context) or await change_of(tx, person, context)
    if change is not None:
        await medicines.tell_same_day(tx, person, *change)


async def same_day_due(tx: Tx, person: Person, context: CardContext) -> int | None:  # noqa: ARG001
    """Once, of who named such a medicine and was never asked whether the team may be told by itself."""
    if not await medicines.is_same_day_to_be_asked(tx, person):
        return None
    return None if await cards_shown(tx, person.id, Card.SAME_DAY) else 0


def _stopped(context: CardContext) -> tuple[SmokingChange, date] | None:
    """The quit day, or a smoke-free day soon after it, as one change."""
    if context.said.smoked is not False or context.day is None or not 0 <= context.day <= _FORTNIGHT:
        return None
    return SmokingChange.FIRST_FREE, context.on - context.day * MEASURES_DAY
