"""A client's reasons in their own words, and what they fear about stopping."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.kit.own_words import plan_home, undo_button, who_line
from bot.kit.parts import EXCERPT, LABEL, back, cut, lines, paragraphs, rows
from bot.kit.people import Sees, practitioner_name, sees_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_MINE, OPEN_VIEW
from bot.planning.taps import (
    BELIEF,
    BELIEF_ABOUT,
    BELIEF_ASK,
    BELIEF_BACK,
    BELIEF_KEEP,
    BELIEF_NOW,
    BELIEF_OFF,
    BELIEF_SHOW,
    BELIEF_SURE,
    BELIEFS,
    REASON,
    REASON_ASK,
    REASON_BACK,
    REASON_EDIT,
    REASON_GONE,
    REASON_LIST,
    REASON_PIN,
    REASON_TABLE,
)
from bot.texts import Texts
from care.planning.occasions import reasons_of
from care.planning.worries import belief_of, beliefs_of_client, is_shown
from care.quitting.dates import quit_day
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.facts.withdrawal import ExplainedAs, Felt, Since, explain
from programme.people.person import Person
from programme.planning.reasons import (
    BELIEF_ANSWERS_KNOWN,
    NOW_AND_LATER,
    RECALLED,
    SUREST,
    Belief,
    BeliefTopic,
    OwnWords,
    Reason,
    ReasonSide,
)

SHOWN = 3  # of each list beside the others


@dataclass(frozen=True, slots=True)
class ReasonsFacts:
    """`reasons` of all lists. `view`: "table" of the four lists, "ask" for words, "" for the list of that `side`.

    `opened` is the one that was tapped, `off` the id of the one taken off.
    """

    sees: Sees
    reasons: Sequence[Reason] = ()
    side: ReasonSide = ReasonSide.WHY
    view: str = ""
    opened: Reason | None = None
    off: int = 0

    @property
    def listed(self) -> Sequence[Reason]:
        """Those of the list that is shown."""
        return self.of(self.side)

    def of(self, side: ReasonSide) -> Sequence[Reason]:
        """Those of one list, the pinned one first."""
        return sorted((one for one in self.reasons if one.side is side), key=lambda one: (not one.pinned, one.id))


async def reasons_facts(tx: Tx, person: Person, row: ScreenRow) -> ReasonsFacts:
    """As they are kept now."""
    there = await reasons_of(tx, person)
    opened = next((one for one in there if one.id == row.subject_id), None)
    side = row.args.get("side", "")
    shown = opened.side if opened else ReasonSide(side) if side in set(ReasonSide) else ReasonSide.WHY
    return ReasonsFacts(
        await sees_of(tx, person), there, shown, str(row.args.get("view", "")), opened, int(row.args.get("off") or 0)
    )


def reasons_screen(facts: ReasonsFacts, texts: Texts) -> Screen:
    """One list, the four lists of now and later, one reason, or the question for words."""
    if facts.view == "ask":
        return _ask(facts, texts)
    if facts.view == "table":
        return _table(facts, texts)
    return _item(facts.opened, texts) if facts.opened is not None else _list(facts, texts)


def _ask(facts: ReasonsFacts, texts: Texts) -> Screen:
    back = ((does(texts.label("button-back"), REASON_LIST, facts.side),),)
    if facts.opened is not None:
        return Screen(texts("reasons-other-words", words=cut(facts.opened.words, EXCERPT)), back)
    return Screen(texts(f"reasons-ask-{facts.side}"), back)


def _title(side: ReasonSide, texts: Texts) -> str:
    return texts("reasons") if side is ReasonSide.WHY else f"<b>{texts(f'reasons-side-{side}')}</b>"


def _line(one: Reason, texts: Texts) -> str:
    return texts("reasons-line-pinned" if one.pinned else "reasons-line", words=cut(one.words, EXCERPT))


def _list(facts: ReasonsFacts, texts: Texts) -> Screen:
    add = does(texts.label("reasons-add"), REASON_ASK, facts.side)
    if facts.side is ReasonSide.WHY:
        way: Rows = (
            (add, does(texts.label("reasons-now-later"), REASON_TABLE)),
            (does(texts.label("beliefs-button"), BELIEFS), plan_home(texts, "more")),
        )
    else:
        way = ((add, does(texts.label("button-back"), REASON_TABLE)),)
    taken: Rows = ((undo_button(texts, REASON_BACK, facts.off),),) if facts.off else ()
    off = texts("reasons-removed") if facts.off else None
    if not facts.listed:
        none = texts("reasons-none" if facts.side is ReasonSide.WHY else "reasons-empty")
        return Screen(
            paragraphs(_title(facts.side, texts), lines(off, none), who_line(facts.sees, texts)), (*taken, *way)
        )
    hint = texts("reasons-more" if facts.side in RECALLED else "toolkit-more")
    listed = lines(_title(facts.side, texts), *(_line(one, texts) for one in facts.listed))
    opens = tuple((does(cut(one.words, LABEL), REASON, one.id),) for one in facts.listed)
    return Screen(paragraphs(listed, lines(off, hint), who_line(facts.sees, texts)), (*opens, *taken, *way))


def _table(facts: ReasonsFacts, texts: Texts) -> Screen:
    there = any(facts.of(side) for side in NOW_AND_LATER)
    body = [_part(facts, side, texts) for side in NOW_AND_LATER] if there else [texts("reasons-table-none")]
    opens = tuple((does(texts.label(f"reasons-side-{side}"), REASON_LIST, side),) for side in NOW_AND_LATER)
    back = does(texts.label("reasons-back"), REASON_LIST, ReasonSide.WHY)
    return Screen(paragraphs(texts("reasons-table"), *body, who_line(facts.sees, texts)), (*opens, (back,)))


def _part(facts: ReasonsFacts, side: ReasonSide, texts: Texts) -> str:
    """A list of the four, shortened: whole it stands on its own screen."""
    shown = [_line(one, texts) for one in facts.of(side)[:SHOWN]]
    return lines(_title(side, texts), *(shown or [texts("reasons-empty")]))


def _item(one: Reason, texts: Texts) -> Screen:
    pinned = texts("reasons-item-pinned") if one.pinned else None
    pin = does(texts.label("reasons-unpin" if one.pinned else "reasons-pin"), REASON_PIN, one.id)
    edit = does(texts.label("reasons-edit"), REASON_EDIT, one.id)
    gone = does(texts.label("reasons-remove"), REASON_GONE, one.id)
    back = does(texts.label("button-back"), REASON_LIST, one.side)
    first = ((pin,),) if one.side in RECALLED else ()
    words = paragraphs(texts("reasons-item", words=cut(one.words, EXCERPT)), pinned)
    return Screen(words, (*first, (edit, gone), (back,)))


@dataclass(frozen=True, slots=True)
class BeliefsFacts:
    """One belief: `first` and `now` are how sure they were and are (None: not said), `on` the day it was written."""

    id: int
    words: str
    about: BeliefTopic
    on: date | None = None
    first: int | None = None
    now: int | None = None


def facts_of(own: OwnWords) -> BeliefsFacts:
    """Of own words as they are kept."""
    belief = Belief.of(own)
    return BeliefsFacts(own.id, own.words, belief.about, own.on_date, belief.first, belief.now)


@dataclass(frozen=True, slots=True)
class Beliefs:
    """`asking`: the next words are another one."""

    beliefs: Sequence[BeliefsFacts] = ()
    asking: bool = False


async def beliefs_facts(tx: Tx, person: Person, row: ScreenRow) -> Beliefs:
    """As they are kept now."""
    kept = tuple(facts_of(one) for one in await beliefs_of_client(tx, person))
    return Beliefs(kept, row.args.get("view") == "ask")


def beliefs_screen(facts: Beliefs, texts: Texts) -> Screen:
    """A line each, or the question."""
    home = does(texts.label("button-back"), OPEN_MINE, "reasons")
    if facts.asking:
        to_list = does(texts.label("button-back"), BELIEFS)
        chips = tuple((does(texts.label(f"belief-about-{one}"), BELIEF_ABOUT, one),) for one in BELIEF_ANSWERS_KNOWN)
        return Screen(paragraphs(texts("belief-ask"), texts("belief-who")), (*chips, (to_list,)))
    add = does(texts.label("belief-add"), BELIEF_ASK)
    if not facts.beliefs:
        return Screen(paragraphs(texts("beliefs"), texts("beliefs-none")), ((add, home),))
    listed = (sure_line(one, texts) for one in facts.beliefs)
    opened = tuple((does(cut(one.words, LABEL), BELIEF, one.id),) for one in facts.beliefs)
    return Screen(paragraphs(lines(texts("beliefs"), *listed), texts("beliefs-more")), (*opened, (add, home)))


def sure_line(one: BeliefsFacts, texts: Texts) -> str:
    """The belief, and how sure they were and are."""
    return texts(_key(one), words=one.words, **_sure(one))


def sure_label(one: BeliefsFacts, texts: Texts) -> str:
    """The same as plain text, to be kept with what they bring to a session."""
    return texts.label(_key(one), words=one.words, **_sure(one))


def _key(one: BeliefsFacts) -> str:
    if one.first is None:
        return "belief-line"
    return "belief-line-sure" if one.now is None else "belief-then-now"


def _sure(one: BeliefsFacts) -> dict[str, int]:
    known = {"first": one.first, "now": one.now}
    return {name: sure for name, sure in known.items() if sure is not None}


@dataclass(frozen=True, slots=True)
class BeliefFacts:
    """`belief` is None once it is off the list; `quit_day`: which day since the quit date it is (None: no date).

    `view`: "rate" (how sure), "look" (how sure now), "known" (what is known of it), "full" (not shown).
    `shown`: their practitioner can read it.
    """

    id: int
    belief: BeliefsFacts | None
    practitioner: str | None = None
    quit_day: int | None = None
    view: str = ""
    shown: bool = False


async def belief_facts(tx: Tx, person: Person, row: ScreenRow) -> BeliefFacts:
    """As it is kept now."""
    own = await belief_of(tx, person, row.subject_id or 0)
    day = await quit_day(tx, person)
    who = await practitioner_name(tx, person)
    shown = own is not None and await is_shown(tx, person, own)
    return BeliefFacts(row.subject_id or 0, facts_of(own) if own else None, who, day, row.args.get("view", ""), shown)


def belief_screen(facts: BeliefFacts, texts: Texts) -> Screen:
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


def _scale(facts: BeliefFacts, texts: Texts) -> Rows:
    tap = BELIEF_SURE if facts.view == "rate" else BELIEF_NOW
    numbers = tuple(does(str(sure), tap, sure) for sure in range(SUREST + 1))
    return (*rows(numbers, 6), (does(texts.label("button-skip"), OPEN_VIEW, ""),))


def _buttons(facts: BeliefFacts, one: BeliefsFacts, texts: Texts, every: Button) -> Rows:
    view = "rate" if one.first is None else "look"
    rate = does(texts.label("belief-rate-first" if one.first is None else "belief-rate-now"), OPEN_VIEW, view)
    known = (does(texts.label("belief-known-button"), OPEN_VIEW, "known"),) if one.about in BELIEF_ANSWERS_KNOWN else ()
    who = facts.practitioner
    show = (does(texts.label("check-in-share", practitioner=who), BELIEF_SHOW),) if who else ()
    show = (does(texts.label("check-in-unshare"), BELIEF_KEEP),) if facts.shown else show
    off = does(texts.label("belief-off"), BELIEF_OFF)
    return ((rate, *known), (*show, off), (every,))


def _known(facts: BeliefFacts, one: BeliefsFacts, texts: Texts) -> str:
    """Facts of the registry, asked for; hunger is called common only from the quit date on."""
    if one.about is BeliefTopic.MOOD:
        return paragraphs(texts("belief-known-mood"), texts("belief-known-yours"))
    of_stopping = explain(Felt.HUNGRY, facts.quit_day, Since.NEW) in (ExplainedAs.COMMON, ExplainedAs.STILL)
    hungry = texts("belief-known-hungry") if of_stopping else None
    return paragraphs(lines(texts("belief-known-weight"), hungry), texts("belief-known-yours"))
