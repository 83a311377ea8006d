"""Words from one to the other: about to be sent, and as they arrived."""

from dataclasses import dataclass

from bot.kit.parts import back, paragraphs
from bot.kit.screen import Screen, does
from bot.kit.taps import CANCEL, OPEN_VIEW
from bot.supporters.parts import supporter_name
from bot.supporters.taps import PASS_ANEW, PASS_RATE, PASS_SEND
from bot.texts import Texts
from bot.texts.service import escaped
from care.people.consent import choices_of
from care.supporters.clients_side import words_received, words_written
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person


@dataclass(frozen=True, slots=True)
class PassingOnFacts:
    """`name` is the other one's, `client` the client's own where it is they who write; else "".

    `tells`: the words would tell them of stopping, which they do not know. `view`: "" before it is sent; then "sent",
    "enough" or "ended".
    """

    name: str
    words: str
    view: str = ""
    client: str = ""
    tells: bool = False


async def passing_on_facts(tx: Tx, person: Person, row: ScreenRow) -> PassingOnFacts | None:
    """The words as they were typed."""
    found = await words_written(tx, person, row.subject_id)
    if found is None:
        return PassingOnFacts("", "", "ended")
    passed, support = found
    client, view = await supporter_name(tx, support.client_id), row.args.get("view", "")
    if person.id == support.client_id:
        return PassingOnFacts(support.label, passed.words, view, client, tells=support.would_tell(passed.words))
    return PassingOnFacts(client, passed.words, view)


def passing_on_screen(facts: PassingOnFacts, texts: Texts) -> Screen:
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


@dataclass(frozen=True, slots=True)
class PassedOnFacts:
    """`name` wrote the words; `to_client`: the client reads them. `view`: "" or "why". `asks`: whether they helped, of
    who keeps answers."""

    name: str
    words: str
    to_client: bool
    rated: bool = False
    view: str = ""
    asks: bool = True


async def passed_on_facts(tx: Tx, person: Person, row: ScreenRow) -> PassedOnFacts | None:
    """What was written, under the name the reader knows."""
    found = await words_received(tx, person, row.subject_id)
    if found is None:
        return None
    passed, support = found
    to_client = person.id == support.client_id
    name = support.label if to_client else await supporter_name(tx, support.client_id)
    asks = to_client and (await choices_of(tx, person)).keep_answers
    return PassedOnFacts(name, passed.words, to_client, passed.helped is not None, row.args.get("view", ""), asks)


def passed_on_screen(facts: PassedOnFacts, texts: Texts) -> Screen:
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
