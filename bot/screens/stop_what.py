"""Somebody wrote "stop" or "quit": what do they mean? It never unsubscribes anyone."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.parts import go
from bot.taps.everywhere import OPEN_VIEW
from bot.texts import Texts
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`view` is what they meant; `joined`: there is something to change or to leave."""

    view: str = ""
    joined: bool = True


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """Whether there is something to change or to leave."""
    return Facts(row.args.get("view", ""), joined=person.is_client)


def screen(facts: Facts, texts: Texts) -> Screen:
    """Four things it may mean."""
    if facts.view in {"smoking", "nothing"}:
        return Screen(texts(f"stop-{facts.view}"))
    ways = (go(texts, "stop-what-messages", "settings"), go(texts, "stop-what-leave", "leave")) if facts.joined else ()
    smoking = does(texts.label("stop-what-smoking"), OPEN_VIEW, "smoking")
    nothing = does(texts.label("stop-what-nothing"), OPEN_VIEW, "nothing")
    return Screen(texts("stop-what"), tuple((button,) for button in (*ways, smoking, nothing)))
