"""Who is to be told what was counted another way: whoever was there when this version came, and nobody else."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import insert, select

from db.migrate import downgrade, migrate
from db.store.engine import Database, open_database
from db.store.vault import Vault
from db.tables import metadata
from db.tx import Tx

JOINED, LAST = datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 2, 1, 19, 30, tzinfo=UTC)
TABLE = metadata.tables


async def test_a_fresh_database_tells_nobody(database: Database) -> None:
    """There is nobody in it who relied on anything."""
    assert not (await database.read(lambda tx: tx.run(select(TABLE["errata"].c.id)))).all()


async def test_whoever_relied_on_a_count_is_to_be_told_up_to_the_last_moment(
    empty_database_url: str, vault: Vault
) -> None:
    """Clients here who said "not at all" of weeks; practitioners who had a Monday or read outcomes. Not who said "1 to
    5", who left, or who was sent nothing. Down again, an older program finds no kind that it does not know."""
    await migrate(empty_database_url, vault=vault)
    database = await open_database(empty_database_url, vault=vault, migrate_file=False)
    await database.write(_before)
    await database.close()
    for _ in range(2):
        await downgrade(empty_database_url, vault=vault, to="0019")
        await migrate(empty_database_url, vault=vault)
    database = await open_database(empty_database_url, vault=vault, migrate_file=False)
    found = select(*(TABLE["errata"].c[name] for name in ("person_id", "what", "as_of", "told_at")))
    rows = sorted(map(tuple, await database.read(lambda tx: tx.run(found))))
    assert rows == [(1, "weeks", LAST, None), (2, "weeks", LAST, None), (4, "days", LAST, None)]
    await database.close()


async def _before(tx: Tx) -> None:
    async def put(table: str, *rows: dict[str, Any]) -> None:
        for row in rows:
            await tx.run(insert(TABLE[table]), row)

    seen: dict[str, Any] = {"locale": "en", "first_seen_at": JOINED}
    await put("people", *(seen | {"id": n, "telegram_id": n} for n in range(1, 7)))
    await put("practitioners", *({"person_id": n, "joined_at": JOINED} for n in (1, 2, 3)))
    screen = {"person_id": 1, "name": "weekly", "args": {}, "live": True, "bare": False, "made_at": JOINED}
    await put("screens", screen)
    await put("events", {"person_id": 4, "actor_id": 2, "kind": "OutcomesRead", "data": {}, "at": LAST})
    for n, left, most in ((4, None, 0), (5, None, 5), (6, LAST, 0)):
        await put("clients", {"person_id": n, "practitioner_id": 1, "joined_at": JOINED, "left_at": left})
        await put("quit_attempts", {"id": n, "person_id": n, "quit_on": JOINED.date(), "made_at": JOINED})
        said = {"attempt_id": n, "milestone": 28, "answered_at": JOINED, "smoked_from": min(most, 1)}
        told = {"smoked_to": most, "answer": "0", "told_on": date(2026, 1, 29), "last_on": date(2026, 1, 29)}
        await put("outcomes", {"person_id": n, **said, **told})
