"""The yes-or-nos on one screen, none ticked beforehand: those of joining, and from the settings all of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screen import Button, Screen, does
from bot.screens.parts import back, paragraphs
from bot.screens.reads import practitioner_of
from bot.screens.who_sees_what import whole_list
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.people import CHOICES_DONE, TOGGLE
from bot.texts import Texts, texts_for
from db.screens import ScreenRow
from db.tx import Tx
from programme.consent import JOINING, Choices, Item
from programme.people import Person

LIST = "list"  # view: who sees what, line for line


@dataclass(frozen=True, slots=True)
class Facts:
    """What is ticked so far, and whose summary it would be. `anew`: the words changed since they answered.

    `items` are asked, in this order. `view`: "" or LIST.
    """

    practitioner: str
    choices: Choices
    anew: bool = False
    items: Sequence[Item] = JOINING
    view: str = ""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """What is ticked so far lies with the screen, so that nothing counts before Continue."""
    known = await practitioner_of(tx, person)
    name = (known and known.name) or texts_for(person.locale).label("someone")
    every = tuple(Item) if row.args.get("for") == "settings" else JOINING
    items = tuple(one for one in every if known is not None or one is not Item.SUMMARY)
    choices, anew = Choices.from_codes(row.args.get("choices", ())), bool(row.args.get("anew"))
    return Facts(name, choices, anew, items, row.args.get("view", ""))


def _tick(item: Item, facts: Facts, texts: Texts) -> Button:
    args = {"practitioner": facts.practitioner} if item is Item.SUMMARY else {}
    choice = texts.label(f"choice-{item}", **args)
    mark = "choice-on" if item in facts.choices.granted else "choice-off"
    return does(texts.label(mark, choice=choice), TOGGLE, item)


def screen(facts: Facts, texts: Texts) -> Screen:
    """Each item is its own button, with its box; all that is shown, line for line, is a tap away."""
    if facts.view == LIST:
        return Screen(whole_list(facts.practitioner, texts), ((back(texts),),))
    ticks = tuple((_tick(item, facts, texts),) for item in facts.items)
    more = texts("choices-same_day") if Item.SAME_DAY in facts.items else None
    said = ("choices-anew", "choices") if facts.anew else ("choices",)
    words = paragraphs(*(texts(key, practitioner=facts.practitioner) for key in said), more)
    whole, done = (
        does(texts.label("choices-whole"), OPEN_VIEW, LIST),
        does(texts.label("button-continue"), CHOICES_DONE),
    )
    return Screen(words, (*ticks, (whole, done)))
