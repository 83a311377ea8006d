"""Help with a craving, for everyone and before any consent: how strong, one thing to try, how strong then."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.craving.taps import CRAVING_BACK, CRAVING_MOMENT, RATE, RATE_AFTER, RATE_NOW, TRY, TRY_IDEA, TRY_NEW, TRY_OWN
from bot.kit.own_words import tried_counted, tried_name, tried_sentence
from bot.kit.parts import EXCERPT, LABEL, back, cut, go, lines, not_now, paragraphs, rows
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_VIEW, Tap
from bot.medicines.gate import mood_lines
from bot.texts import Texts
from bot.toolkit.taps import BROWSE_FOR
from care import craving
from care.medicines import MoodMedicines, mood_medicines
from care.planning.occasions import own_reason
from care.toolkit import item_of, keeps_words, phrases_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.check_in.answers import STRONGEST_URGE, HardMoment
from programme.craving import MEANS_CODES, Craving, CravingMeans, Offered, top
from programme.people.person import Person
from programme.toolkit.items import SHOWN, Guide, GuideStep, ToolkitItem, step_at
from programme.toolkit.strategies import Function, Strategy, strategy

CALM = 0


@dataclass(frozen=True, slots=True)
class CravingFacts:
    """`view` is what was picked, `back` the screen before. `rates`: they are asked how strong it is.

    - `reason` is the one of theirs that stands first. `known` is the craving once it was rated; `asks_moment`: what is
      going on was neither said nor skipped.
    - `every` is what may be offered, best first, and `top` the three of it that are shown; `phrase` are own words of
      theirs for such a moment. `keeps`: their own words may be kept.
    - `medicines`: those they use that can change mood, looked up where a low mood is going on.
    - `trying` is what they try; `usual` what they said that smoking gives them then.
    - `guide` is the exercise that is done together, and `step` where it is (None: it is over).
    """

    view: str = ""
    back: str = ""
    rates: bool = False
    keeps: bool = False
    reason: str | None = None
    known: Craving | None = None
    asks_moment: bool = False
    every: Sequence[Offered] = ()
    top: Sequence[Offered] = ()
    phrase: str | None = None
    medicines: MoodMedicines | None = None
    trying: ToolkitItem | Strategy | None = None
    usual: Function | None = None
    guide: Guide | None = None
    step: GuideStep | None = None


def rating_buttons(tap: Tap[int]) -> Rows:
    """The six strengths as one row of buttons."""
    return rows((does(str(n), tap, n) for n in range(STRONGEST_URGE + 1)), STRONGEST_URGE + 1)


def ways_back(facts: CravingFacts, texts: Texts) -> tuple[tuple[Button, ...], ...]:
    """A row that leads to where they came from."""
    return ((back(texts, facts.back),),) if facts.back else ()


COMMON = {
    CravingMeans.BREATHE: "craving-breathing",
    CravingMeans.WAIT: "craving-waiting",
    CravingMeans.SWAP: "craving-swapping",
}


def plain_craving_screen(facts: CravingFacts, texts: Texts) -> Screen:
    """The three, or what was picked of them."""
    if facts.view in COMMON:
        eased = does(texts.label("craving-easing"), OPEN_VIEW, "eased")
        still = does(texts.label("craving-still"), OPEN_VIEW, "strong")
        return Screen(texts(COMMON[CravingMeans(facts.view)]), ((eased, still), (back(texts),)))
    three = tuple((does(texts.label(f"craving-{one}"), TRY, one),) for one in COMMON)
    person = (go(texts, "button-crisis", "help"), not_now(texts))
    if facts.view == "strong":
        return Screen(texts("craving-strong"), (*three, person))
    return Screen(texts("craving"), (*three, person, *ways_back(facts, texts)))


async def craving_facts(tx: Tx, person: Person, row: ScreenRow) -> CravingFacts:
    """Only a client is asked to rate: of anybody else nothing is kept."""
    plain = CravingFacts(view=row.args.get("view", ""), back=row.args.get("back", ""), rates=person.is_client)
    if not person.is_client:
        return plain
    known = await craving.craving_of(tx, person, row.args.get("craving"))
    begun = replace(plain, known=known)
    if (exercise := craving.running(row.args)) is not None:
        return replace(begun, guide=exercise.guide, step=step_at(exercise.guide, exercise.seconds(tx.now)))
    if (trying := await _trying(tx, person, row)) is not None:
        usual = await craving.usual_of_moment(tx, person, known.moment if known else None)
        return replace(begun, trying=trying, usual=usual)
    if known is None and plain.view == "":
        return replace(begun, reason=await own_reason(tx, person))
    return await _offered(tx, person, row, begun)


async def _trying(tx: Tx, person: Person, row: ScreenRow) -> ToolkitItem | Strategy | None:
    match row.args.get("view"):
        case CravingMeans.OWN:
            return await item_of(tx, person, row.args.get("item", 0))
        case CravingMeans.IDEA:
            return strategy(row.args.get("code", ""))
    return None


async def _offered(tx: Tx, person: Person, row: ScreenRow, begun: CravingFacts) -> CravingFacts:
    known, moment = begun.known, begun.known.moment if begun.known else None
    usual = await craving.usual_of_moment(tx, person, moment)
    every = await craving.offers(tx, person, moment, usual)
    seed = f"{person.id}:{known.id if known else row.id}"
    return replace(
        begun,
        keeps=await keeps_words(tx, person),
        asks_moment=known is not None and moment is None and "on" not in row.args,
        every=every,
        top=top(every, seed),
        phrase=await _phrase(tx, person, known or row),
        medicines=await mood_medicines(tx, person) if moment is HardMoment.LOW_MOOD else None,
        usual=usual,
    )


async def _phrase(tx: Tx, person: Person, of: Craving | ScreenRow) -> str | None:
    """One of their own, another one each time."""
    found = await phrases_of(tx, person)
    return found[of.id % len(found)].words if found else None


def guided_craving_screen(facts: CravingFacts, guide: Guide, texts: Texts) -> Screen:
    """One step at a time."""
    if facts.step is None:
        return _over(facts, guide, texts)
    stop = does(texts.label("guide-stop"), OPEN_VIEW, "stopped")
    now = (does(texts.label("craving-ask-now"), RATE_NOW),) if facts.known is not None else ()
    buttons = ((*now, stop), (go(texts, "button-crisis", "help"),))
    return Screen(_step(guide, facts.step, texts), buttons)


def _step(guide: Guide, step: GuideStep, texts: Texts) -> str:
    key = f"guide-{guide}-{step.name}"
    words = texts(key, seconds=step.seconds) if guide is Guide.BREATHE and step.round else texts(key)
    where = texts("guide-round", round=step.round, rounds=step.rounds) if step.round else None
    return paragraphs(words, where)


def _over(facts: CravingFacts, guide: Guide, texts: Texts) -> Screen:
    done = texts(f"guide-{guide}-over")
    person = (go(texts, "button-crisis", "help"), back(texts))
    if facts.known is None:
        eased = does(texts.label("craving-easing"), OPEN_VIEW, "eased")
        still = does(texts.label("craving-still"), OPEN_VIEW, "strong")
        return Screen(lines(done, texts("guide-how")), ((eased, still), person))
    asked = texts("guide-after", before=facts.known.before)
    return Screen(lines(done, asked), (*rating_buttons(RATE_AFTER), person))


TOGETHER = (CravingMeans.BREATHE, CravingMeans.SURF)
_ASIDE = {"strong": "craving-strong", "stopped": "guide-stopped"}


def pick_moment(facts: CravingFacts, texts: Texts) -> Screen:
    """What is going on, in one tap; it may be passed over."""
    moments = rows((does(texts.label(f"moment-{one}"), CRAVING_MOMENT, one) for one in HardMoment), 2)
    skip = does(texts.label("button-skip"), CRAVING_MOMENT, None)
    sees = texts("craving-who-you" if facts.keeps else "craving-who-unkept")
    person = (go(texts, "button-crisis", "help"),)
    return Screen(paragraphs(texts("craving-moment"), sees), (*moments[:-1], (*moments[-1], skip), person))


def pick_three(facts: CravingFacts, texts: Texts) -> Screen:
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


def pick_otherwise(facts: CravingFacts, texts: Texts) -> Screen:
    """The next few, what we do together, ideas of the catalogue, and an idea of their own."""
    shown = {one.ranked.id for one in facts.top}
    more = [one for one in facts.every if one.ranked.id not in shown and one.code not in MEANS_CODES.values()][:SHOWN]
    ideas = does(texts.label("craving-ideas"), BROWSE_FOR, facts.known.moment if facts.known else None)
    own = (does(texts.label("craving-own"), TRY_NEW),) if facts.keeps else ()
    wait = does(texts.label("craving-wait"), TRY, CravingMeans.WAIT)
    person = (go(texts, "button-crisis", "help"), back(texts))
    common: Rows = (*_together((), texts), (wait, ideas), *((own,) if own else ()))
    said = [_line(one, facts, texts) for one in more]
    asked = texts("craving-else" if facts.keeps else "craving-else-unkept")
    return Screen(paragraphs(asked, lines(*said)), (*_buttons(more, texts), *common, person))


def pick_own(texts: Texts) -> Screen:
    """The question for an idea of their own."""
    return Screen(texts("craving-own-ask"), ((does(texts.label("button-back"), CRAVING_BACK),),))


def trying_screen(facts: CravingFacts, texts: Texts) -> Screen:
    """The one that was picked, and when it is asked how it is."""
    if facts.trying is None:
        words = texts(COMMON[CravingMeans(facts.view)])
    else:
        words = texts("craving-trying", words=cut(tried_name(facts.trying, texts), EXCERPT))
    gives = isinstance(facts.trying, Strategy) and facts.usual in facts.trying.gives
    because = texts("craving-because", because=texts.label(f"because-{facts.usual}")) if gives else None
    soon = texts("craving-soon") if facts.known is not None else None
    eased = does(texts.label("craving-easing"), OPEN_VIEW, "eased")
    still = does(texts.label("craving-still"), OPEN_VIEW, "strong")
    asked = (does(texts.label("craving-ask-now"), RATE_NOW),) if facts.known is not None else (eased, still)
    return Screen(paragraphs(words, because, soon), (asked, (go(texts, "button-crisis", "help"), back(texts))))


def _head(facts: CravingFacts, texts: Texts) -> str | None:
    """Whose order it is: theirs, where something helped, and by this moment, where it helped with that."""
    helped = [one.ranked for one in facts.top if one.ranked.tried.count]
    moment = facts.known.moment if facts.known else None
    if moment not in (None, HardMoment.OTHER) and any(one.here for one in helped):
        return texts("craving-said-helped-moment", moment=texts.label(f"moment-with-{moment}"))
    return texts("craving-said-helped") if helped else None


def _line(one: Offered, facts: CravingFacts, texts: Texts) -> str:
    at_moment = facts.known is not None and facts.known.moment is not None
    said = tried_counted(one.ranked, texts, at_moment=at_moment)
    return texts("craving-line", words=tried_sentence(tried_name(one, texts)), said=said)


def _because(shown: Iterable[Offered], texts: Texts) -> str | None:
    """Why the new ones are here: they give what smoking gave."""
    new = [one.because for one in shown if one.because]
    return texts("craving-because-new", because=texts.label(f"because-{new[0]}"), count=len(new)) if new else None


def _buttons(offered: Iterable[Offered], texts: Texts) -> Rows:
    return tuple((_button(one, texts),) for one in offered)


def _button(one: Offered, texts: Texts) -> Button:
    label = cut(tried_name(one, texts).removesuffix("."), LABEL)
    return does(label, TRY_OWN, one.item.id) if one.item else does(label, TRY_IDEA, one.code or "")


def _together(shown: Iterable[Offered], texts: Texts) -> Rows:
    there = {one.code for one in shown}
    left = tuple(does(texts.label(f"craving-{one}"), TRY, one) for one in TOGETHER if MEANS_CODES[one] not in there)
    return (left,) if left else ()


def craving_screen(facts: CravingFacts, texts: Texts) -> Screen:
    """One small thing at a time."""
    if facts.view == "eased":
        return Screen(texts("craving-done"), ways_back(facts, texts))
    if not facts.rates:
        return plain_craving_screen(facts, texts)
    if facts.guide is not None:
        return guided_craving_screen(facts, facts.guide, texts)
    if facts.trying is not None or facts.view in COMMON:
        return trying_screen(facts, texts)
    if facts.known is None and facts.view in ("", "rate"):
        skip = (does(texts.label("button-skip"), OPEN_VIEW, "skip"), go(texts, "button-crisis", "help"))
        reason = texts("craving-reason", words=cut(facts.reason, EXCERPT)) if facts.reason else None
        words = paragraphs(reason, texts("craving-rate"))
        return Screen(words, (*rating_buttons(RATE), skip, *ways_back(facts, texts)))
    if facts.known is not None and facts.known.before == CALM:
        return Screen(texts("craving-calm"))
    if facts.view == "own_ask":
        return pick_own(texts)
    if facts.asks_moment:
        return pick_moment(facts, texts)
    return pick_otherwise(facts, texts) if facts.view == "else" else pick_three(facts, texts)
