"""The diary: a cigarette or an urge in four taps, when it was, what it felt like and what it gave."""

from datetime import UTC, datetime, timedelta

import pytest

from care.diary.patterns import usual_function
from care.people.retention import retention
from db.tx import Tx
from programme.check_in.answers import HardMoment, Mood
from programme.diary.patterns import Company, Feeling, PartOfDay, part_of
from programme.toolkit.strategies import Function, StrategyPlace
from tests.stories.diaries import entries, logs, person_of
from tests.stories.town import Someone, Town

MINUTE = timedelta(minutes=1)


async def test_four_taps(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 1.1: "I smoked" and three more taps keep when, where, with whom, what was going on, how it felt and what it
    gave, in one message; Lee's summary counts the day, and holds nothing else of it."""
    sent = len(sam.phone.messages)
    await sam.writes("I smoked")
    await sam.sees("Noted: a cigarette, today, 12:00", "Where were you", "Lee can see that you smoked", "rest is yours")
    await sam.taps("Home, alone", "Stressed", "Calm")
    await sam.sees("Home, alone · Stressed · Calm", "Kept, thank you")
    assert len(sam.phone.messages) - sent == 2, "one tap of Sam's, one answer"
    (log,) = await logs(sam)
    assert town.clock.now() - log.at < MINUTE
    assert (log.place, log.company, log.moment) == (StrategyPlace.HOME, Company.ALONE, HardMoment.STRESS)
    assert (log.feeling, log.function) == (Feeling.STRESSED, Function.CALM)
    sam.phone.looks()
    await sam.taps("No, thanks")
    sam.phone.looks()
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood")
    await lee.writes("/summary")
    summary = await lee.sees("Today so far: smoked")
    assert not any(word in summary.text for word in ("Home", "Stress", "Calm"))


async def test_an_urge_from_more(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 1.1: from More, an urge and how strong; each of the four taps is kept at once, and nobody else sees any."""
    await sam.writes("More")
    sam.phone.looks()
    await sam.taps("Write down a moment")
    await sam.sees("What was it?", "0 is none, 5 is very strong")
    kept = []
    for label in ("4", "Out, others", "Lonely", "Company"):
        await sam.taps(label)
        sam.phone.looks()
        (one,) = await entries(sam)
        kept.append((one.urge, one.company, one.feeling, one.function))
    assert kept == [
        (4, None, None, None),
        (4, Company.OTHERS, None, None),
        (4, Company.OTHERS, Feeling.LONELY, None),
        (4, Company.OTHERS, Feeling.LONELY, Function.COMPANY),
    ]
    await lee.writes("/summary")
    assert "Smoked" not in (await lee.sees("Sam")).text
    await sam.taps("Help with it now")
    await sam.sees("What's going on?")


async def test_any_question_may_be_skipped(town: Town, sam: Someone) -> None:
    """FIELD 1.1: one tap is enough; what was passed over is offered, and not asked."""
    await sam.writes("/log")
    sam.phone.looks()
    await sam.taps("A cigarette", "Skip", "Skip", "Not sure")
    await sam.sees("Noted: a cigarette", "Kept, thank you")
    (log,) = await logs(sam)
    assert (log.place, log.company, log.moment, log.feeling, log.function) == (None,) * 5
    await sam.taps("How I felt", "Bored")
    await sam.sees("Bored")
    await sam.taps("No, thanks", "What it gave me", "Focus")
    await sam.sees("Bored · Focus")
    (log,) = await logs(sam)
    assert (log.moment, log.feeling, log.function) == (HardMoment.BORED, Feeling.BORED, Function.FOCUS)


async def test_a_situation_is_asked_how_it_felt(town: Town, sam: Someone) -> None:
    """FIELD 1.3: every log has a feeling asked for, in four taps all the same; what it gave is then offered."""
    await sam.writes("I smoked")
    sam.phone.looks()
    await sam.taps("Out, smokers", "A drink")
    await sam.sees("How did you feel?")
    await sam.taps("Good")
    await sam.sees("Out, smokers · A drink · Good")
    assert "What it gave me" not in sam.labels(), "the look-back is offered first"
    await sam.taps("No, thanks")
    assert "What it gave me" in sam.labels()
    sam.phone.looks()
    (log,) = await logs(sam)
    assert (log.moment, log.mood, log.feeling) == (HardMoment.DRINK, Mood.GOOD, Feeling.GOOD)


async def test_tobacco_with_cannabis(town: Town, sam: Someone) -> None:
    """FIELD 7: cannabis is a moment like any other: written down, met in a craving, and in a plan of their own."""
    await sam.writes("I smoked")
    sam.phone.looks()
    await sam.taps("Out, others", "Cannabis", "Good")
    await sam.sees("Out, others · Cannabis · Good")
    await sam.writes("/toolkit")
    await sam.taps("If … then", "Cannabis")
    await sam.sees("“If I have cannabis, I'll …”")
    await sam.writes("Roll it without")
    sam.phone.looks()
    await sam.writes("Craving")
    await sam.taps("4", "Cannabis")
    await sam.sees("Pick one thing", "Roll it without")


async def test_it_was_earlier(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 1.1: backdated by an hour, to a part of the day or of a day before; it stands so in what patterns are
    counted from, and counts for that day."""
    await sam.writes("I smoked")
    sam.phone.looks()
    await sam.taps("Skip", "Skip", "Not sure", "It was earlier", "1 hour earlier")
    await sam.sees("today, 11:00 or so")
    (log,) = await logs(sam)
    assert timedelta(minutes=60) <= town.clock.now() - log.at < timedelta(minutes=61)
    await sam.taps("It was earlier", "Morning")
    await sam.sees("today, 08:00 or so")
    await sam.taps("It was earlier", "Yesterday", "Night")
    await sam.sees("Sunday 1 March, 22:00 or so")
    (log,) = await logs(sam)
    assert part_of(log.at) is PartOfDay.NIGHT
    assert log.at.astimezone(UTC) == datetime(2026, 3, 1, 22, tzinfo=UTC)
    await sam.taps("It was earlier", "When I told you")
    await sam.sees("Noted: a cigarette, today, 12:00.")
    await sam.taps("It was earlier", "Two days ago", "Back")
    sam.phone.looks()
    await lee.writes("/summary")
    await lee.sees("Today so far: smoked")


async def test_two_at_a_time(town: Town, sam: Someone) -> None:
    """FIELD 1.1: one that was earlier does not stand in the way of the next one; two of one moment are one."""
    await sam.writes("I smoked")
    sam.phone.looks()
    await sam.taps("Skip", "Skip", "Not sure", "It was earlier", "2 hours earlier")
    sam.phone.looks()
    await sam.writes("I smoked")
    await sam.writes("I smoked")
    sam.phone.looks()
    hours = [log.at.astimezone(town.zone).hour for log in await logs(sam)]
    assert hours == [10, 12]


async def test_before_four_it_is_still_the_evening(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 1.1: told at half past one, it belongs to the day before; so does its evening."""
    await town.reaches("Mon 18:30")
    await sam.taps("OK", "0", "None")
    sam.phone.looks()
    await town.reaches("Tue 01:30")
    await sam.writes("I smoked")
    sam.phone.looks()
    await sam.taps("Skip", "Skip", "Not sure", "It was earlier", "Evening")
    await sam.sees("Monday 2 March, 19:00 or so")
    await lee.writes("/summary")
    await lee.sees("Smoked 1 of 1")
    await sam.taps("It was earlier", "2 hours earlier")
    await sam.sees("Monday 2 March, 23:30 or so")


@pytest.mark.parametrize(
    ("start", "said", "at"),
    [
        (datetime(2026, 3, 29, 1, 30, tzinfo=UTC), "today, 00:30 or so", datetime(2026, 3, 29, 0, 30, tzinfo=UTC)),
        (datetime(2026, 10, 25, 1, 30, tzinfo=UTC), "today, 01:30 or so", datetime(2026, 10, 25, 0, 30, tzinfo=UTC)),
    ],
    ids=["forward", "back"],
)
async def test_an_hour_is_an_hour(town: Town, sam: Someone, said: str, at: datetime) -> None:
    """FIELD 1.1: an hour earlier is sixty minutes earlier, on the night the clocks change as well."""
    await sam.writes("I smoked")
    sam.phone.looks()
    await sam.taps("Skip", "Skip", "Not sure", "It was earlier", "1 hour earlier")
    await sam.sees(said)
    (log,) = await logs(sam)
    assert at <= log.at.astimezone(UTC) < at + MINUTE


async def test_undo(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 1.1: a slip of the finger goes, with the words about it, and another may be written down."""
    await sam.writes("/log")
    sam.phone.looks()
    await sam.taps("3", "Home, alone", "Something else")
    await sam.sees("Or type what was going on")
    await sam.writes("Waiting for a call")
    await sam.sees("How did you feel?")
    await sam.taps("Anxious")
    await sam.sees("Something else · Anxious", "In your words: Waiting for a call")
    await sam.taps("Undo")
    await sam.sees("Taken back. Nothing of it is kept")
    assert await entries(sam) == []
    await sam.taps("Write down another", "A cigarette", "Home, alone", "OK", "Something else")
    await sam.sees("Type what it gave you, if you like")
    await sam.writes("A reason to go outside")
    await sam.sees("Home, alone · OK", "In your words: A reason to go outside")
    await sam.taps("Undo")
    await sam.sees("Taken back")
    await lee.writes("/summary")
    summary = await lee.sees("Sam")
    assert "Smoked" not in summary.text


async def test_their_own_words_are_an_answer(town: Town, sam: Someone) -> None:
    """FIELD 1.1: what was going on, and what it gave, may be typed in answer to the question itself."""
    await sam.writes("/log")
    sam.phone.looks()
    await sam.taps("A cigarette", "Home, alone")
    await sam.sees("What was going on, or how did you feel? Tap, or type it.")
    await sam.writes("My sister rang")
    await sam.sees("How did you feel?")
    await sam.taps("Skip")
    await sam.sees("Something else", "In your words: My sister rang")
    sam.phone.looks()
    await sam.taps("What it gave me")
    await sam.sees("What did it give you? Tap, or type it.")
    await sam.writes("A way to end the call")
    await sam.sees("In your words: My sister rang", "In your words: A way to end the call")


async def test_more_than_one(town: Town, sam: Someone) -> None:
    """A range by one tap, a number by typing it."""
    await sam.writes("I smoked")
    sam.phone.looks()
    await sam.taps("Skip", "Skip", "Not sure", "More than one", "2–5")
    await sam.sees("Noted: 2–5 cigarettes, ")
    await sam.taps("More than one")
    await sam.writes("loads")
    await sam.sees("I need a number from 1 to 200")
    sam.phone.looks()
    await sam.writes("7")
    await sam.sees("Noted: 7 cigarettes, ")


async def test_two_in_a_row_are_two(town: Town, sam: Someone) -> None:
    """FIELD 1.1: a second one written down at once is another one; said twice by the button at hand it is one, and that
    is said."""
    for label in ("Home, alone", "Out, alone"):
        await sam.writes("/log")
        sam.phone.looks()
        await sam.taps("A cigarette", label)
        sam.phone.looks()
    assert [one.place for one in await entries(sam)] == [StrategyPlace.HOME, StrategyPlace.OUT]
    await sam.writes("I smoked")
    await sam.sees("You told me a moment ago, so I have it once. Was it more?")
    await sam.taps("More than one", "2–5")
    await sam.sees("Noted: 2–5 cigarettes, ")
    assert len(await entries(sam)) == 2


async def test_feelings_are_counted(town: Town, sam: Someone) -> None:
    """FIELD 1.3: how often they smoked, and had an urge, with each feeling, from seven on, as a question."""
    for number, feeling in enumerate(("Stressed", "Stressed", "Lonely", "Stressed", "Bored", "Anxious", "Unhappy")):
        if number == 6:
            await sam.writes("/log")
            sam.phone.looks()
            await sam.taps("How I felt, so far")
            await sam.sees("After 1 more")
        await town.goes_on(3 * MINUTE)
        await sam.writes("/log")
        sam.phone.looks()
        await sam.taps("4" if number % 2 else "A cigarette", "Home, alone", feeling)
        sam.phone.looks()
    await sam.writes("/log")
    sam.phone.looks()
    await sam.taps("How I felt, so far")
    await sam.sees("Stressed: smoked 1 time, 2 urges", "Unhappy: smoked 1 time, 0 urges", "Does that fit")


async def test_what_it_gave_is_kept_for_that_trigger(town: Town, sam: Someone) -> None:
    """FIELD 1.5: what smoking usually gave them is known by trigger, for what is suggested instead."""
    for feeling, gave in (
        ("Stressed", "A break"),
        ("Bored", "Busy hands"),
        ("Stressed", "A break"),
        ("Lonely", "Calm"),
    ):
        await town.goes_on(3 * MINUTE)
        await sam.writes("/log")
        sam.phone.looks()
        await sam.taps("3", "Home, alone", feeling, gave)
        sam.phone.looks()

    async def usual(tx: Tx) -> list[Function | None]:
        person = await person_of(tx, sam)
        triggers = (HardMoment.STRESS, HardMoment.BORED, Feeling.LONELY, HardMoment.DRINK, None)
        return [await usual_function(tx, person, one) for one in triggers]

    assert await town.database.read(usual) == [
        Function.BREAK, Function.HANDS, Function.CALM, None, Function.BREAK,
    ]  # fmt: skip


async def test_after_the_quit_date(town: Town, sam: Someone) -> None:
    """A cigarette is a lapse, and goes its way; an urge is written down as ever."""
    await sam.writes("/quitdate")
    await sam.taps("1")
    sam.phone.looks()
    await sam.writes("/log")
    sam.phone.looks()
    await sam.taps("A cigarette")
    await sam.sees("Thanks for telling me. That can be hard to say")
    await sam.taps("I tapped by mistake")
    sam.phone.looks()
    await sam.writes("/log")
    sam.phone.looks()
    await sam.taps("5", "Home, smokers", "Others smoking", "Anxious")
    await sam.sees("Noted: an urge of 5", "Home, smokers · Others smoking · Anxious")


async def test_an_entry_may_turn_out_a_lapse(town: Town, sam: Someone) -> None:
    """Told once the quit date was taken away, it was while it held: a lapse of that attempt. And the other way."""
    await sam.writes("/quitdate")
    await sam.taps("1")
    sam.phone.looks()
    await sam.writes("I smoked")
    sam.phone.looks()
    await sam.taps("Work out what happened", "It was earlier", "Two days ago")
    await sam.sees("Kept, thank you. It shows what to plan for")


async def test_nothing_is_kept_for_who_does_not_want_it(town: Town, lee: Someone, sam: Someone) -> None:
    """Said kindly at each step; no look-back, no words, nothing to read; and the next day it is gone."""
    await sam.writes("/settings")
    await sam.taps("Sharing", "☑ Keep", "Continue")
    sam.phone.looks()
    await sam.writes("I smoked")
    await sam.sees("Where were you", "Nobody else can see this. It is wiped within two days")
    await sam.taps("Home, alone", "Something else")
    sam.phone.looks()
    await sam.writes("Waiting for a call")
    sam.phone.looks()
    await sam.taps("Anxious")
    closing = await sam.sees("so it goes within two days")
    assert "Waiting" not in closing.text
    assert "Yes, ask me" not in sam.labels()
    assert await logs(sam) == []
    assert len(await entries(sam)) == 1
    tomorrow = town.clock.now() + timedelta(days=1, minutes=1)
    await town.database.write(lambda tx: retention(tx.at(tomorrow)))
    assert await entries(sam) == []


async def test_very_low_is_met_first(town: Town, lee: Someone, sam: Someone) -> None:
    """A way to people comes before the next question, which can wait."""
    await sam.writes("I smoked")
    sam.phone.looks()
    await sam.taps("Home, alone", "Very low")
    await sam.sees("That sounds hard")
    assert {"Talk to someone now", "Something calming", "Tell Lee", "Carry on"} <= set(sam.labels())
    await sam.taps("Carry on")
    await sam.sees("What did it give you?")
    (log,) = await logs(sam)
    assert (log.mood, log.moment) == (Mood.VERY_LOW, HardMoment.LOW_MOOD)


FORGED = (
    "diary_where:home-mars", "diary_where:", "diary_going:rage", "diary_felt:42", "diary_gave:gold", "diary_urge:9",
    "diary_urge:-1", "diary_at:h9", "diary_at:0-night", "diary_at:9-morning", "diary_when:7", "diary_ask:soul",
    "diary_stress:6", "diary_stress:3", "diary_amount:0", "diary_amount:999", "look_back:maybe", "look_back_now:3",
    "look_back_fits:perhaps", "diary_on:", "diary_help:",
)  # fmt: skip


async def test_forged_taps(town: Town, lee: Someone, sam: Someone) -> None:
    """What stands on no button of theirs changes nothing, and nobody touches another's diary."""
    await sam.writes("I smoked")
    sam.phone.looks()
    await sam.taps("Home, alone", "Stressed", "Calm")
    sam.phone.looks()
    (before,) = await entries(sam)
    data = next(button.data for row in sam.phone.messages[-1].buttons for button in row)
    screen = (data or "").split(":")[1]
    for forged in FORGED:
        await sam.does(lambda phone, forged=forged: phone.taps_raw(f"t:{screen}:{forged}"))  # type: ignore[misc]
    sam.phone.looks()
    assert await entries(sam) == [before]
    eve = await town.client(lee, "Eve")
    for theirs in ("diary_undo:", "diary_at:h1", "diary_felt:bored", "diary_where:out-alone", "diary_urge:1"):
        await eve.does(lambda phone, theirs=theirs: phone.taps_raw(f"t:{screen}:{theirs}", 1))  # type: ignore[misc]
    eve.phone.looks()
    assert await entries(sam) == [before]
    assert await entries(eve) == []
