"""Words that nobody had asked for, and occasions at which others smoke."""

import pytest

from db import events
from db.tx import Tx
from tests.stories.planning.test_a_plan import checks_in, told
from tests.stories.practice.test_a_session import set_session
from tests.stories.town import Someone, Town

WORDS = "Nights are the problem. I lie there and think of one."


async def test_words_typed_at_any_moment_are_kept(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 3.10: in the middle of a check-in Sam types something: it is kept, and the check-in waits."""
    await town.reaches("Mon 18:30")
    await sam.sees("Evening, Sam")
    await sam.taps("Mixed")
    await sam.sees("Strongest urge")
    await sam.writes(WORDS)
    await sam.sees(
        "I'm a program, so nobody has read this. I've kept it for you", WORDS, "Park it for your session with Lee?"
    )
    await sam.taps("No, keep it for me")
    await sam.sees("That stays with you", WORDS)
    sam.phone.taps("2")
    await town.settle()
    await sam.sees("Any cigarettes")
    await sam.taps("None")
    await sam.sees("Saved, thank you")
    await sam.writes("/progress")
    await sam.taps("More", "My notes", "Nights are the problem. I lie there and")
    await sam.sees("That stays with you", WORDS)
    await lee.writes("/summary")
    assert "Nights" not in (await lee.sees("7 days to")).text


async def test_parked_for_a_session_that_is_not_known_yet(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 4.2: Sam parks it, Lee sees nothing; Sam shares it, Lee reads it; a session set later takes it along."""
    await sam.writes(WORDS)
    await sam.taps("Yes, park it")
    await sam.sees("kept for you", WORDS, "Tap Share to show Lee")
    await lee.writes("/summary")
    assert "Nights" not in (await lee.sees("Next session: not set")).text
    await sam.taps("Share with Lee")
    await sam.sees("Lee can read it too")
    await lee.writes("/summary")
    await lee.sees("Next session: not set", "For the session: “Nights are the problem.")
    await set_session(sam, "Thu 11:00")
    await lee.writes("/summary")
    await lee.sees("Next session: Thursday", "For the session: “Nights are the problem.")
    await set_session(sam, "Fri 11:00")
    await lee.writes("/summary")
    await lee.sees("Next session: Friday", "For the session: “Nights are the problem.")
    await sam.writes("/settings")
    await sam.taps("Session", "No session")
    sam.phone.looks()
    await lee.writes("/summary")
    await lee.sees("Next session: not set", "For the session: “Nights are the problem.")


async def test_what_was_brought_is_not_brought_twice(town: Town, lee: Someone, sam: Someone) -> None:
    """The session is over: what was parked for it does not come back at the next one."""
    await set_session(sam, "Tue 11:00")
    await sam.writes(WORDS)
    await sam.taps("Yes, park it", "Share with Lee")
    sam.phone.looks()
    await town.reaches("Mon 18:30")
    sam.phone.looks()
    await town.reaches("Wed 12:00")
    sam.phone.looks()
    await set_session(sam, "Fri 11:00")
    await lee.writes("/summary")
    assert "Nights" not in (await lee.sees("Next session: Friday")).text


async def test_forgotten_for_good(town: Town, sam: Someone) -> None:
    """Delete asks once, and then it is gone."""
    await sam.writes(WORDS)
    await sam.taps("Delete it")
    await sam.sees("Delete this for good?")
    await sam.taps("Back", "Delete it", "Yes, delete it", "My notes")
    await sam.sees("No notes yet")
    assert await town.database.read(_kinds) >= {"NoteKept", "NoteForgotten"}


async def test_what_was_parked_can_be_deleted_too(town: Town, lee: Someone, sam: Someone) -> None:
    """A parked note can be deleted where it stands: asked once, then gone, for Lee too; the others stay."""
    await sam.writes(WORDS)
    await sam.sees("It stays with you until you choose to share it")
    await sam.taps("Yes, park it", "Share with Lee", "Delete it")
    await sam.sees("Delete this for good?", WORDS)
    await sam.taps("Back", "Write more")
    sam.phone.looks()
    await sam.writes("The party")
    await sam.taps("Delete the last one", "Yes, delete it")
    assert "The party" not in (await sam.sees("kept for you", WORDS)).text
    await sam.taps("Delete it", "Yes, delete it")
    await sam.sees("That's not with your notes any more")
    await lee.writes("/summary")
    assert "Nights" not in (await lee.sees("7 days to")).text


async def test_where_answers_are_not_kept_that_is_said(town: Town, sam: Someone) -> None:
    """FIELD 3.10: Sam keeps no answers: the words are not kept, it is said so kindly, and nothing is asked."""
    await sam.writes(WORDS)
    sam.phone.looks()
    await sam.writes("/settings")
    await sam.taps("Sharing", "☑ Keep", "Continue")
    sam.phone.looks()
    await sam.writes(WORDS)
    await sam.sees("you chose that I keep no answers", "A note on paper may help")
    await sam.writes("/progress")
    await sam.taps("More", "My notes")
    await sam.sees("No notes yet")


async def test_an_answer_that_comes_too_late_is_no_word_lost(town: Town, sam: Someone) -> None:
    """FIELD 3.10: the check-in closed while Sam was typing: it closes without a reproach, and the words are kept."""
    await town.reaches("Mon 18:30")
    await sam.taps("Mixed", "4", "None", "Stress", "A walk")
    await sam.sees("Anything in your own words?")
    await town.reaches("Mon 22:00")
    closed = await sam.sees("Closed, no problem")
    assert "What you said is kept" in closed.text
    await town.reaches("Thu 12:00")
    sam.phone.looks()
    await sam.writes(WORDS)
    await sam.sees("I've kept it for you", WORDS)


async def test_taken_up_where_it_stood(town: Town, sam: Someone) -> None:
    """FIELD 3.10: any question can be passed over, and a check-in left half-way goes on where it stood, late too."""
    await town.reaches("Mon 18:30")
    await sam.taps("Skip")
    await sam.sees("Strongest urge")
    await town.reaches("Mon 22:00")
    sam.phone.looks()
    await sam.taps("Add it now")
    await sam.sees("Strongest urge to smoke that day?")
    await sam.taps("Skip", "Skip")
    await sam.sees("Skipped for today. That's fine.")


async def test_a_greeting_is_no_note(town: Town, sam: Someone) -> None:
    """Hello and thank you are answered, and nothing is kept of them."""
    for words in ("Hello!", "thanks", "OK"):
        await sam.writes(words)
        await sam.sees("I'm a program, so I can't chat")
    await sam.writes("/progress")
    await sam.taps("More", "My notes")
    await sam.sees("No notes yet")


@pytest.mark.parametrize("forged", ["own_note:1", "own_note:2", "own_note:x", "note_park:", "notes:999", "belief:1"])
async def test_forged_taps_change_nothing(town: Town, sam: Someone, forged: str) -> None:
    """A number that is somebody else's, or none at all, opens nothing of anybody's."""
    kim = await town.client(await town.practitioner("Ann"), "Kim")
    await kim.writes(WORDS)
    kim.phone.looks()
    await sam.writes("More")
    bubble = await sam.sees("What would you like?")
    screen = (bubble.buttons[0][0].data or "").split(":")[1]
    await sam.does(lambda phone: phone.taps_raw(f"t:{screen}:{forged}"))
    sam.phone.looks()
    assert "Nights" not in sam.phone.screen()


async def _kinds(tx: Tx) -> set[str]:
    return {one.kind for person in range(1, 9) for one in await events.of_person(tx, person)}


async def test_a_plan_comes_up_before_the_day(town: Town, sam: Someone) -> None:
    """FIELD 2.6: who, when, where, what to say and an if-then; a card with their own words the day before, and once
    afterwards "how was it?"; the if-then is in the toolkit for moments with others who smoke."""
    await sam.writes("More")
    await sam.taps("My plan", "Where others smoke", "Plan for one")
    await sam.sees("Who will be there, or what is it?")
    await sam.writes("Mia's birthday")
    await sam.sees("When is it? Tap a day.")
    await sam.taps("Thu 5 Mar")
    await sam.sees("Where will it be?")
    await sam.writes("Her garden")
    await sam.sees("What will you say if somebody offers you one?")
    await sam.writes("No thanks, I'm fine with my drink.")
    await sam.sees("It goes into your toolkit too.", "Lee may read it in your week, once you name it as a help.")
    await sam.writes("I'll go inside and help in the kitchen")
    await sam.sees("Mia's birthday", "When: Thursday 5 March", "Where: Her garden", "If it gets hard: I'll go inside")
    assert "birthday" not in await checks_in(town, sam, "Mon")
    assert "birthday" not in await checks_in(town, sam, "Tue")
    words = await checks_in(town, sam, "Wed")
    assert "Tomorrow: “Mia's birthday”." in words
    assert "I'll say: “No thanks, I'm fine with my drink.”" in words
    await sam.taps("Look at my plan")
    await sam.sees("Where: Her garden")
    assert "birthday" not in await checks_in(town, sam, "Thu")
    assert "“Mia's birthday” was on Thursday. How was it?" in await checks_in(town, sam, "Fri")
    await sam.taps("Mixed")
    await sam.sees("Thank you for telling me.")
    sam.phone.looks()
    assert (await told(town, sam, "OccasionWas")) == [{"occasion": 1, "how": "mixed"}]
    await sam.taps("Back")
    await sam.sees("· “Mia's birthday”: mixed")
    assert "birthday" not in await checks_in(town, sam, "Sat")
    await sam.writes("/toolkit")
    await sam.sees("If others smoke, I'll go inside and help in the kitchen")


async def test_every_part_can_be_left_out(town: Town, sam: Someone) -> None:
    """FIELD 2.6: without words there is still a card on the day; a part can be added, and all of it taken off."""
    await sam.writes("More")
    await sam.taps("My plan", "Where others smoke", "Plan for one")
    sam.phone.looks()
    await sam.writes("Smoke break at work")
    await sam.taps("Skip", "Skip", "Skip", "Skip")
    await sam.sees("Smoke break at work", "Without a day I can't bring it up")
    await sam.taps("When", "Later", "3")
    await sam.sees("When: Tuesday 3 March")
    assert "You have no words for it yet" in await checks_in(town, sam, "Mon")
    await sam.taps("Look at my plan", "What I'll say")
    sam.phone.looks()
    await sam.writes("Not for me today")
    await sam.sees("I'll say: “Not for me today”")
    await sam.taps("Who")
    sam.phone.looks()
    await sam.writes("Break with Kit")
    await sam.sees("Break with Kit", "I'll say: “Not for me today”")
    await sam.taps("Take it off")
    await sam.sees("Would you like to plan for one that's coming?")
    await sam.taps("Undo", "Break with Kit", "Take it off")
    sam.phone.looks()
    assert "Break with Kit" not in await checks_in(town, sam, "Wed")


async def test_a_day_far_ahead(town: Town, sam: Someone) -> None:
    """FIELD 2.6: a wedding months away has a day to tap; of a plan that stands, one part is left with Back."""
    await sam.writes("More")
    await sam.taps("My plan", "Where others smoke", "Plan for one")
    sam.phone.looks()
    await sam.writes("Ana's wedding")
    await sam.taps("Later", "April 2026", "May 2026")
    await sam.sees("When is it?", "May 2026")
    await sam.taps("16", "Skip", "Skip", "Skip")
    await sam.sees("Ana's wedding", "When: Saturday 16 May")
    await sam.taps("Where", "Back")
    await sam.sees("When: Saturday 16 May")


async def test_what_is_over_does_not_come_up(town: Town, sam: Someone) -> None:
    """Sam said nothing of how it was: My plan does not call it coming up any more, and the list still knows it."""
    await sam.writes("More")
    await sam.taps("My plan", "Where others smoke", "Plan for one")
    await sam.writes("Pub quiz")
    await sam.taps("Today", "Skip", "Skip", "Skip", "Back", "Back")
    await sam.sees("My plan", "Coming up, Mon 2 Mar: “Pub quiz”")
    await town.reaches("Tue 12:00")
    sam.phone.looks()
    await sam.writes("More")
    await sam.taps("My plan")
    assert "Coming up" not in (await sam.sees("My plan")).text
    await sam.taps("Where others smoke")
    await sam.sees("Mon 2 Mar: “Pub quiz”")


async def test_a_hard_day_is_left_alone(town: Town, sam: Someone) -> None:
    """After a very low day no card comes; the next evening it is asked."""
    await sam.writes("More")
    await sam.taps("My plan", "Where others smoke", "Plan for one")
    sam.phone.looks()
    await sam.writes("Pub quiz")
    await sam.taps("Today", "Skip", "Skip", "Skip")
    sam.phone.looks()
    assert "Today: “Pub quiz”" in await checks_in(town, sam, "Mon")
    assert "Pub quiz" not in await checks_in(town, sam, "Tue", "Very low")
    assert "“Pub quiz” was on Monday. How was it?" in await checks_in(town, sam, "Wed")
    await sam.taps("It didn't happen")
    await sam.sees("Fine. The plan keeps for another time.")
    sam.phone.looks()
    await sam.taps("Undo")
    await sam.sees("Pub quiz")
