"""What a screen is without a text that an operator stopped, and what can never be stopped."""

from datetime import UTC, datetime

import pytest

from alongside.operating.wordings import may_stop, one_of
from bot.kit.screen import Screen
from bot.kit.stopping import ALWAYS, ALWAYS_FILES, may_stop_text, without_gaps
from bot.screens import SCREENS
from bot.texts import DEFAULT, texts_for
from bot.texts.service import sources, versions
from bot.texts.tracked import TrackedTexts
from programme.operators import OperatorTrouble
from programme.schedule.kinds import KINDS
from tests.screens.cases.every import cases

TEXTS = texts_for(DEFAULT)
KEYS = frozenset(TEXTS.written)


def without(name: str, facts: object, stopped: frozenset[str]) -> Screen | None:
    """The screen once these texts are stopped."""
    return without_gaps(SCREENS[name].screen(facts, TrackedTexts(TEXTS, stopped)))


def test_any_screen_can_do_without_any_text() -> None:
    """With all stopped that may be, and of one face of each screen with each by itself, there is a screen without a gap
    or a blank button, or nothing; and nothing of what was stopped was said."""
    seen: set[str] = set()
    every = frozenset(key for key in KEYS if may_stop_text(key, TEXTS))
    for case, name, facts in cases(DEFAULT):
        heard = TrackedTexts(TEXTS)
        SCREENS[name].screen(facts, heard)
        each = [frozenset({key}) for key in heard.keys & every] if name not in seen else []
        seen.add(name)
        for stopped in (every, *each):
            shown = without(name, facts, stopped)
            assert shown is None or (shown.text.strip() and "\n\n\n" not in shown.text), (name, case, stopped)
            assert shown is None or all(one.label.strip() for row in shown.buttons for one in row), (name, case)


def test_a_stopped_text_is_not_heard() -> None:
    """A stopped text is no part of what was said; the crisis card keeps every text of its own."""
    for _, name, facts in cases(DEFAULT):
        if name in ("crisis", "aids"):
            heard = TrackedTexts(TEXTS)
            whole = SCREENS[name].screen(facts, heard)
            may = frozenset(key for key in heard.keys if may_stop_text(key, TEXTS))
            after = TrackedTexts(TEXTS, may)
            left = SCREENS[name].screen(facts, after)
            assert after.keys == heard.keys - may
            assert name != "crisis" or not may or left.text != whole.text


def test_what_is_never_stopped() -> None:
    """The crisis card and its numbers, what is kept, requests for help, and every way out: by screen and by text."""
    assert SCREENS.keys() > ALWAYS
    assert {name for name, _ in sources(DEFAULT)} > ALWAYS_FILES
    for key in ("screen:crisis", "screen:numbers", "screen:privacy", "screen:help", "screen:leave", "text:withheld"):
        assert not may_stop(key)
    assert not may_stop("text:crisis-right-words")
    assert may_stop("screen:hello")
    assert may_stop("text:aids-options")


def test_a_name_is_found_or_near_ones_are_said() -> None:
    """A kind is its screen; what has two meanings asks which; what is nothing names what is near."""
    for kind in KINDS.values():
        if kind.name != "summary":
            assert one_of(kind.name, KEYS) == f"screen:{kind.screen}"
    assert one_of("check-in", KEYS) == "screen:check_in"
    assert one_of("quit-morning", KEYS) == "text:quit-morning"
    assert one_of("text:aids", KEYS) == "text:aids"
    with pytest.raises(OperatorTrouble, match="screen:aids or text:aids"):
        one_of("aids", KEYS)
    with pytest.raises(OperatorTrouble, match="screen:summary or screen:weekly"):
        one_of("summary", KEYS)
    with pytest.raises(OperatorTrouble, match="aids-options"):
        one_of("aids-option", KEYS)


def test_a_version_is_its_words() -> None:
    """Each text has a version that changes with its words only; the words of what was said are kept beside it."""
    assert len({one.version for one in TEXTS.written.values()}) >= len({one.words for one in TEXTS.written.values()})
    heard = TrackedTexts(TEXTS)
    heard.label("button-back")
    said = heard.wording("aids")
    [kept] = versions(datetime(2026, 3, 2, tzinfo=UTC), [said])
    assert (kept.key, kept.words, kept.version) == ("button-back", "Back", TEXTS.written["button-back"].version)
    other = TrackedTexts(TEXTS)
    other("aids-off")
    assert said.digest == heard.wording("aids").digest != other.wording("aids").digest
