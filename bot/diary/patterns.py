"""What a client's own notes show, as counts and questions; what they say of it; how it goes round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.diary.pictures import feeling_words
from bot.diary.taps import (
    CYCLE,
    CYCLE_SHARE,
    DIARY_OPEN,
    FITS,
    FITS_ELSE,
    FITS_KIND,
    FITS_NOT,
    FITS_OWN,
    FITS_PICK,
    FITS_UNDO,
    PICTURE,
)
from bot.kit.parts import LABEL, cut, lines, paragraphs, rows
from bot.kit.people import practitioner_name, zone_of
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_MINE, OPEN_VIEW
from bot.texts import Texts
from bot.texts.dates import day, local
from care.diary.patterns import Round, patterns_of, round_of
from care.diary.pictures import PictureKind, in_pictures_of
from db.delivery.screens import ScreenRow
from db.tx import Tx
from programme.check_in.counts import Share
from programme.diary.patterns import ENOUGH, Correction, Feature, FeatureKind, Features, Observation
from programme.diary.pictures import PATTERN_CODES, Cycle, code_of
from programme.people.person import Person


@dataclass(frozen=True, slots=True)
class PatternsFacts:
    """As care.diary.patterns.PatternsSeen, of `count` moments; `drawable` the pictures there are. `view` and `of` (the
    observation that is spoken of, as its code) are as tapped."""

    kept: bool
    count: int = 0
    found: Sequence[Observation] = ()
    said: Sequence[Correction] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    drawable: Sequence[PictureKind] = ()
    view: str = ""
    of: str = ""

    def own(self, features: Features) -> str | None:
        """The client's own words, where that is what these features are."""
        return next((self.words.get(one.code, "") for one in features if one.kind is FeatureKind.OWN), None)


def what_of(features: Features, texts: Texts) -> str:
    """What these features are, as the end of a sentence: "after 21:00, with stress"."""
    order = [*PATTERN_CODES]
    named = sorted(features, key=lambda one: order.index(one.kind))
    return ", ".join(texts.label(f"pattern-{one.kind}-{one.code}") for one in named)


def answering(features: Features, texts: Texts) -> Rows:
    """Whether these fit: yes, not really, or something else."""
    answers = (("yes", FITS), ("no", FITS_NOT), ("else", FITS_ELSE))
    return (tuple(does(texts.label(f"patterns-{key}"), tap, features) for key, tap in answers),)


def patterns_home(texts: Texts) -> Button:
    """Back to what the notes show."""
    return does(texts.label("button-back"), OPEN_MINE, "patterns")


_WIDE = 60  # characters of a button that has a row for itself


def correction_kinds(texts: Texts) -> Screen:
    """What is it about?"""
    named = (does(texts.label(f"patterns-kind-{kind}"), FITS_KIND, kind) for kind in PATTERN_CODES)
    own = does(texts.label("patterns-own"), FITS_OWN)
    return Screen(texts("patterns-pick-kind"), (*rows((*named, own), 2), (patterns_home(texts),)))


def correction_codes(facts: PatternsFacts, kind: FeatureKind, texts: Texts) -> Screen:
    """Which of these is it, if not what we saw?"""
    others = (frozenset({Feature(kind, code)}) for code in PATTERN_CODES[kind])
    named = (does(_capital(what_of(one, texts)), FITS_PICK, one) for one in others if code_of(one) != facts.of)
    own = does(texts.label("patterns-own"), FITS_OWN)
    return Screen(texts("patterns-pick"), (*rows((*named, own), 2), (patterns_home(texts),)))


def corrections_said(facts: PatternsFacts, texts: Texts) -> Screen:
    """All that they said, each to be taken back with a tap."""
    listed = tuple((does(_label(facts, one, texts), FITS_UNDO, one.features),) for one in facts.said)
    key = "patterns-said-list" if listed else "patterns-said-none"
    return Screen(texts(key), (*listed, (patterns_home(texts),)))


def _label(facts: PatternsFacts, one: Correction, texts: Texts) -> str:
    what = what_of(one.features, texts)
    if one.instead is None:
        return cut(texts.label("patterns-said-yes" if one.fits else "patterns-said-no", what=what), _WIDE)
    instead = frozenset({one.instead})
    words = facts.own(instead)
    told = what_of(instead, texts) if words is None else words
    return cut(texts.label("patterns-said-else", what=what, instead=told), _WIDE)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


async def patterns_facts(tx: Tx, person: Person, row: ScreenRow) -> PatternsFacts:
    """Counted now."""
    seen, pictures = await patterns_of(tx, person), await in_pictures_of(tx, person)
    view, of = row.args.get("view", ""), row.args.get("of", "")
    return PatternsFacts(seen.kept, len(seen.logs), seen.found, seen.said, seen.words, pictures.drawable, view, of)


def patterns_screen(facts: PatternsFacts, texts: Texts) -> Screen:
    """What they show, or one of the questions that it leads to."""
    if not facts.kept:
        return Screen(paragraphs(texts("patterns"), texts("patterns-not-kept")), ((_to_more(texts),),))
    match facts.view:
        case "pictures":
            return _pictures(facts, texts)
        case "said":
            return corrections_said(facts, texts)
        case "own":
            return Screen(texts("patterns-own-ask"), ((patterns_home(texts),),))
        case "kind":
            return correction_kinds(texts)
        case view if view in PATTERN_CODES:
            return correction_codes(facts, FeatureKind(view), texts)
    return _found(facts, texts)


def _found(facts: PatternsFacts, texts: Texts) -> Screen:
    if facts.count < ENOUGH:
        counted = texts("patterns-few", count=facts.count, enough=ENOUGH)
    else:
        nothing = None if facts.found else texts("patterns-no-pattern")
        counted = lines(texts("patterns-from", count=facts.count), nothing)
    listed = (_line(facts, number, one, texts) for number, one in enumerate(facts.found, start=1))
    asked = next((pair for pair in enumerate(facts.found, start=1) if not pair[1].theirs | pair[1].confirmed), None)
    question, answers = (None, ()) if asked is None else _question(*asked, len(facts.found), texts)
    words = paragraphs(texts("patterns"), counted, lines(*listed), question, texts("patterns-who"))
    return Screen(words, (*answers, *_ways_on(facts, texts), (_to_more(texts),)))


def _line(facts: PatternsFacts, number: int, one: Observation, texts: Texts) -> str:
    own = facts.own(one.features)
    if own is not None:
        return texts("patterns-theirs-own", number=number, words=cut(own, LABEL))
    what = what_of(one.features, texts)
    if one.theirs:
        return texts("patterns-theirs", number=number, what=what)
    line = texts("patterns-one", number=number, count=one.count, of=one.of, what=what)
    return f"{line} {texts('patterns-fits')}" if one.confirmed else line


def _question(number: int, one: Observation, found: int, texts: Texts) -> tuple[str, Rows]:
    question = texts("patterns-question", number=number) if found > 1 else texts("patterns-question-one")
    return question, answering(one.features, texts)


def _ways_on(facts: PatternsFacts, texts: Texts) -> Rows:
    buttons = [does(texts.label("patterns-write"), DIARY_OPEN), does(texts.label("patterns-cycle"), CYCLE)]
    if facts.drawable:
        buttons.append(does(texts.label("patterns-pictures"), OPEN_VIEW, "pictures"))
    if facts.said:
        buttons.append(does(texts.label("patterns-said"), OPEN_VIEW, "said"))
    return rows(buttons, 2)


def _to_more(texts: Texts) -> Button:
    return does(texts.label("button-back"), OPEN_MINE, "more")


def _pictures(facts: PatternsFacts, texts: Texts) -> Screen:
    if not facts.drawable:
        return Screen(texts("pictures-not-yet", enough=ENOUGH), ((patterns_home(texts),),))
    named = (does(texts.label(f"picture-{which}"), PICTURE, which) for which in facts.drawable)
    return Screen(paragraphs(texts("pictures"), texts("pictures-who")), (*rows(named, 2), (patterns_home(texts),)))


@dataclass(frozen=True, slots=True)
class CycleFacts:
    """`practitioner` is who could see it (None: there is nobody), `zone` where the client is."""

    goes: Round
    practitioner: str | None
    zone: str


async def cycle_facts(tx: Tx, person: Person, row: ScreenRow) -> CycleFacts:  # noqa: ARG001
    """As it is now."""
    return CycleFacts(await round_of(tx, person), await practitioner_name(tx, person), zone_of(person))


def cycle_screen(facts: CycleFacts, texts: Texts) -> Screen:
    """The round with its counts, as a question; what the practitioner sees of it, and the tap that changes that."""
    home = does(texts.label("button-back"), OPEN_MINE, "patterns")
    if not facts.goes.kept:
        return Screen(paragraphs(texts("cycle"), texts("patterns-not-kept")), ((home,),))
    found = facts.goes.now
    if found is None and facts.goes.count < ENOUGH:
        told = texts("cycle-few", count=facts.goes.count, enough=ENOUGH)
    elif found is None:
        told = texts("cycle-none")
    else:
        told = lines(*cycle_steps(found, texts), texts("cycle-round"))
    asks = found is not None and not facts.goes.settled
    words = paragraphs(texts("cycle"), told, texts("cycle-question") if asks else None, _sees(facts, texts))
    answers = answering(frozenset({found.trigger}), texts) if found is not None and asks else ()
    return Screen(words, (*answers, *((button,) for button in _sharing(facts, texts)), (home,)))


def cycle_steps(found: Cycle, texts: Texts) -> tuple[str | None, ...]:
    """What was going on, how it felt, a cigarette, and how stress was later; each with its counts."""
    moment = texts.label(f"moment-{found.moment}")
    going_on = texts("cycle-moment", moment=moment, count=found.moments.count, of=found.moments.of)
    felt, later = None, texts("cycle-later-not-said")
    if found.felt is not None:
        named = feeling_words(found.felt, texts)
        felt = texts("cycle-felt", feeling=named, count=found.feelings.count, of=found.feelings.of)
    if found.later is not None:
        counts = {"lower": found.later.lower, "same": found.later.same, "higher": found.later.higher}
        later = texts("cycle-later", of=found.later.of, **counts)
    return going_on, felt, texts("cycle-cigarette"), later


def cycle_in_one_line(found: Cycle, texts: Texts) -> str:
    """The same for a practitioner: "Stress 8 of 14 → Low 6 of 8 → a cigarette → stress later lower 2 of 7, ..."."""
    steps = [_step(texts.label(f"moment-{found.moment}"), found.moments, texts)]
    if found.felt is not None:
        steps.append(_step(feeling_words(found.felt, texts), found.feelings, texts))
    steps.append(texts.label("summary-cycle-cigarette"))
    if found.later is not None:
        counts = {"lower": found.later.lower, "same": found.later.same, "higher": found.later.higher}
        steps.append(texts.label("summary-cycle-later", **counts))
    return " → ".join(steps)


def _step(name: str, share: Share, texts: Texts) -> str:
    return texts.label("summary-cycle-step", name=name, count=share.count, of=share.of)


def _sees(facts: CycleFacts, texts: Texts) -> str | None:
    """True by what was shared, which may be older than what stands above it."""
    if facts.practitioner is None or facts.goes.shared is None:
        return texts("cycle-who-you")
    seen, since = facts.goes.shared
    told = {"practitioner": facts.practitioner, "day": day(texts, local(since, facts.zone).date())}
    return texts("cycle-who-same" if seen == facts.goes.now else "cycle-who-older", **told)


def _sharing(facts: CycleFacts, texts: Texts) -> tuple[Button, ...]:
    if facts.practitioner is None:
        return ()
    seen = facts.goes.shared[0] if facts.goes.shared else None
    share = does(texts.label("check-in-share", practitioner=facts.practitioner), CYCLE_SHARE, True)
    keep = does(texts.label("check-in-unshare"), CYCLE_SHARE, False)
    fresh = (share,) if facts.goes.now is not None and seen != facts.goes.now else ()
    return (*fresh, *((keep,) if seen is not None else ()))
