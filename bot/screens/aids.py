"""What somebody uses to help them stop, and how it is going: theirs to choose, and nobody here recommends one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.screen import Button, Rows, Screen, does
from bot.screens.medicine_gate import keep_taking
from bot.screens.parts import lines, paragraphs, rows
from bot.screens.reads import sees_of
from bot.screens.sees import Sees, told_line
from bot.screens.very_low import tell_button
from bot.texts import Texts
from care.using import used_by, varenicline_call
from db import switches
from db.screens import ScreenRow
from db.tx import Tx
from programme.aids import Aid, Going
from programme.people import Person
from programme.switch import Switch

OPTIONS, OFF = "options", "off"
SAID = (Going.WELL, Going.MIXED, Going.SIDE_EFFECTS, Going.STOPPED)


@dataclass(frozen=True, slots=True)
class Facts:
    """`uses` is what they use; `asked`: once a week how it goes. `view`: what they said of it, "options" or "off".

    `call`: they use varenicline, and whom to call about their mood.
    """

    sees: Sees
    uses: Sequence[Aid] = ()
    asked: bool = True
    view: str = ""
    call: str | None = None


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """As it is now."""
    uses, asked = await used_by(tx, person.id), await switches.is_on(tx, person.id, Switch.AIDS)
    call = await varenicline_call(tx, person)
    return Facts(await sees_of(tx, person, tells=True), uses, asked, row.args.get("view", ""), call)


def screen(facts: Facts, texts: Texts) -> Screen:
    """What they use; how it is going; what there is."""
    who = facts.sees.practitioner or texts.label("someone")
    back = does(texts.label("button-back"), "aids")
    match facts.view:
        case "options":
            return Screen(texts("aids-options", practitioner=who), ((back,),))
        case "off":
            return Screen(texts("aids-off"), ((back,),))
        case "going":
            words = lines(texts("aids-going", what=names(facts.uses, texts)), told_line(facts.sees, texts))
            return Screen(words, (*going_buttons(texts), (back,)))
        case "well" | "stopped":
            return Screen(texts(f"aids-{facts.view}-said"), ((back,),))
        case "mixed":
            options = does(texts.label("aids-options-button"), "view", OPTIONS)
            told = texts("aids-mixed-said", practitioner=who)
            return Screen(told, (*_tell(facts, "medicine", texts), (options, back)))
        case "side-effects":
            note = texts("varenicline-mood", call=facts.call) if facts.call else None
            words = paragraphs(texts("aids-side-said"), note, keep_taking(texts))
            talk = does(texts.label("very-low-talk"), "open", "crisis")
            return Screen(words, (*_tell(facts, "side-effects", texts), (talk,), (back,)))
    return _uses(facts, texts)


def _uses(facts: Facts, texts: Texts) -> Screen:
    each = (_chip(one, facts, texts) for one in Aid)
    options = does(texts.label("aids-options-button"), "view", OPTIONS)
    going = (does(texts.label("aids-going-button"), "view", "going"),) if facts.uses else ()
    weekly = does(texts.label("aids-ask-off" if facts.asked else "aids-ask-on"), "aids_ask", int(not facts.asked))
    back = does(texts.label("button-back"), "mine", "medicines")
    words = paragraphs(texts("aids"), told_line(facts.sees, texts))
    return Screen(words, (*rows(each, 2), (*going, options), (weekly, back)))


def _chip(one: Aid, facts: Facts, texts: Texts) -> Button:
    label = texts.label(f"aid-{one}")
    return does(label if one is Aid.NONE else f"{'☑' if one in facts.uses else '☐'} {label}", "aid", one)


def going_buttons(texts: Texts) -> Rows:
    """How it is going, two a row."""
    return rows((does(texts.label(f"aids-{one}"), "aid_going", one) for one in SAID), 2)


def names(uses: Sequence[Aid], texts: Texts) -> str:
    """What they use, in a row."""
    return ", ".join(texts.label(f"aid-{one}").lower() for one in uses)


def _tell(facts: Facts, about: str, texts: Texts) -> Rows:
    return tell_button(facts.sees.route, "about", about, texts=texts)
