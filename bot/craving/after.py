"""After something was tried; something calming; a rough day."""

from dataclasses import dataclass
from datetime import datetime

from bot.check_in.facts import next_hello
from bot.craving.screens import CALM, rating_buttons
from bot.craving.taps import CRAVING_GO_ON, CRAVING_KEEP, RATE_AFTER
from bot.kit.own_words import tried_counted, tried_name, tried_sentence
from bot.kit.parts import go, lines, not_now, paragraphs
from bot.kit.people import route_of, zone_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_BELOW
from bot.medicines.gate import mood_lines
from bot.quitting.taps import TONIGHT, TONIGHT_BACK
from bot.safety.crisis import tell_button
from bot.texts import Texts
from bot.texts.dates import Expected, local, when
from care import craving
from care.medicines import MoodMedicines, mood_medicines
from care.quitting.lapses import is_tonight_skipped
from care.toolkit import keeps_words
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.check_in.answers import HardMoment
from programme.craving import Craving, Offered
from programme.people.person import Person

STRONG = 3  # of 5: from here on what stays is called tough


@dataclass(frozen=True, slots=True)
class CravingAfterFacts:
    """The craving as it is kept now; once it was rated again, `tried` with what they said of it until then.

    `keeps`: more may be kept among what helps them. `at_once`: they would rather say now than ten minutes on.
    """

    craving: Craving
    tried: Offered | None = None
    keeps: bool = False
    at_once: bool = False


async def craving_after_facts(tx: Tx, person: Person, row: ScreenRow) -> CravingAfterFacts | None:
    """Nothing to say to somebody who left, or where it was wiped."""
    known = await craving.craving_of(tx, person, row.subject_id)
    if known is None or not person.is_client:
        return None
    tried = None if known.after is None else await craving.tried_in(tx, person, known)
    return CravingAfterFacts(known, tried, await keeps_words(tx, person), at_once=bool(row.args.get("now")))


def craving_after_screen(facts: CravingAfterFacts, texts: Texts) -> Screen:
    """The question; or the difference with what is known of what was tried, and a way on where there is none."""
    before, after = facts.craving.before, facts.craving.after
    if after is None:
        person = (go(texts, "button-crisis", "help"), not_now(texts))
        asked = texts("craving-after-now" if facts.at_once else "craving-after", before=before)
        return Screen(asked, (*rating_buttons(RATE_AFTER), person))
    if after < before:
        return Screen(
            lines(texts("craving-eased", before=before, after=after), _said(facts, texts)), _keep(facts, texts)
        )
    if after == CALM:
        return Screen(texts("craving-gone", after=after))
    key = "craving-more" if after > before else "craving-same" if after >= STRONG else "craving-same-mild"
    args = {"after": after} if after == before else {"before": before, "after": after}
    person = (go(texts, "button-crisis", "help"), not_now(texts))
    onward = ((does(texts.label("craving-again-try"), CRAVING_GO_ON), _calming(texts)), person)
    return Screen(texts(key, **args), onward)


def _said(facts: CravingAfterFacts, texts: Texts) -> str | None:
    if facts.tried is None:
        return None
    moment = facts.craving.moment
    said, words = tried_counted(facts.tried.ranked, texts), tried_sentence(tried_name(facts.tried, texts))
    if moment in (None, HardMoment.OTHER) or not facts.tried.ranked.here:
        return texts("craving-tried", words=words, said=said)
    return texts("craving-tried-moment", words=words, said=said, moment=texts.label(f"moment-with-{moment}"))


def _keep(facts: CravingAfterFacts, texts: Texts) -> Rows:
    """What is new and eased it may stand among what helps them."""
    found = facts.tried.strategy if facts.tried else None
    return ((does(texts.label("craving-keep"), CRAVING_KEEP, found.id),),) if found and facts.keeps else ()


def _calming(texts: Texts) -> Button:
    return does(texts.label("rough-calming"), OPEN_BELOW, "calming")


@dataclass(frozen=True, slots=True)
class CalmingFacts:
    """Nothing needs to be known."""


async def calming_facts(tx: Tx, person: Person, row: ScreenRow) -> CalmingFacts:  # noqa: ARG001
    """There is nothing to look up."""
    return CalmingFacts()


def calming_screen(facts: CalmingFacts, texts: Texts) -> Screen:  # noqa: ARG001
    """The way through, and a way to a person."""
    return Screen(texts("calming"), ((go(texts, "button-crisis", "help"),),))


EVENING = 17  # o'clock


@dataclass(frozen=True, slots=True)
class RoughFacts:
    """`route` names whom they may tell (None: nobody). `joined`: there are messages to be spared.

    `left`: they left smoking for tonight, and `hello` (UTC) is when the next word comes by itself. `closed`: what was
    asked was closed for it. `medicines`: those they use that can change mood.
    """

    now: datetime
    zone: str
    route: str | None = None
    joined: bool = False
    left: bool = False
    hello: Expected | None = None
    closed: bool = False
    medicines: MoodMedicines | None = None


async def rough_facts(tx: Tx, person: Person, row: ScreenRow) -> RoughFacts:
    """Whose client they are, and whether they left it for tonight."""
    left = person.is_client and await is_tonight_skipped(tx, person)
    hello = await next_hello(tx, person) if left else None
    who, closed = await route_of(tx, person), bool(row.args.get("closed"))
    medicines = await mood_medicines(tx, person) if person.is_client else None
    return RoughFacts(tx.now, zone_of(person), who, person.is_client, left, hello, closed, medicines)


def rough_screen(facts: RoughFacts, texts: Texts) -> Screen:
    """A person, something calming, help with a craving, the practitioner; and leaving it for tonight."""
    ways = [_opens("talk", "crisis", texts), _opens("calming", "calming", texts)]
    if facts.left:
        hello = texts("smoked-hello", when=when(texts, facts.hello, facts.now, facts.zone)) if facts.hello else None
        back = does(texts.label("rough-after-all"), TONIGHT_BACK)
        words = lines(texts("rough-left"), hello, texts("rough-left-who"))
        return Screen(paragraphs(words, mood_lines(facts.medicines, texts)), (tuple(ways), (back,)))
    ways.append(_opens("craving", "craving", texts))
    ways += (button for row in tell_button(facts.route, texts=texts) for button in row)
    if facts.joined:
        ways.append(leave_it(facts.now, facts.zone, texts))
    ways.append(not_now(texts))
    closed = texts("rough-check-in") if facts.closed else None
    words = paragraphs(lines(texts("rough"), closed, texts("rough-who")), mood_lines(facts.medicines, texts))
    return Screen(words, tuple((button,) for button in ways))


def leave_it(now: datetime, zone: str | None, texts: Texts) -> Button:
    """No more of it before tomorrow morning."""
    evening = local(now, zone).hour >= EVENING
    return does(texts.label("rough-leave-tonight" if evening else "rough-leave-today"), TONIGHT)


def _opens(key: str, name: str, texts: Texts) -> Button:
    return does(texts.label(f"rough-{key}"), OPEN_BELOW, name)
