"""One thing a client fears about stopping: rated, looked at once more, what is known of it, and shown by their tap."""

from dataclasses import dataclass

from bot.screen import Button, Rows, Screen, does
from bot.screens.beliefs import Facts as Belief
from bot.screens.beliefs import facts_of, sure_line
from bot.screens.parts import back, lines, paragraphs, rows
from bot.screens.reads import practitioner_name
from bot.taps.everywhere import OPEN_VIEW
from bot.taps.planning import BELIEF_BACK, BELIEF_KEEP, BELIEF_NOW, BELIEF_OFF, BELIEF_SHOW, BELIEF_SURE, BELIEFS
from bot.texts import Texts
from care.beliefs import belief_of, is_shown
from db import attempts
from db.screens import ScreenRow
from db.tx import Tx
from programme.belief import KNOWN, SUREST, About
from programme.facts.explained import Said, Since, explain
from programme.facts.withdrawal import Felt
from programme.people import Person
from programme.today import today_of


@dataclass(frozen=True, slots=True)
class Facts:
    """`belief` is None once it is off the list; `quit_day`: which day since the quit date it is (None: no date).

    `view`: "rate" (how sure), "look" (how sure by now), "known" (what is known of it), "full" (not shown).
    `shown`: their practitioner can read it.
    """

    id: int
    belief: Belief | None
    practitioner: str | None = None
    quit_day: int | None = None
    view: str = ""
    shown: bool = False


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As it is kept now."""
    own = await belief_of(tx, person, row.subject_id or 0)
    attempt = await attempts.current(tx, person.id)
    day = attempt.day_number(today_of(tx.now, person)) if attempt else None
    who = await practitioner_name(tx, person)
    shown = own is not None and await is_shown(tx, person, own)
    return Facts(row.subject_id or 0, facts_of(own) if own else None, who, day, row.args.get("view", ""), shown)


def screen(facts: Facts, texts: Texts) -> Screen:
    """The belief and how sure they are, a scale, or what is known."""
    every = does(texts.label("beliefs-button"), BELIEFS)
    one = facts.belief
    if one is None:
        return Screen(texts("belief-gone"), ((does(texts.label("belief-undo"), BELIEF_BACK), every),))
    match facts.view:
        case "rate" | "look":
            return Screen(paragraphs(sure_line(one, texts), texts(f"belief-how-{facts.view}")), _scale(facts, texts))
        case "known":
            return Screen(_known(facts, one, texts), ((back(texts), every),))
    full = texts("belief-full") if facts.view == "full" else None
    changed = texts("belief-changed") if one.now is not None and one.now != one.first else None
    who = facts.practitioner if facts.shown else None
    shown = texts("check-in-words-shared", practitioner=who) if who else None
    return Screen(paragraphs(full, lines(sure_line(one, texts), shown), changed), _buttons(facts, one, texts, every))


def _scale(facts: Facts, texts: Texts) -> Rows:
    tap = BELIEF_SURE if facts.view == "rate" else BELIEF_NOW
    numbers = tuple(does(str(sure), tap, sure) for sure in range(SUREST + 1))
    return (*rows(numbers, 6), (does(texts.label("button-skip"), OPEN_VIEW, ""),))


def _buttons(facts: Facts, one: Belief, texts: Texts, every: Button) -> Rows:
    view = "rate" if one.first is None else "look"
    rate = does(texts.label("belief-rate-first" if one.first is None else "belief-rate-now"), OPEN_VIEW, view)
    known = (does(texts.label("belief-known-button"), OPEN_VIEW, "known"),) if one.about in KNOWN else ()
    who = facts.practitioner
    show = (does(texts.label("check-in-share", practitioner=who), BELIEF_SHOW),) if who else ()
    show = (does(texts.label("check-in-unshare"), BELIEF_KEEP),) if facts.shown else show
    off = does(texts.label("belief-off"), BELIEF_OFF)
    return ((rate, *known), (*show, off), (every,))


def _known(facts: Facts, one: Belief, texts: Texts) -> str:
    """Facts of the registry, asked for; hunger is called common only from the quit date on."""
    if one.about is About.MOOD:
        return paragraphs(texts("belief-known-mood"), texts("belief-known-yours"))
    of_stopping = explain(Felt.HUNGRY, facts.quit_day, Since.NEW) in (Said.COMMON, Said.STILL)
    hungry = texts("belief-known-hungry") if of_stopping else None
    return paragraphs(lines(texts("belief-known-weight"), hungry), texts("belief-known-yours"))
