"""The six questions, each with its buttons."""

from collections.abc import Iterable

from bot.screen import Button, Rows, Screen, does
from bot.screens.amounts import AMOUNTS
from bot.screens.check_in import between, forms, replayed
from bot.screens.check_in.view import Facts
from bot.screens.parts import LABEL, back, cut, lines, paragraphs, rough, rows
from bot.screens.sees import answers_line
from bot.taps.check_in import ALL_FOR_TODAY, CIGARETTES, HELPED, MOMENT, MOOD, SKIP, URGE
from bot.taps.everywhere import OPEN_VIEW
from bot.texts import Texts
from bot.texts.dates import day, local, weekday
from programme.check_in import STRONGEST_URGE, HardMoment, Mood, Question
from programme.course import Form

_NOON, _EVENING = 12, 17
HOW_MANY = (8, 10, 15, 20, 30)
A_SCREENFUL = 6  # of what may have helped; the rest is one tap away


def question_screen(facts: Facts, texts: Texts) -> Screen:
    """The question that the check-in stands at."""
    if facts.prompt.form == Form.QUIET:
        return forms.quiet(facts, texts)
    if facts.prompt.form == Form.SOFT:
        return forms.soft(facts, texts)
    if facts.question is Question.URGE and facts.prompt.form in forms.SHORT:
        return forms.urge_now(facts, texts)
    found = _question(facts, texts)
    begins = facts.question is not None and facts.said.asked[0] is facts.question and not facts.said.smoked
    return _framed(found, facts, texts) if begins and not facts.view else found


def _question(facts: Facts, texts: Texts) -> Screen:
    match facts.question:
        case Question.MOOD:
            return _mood(facts, texts)
        case Question.URGE:
            buttons = (does(str(urge), URGE, urge) for urge in range(STRONGEST_URGE + 1))
            return Screen(_asked("check-in-urge", facts, texts), (*rows(buttons, 6), (_skip(texts, Question.URGE),)))
        case Question.CIGARETTES:
            return _cigarettes(facts, texts)
        case Question.MOMENT:
            buttons = (does(texts.label(f"moment-{one}"), MOMENT, one) for one in HardMoment)
            return Screen(texts("check-in-moment"), _with_skip(rows(buttons, 2), texts, Question.MOMENT))
        case Question.HELPED:
            return _helped(facts, texts)
        case _:
            return _words(facts, texts)


def _asked(key: str, facts: Facts, texts: Texts) -> str:
    """The question as it is put today, or of the day that it is added for."""
    return texts(f"{key}-late" if facts.prompt.late else key)


def _skip(texts: Texts, question: Question) -> Button:
    return does(texts.label("button-skip"), SKIP, question)


def _with_skip(found: Rows, texts: Texts, question: Question) -> Rows:
    """Skip beside a lone last button, or on a row of its own."""
    if found and len(found[-1]) == 1 and len(found) > 1:
        return (*found[:-1], (*found[-1], _skip(texts, question)))
    return (*found, (_skip(texts, question),))


def hello(facts: Facts, texts: Texts) -> str:
    """The first words, for the time of day where the person is."""
    if facts.prompt.late:
        return texts("check-in-late", day=day(texts, facts.prompt.local_date))
    if not facts.name:
        return texts("check-in-hello")
    hour = local(facts.prompt.opened_at or facts.prompt.due_at, facts.zone).hour
    part = "morning" if hour < _NOON else "afternoon" if hour < _EVENING else "evening"
    return texts(f"check-in-{part}", name=facts.name)


def _mood(facts: Facts, texts: Texts) -> Screen:
    moods = [does(texts.label(f"mood-{mood}"), MOOD, mood) for mood in Mood]
    asked = _asked("check-in-mood", facts, texts)
    sees = answers_line(facts.sees, texts) if facts.said.smoking_first else None  # else the frame says it
    return Screen(paragraphs(asked, sees), (*rows((*moods, rough(texts)), 3), (_skip(texts, Question.MOOD),)))


def _framed(first: Screen, facts: Facts, texts: Texts) -> Screen:
    """The first question, whichever that is: a hello before it, who sees the answers, a way to put it off, and why."""
    rest: Iterable[Button] = () if facts.prompt.late else (does(texts.label("check-in-not-now"), OPEN_VIEW, "not_now"),)
    why = does(texts.label("button-why"), OPEN_VIEW, "why")
    final = texts("check-in-final") if facts.prompt.decision.get("final") else None
    before = lines(hello(facts, texts), _read(facts, texts), final, replayed.words(facts, texts))
    buttons = (*first.buttons[:-1], (*first.buttons[-1], *rest), (why, *replayed.button(facts, texts)))
    return Screen(paragraphs(lines(before, first.text), answers_line(facts.sees, texts)), buttons)


def _read(facts: Facts, texts: Texts) -> str | None:
    """That the practitioner read the week: told once, and nothing else of them."""
    if facts.read_on is None or facts.sees.practitioner is None:
        return None
    return texts("check-in-read", practitioner=facts.sees.practitioner, day=weekday(texts, facts.read_on))


def _cigarettes(facts: Facts, texts: Texts) -> Screen:
    if facts.said.which_day:
        return between.which_day(facts, texts)
    if facts.view == "type":
        return Screen(between.asked("check-in-type", facts, texts), ((back(texts),),))
    if facts.view == "type_refused":
        return Screen(texts("check-in-type-refused"), ((back(texts),),))
    if facts.said.how_many:
        return _how_many(facts, texts)
    amounts = (does(texts.label(f"cigarettes-{name}"), CIGARETTES, code) for code, name in AMOUNTS.items())
    type_it = does(texts.label("cigarettes-type"), OPEN_VIEW, "type")
    asked = between.asked("check-in-cigarettes", facts, texts)
    return Screen(asked, (*rows(amounts, 4), (type_it, _skip(texts, Question.CIGARETTES))))


def _how_many(facts: Facts, texts: Texts) -> Screen:
    """They tapped "6+": a number, a guess, or leave it at that."""
    numbers = (does(str(number), CIGARETTES, str(number)) for number in HOW_MANY)
    leave = does(texts.label("check-in-how-many-leave"), SKIP, Question.CIGARETTES)
    return Screen(_asked("check-in-how-many", facts, texts), (*rows(numbers, len(HOW_MANY)), (leave,)))


def _helped(facts: Facts, texts: Texts) -> Screen:
    shown = facts.toolkit if facts.view == "all" else facts.toolkit[:A_SCREENFUL]
    items = tuple((does(cut(words, LABEL), HELPED, item),) for item, words in shown)
    more = ((does(texts.label("helped-more"), OPEN_VIEW, "all"),),) if len(shown) < len(facts.toolkit) else ()
    nothing = does(texts.label("helped-nothing"), HELPED, None)
    return Screen(texts("check-in-helped"), (*items, *more, (nothing, _skip(texts, Question.HELPED))))


def _words(facts: Facts, texts: Texts) -> Screen:
    key = "check-in-words" if facts.sees.keep else "check-in-words-unkept"
    return Screen(texts(key), ((does(texts.label("button-done"), ALL_FOR_TODAY),),))
