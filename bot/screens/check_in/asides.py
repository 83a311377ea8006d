"""What can be tapped open over a check-in: not now, why this, and the way out on a very low day."""

from bot.screen import Screen, does
from bot.screens.check_in.view import Facts
from bot.screens.leaflets import mood_lines
from bot.screens.parts import back, paragraphs, rough
from bot.screens.rough import leave_it
from bot.screens.very_low import ways_on
from bot.screens.why import Why, why_screen
from bot.taps.check_in import ALL_FOR_TODAY, LATER, NOT_TODAY
from bot.taps.everywhere import OPEN_VIEW
from bot.texts import Texts
from bot.texts.dates import time_of
from programme.snooze import Snooze


def not_now(facts: Facts, texts: Texts) -> Screen:
    """Later, tonight or tomorrow, each with its time; skip, or back."""
    times = ((one.until, _back_at(one, facts, texts)) for one in facts.snoozes)
    later = ((does(texts.label(f"not-now-{until}", time=at), LATER, until),) for until, at in times)
    skip = does(texts.label("not-now-skip"), NOT_TODAY)
    return Screen(texts("not-now"), (*later, (skip, back(texts))))


def _back_at(one: Snooze, facts: Facts, texts: Texts) -> str:
    return time_of(texts, facts.next_at if one.by_itself and facts.next_at else one.at, facts.zone)


def why(facts: Facts, texts: Texts) -> Screen:
    """Why this was asked, who was told, and how to change it."""
    return why_screen(Why(facts.prompt, sees=facts.sees, by=facts.moved_by), texts)


def very_low(facts: Facts, texts: Texts) -> Screen:
    """On a very low day smoking can wait: a person, something calming, the practitioner, or on."""
    carry_on = does(texts.label("very-low-carry-on"), OPEN_VIEW, "")
    leave = leave_it(facts.now, facts.zone, texts)
    ends = does(texts.label("low-enough"), ALL_FOR_TODAY)
    rest = (leave, ends, carry_on) if facts.prompt.is_open or facts.answering_late else (leave, carry_on)
    words = paragraphs(texts("very-low"), mood_lines(facts.medicines, texts))
    return Screen(words, ways_on(facts.sees.route, *rest, texts=texts))


def enough(facts: Facts, texts: Texts) -> Screen:
    """On a low day one question is enough; the rest is there for who wants it."""
    carry_on = does(texts.label("low-carry-on"), OPEN_VIEW, "")
    words = paragraphs(texts("low"), mood_lines(facts.medicines, texts))
    return Screen(words, ((does(texts.label("low-enough"), ALL_FOR_TODAY), carry_on), (rough(texts),)))
