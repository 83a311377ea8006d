"""What is stored of clients as it is now, as it was at a moment: of now, it is what is stored."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from db import caseload, consents, events, medicines, pauses, sessions
from db.tx import Tx
from programme.as_of import (
    CHANGED,
    PAUSED,
    PLACE,
    REACHED,
    SESSION,
    attempt_then,
    changed_since,
    pause_of,
    session_of,
    then,
    unreached_of,
    zone_of,
)
from programme.event import Event
from programme.medicines import Told, unchecked
from programme.pause import Pause
from programme.people import Person
from programme.quitting import Attempt
from programme.shared import Line
from programme.stage_marks import KINDS

_KINDS: Final = (*KINDS, *PAUSED, *SESSION, *REACHED, *PLACE, *CHANGED)


@dataclass(frozen=True, slots=True)
class Lives:
    """What happened to each client, whatever its moment; everything that is read off it is as it was at `at` (UTC)."""

    at: datetime
    happened: Mapping[int, Sequence[Event]]

    def person(self, one: Person) -> Person:
        """That client where they were then, and since when nothing reached them."""
        mine = self.happened.get(one.id, ())
        told = [event for event in mine if event.kind not in REACHED or "since" in event.data]
        return replace(
            one,
            zone=then(one.zone, mine, PLACE, self.at, zone_of) or one.zone,
            cannot_reach_since=then(one.cannot_reach_since, told, REACHED, self.at, unreached_of),
        )

    def stages(self, whose: int) -> Sequence[Event]:
        """What told of their stages up to then (care.stages)."""
        return [one for one in self.happened.get(whose, ()) if one.kind in KINDS and one.at <= self.at]

    def shared_since(self, whose: int) -> set[int]:
        """The check-ins whose words they have shown since, by prompt."""
        return {one.data["prompt_id"] for one in self._since(whose, "WordsShared")}

    def shared_note_since(self, whose: int) -> bool:
        """Whether they have shown a note for a session since: which one, nothing tells."""
        return bool(self._since(whose, "SessionNoteShared"))

    def medicine(self, whose: int, told: Sequence[Told]) -> Told | None:
        """What stood as not checked; None also where its answer was changed since, and what it was is not known."""
        changed = {one.data.get("medicine") for one in self._since(whose, "MedicineAnswered")}
        return None if changed & {one.id for one in told} else unchecked(told)

    def _since(self, whose: int, kind: str) -> list[Event]:
        return changed_since(self.happened.get(whose, ()), (kind,), self.at)


async def lives_of(tx: Tx, at: datetime, known: Mapping[int, Person]) -> Lives:
    """Of these people."""
    return Lives(at, await events.of_people(tx, known, _KINDS))


async def saying_yes(tx: Tx, at: datetime, whose: Collection[int], line: Line) -> set[int]:
    """Who showed that line then, and still does: what was taken back since is shown no more."""
    return await consents.showing(tx, whose, line) & await consents.showing(tx, whose, line, by=at)


async def attempts_of(tx: Tx, lives: Lives, whose: set[int]) -> dict[int, Attempt]:
    """The attempt of each that went on, with the day that it had."""
    found = await caseload.attempts(tx, whose, lives.at)
    return {one: attempt_then(attempt, lives.stages(one)) for one, attempt in found.items()}


async def paused_of(tx: Tx, lives: Lives, whose: set[int]) -> dict[int, Pause]:
    """The break of each that held, where they were left alone themselves."""
    stored = await pauses.running(tx.at(lives.at), whose)
    held = {one: then(stored.get(one), lives.happened.get(one, ()), PAUSED, lives.at, pause_of) for one in whose}
    return {one: pause for one, pause in held.items() if pause and pause.of_client and pause.until > lives.at}


async def sessions_of(tx: Tx, lives: Lives, whose: Mapping[int, Person]) -> dict[int, datetime]:
    """The session of each that came next (UTC)."""
    stored = await sessions.coming(tx.at(lives.at), whose)
    held = {one: then(stored.get(one), lives.happened.get(one, ()), SESSION, lives.at, session_of) for one in whose}
    return {one: session for one, session in held.items() if session is not None and session >= lives.at}


async def medicines_of(tx: Tx, lives: Lives, whose: set[int]) -> dict[int, Told]:
    """What stood as "medicine not checked" of each."""
    told = await medicines.of_people(tx, whose, lives.at)
    found = {one: lives.medicine(one, mine) for one, mine in told.items()}
    return {one: medicine for one, medicine in found.items() if medicine is not None}
