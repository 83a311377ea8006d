"""What people turned on or off for themselves."""

from sqlalchemy import select
from sqlalchemy.dialects import postgresql, sqlite

from db.tables import switches
from db.tx import Tx
from programme.switch import USUAL, Switch


async def turn(tx: Tx, person_id: int, switch: Switch, *, on: bool) -> None:
    """It is on or off from now on."""
    make = sqlite.insert if tx.dialect == "sqlite" else postgresql.insert
    new = make(switches).values(person_id=person_id, name=switch.value, is_on=on, at=tx.now)
    changed = {"is_on": new.excluded.is_on, "at": new.excluded.at}
    await tx.run(new.on_conflict_do_update(index_elements=["person_id", "name"], set_=changed))


async def is_on(tx: Tx, person_id: int, switch: Switch) -> bool:
    """Whether it is on: as they turned it, or as it usually is."""
    wanted = select(switches.c.is_on).where(switches.c.person_id == person_id, switches.c.name == switch.value)
    chosen = (await tx.run(wanted)).scalar_one_or_none()
    return USUAL[switch] if chosen is None else bool(chosen)
