"""What a supporter may read, as far as the client shows nothing: no word of what the client uses this for."""

import re

from bot.kit.menus import names
from bot.screens import SCREENS
from bot.texts import locales, texts_for
from programme.people.person import Role
from programme.supporters.support import IDEAS, Shared, idea_for
from tests.rows import each_row
from tests.screens.cases.supporting import HELD, KNOWS, of_supporter
from tests.screens.test_screens import words_of
from tests.stories.supporters.test_a_supporter import NEVER

ABOUT = {f"{idea.code}" for idea in IDEAS if idea.about_smoking}
KNOWING = {"knows", "said", "with a wish"}
SHOWN = [(case, name, facts) for case, name, facts in of_supporter() if case not in ABOUT | KNOWING]


@each_row("locale", locales())
@each_row(("case", "name", "facts"), SHOWN, ids=[f"{name}-{case}" for case, name, _ in SHOWN])
def test_no_screen_of_a_supporter_tells(locale: str, case: str, name: str, facts: object) -> None:
    """No face of any of their screens names a treatment, a mood or smoking."""
    screen = SCREENS[name].screen(facts, texts_for(locale))
    said = " ".join([words_of(screen.text), *(button.label for row in screen.buttons for button in row)])
    assert not NEVER.search(said)


def test_the_words_are_found_where_they_are() -> None:
    """The same search does find them where a client chose to show that they are stopping."""
    known = [SCREENS["nudge"].screen(facts, texts_for("en")).text for case, _, facts in of_supporter() if case in ABOUT]
    assert any(NEVER.search(text) for text in known)


def test_ideas_about_smoking_are_for_those_who_know() -> None:
    """Over many weeks nobody gets one of them without being shown that; with it, all of them come."""
    assert not {idea_for(HELD, week).code for week in range(60)} & ABOUT
    assert {idea_for(KNOWS, week).code for week in range(len(IDEAS))} == {idea.code for idea in IDEAS}
    assert Shared.STOPPING in KNOWS.shares


def test_each_round_brings_every_idea_once() -> None:
    """None twice before each has come once, and another order in the next round."""
    fitting = len(IDEAS) - len(ABOUT)
    rounds = [[idea_for(HELD, n).code for n in range(turn * fitting, (turn + 1) * fitting)] for turn in range(4)]
    assert all(len(set(one)) == fitting for one in rounds)
    assert len({tuple(one) for one in rounds}) > 1


def test_the_menu_of_a_supporter_tells_nothing() -> None:
    """Neither a command nor what it is for."""
    texts = texts_for("en")
    for command in names(frozenset({Role.SUPPORTER})):
        assert not re.search(NEVER, f"{command} {texts.label(f'command-{command}')}")
