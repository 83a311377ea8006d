"""Words of danger are kept nowhere, whatever they were written for, and what was asked still stands."""

from collections.abc import Iterator

from sqlalchemy import func, select, update

from bot.door.dispatch import build_dispatcher
from bot.kit.visit import Awaits
from db.delivery import screens
from db.tables import people
from db.tables.base import metadata
from db.tx import Tx
from tests.screens.chat import Chat
from tests.screens.test_talk import (
    invited,  # noqa: F401 - they are fixtures
    lee,  # noqa: F401 - they are fixtures
    sam,  # noqa: F401 - they are fixtures
)

DANGER = "I want to kill myself"
# Tables that have a row for every message and every card, and hold no words.
MACHINERY = frozenset({"events", "inbox", "outbox", "screens", "received", "soft"})


def every_awaited() -> Iterator[str]:
    """All that the next words may be for, as the routers ask for them."""
    for router in build_dispatcher().sub_routers:
        for handler in router.message.handlers:
            for one in handler.filters or ():
                if isinstance(one.callback, Awaits):
                    yield from one.callback.whats


async def counted(tx: Tx) -> dict[str, int]:
    """How many rows each table has in which words could be kept."""
    wanted = [table for table in metadata.sorted_tables if table.name not in MACHINERY]
    return {one.name: (await tx.run(select(func.count()).select_from(one))).scalar_one() for one in wanted}


async def awaits(tx: Tx, chat: Chat, what: str | None) -> None:
    """Their next words are for that."""
    person = (await tx.run(select(people.c.id).where(people.c.telegram_id == chat.telegram_id))).scalar_one()
    asking = await screens.add(tx.at(chat.now), person, "note", {"key": "let-be"}, None)
    waits = update(people).where(people.c.id == person)
    await tx.run(waits.values(awaiting=what, awaiting_screen=asking if what else None))


async def test_whatever_they_were_asked_for(lee: Chat, sam: Chat) -> None:  # noqa: F811
    """Each kind of awaited words, typed or changed, of a client and a practitioner: a card, no row, still asked."""
    kinds = sorted(set(every_awaited()))
    assert len(kinds) > 40
    for chat in (sam, lee):
        before = await chat.database.read(counted)
        for what in (None, *kinds):
            await chat.database.write(lambda tx, chat=chat, what=what: awaits(tx, chat, what))  # type: ignore[misc]
            await chat.writes(DANGER)
            assert [seen.words.split(".")[0] for seen in chat.news] == ["Thank you for saying that"], what
            assert (await chat.person()).awaiting == what
        await chat.sends({"edited_message": {**chat._message(), "edit_date": 1, "text": DANGER}})
        assert chat.news[-1].words.startswith("Thank you for saying that.")
        assert await chat.database.read(counted) == before


async def test_a_message_that_is_changed(sam: Chat) -> None:  # noqa: F811
    """Kept words turned into words of danger bring the card and stay as they were kept; turned back, nothing comes."""
    await sam.writes("I walked to the shop and back")
    before = await sam.database.read(counted)
    changed = {**sam._message(), "edit_date": 1}
    await sam.sends({"edited_message": {**changed, "text": DANGER}})
    assert sam.news[-1].words.startswith("Thank you for saying that.")
    await sam.sends({"edited_message": {**changed, "text": "I walked to the shop"}})
    assert sam.news[-1].words.startswith("I can't take in changes")
    assert await sam.database.read(counted) == before


async def test_taken_back_where_there_was_no_card(sam: Chat) -> None:  # noqa: F811
    """ "Only joking" by itself are words like any other; within the hour after a card they are kept nowhere."""
    assert "numbers" not in (await sam.writes("Only joking")).words
    before = await sam.database.read(counted)
    await sam.writes(DANGER)
    assert (await sam.writes("only joking!")).words.startswith("The numbers are here if you want them.")
    assert await sam.database.read(counted) == before
    sam.later(minutes=61)
    await sam.writes("only joking")
    assert await sam.database.read(counted) != before
