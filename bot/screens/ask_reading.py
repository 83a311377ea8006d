"""What a practitioner's reading of carbon monoxide showed."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.names import called
from bot.texts import Texts
from care.own_client import own_client
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """Whose reading."""

    id: int
    name: str


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts | None:  # noqa: ARG001
    """Nothing is asked about somebody who is not with this practitioner."""
    client = await own_client(tx, person, row.subject_id or 0)
    if client is None:
        return None
    return Facts(client.id, await called(tx, person, client.id))


def screen(facts: Facts, texts: Texts) -> Screen:
    """The number is typed."""
    return Screen(texts("ask-reading", name=facts.name), ((does(texts.label("button-cancel"), "outcomes"),),))
