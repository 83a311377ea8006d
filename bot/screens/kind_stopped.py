"""No more of one kind: said so, with a way back."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.parts import lines
from bot.taps.schedule import HAVE_BACK
from bot.texts import Texts
from db import stopped
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.plan import CHECK_IN


@dataclass(frozen=True, slots=True)
class Facts:
    """`kind` came no more; `back`: it does by now."""

    kind: str
    back: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """How it stands."""
    kind = str(row.args["kind"])
    return Facts(kind, kind not in await stopped.of_person(tx, person.id))


def screen(facts: Facts, texts: Texts) -> Screen:
    """What comes no more, what still works, and Undo."""
    if facts.back:
        return Screen(texts("stopped-back"))
    works = texts("stopped-check-in") if facts.kind == CHECK_IN else None
    words = lines(texts(f"stopped-{facts.kind}"), works, texts("stopped-rest"))
    return Screen(words, ((does(texts.label("how-often-undo"), HAVE_BACK, facts.kind),),))
