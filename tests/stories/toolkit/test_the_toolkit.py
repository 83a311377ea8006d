"""The toolkit: three at a time, ideas taken in one tap; and their own idea first, before any suggestion."""

import re
from datetime import timedelta
from operator import methodcaller

from sqlalchemy import select

from bot.texts import texts_for
from bot.texts.tone import not_our_words
from db.tables import toolkit_items
from db.tx import Tx
from programme.toolkit.strategies import CATALOGUE, StrategyPlace
from tests.stories.town import Someone, Town

TEN_MINUTES = timedelta(minutes=10)


async def test_three_and_not_thirty(town: Town, sam: Someone) -> None:
    """FIELD 2.13: the toolkit shows three, all of it is one tap away and a screenful at a time."""
    await sam.writes("/toolkit")
    for number in range(1, 11):
        await sam.taps("Add one")
        sam.phone.looks()
        await sam.writes(f"Thing {number}")
        sam.phone.looks()
    await sam.writes("/toolkit")
    shown = await sam.sees("What you said helped", "· Thing 10: not tried yet")
    assert shown.text.count("· ") == 3
    await sam.taps("All 11")
    assert (await sam.sees("· Thing 10")).text.count("· ") == 8
    await sam.taps("2/2")
    assert (await sam.sees("· A walk")).text.count("· ") == 3
    await sam.taps("A walk", "Pin to the top", "Back")
    await sam.sees("★ A walk: not tried yet")
    assert sam.labels()[0] == "A walk"


async def test_what_smoking_gave_leads_to_what_gives_it_too(town: Town, sam: Someone) -> None:
    """FIELD 2.10: written down what cigarettes gave, what gives the same is suggested, because they said so."""
    for feeling, gave in (("Bored", "Busy hands"), ("Stressed", "A break")):
        await sam.writes("I smoked")
        sam.phone.looks()
        await sam.taps("Home, alone", feeling, gave)
        sam.phone.looks()
        await town.goes_on(timedelta(minutes=3))
    await sam.writes("Craving")
    await sam.taps("4", "Bored")
    await sam.sees("Pick one thing", "because you said smoking kept your hands busy")
    await sam.writes("Craving")
    await sam.taps("4", "Stress")
    found = await sam.sees("Pick one thing", "because you said smoking gave you a break")
    assert sam.labels()[0] == "A walk", "their own stays first"
    await sam.taps(sam.labels()[1])
    tried = await sam.sees("Try this for a few minutes", "Because you said smoking gave you a break.")
    assert tried.text.splitlines()[0].removeprefix("Try this for a few minutes: ").removesuffix(".") in found.text
    await sam.writes("/toolkit")
    await sam.taps("Ideas")
    await sam.sees("You said smoking gave you a break")
    await sam.taps("A break")
    await sam.sees("Because you said smoking gave you a break", "1. ")
    await town.goes_on(TEN_MINUTES)
    sam.phone.looks()


async def test_ideas_by_place_and_minutes(town: Town, sam: Someone) -> None:
    """FIELD 2.8: what there is at home in two minutes, their own first; what does not fit is left out."""
    await sam.writes("/toolkit")
    await sam.taps("A walk", "What it's like", "Out and about", "20 min", "A break")
    await sam.sees("Where can you do it")
    assert {"✓ Out and about", "✓ 20 min", "✓ A break"} <= set(sam.labels())
    await sam.taps("Back", "Back", "For here and now", "Out and about", "20 min", "Show ideas")
    await sam.sees("Out and about, 20 min", "Yours", "· A walk: not tried yet")
    await sam.taps("Place and time", "At home", "2 min", "Show ideas")
    ideas = await sam.sees("At home, 2 min", "1. ")
    assert "A walk" not in ideas.text
    assert "Go to another room" in ideas.text
    seen, page = ideas.text, 2
    while page_label := next((one for one in sam.labels() if one.startswith(f"{page}/")), None):
        await sam.taps(page_label)
        seen, page = seen + sam.phone.looks()[-1].text, page + 1
    shown = [one for one in CATALOGUE if texts_for("en").label(f"strategy-{one.id}") in seen]
    assert shown
    assert [
        one.id for one in shown if one.minutes > 2 or one.place not in (StrategyPlace.HOME, StrategyPlace.ANYWHERE)
    ] == []


async def test_one_tap_takes_an_idea(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.17: a number tapped is kept as theirs, in the catalogue's words until they give their own; with Undo."""
    await sam.writes("/toolkit")
    await sam.taps("Ideas", "Busy hands")
    ideas = await sam.sees("Busy hands", "Tap a number")
    first = next(line for line in ideas.text.splitlines() if line.startswith("1. ")).removeprefix("1. ")
    await sam.taps("1")
    await sam.sees(f"1. {first} (yours)")
    assert "1" not in sam.labels()
    await sam.taps("Undo")
    assert "(yours)" not in (await sam.sees("Busy hands")).text
    await sam.taps("1", "Back")
    await sam.sees(f"· {first.removesuffix('.')}: not tried yet")
    assert [bool(words) for words in await town.database.read(_codes)] == [False, True]
    await sam.taps(first[:20], "Other words")
    sam.phone.looks()
    await sam.writes("My worry stone")
    await sam.sees("My worry stone", "Busy hands")
    await town.reaches("18:30")
    await sam.taps("Mixed", "4", "None", "Stress")
    await sam.sees("What helped, even a bit?")
    await sam.taps("My worry stone", "Done")
    sam.phone.looks()
    await town.reaches("Tue 09:00")
    await lee.writes("/clients")
    await lee.taps("Sam")
    await lee.sees("My worry stone 1 of 1")
    await sam.writes("/toolkit")
    await sam.sees("My worry stone: helped 1 of 1, early to tell")


async def test_the_catalogues_line_stands_wherever_it_helped(town: Town, lee: Someone, sam: Someone) -> None:
    """Taken and not put in other words: the check-in, the summary, the quit morning and the lapse name it."""
    await sam.writes("/toolkit")
    await sam.taps("A walk", "Hide it", "Ideas", "A break", "1")
    sam.phone.looks()
    await sam.writes("/toolkit")
    line = sam.phone.looks()[-1].text.splitlines()[1].removeprefix("· ").removesuffix(": not tried yet")
    await sam.writes("/quitdate")
    await sam.taps("3")
    sam.phone.looks()
    await town.reaches("Mon 18:30")
    await sam.taps("Mixed", "4", "None", "Stress", line[:20])
    sam.phone.looks()
    await sam.taps("Done")
    sam.phone.looks()
    await town.reaches("Tue 08:00")
    await sam.sees("This is the day you picked", f"Your plan: {line}")
    await sam.writes("I smoked")
    await sam.taps("Work out what happened", "Stress", "Show me one of mine")
    await sam.sees(line)
    await lee.writes("/clients")
    await lee.taps("Sam")
    await lee.sees(f"{line[:30]}")
    await town.reaches("Wed 08:00")
    sam.phone.looks()


async def test_a_plan_for_a_hard_moment(town: Town, sam: Someone) -> None:
    """If a moment comes, then something of theirs: it stands first at a craving in that moment, and in no other."""
    await sam.writes("/toolkit")
    await sam.taps("If … then", "A drink")
    await sam.sees("“If I have a drink, I'll …”", "Lee may read it in your week, once you name it as a help")
    await sam.writes("Hold a lemonade")
    await sam.sees("· If I have a drink, Hold a lemonade: not tried yet")
    await sam.writes("Craving")
    await sam.taps("3", "Bored", "A walk", "Tell me now", "1")
    await sam.sees("From 3 to 1")
    for moment, first in (("A drink", "Hold a lemonade"), ("Bored", "A walk")):
        await sam.writes("Craving")
        await sam.taps("3", moment)
        sam.phone.looks()
        assert sam.labels()[0] == first
    await sam.writes("/toolkit")
    await sam.taps("Hold a lemonade", "If … then", "Any moment")
    assert "Kept for" not in (await sam.sees("Hold a lemonade")).text


async def test_hidden_and_brought_back(town: Town, sam: Someone) -> None:
    """Hiding is undone in one tap, or later among the hidden ones; a hidden one is not offered."""
    await sam.writes("/toolkit")
    await sam.taps("A walk", "Hide it")
    await sam.sees("Hidden: A walk", "Nothing here yet")
    await sam.writes("Craving")
    await sam.taps("3", "Skip")
    assert "A walk" not in (await sam.sees("Pick one thing")).text
    await sam.writes("/toolkit")
    await sam.taps("Hidden ones", "A walk")
    await sam.sees("· A walk")
    await sam.taps("A walk", "Hide it", "Undo")
    await sam.sees("· A walk")


async def test_where_answers_are_not_kept(town: Town, lee: Someone) -> None:
    """Who keeps no answers is helped all the same: nothing new is kept, and that is said kindly."""
    sam = town.someone("Sam")
    token = await town.link_of(lee)
    await sam.does(lambda phone: phone.starts(token))
    await sam.taps("Set up", "None of these", "☐ Check in", "Continue")
    await sam.writes("Sam")
    await sam.writes("18:30")
    sam.phone.looks()
    lee.phone.looks()
    await sam.writes("Craving")
    await sam.taps("4")
    await sam.sees("What's going on?", "I keep this for a day or so, then it's wiped")
    await sam.taps("Stress", "Something else")
    assert "My own idea" not in sam.labels()
    sam.phone.looks()
    await sam.writes("/toolkit")
    for label in ("Add one", "My own words"):
        await sam.writes("/toolkit")
        sam.phone.looks()
        await sam.taps(*((label, "Add one") if label == "My own words" else (label,)))
        await sam.sees("You chose that I keep no answers")
    await sam.writes("/toolkit")
    await sam.taps("Ideas", "Calm", "1")
    await sam.sees("You chose that I keep no answers")
    assert await town.database.read(_codes) == []


async def test_forged_taps(town: Town, lee: Someone, sam: Someone) -> None:
    """What is not theirs, not there or made up changes nothing, and another's is not shown."""
    kim = await town.client(lee, "Kim", helped="Kim's own thing")
    forged = (
        "toolkit_item:{}", "toolkit_hide:{}", "toolkit_pin:{}", "toolkit_edit:{}", "toolkit_is:place-moon",
        "toolkit_is:minutes-7", "toolkit_is:x", "toolkit_for:x", "toolkit_all:99999999999999999", "try_own:{}",
        "try_idea:slow-breaths", "try_idea:x", "take:x", "take_back:{}", "browse:x", "browse_gives:x",
        "browse_minutes:3", "browse_place:moon", "browse_for:stress", "browse_page:-1", "phrase_gone:{}",
        "phrase_back:{}", "craving_moment:x", "craving_keep:x", "craving_back:", "rate_after:9", "try:own", "try_new:",
    )  # fmt: skip
    theirs = await town.database.read(_first)
    before = await town.database.read(_all)
    for screen in ("/toolkit", "/settings", "Craving"):
        await kim.writes(screen)
        shown = kim.phone.looks()[-1]
        stamp = (shown.buttons[0][0].data or "").split(":")[1]
        for tail in forged:
            await kim.does(methodcaller("taps_raw", f"t:{stamp}:{tail.format(theirs)}", shown.id))
            seen = " ".join(bubble.text for bubble in kim.phone.looks())
            assert "A walk" not in seen, tail
    assert await town.database.read(_all) == before
    sam.phone.sees_nothing_new()


async def _codes(tx: Tx) -> list[str | None]:
    return list((await tx.run(select(toolkit_items.c.code).order_by(toolkit_items.c.id))).scalars())


async def _first(tx: Tx) -> int:
    return int((await tx.run(select(toolkit_items.c.id).order_by(toolkit_items.c.id).limit(1))).scalar_one())


async def _all(tx: Tx) -> list[tuple[object, ...]]:
    columns = [column for column in toolkit_items.c if column.name != "words"]
    return [tuple(row) for row in await tx.run(select(*columns).order_by(toolkit_items.c.id))]


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
