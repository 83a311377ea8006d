"""What a client fears will happen if they stop: the list, and the question for another one."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.screen import Screen, does
from bot.screens.parts import LABEL, cut, lines, paragraphs
from bot.taps.everywhere import OPEN_MINE
from bot.taps.planning import BELIEF, BELIEF_ABOUT, BELIEF_ASK, BELIEFS
from bot.texts import Texts
from care.beliefs import of_client
from db.screens import ScreenRow
from db.tx import Tx
from programme.belief import KNOWN, About, Belief
from programme.own_words import OwnWords
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Facts:
    """One belief: `first` and `now` are how sure they were and are (None: not said), `on` the day it was written."""

    id: int
    words: str
    about: About
    on: date | None = None
    first: int | None = None
    now: int | None = None


def facts_of(own: OwnWords) -> Facts:
    """Of own words as they are kept."""
    belief = Belief.of(own)
    return Facts(own.id, own.words, belief.about, own.on_date, belief.first, belief.now)


@dataclass(frozen=True, slots=True)
class Beliefs:
    """`asking`: the next words are another one."""

    beliefs: Sequence[Facts] = ()
    asking: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Beliefs:
    """As they are kept now."""
    kept = tuple(facts_of(one) for one in await of_client(tx, person))
    return Beliefs(kept, row.args.get("view") == "ask")


def screen(facts: Beliefs, texts: Texts) -> Screen:
    """A line each, or the question."""
    home = does(texts.label("button-back"), OPEN_MINE, "reasons")
    if facts.asking:
        to_list = does(texts.label("button-back"), BELIEFS)
        chips = tuple((does(texts.label(f"belief-about-{one}"), BELIEF_ABOUT, one),) for one in KNOWN)
        return Screen(paragraphs(texts("belief-ask"), texts("belief-who")), (*chips, (to_list,)))
    add = does(texts.label("belief-add"), BELIEF_ASK)
    if not facts.beliefs:
        return Screen(paragraphs(texts("beliefs"), texts("beliefs-none")), ((add, home),))
    listed = (sure_line(one, texts) for one in facts.beliefs)
    opened = tuple((does(cut(one.words, LABEL), BELIEF, one.id),) for one in facts.beliefs)
    return Screen(paragraphs(lines(texts("beliefs"), *listed), texts("beliefs-more")), (*opened, (add, home)))


def sure_line(one: Facts, texts: Texts) -> str:
    """The belief, and how sure they were and are."""
    return texts(_key(one), words=one.words, **_sure(one))


def sure_label(one: Facts, texts: Texts) -> str:
    """The same as plain text, to be kept with what they bring to a session."""
    return texts.label(_key(one), words=one.words, **_sure(one))


def _key(one: Facts) -> str:
    if one.first is None:
        return "belief-line"
    return "belief-line-sure" if one.now is None else "belief-then-now"


def _sure(one: Facts) -> dict[str, int]:
    known = {"first": one.first, "now": one.now}
    return {name: sure for name, sure in known.items() if sure is not None}
