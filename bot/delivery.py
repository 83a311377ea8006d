"""One-off answers: a note, the buttons at hand, a line in place of what is stopped, and what we got wrong."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from bot.kit.parts import lines, paragraphs
from bot.kit.people import called_all
from bot.kit.screen import Screen, does
from bot.kit.taps import OPEN_BELOW
from bot.practice.taps import CLIENTS
from bot.texts import Texts
from bot.texts.dates import dated, day, money
from care.delivery.notices import clients_who_show, erratum_of
from care.practice.clients import has_left
from care.quitting.four_outcomes import DaysRecounted, days_recounted, outcomes_recounted
from care.safety.cards import card_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.operators import Erratum
from programme.people.person import Person, today_of
from programme.quitting.recount import OutcomeChange, WhichOutcome

# What speaks of clients' matters, and what a supporter reads in its place: see bot.screens.NOT_FOR_GUESTS.
TO_GUESTS = {
    "words-stranger": "words-guest",
    "not-joined": "unknown-command",
    "quit-not-joined": "unknown-command",
}
TAKES_KEYBOARD = frozenset({"note-put-away", "note-erased"})  # with these the buttons at hand go


@dataclass(frozen=True, slots=True)
class NoteFacts:
    """Which answer, and its codes."""

    key: str
    args: Mapping[str, str | int] = field(default_factory=dict)


async def note_facts(tx: Tx, person: Person, row: ScreenRow) -> NoteFacts:  # noqa: ARG001
    """What was put down, and who reads it now."""
    key = row.args["key"]
    read = TO_GUESTS.get(key, key) if person.is_guest else key
    return NoteFacts(f"note-{read}", {name: value for name, value in row.args.items() if name != "key"})


def note_screen(facts: NoteFacts, texts: Texts) -> Screen:
    """The answer, without buttons."""
    return Screen(texts(facts.key, **facts.args), keyboard=() if facts.key in TAKES_KEYBOARD else None)


KEYS = (("keyboard-craving", "keyboard-smoked"), ("keyboard-rough", "keyboard-more"))


@dataclass(frozen=True, slots=True)
class AtHandFacts:
    """Nothing needs to be known."""


async def at_hand_facts(tx: Tx, person: Person, row: ScreenRow) -> AtHandFacts | None:  # noqa: ARG001
    """For clients only: nothing to say to somebody who left."""
    return AtHandFacts() if person.is_client else None


def at_hand_screen(facts: AtHandFacts, texts: Texts) -> Screen:  # noqa: ARG001
    """A line, and the keyboard."""
    labels = tuple(tuple(map(texts.label, row)) for row in KEYS)
    return Screen(texts("at-hand"), keyboard=labels)


@dataclass(frozen=True, slots=True)
class WithheldFacts:
    """Nothing of it depends on anybody."""


async def withheld_facts(tx: Tx, person: Person, row: ScreenRow) -> WithheldFacts:  # noqa: ARG001
    """The same for everybody."""
    return WithheldFacts()


def withheld_screen(facts: WithheldFacts, texts: Texts) -> Screen:  # noqa: ARG001
    """One line, and whom to talk to."""
    return Screen(texts("withheld"), ((does(texts.label("button-crisis"), OPEN_BELOW, "crisis"),),))


MOST: Final = 8  # paragraphs; more is nothing to read before the first client comes


def days_words(days: DaysRecounted, texts: Texts) -> str:
    """Their smoke-free days and the money, as they were counted and as they are."""
    counted = texts(
        "erratum-days", day=day(texts, days.on), before=days.before.days.smoke_free, now=days.now.days.smoke_free
    )
    return paragraphs(lines(counted, _spent(days, texts)), texts("erratum-days-why"), texts("erratum-days-see"))


def _spent(days: DaysRecounted, texts: Texts) -> str | None:
    was, is_now = days.before.money, days.now.money
    if was is None or is_now is None or was == is_now or days.currency is None:
        return None
    amounts = {"before": money(texts, was, days.currency), "now": money(texts, is_now, days.currency)}
    return texts("erratum-days-money", **amounts)


def weeks_words(outcomes: Iterable[tuple[str, OutcomeChange]], on: date | None, texts: Texts) -> str:
    """That Monday's evenings were left out, and whose outcomes are counted another way; those alike stand together."""
    names: dict[OutcomeChange, list[str]] = {}
    for name, change in outcomes:
        names.setdefault(change, []).append(name)
    mondays = texts("erratum-weeks")
    if not names or on is None:
        return mondays
    told = [_change(change, theirs, texts) for change, theirs in names.items()]
    more = sum(len(theirs) for theirs in list(names.values())[MOST:])
    rest = texts("erratum-outcomes-more", count=more) if more else None
    head = texts("erratum-outcomes", day=dated(texts, on))
    return paragraphs(mondays, head, *told[:MOST], rest, texts("erratum-outcomes-see"))


def _change(change: OutcomeChange, names: list[str], texts: Texts) -> str:
    kind = "nhs" if change.which is WhichOutcome.NHS else "russell"
    before, now = (texts.label(f"outcome-{kind}-{one}") for one in (change.before, change.now))
    title, whose = texts.label(f"outcome-{change.which}"), ", ".join(names)
    head = texts("erratum-outcome", names=whose, title=title, before=before, now=now)
    return lines(head, texts(f"recount-{change.why}"))


_SAME = "a pharmacist"  # CrisisCard.medicines where there is no number to call


@dataclass(frozen=True, slots=True)
class ErratumFacts:
    """`what` was wrong; `call`: a number about medicines, where there is one; `left`: they have left.

    `names`: of a practitioner's clients who were told and show them their week. `days` are a client's own, `outcomes`
    what differs of a practitioner's clients, with what each is called, on the practitioner's local date `on`.
    """

    what: Erratum
    call: str | None = None
    left: bool = False
    names: tuple[str, ...] = ()
    days: DaysRecounted | None = None
    outcomes: tuple[tuple[str, OutcomeChange], ...] = ()
    on: date | None = None


async def erratum_facts(tx: Tx, person: Person, row: ScreenRow) -> ErratumFacts | None:
    """As it is now; None where nobody is left whom it is about."""
    found = await erratum_of(tx, row.subject_id)
    if found is None:
        return None
    if found.as_of is not None:
        return await _counted(tx, person, found.what, found.as_of)
    call = (await card_of(tx, person)).medicines
    if found.what.seen is not None:
        return ErratumFacts(found.what, None if call == _SAME else call, await has_left(tx, person))
    theirs = await clients_who_show(tx, person.id, found.what.of)
    names = await called_all(tx, person, [one.id for one in theirs])
    return ErratumFacts(found.what, names=tuple(names.values())) if names else None


async def _counted(tx: Tx, person: Person, what: Erratum, as_of: datetime) -> ErratumFacts | None:
    if what is Erratum.DAYS:
        days = await days_recounted(tx, as_of, person)
        return ErratumFacts(what, days=days) if days else None
    differ = await outcomes_recounted(tx, as_of, person)
    names = await called_all(tx, person, differ)
    outcomes = tuple((names[one], change) for one, changes in differ.items() for change in changes)
    return ErratumFacts(what, outcomes=outcomes, on=today_of(as_of, person))


def erratum_screen(facts: ErratumFacts, texts: Texts) -> Screen:
    """What was wrong, what is right, and that it is all."""
    names = ", ".join(facts.names)
    match facts.what:
        case Erratum.DAYS if facts.days is not None:
            return Screen(days_words(facts.days, texts))
        case Erratum.WEEKS:
            every = ((does(texts.label("summary-all"), CLIENTS),),) if facts.outcomes else ()
            return Screen(weeks_words(facts.outcomes, facts.on, texts), every)
        case Erratum.SEEN_SIDE_EFFECTS:
            return Screen(texts("erratum-seen-side-effects", names=names))
        case Erratum.SEEN_ANSWERS:
            return Screen(texts("erratum-seen-answers", names=names))
    over = texts("erratum-left") if facts.left else None
    if facts.what is Erratum.ANSWERS:
        return Screen(paragraphs(texts("erratum-answers"), over))
    ask = texts("erratum-ask-call", call=facts.call) if facts.call else texts("erratum-ask")
    talk = does(texts.label("button-crisis"), OPEN_BELOW, "crisis")
    return Screen(paragraphs(texts("erratum-side-effects"), ask, texts("erratum-fine"), over), ((talk,),))
