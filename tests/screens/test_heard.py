"""Which techniques a screen delivers is read off the texts that it really used."""

from datetime import date

from bot.screens import SCREENS
from bot.texts import texts_for
from bot.texts.dates import day
from bot.texts.tracked import TrackedTexts
from programme.practice.techniques import unpacked
from tests.screens.cases.every import cases

TODAY = date(2026, 3, 10)


def test_every_screen_says_the_same_to_who_listens() -> None:
    """Listening changes no word and no button, and some key of each screen is heard."""
    for _, name, facts in cases("en"):
        heard = TrackedTexts(texts_for("en"))
        assert SCREENS[name].screen(facts, heard) == SCREENS[name].screen(facts, texts_for("en"))
        assert heard.keys or name in {"crisis", "note"}


def test_listeners_leave_nothing_behind() -> None:
    """What is cached for one is found by the next."""
    day(TrackedTexts(texts_for("en")), TODAY)
    before = day.cache_info().currsize
    for _ in range(5):
        day(TrackedTexts(texts_for("en")), TODAY)
        day(texts_for("en"), TODAY)
    assert day.cache_info().currsize == before


def test_techniques_of_what_was_shown() -> None:
    """A quit morning with a reason and a plan delivers these; one without does not."""
    found: dict[str, frozenset[str]] = {}
    for case, name, facts in cases("en"):
        if name == "quit_morning":
            heard = TrackedTexts(texts_for("en"))
            SCREENS[name].screen(facts, heard)
            found[case] = unpacked(heard.techniques)
    assert {"BM9", "BS3", "BS6", "BS10"} <= found["morning"]
    assert not {"BM9", "BS3"} & found["morning, nothing known"]


def test_an_urge_noted_is_noted_at_any_hour() -> None:
    """Asked for in the evening, on waking, at the hardest hour or late, the urge is written down by themselves."""
    asked: set[str] = set()
    for case, name, facts in cases("en"):
        heard = TrackedTexts(texts_for("en"))
        SCREENS[name].screen(facts, heard)
        urges = {key for key in heard.keys if key.startswith("check-in-urge")}
        assert not urges or "BS6" in unpacked(heard.techniques), case
        asked |= urges
    assert {"check-in-urge", "check-in-urge-late", "check-in-urge-now"} <= asked
