"""Medicines in one place: how it stands, what they use to stop, and what has changed."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screen import Rows, Screen, does
from bot.screens.medicine_gate import keep_taking
from bot.screens.parts import lines, paragraphs
from bot.screens.reads import practitioner_name, sees_of
from bot.screens.sees import Sees, medicines_line
from bot.screens.very_low import tell_button
from bot.taps.everywhere import OPEN_MINE, OPEN_VIEW
from bot.taps.medicines import AIDS, MED_CHANGED, MED_REGULAR
from bot.taps.practice import ABOUT
from bot.texts import Texts
from care.cards import card_of
from care.medicines import told_by
from care.not_kept import PREGNANT
from care.using import used_by
from db.screens import ScreenRow
from db.tx import Tx
from programme.aids import Aid
from programme.medicines import Told, last_said
from programme.people import Person
from programme.request import About

CHANGED, ELSE = "changed", "else"


@dataclass(frozen=True, slots=True)
class Facts:
    """`told` is the newest of what they said of regular medicines; `uses` what they use to stop.

    `call`: what fits "call ..." about a medicine.
    """

    sees: Sees
    told: Told | None = None
    uses: Sequence[Aid] = ()
    practitioner: str | None = None
    view: str = ""
    call: str = ""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As it is now."""
    told, uses = last_said(await told_by(tx, person.id)), await used_by(tx, person.id)
    who = await practitioner_name(tx, person)
    sees, call = await sees_of(tx, person, tells=True), (await card_of(tx, person)).medicines
    return Facts(sees, told, uses, who, row.args.get("view", ""), call)


def screen(facts: Facts, texts: Texts) -> Screen:
    """How it stands; what changed; or whom to ask."""
    back = does(texts.label("button-back"), OPEN_MINE, "medicines")
    match facts.view:
        case "changed":
            new = does(texts.label("changed-new"), MED_CHANGED)
            dose = does(texts.label("changed-dose"), MED_CHANGED)
            pregnant = does(texts.label("changed-pregnant"), OPEN_VIEW, PREGNANT)
            other = does(texts.label("changed-else"), OPEN_VIEW, ELSE)
            return Screen(texts("changed"), ((new, dose), (pregnant,), (other,), (back,)))
        case "pregnant":
            kept = texts("pregnant-unless" if facts.sees.route else "pregnant-nothing")
            thanks = " ".join([texts("pregnant"), kept, texts("pregnant-whom")])
            words = paragraphs(thanks, texts("pregnant-aids", call=facts.call), texts("pregnant-others"))
            return Screen(words, (*_tell(facts, About.PREGNANCY, texts), (back,)))
        case "else":
            who = facts.practitioner or texts.label("someone")
            words = lines(texts("changed-else-said", practitioner=who), _keep(facts, texts))
            return Screen(words, (*_tell(facts, About.MEDICINE, texts), (back,)))
    return _stands(facts, texts)


def _stands(facts: Facts, texts: Texts) -> Screen:
    uses = ", ".join(texts.label(f"aid-{one}") for one in facts.uses)
    used = texts("medicines-uses", what=uses) if uses else None
    told = texts(f"medicines-{standing(facts.told)}")
    words = paragraphs(texts("medicines"), lines(told, used), _keep(facts, texts), medicines_line(facts.sees, texts))
    regular = does(texts.label("medicines-regular"), MED_REGULAR)
    aids = does(texts.label("medicines-aids"), AIDS)
    changed = does(texts.label("medicines-changed"), OPEN_VIEW, CHANGED)
    return Screen(words, ((regular, aids), (changed, does(texts.label("button-back"), OPEN_MINE, "more"))))


def _keep(facts: Facts, texts: Texts) -> str | None:
    """Not beside what they use to stop, nor where it may be that which changed: its leaflet may say otherwise."""
    return None if facts.uses else keep_taking(texts)


def standing(told: Told | None) -> str:
    """How it stands, in a word of the texts."""
    if told is None:
        return "never"
    if not told.may_take:
        return "none"
    return "known" if told.is_settled else "unchecked"


def _tell(facts: Facts, about: About, texts: Texts) -> Rows:
    return tell_button(facts.sees.route, ABOUT, about, texts=texts)
