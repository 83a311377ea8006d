"""Any one-off kind answer: a key of the texts, and codes that it needs."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from bot.screen import Screen
from bot.texts import Texts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

# What speaks of clients' matters, and what a supporter reads in its place: see bot.screens.NOT_FOR_GUESTS.
TO_GUESTS = {
    "words-stranger": "words-guest",
    "not-joined": "unknown-command",
    "quit-not-joined": "unknown-command",
}
TAKES_KEYBOARD = frozenset({"note-put-away", "note-erased"})  # with these the buttons at hand go


@dataclass(frozen=True, slots=True)
class Facts:
    """Which answer, and its codes."""

    key: str
    args: Mapping[str, str | int] = field(default_factory=dict)


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """What was put down, and who reads it by now."""
    key = row.args["key"]
    read = TO_GUESTS.get(key, key) if person.is_guest else key
    return Facts(f"note-{read}", {name: value for name, value in row.args.items() if name != "key"})


def screen(facts: Facts, texts: Texts) -> Screen:
    """The answer, without buttons."""
    return Screen(texts(facts.key, **facts.args), keyboard=() if facts.key in TAKES_KEYBOARD else None)
