"""The questions about a cigarette or an urge, each answered with one tap, each of which may be passed over."""

from collections.abc import Iterable
from typing import Any

from bot.screen import Button, Rows, Screen, does
from bot.screens.diary.view import Facts, noted, who_line
from bot.screens.leaflets import mood_lines
from bot.screens.parts import lines, paragraphs, rough, rows
from bot.screens.rough import leave_it
from bot.screens.very_low import ways_on
from bot.taps.diary import DIARY_FELT, DIARY_GAVE, DIARY_GOING, DIARY_ON, DIARY_SKIP, DIARY_STRESS, DIARY_WHERE
from bot.taps.kit import Tap
from bot.texts import Texts
from programme.check_in import STRONGEST_URGE
from programme.diary import PLACES, SITUATIONS, Ask, Entry, place_code
from programme.feeling import Feeling
from programme.patterns import Company
from programme.strategies import Function


def question(facts: Facts, entry: Entry, texts: Texts) -> Screen:
    """The question, over what was noted so far, with who sees it."""
    match facts.ask:
        case Ask.STRESS:
            words, buttons = texts("look-back-then"), _stress()
        case Ask.WHERE:
            words, buttons = texts("diary-where"), rows(_places(texts), len(Company))
        case Ask.GOING_ON:
            words, buttons = texts("diary-going-on"), (*_feelings(DIARY_GOING, texts), *rows(_situations(texts), 2))
        case Ask.FELT:
            typed = texts("diary-type-going-on") if facts.args.get("other") else None
            words, buttons = lines(texts("diary-felt"), typed), _feelings(DIARY_FELT, texts)
        case _:
            words = texts("diary-gave-urge" if entry.is_urge else "diary-gave")
            buttons = rows(_functions(texts), 3)
    if facts.ask in (Ask.GOING_ON, Ask.GAVE) and facts.sees.keep:
        words = f"{words} {texts('diary-or-type')}"
    pass_over = "diary-not-sure" if facts.ask is Ask.GAVE else "button-skip"
    aside = (rough(texts), does(texts.label(pass_over), DIARY_SKIP, facts.ask))
    on_mood = mood_lines(facts.medicines, texts)
    return Screen(paragraphs(noted(facts, entry, texts), on_mood, words, who_line(facts, texts)), (*buttons, aside))


def low(facts: Facts, texts: Texts) -> Screen:
    """Very low: a person, something calming, the practitioner; the rest of the questions can wait."""
    carry_on = does(texts.label("very-low-carry-on"), DIARY_ON)
    leave = leave_it(facts.now, facts.zone, texts)
    words = paragraphs(texts("diary-low"), mood_lines(facts.medicines, texts))
    return Screen(words, ways_on(facts.sees.route, leave, carry_on, texts=texts))


def _stress() -> Rows:
    return rows((does(str(n), DIARY_STRESS, n) for n in range(STRONGEST_URGE + 1)), STRONGEST_URGE + 1)


def _places(texts: Texts) -> Iterable[Button]:
    for place in PLACES:
        for company in Company:
            yield does(texts.label(f"diary-{place_code(place, company)}"), DIARY_WHERE, (place, company))


def _feelings(tap: Tap[Any], texts: Texts) -> Rows:
    return rows((does(texts.label(f"feeling-{one}"), tap, one) for one in Feeling), 3)


def _situations(texts: Texts) -> Iterable[Button]:
    return (does(texts.label(f"diary-{one}"), DIARY_GOING, one) for one in SITUATIONS)


def _functions(texts: Texts) -> Iterable[Button]:
    yield from (does(texts.label(f"diary-{one}"), DIARY_GAVE, one) for one in Function)
    yield does(texts.label("diary-other"), DIARY_GAVE, None)
