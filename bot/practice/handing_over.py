"""What a hand-over says to both practitioners and to each client."""

from collections.abc import Iterator
from dataclasses import dataclass

from bot.kit.parts import LABEL, cut, lines, paragraphs
from bot.kit.screen import Screen, does
from bot.kit.taps import OPEN_BELOW
from bot.people.taps import HANDED_PRIVATE, SHARING
from bot.practice.taps import CLIENTS
from bot.texts import Texts, texts_for
from care.delivery.notices import last_hand_over
from care.people.accounts import name_of
from care.practice.clients import practitioner_of
from care.practice.requests import first_waiting
from care.safety.cards import card_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person


@dataclass(frozen=True, slots=True)
class HandOverFacts:
    """`name` is the other one (None: nobody takes their place); `gives`: who reads it is the one before."""

    name: str | None
    count: int
    requests: int = 0
    gives: bool = False


async def hand_over_facts(tx: Tx, person: Person, row: ScreenRow) -> HandOverFacts:
    """How many there were is of that moment, and lies with the screen."""
    someone = texts_for(person.locale).label("a-colleague")
    name = None if row.subject_id is None else await name_of(tx, row.subject_id) or someone
    return HandOverFacts(name, int(row.args["count"]), int(row.args.get("requests", 0)), row.name == "handed_on")


def hand_over_screen(facts: HandOverFacts, texts: Texts) -> Screen:
    """How many, and what of them is to be seen."""
    if facts.name is None:
        return Screen(lines(texts("handed-on-nobody", count=facts.count), texts("handed-on-off")))
    if facts.gives:
        off = texts("handed-on-off") if facts.count else None
        return Screen(lines(texts("handed-on", count=facts.count, name=facts.name), off))
    show = does(texts.label("took-over-people"), CLIENTS)
    return Screen(lines(*_taken(facts, facts.name, texts)), ((show,),))


def _taken(facts: HandOverFacts, name: str, texts: Texts) -> Iterator[str]:
    yield texts("took-over", count=facts.count, name=name)
    if facts.count:
        yield texts("took-over-hidden", count=facts.count)
    if facts.requests:
        yield texts("took-over-requests", count=facts.requests)


PRIVATE = "private"  # view


@dataclass(frozen=True, slots=True)
class HandedOverFacts:
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


async def handed_over_facts(tx: Tx, person: Person, row: ScreenRow) -> HandedOverFacts | None:
    """As it stands when it is sent; nothing to say to somebody who was not handed over."""
    last = await last_hand_over(tx, person.id)
    if last is None:
        return None
    now_there = await practitioner_of(tx, person)
    someone = texts_for(person.locale).label("someone")
    return HandedOverFacts(
        call=(await card_of(tx, person)).call,
        practitioner=None if now_there is None else now_there.name or someone,
        before=await name_of(tx, last.giver_id),
        name=person.name,
        asked=await first_waiting(tx, person) is not None if now_there else last.unopened,
        session=last.dropped_session,
        view=row.args.get("view", ""),
    )


def handed_over_screen(facts: HandedOverFacts, texts: Texts) -> Screen:
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


def _there(there: str, facts: HandedOverFacts, texts: Texts) -> Iterator[str]:
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


def _nobody(facts: HandedOverFacts, texts: Texts) -> Iterator[str]:
    known = facts.before is not None
    yield texts("handed-over-nobody", before=facts.before or "") if known else texts("handed-over-nobody-someone")
    if facts.asked:
        yield texts("handed-over-nobody-asked", call=facts.call)
    else:
        yield texts("handed-over-nobody-call", call=facts.call)
