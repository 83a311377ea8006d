"""Medicines in one place, and what somebody uses to stop: theirs to choose, and nobody here recommends one."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.kit.parts import lines, paragraphs, rows
from bot.kit.people import Sees, medicines_line, practitioner_name, sees_of, told_line
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_BELOW, OPEN_MINE, OPEN_VIEW
from bot.medicines.gate import keep_taking, medicines_listed, mood_lines, side_lines, stopped_lines
from bot.medicines.taps import AID, AID_GOING, AIDS, AIDS_ASK, MED_CHANGED, MED_REGULAR
from bot.practice.taps import ABOUT
from bot.safety.crisis import tell_button
from bot.texts import Texts
from care.delivery.check_before_send import PREGNANT
from care.medicines import MoodMedicines, aids_told, are_aids_asked, mood_medicines, told_by, used_by
from care.safety.cards import card_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.medicines.aids import Aid, Going, in_use, just_stopped
from programme.medicines.regular import MedicineAnswer, last_said
from programme.people.person import Person
from programme.practice.requests import RequestTopic

CHANGED, ELSE = "changed", "else"


@dataclass(frozen=True, slots=True)
class MedicinesFacts:
    """`told` is the newest of what they said of regular medicines; `uses` what they use to stop.

    `call`: what fits "call ..." about a medicine.
    """

    sees: Sees
    told: MedicineAnswer | None = None
    uses: Sequence[Aid] = ()
    practitioner: str | None = None
    view: str = ""
    call: str = ""


async def medicines_facts(tx: Tx, person: Person, row: ScreenRow) -> MedicinesFacts:
    """As it is now."""
    told, uses = last_said(await told_by(tx, person.id)), await used_by(tx, person.id)
    who = await practitioner_name(tx, person)
    sees, call = await sees_of(tx, person, tells=True), (await card_of(tx, person)).medicines
    return MedicinesFacts(sees, told, uses, who, row.args.get("view", ""), call)


def medicines_screen(facts: MedicinesFacts, texts: Texts) -> Screen:
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
            return Screen(words, (*_tell_medicines(facts, RequestTopic.PREGNANCY, texts), (back,)))
        case "else":
            who = facts.practitioner or texts.label("someone")
            words = lines(texts("changed-else-said", practitioner=who), _keep(facts, texts))
            return Screen(words, (*_tell_medicines(facts, RequestTopic.MEDICINE, texts), (back,)))
    return _stands(facts, texts)


def _stands(facts: MedicinesFacts, texts: Texts) -> Screen:
    uses = ", ".join(texts.label(f"aid-{one}") for one in facts.uses)
    used = texts("medicines-uses", what=uses) if uses else None
    told = texts(f"medicines-{standing(facts.told)}")
    words = paragraphs(texts("medicines"), lines(told, used), _keep(facts, texts), medicines_line(facts.sees, texts))
    regular = does(texts.label("medicines-regular"), MED_REGULAR)
    aids = does(texts.label("medicines-aids"), AIDS)
    changed = does(texts.label("medicines-changed"), OPEN_VIEW, CHANGED)
    return Screen(words, ((regular, aids), (changed, does(texts.label("button-back"), OPEN_MINE, "more"))))


def _keep(facts: MedicinesFacts, texts: Texts) -> str | None:
    """Not beside what they use to stop, nor where it may be that which changed: its leaflet may say otherwise."""
    return None if facts.uses else keep_taking(texts)


def standing(told: MedicineAnswer | None) -> str:
    """How it stands, in a word of the texts."""
    if told is None:
        return "never"
    if not told.may_take:
        return "none"
    return "known" if told.is_settled else "unchecked"


def _tell_medicines(facts: MedicinesFacts, about: RequestTopic, texts: Texts) -> Rows:
    return tell_button(facts.sees.route, ABOUT, about, texts=texts)


OPTIONS, OFF = "options", "off"
SAID = (Going.WELL, Going.MIXED, Going.SIDE_EFFECTS, Going.STOPPED)


@dataclass(frozen=True, slots=True)
class AidsFacts:
    """`uses` is what they use; `asked`: once a week how it goes. `view`: what they said of it, "options" or "off".

    `medicines`: those they use that can change mood; `stopped`: what they said last that they stopped.
    """

    sees: Sees
    uses: Sequence[Aid] = ()
    asked: bool = True
    view: str = ""
    medicines: MoodMedicines | None = None
    stopped: Sequence[Aid] = ()


async def aids_facts(tx: Tx, person: Person, row: ScreenRow) -> AidsFacts:
    """As it is now."""
    said, asked = await aids_told(tx, person), await are_aids_asked(tx, person)
    sees, medicines = await sees_of(tx, person, tells=True), await mood_medicines(tx, person)
    return AidsFacts(sees, in_use(said), asked, row.args.get("view", ""), medicines, just_stopped(said))


def aids_screen(facts: AidsFacts, texts: Texts) -> Screen:
    """What they use; how it is going; what there is."""
    who = facts.sees.practitioner or texts.label("someone")
    back = does(texts.label("button-back"), AIDS)
    match facts.view:
        case "options":
            return Screen(texts("aids-options", practitioner=who), ((back,),))
        case "off":
            return Screen(texts("aids-off"), ((back,),))
        case "going":
            words = lines(texts("aids-going", what=aid_names(facts.uses, texts)), told_line(facts.sees, texts))
            return Screen(words, (*going_buttons(texts), (back,)))
        case "well":
            return Screen(texts("aids-well-said"), ((back,),))
        case "stopped":
            return Screen(paragraphs(texts("aids-stopped-said"), stopped_lines(facts.stopped, texts)), ((back,),))
        case "mixed":
            options = does(texts.label("aids-options-button"), OPEN_VIEW, OPTIONS)
            told = paragraphs(texts("aids-mixed-said", practitioner=who), mood_lines(facts.medicines, texts))
            return Screen(told, (*_tell_aids(facts, RequestTopic.MEDICINE, texts), (options, back)))
        case "side-effects":
            said = side_lines(facts.uses, texts), mood_lines(facts.medicines, texts)
            words = paragraphs(texts("aids-side-said"), *said)
            talk = does(texts.label("very-low-talk"), OPEN_BELOW, "crisis")
            return Screen(words, (*_tell_aids(facts, RequestTopic.SIDE_EFFECTS, texts), (talk,), (back,)))
    return _uses(facts, texts)


def _uses(facts: AidsFacts, texts: Texts) -> Screen:
    each = (_chip(one, facts, texts) for one in Aid)
    options = does(texts.label("aids-options-button"), OPEN_VIEW, OPTIONS)
    going = (does(texts.label("aids-going-button"), OPEN_VIEW, "going"),) if facts.uses else ()
    weekly = does(texts.label("aids-ask-off" if facts.asked else "aids-ask-on"), AIDS_ASK, not facts.asked)
    back = does(texts.label("button-back"), OPEN_MINE, "medicines")
    words = paragraphs(texts("aids"), mood_lines(facts.medicines, texts), told_line(facts.sees, texts))
    return Screen(words, (*rows(each, 2), (*going, options), (weekly, back)))


def _chip(one: Aid, facts: AidsFacts, texts: Texts) -> Button:
    label = texts.label(f"aid-{one}")
    return does(label if one is Aid.NONE else f"{'☑' if one in facts.uses else '☐'} {label}", AID, one)


def going_buttons(texts: Texts) -> Rows:
    """How it is going, two a row."""
    return rows((does(texts.label(f"aids-{one}"), AID_GOING, one) for one in SAID), 2)


def aid_names(uses: Sequence[Aid], texts: Texts) -> str:
    """What they use, in a row."""
    return medicines_listed([texts.label(f"aid-{one}").lower() for one in uses], texts)


def _tell_aids(facts: AidsFacts, about: RequestTopic, texts: Texts) -> Rows:
    return tell_button(facts.sees.route, ABOUT, about, texts=texts)
