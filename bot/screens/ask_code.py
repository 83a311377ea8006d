"""The six digits that a practitioner got another way than the link."""

from dataclasses import dataclass

from bot.screen import Screen
from bot.texts import Texts
from db import invites
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """The name that the invitation was made for."""

    name: str


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:  # noqa: ARG001
    """The name on the invitation; nothing to ask where it is gone."""
    invite = await invites.get(tx, int(row.args["invite_id"]))
    return None if invite is None else Facts(invite.label or "")


def screen(facts: Facts, texts: Texts) -> Screen:
    """Asks for them."""
    return Screen(texts("ask-code", name=facts.name))
