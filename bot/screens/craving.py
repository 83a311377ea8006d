"""Help with a craving, for everyone and before any consent: how strong, one thing to try, how strong then."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.screen import Button, Rows, Screen, does
from bot.screens.parts import EXCERPT, LABEL, back, cut, go, lines, not_now, paragraphs, rows
from bot.texts import Texts
from care.craving import offer
from db import cravings, toolkit
from db.screens import ScreenRow
from db.tx import Tx
from programme.check_in import STRONGEST_URGE
from programme.craving import Craving, Tried
from programme.people import Person
from programme.toolkit import ToolkitItem

_TRIED = {Tried.BREATHE: "craving-breathing", Tried.WAIT: "craving-waiting", Tried.SWAP: "craving-swapping"}
CALM = 0


@dataclass(frozen=True, slots=True)
class Facts:
    """`view` is what was picked, `back` the screen before. `rates`: they are asked how strong it is.

    `known` is the craving once it was rated, `own` the items that fit best, `trying` the words of the one tried.
    """

    view: str = ""
    back: str = ""
    rates: bool = False
    known: Craving | None = None
    own: Sequence[ToolkitItem] = ()
    trying: str | None = None


async def facts(tx: Tx, now: datetime, person: Person, row: ScreenRow) -> Facts:  # noqa: ARG001
    """Only a client is asked to rate: of anybody else nothing is kept."""
    known = await cravings.get(tx, row.args.get("craving", 0), person.id)
    trying = None
    if item := row.args.get("item"):
        every = await toolkit.of_person(tx, person.id, also_hidden=True)
        trying = next((one.words for one in every if one.id == item), None)
    return Facts(
        view=row.args.get("view", ""),
        back=row.args.get("back", ""),
        rates=person.is_client,
        known=known,
        own=await offer(tx, person),
        trying=trying,
    )


def ratings(do: str) -> Rows:
    """The six strengths as one row of buttons."""
    return rows((does(str(n), do, n) for n in range(STRONGEST_URGE + 1)), STRONGEST_URGE + 1)


def screen(facts: Facts, texts: Texts) -> Screen:
    """One small thing at a time."""
    if facts.view in _TRIED:
        return _trying(facts, texts(_TRIED[Tried(facts.view)]), texts)
    if facts.view == Tried.OWN and facts.trying:
        return _trying(facts, texts("craving-trying", words=cut(facts.trying, EXCERPT)), texts)
    if facts.view == "eased":
        return Screen(texts("craving-done"), _ways_back(facts, texts))
    if facts.rates and facts.known is None and facts.view != "skip":
        person = (does(texts.label("button-skip"), "view", "skip"), go(texts, "button-crisis", "help"))
        return Screen(texts("craving-rate"), (*ratings("rate"), person, *_ways_back(facts, texts)))
    if facts.known is not None and facts.known.before == CALM:
        return Screen(texts("craving-calm"))
    return _pick(facts, texts)


def _trying(facts: Facts, words: str, texts: Texts) -> Screen:
    soon = texts("craving-soon") if facts.known is not None else None
    eased = does(texts.label("craving-easing"), "view", "eased")
    still = does(texts.label("craving-still"), "view", "strong")
    asked = (does(texts.label("craving-ask-now"), "rate_now"),) if facts.known is not None else (eased, still)
    return Screen(paragraphs(words, soon), (asked, (back(texts),)))


def _pick(facts: Facts, texts: Texts) -> Screen:
    own = tuple((does(cut(one.words, LABEL), "try_own", one.id),) for one in facts.own) if facts.rates else ()
    common = tuple((does(texts.label(f"craving-{one}"), "try", one),) for one in _TRIED)
    person = (go(texts, "button-crisis", "help"), not_now(texts))
    if facts.view == "strong":
        return Screen(texts("craving-strong"), (*own, *common, person))
    words = texts("craving-pick") if facts.known is not None else texts("craving")
    return Screen(lines(words), (*own, *common, person, *_ways_back(facts, texts)))


def _ways_back(facts: Facts, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    return ((back(texts, facts.back),),) if facts.back else ()
