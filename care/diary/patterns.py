"""What a client wrote down of cigarettes and urges, the patterns in it, and how it goes round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from care.practice.clients import unshow_of
from db import diary, events, planning
from db.diary import turns
from db.people import clients, consents
from db.tx import Tx
from programme.diary import entries
from programme.diary.entries import Entry, FeelingCount, Trigger, by_feeling, log_of
from programme.diary.events import CycleShared, CycleUnshared, PatternSaid, PatternUnsaid
from programme.diary.patterns import Correction, Feature, FeatureKind, LogEntry, Observation, observations
from programme.diary.pictures import Cycle, code_of, corrections, cycle
from programme.people.person import HOME, Person
from programme.planning.reasons import Purpose
from programme.toolkit.items import clean_words
from programme.toolkit.strategies import Function


async def logs_of(tx: Tx, person: Person) -> list[LogEntry]:
    """Every cigarette and urge of theirs whose hour is known, oldest first; none where answers are not kept."""
    logs = [log for log in map(log_of, await _entries(tx, person)) if log is not None]
    return sorted(logs, key=lambda log: log.at.timestamp())


async def usual_function(tx: Tx, person: Person, trigger: Trigger | None = None) -> Function | None:
    """What smoking gave them most often at that trigger, a hard moment or a feeling (None: at any).

    None where they never said of it, or answers are not kept.
    """
    return entries.usual_function(await _entries(tx, person), trigger)


async def felt_of(tx: Tx, person: Person) -> tuple[FeelingCount, ...]:
    """How often they smoked, and had an urge, with each feeling; nothing where answers are not kept."""
    return by_feeling(await _entries(tx, person))


async def _entries(tx: Tx, person: Person) -> Sequence[Entry]:
    if not (await consents.in_force(tx, person.id)).keep_answers:
        return []
    return await diary.entries_of_person(tx, person.id, person.zone or HOME.zone)


@dataclass(frozen=True, slots=True)
class Round:
    """`now` as it is now (None: too little is written down), of `count` cigarettes; `settled`: they have said of its
    trigger that it fits. `shared` is what their practitioner sees, and since when (UTC). `kept` is False where answers
    are not kept."""

    kept: bool
    count: int = 0
    now: Cycle | None = None
    settled: bool = False
    shared: tuple[Cycle, datetime] | None = None


async def round_of(tx: Tx, person: Person) -> Round:
    """As it is now."""
    if not (await consents.in_force(tx, person.id)).keep_answers:
        return Round(kept=False)
    said = corrections(await events.of_kinds(tx, person.id, (PatternSaid, PatternUnsaid)))
    entries = await turns(tx, person.id)
    found = cycle(entries, said)
    settled = found is not None and any(one.instead == found.trigger or _says_yes(one, found) for one in said)
    return Round(True, len(entries), found, settled, await cycle_shown_of(tx, person.id))


def _says_yes(one: Correction, found: Cycle) -> bool:
    return one.fits and one.features == {found.trigger}


async def share_cycle(tx: Tx, client: Person, *, shared: bool) -> bool:
    """Show the practitioner how it goes round, as it is now, or no more; False where there is nothing to show or take
    back, or nobody to show it to."""
    found = await round_of(tx, client)
    if shared and found.now is not None and await _joined_at(tx, client.id) is not None:
        await events.add(tx, client.id, CycleShared(**found.now.codes()), actor=client.id)
    elif not shared and found.shared is not None:
        await events.add(tx, client.id, CycleUnshared(), actor=client.id)
        await unshow_of(tx, client.id)
    else:
        return False
    return True


async def cycle_shown_of(tx: Tx, client_id: int) -> tuple[Cycle, datetime] | None:
    """What that client shows the practitioner they are with, and since when (UTC); never what another was shown."""
    joined_at = await _joined_at(tx, client_id)
    if joined_at is None or not (await consents.in_force(tx, client_id)).keep_answers:
        return None
    last = next(reversed(await events.of_kinds(tx, client_id, (CycleShared, CycleUnshared))), None)
    if last is None or not isinstance(last.event, CycleShared) or last.at < joined_at:
        return None
    return Cycle.from_codes(last.data), last.at


async def _joined_at(tx: Tx, client_id: int) -> datetime | None:
    client = await clients.get(tx, client_id)
    return None if client is None or client.left_at is not None else client.joined_at


@dataclass(frozen=True, slots=True)
class PatternsSeen:
    """All of it as it is now: `found` are at most three observations, `said` what they said of any, `words` their own
    in place of ours by the code of the feature. `kept` is False where answers are not kept: then there is nothing."""

    kept: bool
    logs: Sequence[LogEntry] = ()
    found: Sequence[Observation] = ()
    said: Sequence[Correction] = ()
    words: Mapping[str, str] = field(default_factory=dict)


async def patterns_of(tx: Tx, person: Person) -> PatternsSeen:
    """What that client's log shows, read afresh."""
    if not (await consents.in_force(tx, person.id)).keep_answers:
        return PatternsSeen(kept=False)
    logs = await logs_of(tx, person)
    said = corrections(await events.of_kinds(tx, person.id, (PatternSaid, PatternUnsaid)))
    own = await planning.own_words_of_person(tx, person.id, [Purpose.PATTERN])
    words = {str(one.id): one.words for one in own}
    return PatternsSeen(True, logs, observations(logs, said), said, words)


async def say_of_pattern(tx: Tx, person: Person, code: str, *, fits: bool, instead: Feature | None = None) -> bool:
    """That observation, or the trigger of how it goes round, fits, or does not, and what it is instead; False where
    there is none of that code now."""
    if not await _is_seen(tx, person, code):
        return False
    await _keep(tx, person, code, fits=fits, instead=instead)
    return True


async def say_of_pattern_in_own_words(tx: Tx, person: Person, code: str, text: str) -> bool:
    """It is something else, in their own words; False where there are none, or there is no such observation now."""
    words = clean_words(text)
    if words is None or not await _is_seen(tx, person, code):
        return False
    own = await planning.add_own_words(tx, person.id, Purpose.PATTERN, words)
    await _keep(tx, person, code, fits=False, instead=Feature(FeatureKind.OWN, str(own)))
    return True


async def take_back_of_pattern(tx: Tx, person: Person, code: str) -> bool:
    """They did not say that; False where they did not."""
    seen = await patterns_of(tx, person)
    said = next((one for one in seen.said if code_of(one.features) == code), None)
    if said is None:
        return False
    if said.instead is not None and said.instead.kind is FeatureKind.OWN:
        await planning.end_own_words(tx, int(said.instead.code), person.id, tx.now)
    await events.add(tx, person.id, PatternUnsaid(code), actor=person.id)
    return True


async def _is_seen(tx: Tx, person: Person, code: str) -> bool:
    goes_round = (await round_of(tx, person)).now
    if goes_round is not None and code_of(frozenset({goes_round.trigger})) == code:
        return True
    found = (await patterns_of(tx, person)).found
    return any(code_of(one.features) == code for one in found if not one.theirs)


async def _keep(tx: Tx, person: Person, code: str, *, fits: bool, instead: Feature | None = None) -> None:
    said = PatternSaid(code, fits, None if instead is None else code_of(frozenset({instead})))
    await events.add(tx, person.id, said, actor=person.id)
