"""A moment at which how much they smoke changes: the question about regular medicines rides along."""

from dataclasses import dataclass

from bot.screen import Rows
from bot.screens.medicine_gate import gate_buttons, gate_words
from bot.screens.reads import sees_of
from bot.screens.sees import Sees
from bot.texts import Texts
from care.measures_due import read_about
from care.medicines import Gate, gate_of
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """What is asked, and who would see it."""

    gate: Gate
    sees: Sees


async def facts(tx: Tx, person: Person, about: int) -> Facts | None:
    """None once they said anything, "not now" too; where one is to be watched for, that stands without a question."""
    told = read_about(about)
    gate = None if told is None else await gate_of(tx, person, *told)
    return None if gate is None or gate.says_nothing else Facts(gate, await sees_of(tx, person))


def words(facts: Facts, texts: Texts) -> str:
    """The question."""
    return gate_words(facts.gate, facts.sees, texts)


def buttons(facts: Facts, texts: Texts) -> Rows:
    """Its answers."""
    return gate_buttons(facts.gate, texts)
