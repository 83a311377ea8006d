"""Who is responsible for what is kept: the service's name and its controller, for people whom it knows."""

from dataclasses import dataclass

from db import clients, service_facts
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Responsible:
    """What the service is called, and who answers for the data (UK GDPR article 4(7)); None where it is not said."""

    service: str | None = None
    controller: str | None = None


async def keep_responsible(tx: Tx, said: Responsible) -> None:
    """Say this from now on, in every process."""
    await service_facts.put(tx, service_facts.SERVICE_NAME, said.service or "")
    await service_facts.put(tx, service_facts.CONTROLLER, said.controller or "")


async def responsible(tx: Tx, person: Person) -> Responsible:
    """Who is responsible; nothing for somebody who never had a role. Who left may still want to ask for their data.

    A service's name can tell that somebody is in treatment, so it waits until their link or code has said who they
    are (FIELD.md section 7).
    """
    if not person.roles and await clients.get(tx, person.id) is None:
        return Responsible()
    service = await service_facts.get(tx, service_facts.SERVICE_NAME)
    controller = await service_facts.get(tx, service_facts.CONTROLLER)
    return Responsible(service or None, controller or None)
