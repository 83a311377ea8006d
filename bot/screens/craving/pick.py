"""What may be tried: the three that stand first, what else there is, and the one that was picked."""

from collections.abc import Iterable

from bot.screen import Button, Rows, Screen, does
from bot.screens.craving.plain import COMMON
from bot.screens.craving.view import Facts, ways_back
from bot.screens.leaflets import mood_lines
from bot.screens.parts import EXCERPT, LABEL, back, cut, go, lines, not_now, paragraphs, rows
from bot.screens.tried import counted, name, sentence
from bot.taps.craving import CRAVING_BACK, CRAVING_MOMENT, RATE_NOW, TRY, TRY_IDEA, TRY_NEW, TRY_OWN
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.toolkit import BROWSE_FOR
from bot.texts import Texts
from programme.check_in import HardMoment
from programme.craving import CODES, Tried
from programme.offering import Offered
from programme.strategies import Strategy
from programme.toolkit import SHOWN

TOGETHER = (Tried.BREATHE, Tried.SURF)
_ASIDE = {"strong": "craving-strong", "stopped": "guide-stopped"}


def moment(facts: Facts, texts: Texts) -> Screen:
    """What is going on, in one tap; it may be passed over."""
    moments = rows((does(texts.label(f"moment-{one}"), CRAVING_MOMENT, one) for one in HardMoment), 2)
    skip = does(texts.label("button-skip"), CRAVING_MOMENT, None)
    sees = texts("craving-who-you" if facts.keeps else "craving-who-unkept")
    person = (go(texts, "button-crisis", "help"),)
    return Screen(paragraphs(texts("craving-moment"), sees), (*moments[:-1], (*moments[-1], skip), person))


def three(facts: Facts, texts: Texts) -> Screen:
    """Three things, each with what they said of it; what we do together, what else there is, somebody to talk to."""
    phrase = texts("craving-phrase", words=cut(facts.phrase, EXCERPT)) if facts.phrase else None
    said = [_line(one, facts, texts) for one in facts.top]
    key = _ASIDE.get(facts.view, "craving-pick" if facts.known else "craving")
    offered = lines(_head(facts, texts), *said)
    words = paragraphs(texts(key), phrase, offered, _because(facts.top, texts), mood_lines(facts.medicines, texts))
    other = does(texts.label("craving-else-button"), OPEN_VIEW, "else")
    person = go(texts, "button-crisis", "help")
    together = _together(facts.top, texts)
    return Screen(
        words, (*_buttons(facts.top, texts), *together, (other, not_now(texts)), (person,), *ways_back(facts, texts))
    )


def otherwise(facts: Facts, texts: Texts) -> Screen:
    """The next few, what we do together, ideas of the catalogue, and an idea of their own."""
    shown = {one.ranked.id for one in facts.top}
    more = [one for one in facts.every if one.ranked.id not in shown and one.code not in CODES.values()][:SHOWN]
    ideas = does(texts.label("craving-ideas"), BROWSE_FOR, facts.known.moment if facts.known else None)
    own = (does(texts.label("craving-own"), TRY_NEW),) if facts.keeps else ()
    wait = does(texts.label("craving-wait"), TRY, Tried.WAIT)
    person = (go(texts, "button-crisis", "help"), back(texts))
    common: Rows = (*_together((), texts), (wait, ideas), *((own,) if own else ()))
    said = [_line(one, facts, texts) for one in more]
    asked = texts("craving-else" if facts.keeps else "craving-else-unkept")
    return Screen(paragraphs(asked, lines(*said)), (*_buttons(more, texts), *common, person))


def own(texts: Texts) -> Screen:
    """The question for an idea of their own."""
    return Screen(texts("craving-own-ask"), ((does(texts.label("button-back"), CRAVING_BACK),),))


def trying(facts: Facts, texts: Texts) -> Screen:
    """The one that was picked, and when it is asked how it is."""
    if facts.trying is None:
        words = texts(COMMON[Tried(facts.view)])
    else:
        words = texts("craving-trying", words=cut(name(facts.trying, texts), EXCERPT))
    gives = isinstance(facts.trying, Strategy) and facts.usual in facts.trying.gives
    because = texts("craving-because", because=texts.label(f"because-{facts.usual}")) if gives else None
    soon = texts("craving-soon") if facts.known is not None else None
    eased = does(texts.label("craving-easing"), OPEN_VIEW, "eased")
    still = does(texts.label("craving-still"), OPEN_VIEW, "strong")
    asked = (does(texts.label("craving-ask-now"), RATE_NOW),) if facts.known is not None else (eased, still)
    return Screen(paragraphs(words, because, soon), (asked, (go(texts, "button-crisis", "help"), back(texts))))


def _head(facts: Facts, texts: Texts) -> str | None:
    """Whose order it is: theirs, where something helped, and by this moment, where it helped with that."""
    helped = [one.ranked for one in facts.top if one.ranked.tried.count]
    moment = facts.known.moment if facts.known else None
    if moment not in (None, HardMoment.OTHER) and any(one.here for one in helped):
        return texts("craving-said-helped-moment", moment=texts.label(f"moment-with-{moment}"))
    return texts("craving-said-helped") if helped else None


def _line(one: Offered, facts: Facts, texts: Texts) -> str:
    at_moment = facts.known is not None and facts.known.moment is not None
    said = counted(one.ranked, texts, at_moment=at_moment)
    return texts("craving-line", words=sentence(name(one, texts)), said=said)


def _because(shown: Iterable[Offered], texts: Texts) -> str | None:
    """Why the new ones are here: they give what smoking gave."""
    new = [one.because for one in shown if one.because]
    return texts("craving-because-new", because=texts.label(f"because-{new[0]}"), count=len(new)) if new else None


def _buttons(offered: Iterable[Offered], texts: Texts) -> Rows:
    return tuple((_button(one, texts),) for one in offered)


def _button(one: Offered, texts: Texts) -> Button:
    label = cut(name(one, texts).removesuffix("."), LABEL)
    return does(label, TRY_OWN, one.item.id) if one.item else does(label, TRY_IDEA, one.code or "")


def _together(shown: Iterable[Offered], texts: Texts) -> Rows:
    there = {one.code for one in shown}
    left = tuple(does(texts.label(f"craving-{one}"), TRY, one) for one in TOGETHER if CODES[one] not in there)
    return (left,) if left else ()
