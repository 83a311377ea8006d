"""What is said of medicines to stop with: by their own leaflets, wherever it matters, and never "keep taking"."""

import re
from collections.abc import Iterator
from typing import Any

from bot.screens import SCREENS
from bot.texts import texts_for
from bot.texts.data import clinical_facts
from bot.texts.lint import read
from bot.texts.service import sources
from bot.texts.tracked import TrackedTexts
from programme.facts.registry import FACTS
from programme.medicines.aids import CHANGES_MOOD, Aid
from programme.safety.cards import CARDS
from tests.rows import each_row
from tests.screens.cases.diary import NOTED
from tests.screens.cases.every import CHECK_IN, cases
from tests.screens.cases.leaflets import every_leaflet_case
from tests.tree import ROOT

TEXTS = {one.key: one.words for one in read("en", sources("en"))}
SAYS = {one.id: one.says for one in FACTS}
KEEPS = re.compile(r"\b(?:keep|carry on|go on)\s+(?:\w+\s+)?(?:taking|using)\b", re.IGNORECASE)
STOPS = re.compile(r"\bstop taking\b", re.IGNORECASE)
OF_OTHERS = {"medicine-keep", "medicine-as-usual"}  # each says of which medicines it speaks
NAMES = re.compile(r"varenicline|cytisin|bupropion|champix|zyban", re.IGNORECASE)
ABOUT = re.compile(r"leaflet-|aids?(?:-|$)|pregnant|medicines-uses")


def shown() -> Iterator[tuple[str, str, set[str]]]:
    """What every face of every screen is called, its words, and the keys of its texts."""
    faces: list[tuple[str, str, Any]] = [*cases("en"), *every_leaflet_case(CHECK_IN, NOTED)]
    for case, name, facts in faces:
        heard = TrackedTexts(texts_for("en"))
        yield f"{name}: {case}", SCREENS[name].screen(facts, heard).text, set(heard.keys)


def test_nobody_is_told_to_keep_taking_what_helps_them_stop() -> None:
    """On no face of any screen does "keep taking" stand beside a medicine to stop with, its effects, or a pregnancy."""
    beside = [
        called
        for called, words, keys in shown()
        if keys & OF_OTHERS and (NAMES.search(words) or any(ABOUT.match(key) for key in keys))
    ]
    assert beside == []


def test_keep_taking_stands_in_two_texts_and_they_say_of_which() -> None:
    """The next text that says so is found, whatever screen it is for. An erratum quotes what was wrong."""
    unquoted = {key: re.sub("“[^”]*”", "", words) for key, words in TEXTS.items()}
    assert {key for key, words in unquoted.items() if KEEPS.search(words)} == OF_OTHERS
    assert all("stop" in TEXTS[key] for key in OF_OTHERS)


def test_stop_taking_is_said_where_its_source_says_so() -> None:
    """And a text that reports a leaflet names it as the leaflet's."""
    stops = {key for key, words in TEXTS.items() if STOPS.search(words)}
    facts = clinical_facts()
    assert {"leaflet-mood-varenicline", "leaflet-side-varenicline", "leaflet-side-cytisine"} == stops
    assert all("stop taking it" in SAYS[fact] for key in stops for fact in facts[key])
    assert all("leaflet" in TEXTS[key] or "NHS" in TEXTS[key] for key in stops)


@each_row("aid", sorted(CHANGES_MOOD))
def test_its_line_stands_wherever_somebody_says_that_they_are_low(aid: Aid) -> None:
    """In a check-in and in its closing words, in the diary, a lapse, a craving, on a rough day, on the card."""
    moments = ("low", "very low", "unhappy", "rough", "card", "hard after", "lapse", "craving", "side-effects", "mixed")
    found = dict.fromkeys(moments, 0)
    for case, name, facts in every_leaflet_case(CHECK_IN, NOTED):
        moment = next((one for one in found if case.startswith(one)), None)
        if moment is not None and aid in (facts.medicines.uses if facts.medicines else ()):
            heard = TrackedTexts(texts_for("en"))
            SCREENS[name].screen(facts, heard)
            assert f"leaflet-mood-{aid}" in heard.keys, f"{name}: {case}"
            found[moment] += 1
    assert all(found.values()), found


def test_a_screen_that_offers_somebody_to_talk_to_has_the_line_at_hand() -> None:
    """The next screen for somebody who is low is found: whoever offers those ways on asks for the line too."""
    folder = ROOT / "bot"
    files = {path: path.read_text("utf-8") for path in folder.rglob("*.py") if path.parent.name != "safety"}
    offers = {path for path, source in files.items() if re.search(r"""\bvery_low_ways_on\(|"calming", texts""", source)}
    assert len(offers) >= 4
    assert [path.name for path in offers if "mood_lines(" not in files[path]] == []


def test_a_medicine_is_never_for_the_line_for_mental_health() -> None:
    """Whom to call about one is 111 or a pharmacist, in every country."""
    assert {card.medicines for card in CARDS.values()} == {"111", "a pharmacist"}
    for aid in CHANGES_MOOD:
        assert "call 111" in texts_for("en")(f"leaflet-mood-{aid}", call="111")
