"""What somebody uses to help them stop, and how it is going: theirs to choose, and nobody here recommends one."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.screen import Button, Rows, Screen, does
from bot.screens.leaflets import mood_lines, side_lines, stopped_lines
from bot.screens.medicine_gate import listed
from bot.screens.parts import lines, paragraphs, rows
from bot.screens.reads import sees_of
from bot.screens.sees import Sees, told_line
from bot.screens.very_low import tell_button
from bot.taps.everywhere import OPEN_BELOW, OPEN_MINE, OPEN_VIEW
from bot.taps.medicines import AID, AID_GOING, AIDS, AIDS_ASK
from bot.taps.practice import ABOUT
from bot.texts import Texts
from care.using import MoodMedicines, mood_medicines
from db import aids, switches
from db.screens import ScreenRow
from db.tx import Tx
from programme.aids import Aid, Going, in_use, just_stopped
from programme.people import Person
from programme.request import About
from programme.switch import Switch

OPTIONS, OFF = "options", "off"
SAID = (Going.WELL, Going.MIXED, Going.SIDE_EFFECTS, Going.STOPPED)


@dataclass(frozen=True, slots=True)
class Facts:
    """`uses` is what they use; `asked`: once a week how it goes. `view`: what they said of it, "options" or "off".

    `medicines`: those they use that can change mood; `stopped`: what they said last that they stopped.
    """

    sees: Sees
    uses: Sequence[Aid] = ()
    asked: bool = True
    view: str = ""
    medicines: MoodMedicines | None = None
    stopped: Sequence[Aid] = ()


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As it is now."""
    said, asked = await aids.of_person(tx, person.id), await switches.is_on(tx, person.id, Switch.AIDS)
    sees, medicines = await sees_of(tx, person, tells=True), await mood_medicines(tx, person)
    return Facts(sees, in_use(said), asked, row.args.get("view", ""), medicines, just_stopped(said))


def screen(facts: Facts, texts: Texts) -> Screen:
    """What they use; how it is going; what there is."""
    who = facts.sees.practitioner or texts.label("someone")
    back = does(texts.label("button-back"), AIDS)
    match facts.view:
        case "options":
            return Screen(texts("aids-options", practitioner=who), ((back,),))
        case "off":
            return Screen(texts("aids-off"), ((back,),))
        case "going":
            words = lines(texts("aids-going", what=names(facts.uses, texts)), told_line(facts.sees, texts))
            return Screen(words, (*going_buttons(texts), (back,)))
        case "well":
            return Screen(texts("aids-well-said"), ((back,),))
        case "stopped":
            return Screen(paragraphs(texts("aids-stopped-said"), stopped_lines(facts.stopped, texts)), ((back,),))
        case "mixed":
            options = does(texts.label("aids-options-button"), OPEN_VIEW, OPTIONS)
            told = paragraphs(texts("aids-mixed-said", practitioner=who), mood_lines(facts.medicines, texts))
            return Screen(told, (*_tell(facts, About.MEDICINE, texts), (options, back)))
        case "side-effects":
            said = side_lines(facts.uses, texts), mood_lines(facts.medicines, texts)
            words = paragraphs(texts("aids-side-said"), *said)
            talk = does(texts.label("very-low-talk"), OPEN_BELOW, "crisis")
            return Screen(words, (*_tell(facts, About.SIDE_EFFECTS, texts), (talk,), (back,)))
    return _uses(facts, texts)


def _uses(facts: Facts, texts: Texts) -> Screen:
    each = (_chip(one, facts, texts) for one in Aid)
    options = does(texts.label("aids-options-button"), OPEN_VIEW, OPTIONS)
    going = (does(texts.label("aids-going-button"), OPEN_VIEW, "going"),) if facts.uses else ()
    weekly = does(texts.label("aids-ask-off" if facts.asked else "aids-ask-on"), AIDS_ASK, not facts.asked)
    back = does(texts.label("button-back"), OPEN_MINE, "medicines")
    words = paragraphs(texts("aids"), mood_lines(facts.medicines, texts), told_line(facts.sees, texts))
    return Screen(words, (*rows(each, 2), (*going, options), (weekly, back)))


def _chip(one: Aid, facts: Facts, texts: Texts) -> Button:
    label = texts.label(f"aid-{one}")
    return does(label if one is Aid.NONE else f"{'☑' if one in facts.uses else '☐'} {label}", AID, one)


def going_buttons(texts: Texts) -> Rows:
    """How it is going, two a row."""
    return rows((does(texts.label(f"aids-{one}"), AID_GOING, one) for one in SAID), 2)


def names(uses: Sequence[Aid], texts: Texts) -> str:
    """What they use, in a row."""
    return listed([texts.label(f"aid-{one}").lower() for one in uses], texts)


def _tell(facts: Facts, about: About, texts: Texts) -> Rows:
    return tell_button(facts.sees.route, ABOUT, about, texts=texts)
