"""When the cards of scales, medicines, caffeine, aids and what got easier are due. Cheap questions first."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Final

from care.card_told import tellings
from care.medicines import gate_of
from care.quit_date import today_of
from care.record import said_by
from care.toolkit import keeps_words
from db import aids, attempts, clients, consents, easier, hsi, mpss, switches, usual
from db.cigarettes import in_check_ins
from db.tx import Tx
from programme.aids import ASKED_ON, in_use, is_asked
from programme.card import Card, Ride
from programme.easier import FIRST_DAY, LAST_DAY, ONCE_IN
from programme.medicines import Moment, back_since, halved_since
from programme.outcomes.record import by_day
from programme.people import Person
from programme.scales.mpss import OFFERED, offered
from programme.switch import Switch

DAY: Final = timedelta(days=1)
FORTNIGHT: Final = 14
CAFFEINE_DAYS: Final = range(2, 15)  # since the quit date: clearance falls within days (fact caffeine-clearance)
SETTLED_IN: Final = timedelta(days=2)  # after joining, before anybody is asked how they smoke
_MOMENTS: Final = tuple(Moment)
_CODES: Final = 100


def about_of(moment: Moment, on: date) -> int:
    """What a question about medicines is about, in one number: that moment, and that day."""
    return on.toordinal() * _CODES + _MOMENTS.index(moment)


def read_about(about: int) -> tuple[Moment, date] | None:
    """The moment and the day of such a number; None for a forged one."""
    on, number = divmod(about, _CODES)
    if not 0 <= number < len(_MOMENTS) or not date.min.toordinal() <= on <= date.max.toordinal():
        return None
    return _MOMENTS[number], date.fromordinal(on)


async def medicine_due(tx: Tx, person: Person, ride: Ride) -> int | None:
    """A change in how much they smoke, as far as their answers tell, that nothing is known of yet: once for each.

    On the evening of a low or very low day nothing is asked but of a medicine to be watched that day; after smoking, it
    is asked on a hard one too.
    """
    found = await change_of(tx, person, ride)
    if found is None:
        return None
    moment, since = found
    told = [read_about(one.data["about"]) for one in await tellings(tx, person.id, Card.MEDICINE)]
    if any(one is not None and one[0] is moment and one[1] >= since for one in told):
        return None
    gate = await gate_of(tx, person, moment, since)
    return None if gate.says_nothing or (ride.said.is_low and not gate.warns) else about_of(moment, since)


async def change_of(tx: Tx, person: Person, ride: Ride) -> tuple[Moment, date] | None:
    """Which change in smoking that check-in tells of, by their answers, and when it began (local date); None: none."""
    said, day = ride.said, ride.day
    if said.smoked and (back := back_since(await _days_by(tx, person, ride), ride.on)):
        return Moment.BACK, back  # a try goes on, or ended: medicines know no difference
    if day is None or day < 0:
        if said.smoked is None:
            return None
        amounts = by_day((await in_check_ins(tx, [person.id])).get(person.id, ()))
        usual_day = await usual.of_person(tx, person.id)
        halved = halved_since(amounts, usual_day.a_day if usual_day else None, ride.on)
        return None if halved is None else (Moment.HALVED, halved)
    is_first = said.smoked is False and 0 < day <= FORTNIGHT
    return (Moment.FIRST_FREE, ride.on - day * DAY) if is_first and not ride.is_hard else None


async def _days_by(tx: Tx, person: Person, ride: Ride) -> Mapping[date, bool]:
    """Whether they smoked, by their local date; of this check-in also where answers are not kept."""
    kept = (await consents.in_force(tx, person.id)).keep_answers
    known = (await said_by(tx, person.id)).known() if kept else {}
    return known if ride.said.since is not None else {**known, ride.on: True}


async def mpss_due(tx: Tx, person: Person, ride: Ride) -> int | None:
    """Twice before the quit date, then on days 7, 14 and 28, or in the two days after."""
    if ride.day is None or not any(ride.day in days for days in OFFERED.values()):
        return None
    if not await keeps_words(tx, person) or not await switches.is_on(tx, person.id, Switch.SCALES):
        return None
    rated = {one.on for one in await mpss.of_person(tx, person.id) if one.scores}
    slot = offered(ride.on - ride.day * DAY, rated, ride.on)
    lately = [one.data["about"] for one in await tellings(tx, person.id, Card.MPSS) if tx.now - one.at < 7 * DAY]
    return None if slot is None or slot in lately else slot


async def caffeine_due(tx: Tx, person: Person, ride: Ride) -> int | None:
    """On day 2 or one of the 12 days after it, once a quit attempt; on which kinds of days: programme.card."""
    if ride.day not in CAFFEINE_DAYS:
        return None
    attempt = await attempts.current(tx, person.id)
    told = [one.data["about"] for one in await tellings(tx, person.id, Card.CAFFEINE)]
    return None if attempt is None or attempt.id in told else attempt.id


async def aids_due(tx: Tx, person: Person, ride: Ride) -> int | None:
    """Whether they use anything to stop (0), once before the quit date and once after; how it is going (1), weekly.

    On a low or very low day the first of them only: what they use decides what is said of such a day.
    """
    if ride.day is None or ride.day not in ASKED_ON or not await keeps_words(tx, person):
        return None
    if not await switches.is_on(tx, person.id, Switch.AIDS):
        return None
    said = await aids.of_person(tx, person.id)
    told = await tellings(tx, person.id, Card.AIDS)
    at = max([one.at for one in said] + [one.at for one in told], default=None)
    on = None if at is None else today_of(at, person)
    uses = bool(in_use(said))
    if not is_asked(said, ride.on, on, ride.on - ride.day * DAY) or (uses and ride.said.is_low):
        return None
    return int(uses)


async def hsi_due(tx: Tx, person: Person, ride: Ride) -> int | None:
    """Before the quit date, once, unless it is known already."""
    if (ride.day is not None and ride.day >= 0) or not await keeps_words(tx, person):
        return None
    client = await clients.get(tx, person.id)
    if client is None or tx.now - client.joined_at < SETTLED_IN or await hsi.of_person(tx, person.id):
        return None
    return None if await tellings(tx, person.id, Card.HSI) else 0


async def easier_due(tx: Tx, person: Person, ride: Ride) -> int | None:
    """Once a week after the quit date."""
    if ride.day is None or not FIRST_DAY <= ride.day <= LAST_DAY or not await keeps_words(tx, person):
        return None
    if not await switches.is_on(tx, person.id, Switch.EASIER):
        return None
    told = [today_of(one.at, person) for one in await tellings(tx, person.id, Card.EASIER)]
    last = max([*told, *(one.on for one in await easier.of_person(tx, person.id))], default=None)
    return 0 if last is None or (ride.on - last).days >= ONCE_IN else None
