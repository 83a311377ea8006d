"""My plan: a goal for the week, and working on what is in the way."""

from typing import Any

from db import events, planning, toolkit
from db.people import accounts
from db.tx import Tx
from programme.event import EVENTS
from programme.planning.reasons import Purpose
from tests.stories.town import Someone, Town


async def checks_in(town: Town, sam: Someone, day: str, mood: str = "OK") -> str:
    """That day's check-in is answered; what its closing words say."""
    await town.reaches(f"{day} 18:30")
    sam.phone.looks()
    await sam.taps(mood, *(("Carry on",) if mood == "Very low" else ()), "1", "None")
    return (await sam.sees("Saved")).text


async def told(town: Town, sam: Someone, kind: str) -> list[dict[str, Any]]:
    """What the history says of them of that kind, newest last."""

    async def read(tx: Tx) -> list[dict[str, Any]]:
        person = await accounts.find(tx, sam.phone.id)
        assert person is not None
        return [dict(one.data) for one in await events.of_person(tx, person.id, kind=EVENTS[kind])]

    return await town.database.read(read)


async def test_a_weekly_goal_is_looked_at_before_the_session(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.1: a goal in the client's words is brought up, once, in a check-in before the session, and its outcome
    is kept."""
    await sam.writes("More")
    await sam.taps("My plan")
    await sam.sees("Nothing here yet, and that's fine", "Lee can't see it")
    await sam.taps("Goal of the week", "Write one")
    await sam.sees("What would you like to do this week?")
    await sam.writes("No cigarette before breakfast")
    await sam.sees("This week: “No cigarette before breakfast”", "Monday 2 March")
    await sam.taps("Back")
    await sam.sees("· This week: “No cigarette before breakfast”")
    await sam.writes("/settings")
    await sam.taps("Session", "6", "10:00")
    sam.phone.looks()
    assert "This week" not in await checks_in(town, sam, "Mon")
    assert "This week" not in await checks_in(town, sam, "Tue")
    assert "This week: “No cigarette before breakfast” How did it go?" in await checks_in(town, sam, "Wed")
    await sam.taps("Part of it")
    await sam.sees("Noted: part of it. A part counts.")
    await sam.sees("Saved")
    assert "Part of it" not in sam.labels()
    await sam.taps("Undo")
    await sam.sees("This week: “No cigarette before breakfast”")
    await sam.taps("How did it go?", "Not this time")
    await sam.sees("Noted: not this time. Thank you for saying so.")
    assert (await told(town, sam, "GoalReviewed"))[-1] == {"goal": 1, "outcome": "not_this_time"}
    await sam.taps("Keep it for another week")
    await sam.sees("This week: “No cigarette before breakfast”", "Wednesday 4 March")
    await sam.taps("Take it off", "Undo", "Change it")
    await sam.sees("It now says: No cigarette before breakfast")
    await sam.writes("Tea first")
    await sam.sees("This week: “Tea first”", "Lee can't see it")
    lee.phone.looks()
    await lee.writes("/summary")
    assert "Tea" not in (await lee.sees("Sam · 7 days")).text


async def test_without_a_session_it_is_looked_at_after_a_week(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.1: no session is known, so it is asked after seven days, and not on a hard day; "Not now" leaves it."""
    await _writes_goal(sam)
    for day in ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"):
        assert "This week" not in await checks_in(town, sam, day)
    assert "This week" not in await checks_in(town, sam, "Mon", "Very low")
    assert "This week: “Walk on Sunday”" in await checks_in(town, sam, "Tue")
    await sam.taps("Not now")
    assert "This week" not in (await sam.sees("Saved")).text
    assert "This week" not in await checks_in(town, sam, "Wed")
    await sam.writes("More")
    await sam.taps("My plan")
    await sam.sees("· This week: “Walk on Sunday”")
    lee.phone.looks()


async def _writes_goal(sam: Someone) -> None:
    await sam.writes("More")
    await sam.taps("My plan", "Goal of the week", "Write one")
    sam.phone.looks()
    await sam.writes("Walk on Sunday")
    sam.phone.looks()


async def test_examples_come_when_asked_for(town: Town, sam: Someone) -> None:
    """FIELD 3.8: their own words are asked for first; examples are there for who taps for them."""
    await sam.writes("More")
    await sam.taps("My plan", "Goal of the week", "Write one")
    assert "Walk for ten minutes" not in (await sam.sees("What would you like to do this week?")).text
    await sam.taps("Some examples", "Walk for ten minutes")
    await sam.sees("This week: “Walk for ten minutes on three days”")


async def test_a_barrier_is_worked_on(town: Town, sam: Someone) -> None:
    """FIELD 2.3: a barrier, ideas of their own first, one picked with its day, asked about some days later, and the
    outcome is kept; what helped goes to the toolkit in one tap."""
    await sam.writes("More")
    await sam.taps("My plan", "What's in the way", "Write it down")
    sam.phone.looks()
    await sam.writes("The walk home past the shop")
    await sam.sees("What might help with that? Your idea first.")
    assert not any("bus" in label for label in sam.labels())
    await sam.writes("Take the bus")
    await sam.sees("Tap the one you'd like to try")
    await sam.taps("Add an idea", "Show me some ideas")
    await sam.sees("Some ideas. Tap one to put it with yours.")
    await sam.taps("2")
    await sam.sees("Tap the one you'd like to try")
    await sam.taps("Add an idea")
    sam.phone.looks()
    await sam.writes("Call Mia on the way")
    assert "Add an idea" not in (await sam.sees("Your ideas")).labels
    await sam.taps("Take the bus")
    await sam.sees("When will you try it?")
    await sam.taps("Tomorrow")
    await sam.sees("You're trying: “Take the bus”, from Tuesday 3 March on")
    assert "Take the bus" not in await checks_in(town, sam, "Mon")
    assert "Take the bus" not in await checks_in(town, sam, "Wed")
    assert "You wanted to try: “Take the bus”. How did it go?" in await checks_in(town, sam, "Thu")
    await sam.taps("It helped")
    await sam.sees("Good to know. You found that out by trying it.")
    sam.phone.looks()
    await sam.taps("Put it in my toolkit")
    await sam.sees("It's in your toolkit.", "Lee may read it in your week, once you name it as a help.")
    assert (await told(town, sam, "IdeaTried"))[-1] == {"idea": 2, "how": "helped"}
    await sam.taps("Leave it at that")
    await sam.sees("Fine, we leave it at that.", "· “Take the bus”: it helped")
    await sam.writes("/toolkit")
    await sam.sees("Take the bus")


async def test_not_tried_yet_is_an_answer(town: Town, sam: Someone) -> None:
    """FIELD 2.3: an idea that was not tried is asked about later on, without a word of reproach."""
    await sam.writes("More")
    await sam.taps("My plan", "What's in the way", "Write it down")
    sam.phone.looks()
    await sam.writes("Coffee at ten")
    sam.phone.looks()
    await sam.writes("Drink it on the step")
    await sam.taps("Drink it on the step", "Today")
    sam.phone.looks()
    assert "Drink it on the step" in await checks_in(town, sam, "Wed")
    await sam.taps("Haven't tried it yet")
    await sam.sees("You're trying: “Drink it on the step”, from Wednesday 4 March on", "That's fine.")
    sam.phone.looks()
    assert "Drink it on the step" not in await checks_in(town, sam, "Thu")
    assert "Drink it on the step" in await checks_in(town, sam, "Fri")
    await sam.taps("Not this time")
    await sam.sees("Thank you for trying it.")
    sam.phone.looks()
    await sam.taps("Undo")
    await sam.sees("You're trying: “Drink it on the step”")


async def test_nothing_is_kept_where_answers_are_not(town: Town, lee: Someone, sam: Someone) -> None:
    """Who keeps no answers is told so kindly, and what was there goes at once with the yes that is taken back."""
    await _writes_goal(sam)
    await sam.writes("/settings")
    await sam.taps("Sharing", "☑ Keep", "Continue")
    sam.phone.looks()
    await sam.writes("More")
    await sam.taps("My plan")
    await sam.sees("You chose that I keep no answers")
    await sam.taps("Goal of the week", "Write one")
    await sam.sees("You chose that I keep no answers, so I can't keep that")
    assert await town.database.read(_every_word) == []
    lee.phone.looks()


async def _every_word(tx: Tx) -> list[str]:
    found = [await planning.own_words_of_person(tx, one, set(Purpose), also_ended=True) for one in range(1, 5)]
    return [one.words for those in found for one in those]


async def test_words_of_danger_meet_the_card_everywhere(town: Town, sam: Someone) -> None:
    """Whatever was asked for: words of danger bring the crisis card, and are kept nowhere."""
    ways = {
        "Goal of the week": ("Write one",),
        "What's in the way": ("Write it down",),
        "Getting ready": ("Add my own",),
        "Telling others": ("Add somebody",),
        "Where others smoke": ("Plan for one",),
    }
    for place, way in ways.items():
        await sam.writes("More")
        await sam.taps("My plan", place, *way)
        sam.phone.looks()
        await sam.writes("I want to kill myself")
        await sam.sees("call 999")
        sam.phone.looks()
    assert await town.database.read(_every_word) == []
    person = await town.database.read(lambda tx: accounts.find(tx, sam.phone.id))
    assert person is not None
    kept = await town.database.read(lambda tx: toolkit.of_person(tx, person.id))
    assert [one.words for one in kept] == ["A walk"]
