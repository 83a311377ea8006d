"""The crisis card and the numbers: whose, pinned, and one quiet line. Numbers stay in sight whatever is tapped."""

from dataclasses import dataclass, replace
from typing import Any, Final

from bot.kit.parts import lines, paragraphs, rows
from bot.kit.people import route_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_BELOW, OPEN_VIEW, Tap
from bot.medicines.gate import mood_lines
from bot.practice.taps import TELL_CARD
from bot.safety.taps import ALL_RIGHT, DELETE_THESE, MEANT_OTHER, NATION, NEED_HELP, SAFE_OPEN
from bot.texts import Texts
from bot.texts.dates import country
from bot.texts.service import escaped
from care.medicines import MoodMedicines, mood_medicines
from care.safety.cards import card_of
from care.safety.crisis import HELD_ASKED, HELD_VIEW, brings_of
from care.safety.plan import has_plan
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.people.person import Person
from programme.safety.card_file import lines_in
from programme.safety.cards import BRITAIN, CHOICES, CrisisCard
from programme.safety.danger import Brings


def very_low_ways_on(route: str | None, *rest: Button, texts: Texts) -> Rows:
    """A row each. `route` names whom they may tell (None: nobody); `rest` leads on from there."""
    return (
        (does(texts.label("very-low-talk"), OPEN_BELOW, "crisis"),),
        (does(texts.label("very-low-calming"), OPEN_BELOW, "calming"),),
        *tell_button(route, texts=texts),
        *((button,) for button in rest),
    )


def tell_button(route: str | None, tap: Tap[Any] = OPEN_BELOW, value: Any = "tell", *, texts: Texts) -> Rows:
    """The way to telling whom that names; nothing where there is nobody. Every such button is made here."""
    if not route:
        return ()
    return ((does(texts.label("tell-button", route=route), tap, value),),)


CHOOSING: Final = "nation"  # the view of a screen in which another one is picked


def nation_is_asked(card: CrisisCard) -> bool:
    """Whether nobody has said yet whose numbers these are to be."""
    return card.country == BRITAIN


def nation_question(card: CrisisCard, texts: Texts) -> str | None:
    """Asked until it is answered."""
    return texts("nation-which") if nation_is_asked(card) else None


def nation_buttons(texts: Texts) -> Rows:
    """A tap for each."""
    return rows((does(texts.label(f"nation-{one.lower()}"), NATION, one) for one in CHOICES), 2)


def while_nation_asked(card: CrisisCard, texts: Texts) -> Rows:
    """The same, until one was tapped."""
    return nation_buttons(texts) if nation_is_asked(card) else ()


def another_nation(card: CrisisCard, texts: Texts) -> Rows:
    """Once it is answered, the way to change it."""
    return () if nation_is_asked(card) else ((does(texts.label("nation-change"), OPEN_VIEW, CHOOSING),),)


def nation_line(numbers: str, texts: Texts) -> str:
    """Whose numbers they see, by the country or nation of the card."""
    if numbers == BRITAIN:
        return texts("nation-unset")
    name = texts.label(f"nation-{numbers.lower()}") if numbers in CHOICES else country(texts, numbers)
    return texts("nation-set", nation=name)


MEANT_ELSE: Final = "else"  # the face without a button
# Whose own team is of use beside it. Where somebody needs an ambulance, or it is about another person, it is not.
_WITH_TEAM: Final = frozenset({Brings.LIFE, Brings.VIOLENCE, Brings.NUMBERS})
# What the four nations have different numbers for; an ambulance is 999 in each of them.
_DIFFERS: Final = frozenset({Brings.LIFE, Brings.VIOLENCE, Brings.SOMEBODY_ELSE, Brings.NUMBERS})


@dataclass(frozen=True, slots=True)
class CrisisFacts:
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


async def crisis_facts(tx: Tx, person: Person, row: ScreenRow) -> CrisisFacts:
    """The card for where the person is; the practitioner of somebody who joined."""
    brings = brings_of(row.args)
    return CrisisFacts(
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


def _numbers(facts: CrisisFacts) -> str:
    """The same; above them what there is in the language of the words."""
    theirs = lines(*(escaped(line.words) for line in lines_in(facts.language, facts.card, facts.brings)))
    return paragraphs(theirs, card_lines(facts.card, facts.brings))


def crisis_screen(facts: CrisisFacts, texts: Texts) -> Screen:
    """The card, and under it what was tapped."""
    if facts.view == MEANT_ELSE:
        return Screen(texts("crisis-else"))
    numbers, top = _numbers(facts), _top(facts, texts)
    first = facts.brings is Brings.NUMBERS or facts.language != "en"
    said = (numbers, top) if first else (top, numbers)
    if facts.view in (HELD_VIEW, HELD_ASKED):
        return Screen(paragraphs(*said, _foot(replace(facts, deletes=False), texts), texts("crisis-held")))
    asked = facts.brings in _DIFFERS and nation_is_asked(facts.card)
    where = lines(escaped(facts.card.danger), texts("crisis-tap-where")) if asked else None
    return Screen(
        paragraphs(*said, mood_lines(facts.medicines, texts), _foot(facts, texts), where), _buttons(facts, texts)
    )


def _top(facts: CrisisFacts, texts: Texts) -> str:
    match facts.brings:
        case Brings.TAKEN | Brings.MEDICAL:
            return texts("crisis-at-once")
        case Brings.SOMEBODY_ELSE:
            return texts("crisis-about-another")
        case Brings.NUMBERS:
            return texts("crisis-unread")
    return texts("crisis-asked" if facts.view in ("asked", HELD_ASKED) else "crisis")


def _foot(facts: CrisisFacts, texts: Texts) -> str | None:
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


def _delete(facts: CrisisFacts, texts: Texts) -> Rows:
    return ((does(texts.label("crisis-delete"), DELETE_THESE),),) if facts.deletes else ()


def _buttons(facts: CrisisFacts, texts: Texts) -> Rows:
    """Who can be told, [My plan] once there is one, what goes, where they are, and the way back."""
    meant = does(texts.label("crisis-meant-else"), MEANT_OTHER)
    plan = does(texts.label("safety-card-plan"), SAFE_OPEN)
    return (
        *tell_button(facts.route, TELL_CARD, None, texts=texts),
        *(((plan,),) if facts.plan else ()),
        *_delete(facts, texts),
        *(while_nation_asked(facts.card, texts) if facts.brings in _DIFFERS else ()),
        *(() if facts.view == "asked" else ((meant,),)),
    )


@dataclass(frozen=True, slots=True)
class QuietLineFacts:
    """`right`: they said that they are all right."""

    right: bool = False


async def quiet_line_facts(tx: Tx, person: Person, row: ScreenRow) -> QuietLineFacts:  # noqa: ARG001
    """What was tapped is all there is to know."""
    return QuietLineFacts(row.args.get("view") == "right")


def quiet_line_screen(facts: QuietLineFacts, texts: Texts) -> Screen:
    """A way to the numbers, and one to put it away."""
    if facts.right:
        return Screen(texts("quiet-line-right"))
    help_now, right = texts.label("quiet-line-help"), texts.label("quiet-line-all-right")
    return Screen(texts("quiet-line"), ((does(help_now, NEED_HELP),), (does(right, ALL_RIGHT),)))


@dataclass(frozen=True, slots=True)
class NumbersFacts:
    """The card of where they are."""

    card: CrisisCard


async def numbers_facts(tx: Tx, person: Person, row: ScreenRow) -> NumbersFacts:  # noqa: ARG001
    """By where they are now."""
    return NumbersFacts(await card_of(tx, person))


def numbers_screen(facts: NumbersFacts, texts: Texts) -> Screen:
    """Why it stands here, the numbers, and a word to keep them elsewhere too. No button, and no sound."""
    numbers = lines(texts("help"), card_lines(facts.card))
    return Screen(paragraphs(numbers, texts("numbers-keep")), silent=True)
