"""The crisis card, and telling the practitioner. The numbers stay in sight whatever is tapped."""

from dataclasses import dataclass
from datetime import datetime, time
from typing import Final

from bot.screen import Rows, Screen, does
from bot.screens import nations
from bot.screens.parts import back, lines, paragraphs
from bot.screens.reads import practitioner_of, zone_of
from bot.texts import Texts
from bot.texts.dates import when
from bot.texts.service import escaped
from care.cards import card_of
from care.crisis import brings_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.crisis_card import CrisisCard
from programme.occurrence import next_occurrence
from programme.people import Person
from programme.safety.card_languages import lines_in
from programme.safety.danger import Brings

# When somebody at the practitioner's may look first: nobody is promised at night or at the weekend (VOICE.md).
OPENS: Final = time(9)
WORKDAYS: Final = frozenset(range(5))


LAST_VIEWS: Final = frozenset({"else", "sent", "not_sent"})  # faces without a button, but for deleting
# Whose own team is of use beside it. Where somebody needs an ambulance, or it is about another person, it is not.
_WITH_TEAM: Final = frozenset({Brings.LIFE, Brings.VIOLENCE, Brings.NUMBERS})

# What the four nations have different numbers for; an ambulance is 999 in each of them.
_DIFFERS: Final = frozenset({Brings.LIFE, Brings.VIOLENCE, Brings.SOMEBODY_ELSE, Brings.NUMBERS})


@dataclass(frozen=True, slots=True)
class Facts:
    """`practitioner` can be told (None: there is none); `opens_at` (UTC) is when they may see it first.

    `view`: "" after words that worried us, "asked" where the person asked for a human, then what was tapped.
    `brings` is which card it is; `language` that of the words, whose lines stand above the English ones where we have
    any. `deletes`: there are words of theirs on the phone that can be deleted.
    """

    card: CrisisCard
    practitioner: str | None
    opens_at: datetime
    now: datetime
    zone: str
    view: str = ""
    brings: Brings = Brings.LIFE
    language: str = "en"
    deletes: bool = False


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:
    """The card for where the person is; the practitioner of somebody who joined."""
    brings = brings_of(row.args)
    found = await practitioner_of(tx, person) if person.is_client and brings in _WITH_TEAM else None
    opens, name = opens_at(now, found or person), found.name if found else None
    return Facts(
        card=await card_of(tx, person),
        practitioner=name,
        opens_at=opens,
        now=now,
        zone=zone_of(person),
        view=row.args.get("view", ""),
        brings=brings,
        language=row.args.get("lang", "en"),
        deletes=brings is Brings.VIOLENCE and "wrote" in row.args,
    )


def opens_at(now: datetime, who: Person) -> datetime:
    """When a message may first be seen at that practitioner's (UTC)."""
    return next_occurrence(now, (OPENS,), WORKDAYS, zone_of(who)).at_utc


def card_lines(card: CrisisCard, brings: Brings = Brings.LIFE) -> str:
    """The lines of the card, most urgent first."""
    return lines(*(escaped(line.words) for line in card.of(brings)))


def _numbers(facts: Facts) -> str:
    """The same; above them what there is in the language of the words."""
    theirs = lines(*(escaped(line.words) for line in lines_in(facts.language, facts.card, facts.brings)))
    return paragraphs(theirs, card_lines(facts.card, facts.brings))


def screen(facts: Facts, texts: Texts) -> Screen:
    """The card, and under it what was tapped."""
    numbers = _numbers(facts)
    delete = _delete(facts, texts)
    match facts.view:
        case "confirm" if facts.practitioner:
            send = (does(texts.label("crisis-send"), "tell"), back(texts))
            return Screen(paragraphs(numbers, _said("crisis-confirm", facts, texts)), (send, *delete))
        case "sent" if facts.practitioner:
            sent = _said("crisis-sent", facts, texts, practitioner=facts.practitioner)
            return Screen(paragraphs(sent, numbers), delete)
        case "not_sent":
            return Screen(paragraphs(texts("crisis-not-sent", call=facts.card.call), numbers), delete)
        case "else":
            return Screen(texts("crisis-else"))
    top = _top(facts, texts)
    first = facts.brings is Brings.NUMBERS or facts.language != "en"
    said = (numbers, top) if first else (top, numbers)
    asked = facts.brings in _DIFFERS and nations.is_asked(facts.card)
    where = lines(escaped(facts.card.danger), texts("crisis-tap-where")) if asked else None
    return Screen(paragraphs(*said, _foot(facts, texts), where), _buttons(facts, texts))


def _top(facts: Facts, texts: Texts) -> str:
    match facts.brings:
        case Brings.TAKEN | Brings.MEDICAL:
            return texts("crisis-at-once")
        case Brings.SOMEBODY_ELSE:
            return texts("crisis-about-another")
        case Brings.NUMBERS:
            return texts("crisis-unread")
    return texts("crisis-asked" if facts.view == "asked" else "crisis")


def _foot(facts: Facts, texts: Texts) -> str | None:
    match facts.brings:
        case Brings.TAKEN:
            return texts("crisis-with-you")
        case Brings.SOMEBODY_ELSE:
            return texts("crisis-for-you-too")
        case Brings.VIOLENCE:
            return texts("crisis-can-delete") if facts.deletes else None
        case Brings.MEDICAL | Brings.NUMBERS:
            return None
    return texts("crisis-right-words")


def _said(key: str, facts: Facts, texts: Texts, **args: str) -> str:
    opens = when(texts, facts.opens_at, facts.now, facts.zone)
    return texts(key, when=opens, call=facts.card.call, **args)


def _delete(facts: Facts, texts: Texts) -> Rows:
    return ((does(texts.label("crisis-delete"), "delete_these"),),) if facts.deletes else ()


def _buttons(facts: Facts, texts: Texts) -> Rows:
    """Who can be told, [My plan] once there is one, what goes, where they are, and the way back."""
    tell = does(texts.label("crisis-tell", practitioner=facts.practitioner or ""), "view", "confirm")
    meant = does(texts.label("crisis-meant-else"), "meant_else")
    return (
        *(((tell,),) if facts.practitioner else ()),
        *_delete(facts, texts),
        *(nations.while_asked(facts.card, texts) if facts.brings in _DIFFERS else ()),
        *(() if facts.view == "asked" else ((meant,),)),
    )
