"""A regular medicine: what to know, whom to ask, an answer that is acknowledged, and which one, if they like."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Button, Rows, Screen, does
from bot.screens.medicine_gate import gate_buttons, gate_words, keep_taking, knows_buttons, may_change, warning
from bot.screens.parts import lines, paragraphs, rows
from bot.screens.reads import sees_of
from bot.screens.sees import Sees, told_line
from bot.screens.very_low import tell_button
from bot.texts import Texts
from care.measures_due import about_of, read_about
from care.medicines import Gate, gate_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.medicines import MORE_SMOKE, Medicine, Moment, Takes
from programme.people import Person

WORDS, KNOWN, NOT_YET, WHICH, NO = "words", "known", "not_yet", "which", "no"


@dataclass(frozen=True, slots=True)
class Facts:
    """`gate`: what it is about, and what they said. `view` is what stands here; "" asks."""

    gate: Gate
    sees: Sees
    view: str = ""

    @property
    def about(self) -> int:
        """As the buttons carry it."""
        return about_of(self.gate.moment, self.gate.on)


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts | None:
    """As it is now."""
    about = read_about(int(row.args.get("about", -1)))
    if about is None or not person.is_client:
        return None
    sees = await sees_of(tx, person, tells=True)
    return Facts(await gate_of(tx, now, person, *about), sees, row.args.get("view", ""))


def screen(facts: Facts, texts: Texts) -> Screen:
    """What stands here; where nothing is left to ask, thanks."""
    match facts.view:
        case "words":
            return _words(facts, texts)
        case "known":
            said = lines(texts("medicine-known"), keep_taking(texts))
            watched = warning(facts.gate, texts, is_known=True)
            return Screen(paragraphs(said, watched), (*_same_day_row(facts, texts), _rest(facts, texts)))
        case "not_yet":
            return _not_yet(facts, texts)
        case "which":
            return _which(facts, texts)
    if facts.view == NO or facts.gate.says_nothing:
        return Screen(texts("medicine-said-no"), ((_hub(texts),),))
    return Screen(gate_words(facts.gate, facts.sees, texts), gate_buttons(facts.gate, texts))


def _words(facts: Facts, texts: Texts) -> Screen:
    gate, told = facts.gate, facts.gate.told
    more = gate.moment in MORE_SMOKE
    pharmacist = texts("medicine-pharmacist") if told is not None and told.takes is Takes.NOT_SURE else None
    words = "medicine-words-more" if more else "medicine-words-plan" if _is_ahead(gate) else "medicine-words-less"
    general = texts(f"medicine-ring-again-{'more' if more else 'less'}" if gate.warns else words)
    what = lines(general, may_change(told, texts), pharmacist)
    body = paragraphs(_warning(facts, texts), what, keep_taking(texts), texts("medicine-do-they"))
    return Screen(body, (knows_buttons(facts.about, texts), *_same_day_row(facts, texts), _rest(facts, texts)))


def _is_ahead(gate: Gate) -> bool:
    """Whether nothing has changed yet: a quit date that is to come, or medicines that they tell of themselves."""
    return gate.moment is Moment.CHANGED or (not gate.begun and gate.moment in (Moment.SET, Moment.MOVED))


def _not_yet(facts: Facts, texts: Texts) -> Screen:
    """Whom to ask; where it is for that day, they come first and nothing stands beside it that could calm."""
    shown = texts("medicine-shown", practitioner=facts.sees.practitioner or "") if facts.sees.both else None
    whom = _warning(facts, texts) or lines(texts("medicine-not-yet"), may_change(facts.gate.told, texts))
    words = paragraphs(whom, keep_taking(texts), shown)
    return Screen(words, (*_same_day_row(facts, texts), _rest(facts, texts)))


def _which(facts: Facts, texts: Texts) -> Screen:
    told = facts.gate.told
    which = told.which if told is not None else frozenset[Medicine]()
    each = (
        does(f"{'☑' if one in which else '☐'} {texts.label(f'medicine-{one}')}", "med_which", f"{facts.about}.{one}")
        for one in Medicine
    )
    done = does(texts.label("button-done"), "med_done", facts.about)
    asked = lines(texts("medicine-which"), told_line(facts.sees, texts))
    words = paragraphs(_warning(facts, texts), asked)
    return Screen(words, (*rows(each, 2), *_same_day_row(facts, texts), (done,)))


def _is_same_day(facts: Facts) -> bool:
    return facts.gate.told is not None and facts.gate.told.same_day


def _warning(facts: Facts, texts: Texts) -> str | None:
    told = facts.gate.told
    return warning(facts.gate, texts, is_known=told is not None and told.is_settled)


def _same_day_row(facts: Facts, texts: Texts) -> Rows:
    """The team hears of it on that day, by the client's tap."""
    if not _is_same_day(facts):
        return ()
    return tell_button(facts.sees.route, "about", "clozapine", texts=texts)


def _rest(facts: Facts, texts: Texts) -> tuple[Button, ...]:
    kept = facts.gate.told is not None and facts.gate.told.may_take
    say_which = (does(texts.label("medicine-say-which"), "med_say", facts.about),) if kept else ()
    return (*say_which, _hub(texts))


def _hub(texts: Texts) -> Button:
    return does(texts.label("more-medicines"), "mine", "medicines")
