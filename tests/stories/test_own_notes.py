"""Words that nobody had asked for: kept, parked for a session, or forgotten; and nothing is in a hurry."""

import pytest

from db import events
from db.tx import Tx
from tests.stories.test_a_session import set_session
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
