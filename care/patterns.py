"""What a client's own log shows them, and what they say of it: their word wins, and goes with their answers."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from care.cycle import round_of
from care.diary import logs_of
from db import consents, events, own_words
from db.tx import Tx
from programme.corrections import SAID, UNSAID, code_of, corrections
from programme.own_words import Purpose
from programme.patterns import Correction, Feature, Kind, Log, Observation, observations
from programme.people import Person
from programme.toolkit import clean_words

_OURS: Final = (SAID, UNSAID)


@dataclass(frozen=True, slots=True)
class Seen:
    """All of it as it is now: `found` are at most three observations, `said` what they said of any, `words` their own
    in place of ours by the code of the feature. `kept` is False where answers are not kept: then there is nothing."""

    kept: bool
    logs: Sequence[Log] = ()
    found: Sequence[Observation] = ()
    said: Sequence[Correction] = ()
    words: Mapping[str, str] = field(default_factory=dict)


async def patterns_of(tx: Tx, person: Person) -> Seen:
    """What that client's log shows, read afresh."""
    if not (await consents.in_force(tx, person.id)).keep_answers:
        return Seen(kept=False)
    logs = await logs_of(tx, person)
    said = corrections(await events.of_kinds(tx, person.id, _OURS))
    own = await own_words.of_person(tx, person.id, [Purpose.PATTERN])
    words = {str(one.id): one.words for one in own}
    return Seen(True, logs, observations(logs, said), said, words)


async def say(tx: Tx, person: Person, code: str, *, fits: bool, instead: Feature | None = None) -> bool:
    """That observation, or the trigger of how it goes round, fits, or does not, and what it is instead; False where
    there is none of that code by now."""
    if not await _is_seen(tx, person, code):
        return False
    await _keep(tx, person, code, fits=fits, instead=instead)
    return True


async def say_in_own_words(tx: Tx, person: Person, code: str, text: str) -> bool:
    """It is something else, in their own words; False where there are none, or there is no such observation by now."""
    words = clean_words(text)
    if words is None or not await _is_seen(tx, person, code):
        return False
    own = await own_words.add(tx, person.id, Purpose.PATTERN, words)
    await _keep(tx, person, code, fits=False, instead=Feature(Kind.OWN, str(own)))
    return True


async def take_back(tx: Tx, person: Person, code: str) -> bool:
    """They did not say that; False where they did not."""
    seen = await patterns_of(tx, person)
    said = next((one for one in seen.said if code_of(one.features) == code), None)
    if said is None:
        return False
    if said.instead is not None and said.instead.kind is Kind.OWN:
        await own_words.end(tx, int(said.instead.code), person.id, tx.now)
    await events.add(tx, UNSAID, person.id, person.id, {"of": code})
    return True


async def _is_seen(tx: Tx, person: Person, code: str) -> bool:
    goes_round = (await round_of(tx, person)).now
    if goes_round is not None and code_of(frozenset({goes_round.trigger})) == code:
        return True
    found = (await patterns_of(tx, person)).found
    return any(code_of(one.features) == code for one in found if not one.theirs)


async def _keep(tx: Tx, person: Person, code: str, *, fits: bool, instead: Feature | None = None) -> None:
    data: dict[str, Any] = {"of": code, "fits": fits}
    if instead is not None:
        data["instead"] = code_of(frozenset({instead}))
    await events.add(tx, SAID, person.id, person.id, data)
