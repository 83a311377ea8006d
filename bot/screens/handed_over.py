"""To a client: who is there for them now, what that one sees (nothing so far), and whom to call."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.screen import Screen, does
from bot.screens.parts import LABEL, cut, lines, paragraphs
from bot.screens.reads import practitioner_of
from bot.taps.everywhere import OPEN_BELOW
from bot.taps.people import HANDED_PRIVATE, SHARING
from bot.texts import Texts, texts_for
from care.cards import card_of
from care.handed_over import last_of
from db import people, requests
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

PRIVATE = "private"  # view


@dataclass(frozen=True, slots=True)
class Facts:
    """`name` is the client's own; `practitioner` who is there now (None: nobody), `before` who was (None: nobody knows
    any more), `call` whom to call.

    `asked`: something that they asked waits to be opened, or, with nobody there, was not. `session`: the one that was
    entered is taken out. `view`: "" or PRIVATE.
    """

    call: str
    practitioner: str | None
    before: str | None = None
    name: str | None = None
    asked: bool = False
    session: bool = False
    view: str = ""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """As it stands when it is sent; nothing to say to somebody who was not handed over."""
    last = await last_of(tx, person.id)
    if last is None:
        return None
    now_there, before = await practitioner_of(tx, person), await people.get(tx, last.giver_id)
    someone = texts_for(person.locale).label("someone")
    return Facts(
        call=(await card_of(tx, person)).call,
        practitioner=None if now_there is None else now_there.name or someone,
        before=before.name if before else None,
        name=person.name,
        asked=bool(await requests.waiting_of(tx, person.id)) if now_there else last.unopened,
        session=last.dropped_session,
        view=row.args.get("view", ""),
    )


def screen(facts: Facts, texts: Texts) -> Screen:
    """Who, what is seen, what stays, whom to call; then the choice, which can wait."""
    hello = texts("hello", name=facts.name) if facts.name else texts("hello-unnamed")
    talk = does(texts.label("very-low-talk"), OPEN_BELOW, "crisis")
    if facts.practitioner is None:
        return Screen(paragraphs(hello, lines(*_nobody(facts, texts)), texts("handed-over-nobody-on")), ((talk,),))
    there = facts.practitioner
    choose = does(cut(texts.label("handed-over-choose", practitioner=there), LABEL), SHARING)
    if facts.view == PRIVATE:
        said = lines(texts("handed-over-is-private", practitioner=there), texts("handed-over-call", call=facts.call))
        return Screen(said, ((choose,), (talk,)))
    private = does(texts.label("handed-over-private"), HANDED_PRIVATE)
    words = paragraphs(hello, lines(*_there(there, facts, texts)), texts("handed-over-call", call=facts.call))
    return Screen(words, ((choose,), (private, talk)))


def _there(there: str, facts: Facts, texts: Texts) -> Iterator[str]:
    before = facts.before
    if before is None:
        yield texts("handed-over-someone", practitioner=there)
    else:
        yield texts("handed-over", practitioner=there, before=before)
    if facts.asked:
        yield texts("handed-over-asked", practitioner=there)
    if before is None:
        yield texts("handed-over-hidden-someone", practitioner=there)
    else:
        yield texts("handed-over-hidden", practitioner=there, before=before)
    yield texts("handed-over-kept")
    if facts.session and before is not None:
        yield texts("handed-over-session", before=before)
    elif facts.session:
        yield texts("handed-over-session-someone")


def _nobody(facts: Facts, texts: Texts) -> Iterator[str]:
    known = facts.before is not None
    yield texts("handed-over-nobody", before=facts.before or "") if known else texts("handed-over-nobody-someone")
    if facts.asked:
        yield texts("handed-over-nobody-asked", call=facts.call)
    else:
        yield texts("handed-over-nobody-call", call=facts.call)
