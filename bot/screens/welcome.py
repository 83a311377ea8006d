"""The first screen: who gave the link, what this is, what helps before anything is agreed to, and whether it fits."""

from dataclasses import dataclass

from bot.screen import Button, Rows, Screen, does
from bot.screens.parts import back, go, lines, paragraphs
from bot.screens.reads import practitioner_name
from bot.taps.people import DECLINE, JOIN_AGAIN, JOIN_FITS, SET_UP
from bot.texts import Texts
from care.cards import card_of
from db import invites, people
from db.screens import ScreenRow
from db.tx import Tx
from programme.crisis_card import NATIONS
from programme.people import Person

FITS, DECLINED = "fits", "declined"  # views: is one of these you? it is not for them


@dataclass(frozen=True, slots=True)
class Facts:
    """`practitioner` gave the link (None: there was no link); `danger` is the one line of the crisis card.

    `nation` is whose numbers they or that practitioner chose (ISO 3166, None: nobody has). `undo`: the link that they
    let go of is known here, and can be theirs again. `guest`: they are here as a supporter too, and keep to that.
    """

    practitioner: str | None
    danger: str
    view: str = ""
    nation: str | None = None
    undo: bool = False
    guest: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """The link that was opened, until it is used or let go of; without one, a stranger."""
    danger, view = (await card_of(tx, person)).danger, str(row.args.get("view", ""))
    if view != DECLINED:
        return Facts(await practitioner_name(tx, person), danger, view)
    let_go = await invites.get(tx, int(row.args.get("invite", 0)))
    by = await people.get(tx, let_go.issued_by) if let_go is not None and let_go.issued_by else None
    name, theirs = (None, None) if by is None else (by.name, by.nation)
    return Facts(name, danger, view, person.nation or theirs, undo=let_go is not None, guest=person.is_guest)


def screen(facts: Facts, texts: Texts) -> Screen:
    """Craving help and crisis numbers work from here, whatever is chosen."""
    craving = go(texts, "welcome-craving", "craving")
    if facts.view == DECLINED:
        return Screen(_elsewhere(facts, texts), _after(facts, texts))
    if facts.practitioner is None:
        danger = texts("welcome-stranger", danger=facts.danger)
        return Screen(danger, ((craving,), (go(texts, "welcome-numbers", "help"),)))
    if facts.view == FITS:
        return _fits(texts)
    return Screen(
        texts("welcome", practitioner=facts.practitioner, danger=facts.danger),
        (
            (craving,),
            (does(texts.label("welcome-set-up"), SET_UP),),
            (go(texts, "welcome-who", "who_sees_what"), _not_for_me("welcome-not-for-me", texts)),
        ),
    )


def _not_for_me(key: str, texts: Texts) -> Button:
    return does(texts.label(key), DECLINE)


def _fits(texts: Texts) -> Screen:
    """Both answers to whom it does not fit are the very tap of "Not for me": what was tapped never reaches us."""
    young, pregnant = _not_for_me("fits-young", texts), _not_for_me("fits-pregnant", texts)
    none = does(texts.label("fits-none"), JOIN_FITS)
    return Screen(texts("fits"), ((young, pregnant), (none,), (_not_for_me("welcome-not-for-me", texts), back(texts))))


def _elsewhere(facts: Facts, texts: Texts) -> str:
    """The same words to everybody, whyever they do not join: with whom else there is for the two it does not fit."""
    name = facts.practitioner
    seen = texts("declined-nobody") if name is None else texts("declined", practitioner=name)
    nation = texts(f"elsewhere-{facts.nation.lower()}") if facts.nation and facts.nation in NATIONS else None
    pregnant = " ".join(one for one in (texts("elsewhere-pregnant"), nation) if one)
    return paragraphs(
        seen,
        lines(texts("elsewhere"), pregnant),
        texts("elsewhere-young"),
        None if facts.guest else texts("declined-stays"),
    )


def _after(facts: Facts, texts: Texts) -> Rows:
    craving = () if facts.guest else ((go(texts, "welcome-craving", "craving"),),)
    undo = ((does(texts.label("button-back"), JOIN_AGAIN),),) if facts.undo else ()
    return (*craving, (go(texts, "welcome-numbers", "help"),), *undo)
