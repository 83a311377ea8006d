"""Who sees what, before anything is chosen."""

from dataclasses import dataclass

from bot.screen import Screen
from bot.screens.parts import back, lines, paragraphs
from bot.screens.reads import practitioner_name
from bot.texts import Texts
from db.screens import ScreenRow
from db.tx import Tx
from programme.consent import Item
from programme.people import Person
from programme.shared import BY_A_TAP, PRACTITIONERS_OWN, STANDING


@dataclass(frozen=True, slots=True)
class Facts:
    """Whose link it was."""

    practitioner: str


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:  # noqa: ARG001
    """The practitioner of the link; there is nothing to say without one."""
    name = await practitioner_name(tx, person)
    return None if name is None else Facts(name)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The whole of it on one screen."""
    return Screen(whole_list(facts.practitioner, texts), ((back(texts, "welcome"),),))


def whole_list(practitioner: str, texts: Texts) -> str:
    """Line for line what a practitioner comes to see, by the table that decides it, and what is theirs alone."""
    choice = texts.label("choice-summary", practitioner=practitioner)
    by_replies = [line for line, agreed in STANDING.items() if Item.KEEP_ANSWERS not in agreed.items]
    by_answers = [line for line in STANDING if line not in by_replies]
    groups = {"joined": PRACTITIONERS_OWN, "summary": by_replies, "answers": by_answers, "tap": BY_A_TAP}
    parts = [lines(texts("who"), texts("who-you"))]
    for group, shown in groups.items():
        head = texts(f"who-{group}", practitioner=practitioner, choice=choice)
        named = (texts(f"shows-{line}", practitioner=practitioner) for line in shown)
        parts.append(lines(head, *(f"· {one}" for one in named)))
    return paragraphs(*parts, texts("who-else"))
