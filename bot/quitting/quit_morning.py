"""The morning of the quit date: the reason in their own words, a plan, and how strong the urge is."""

from dataclasses import dataclass, field

from bot.craving.screens import rating_buttons
from bot.craving.taps import MORNING_RATE
from bot.kit.parts import EXCERPT, cut, lines, paragraphs
from bot.kit.people import Sees, sees_of
from bot.kit.screen import Screen, does
from bot.kit.taps import OPEN_BELOW, OPEN_VIEW
from bot.medicines.gate import gate_buttons, gate_words
from bot.quitting.taps import QUIT_DATE
from bot.schedule.why import VIEW, WhyFacts, why_of, why_screen
from bot.texts import Texts, texts_for
from bot.texts.service import item_words
from care.craving import offer
from care.medicines import Gate, gate_of
from care.planning.occasions import own_reason
from care.schedule.closing import own_prompt
from care.schedule.days import is_soft
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.medicines.regular import SmokingChange
from programme.people.person import Person
from programme.schedule.plan import QUIT_DAY


@dataclass(frozen=True, slots=True)
class QuitMorningFacts:
    """`reason` is the one to show them back, `plan` the item of their toolkit that helped best.

    `view` as tapped open; `rated`: how strong the urge is was said. `medicine` is what is asked about medicines on that
    day, and `sees` who sees the answer. `soft`: a crisis card was shown since the morning before.
    """

    why: WhyFacts
    name: str | None
    reason: str | None = None
    plan: str | None = None
    view: str = ""
    rated: bool = False
    medicine: Gate | None = None
    soft: bool = False
    sees: Sees = field(default_factory=Sees)


async def quit_morning_facts(tx: Tx, person: Person, row: ScreenRow) -> QuitMorningFacts | None:
    """Their own words, as they are now; None where it is not theirs."""
    prompt = await own_prompt(tx, person, row.subject_id, {QUIT_DAY})
    if prompt is None:
        return None
    own = await offer(tx, person)
    reason = await own_reason(tx, person)
    plan = item_words(texts_for(person.locale), own[0]) if own else None
    gate = await gate_of(tx, person, SmokingChange.QUIT_DAY, prompt.local_date)
    view, rated = row.args.get("view", ""), "rated" in row.args
    sees = await sees_of(tx, person)
    gentle = await is_soft(tx.at(prompt.due_at), person.id)
    return QuitMorningFacts(await why_of(tx, prompt), person.name, reason, plan, view, rated, gate, gentle, sees)


def quit_morning_screen(facts: QuitMorningFacts, texts: Texts) -> Screen:
    """The next few minutes are enough."""
    if facts.view == VIEW:
        return why_screen(facts.why, texts)
    hello = texts("quit-morning", name=facts.name) if facts.name else texts("quit-morning-nameless")
    reason = texts("quit-morning-reason", words=cut(facts.reason, EXCERPT)) if facts.reason else None
    plan = texts("quit-morning-plan", words=cut(facts.plan, EXCERPT)) if facts.plan else None
    craving = does(texts.label("keyboard-craving"), OPEN_BELOW, "craving")
    not_today = does(texts.label("quit-morning-not-today"), QUIT_DATE)
    asked = gate_words(facts.medicine, facts.sees, texts) if facts.medicine else None
    answers = gate_buttons(facts.medicine, texts) if facts.medicine else ()
    if facts.soft:
        return _soft(facts, texts)
    urge, strengths = (None, ()) if facts.rated else (texts("quit-morning-urge"), rating_buttons(MORNING_RATE))
    words = paragraphs(hello, lines(reason, plan), asked, urge)
    why = does(texts.label("button-why"), OPEN_VIEW, VIEW)
    return Screen(words, (*answers, *strengths, (craving, not_today), (why,)))


def _soft(facts: QuitMorningFacts, texts: Texts) -> Screen:
    """After a crisis card nothing is asked: it is their day if they want it, and any other day is as good."""
    named = {"name": facts.name} if facts.name else {}
    talk = does(texts.label("very-low-talk"), OPEN_BELOW, "crisis")
    craving = does(texts.label("keyboard-craving"), OPEN_BELOW, "craving")
    not_today = does(texts.label("quit-morning-not-today"), QUIT_DATE)
    why = does(texts.label("button-why"), OPEN_VIEW, VIEW)
    words = texts("quit-morning-soft" if named else "quit-morning-soft-nameless", **named)
    return Screen(words, ((talk,), (craving, not_today), (why,)))
