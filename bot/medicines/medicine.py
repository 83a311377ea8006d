"""A regular medicine: what to know, whom to ask, and whether the team may be told the same day; caffeine."""

from dataclasses import dataclass

from bot.kit.parts import lines, paragraphs, rows
from bot.kit.people import Sees, medicines_line, route_of, sees_of, shown_name
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_MINE
from bot.medicines.gate import gate_buttons, gate_warning, gate_words, keep_taking, knows_buttons, may_change
from bot.medicines.taps import MED_DONE, MED_SAY, MED_WHICH, SAME_DAY
from bot.practice.taps import ABOUT
from bot.practice.tell import request_words
from bot.safety.crisis import tell_button
from bot.texts import Texts, texts_for
from care import medicines
from care.measures.due import about_of, read_about
from care.medicines import Gate, gate_of, is_same_day_to_be_asked
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.medicines.regular import MORE_SMOKE, Medicine, SmokingChange, Takes
from programme.people.person import Person
from programme.practice.requests import RequestTopic


@dataclass(frozen=True, slots=True)
class Offer:
    """`name` is what the client is called, `route` who would be told."""

    name: str
    route: str


async def offer_of(tx: Tx, person: Person) -> Offer | None:
    """What is asked of that client; None for whom it is not, or who has answered it."""
    route = await route_of(tx, person) if await is_same_day_to_be_asked(tx, person) else None
    return None if route is None else Offer(shown_name(person.id, person.name, texts_for(person.locale)), route)


def offer_words(offer: Offer, texts: Texts) -> str:
    """The question, who would be told, and the words."""
    words = request_words(texts, offer.name, RequestTopic.CLOZAPINE, from_card=False)
    return texts("same-day-ask", route=offer.route, words=words)


def offer_buttons(texts: Texts, about: int | None = None, no: str = "same-day-no") -> Rows:
    """Yes, and no; `about` is the change of which they are speaking, in one number (care.measures.due.about_of)."""
    yes = does(texts.label("same-day-yes"), SAME_DAY, (True, about))
    return ((yes,), (does(texts.label(no), SAME_DAY, (False, about)),))


WORDS, KNOWN, NOT_YET, WHICH, NO = "words", "known", "not_yet", "which", "no"


@dataclass(frozen=True, slots=True)
class MedicineFacts:
    """`gate`: what it is about, and what they said. `view` is what stands here; "" asks.

    `offer`: whether the team may be told by itself is asked. `went`: it was, about this change.
    """

    gate: Gate
    sees: Sees
    view: str = ""
    offer: Offer | None = None
    went: bool = False

    @property
    def about(self) -> int:
        """As the buttons carry it."""
        return about_of(self.gate.moment, self.gate.on)


async def medicine_facts(tx: Tx, person: Person, row: ScreenRow) -> MedicineFacts | None:
    """As it is now."""
    about = read_about(int(row.args.get("about", -1)))
    if about is None or not person.is_client:
        return None
    sees = await sees_of(tx, person, tells=True)
    gate, view = await gate_of(tx, person, *about), row.args.get("view", "")
    if gate.told is None or not gate.told.same_day:
        return MedicineFacts(gate, sees, view)
    return MedicineFacts(
        gate, sees, view, await offer_of(tx, person), await medicines.went_same_day(tx, person, *about)
    )


def medicine_screen(facts: MedicineFacts, texts: Texts) -> Screen:
    """What stands here; where nothing is left to ask, thanks."""
    match facts.view:
        case "words":
            return _words(facts, texts)
        case "known":
            said = lines(texts("medicine-known"), keep_taking(texts))
            watched = gate_warning(facts.gate, texts, is_known=True)
            return Screen(paragraphs(said, watched), (*_same_day_row(facts, texts), _rest(facts, texts)))
        case "not_yet":
            return _not_yet(facts, texts)
        case "which":
            return _which(facts, texts)
    if facts.view == NO or facts.gate.says_nothing:
        return Screen(texts("medicine-said-no"), ((_hub(texts),),))
    return Screen(gate_words(facts.gate, facts.sees, texts), gate_buttons(facts.gate, texts))


def _words(facts: MedicineFacts, texts: Texts) -> Screen:
    gate, told = facts.gate, facts.gate.told
    more = gate.moment in MORE_SMOKE
    pharmacist = texts("medicine-pharmacist") if told is not None and told.takes is Takes.NOT_SURE else None
    words = "medicine-words-more" if more else "medicine-words-plan" if _is_ahead(gate) else "medicine-words-less"
    general = texts(f"medicine-ring-again-{'more' if more else 'less'}" if gate.warns else words)
    what = lines(general, may_change(told, texts), pharmacist)
    said = paragraphs(_warning(facts, texts), what, keep_taking(texts))
    body = paragraphs(said, _offered(facts, texts), texts("medicine-do-they"))
    return Screen(body, (knows_buttons(facts.about, texts), *_same_day_row(facts, texts), _rest(facts, texts)))


def _is_ahead(gate: Gate) -> bool:
    """Whether nothing has changed yet: a quit date that is to come, or medicines that they tell of themselves."""
    return gate.moment is SmokingChange.CHANGED or (
        not gate.begun and gate.moment in (SmokingChange.SET, SmokingChange.MOVED)
    )


def _not_yet(facts: MedicineFacts, texts: Texts) -> Screen:
    """Whom to ask; where it is for that day, they come first and nothing stands beside it that could calm."""
    shown = texts("medicine-shown", practitioner=facts.sees.practitioner or "") if facts.sees.both else None
    whom = _warning(facts, texts) or lines(texts("medicine-not-yet"), may_change(facts.gate.told, texts))
    words = paragraphs(whom, keep_taking(texts), shown, _offered(facts, texts))
    return Screen(words, (*_same_day_row(facts, texts), _rest(facts, texts)))


def _which(facts: MedicineFacts, texts: Texts) -> Screen:
    told = facts.gate.told
    which = told.which if told is not None else frozenset[Medicine]()
    each = (
        does(f"{'☑' if one in which else '☐'} {texts.label(f'medicine-{one}')}", MED_WHICH, (facts.about, one))
        for one in Medicine
    )
    done = does(texts.label("button-done"), MED_DONE, facts.about)
    asked = lines(texts("medicine-which"), medicines_line(facts.sees, texts))
    words = paragraphs(_warning(facts, texts), asked, _offered(facts, texts))
    return Screen(words, (*rows(each, 2), *_same_day_row(facts, texts), (done,)))


def _is_same_day(facts: MedicineFacts) -> bool:
    return facts.gate.told is not None and facts.gate.told.same_day


def _warning(facts: MedicineFacts, texts: Texts) -> str | None:
    told = facts.gate.told
    return gate_warning(facts.gate, texts, is_known=told is not None and told.is_settled)


def _same_day_row(facts: MedicineFacts, texts: Texts) -> Rows:
    """The team hears of it on that day, by the client's tap; or by itself, from now on, for who says yes to that."""
    if not _is_same_day(facts) or facts.went:
        return ()
    asked = offer_buttons(texts, facts.about) if facts.offer is not None else ()
    return (*tell_button(facts.sees.route, ABOUT, RequestTopic.CLOZAPINE, texts=texts), *asked)


def _offered(facts: MedicineFacts, texts: Texts) -> str | None:
    return offer_words(facts.offer, texts) if facts.offer is not None else None


def _rest(facts: MedicineFacts, texts: Texts) -> tuple[Button, ...]:
    kept = facts.gate.told is not None and facts.gate.told.may_take
    say_which = (does(texts.label("medicine-say-which"), MED_SAY, facts.about),) if kept else ()
    return (*say_which, _hub(texts))


def _hub(texts: Texts) -> Button:
    return does(texts.label("more-medicines"), OPEN_MINE, "medicines")


@dataclass(frozen=True, slots=True)
class CaffeineFacts:
    """Whether they drink any."""

    drinks: bool


async def caffeine_facts(tx: Tx, person: Person, row: ScreenRow) -> CaffeineFacts | None:  # noqa: ARG001
    """As they tapped; None once that is forgotten (care.delivery.check_before_send)."""
    return CaffeineFacts(bool(row.args["drinks"])) if "drinks" in row.args else None


def caffeine_screen(facts: CaffeineFacts, texts: Texts) -> Screen:
    """What may be, and that it is theirs to choose."""
    return Screen(texts("caffeine" if facts.drinks else "caffeine-none"))
