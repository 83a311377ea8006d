"""Answers that are no longer to be kept go, wherever they lie."""

from sqlalchemy import insert, select

from care.people.consent import set_consent
from db.people import erasing
from db.tables import check_ins, encouragements, events, screens
from db.tx import Tx
from programme.event import EVENTS
from programme.event_kinds import going_with, parted_with
from programme.people.consent import ConsentItem
from tests.acts.town import Town

NIGHT = "2026-11-22T20:00"


async def test_no_event_that_is_an_answer_survives(town: Town) -> None:
    """Of every kind of event there is one: those that are answers go when the yes is taken back, and no other."""
    sam, other = await town.client(1), await town.client(2)
    for person in (sam, other):
        await town.do(_one_of_each, "2026-11-21T12:00", person.id)
    await town.do(set_consent, NIGHT, sam, ConsentItem.KEEP_ANSWERS, False)
    left = await town.events(sam)
    assert {one.kind for one in left} == EVENTS.keys() - going_with(ConsentItem.KEEP_ANSWERS)
    assert [one.data for one in left if one.kind in parted_with(ConsentItem.KEEP_ANSWERS)] == [{"question": "x"}]
    assert {one.kind for one in await town.events(other)} == set(EVENTS)


async def _one_of_each(tx: Tx, person_id: int) -> None:
    data = {"value": "x", "question": "x"}
    rows = [{"person_id": person_id, "kind": kind, "data": data, "at": tx.now} for kind in EVENTS]
    await tx.run(insert(events), rows)


async def test_answers_beside_the_tables_of_answers_go_too(town: Town) -> None:
    """Codes on screens of answers, and whether a supporter's words helped; another screen keeps its codes."""
    sam = await town.client(1)
    prompt = await town.asked(sam, "2026-11-20T18:30")

    async def fill(tx: Tx) -> None:
        row = {"person_id": sam.id, "args": {"mood": "low"}, "made_at": tx.now, "live": True}
        await tx.run(insert(screens), [row | {"name": name} for name in (*sorted(erasing.OF_ANSWERS), "note")])
        words = {"support_id": 1, "person_id": 1, "to_id": sam.id, "words": tx.seal(1, "Hi"), "made_at": tx.now}
        await tx.run(insert(encouragements).values(**words, helped=True))
        await tx.run(insert(check_ins).values(prompt_id=prompt.id, person_id=sam.id, skipped=[]))

    async def left(tx: Tx) -> tuple[set[str], list[bool | None]]:
        told = select(screens.c.name, screens.c.args).where(screens.c.person_id == sam.id)
        names = {row.name for row in await tx.run(told) if row.args}
        return names, list((await tx.run(select(encouragements.c.helped))).scalars())

    await town.do(fill, NIGHT)
    await town.do(set_consent, NIGHT, sam, ConsentItem.KEEP_ANSWERS, False)
    assert await town.ask(left) == ({"note"}, [None])
    assert await town.count(check_ins) == 0
