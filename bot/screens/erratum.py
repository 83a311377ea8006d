"""We were wrong: what we said or did, what is right, and whom to ask. It asks nothing."""

from dataclasses import dataclass
from datetime import date, datetime

from bot.screen import Screen, does
from bot.screens import recounted
from bot.screens.names import called_all
from bot.screens.parts import paragraphs
from bot.taps.everywhere import OPEN_BELOW
from bot.taps.practice import CLIENTS
from bot.texts import Texts
from care.cards import card_of
from care.errata import clients_who_show
from care.recounted import Days, days_recounted, outcomes_recounted
from db import clients, errata
from db.screens import ScreenRow
from db.tx import Tx
from programme.errata import Erratum
from programme.outcomes.recount import Change
from programme.people import Person
from programme.today import today_of

_SAME = "a pharmacist"  # CrisisCard.medicines where there is no number to call


@dataclass(frozen=True, slots=True)
class Facts:
    """`what` was wrong; `call`: a number about medicines, where there is one; `left`: they have left.

    `names`: of a practitioner's clients who were told and show them their week. `days` are a client's own, `outcomes`
    what differs of a practitioner's clients, with what each is called, on the practitioner's local date `on`.
    """

    what: Erratum
    call: str | None = None
    left: bool = False
    names: tuple[str, ...] = ()
    days: Days | None = None
    outcomes: tuple[tuple[str, Change], ...] = ()
    on: date | None = None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts | None:
    """As it is now; None where nobody is left whom it is about."""
    found = await errata.get(tx, row.subject_id or 0)
    if found is None:
        return None
    if found.as_of is not None:
        return await _counted(tx, person, found.what, found.as_of)
    call = (await card_of(tx, person)).medicines
    if found.what.seen is not None:
        client = await clients.get(tx, person.id)
        left = client is not None and client.left_at is not None
        return Facts(found.what, None if call == _SAME else call, left)
    theirs = await clients_who_show(tx, person.id, found.what.of)
    names = await called_all(tx, person, [one.id for one in theirs])
    return Facts(found.what, names=tuple(names.values())) if names else None


async def _counted(tx: Tx, person: Person, what: Erratum, as_of: datetime) -> Facts | None:
    if what is Erratum.DAYS:
        days = await days_recounted(tx, as_of, person)
        return Facts(what, days=days) if days else None
    differ = await outcomes_recounted(tx, as_of, person)
    names = await called_all(tx, person, differ)
    outcomes = tuple((names[one], change) for one, changes in differ.items() for change in changes)
    return Facts(what, outcomes=outcomes, on=today_of(as_of, person))


def screen(facts: Facts, texts: Texts) -> Screen:
    """What was wrong, what is right, and that it is all."""
    names = ", ".join(facts.names)
    match facts.what:
        case Erratum.DAYS if facts.days is not None:
            return Screen(recounted.days_words(facts.days, texts))
        case Erratum.WEEKS:
            every = ((does(texts.label("summary-all"), CLIENTS),),) if facts.outcomes else ()
            return Screen(recounted.weeks_words(facts.outcomes, facts.on, texts), every)
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
