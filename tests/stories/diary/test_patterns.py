"""What a client's own notes show them: patterns, pictures, and how it goes round; and what they say of it."""

from datetime import timedelta

import pytest
from sqlalchemy import insert, select

from db import events
from db.people import accounts
from db.tables import own_words
from db.tables import smoked as table
from db.tx import Tx
from programme.check_in.answers import HardMoment, Mood
from programme.diary.events import CycleShared, CycleUnshared, PatternSaid, PatternUnsaid
from programme.planning.reasons import Purpose
from tests.stories.town import DAYS, Someone, Town

DAY = timedelta(days=1)
LATE, MORNING = timedelta(hours=22, minutes=30), timedelta(hours=9)


async def wrote_down(
    town: Town,
    sam: Someone,
    times: int,
    moment: HardMoment | None = HardMoment.STRESS,
    mood: Mood | None = Mood.LOW,
    *,
    at: timedelta = LATE,
    stress: tuple[int, int] | None = None,
    amount: int | None = None,
) -> None:
    """So many cigarettes, one on each of the days before today, all alike."""

    midnight = town.clock.now().replace(hour=0, minute=0)
    first, last = stress or (None, None)
    around = {"moment": moment, "mood": mood, "stress": first, "stress_after": last}

    async def write(tx: Tx) -> None:
        person = await accounts.find(tx, sam.phone.id)
        assert person is not None
        for days in range(times, 0, -1):
            told = midnight - days * DAY + at
            number = {} if amount is None else {"cigarettes_from": amount + days, "cigarettes_to": amount + days}
            when = {"person_id": person.id, "told_at": told, "local_date": told.date()}
            await tx.run(insert(table).values(**when, **around, **number))

    await town.database.write(write)


async def nine_of_fourteen(town: Town, sam: Someone) -> None:
    """The case of the specification."""
    await wrote_down(town, sam, 9, None)
    await wrote_down(town, sam, 5, None, Mood.GOOD, at=MORNING)


async def test_patterns_wait_for_seven(town: Town, sam: Someone) -> None:
    """FIELD 1.2: with six logs nothing is said of them but how many there are; the seventh brings the first pattern."""
    await sam.writes("/patterns")
    await sam.sees("0 of 7 written down; patterns show from 7 on", "Only you see this page")
    assert sam.labels() == ["Write down a moment", "How it goes round", "Back"]
    await wrote_down(town, sam, 6)
    await sam.writes("More")
    await sam.taps("Patterns")
    seen = await sam.sees("6 of 7 written down")
    assert "Does" not in seen.text
    await wrote_down(town, sam, 1, at=MORNING)
    await sam.writes("/patterns")
    await sam.sees("7 moments that you wrote down", "1. 7 of 7 were with stress", "fit?")


async def test_what_was_tapped_is_what_patterns_show(town: Town, sam: Someone) -> None:
    """FIELD 1.1: seven cigarettes and urges, put down with taps, one of them as earlier, make the first pattern."""
    for number in range(7):
        await sam.writes("/log")
        sam.phone.looks()
        await sam.taps("4" if number % 2 else "A cigarette", "Out, smokers", "A drink", "Good")
        sam.phone.looks()
        if number == 6:
            await sam.taps("It was earlier", "Yesterday", "Morning")
            sam.phone.looks()
        await town.goes_on(timedelta(minutes=3))
    await sam.writes("/patterns")
    await sam.sees("7 moments that you wrote down", "1. 7 of 7 were ", "fit?")


async def test_a_pattern_is_a_question_with_counts(town: Town, sam: Someone) -> None:
    """FIELD 1.2: "9 of 14 were after 21:00, with your mood low": a yes is noted, and taken back with a tap."""
    await nine_of_fourteen(town, sam)
    await sam.writes("/patterns")
    await sam.sees("14 moments", "9 of 14 were after 21:00, with your mood low", "fit?")
    await sam.taps("Yes")
    await sam.sees("You said that it fits")
    assert sam.phone.toast == "Noted. You know best."
    await sam.taps("What I said")
    await sam.sees("Tap one to take it back")
    await sam.taps("Fits: after 21:00")
    await sam.sees("You haven't said anything")
    await sam.taps("Back")
    seen = await sam.sees("9 of 14")
    assert "You said" not in seen.text


async def test_what_does_not_fit_is_said_no_more(town: Town, sam: Someone) -> None:
    """FIELD 1.2: the correction wins: what they refuse does not come back, however many more of it there are."""
    await nine_of_fourteen(town, sam)
    await sam.writes("/patterns")
    await sam.sees("after 21:00, with your mood low")
    await sam.taps("Not really")
    seen = await sam.sees("14 moments")
    assert "after 21:00, with your mood low" not in seen.text
    await wrote_down(town, sam, 3, None)
    await sam.writes("/patterns")
    assert "after 21:00, with your mood low" not in (await sam.sees("17 moments")).text


async def test_what_they_say_it_is_comes_first(town: Town, sam: Someone) -> None:
    """FIELD 1.2: "Something else" picked from a list, or in own words, stands in the place of ours from then on."""
    await nine_of_fourteen(town, sam)
    await sam.writes("/patterns")
    sam.phone.looks()
    await sam.taps("Something else", "Who was there", "On your own")
    await sam.sees("1. You said: on your own")
    await sam.taps("Something else", "My own words")
    await sam.sees("Type it in a few words")
    await sam.writes("The walk home past the shop")
    await sam.sees("1. You said: on your own", "2. In your words: The walk home past the shop")
    await sam.taps("What I said", "Not “with your mood low”")
    await sam.sees("Tap one to take it back")
    await sam.taps("Back")
    assert "The walk home" not in (await sam.sees("1. You said: on your own")).text


async def test_pictures_say_the_same_in_words(town: Town, sam: Someone) -> None:
    """FIELD 1.2: a picture comes below with every count in its caption; the next one takes its place; Back is words."""
    await wrote_down(town, sam, 9, HardMoment.DRINK)
    await wrote_down(town, sam, 5, mood=Mood.GOOD, at=MORNING)
    await sam.writes("/patterns")
    sam.phone.looks()
    await sam.taps("Pictures")
    words = await sam.sees("Which picture?")
    await sam.taps("When it was")
    photo = await sam.sees("When it was, for 14 moments", "Night (9)", "Only you see your pictures")
    assert photo.photo is not None
    assert photo.photo.content.startswith(b"\x89PNG")
    assert not next(one for one in sam.phone.messages if one.id == words.id).buttons
    await sam.taps("Trigger and mood")
    other = await sam.sees("What was going on: A drink (9), Stress (5)", "Low (9), Good (5)")
    assert other.id == photo.id
    assert other.photo is not None
    assert other.photo.content != photo.photo.content
    await sam.taps("Back")
    back = await sam.sees("14 moments")
    assert back.photo is None
    assert back.id != photo.id


async def test_the_practitioner_has_one_of_them(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 7: Lee has moods and urges drawn, one tap from Sam's week, as check-ins were answered; Sam's page says so;
    with the yes taken back it goes from Lee's phone."""
    await lee.writes("/summary")
    await lee.taps("Picture")
    await lee.sees("There is too little to draw yet. It takes 7 days with an answer")
    for day, mood in zip(DAYS, ("Low", "Low", "Mixed", "OK", "OK", "Good", "Good"), strict=True):
        await town.reaches(f"{day} 18:30")
        sam.phone.looks()
        await sam.taps(mood, *(("Carry on",) if mood == "Low" else ()), "2", "None")
        sam.phone.looks()
    await lee.writes("/summary")
    await lee.taps("Picture")
    shown = await lee.sees("Sam: mood and urges", "Not watched live", "Low (2), Mixed (1), OK (2), Good (2)", "2 (7)")
    assert shown.photo is not None
    await sam.writes("/patterns")
    await sam.taps("Pictures", "Mood and urges")
    await sam.sees("You and Lee can see this one")
    await sam.writes("/settings")
    await sam.taps("Sharing", "☑ Show", "Continue")
    sam.phone.looks()
    gone = await lee.sees("Sam shows no answers, or keeps none")
    assert gone.photo is not None
    assert gone.photo.content != shown.photo.content
    await lee.taps("Their week")
    await lee.sees("Sam has not chosen to show you a summary")
    lee.phone.looks()


async def test_cutting_down_has_its_picture(town: Town, sam: Someone) -> None:
    """FIELD 1.2: cigarettes a day by week, where they said how many; days without a word are no zeros."""
    await wrote_down(town, sam, 8, amount=3)
    await sam.writes("/patterns")
    sam.phone.looks()
    await sam.taps("Pictures", "Cigarettes a day")
    await sam.sees(
        "Cigarettes a day since 22 Feb", "Week of 22 Feb: 11 a day, said on 1 of 1 days",
        "Week of 23 Feb: 4 to 10 a day, said on 7 of 7 days", "Week of 2 Mar: not said", "Cutting down counts too",
    )  # fmt: skip


async def test_how_it_goes_round_is_shown_by_a_tap_alone(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 1.6: built from own entries; Lee sees it in Sam's summary once Sam shares it, as it was, until Sam takes it
    back."""
    await wrote_down(town, sam, 5, stress=(4, 4))
    await wrote_down(town, sam, 3, HardMoment.DRINK, Mood.GOOD, at=MORNING)
    await lee.writes("/summary")
    assert "goes round" not in (await lee.sees("Sam")).text
    await sam.writes("/patterns")
    sam.phone.looks()
    await sam.taps("How it goes round")
    await sam.sees("Stress, 5 of 8", "Low, 5 of 5", "A cigarette", "of 5: stress lower 0, the same 5, higher 0",
                   "Is that how it goes for you?", "Only you see this page")  # fmt: skip
    await sam.taps("Share with Lee")
    await sam.sees("Lee sees this too")
    await lee.writes("/summary")
    told = "Shows you how it goes round, Mon 2 Mar: Stress 5 of 8 → Low 5 of 5 → a cigarette → stress 40 minutes later"
    await lee.sees(told)
    await wrote_down(town, sam, 1, HardMoment.BORED, at=MORNING + timedelta(hours=1))
    await lee.writes("/summary")
    await lee.sees("Stress 5 of 8")
    await sam.writes("/patterns")
    sam.phone.looks()
    await sam.taps("How it goes round")
    await sam.sees("Stress, 5 of 9", "Lee sees it as it was on Monday 2 March")
    await sam.taps("Keep it to me")
    await sam.sees("Only you see this page")
    assert "goes round" not in (await lee.sees("Sam")).text, "it is taken back where it stood"
    lee.phone.looks()
    await lee.writes("/summary")
    assert "goes round" not in (await lee.sees("Sam")).text


async def test_the_round_can_be_put_right(town: Town, sam: Someone) -> None:
    """FIELD 1.6: a trigger that does not fit is not the round's any more."""
    await wrote_down(town, sam, 5)
    await wrote_down(town, sam, 3, HardMoment.DRINK, at=MORNING)
    await sam.writes("/patterns")
    sam.phone.looks()
    await sam.taps("How it goes round", "Not really")
    sam.phone.looks()
    await sam.taps("How it goes round")
    assert "Stress" not in (await sam.sees("A drink, 3 of 8")).text


async def test_where_nothing_is_kept_there_is_nothing_to_show(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 1.2: who takes back the yes to keeping answers reads so kindly; what was said of patterns is gone."""
    await wrote_down(town, sam, 9)
    await sam.writes("/patterns")
    sam.phone.looks()
    await sam.taps("Something else", "My own words")
    sam.phone.looks()
    await sam.writes("The walk home")
    sam.phone.looks()
    await sam.taps("How it goes round", "Share with Lee")
    sam.phone.looks()
    await sam.writes("/settings")
    sam.phone.looks()
    await sam.taps("Sharing", "☑ Keep my answers", "Continue")
    sam.phone.looks()
    await sam.writes("/patterns")
    await sam.sees("there is nothing to show here. That's fine")
    assert sam.labels() == ["Back"]
    assert await town.database.read(lambda tx: _left(tx, sam)) == []
    await lee.writes("/summary")
    assert "goes round" not in (await lee.sees("Sam")).text


async def _left(tx: Tx, sam: Someone) -> list[object]:
    person = await accounts.find(tx, sam.phone.id)
    assert person is not None
    kinds = (PatternSaid, PatternUnsaid, CycleShared, CycleUnshared)
    words = await tx.run(select(own_words.c.id).where(own_words.c.kind == Purpose.PATTERN.value))
    return [*await events.of_kinds(tx, person.id, kinds), *words.scalars()]


@pytest.mark.parametrize(
    "data", ["fits:", "fits:part.dawn", "fits:part.night,mood.low", "fits_not:own.1", "fits_else:x", "fits_kind:own",
             "fits_pick:part.night", "fits_pick:own.1", "fits_own:", "fits_undo:part.night", "picture:nude",
             "picture:when", "cycle_share:yes", "cycle_share:no", "cycle_share:"],
)  # fmt: skip
async def test_forged_taps_change_nothing(town: Town, sam: Someone, data: str) -> None:
    """A button that was never there is answered, harmless, and nothing is kept of it."""
    await sam.writes("/patterns")
    sam.phone.looks()
    screen = next(one for one in reversed(sam.phone.messages) if one.buttons).buttons[0][0].data or ""
    await sam.does(lambda phone: phone.taps_raw(f"t:{screen.split(':')[1]}:{data}"))
    assert not sam.phone.is_waiting
    assert await town.database.read(lambda tx: _left(tx, sam)) == []
    sam.phone.looks()
    await sam.writes("/patterns")
    await sam.sees("0 of 7")


async def test_a_strangers_patterns(town: Town) -> None:
    """Somebody who has not joined is told so kindly, and taps nothing of anybody else's."""
    kim = town.someone("Kim")
    await kim.writes("/patterns")
    await kim.sees("That works once you've set this up")
