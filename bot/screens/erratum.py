"""We were wrong: what we said or did, what is right, and whom to ask. It asks nothing."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Screen, does
from bot.screens.names import called_all
from bot.screens.parts import paragraphs
from bot.texts import Texts
from care.cards import card_of
from care.errata import clients_who_show
from db import clients, errata
from db.screens import ScreenRow
from db.tx import Tx
from programme.errata import Erratum
from programme.people import Person

_SAME = "a pharmacist"  # CrisisCard.medicines where there is no number to call


@dataclass(frozen=True, slots=True)
class Facts:
    """`what` was wrong; `call`: a number about medicines, where there is one; `left`: they have left.

    `names`: of a practitioner's clients who were told and show them their week.
    """

    what: Erratum
    call: str | None = None
    left: bool = False
    names: tuple[str, ...] = ()


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts | None:  # noqa: ARG001
    """As it is now; None where nobody is left whom it is about."""
    found = await errata.get(tx, row.subject_id or 0)
    if found is None:
        return None
    what, _ = found
    call = (await card_of(tx, person)).medicines
    if what.seen is not None:
        client = await clients.get(tx, person.id)
        left = client is not None and client.left_at is not None
        return Facts(what, None if call == _SAME else call, left)
    theirs = await clients_who_show(tx, person.id, what.of)
    names = await called_all(tx, person, [one.id for one in theirs])
    return Facts(what, names=tuple(names.values())) if names else None


def screen(facts: Facts, texts: Texts) -> Screen:
    """What was wrong, what is right, and that it is all."""
    names = ", ".join(facts.names)
    match facts.what:
        case Erratum.SEEN_SIDE_EFFECTS:
            return Screen(texts("erratum-seen-side-effects", names=names))
        case Erratum.SEEN_ANSWERS:
            return Screen(texts("erratum-seen-answers", names=names))
    over = texts("erratum-left") if facts.left else None
    if facts.what is Erratum.ANSWERS:
        return Screen(paragraphs(texts("erratum-answers"), over))
    ask = texts("erratum-ask-call", call=facts.call) if facts.call else texts("erratum-ask")
    talk = does(texts.label("button-crisis"), "open", "crisis")
    return Screen(paragraphs(texts("erratum-side-effects"), ask, texts("erratum-fine"), over), ((talk,),))
