"""Wherever something is offered there is a choice: over every face of every screen."""

from bot.kit.screen import Screen
from bot.screens import SCREENS
from bot.texts import locales, texts_for
from bot.texts.data import tone
from bot.texts.lint import Text, read
from bot.texts.service import sources
from bot.texts.tone import asks_first, reads_like_an_offer, unsorted_offers
from bot.texts.tracked import TrackedTexts
from programme.schedule.kinds import SCREENS as UNASKED
from tests.rows import each_row
from tests.screens.cases.every import cases

TEXTS = read("en", sources("en"))
WORDS = {text.key: text.words for text in TEXTS}
TO_TRY = frozenset({"calming", "craving-breathing", "craving-swapping", "craving-trying", "craving-waiting"})
LEAST = 2  # things to pick, the way out not counted
TYPED = ("type it", "own words", "type what")  # words of their own are something else, too


def labels(name: str) -> frozenset[str]:
    """The labels of these buttons."""
    return frozenset(texts_for("en").label(key) for key in tone(name))


OUT, ELSE = labels("ways_out"), labels("ways_else")


def missing(screen: Screen) -> list[str]:
    """What a screen that offers something lacks."""
    buttons = [button.label for row in screen.buttons for button in row if not button.data.startswith("none")]
    found = []
    if len([label for label in buttons if label not in OUT]) < LEAST:
        found.append("two things to pick")
    is_typed = any(words in screen.text.lower() for words in TYPED)
    if not is_typed and not ELSE.intersection(buttons):
        found.append("something else")
    if not any(label in OUT for label in buttons):
        found.append("a way out")
    return found


def offering() -> list[tuple[str, str, Screen]]:
    """Every face that shows a text which offers something."""
    found = []
    for case, name, facts in cases("en"):
        heard = TrackedTexts(texts_for("en"))
        screen = SCREENS[name].screen(facts, heard)
        if heard.keys & tone("offers"):
            found.append((name, case, screen))
    return found


def test_every_offer_leaves_a_choice() -> None:
    """FIELD 3.9: two things to pick or more, something else, and a way out, wherever something is offered."""
    short = {f"{name}: {case}": lacks for name, case, screen in offering() if (lacks := missing(screen))}
    assert short == {}


def test_every_offer_is_looked_at() -> None:
    """No text is called an offer that no screen shows."""
    heard = TrackedTexts(texts_for("en"))
    for _, name, facts in cases("en"):
        SCREENS[name].screen(facts, heard)
    assert tone("offers") - heard.keys == set()


@each_row("locale", locales())
def test_what_sounds_like_an_offer_is_sorted(locale: str) -> None:
    """FIELD 3.9: a text that reads like an offer is named as one, or as none, in tone.toml; none is both."""
    assert unsorted_offers(read(locale, sources(locale)), tone("offers"), tone("no_offer")) == []
    assert not tone("offers") & tone("no_offer")
    assert [key for key in tone("no_offer") if not reads_like_an_offer(WORDS[key])] == []


def test_nothing_that_comes_by_itself_suggests_what_to_try() -> None:
    """FIELD 3.8: what to try stands on screens that were asked for: a message that comes by itself names their own."""
    found = []
    for case, name, facts in cases("en"):
        heard = TrackedTexts(texts_for("en"))
        SCREENS[name].screen(facts, heard)
        if name in UNASKED and (tried := [key for key in heard.keys if key.startswith("strategy-") or key in TO_TRY]):
            found.append((name, case, tried))
    assert found == []


def test_what_is_told_is_taken_in_before_anything_is_asked() -> None:
    """FIELD 3.1: reflect, then ask: what answers something told begins with a word about it, not with a question."""
    assert list(asks_first(TEXTS, tone("takes_in"))) == []


def test_the_lints_notice() -> None:
    """An offer that nobody sorted, a question before a word, a screen with one thing to pick."""
    bad = [
        Text("en", "a.ftl", "a", "How about a walk?", frozenset()),
        Text("en", "a.ftl", "b", "What happened? That sounds hard.", frozenset()),
    ]
    assert unsorted_offers(bad, (), ()) == ["a"]
    assert unsorted_offers(bad, ("a",), ()) == []
    assert list(asks_first(bad, ("b",))) == ["b"]
    assert missing(Screen("How about a walk?")) == ["two things to pick", "something else", "a way out"]
