"""What is asked for another item: its words, and the moment that it is for."""

from bot.screen import Screen, does
from bot.screens.parts import paragraphs, rows
from bot.screens.sees import Sees
from bot.screens.toolkit.view import Facts, home
from bot.taps.toolkit import TOOLKIT_FOR
from bot.texts import Texts
from programme.check_in import HardMoment


def words(facts: Facts, texts: Texts) -> Screen:
    """In a few words of their own."""
    asked = texts("toolkit-ask")
    if facts.moment is not None:
        asked = texts("toolkit-ask-moment", moment=texts.label(f"if-{facts.moment}"))
    return Screen(paragraphs(asked, sees_line(facts.sees, texts)), ((home(texts),),))


def moments(facts: Facts, texts: Texts) -> Screen:  # noqa: ARG001
    """If which moment comes?"""
    found = rows((does(texts.label(f"moment-{one}"), TOOLKIT_FOR, one) for one in HardMoment), 2)
    return Screen(texts("toolkit-moments"), (*found, (home(texts),)))


def sees_line(sees: Sees, texts: Texts) -> str:
    """Who may come to read it: the practitioner reads in the summary what was named as having helped."""
    if sees.both:
        return texts("toolkit-who-both", practitioner=sees.practitioner or "")
    return texts("toolkit-who-you")
