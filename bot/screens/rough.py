"""A rough day: smoking can wait. Something calming, a person, or no more of it tonight; nothing is told to anybody."""

from dataclasses import dataclass
from datetime import datetime

from bot.screen import Button, Screen, does
from bot.screens.check_in.reads import next_hello
from bot.screens.leaflets import mood_lines
from bot.screens.parts import lines, not_now, paragraphs
from bot.screens.reads import route_of, zone_of
from bot.screens.very_low import tell_button
from bot.taps.everywhere import OPEN_BELOW
from bot.taps.quitting import TONIGHT, TONIGHT_BACK
from bot.texts import Texts
from bot.texts.dates import Expected, local, when
from care.tonight import is_left_for_tonight
from care.using import MoodMedicines, mood_medicines
from db.screens import ScreenRow
from db.tx import Tx
from programme.people import Person

EVENING = 17  # o'clock


@dataclass(frozen=True, slots=True)
class Facts:
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


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """Whose client they are, and whether they left it for tonight."""
    left = person.is_client and await is_left_for_tonight(tx, person)
    hello = await next_hello(tx, person) if left else None
    who, closed = await route_of(tx, person), bool(row.args.get("closed"))
    medicines = await mood_medicines(tx, person) if person.is_client else None
    return Facts(tx.now, zone_of(person), who, person.is_client, left, hello, closed, medicines)


def screen(facts: Facts, texts: Texts) -> Screen:
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
