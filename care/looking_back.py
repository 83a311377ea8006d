"""The look-back: how stressed they are about forty minutes after a cigarette, for who wants it (FIELD.md row 1.4).

It counts as asked for, as the question after a craving does: they said yes to this very question, and it follows what
they did themselves an hour and a half ago at most. So it takes no room from what a day may hold unasked (FIELD S10) and
has a limit of its own (programme.looking_back). It is looked at once more before it goes, and never goes at night.
"""

import re

from care import say
from care.peace import engaged_until
from care.smoked import attempt_on
from care.soft import is_soft
from care.verdict import NotYet, Unwanted, Verdict, Wanted
from care.wants_look_back import SCREEN, agreed
from db import evenings, looks, outbox, pauses, people, screens, smoked
from db.outbox import Rank
from db.tx import Tx
from programme.looking_back import has_room
from programme.occurrence import DAY
from programme.patterns import LOOK_BACK_AFTER, LOOK_BACK_UNTIL, looks_back
from programme.people import Person
from programme.places import HOME
from programme.quiet import is_quiet
from programme.smoking import Smoked, evening_of, is_left_in_peace

_KEY = re.compile(r"s(\d+):look@\d+")  # and when it was told: a number may be given out anew once its row is gone


def of_key(key: str | None) -> int | None:
    """The id of the cigarette that an outbox key is about, or None."""
    found = _KEY.fullmatch(key or "")
    return int(found[1]) if found else None


async def is_asked(tx: Tx, person: Person, told: Smoked) -> bool:
    """Whether that cigarette, told of now, is one to look back at: before the quit date, and where there is room."""
    if told.is_lapse or not await agreed(tx, person):
        return False
    earlier = [one for one in await looks.of_person(tx, person.id) if one.smoked_id != told.id]
    return has_room(tx.now, earlier, person.zone or HOME.zone)


async def rate(tx: Tx, person: Person, smoked_id: int, stress: int) -> bool:
    """How stressed they were at that cigarette, 0..5; in forty minutes they are asked, once, how it is then.

    False where it is not theirs, or not one to look back at.
    """
    told = await smoked.get(tx, smoked_id, person.id)
    if told is None or told.was_at is not None or not await is_asked(tx.at(told.told_at), person, told):
        return False
    corrected = any(one.smoked_id == smoked_id for one in await looks.of_person(tx, person.id))
    await looks.rate(tx, person.id, smoked_id, stress)
    if corrected:
        return True
    await say.show(
        tx, person.id, SCREEN, subject_id=smoked_id, rank=Rank.PROMPT,
        key=f"s{smoked_id}:look@{told.told_at:%Y%m%d%H%M%S}",
        not_before=told.told_at + LOOK_BACK_AFTER, not_after=told.told_at + LOOK_BACK_UNTIL,
    )  # fmt: skip
    return True


async def let_go(tx: Tx, person: Person, smoked_id: int, reason: str) -> None:
    """Of that cigarette nothing is looked back at."""
    await looks.rate(tx, person.id, smoked_id, None)
    for row in await screens.live_of(tx, person.id, SCREEN, smoked_id):
        await outbox.cancel_waiting(tx, row.id, reason, verbs=("send",))


async def look(tx: Tx, smoked_id: int, person_id: int) -> Verdict:
    """Whether the question may still go: to a client who wants it and whose answers are kept, neither at night, nor in
    a break, nor on an evening that is left in peace, nor after a crisis card, nor once the quit date has come, nor
    where they smoked since: it would be about another cigarette."""
    person, told = await people.get(tx, person_id), await smoked.get(tx, smoked_id, person_id)
    if person is None or told is None:
        return Unwanted("gone")
    if person.cannot_reach_since is not None:
        return Unwanted("blocked")
    if not person.is_client or not await agreed(tx, person):
        return Unwanted("withdrawn")
    zone = person.zone or HOME.zone
    since = [one for one in await smoked.since(tx, person_id, told.told_at) if one.id != told.id]
    if told.was_at is not None or any((one.was_at or one.told_at) >= told.told_at for one in since):
        return Unwanted("smoked")
    if told.is_lapse or await attempt_on(tx, person_id, evening_of(tx.now, zone)) is not None:
        return Unwanted("quit date")
    pause = (await pauses.running(tx, [person_id])).get(person_id)
    if pause is not None and pause.of_client:
        return Unwanted("paused")
    left = (await evenings.of_people(tx, [person_id], tx.now - 2 * DAY)).get(person_id, [])
    if await is_soft(tx, person_id):
        return Unwanted("in peace")
    if is_left_in_peace(tx.now, [one.at for one in left], zone):
        return Unwanted("in peace")
    if is_quiet(tx.now, zone):
        return Unwanted("quiet")
    engaged = await engaged_until(tx, person_id, *await people.heard_at(tx, person_id))
    return NotYet(engaged) if engaged is not None else Wanted()


async def answer(tx: Tx, person: Person, smoked_id: int, stress: int) -> bool:
    """How stressed they are by now, 0..5. False where it is not theirs, or too late to say anything of that cigarette:
    then it is not kept."""
    told = await smoked.get(tx, smoked_id, person.id)
    if told is None or not looks_back(told.told_at, tx.now) or not await agreed(tx, person):
        return False
    await looks.rate_after(tx, person.id, smoked_id, stress)
    return True
