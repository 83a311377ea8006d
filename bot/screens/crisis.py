"""The crisis card, and telling the practitioner. The numbers stay in sight whatever is tapped."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from bot.screen import Rows, Screen, does
from bot.screens.parts import back, lines, paragraphs
from bot.screens.reads import practitioner_of, zone_of
from bot.texts import Texts
from bot.texts.dates import when
from bot.texts.service import escaped
from care.cards import card_of
from care.safety import has_plan
from db.screens import ScreenRow
from db.tx import Tx
from programme.crisis_card import CrisisCard
from programme.occurrence import next_occurrence
from programme.people import Person

# When somebody at the practitioner's may look first: nobody is promised at night or at the weekend (VOICE.md).
OPENS: Final = time(9)
WORKDAYS: Final = frozenset(range(5))


@dataclass(frozen=True, slots=True)
class Facts:
    """`practitioner` can be told (None: there is none); `opens_at` (UTC) is when they may see it first.

    `view`: "" after words that worried us, "asked" where the person asked for a human, then what was tapped.
    `plan`: they keep a safety plan.
    """

    card: CrisisCard
    practitioner: str | None
    opens_at: datetime
    now: datetime
    zone: str
    view: str = ""
    plan: bool = False


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:
    """The card for where the person is; the practitioner of somebody who joined."""
    found = await practitioner_of(tx, person) if person.is_client else None
    opens, name = opens_at(now, found or person), found.name if found else None
    has = await has_plan(tx, person)
    return Facts(await card_of(tx, person), name, opens, now, zone_of(person), row.args.get("view", ""), has)


def opens_at(now: datetime, who: Person) -> datetime:
    """When a message may first be seen at that practitioner's (UTC)."""
    return next_occurrence(now, (OPENS,), WORKDAYS, zone_of(who)).at_utc


def card_lines(card: CrisisCard) -> str:
    """The lines of the card, most urgent first."""
    return lines(*(escaped(line.words) for line in card.lines))


def screen(facts: Facts, texts: Texts) -> Screen:
    """The card, and under it what was tapped."""
    numbers = card_lines(facts.card)
    match facts.view:
        case "confirm" if facts.practitioner:
            send = (does(texts.label("crisis-send"), "tell"), back(texts))
            return Screen(paragraphs(numbers, _said("crisis-confirm", facts, texts)), (send,))
        case "sent" if facts.practitioner:
            sent = _said("crisis-sent", facts, texts, practitioner=facts.practitioner)
            return Screen(paragraphs(sent, numbers))
        case "not_sent":
            return Screen(paragraphs(texts("crisis-not-sent", call=facts.card.call), numbers))
        case "else":
            return Screen(paragraphs(texts("crisis-else"), numbers))
    top = texts("crisis-asked" if facts.view == "asked" else "crisis")
    return Screen(paragraphs(top, numbers, texts("crisis-right-words")), _buttons(facts, texts))


def _said(key: str, facts: Facts, texts: Texts, **args: str) -> str:
    opens = when(texts, facts.opens_at, facts.now, facts.zone)
    return texts(key, when=opens, call=facts.card.call, **args)


def _buttons(facts: Facts, texts: Texts) -> Rows:
    tell = does(texts.label("crisis-tell", practitioner=facts.practitioner or ""), "view", "confirm")
    meant = does(texts.label("crisis-meant-else"), "meant_else")
    plan = ((does(texts.label("safety-card-plan"), "safe_open"),),) if facts.plan else ()
    return (*(((tell,),) if facts.practitioner else ()), *plan, *(() if facts.view == "asked" else ((meant,),)))
