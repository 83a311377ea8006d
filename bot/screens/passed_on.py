"""Words that arrived: from a supporter to a client, or a client's good news to a supporter."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.parts import back
from bot.screens.support_parts import name_of
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.supporters import PASS_RATE
from bot.texts import Texts
from db import consents, encouragements, supporters
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`name` wrote the words; `to_client`: the client reads them. `view`: "" or "why". `asks`: whether they helped, of
    who keeps answers."""

    name: str
    words: str
    to_client: bool
    rated: bool = False
    view: str = ""
    asks: bool = True


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """What was written, under the name the reader knows."""
    passed = await encouragements.get(tx, row.subject_id or 0)
    support = await supporters.get(tx, passed.support_id) if passed else None
    if passed is None or support is None or passed.to_id != person.id:
        return None
    to_client = person.id == support.client_id
    name = support.label if to_client else await name_of(tx, support.client_id)
    asks = to_client and (await consents.in_force(tx, person.id)).keep_answers
    return Facts(name, passed.words, to_client, passed.helped is not None, row.args.get("view", ""), asks)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The words as they were written."""
    if facts.view == "why" and facts.to_client:
        return Screen(texts("support-passed-why", name=facts.name), ((back(texts),),))
    if facts.view == "why":
        return Screen(texts("supporting-news-why", client=facts.name), ((back(texts),),))
    why = does(texts.label("button-why"), OPEN_VIEW, "why")
    if not facts.to_client:
        return Screen(texts("supporting-news", client=facts.name, words=facts.words), ((why,),))
    words = texts("support-passed-on", name=facts.name, words=facts.words)
    if not facts.asks:
        return Screen(words, ((why,),))
    if facts.rated:
        return Screen(f"{words}\n\n{texts('support-rated', name=facts.name)}", ((why,),))
    helped = does(texts.label("support-helped"), PASS_RATE, True)
    not_really = does(texts.label("support-not-really"), PASS_RATE, False)
    return Screen(words, ((helped, not_really), (why,)))
