"""`alongside audit`: whether the chain of who saw or changed what holds, and what it has of one person."""

import json

from alongside.clock import WallClock
from alongside.operate import console, own_memory, print_rows
from care.operators import trail
from db import events
from db.events import ChainHead, SeenEvent
from programme.event import OPERATOR
from programme.operators import OperatorTrouble
from programme.people.events import TrailShown

_WHY = {
    "missing": "it is not there",
    "changed": "what it is about was changed",
    "linked": "it does not follow from the number before it",
    "expected": "it is not the one that you kept",
}


class NoHead(OperatorTrouble):
    """ "{text}" is no number with a hash. Write --head as `alongside audit verify` printed it before: 1234:9f2c..."""


async def audit_verify(text: str | None, *, as_json: bool) -> int:
    """Looks through the chain and prints what was found; the exit code is 1 where it does not hold."""
    expected = None if text is None else _read(text)
    async with own_memory() as database:
        found = await database.read(lambda tx: trail.verify(tx, expected))
    head = f"{found.head.number}:{found.head.hash.hex()}"
    if as_json:
        broken = [{"number": one.number, "why": one.why} for one in found.broken]
        said = {"holds": found.holds, "head": head, "emptied": found.emptied, "gone": found.gone, "broken": broken}
        print(json.dumps(said))
        return 0 if found.holds else 1
    for one in found.broken:
        console.print(f"[red]BROKEN[/] at number {one.number}: {_WHY[one.why]}.", markup=True)
    if found.holds:
        console.print(
            f"The chain holds. Numbers in it: {found.head.number}. Empty, as what they were about was erased or had its"
            f" time: {found.emptied}. Gone since last night: {found.gone}."
        )
    else:
        console.print(
            "Somebody has changed the database past the service, or an older copy was put back. See the guide: Audit."
        )
    console.print(f"Keep this somewhere else: {head}")
    return 0 if found.holds else 1


def _read(text: str) -> ChainHead:
    number, _, said = text.partition(":")
    try:
        return ChainHead(int(number), bytes.fromhex(said))
    except ValueError:
        raise NoHead(text=text) from None


async def audit_show(person_id: int | None, *, as_json: bool) -> None:
    """Lists who saw or changed what of that person, which is put down too; or what was done to the whole (None)."""
    now = WallClock().now()
    async with own_memory() as database:
        found = await database.read(lambda tx: trail.seen_of(tx, person_id))
        if found and person_id is not None:
            await database.write(
                lambda tx: events.add(tx.at(now), person_id, TrailShown(by=OPERATOR, command="audit show"))
            )
    rows = [_row(one, person_id, as_json=as_json) for one in found]
    whom = "the whole" if person_id is None else person_id
    print_rows(rows, as_json=as_json, nothing=f"Nothing is kept of who saw or changed what of {whom}.")


def _row(one: SeenEvent, person_id: int | None, *, as_json: bool) -> dict[str, object]:
    if one.actor_id is None:
        who = one.by or "the service"
    else:
        who = "themselves" if one.actor_id == person_id else str(one.actor_id)
    at = one.at.isoformat() if as_json else f"{one.at:%Y-%m-%d %H:%M}"
    return {"number": one.number if as_json or one.number else "soon", "at": at, "who": who, "what": one.kind}
