"""What clients turn on or off for themselves."""

from db import events, switches
from db.tx import Tx
from programme.people import Person
from programme.switch import Switch


async def turn(tx: Tx, person: Person, switch: Switch, *, on: bool) -> None:
    """That client has it on or off from now on."""
    if person.is_client:
        await switches.turn(tx, person.id, switch, on=on)
        await events.add(tx, "Switched", person.id, person.id, {"switch": switch.value, "on": on})
