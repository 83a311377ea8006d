"""What a practitioner's clients are called on every screen: two of one name are told apart (programme.called)."""

from collections.abc import Iterable

from bot.texts import Texts, texts_for
from care.names import names_for
from db.tx import Tx
from programme.people import Person


async def called(tx: Tx, practitioner: Person, client_id: int) -> str:
    """What that practitioner reads for this client."""
    return (await called_all(tx, practitioner, [client_id]))[client_id]


async def called_all(tx: Tx, practitioner: Person, client_ids: Iterable[int]) -> dict[int, str]:
    """What that practitioner reads for these clients, in their order."""
    names, texts = await names_for(tx, practitioner), texts_for(practitioner.locale)
    return {one: shown_name(one, names.get(one), texts) for one in client_ids}


def shown_name(person_id: int, name: str | None, texts: Texts) -> str:
    """What a person is called where they gave no name. `name` is one that tells them apart already."""
    return name or texts.label("client-unnamed", id=person_id)
