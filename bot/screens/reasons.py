"""Why a client wants to stop, in their own words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.parts import EXCERPT, LABEL, cut, lines, paragraphs
from bot.texts import Texts
from db import reasons
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person
from programme.reason import Reason


@dataclass(frozen=True, slots=True)
class Facts:
    """`asking`: the next words are a reason."""

    reasons: Sequence[Reason] = ()
    asking: bool = False


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """As they are kept now."""
    return Facts(await reasons.of_person(tx, person.id), row.args.get("view") == "ask")


def screen(facts: Facts, texts: Texts) -> Screen:
    """The list, or the question for another one."""
    if facts.asking:
        return Screen(texts("reasons-ask"), ((does(texts.label("button-back"), "mine", "reasons"),),))
    add = (does(texts.label("reasons-add"), "reason_ask"), does(texts.label("beliefs-button"), "beliefs"))
    if not facts.reasons:
        return Screen(paragraphs(texts("reasons"), texts("reasons-none")), (add,))
    listed = (texts("reasons-line", words=cut(one.words, EXCERPT)) for one in facts.reasons)
    remove = tuple(
        (does(texts.label("reasons-remove", words=cut(one.words, LABEL)), "reason_gone", one.id),)
        for one in facts.reasons
    )
    return Screen(paragraphs(lines(texts("reasons"), *listed), texts("reasons-more")), (*remove, add))
