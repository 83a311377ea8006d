"""An operator's chat is told of trouble by one process of all, once when it begins and once when it is over."""

from datetime import UTC, datetime, timedelta

from care.operators.alarms import tell
from db.delivery import outbox, screens
from db.people import accounts
from db.store.engine import Database
from db.tx import Tx
from programme.operators import Trouble, TroublesTold

NIGHT = datetime(2026, 12, 1, 3, 0, tzinfo=UTC)
CHAT = 777
HERE, OVER = {Trouble.DEAD: True}, {Trouble.DEAD: False}


async def tells(
    database: Database, seconds: int, stands: dict[Trouble, bool], who: str = "a", brought: TroublesTold | None = None
) -> list[bool]:
    """What that process tells so many seconds later: True for a beginning."""
    now = NIGHT + timedelta(seconds=seconds)
    _, found = await database.write(lambda tx: tell(tx.at(now), who, stands, CHAT, brought))
    return [change.began for change in found]


async def said(database: Database) -> list[tuple[str, str]]:
    """The texts of what was put down for the chat, with the name of the trouble."""

    async def look(tx: Tx) -> list[tuple[str, str]]:
        person = await accounts.find(tx, CHAT)
        rows = await outbox.of_person(tx, person.id) if person else []
        shown = [await screens.get(tx, row.screen_id) for row in rows if row.screen_id]
        return [(one.args["key"], one.args["name"]) for one in shown if one]

    return await database.read(look)


async def test_the_chat_is_told_when_it_begins_and_when_it_is_over(database: Database) -> None:
    """Which trouble, and nothing of anybody."""
    assert await tells(database, 0, HERE) == [True]
    assert await tells(database, 5, HERE) == []
    assert await tells(database, 10, OVER) == [False]
    assert await said(database) == [("alarm", "Updates set aside"), ("alarm-over", "Updates set aside")]


async def test_of_several_processes_one_tells(database: Database) -> None:
    """Another begins to tell when that one has not looked for half a minute, and knows what was told."""
    assert await tells(database, 0, HERE, "a") == [True]
    assert await tells(database, 5, HERE, "b") == []
    assert await tells(database, 6, OVER, "b") == []
    assert await tells(database, 60, HERE, "b") == []
    assert await tells(database, 65, OVER, "b") == [False]
    assert len(await said(database)) == 2


async def test_what_was_told_while_the_database_was_away_is_not_told_again(database: Database) -> None:
    """Its end is told through the outbox, whichever process tells by then."""
    told = TroublesTold({Trouble.DATABASE: NIGHT}, {Trouble.DATABASE: NIGHT})
    assert await tells(database, 0, OVER, "a") == []
    assert await tells(database, 5, {Trouble.DATABASE: False}, "b", brought=told) == []
    assert await tells(database, 10, {Trouble.DATABASE: False}, "a") == [False]
    assert await said(database) == [("alarm-over", "Database away")]


async def test_that_telegram_is_away_is_told_when_it_is_over(database: Database) -> None:
    """Before that, nothing would arrive; the hook has heard of it."""
    assert await tells(database, 0, {Trouble.TELEGRAM: True}) == [True]
    assert await said(database) == []
    assert await tells(database, 9, {Trouble.TELEGRAM: False}) == [False]
    assert await said(database) == [("alarm-over", "Telegram away")]
