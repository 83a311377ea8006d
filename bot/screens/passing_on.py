"""What somebody is about to send to the other one, to be looked at once more."""

from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.parts import paragraphs
from bot.screens.support_parts import name_of
from bot.taps.everywhere import CANCEL
from bot.taps.supporters import PASS_ANEW, PASS_SEND
from bot.texts import Texts
from bot.texts.service import escaped
from db import encouragements, supporters
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """`name` is the other one's, `client` the client's own where it is they who write; else "".

    `tells`: the words would tell them of stopping, which they do not know. `view`: "" before it is sent; then "sent",
    "enough" or "ended".
    """

    name: str
    words: str
    view: str = ""
    client: str = ""
    tells: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """The words as they were typed."""
    passed = await encouragements.get(tx, row.subject_id or 0)
    support = await supporters.get(tx, passed.support_id) if passed else None
    if passed is None or support is None or passed.person_id != person.id:
        return Facts("", "", "ended")
    client, view = await name_of(tx, support.client_id), row.args.get("view", "")
    if person.id == support.client_id:
        return Facts(support.label, passed.words, view, client, tells=support.would_tell(passed.words))
    return Facts(client, passed.words, view)


def screen(facts: Facts, texts: Texts) -> Screen:
    """What will be read, as it will be read, and whether to send it."""
    if facts.view == "ended":
        return Screen(texts("supporting-ended"))
    if facts.view == "sent":
        return Screen(texts("support-tell-sent", name=facts.name))
    if facts.view == "enough":
        return Screen(texts("support-tell-enough"))
    send = does(texts.label("support-tell-send"), PASS_SEND)
    anew = does(texts.label("support-change" if facts.tells else "support-tell-change"), PASS_ANEW)
    not_now = does(texts.label("support-leave-out" if facts.tells else "check-in-not-now"), CANCEL)
    top = texts("support-tell-each", name=facts.name)
    quoted = f"“{escaped(facts.words)}”"
    read = texts("supporting-news", client=facts.client, words=facts.words) if facts.client else quoted
    tells = texts("support-tells", name=facts.name) if facts.tells else None
    return Screen(paragraphs(top, read, tells), ((send, not_now), (anew,)))
