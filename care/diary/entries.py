"""Writing down a cigarette or an urge, and the stress follow-up for who wants it (FIELD.md row 1.4)."""

import re
from collections.abc import Sequence
from datetime import UTC
from typing import Final

from care.craving import forget_question, rate_craving
from care.delivery import say
from care.delivery.say import NotYet, Unwanted, Verdict, Wanted
from care.quitting import lapses
from care.quitting.lapses import attempt_on
from care.schedule.days import busy_until, is_soft
from care.toolkit import keeps_words
from db import diary, events, planning, quitting
from db.delivery import outbox, screens
from db.delivery.outbox import Rank
from db.people import accounts, consents
from db.schedule import days, plans
from db.tx import Tx
from programme.diary.entries import AS_TOLD, Entry, StressAnswer, has_room_for_stress, read_earlier
from programme.diary.events import LookBackFits, LookBackOffered, LookBackSet
from programme.diary.patterns import LOOK_BACK_AFTER, LOOK_BACK_UNTIL, looks_back
from programme.people.person import HOME, Person
from programme.planning.reasons import Purpose
from programme.quitting.lapses import Smoked, evening_of, is_quiet_evening
from programme.schedule.reason_code import ReasonCode
from programme.schedule.slots import DAY, is_quiet
from programme.toolkit.items import clean_words

STRESS_OFFER_SCREEN: Final = "look_back"


async def offers_stress_follow_up(tx: Tx, person: Person, smoked_id: int) -> bool:
    """Whether the closing words of that cigarette ask for it: those of the first one with a feeling, before a quit
    date, where answers are kept; until they say, and nowhere else."""
    told = await quitting.get_smoked(tx, smoked_id, person.id)
    if (
        told is None
        or told.is_lapse
        or await diary.wants_stress_follow_up(tx, person.id) is not None
        or not await keeps_stress(tx, person)
    ):
        return False
    offered = await events.of_person(tx, person.id, kind=LookBackOffered)
    if not offered:
        await events.add(tx, person.id, LookBackOffered(smoked_id))
    return not offered or offered[0].event.smoked == smoked_id


async def choose_stress_follow_up(tx: Tx, person: Person, *, yes: bool) -> bool:
    """They want it, or not any more: what waits to be asked is then let go. False for somebody who is no client."""
    if not person.is_client:
        return False
    if await diary.wants_stress_follow_up(tx, person.id) is not yes:
        await diary.choose_stress_follow_up(tx, person.id, yes=yes)
        await events.add(tx, person.id, LookBackSet(yes), actor=person.id)
    for row in await screens.live_of(tx, person.id, STRESS_OFFER_SCREEN) if not yes else ():
        await outbox.cancel_waiting(tx, row.id, ReasonCode.WITHDRAWN, verbs=("send",))
    return True


async def agreed_to_stress_follow_up(tx: Tx, person: Person) -> bool:
    """Whether they want it, and what they answer is kept."""
    return await diary.wants_stress_follow_up(tx, person.id) is True and await keeps_stress(tx, person)


async def keeps_stress(tx: Tx, person: Person) -> bool:
    """Whether what they answer is kept."""
    return (await consents.in_force(tx, person.id)).keep_answers


async def stress_pairs_of(tx: Tx, person: Person) -> Sequence[StressAnswer]:
    """Every cigarette of theirs with how stressed they were, where answers are kept."""
    return await diary.stress_of_person(tx, person.id) if await keeps_stress(tx, person) else []


async def say_whether_stress_fits(tx: Tx, person: Person, *, fits: bool) -> None:
    """Their own counts fit what they feel, or do not: then they are not told by themselves any more."""
    await events.add(tx, person.id, LookBackFits(fits), actor=person.id)


async def stress_fits(tx: Tx, person: Person) -> bool | None:
    """What they last said of their counts; None: nothing."""
    said = await events.of_person(tx, person.id, kind=LookBackFits)
    return said[-1].event.fits if said else None


_KEY = re.compile(r"s(\d+):look@\d+")  # and when it was told: a number may be given out again once its row is gone


def smoked_of_key(key: str | None) -> int | None:
    """The id of the cigarette that an outbox key is about, or None."""
    found = _KEY.fullmatch(key or "")
    return int(found[1]) if found else None


async def is_stress_asked(tx: Tx, person: Person, told: Smoked) -> bool:
    """Whether that cigarette, told of now, is one to look back at: before the quit date, and where there is room."""
    if told.is_lapse or not await agreed_to_stress_follow_up(tx, person):
        return False
    earlier = [one for one in await diary.stress_of_person(tx, person.id) if one.smoked_id != told.id]
    return has_room_for_stress(tx.now, earlier, person.zone or HOME.zone)


async def rate_stress(tx: Tx, person: Person, smoked_id: int, stress: int) -> bool:
    """How stressed they were at that cigarette, 0..5; in forty minutes they are asked, once, how it is then.

    False where it is not theirs, or not one to look back at.
    """
    told = await quitting.get_smoked(tx, smoked_id, person.id)
    if told is None or told.was_at is not None or not await is_stress_asked(tx.at(told.told_at), person, told):
        return False
    corrected = any(one.smoked_id == smoked_id for one in await diary.stress_of_person(tx, person.id))
    await diary.rate_stress(tx, person.id, smoked_id, stress)
    if corrected:
        return True
    await say.show(
        tx, person.id, STRESS_OFFER_SCREEN, subject_id=smoked_id, rank=Rank.PROMPT,
        key=f"s{smoked_id}:look@{told.told_at:%Y%m%d%H%M%S}",
        not_before=told.told_at + LOOK_BACK_AFTER, not_after=told.told_at + LOOK_BACK_UNTIL,
    )  # fmt: skip
    return True


async def drop_stress_follow_up(tx: Tx, person: Person, smoked_id: int, reason: ReasonCode) -> None:
    """Of that cigarette nothing is looked back at."""
    await diary.rate_stress(tx, person.id, smoked_id, None)
    for row in await screens.live_of(tx, person.id, STRESS_OFFER_SCREEN, smoked_id):
        await outbox.cancel_waiting(tx, row.id, reason, verbs=("send",))


async def check_stress_follow_up(tx: Tx, smoked_id: int, person_id: int) -> Verdict:
    """Whether the question may still go: to a client who wants it and whose answers are kept, neither at night, nor in
    a break, nor on an evening that is left in peace, nor after a crisis card, nor once the quit date has come, nor
    where they smoked since: it would be about another cigarette."""
    person, told = await accounts.get(tx, person_id), await quitting.get_smoked(tx, smoked_id, person_id)
    if person is None or told is None:
        return Unwanted(ReasonCode.GONE)
    if person.cannot_reach_since is not None:
        return Unwanted(ReasonCode.BLOCKED)
    if not person.is_client or not await agreed_to_stress_follow_up(tx, person):
        return Unwanted(ReasonCode.WITHDRAWN)
    zone = person.zone or HOME.zone
    since = [one for one in await quitting.smoked_since(tx, person_id, told.told_at) if one.id != told.id]
    if told.was_at is not None or any((one.was_at or one.told_at) >= told.told_at for one in since):
        return Unwanted(ReasonCode.SMOKED)
    if told.is_lapse or await attempt_on(tx, person_id, evening_of(tx.now, zone)) is not None:
        return Unwanted(ReasonCode.QUIT_DATE)
    pause = (await plans.running_pauses(tx, [person_id])).get(person_id)
    if pause is not None and pause.of_client:
        return Unwanted(ReasonCode.PAUSED)
    left = (await days.evenings_of_people(tx, [person_id], tx.now - 2 * DAY)).get(person_id, [])
    if await is_soft(tx, person_id):
        return Unwanted(ReasonCode.IN_PEACE)
    if is_quiet_evening(tx.now, [one.at for one in left], zone):
        return Unwanted(ReasonCode.IN_PEACE)
    if is_quiet(tx.now, zone):
        return Unwanted(ReasonCode.QUIET)
    engaged = await busy_until(tx, person_id, *await accounts.last_seen_at(tx, person_id))
    return NotYet(engaged) if engaged is not None else Wanted()


async def answer_stress_follow_up(tx: Tx, person: Person, smoked_id: int, stress: int) -> bool:
    """How stressed they are now, 0..5. False where it is not theirs, or too late to say anything of that cigarette:
    then it is not kept."""
    told = await quitting.get_smoked(tx, smoked_id, person.id)
    if told is None or not looks_back(told.told_at, tx.now) or not await agreed_to_stress_follow_up(tx, person):
        return False
    await diary.rate_stress_after(tx, person.id, smoked_id, stress)
    return True


PURPOSES: Final = (Purpose.GOING_ON, Purpose.GAVE)


def code_of(entry: Entry) -> str:
    """What words of their own say they are about: an urge and a cigarette may have the same number."""
    return "urge" if entry.is_urge else "cigarette"


async def entry_of(tx: Tx, person: Person, entry_id: int, *, urge: bool) -> Entry | None:
    """That entry as it is kept, if it is theirs and was not taken back."""
    return await diary.get_entry(tx, person.id, entry_id, person.zone or HOME.zone, urge=urge)


async def write_urge(tx: Tx, person: Person, strength: int, known: int | None = None) -> Entry | None:
    """An urge of that strength, 0..5, now; with the id of one of theirs, that one is corrected."""
    return await entry_of(tx, person, await rate_craving(tx, person, strength, known), urge=True)


async def keep_entry(tx: Tx, entry: Entry) -> None:
    """Keep what was around it, as it is in `entry`."""
    await diary.change_entry(tx, entry)


async def entry_was_at(tx: Tx, person: Person, entry: Entry, code: str) -> Entry | None:
    """It was earlier, or when they told it after all: see programme.diary.entries. None for a code that names no such
    moment.

    A cigarette then belongs to that day, and to the quit attempt that held on it; nothing is looked back at.
    """
    zone = person.zone or HOME.zone
    told_at = entry.told_at.astimezone(UTC)
    at = told_at if code == AS_TOLD else read_earlier(code, told_at, zone)
    if at is None:
        return None
    if entry.is_urge:
        await diary.urge_was_at(tx, entry, at)
    else:
        await lapses.amend_smoked(tx, person, entry.id, was_at=at)
        await drop_stress_follow_up(tx, person, entry.id, ReasonCode.EARLIER)
    return await entry_of(tx, person, entry.id, urge=entry.is_urge)


async def take_back_entry(tx: Tx, person: Person, entry: Entry) -> bool:
    """It was a mistake: it goes, with the words about it. False where a cigarette was told of more than a day ago."""
    if entry.is_urge:
        await diary.remove_urge(tx, entry)
        await forget_question(tx, person, entry.id)
    elif not await lapses.take_back_smoked(tx, person, entry.id):
        return False
    else:
        await drop_stress_follow_up(tx, person, entry.id, ReasonCode.TAKEN_BACK)
    await planning.remove_own_words_about(tx, person.id, PURPOSES, entry.id, code_of(entry))
    return True


async def keep_entry_words(tx: Tx, person: Person, entry: Entry, purpose: Purpose, text: str) -> bool:
    """Their own words for what was going on, or for what it gave; what they wrote before gives way.

    False where there are no words in it, or they are not to be kept.
    """
    words = clean_words(text)
    if words is None or not await keeps_words(tx, person):
        return False
    await planning.remove_own_words_about(tx, person.id, [purpose], entry.id, code_of(entry))
    await planning.add_own_words(tx, person.id, purpose, words, about_id=entry.id, code=code_of(entry))
    return True


async def words_of_entry(tx: Tx, entry: Entry) -> dict[Purpose, str]:
    """Their own words about it, by what they are for."""
    found = await planning.own_words_of_person(tx, entry.person_id, PURPOSES)
    return {one.purpose: one.words for one in found if (one.about_id, one.code) == (entry.id, code_of(entry))}
