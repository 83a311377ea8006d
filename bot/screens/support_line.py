"""Asking for a line: what to call somebody, a wish, good news, or a word of encouragement."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.support_parts import name_of
from bot.taps.everywhere import CANCEL
from bot.taps.supporters import SUPPORT_NO_WISH, SUPPORT_TELL_DAYS
from bot.texts import Texts
from care import supporters, supporting
from care.progress import progress_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

ASKS = {
    "name": "support-ask-name",
    "wish": "support-ask-wish",
    "tell": "support-ask-tell",
    "word": "supporting-ask-word",
}


@dataclass(frozen=True, slots=True)
class Facts:
    """What is asked for (see ASKS), and about whom. `days`: smoke-free ones that could be told of."""

    what: str
    name: str = ""
    days: int = 0


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """The name of the other one."""
    what = row.args.get("what", "name")
    if what == "word":
        theirs = await supporting.of_supporter(tx, person, row.subject_id)
        return Facts(what, await name_of(tx, theirs.client_id) if theirs else "")
    support = await supporters.of_client(tx, person, row.subject_id)
    days = (await progress_of(tx, person)).days.smoke_free if what == "tell" else 0
    return Facts(what, support.label if support else "", days)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The question, and a way out of it."""
    cancel = does(texts.label("button-cancel"), CANCEL)
    key = ASKS[facts.what]
    if facts.what == "name":
        return Screen(texts(key), ((cancel,),))
    if facts.what == "word":
        return Screen(texts(key, client=facts.name), ((cancel,),))
    none = ((does(texts.label("support-no-wish"), SUPPORT_NO_WISH),),) if facts.what == "wish" else ()
    if facts.days:
        none = ((does(texts.label("support-tell-days", days=facts.days), SUPPORT_TELL_DAYS),),)
    return Screen(texts(key, name=facts.name), (*none, (cancel,)))
