"""Questions come before suggestions, and whoever is offered something can take something else, or leave it."""

import re

from bot.texts import texts_for
from bot.texts.tone import not_our_words
from programme.strategies import CATALOGUE
from tests.stories.town import Someone, Town

OURS = tuple(texts_for("en").label(f"strategy-{one.id}") for one in CATALOGUE)


def suggests(text: str) -> list[str]:
    """What of our catalogue stands in these words."""
    return [words for words in OURS if words in text]


async def test_their_own_idea_first(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 3.8: after a lapse Sam is asked what happened and what they might try; nothing of ours comes before
    their own idea, and one of theirs is shown when they ask for it."""
    await sam.writes("/quitdate")
    await sam.taps("2")
    sam.phone.looks()
    await sam.writes("I smoked")
    seen = [await sam.sees("Thanks for telling me")]
    await sam.taps("Work out what happened")
    seen.append(await sam.sees("What was going on"))
    await sam.taps("Stress")
    while "Show me one of mine" not in sam.labels():
        seen.extend(sam.phone.looks())
        await sam.taps("Skip")
    seen.append(await sam.sees("Your idea first"))
    assert [suggests(one.text) for one in seen] == [[]] * len(seen)
    assert not [label for label in sam.labels() if label in OURS]
    await sam.taps("Show me one of mine")
    await sam.sees("A walk")
    lee.phone.looks()


async def test_what_is_offered_can_be_left(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 3.9: on a rough day and in a craving there are several things, a person, and a way out that writes nothing
    down."""
    for words, top in (("Rough day", "Smoking can wait"), ("/craving", "How strong is it")):
        await sam.writes(words)
        await sam.sees(top)
        if "Not now" not in sam.labels():
            await sam.taps("Skip")
            sam.phone.looks()
        assert len(sam.labels()) >= 4
        await sam.taps("Not now")
        await sam.sees("Fine. I'm here at any hour.")
    await sam.writes("/privacy")
    assert "you rated" not in (await sam.sees("What I keep")).text


async def test_a_strong_urge_is_met_with_a_choice(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 3.9: a strong urge in the morning: help, a rough day, or not now; the check-in stays saved."""
    await sam.writes("/quitdate")
    await sam.taps("2")
    sam.phone.looks()
    await town.reaches("Mon 18:30")
    sam.phone.looks()
    await town.reaches("Tue 08:00")
    sam.phone.looks()
    assert "5" in sam.labels()
    await sam.taps("5")
    await sam.sees("Would a hand with it help?")
    assert {"Help with a craving", "Rough day", "Not now"} <= set(sam.labels())
    await sam.taps("Not now")
    await sam.sees("Saved, thank you")


async def test_a_word_about_it_comes_before_a_question(town: Town, lee: Someone, stopped: Someone) -> None:
    """FIELD 3.1: whatever hard thing Sam tells, the answer takes it in before it asks anything, and not a word of it
    presses or judges."""
    stopped.phone.looks()
    told = {
        "a very low mood": ("", "Very low"), "a lapse": ("I smoked",), "a rough day": ("Rough day",),
        "smoking most days": ("I smoked", "I smoke most days now"), "the try ends": ("", "Cut down for now"),
        "days that are in the way": ("/quitdate", "5", "Not now", "Change the day", "14", "Say why", "I was unwell"),
        "not ready": ("/quitdate", "More", "How ready do I feel?", "0"),
        "craving": ("Craving", "5", "Stress", "A walk"), "it got no better": ("", "Tell me now", "5"),
    }  # fmt: skip
    for what, (words, *taps) in told.items():
        if words:
            await stopped.writes(words)
        if taps:
            stopped.phone.looks()
            await stopped.taps(*taps)
        said = stopped.phone.looks()[-1].text
        first = re.split(r"(?<=[.?!])\s", said)[0]
        assert not first.endswith("?"), f"{what}: {said}"
        assert not_our_words(said) == [], f"{what}: {said}"
    lee.phone.looks()
