"""Regular medicines and what clients use to stop: asked about, told on the same day, looked after by people."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Final

from care.delivery import say
from care.practice import requests
from care.practice.clients import authorise_client
from care.practice.route import receivers_of_client
from care.safety.cards import card_of
from care.toolkit import keeps_words
from db import events, medicines, quitting
from db.people import clients, consents
from db.practice import requests as kept_requests
from db.tx import Tx
from programme.event import StoredEvent
from programme.medicines.aids import CHANGES_MOOD, Aid, AidTold, Going, in_use
from programme.medicines.events import AidSaid, MedicineAnswered, MedicineChecked, SameDayTold
from programme.medicines.regular import (
    FOUND,
    SAME_DAY,
    Medicine,
    MedicineAnswer,
    MedicineQuestion,
    SmokingChange,
    Takes,
    ask_at,
    last_said,
    needs_same_day,
    unchecked,
)
from programme.people.consent import ConsentItem
from programme.people.person import Person, Switch, today_of
from programme.practice.requests import RequestTopic
from programme.quitting.attempts import EARLIEST, LATEST


async def tell_same_day(tx: Tx, person: Person, moment: SmokingChange, on: date) -> int | None:
    """That client (locked) named such a medicine, or smokes another amount: whoever is in line is asked to see to it.

    - For a client who said yes, and takes such a medicine of which nobody who prescribes is known to know.
    - Once for each change, whatever is tapped twice; what waits to be opened already is not sent again.
    - The client reads below to whom it went, until when it may lie, and not to wait for them (screen "tell").

    Gives the request's id; None where nothing went.
    """
    if not person.is_client or not (await consents.in_force(tx, person.id)).same_day:
        return None
    told, sent = await medicines.of_person(tx, person.id), await _sent(tx, person.id)
    if not needs_same_day(moment, on, told, today_of(tx.now, person)) or await _stands(tx, person, sent, moment, on):
        return None
    asked = await requests.ask_practitioner(tx, person, RequestTopic.CLOZAPINE)
    if asked is None:
        return None
    await events.add(tx, person.id, SameDayTold(moment=moment, on=on, request=asked.request_id))
    args = {"about": RequestTopic.CLOZAPINE.value, "sent": asked.request_id, "itself": 1}
    await say.show(tx, person.id, "tell", args, key=f"r{asked.request_id}:itself:{moment}:{on}")
    return asked.request_id


async def take_back_same_day(tx: Tx, person: Person, about: tuple[SmokingChange, date] | None = None) -> int:
    """What went by itself (about that change only, where one is named) and nobody opened yet is taken back; how many.

    For a yes that became a no, and for a slip of the finger.
    """
    sent = [one for one in await _sent(tx, person.id) if about is None or _is_about(one, *about)]
    return await requests.take_back(tx, person, among={one.event.request for one in sent}) if sent else 0


async def went_same_day(tx: Tx, person: Person, moment: SmokingChange, on: date) -> bool:
    """Whether it was told by itself about that change, and not taken back."""
    return await _stands(tx, person, await _sent(tx, person.id), moment, on)


async def is_same_day_asked(tx: Tx, person: Person) -> bool:
    """Whether that client answered the question, either way, since they joined."""
    client = await clients.get(tx, person.id)
    said = [one.at for one in await consents.of_person(tx, person.id) if one.item is ConsentItem.SAME_DAY]
    return client is not None and any(at >= client.joined_at for at in said)


async def is_same_day_to_be_asked(tx: Tx, person: Person) -> bool:
    """Whether the question is for that client: they take such a medicine, somebody is there to be told, and they have
    not answered it."""
    last = last_said(await medicines.of_person(tx, person.id))
    watched = last is not None and last.is_watched
    return watched and not await is_same_day_asked(tx, person) and bool(await receivers_of_client(tx, person))


async def _sent(tx: Tx, person_id: int) -> list[StoredEvent[SameDayTold]]:
    return await events.of_person(tx, person_id, kind=SameDayTold)


def _is_about(sent: StoredEvent[SameDayTold], moment: SmokingChange, on: date) -> bool:
    return (sent.event.moment, sent.event.on) == (moment, on)


async def _stands(
    tx: Tx, person: Person, sent: list[StoredEvent[SameDayTold]], moment: SmokingChange, on: date
) -> bool:
    """A change found in their answers was told of too where it was told since it began: it goes on."""
    for one in sent:
        goes_on = moment in FOUND and one.event.moment is moment and today_of(one.at, person) >= on
        if goes_on or _is_about(one, moment, on):
            request = await kept_requests.get(tx, one.event.request)
            if request is None or request.taken_back_at is None:
                return True
    return False


_ABOUT_IT: Final = timedelta(hours=1)  # after they told of side effects, words may be of them


@dataclass(frozen=True, slots=True)
class MoodMedicines:
    """Medicines to stop with that somebody uses and that can change mood; what fits "call ..." about a medicine."""

    uses: tuple[Aid, ...]
    call: str


async def say_aid(tx: Tx, person: Person, aid: Aid, going: Going) -> bool:
    """Keep what that client says of it; False where answers are not to be kept."""
    if not await keeps_words(tx, person):
        return False
    await medicines.add_aid(tx, person.id, aid, going)
    await events.add(tx, person.id, AidSaid(), actor=person.id)
    return True


async def say_going(tx: Tx, person: Person, going: Going) -> tuple[Aid, ...]:
    """The same of everything they use; gives what that is."""
    used = await used_by(tx, person.id)
    for aid in used:
        await say_aid(tx, person, aid, going)
    return used


async def used_by(tx: Tx, person_id: int) -> tuple[Aid, ...]:
    """What they use now."""
    return in_use(await medicines.aids_of_person(tx, person_id))


async def aids_told(tx: Tx, person: Person) -> Sequence[AidTold]:
    """All that they said of what they use to stop, oldest first."""
    return await medicines.aids_of_person(tx, person.id)


async def are_aids_asked(tx: Tx, person: Person) -> bool:
    """Whether they want to be asked about it."""
    return await consents.has_preference(tx, person.id, Switch.AIDS)


async def aids_to_ask(tx: Tx, person: Person) -> Sequence[AidTold] | None:
    """What they said so far, where it is to be asked today; None where they said so today, or want no more of it."""
    said = await aids_told(tx, person)
    told_today = any(today_of(one.at, person) == today_of(tx.now, person) for one in said)
    return None if told_today or not await are_aids_asked(tx, person) else said


async def mood_medicines(tx: Tx, person: Person) -> MoodMedicines | None:
    """Those of programme.medicines.aids.CHANGES_MOOD that they use now; None: they use none.

    Low mood and agitation are then for their prescriber, a pharmacist or 111, today (FIELD 2.7).
    """
    uses = tuple(aid for aid in await used_by(tx, person.id) if aid in CHANGES_MOOD)
    return MoodMedicines(uses, (await card_of(tx, person)).medicines) if uses else None


async def side_effects_call(tx: Tx, person: Person) -> str | None:
    """What fits "call ..." about a medicine, for who told of side effects within the hour; None for anybody else."""
    told = await medicines.aids_of_person(tx, person.id)
    lately = any(one.going is Going.SIDE_EFFECTS and tx.now - one.at < _ABOUT_IT for one in told)
    return (await card_of(tx, person)).medicines if lately else None


@dataclass(frozen=True, slots=True)
class Gate:
    """What is asked at that moment about that day (see programme.medicines.regular.MedicineAnswer.on); `last` is what
    they said last.

    `told` is what they have said at this moment so far, `begun` whether `on` is today or was. `call` and `emergency`
    fit "please call ..." where they are: about a medicine out of hours, and where life is in danger.
    """

    moment: SmokingChange
    on: date
    ask: MedicineQuestion | None
    last: MedicineAnswer | None = None
    told: MedicineAnswer | None = None
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


async def gate_of(tx: Tx, person: Person, moment: SmokingChange, on: date) -> Gate:
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


async def gate_of_quit_date(tx: Tx, person: Person) -> Gate | None:
    """The gate at the quit date that they set or moved; None without one."""
    attempt = await quitting.current_attempt(tx, person.id)
    if attempt is None or not person.is_client:
        return None
    return await gate_of(tx, person, SmokingChange.MOVED if attempt.moved else SmokingChange.SET, attempt.quit_on)


async def say_takes(tx: Tx, person: Person, moment: SmokingChange, on: date, takes: Takes) -> MedicineAnswer | None:
    """Whether that client takes any regular medicine. What it is called stays known from before.

    - Where answers are not kept, it is kept that they were asked, and no more.
    - None for somebody who is no client, or a day that no question was about.
    """
    last = last_said(await medicines.of_person(tx, person.id))
    which = last.which if last is not None and last.may_take and takes is Takes.YES else frozenset[Medicine]()
    return await _say(tx, person, MedicineAnswer(0, person.id, on, moment, on, takes, which=which))


async def say_knows(tx: Tx, person: Person, moment: SmokingChange, on: date, *, knows: bool) -> MedicineAnswer | None:
    """Whether who prescribes, or a pharmacist, knows of it. None as in `say_takes`.

    Where they do not, the team is told the same day, for whoever agreed to it (care.medicines).
    """
    theirs = await medicines.of_person(tx, person.id)
    last = last_said(theirs)
    takes = last.takes if last is not None and last.may_take else Takes.NOT_SURE
    which = last.which if last is not None else frozenset[Medicine]()
    said = await _say(tx, person, MedicineAnswer(0, person.id, on, moment, on, takes, knows, which))
    if said is not None and said.same_day:
        await tell_same_day(tx, person, moment, on)
    return said


async def say_which(tx: Tx, person: Person, moment: SmokingChange, on: date, which: Medicine) -> MedicineAnswer | None:
    """Which one it is, for whoever wants to say; tapped again, it is not. None where that was not kept.

    The team is told at once, or that is taken back, for whoever agreed to it (care.medicines).
    """
    told = await medicines.asked_about(tx, person.id, moment, on)
    if told is None or not told.may_take:
        return None
    after = replace(told, which=told.which ^ {which})
    await medicines.change(tx, after)
    if after.same_day:
        await tell_same_day(tx, person, moment, on)
    elif which in SAME_DAY:
        await take_back_same_day(tx, person, (moment, on))
    return after


async def _say(tx: Tx, person: Person, said: MedicineAnswer) -> MedicineAnswer | None:
    today = today_of(tx.now, person)
    if not person.is_client or not today - EARLIEST - timedelta(days=60) <= said.on <= today + LATEST:
        return None
    keeps = await keeps_words(tx, person)
    kept = said if keeps else MedicineAnswer(0, person.id, today, said.moment, said.on)
    known = await medicines.asked_about(tx, person.id, said.moment, said.on)
    if known is not None:
        after = replace(kept, id=known.id, asked_on=known.asked_on, checked=known.checked)
        await medicines.change(tx, after)
    else:
        after = await medicines.add(tx, replace(kept, asked_on=today))
    if keeps:
        await events.add(tx, person.id, MedicineAnswered(after.id), actor=person.id)
    return after


async def told_by(tx: Tx, person_id: int) -> Sequence[MedicineAnswer]:
    """All that they said of it, oldest first."""
    return await medicines.of_person(tx, person_id)


async def check_medicine(tx: Tx, practitioner: Person, client_id: int) -> bool:
    """The practitioner says that their client's medicine is looked after; False where there is nothing to check, or
    nothing of it is shown to them."""
    client = await authorise_client(tx, practitioner, client_id)
    choices = await consents.in_force(tx, client.id) if client is not None else None
    if client is None or choices is None or not (choices.summary and choices.keep_answers):
        return False
    found = unchecked(await medicines.of_person(tx, client.id))
    if found is None:
        return False
    await medicines.check(tx, found.id)
    await events.add(tx, client.id, MedicineChecked(), actor=practitioner.id)
    return True
