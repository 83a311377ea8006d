"""Medicines: asked about whenever smoking changes, never in the way, and looked after by people (FIELD 2.7, 2.16)."""

from typing import Any

from sqlalchemy import select

from db.tables import screens
from tests.stories.measured import evening, evenings, stops_on
from tests.stories.town import DAYS, Someone, Town

KEEP = (
    "Keep taking medicines that aren't for stopping smoking. That goes for antidepressants too.",
    "Do not change their dose yourself.",
)


async def test_the_gate_at_the_quit_date(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.2, hazard H9: set and moved, the date asks about medicines in its own message; what is not known to who
    prescribes stands on Lee's Monday until Lee says that it is looked after."""
    await sam.writes("/quitdate")
    await sam.taps("12")
    await sam.sees("Thursday 12 March", "Do you take any regular medicine?", "You and Lee can see your answers")
    await sam.taps("Yes")
    await sam.sees("the strength of some medicines changes within days", *KEEP, "Do they know?")
    await sam.taps("Not yet")
    await sam.sees("Any pharmacist can tell you more", *KEEP, "Lee can see that it isn't checked yet")
    await evenings(town, sam, "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
    await town.reaches("Mon 08:00")
    await lee.sees("Sam: quits Thu 12 Mar, medicine not checked")
    await sam.writes("/quitdate")
    await sam.taps("Change the day", "31")
    await sam.sees("Tuesday 31 March", "You said you take a regular medicine", "know the new day?")
    await lee.writes("/summary")
    await lee.taps("Scores")
    await lee.sees("Medicines: NOT CHECKED (takes some)")
    await lee.taps("Medicine is looked after")
    await lee.sees("you said it is looked after")
    await sam.writes("/quitdate")
    assert "medicine" in (await sam.sees("Tuesday 31 March")).text
    await sam.taps("Yes, they know")
    await sam.sees("that's good to know", *KEEP)
    await sam.writes("/quitdate")
    assert "medicine" not in (await sam.sees("Tuesday 31 March")).text
    sam.phone.looks()
    lee.phone.looks()


async def test_a_day_that_is_over_is_spoken_of_as_over(town: Town, sam: Someone) -> None:
    """FIELD 2.2: who puts the quit date to a day that has been is asked whether it is known that they have stopped."""
    await sam.writes("/quitdate")
    await sam.taps("12", "Yes")
    sam.phone.looks()
    await town.reaches("Tue 12:00")
    sam.phone.looks()
    await sam.writes("/quitdate")
    await sam.taps("Change the day", "1")
    await sam.sees("You stopped on Sunday 1 March", "know that you've stopped?")


async def test_one_tap_passes_it(town: Town, sam: Someone) -> None:
    """FIELD 2.2: "not now" is one tap, nothing is blocked, and the morning of the day asks once more."""
    await sam.writes("/quitdate")
    await sam.taps("3")
    await sam.sees("tomorrow", "Do you take any regular medicine?")
    await sam.taps("Not now")
    assert "medicine" not in (await sam.sees("Your quit date")).text
    await town.reaches("Tue 08:00")
    await sam.sees(
        "This is the day you picked", "Do you take any regular medicine?", "How strong is the urge right now?"
    )
    await sam.taps("No")
    assert "medicine" not in (await sam.sees("How strong is the urge right now?")).text
    await evening(town, sam, "Tue")
    sam.phone.looks()
    await evening(town, sam, "Wed")
    assert "medicine" not in (await sam.sees("Saved")).text


async def test_the_morning_of_the_day_with_a_medicine(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.16: somebody who takes olanzapine is asked on the morning whether who prescribes it knows."""
    await sam.writes("/quitdate")
    await sam.taps("4", "Yes", "Say which")
    await sam.sees("You can tell me which one", "It matters whichever it is")
    await sam.taps("☐ Olanzapine", "Done")
    sam.phone.looks()
    await town.reaches("Wed 08:00")
    await sam.sees(
        "You said you take olanzapine",
        "know that you stop today?",
        "If it isn't to help you stop smoking, keep taking it as usual",
    )
    await sam.taps("Yes, they know")
    await sam.sees("that's good to know", *KEEP)
    assert "olanzapine" not in sam.phone.sees("This is the day you picked").text
    await evenings(town, sam, "Wed", "Thu")
    await lee.writes("/summary")
    await lee.taps("Scores")
    await lee.sees("Medicines: known to who prescribes (olanzapine)")


async def test_how_strong_the_urge_is_leaves_the_rest_of_the_morning(town: Town, lee: Someone, sam: Someone) -> None:
    """Rated first, once: the medicine's question and another day stay on the good morning, and the number is asked no
    more."""
    await sam.writes("/quitdate")
    await sam.taps("4", "Yes", "Not yet")
    sam.phone.looks()
    await town.reaches("Wed 08:00")
    await sam.sees("know that you stop today?", "How strong is the urge right now?")
    await sam.taps("3")
    await sam.sees("Pick one thing to try")
    morning = sam.phone.sees("This is the day you picked")
    assert "How strong" not in morning.text
    sam.phone.looks()
    await sam.taps("Yes, they know")
    await sam.sees("that's good to know", *KEEP)
    morning = sam.phone.sees("This is the day you picked")
    assert [button.label for row in morning.buttons for button in row] == [
        "Craving",
        "Today's not the day",
        "Why this?",
    ]


async def test_clozapine_is_for_that_day(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.16: clozapine goes to Lee at once, by Sam's tap alone, after it was said when it may be seen."""
    await sam.writes("/quitdate")
    await sam.taps("12", "Yes", "Say which", "☐ Clozapine")
    await sam.sees("Clozapine is one to talk about today", "Please don't wait for me")
    await lee.sees_nothing_new()
    await sam.taps("Tell Lee")
    await sam.sees("Lee reads these words", "“Sam takes clozapine", "ring the team or clinic")
    await lee.sees_nothing_new()
    await sam.taps("Send it")
    await sam.sees("It's with Lee", "ring the team or clinic")
    await lee.sees("Sam takes clozapine", "Please see to it today")
    await lee.taps("I've seen this")
    lee.phone.looks()
    await sam.sees("Lee has opened your message")


async def test_clozapine_stands_on_monday_until_it_is_known(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.16: named and not passed on, clozapine stands on Lee's Monday as a task for that day; not once it is
    known."""
    await sam.writes("/quitdate")
    await sam.taps("31", "Yes", "Say which", "☐ Clozapine", "Done", "Not yet")
    seen = (await sam.sees("Clozapine is one to talk about today", "call 111 or ask a pharmacist", "very sleepy")).text
    assert "Any pharmacist" not in seen
    await evenings(town, sam, *DAYS)
    await town.reaches("Mon 08:00")
    await lee.sees("Sam: clozapine, not checked. For today")
    await lee.writes("/summary")
    await lee.taps("Scores", "Medicine is looked after")
    lee.phone.looks()
    await evenings(town, sam, *DAYS)
    await town.reaches("Mon 08:00")
    assert "clozapine" not in (await lee.sees("STEADY (1)")).text
    sam.phone.looks()


async def test_the_first_smoke_free_day_asks(town: Town, sam: Someone) -> None:
    """FIELD 2.16: on a first smoke-free day the question rides in the evening's closing words; not after smoking."""
    await stops_on(sam, 3)
    await evenings(town, sam, "Mon")
    await town.reaches("Tue 08:00")
    sam.phone.looks()
    await sam.taps("Not now")
    sam.phone.looks()
    await evenings(town, sam, "Tue")
    await evening(town, sam, "Wed", "OK", "1", "1", "Skip", "Skip", "Done")
    assert "medicine" not in (await sam.sees("Saved")).text
    await evening(town, sam, "Thu")
    await sam.sees("Do you take any regular medicine?")
    await sam.taps("Not sure")
    await sam.sees("A pharmacist can look at what you take with you", *KEEP)
    assert "Do you take" not in sam.phone.sees("Saved, thank you").text
    await evening(town, sam, "Fri")
    assert "medicine" not in (await sam.sees("Saved")).text


async def test_half_as_many_asks(town: Town, sam: Someone) -> None:
    """FIELD 2.16, golden cases 9 and 10: "6+" says nothing of how much; the number and, once, the usual day are asked
    for, and half as many before any quit date asks whether it is known, once."""
    await sam.writes("More")
    await sam.taps("Medicines")
    await sam.sees("I haven't asked about your medicines yet", *KEEP)
    await sam.taps("My medicines", "Yes")
    sam.phone.looks()
    await town.reaches("Mon 18:30")
    sam.phone.looks()
    await sam.taps("OK", "1", "6+")
    await sam.sees("About how many? A guess is fine")
    await sam.taps("8", "Skip", "Skip", "Done")
    await sam.sees("How many do you smoke on a usual day?")
    await sam.taps("30")
    assert "usual day" not in (await sam.sees("Saved, thank you")).text
    for day in ("Tue", "Wed", "Thu"):
        await town.reaches(f"{day} 18:30")
        sam.phone.looks()
        await sam.taps("OK", "1", "6+")
        await sam.writes("8")
        await sam.taps("Skip", "Skip", "Done")
        seen = sam.phone.looks()[-1].text
        assert "usual day" not in seen
        assert ("know that you smoke less now?" in seen) is (day == "Thu")
    await evening(town, sam, "Fri", "OK", "1", "6+", "Leave it at 6+", "Skip", "Skip", "Done")
    assert "smoke less" not in (await sam.sees("Saved, thank you")).text
    await evening(town, sam, "Sat", "OK", "1", "6+", "Skip", "Skip", "Done")
    await sam.sees("Saved, thank you")


async def test_smoking_once_more_asks_the_other_way(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.16, golden case 16: three smoking days after five smoke-free ones ask about it, also of somebody who had
    told who prescribes that they stop, in words without a reproach; once, and with what clozapine needs then."""
    await sam.writes("/quitdate")
    await sam.taps("2", "Yes", "Yes, they know", "Say which", "☐ Clozapine", "Done")
    await sam.sees("that's good to know", "If you notice any of this", "call 999")
    await evenings(town, sam, "Mon", "Tue", "Wed", "Thu", "Fri")
    for day in ("Sat", "Sun"):
        await evening(town, sam, day, "OK", "1", "1", "Skip", "Skip", "Done")
        assert "medicine" not in (await sam.sees("Saved")).text
    await evening(town, sam, "Mon", "Low", "Carry on", "1", "1")
    await sam.sees("You said you take clozapine", "know that you smoke now?", "too little clozapine")
    await sam.taps("Not yet")
    await sam.sees("Please don't wait for me", "too little clozapine", *KEEP)
    lee.phone.looks()
    for day in ("Tue", "Wed", "Thu", "Fri", "Sat", "Sun"):
        await evening(town, sam, day, "OK", "1", "1", "Skip", "Skip", "Done")
        assert "medicine" not in (await sam.sees("Saved")).text
    await town.reaches("Mon 08:00")
    await lee.sees("Sam: clozapine, not checked. For today")
    sam.phone.looks()


async def test_a_relapse_that_is_named_asks_as_well(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.16: named, a relapse asks on its own screen whether that is known; passed over there, it is asked once
    more after three smoking days, and then no more."""
    await sam.writes("/quitdate")
    await sam.taps("2", "Yes", "Yes, they know")
    sam.phone.looks()
    await evenings(town, sam, *DAYS, "Mon")
    await sam.writes("/progress")
    await sam.taps("Stop counting for now", "Cut down for now")
    await sam.sees("Cutting down it is", "You said you take a regular medicine", "know that you smoke now?")
    asked = []
    for day in DAYS[1:]:
        await evening(town, sam, day, "OK", "1", "1", "Skip", "Skip", "Done")
        asked.append("know that you smoke now?" in (await sam.sees("Saved")).text)
    assert asked == [False, False, True, False, False, False]
    lee.phone.looks()
    sam.phone.looks()


async def test_a_relapse_that_is_named_and_answered(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.16: the answer on its screen is met with what to know, and stands on Lee's Monday."""
    await sam.writes("/quitdate")
    await sam.taps("1", "Yes", "Yes, they know")
    sam.phone.looks()
    await sam.writes("/progress")
    await sam.taps("Stop counting for now", "Cut down for now", "Not yet")
    await sam.sees("Any pharmacist can tell you more", *KEEP)
    await evenings(town, sam, *DAYS)
    await town.reaches("Mon 08:00")
    await lee.sees("Sam: medicine not checked")
    sam.phone.looks()


async def _codes(town: Town, name: str) -> list[Any]:
    """What is kept with the screens of that name."""
    wanted = select(screens.c.args).where(screens.c.name == name)
    kept = (await town.database.read(lambda tx: tx.run(wanted))).scalars()
    return [args for args in kept if args]


async def test_something_changed(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.16, hazard H18: a new medicine counts as a yes; of a pregnancy nothing is kept, and people are named."""
    await sam.writes("More")
    await sam.taps("Medicines", "Something changed", "A new medicine")
    await sam.sees(*KEEP, "Do they know?")
    await sam.taps("Medicines", "Something changed", "I'm pregnant, or may be")
    pregnant = await sam.sees(
        "I keep nothing of it", "Your midwife, your GP or a pharmacist", "before you take the next one"
    )
    assert "Keep taking" not in pregnant.text
    assert {"view": "pregnant"} not in await _codes(town, "medicines")
    await lee.sees_nothing_new()
    await sam.taps("Tell Lee", "Send it")
    await sam.sees("It's with Lee")
    await lee.sees("Sam is pregnant, or may be, and would like you to know")


async def test_what_is_not_kept_is_asked_all_the_same(town: Town, lee: Someone) -> None:
    """Without a yes to keeping answers the words about medicines come, and Lee sees nothing of it."""
    kim = await town.client(lee, "Kim")
    await kim.writes("/settings")
    await kim.taps("Sharing", "☑ Keep", "Continue")
    kim.phone.looks()
    await kim.writes("/quitdate")
    await kim.taps("12")
    await kim.sees("Do you take any regular medicine?", "I don't keep your answers")
    await kim.taps("Yes")
    await kim.sees(*KEEP)
    await kim.taps("Not yet")
    assert "Lee" not in (await kim.sees("Any pharmacist")).text
    await lee.writes("/summary")
    await lee.taps("Scores")
    await lee.sees("Kim shows no answers, or keeps none")
    kim.phone.looks()


async def test_aids_in_use_and_how_it_goes(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.16: asked once what helps them stop, then weekly how it goes; none is pushed, none is smoking, side
    effects go to people by a tap, and it can be turned off."""
    await stops_on(sam, 3)
    await evening(town, sam, "Mon")
    await sam.taps("Not now")
    sam.phone.looks()
    await evening(town, sam, "Tue")
    await sam.sees("Patches, gum, a vape, tablets or nothing: all of it is fine")
    await sam.taps("Tell you")
    await sam.sees("None of these is smoking")
    await sam.taps("☐ Patches", "☐ Varenicline")
    sam.phone.looks()
    assert {"☑ Patches", "☑ Varenicline"} <= set(sam.labels())
    await sam.taps("What is there?")
    await sam.sees("nicotine patches", "None is fine too")
    await sam.taps("Back", "How it is going", "Side effects")
    side = await sam.sees(
        "A pharmacist, or the person who prescribes it", "Its leaflet says to stop taking it", "call 111"
    )
    assert "eep taking" not in side.text
    await lee.sees_nothing_new()
    await sam.taps("Tell Lee", "Send it")
    await sam.sees("It's with Lee")
    await lee.sees("Sam has side effects from what they use to stop")
    await sam.writes("my skin has been itching since Tuesday")
    await sam.sees("nobody has read this", "If that's a side effect", "or call 111, today")
    await lee.writes("/summary")
    await lee.taps("Scores")
    await lee.sees("Uses: Patches (side effects), Varenicline (side effects)")
    await evenings(town, sam, "Wed", "Thu")
    await sam.writes("the cat was sick")
    assert "side effect" not in (await sam.sees("nobody has read this")).text
    await sam.writes("/progress")
    await sam.sees("Smoke-free days")
    await sam.writes("More")
    await sam.taps("Medicines", "What I use to stop", "Don't ask each week")
    await sam.sees("I won't ask that each week")


async def test_a_week_on_it_is_asked_how_it_goes(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.16: a week after they said what they use, how it goes is asked once, by its name; a week on once more,
    and no more where they stopped it."""
    await stops_on(sam, 1)
    await sam.writes("More")
    await sam.taps("Medicines", "What I use to stop", "☐ Patches")
    sam.phone.looks()
    asked = []
    for _ in range(3):
        for day in DAYS:
            await evening(town, sam, day)
            asked.append("How is it going with" in (await sam.sees("Saved")).text)
            if asked[-1]:
                await sam.taps("Going well" if sum(asked) == 1 else "I stopped it")
            elif "Not now" in sam.labels():
                await sam.taps("Not now")
            lee.phone.looks()
            sam.phone.looks()
    assert [number for number, one in enumerate(asked) if one] == [7, 14]


async def test_how_it_goes_is_asked_of_nobody_who_wants_it_not(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.16: turned off, how it goes is not asked; what they use stays known."""
    await stops_on(sam, 1)
    await sam.writes("More")
    await sam.taps("Medicines", "What I use to stop", "☐ Patches", "Don't ask each week")
    sam.phone.looks()
    for day in (*DAYS, *DAYS):
        await evening(town, sam, day)
        assert "How is it going with" not in (await sam.sees("Saved")).text
        if "Not now" in sam.labels():
            await sam.taps("Not now")
        sam.phone.looks()
        lee.phone.looks()
    await lee.writes("/summary")
    await lee.taps("Scores")
    await lee.sees("Uses: Patches")


async def test_coffee_in_the_first_days(town: Town, sam: Someone) -> None:
    """The caffeine card: from day 2 on, not on a low day, on a hard one too, once; nothing of the answer is kept."""
    await sam.writes("/quitdate")
    await sam.taps("3", "No")
    sam.phone.looks()
    await evenings(town, sam, "Mon", "Tue", "Wed")
    await evening(town, sam, "Thu", "Low", "That's all for today")
    assert "coffee" not in (await sam.sees("Saved")).text
    sam.phone.looks()
    await town.reaches("Fri 20:30")
    sam.phone.looks()
    await sam.taps("Hard today")
    await sam.sees("Hard days count too", "Do you drink coffee, tea, cola or energy drinks?")
    await sam.taps("Yes")
    await sam.sees(
        "caffeine stays in the body for longer", "may feel stronger", "a bit less for now", "leave you tired"
    )
    assert not await _codes(town, "caffeine")
    for day in ("Sat", "Sun"):
        await evening(town, sam, day)
        assert "coffee" not in (await sam.sees("Saved")).text


async def test_low_mood_with_varenicline(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.7: asked ten days before the quit date, on a low evening too, who uses varenicline reads what its leaflet
    says and whom to call wherever they say that they are low, and never that it is common."""
    leaflet = ("Its leaflet says to stop taking it and contact your doctor straight away", "call 111.")
    await stops_on(sam, 12)
    await evening(town, sam, "Mon", "Low", "That's all for today")
    await sam.sees("Do you use anything to help you stop?")
    await sam.taps("Tell you", "☐ Varenicline")
    await sam.sees("None of these is smoking", *leaflet)
    await evening(town, sam, "Tue", "Low")
    await sam.sees("That's enough for today", *leaflet)
    await sam.taps("That's all for today")
    await sam.sees("Saved", *leaflet)
    await evening(town, sam, "Wed", "Very low")
    await sam.sees("That sounds really hard", *leaflet)
    await sam.writes("/log")
    await sam.taps("A cigarette", "Home, alone", "Very low")
    await sam.sees("All of this can wait", *leaflet)
    await sam.writes("Rough day")
    await sam.sees("Smoking can wait", *leaflet)
    await sam.writes("I want to die")
    await sam.sees("116 123", *leaflet)
    await sam.writes("/progress")
    await sam.taps("Looking closer", "What's common after stopping", "Irritable", "New, or stronger")
    assert "common" not in (await sam.sees(*leaflet)).text
    lee.phone.looks()


async def test_a_forged_tap_changes_nothing(town: Town, sam: Someone) -> None:
    """Buttons that were made up are answered kindly, and nothing is kept of them."""
    await sam.writes("More")
    await sam.taps("Medicines")
    screen = sam.phone.looks()[-1]
    number = (screen.buttons[0][0].data or "").split(":")[1]
    for data in (
        "med:1.yes", "med:99999999999.yes", "med:x.yes", "med:73968500.maybe", "med_knows:73968500.7", "med_which:1.x",
        "mpss:1.9", "mpss:12.1", "mpss_skip:x", "hsi_many:soon.many", "felt:self-harm.new", "body:2", "aid:tea",
        "about:me", "about_send:me", "closer:scores", "easier:x", "caffeine:9", "aid_going:using", "med_checked:",
        "scores:", "hsi_first_of:later",
    ):  # fmt: skip
        sam.phone.taps_raw(f"t:{number}:{data}", screen.id)
        await town.settle()
        sam.phone.looks()
    await sam.writes("More")
    await sam.taps("Medicines")
    await sam.sees("I haven't asked about your medicines yet")
