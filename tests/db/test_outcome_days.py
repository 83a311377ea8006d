"""Old answers get the local day on which they were told."""

from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import select, text

from db.migrate import downgrade, migrate
from db.store.engine import open_database
from db.store.vault import Vault
from db.tables import metadata
from db.tx import Tx

ASKED, TOLD = datetime(2026, 2, 16, 10, tzinfo=UTC), datetime(2026, 2, 16, 23, 30, tzinfo=UTC)
CORRECTED = datetime(2026, 2, 20, 12, tzinfo=UTC)


async def test_an_old_answer_keeps_the_day_of_where_it_was_told(empty_database_url: str, vault: Vault) -> None:
    """Told at 23:30 in London and corrected later, by somebody in Paris by now: that evening's date; a relapse has its
    date too, and who was called treated is so in the try of that time."""
    await migrate(empty_database_url, vault=vault)
    database = await open_database(empty_database_url, vault=vault, migrate_file=False)
    rows: list[tuple[str, dict[str, Any]]] = [
        ("people", {"id": 1, "telegram_id": 1, "locale": "en", "zone": "Europe/Paris", "first_seen_at": ASKED}),
        ("quit_attempts", {"id": 5, "person_id": 1, "quit_on": date(2026, 1, 5), "made_at": ASKED}),
        ("prompts", {"person_id": 1, "kind": "outcome", "local_date": ASKED.date(), "slot": "10:00", "due_at": ASKED,
                     "closes_at": ASKED, "state": "done", "decision": {"zone": "Europe/London"}}),
        ("outcomes", {"person_id": 1, "attempt_id": 5, "milestone": 28, "answered_at": CORRECTED, "answer": "0",
                      "told_on": CORRECTED.date(), "last_on": CORRECTED.date()}),
    ]  # fmt: skip
    for kind, said in (
        ("OutcomeTold", {"attempt": 5, "milestone": 28, "value": "6+"}),
        ("RelapseNamed", {"attempt": 5, "choice": "keep_going"}),
        ("TreatedSaid", {"treated": True}),
    ):
        rows.append(("events", {"person_id": 1, "actor_id": 1, "kind": kind, "data": said, "at": TOLD}))

    async def before(tx: Tx) -> None:
        for table, row in rows:
            await tx.run(metadata.tables[table].insert().values(row))

    await database.write(before)
    await database.close()
    await downgrade(empty_database_url, vault=vault, to="0019")
    await migrate(empty_database_url, vault=vault)
    database = await open_database(empty_database_url, vault=vault, migrate_file=False)
    told = await database.read(lambda tx: tx.run(text("select told_on, last_on, entered_by from outcomes")))
    assert [tuple(str(one) for one in row) for row in told] == [("2026-02-16", "2026-02-16", "None")]
    events = metadata.tables["events"]
    data = await database.read(lambda tx: tx.run(select(events.c.data).order_by(events.c.id)))
    assert [one.get("on") or one.get("attempt") for one in data.scalars()] == [5, "2026-02-16", 5]
    await database.close()
