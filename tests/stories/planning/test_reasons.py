"""Reasons on five lists, links from a practitioner, and what somebody fears will happen if they stop."""

from datetime import timedelta

from db import planning
from db.tx import Tx
from programme.planning.reasons import Belief, BeliefTopic, Purpose
from simulator import Bubble
from tests.stories.schedule.test_a_course import evening
from tests.stories.town import Someone, Town


async def test_pros_and_cons_now_and_later(town: Town, sam: Someone) -> None:
    """FIELD 1.10, 2.12: what smoking and stopping give and cost, now and later, in four lists of their own words; the
    one that is pinned comes first, in a craving and on the quit morning."""
    await sam.writes("/reasons")
    await sam.sees("One reason in your own words is plenty")
    await _adds(sam, "Walking up the hill with Mia.")
    await sam.taps("Now and later")
    await sam.sees("What does smoking give you now")
    await sam.taps("What smoking gives me now", "Add one")
    await sam.sees("What does smoking give you, right now?")
    await sam.writes("A break from the noise")
    await sam.sees("What smoking gives me now", "· A break from the noise")
    await sam.taps("A break from the noise")
    await sam.sees("A break from the noise")
    assert "Show it first" not in sam.labels()
    await sam.taps("Back", "Back", "What it costs me later", "Add one")
    sam.phone.looks()
    await sam.writes("I can't keep up with Mia")
    await sam.taps("I can't keep up with Mia", "Show it first")
    await sam.sees("You see this one first when a craving comes")
    await sam.taps("Back", "Back")
    await sam.sees("★ I can't keep up with Mia", "· A break from the noise", "Nothing on this one yet.")
    await sam.taps("My reasons")
    assert "keep up" not in (await sam.sees("Why you want to stop")).text
    await sam.writes("Craving")
    await sam.sees("You said: “I can't keep up with Mia”", "How strong is it right now?")
    await sam.writes("/craving")
    await sam.sees("I can't keep up with Mia", "How strong is it right now?")
    await sam.writes("/quitdate")
    await sam.taps("3")
    sam.phone.looks()
    await town.reaches("Tue 08:00")
    await sam.sees("Your reason: “I can't keep up with Mia”")
    sam.phone.looks()


async def test_a_reason_is_changed_and_taken_off_with_undo(town: Town, sam: Someone) -> None:
    """FIELD 2.12: each can be put in other words, taken off and brought back; a day later it is gone."""
    await sam.writes("/reasons")
    await _adds(sam, "Money")
    await sam.taps("Money", "Other words")
    await sam.sees("It now says: Money")
    await sam.writes("Money for the trip")
    await sam.taps("Take it off")
    assert "Money" not in (await sam.sees("Why you want to stop")).text
    await sam.taps("Undo")
    await sam.sees("· Money for the trip")
    await sam.taps("Money for the trip", "Take it off")
    sam.phone.looks()
    await town.reaches("Mon 18:30")
    await sam.taps("Not now", "Skip today")
    sam.phone.looks()


async def _adds(sam: Someone, words: str) -> None:
    await sam.taps("Add one")
    sam.phone.looks()
    await sam.writes(words)


async def test_links_of_the_practitioner(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.11: Lee passes on links for all or for one, with https alone; clients see host and date, nothing is
    sent, and after a year Lee is asked whether it still fits."""
    kim = await town.client(lee, "Kim")
    lee.phone.looks()
    await sam.writes("More")
    await sam.taps("My plan", "Links from Lee")
    await sam.sees("Lee has passed on no links so far")
    await lee.writes("/clients")
    await lee.taps("Links for my people")
    await lee.sees("A link you add is shown to your people under My plan. Nothing is sent.")
    await lee.taps("Add a link")
    sam.phone.looks()
    lee.phone.looks()
    for refused in ("http://www.nhs.uk", "https://10.0.0.1/x", "https://a@nhs.uk", "nhs", "javascript:alert(1)"):
        await lee.writes(refused)
        await lee.sees("I take addresses that begin with https://")
    await lee.writes("https://www.nhs.uk/better-health/quit-smoking/")
    await lee.sees("This leads to nhs.uk. What shall it be called?")
    await lee.writes("Quit smoking, the NHS page")
    await lee.sees("A line about it")
    await lee.writes("The part on breathing is short.")
    await lee.taps("All my people")
    await lee.sees("· Quit smoking, the NHS page (nhs.uk), for all. Looked at 2 March 2026")
    await lee.taps("Add a link")
    lee.phone.looks()
    await lee.writes("https://example.org/walks")
    await lee.taps("Call it example.org", "Skip", "Sam")
    await lee.sees("· example.org (example.org), for Sam.")
    await _sees_links(kim, "Quit smoking, the NHS page (nhs.uk)\nThe part on breathing is short.", "Added 2 March 2026")
    assert not any("example.org" in label for label in kim.labels())
    bubble = await _sees_links(sam, "example.org (example.org)")
    urls = [button.url for row in bubble.buttons for button in row if button.url]
    assert urls == ["https://www.nhs.uk/better-health/quit-smoking/", "https://example.org/walks"]
    await lee.taps("example.org", "Take it off")
    await lee.sees("Your people don't see it any more.")
    bubble = await _sees_links(sam, "Quit smoking")
    assert "example.org" not in bubble.text
    await lee.taps("Undo")
    await lee.sees("for Sam.")


async def _sees_links(client: Someone, *parts: str) -> Bubble:
    await client.writes("More")
    await client.taps("My plan", "Links from Lee")
    return await client.sees(*parts)


async def test_a_link_that_nobody_looked_at_says_so(town: Town, lee: Someone) -> None:
    """FIELD 2.11: over a year without a look is said to the practitioner, and one tap dates it anew."""
    await lee.writes("/clients")
    await lee.taps("Links for my people", "Add a link")
    lee.phone.looks()
    await lee.writes("https://www.nhs.uk")
    await lee.taps("Call it nhs.uk", "Skip", "All my people")
    lee.phone.looks()
    town.clock.turn(timedelta(days=370).total_seconds())
    await town.settle()
    lee.phone.looks()
    await lee.writes("/clients")
    await lee.taps("Links for my people")
    await lee.sees("Looked at over a year ago, on 2 March 2026", "does it still fit?")
    await lee.taps("nhs.uk", "I've looked, it fits")
    await lee.sees("looked at 7 March 2027")


async def test_more_words_than_fit_are_cut_at_a_word_and_it_is_said(town: Town, sam: Someone) -> None:
    """Of more than 200 signs those up to a word are kept, with an ellipsis, and Sam is told; fewer stay whole."""
    await sam.writes("/reasons")
    await _adds(sam, "hill " * 39 + "Mia")
    await sam.taps("Add one")
    sam.phone.looks()
    await sam.writes("I want to breathe " * 13)
    await sam.sees("That's more than I can keep here. I kept the first part, up to the “…”.")
    await sam.sees("hill " * 39 + "Mia", "I want to breathe " * 11 + "I…")


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
    assert await town.database.read(_beliefs) == [Belief(BeliefTopic.WEIGHT, (4, 2))]
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
    found = [
        await planning.own_words_of_person(tx, person, {Purpose.BELIEF}, also_ended=True) for person in range(1, 9)
    ]
    return [Belief.of(one) for those in found for one in those]
