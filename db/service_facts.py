"""A few facts about the service itself, each with a name."""

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import service_facts
from db.tx import Tx

BOT_USERNAME = "bot_username"  # as Telegram told us at the last start, for links
SERVICE_NAME = "service_name"  # "" where the operator set none
CONTROLLER = "controller"  # likewise
ZONE_DATA = "zone_data"  # the offsets, with their version, that moments to come were reckoned with; as JSON
LAST_BACKUP = "last_backup"  # when `alongside backup` last made a copy (UTC, ISO)
LAST_VAULT_COPY = "last_vault_copy"  # the same of the vault

PROBE = "probe"  # when a process last looked whether the database can be written
WATCH = "watch"  # which process tells of trouble, and what it told; as JSON: care.alarms


async def get(tx: Tx, name: str) -> str | None:
    """The fact, or None where it was never learned."""
    found = select(service_facts.c.value).where(service_facts.c.name == name)
    return (await tx.run(found)).scalar_one_or_none()


async def put(tx: Tx, name: str, value: str) -> None:
    """Keep the fact, in place of what was there."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    new = make(service_facts).values(name=name, value=value)
    await tx.run(new.on_conflict_do_update(index_elements=["name"], set_={"value": value}))


async def lock(tx: Tx, name: str) -> str | None:
    """The fact, locked until the transaction ends, so that one process at a time follows it; None: never learned."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    await tx.run(make(service_facts).values(name=name, value="").on_conflict_do_nothing(index_elements=["name"]))
    found = select(service_facts.c.value).where(service_facts.c.name == name).with_for_update()
    return str((await tx.run(found)).scalar_one()) or None


async def remove(tx: Tx, name: str) -> None:
    """Forget the fact."""
    await tx.run(delete(service_facts).where(service_facts.c.name == name))
