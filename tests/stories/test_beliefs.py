"""What somebody fears will happen if they stop: kept, and held up to what they saw."""

from datetime import timedelta

from db import own_words
from db.tx import Tx
from programme.belief import About, Belief
from programme.own_words import Purpose
from tests.stories.test_a_course import evening
from tests.stories.town import Someone, Town

LOOK_AFTER = 14  # days since the quit date
MOST = 6  # days until every other card has had its turn


async def worry(sam: Someone, chip: str = "I'll be hungry") -> None:
    """Sam opens the list and picks one."""
    await sam.writes("/reasons")
    await sam.taps("My worries", "Add one")
    await sam.sees("What do you fear will happen if you stop?", "It stays with you")
    await sam.taps(chip)
    await sam.sees("How sure are you?")


async def a_day(town: Town, lee: Someone, sam: Someone) -> str:
    """A day goes by, and Sam checks in by themselves; the closing words."""
    await town.goes_on(timedelta(days=1))
    lee.phone.looks()
    sam.phone.looks()
    await sam.writes("/checkin")
    sam.phone.looks()
    await evening(sam)
    return next((one.text for one in reversed(sam.phone.messages) if "Saved" in one.text), "")


async def test_a_belief_is_looked_at_once_more(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 1.9: "I'll put on weight", 4 of 5 sure; weeks after the quit date Sam is asked how sure they are by now;
    both are kept, and Lee reads them by Sam's tap alone."""
    await worry(sam)
    await sam.taps("4")
    await sam.sees("A worry: I'll be hungry and put on weight. Sure: 4 of 5")
    await sam.writes("/quitdate")
    await sam.taps("3")
    sam.phone.looks()
    said = [await a_day(town, lee, sam)]
    while "How sure are you now?" not in said[-1] and len(said) < LOOK_AFTER + MOST:
        said.append(await a_day(town, lee, sam))
    assert len(said) > LOOK_AFTER, "not before they can have seen anything"
    assert "you wrote: “I'll be hungry and put on weight” You were 4 of 5 sure" in said[-1]
    await sam.taps("How sure now?")
    await sam.sees("How sure are you by now?")
    await sam.taps("2")
    await sam.sees("Sure: 4 of 5 then, 2 of 5 now", "What did you see that changed it?")
    assert await town.database.read(_beliefs) == [Belief(About.WEIGHT, (4, 2))]
    await lee.writes("/summary")
    assert "worry" not in (await lee.sees("7 days to")).text
    await sam.taps("Share with Lee")
    await sam.sees("Lee can read it too")
    await lee.writes("/summary")
    await lee.sees("For the session: “A worry: I'll be hungry and put on weight. Sure: 4 of 5 then, 2 of 5 now")
    assert "How sure are you now?" not in await a_day(town, lee, sam)


async def test_facts_on_request(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 1.9: what is known of appetite and mood stands behind a tap; hunger is called common from the quit date on
    alone."""
    await worry(sam)
    await sam.taps("Skip", "What's known")
    seen = await sam.sees("Some people put on weight when they stop. Some don't.", "What do you see in your own days?")
    assert "common" not in seen.text
    await sam.writes("/quitdate")
    await sam.taps("2")
    sam.phone.looks()
    await sam.writes("/reasons")
    await sam.taps("My worries", "I'll be hungry", "What's known")
    await sam.sees("Feeling more hungry is common for at least ten weeks")
    await worry(sam, "Smoking helps my mood")
    await sam.taps("Skip", "What's known")
    await sam.sees("tend to feel less low", "worth telling your practitioner")


async def test_shown_and_taken_back(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam shows a worry, takes it back and shows it once more: Lee reads it once, and not once it is off the list."""
    await worry(sam)
    await sam.taps("Skip", "Share with Lee")
    await sam.sees("A worry: I'll be hungry and put on weight", "Lee can read it too")
    await lee.writes("/summary")
    await lee.sees("For the session: “A worry: I'll be hungry and put on weight”")
    await sam.taps("Keep it to me")
    lee.phone.looks()
    await lee.writes("/summary")
    assert "A worry" not in (await lee.sees("Told to the bot")).text
    await sam.taps("How sure?", "4", "Share with Lee", "My worries", "I'll be hungry")
    await sam.sees("Lee can read it too")
    lee.phone.looks()
    await lee.writes("/summary")
    seen = await lee.sees("Sure: 4 of 5")
    assert seen.text.count("A worry") == 1
    await sam.taps("Take it off")
    lee.phone.looks()
    await lee.writes("/summary")
    assert "A worry" not in (await lee.sees("Told to the bot")).text
    await sam.taps("Undo")
    assert "Share with Lee" in sam.labels()
    sam.phone.looks()


async def test_back_from_the_question_is_the_list(sam: Someone) -> None:
    """Back from the question for another worry leads to the worries."""
    await sam.writes("/reasons")
    await sam.taps("My worries", "Add one", "Back")
    await sam.sees("What stopping may bring")


async def test_rated_many_times(sam: Someone) -> None:
    """A worry can be rated as often as they like: the first rating stays, and the latest."""
    await worry(sam)
    await sam.taps("4")
    for sure in "32323232321":
        await sam.taps("How sure now?", sure)
    await sam.sees("Sure: 4 of 5 then, 1 of 5 now")


async def test_in_own_words_and_off_the_list(town: Town, sam: Someone) -> None:
    """Own words are kept; taken off the list and brought back; nothing is known of what we never heard of."""
    await sam.writes("/reasons")
    await sam.taps("My worries", "Add one")
    sam.phone.looks()
    await sam.writes("I won't know what to do with myself")
    await sam.sees("How sure are you?")
    await sam.taps("5")
    await sam.sees("A worry: I won't know what to do with myself. Sure: 5 of 5")
    assert "What's known" not in sam.labels()
    await sam.taps("Take it off")
    await sam.sees("That's off your list")
    await sam.taps("Undo", "My worries")
    await sam.sees("I won't know what to do with myself")


async def test_where_answers_are_not_kept(town: Town, sam: Someone) -> None:
    """A belief is an answer: not kept where answers are not, and gone with them."""
    await worry(sam)
    await sam.taps("3")
    sam.phone.looks()
    await sam.writes("/settings")
    await sam.taps("Sharing", "☑ Keep", "Continue")
    sam.phone.looks()
    assert await town.database.read(_beliefs) == []
    await sam.writes("/reasons")
    await sam.taps("My worries", "Add one")
    await sam.sees("You chose that I keep no answers")
    sam.phone.looks()


async def _beliefs(tx: Tx) -> list[Belief]:
    found = [await own_words.of_person(tx, person, {Purpose.BELIEF}, also_ended=True) for person in range(1, 9)]
    return [Belief.of(one) for those in found for one in those]
