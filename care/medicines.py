"""Regular medicines: asked about whenever smoking changes, never in the way, and looked after by people (FIELD 2.7)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from care import same_day
from care.cards import card_of
from care.own_client import own_client
from care.toolkit import keeps_words
from db import attempts, consents, events, medicines
from db.tx import Tx
from programme.medicines import FOUND, SAME_DAY, Ask, Medicine, Moment, Takes, Told, ask_at, last_said, unchecked
from programme.people import Person
from programme.quitting import EARLIEST, LATEST
from programme.today import today_of


@dataclass(frozen=True, slots=True)
class Gate:
    """What is asked at that moment about that day (see programme.medicines.Told.on); `last` is what they said last.

    `told` is what they have said at this moment so far, `begun` whether `on` is today or was. `call` and `emergency`
    fit "please call ..." where they are: about a medicine out of hours, and where life is in danger.
    """

    moment: Moment
    on: date
    ask: Ask | None
    last: Told | None = None
    told: Told | None = None
    begun: bool = False
    call: str = "111"
    emergency: str = "999"

    @property
    def warns(self) -> bool:
        """Whether they take one for which a change in smoking is watched for on the day (SAME_DAY)."""
        return self.last is not None and self.last.is_watched

    @property
    def says_nothing(self) -> bool:
        """Whether nothing is asked here, and nothing is to be watched for that was not said at this moment."""
        return self.ask is None and (self.told is not None or not self.warns)


async def gate_of(tx: Tx, person: Person, moment: Moment, on: date) -> Gate:
    """Whether that client is asked at that moment about that day, and what; once they said anything, no more."""
    theirs = await medicines.of_person(tx, person.id)
    told = next((one for one in reversed(theirs) if (one.moment, one.on) == (moment, on)), None)
    today = today_of(tx.now, person)
    since = on if moment in FOUND else None
    ask = ask_at(moment, theirs, today, since) if told is None else None
    gate = Gate(moment, on, ask, last_said(theirs), told, on <= today)
    if not gate.warns:
        return gate
    card = await card_of(tx, person)
    return replace(gate, call=card.medicines, emergency=card.emergency)


async def of_quit_date(tx: Tx, person: Person) -> Gate | None:
    """The gate at the quit date that they set or moved; None without one."""
    attempt = await attempts.current(tx, person.id)
    if attempt is None or not person.is_client:
        return None
    return await gate_of(tx, person, Moment.MOVED if attempt.moved else Moment.SET, attempt.quit_on)


async def say_takes(tx: Tx, person: Person, moment: Moment, on: date, takes: Takes) -> Told | None:
    """Whether that client takes any regular medicine. What it is called stays known from before.

    - Where answers are not kept, it is kept that they were asked, and no more.
    - None for somebody who is no client, or a day that no question was about.
    """
    last = last_said(await medicines.of_person(tx, person.id))
    which = last.which if last is not None and last.may_take and takes is Takes.YES else frozenset[Medicine]()
    return await _say(tx, person, Told(0, person.id, on, moment, on, takes, which=which))


async def say_knows(tx: Tx, person: Person, moment: Moment, on: date, *, knows: bool) -> Told | None:
    """Whether who prescribes, or a pharmacist, knows of it. None as in `say_takes`.

    Where they do not, the team is told the same day, for whoever agreed to it (care.same_day).
    """
    theirs = await medicines.of_person(tx, person.id)
    last = last_said(theirs)
    takes = last.takes if last is not None and last.may_take else Takes.NOT_SURE
    which = last.which if last is not None else frozenset[Medicine]()
    said = await _say(tx, person, Told(0, person.id, on, moment, on, takes, knows, which))
    if said is not None and said.same_day:
        await same_day.tell(tx, person, moment, on)
    return said


async def say_which(tx: Tx, person: Person, moment: Moment, on: date, which: Medicine) -> Told | None:
    """Which one it is, for whoever wants to say; tapped again, it is not. None where that was not kept.

    The team is told at once, or that is taken back, for whoever agreed to it (care.same_day).
    """
    told = await medicines.asked_about(tx, person.id, moment, on)
    if told is None or not told.may_take:
        return None
    after = replace(told, which=told.which ^ {which})
    await medicines.change(tx, after)
    if after.same_day:
        await same_day.tell(tx, person, moment, on)
    elif which in SAME_DAY:
        await same_day.take_back(tx, person, (moment, on))
    return after


async def _say(tx: Tx, person: Person, said: Told) -> Told | None:
    today = today_of(tx.now, person)
    if not person.is_client or not today - EARLIEST - timedelta(days=60) <= said.on <= today + LATEST:
        return None
    keeps = await keeps_words(tx, person)
    kept = said if keeps else Told(0, person.id, today, said.moment, said.on)
    known = await medicines.asked_about(tx, person.id, said.moment, said.on)
    if known is not None:
        after = replace(kept, id=known.id, asked_on=known.asked_on, checked=known.checked)
        await medicines.change(tx, after)
    else:
        after = await medicines.add(tx, replace(kept, asked_on=today))
    if keeps:
        await events.add(tx, "MedicineAnswered", person.id, person.id, {"medicine": after.id})
    return after


async def told_by(tx: Tx, person_id: int) -> Sequence[Told]:
    """All that they said of it, oldest first."""
    return await medicines.of_person(tx, person_id)


async def check_medicine(tx: Tx, practitioner: Person, client_id: int) -> bool:
    """The practitioner says that their client's medicine is looked after; False where there is nothing to check, or
    nothing of it is shown to them."""
    client = await own_client(tx, practitioner, client_id)
    choices = await consents.in_force(tx, client.id) if client is not None else None
    if client is None or choices is None or not (choices.summary and choices.keep_answers):
        return False
    found = unchecked(await medicines.of_person(tx, client.id))
    if found is None:
        return False
    await medicines.check(tx, found.id)
    await events.add(tx, "MedicineChecked", client.id, practitioner.id)
    return True
