"""The crisis card. The numbers stay in sight whatever is tapped; telling the practitioner: bot.screens.tell."""

from dataclasses import dataclass, replace
from typing import Final

from bot.screen import Rows, Screen, does
from bot.screens import nations
from bot.screens.leaflets import mood_lines
from bot.screens.parts import lines, paragraphs
from bot.screens.reads import route_of
from bot.screens.very_low import tell_button
from bot.taps.practice import TELL_CARD
from bot.taps.safety import DELETE_THESE, MEANT_OTHER, SAFE_OPEN
from bot.texts import Texts
from bot.texts.service import escaped
from care.cards import card_of
from care.crisis import HELD_ASKED, HELD_VIEW, brings_of
from care.safety import has_plan
from care.using import MoodMedicines, mood_medicines
from db.screens import ScreenRow
from db.tx import Tx
from programme.crisis_card import CrisisCard
from programme.people import Person
from programme.safety.card_languages import lines_in
from programme.safety.danger import Brings

MEANT_ELSE: Final = "else"  # the face without a button
# Whose own team is of use beside it. Where somebody needs an ambulance, or it is about another person, it is not.
_WITH_TEAM: Final = frozenset({Brings.LIFE, Brings.VIOLENCE, Brings.NUMBERS})

# What the four nations have different numbers for; an ambulance is 999 in each of them.
_DIFFERS: Final = frozenset({Brings.LIFE, Brings.VIOLENCE, Brings.SOMEBODY_ELSE, Brings.NUMBERS})


@dataclass(frozen=True, slots=True)
class Facts:
    """`route` names who can be told (None: there is nobody).

    `view`: "" after words that worried us, "asked" where the person asked for a human, then what was tapped.
    `brings` is which card it is; `language` that of the words, whose lines stand above the English ones where we have
    any. `deletes`: there are words of theirs on the phone that can be deleted. `plan`: they keep a safety plan.
    `medicines`: those they use that can change mood.
    """

    card: CrisisCard
    route: str | None
    view: str = ""
    brings: Brings = Brings.LIFE
    language: str = "en"
    deletes: bool = False
    plan: bool = False
    medicines: MoodMedicines | None = None


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """The card for where the person is; the practitioner of somebody who joined."""
    brings = brings_of(row.args)
    return Facts(
        card=await card_of(tx, person),
        route=await route_of(tx, person) if brings in _WITH_TEAM else None,
        view=row.args.get("view", ""),
        brings=brings,
        language=row.args.get("lang", "en"),
        deletes=brings is Brings.VIOLENCE and "wrote" in row.args,
        plan=brings is Brings.LIFE and await has_plan(tx, person),
        medicines=await mood_medicines(tx, person) if brings is Brings.LIFE else None,
    )


def card_lines(card: CrisisCard, brings: Brings = Brings.LIFE) -> str:
    """The lines of the card, most urgent first."""
    return lines(*(escaped(line.words) for line in card.of(brings)))


def _numbers(facts: Facts) -> str:
    """The same; above them what there is in the language of the words."""
    theirs = lines(*(escaped(line.words) for line in lines_in(facts.language, facts.card, facts.brings)))
    return paragraphs(theirs, card_lines(facts.card, facts.brings))


def screen(facts: Facts, texts: Texts) -> Screen:
    """The card, and under it what was tapped."""
    if facts.view == MEANT_ELSE:
        return Screen(texts("crisis-else"))
    numbers, top = _numbers(facts), _top(facts, texts)
    first = facts.brings is Brings.NUMBERS or facts.language != "en"
    said = (numbers, top) if first else (top, numbers)
    if facts.view in (HELD_VIEW, HELD_ASKED):
        return Screen(paragraphs(*said, _foot(replace(facts, deletes=False), texts), texts("crisis-held")))
    asked = facts.brings in _DIFFERS and nations.is_asked(facts.card)
    where = lines(escaped(facts.card.danger), texts("crisis-tap-where")) if asked else None
    return Screen(
        paragraphs(*said, mood_lines(facts.medicines, texts), _foot(facts, texts), where), _buttons(facts, texts)
    )


def _top(facts: Facts, texts: Texts) -> str:
    match facts.brings:
        case Brings.TAKEN | Brings.MEDICAL:
            return texts("crisis-at-once")
        case Brings.SOMEBODY_ELSE:
            return texts("crisis-about-another")
        case Brings.NUMBERS:
            return texts("crisis-unread")
    return texts("crisis-asked" if facts.view in ("asked", HELD_ASKED) else "crisis")


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


def _delete(facts: Facts, texts: Texts) -> Rows:
    return ((does(texts.label("crisis-delete"), DELETE_THESE),),) if facts.deletes else ()


def _buttons(facts: Facts, texts: Texts) -> Rows:
    """Who can be told, [My plan] once there is one, what goes, where they are, and the way back."""
    meant = does(texts.label("crisis-meant-else"), MEANT_OTHER)
    plan = does(texts.label("safety-card-plan"), SAFE_OPEN)
    return (
        *tell_button(facts.route, TELL_CARD, None, texts=texts),
        *(((plan,),) if facts.plan else ()),
        *_delete(facts, texts),
        *(nations.while_asked(facts.card, texts) if facts.brings in _DIFFERS else ()),
        *(() if facts.view == "asked" else ((meant,),)),
    )
