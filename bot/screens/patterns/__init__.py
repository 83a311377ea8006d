"""What a client's own notes show: at most three things, as counts and as questions, and what they say of them."""

from bot.screen import Button, Rows, Screen, does
from bot.screens.parts import LABEL, cut, lines, paragraphs, rows
from bot.screens.patterns import correcting
from bot.screens.patterns.view import Facts, answering, home, what_of
from bot.taps.diary import CYCLE, DIARY_OPEN, PICTURE
from bot.taps.everywhere import OPEN_MINE, OPEN_VIEW
from bot.texts import Texts
from care.in_pictures import in_pictures_of
from care.patterns import patterns_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.corrections import CODES
from programme.patterns import ENOUGH, Kind, Observation
from programme.people import Person


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """Counted now."""
    seen, pictures = await patterns_of(tx, person), await in_pictures_of(tx, person)
    view, of = row.args.get("view", ""), row.args.get("of", "")
    return Facts(seen.kept, len(seen.logs), seen.found, seen.said, seen.words, pictures.drawable, view, of)


def screen(facts: Facts, texts: Texts) -> Screen:
    """What they show, or one of the questions that it leads to."""
    if not facts.kept:
        return Screen(paragraphs(texts("patterns"), texts("patterns-not-kept")), ((_to_more(texts),),))
    match facts.view:
        case "pictures":
            return _pictures(facts, texts)
        case "said":
            return correcting.said(facts, texts)
        case "own":
            return Screen(texts("patterns-own-ask"), ((home(texts),),))
        case "kind":
            return correcting.kinds(texts)
        case view if view in CODES:
            return correcting.codes(facts, Kind(view), texts)
    return _found(facts, texts)


def _found(facts: Facts, texts: Texts) -> Screen:
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


def _line(facts: Facts, number: int, one: Observation, texts: Texts) -> str:
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


def _ways_on(facts: Facts, texts: Texts) -> Rows:
    buttons = [does(texts.label("patterns-write"), DIARY_OPEN), does(texts.label("patterns-cycle"), CYCLE)]
    if facts.drawable:
        buttons.append(does(texts.label("patterns-pictures"), OPEN_VIEW, "pictures"))
    if facts.said:
        buttons.append(does(texts.label("patterns-said"), OPEN_VIEW, "said"))
    return rows(buttons, 2)


def _to_more(texts: Texts) -> Button:
    return does(texts.label("button-back"), OPEN_MINE, "more")


def _pictures(facts: Facts, texts: Texts) -> Screen:
    if not facts.drawable:
        return Screen(texts("pictures-not-yet", enough=ENOUGH), ((home(texts),),))
    named = (does(texts.label(f"picture-{which}"), PICTURE, which) for which in facts.drawable)
    return Screen(paragraphs(texts("pictures"), texts("pictures-who")), (*rows(named, 2), (home(texts),)))
