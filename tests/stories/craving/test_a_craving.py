"""A craving: rated, one thing tried, and rated once more; what helped then stands first the next time."""

from collections.abc import Awaitable, Callable
from datetime import timedelta
from itertools import pairwise

from sqlalchemy import select

from db.tables import cravings, events, outbox
from db.tx import Tx
from programme.toolkit.items import BREATHS, IN, OUT, READY, Guide, lasts
from tests.stories.town import Someone, Town

SECOND = timedelta(seconds=1)
MINUTE = 60 * SECOND
TEN_MINUTES = 10 * MINUTE


async def test_a_craving_is_rated_twice(town: Town, sam: Someone) -> None:
    """Sam taps how strong it is, tries a walk, and ten minutes later the difference is said and kept."""
    await sam.writes("Craving")
    await sam.sees("How strong is it right now?")
    await sam.taps("4", "Skip", "A walk")
    await sam.sees("Try this for a few minutes: A walk", "I'll ask how it is in ten minutes")
    await town.goes_on(TEN_MINUTES - MINUTE)
    await sam.sees_nothing_new()
    await town.goes_on(MINUTE)
    await sam.sees("Ten minutes on. You said 4")
    await sam.taps("2")
    await sam.sees("From 4 to 2. You rode that one out", "A walk: helped 1 of 1, early to tell")
    await sam.writes("/progress")
    await sam.sees("Cravings you rode out: 1")


async def test_a_few_taps(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.13: from the button at hand to three things to try it is a word and two taps, and one more tries one."""
    await sam.writes("Craving")
    sam.phone.looks()
    taps = ["5", "Stress"]
    await sam.taps(*taps)
    await sam.sees("Pick one thing")
    ways = {"Something else", "Talk to someone now", "Not now"}
    offered = [label for label in sam.labels() if label not in ways]
    assert offered == ["A walk", "Breathe with me", "Ride the wave"]
    await sam.taps("A walk")
    await sam.sees("Try this for a few minutes: A walk")
    assert await town.database.read(_kept) == [(5, "stress", "own", None, None)]


async def test_who_says_so_earlier_is_not_asked(town: Town, sam: Someone) -> None:
    """Rated before the ten minutes are over: nothing comes after that."""
    await sam.writes("/craving")
    await sam.taps("3", "Bored", "Breathe with me", "Tell me now", "3")
    await sam.sees("Still 3")
    await town.goes_on(TEN_MINUTES)
    await sam.sees_nothing_new()


async def test_another_thing_has_its_own_ten_minutes(town: Town, sam: Someone) -> None:
    """What is picked nine minutes later, or where the question was left, is asked about ten minutes on, as was said."""
    await sam.writes("Craving")
    await sam.taps("4", "Skip", "A walk")
    await town.goes_on(TEN_MINUTES - MINUTE)
    await sam.taps("Back", "Something else", "Wait ten minutes")
    await sam.sees("I'll ask how it is in ten minutes")
    await town.goes_on(TEN_MINUTES - MINUTE)
    await sam.sees_nothing_new()
    await town.goes_on(MINUTE)
    left = await sam.sees("Ten minutes on. You said 4")
    await sam.taps("Back", "A walk")
    await sam.sees("Try this for a few minutes: A walk", "I'll ask how it is in ten minutes")
    assert not next(bubble for bubble in sam.phone.messages if bubble.id == left.id).buttons
    await town.goes_on(TEN_MINUTES)
    await sam.sees("Ten minutes on. You said 4")
    await sam.taps("1")
    await sam.sees("From 4 to 1", "A walk: helped 1 of 1")
    assert await _waiting(town) == 0


async def test_another_thing_is_no_question_anew(town: Town, sam: Someone) -> None:
    """What did not ease it leads to other things at once: how strong it is, and what is going on, was said."""
    await sam.writes("Craving")
    await sam.taps("4", "Stress", "A walk", "Tell me now", "5")
    await sam.sees("4 to 5", "What next?")
    await sam.taps("Try another thing")
    await sam.sees("Pick one thing to try now")
    await sam.taps("Breathe with me", "Tell me now")
    await sam.sees("You said 5. How strong is it now?")
    await sam.taps("5")
    await sam.sees("Still 5")
    await town.goes_on(TEN_MINUTES)
    await sam.sees_nothing_new()
    assert [one[:2] for one in await town.database.read(_kept)] == [(4, "stress"), (5, "stress")]
    await town.goes_on(6 * TEN_MINUTES)
    await sam.taps("Try another thing")
    await sam.sees("How strong is it right now?")


async def test_the_way_on_comes_before_the_old_buttons_go(town: Town, sam: Someone) -> None:
    """There is no moment in which Sam has nothing to tap, however slow the network is."""
    await sam.writes("Craving")
    await sam.taps("4", "Stress", "A walk", "Tell me now", "5", "Try another thing")
    await sam.sees("Pick one thing to try now")
    calls = [call.method for call in town.simulator.log.effects(sam.phone.id)]
    assert calls[-2:] == ["sendMessage", "editMessageReplyMarkup"]


async def test_who_smoked_is_not_asked_how_the_craving_is(town: Town, sam: Someone) -> None:
    """Telling of a cigarette lets go of the question."""
    await sam.writes("Craving")
    await sam.taps("5", "Skip", "Something else", "Wait ten minutes")
    sam.phone.looks()
    await sam.writes("I smoked")
    sam.phone.looks()
    await town.goes_on(TEN_MINUTES)
    await sam.sees_nothing_new()


async def test_a_stranger_is_helped_and_nothing_is_kept(town: Town) -> None:
    """Without any consent there is help, and no rating."""
    kim = town.someone("Kim")
    await kim.writes("/craving")
    await kim.sees("Most cravings ease within minutes")
    await kim.taps("Breathe with me")
    await kim.sees("count to 4")
    await town.goes_on(MINUTE)
    await kim.sees_nothing_new()
    await kim.taps("It's easing")
    await kim.sees("Well done")
    assert await town.database.read(_kept) == []


async def test_no_idea_is_asked_for_that_is_not_kept(town: Town, lee: Someone) -> None:
    """Without a yes to keeping answers there is no button for an idea of one's own, and none is spoken of."""
    kim = await town.client(lee, "Kim")
    await kim.writes("/settings")
    await kim.taps("Sharing", "☑ Keep", "Continue")
    kim.phone.looks()
    await kim.writes("Craving")
    await kim.taps("4", "Stress", "Something else")
    assert "of your own" not in (await kim.sees("What else? One of these")).text
    await kim.taps("Wait ten minutes", "Tell me now", "2")
    await kim.sees("Put it off for ten minutes")


async def test_breathing_in_one_message(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.9: one message says in and out as it is time; at its end it asks, and the difference is kept."""
    await sam.writes("Craving")
    await sam.taps("4", "Stress", "Breathe with me")
    first = await sam.sees("We start in a moment")
    seen = await watches(town, sam, lasts(Guide.BREATHE))
    names = [text.split(",")[0].split(".")[0] for _, text in seen]
    assert names == ["Breathe in", "Breathe out"] * BREATHS + ["That was a minute and a half"]
    assert [text.splitlines()[-1] for _, text in seen[:4]] == ["1 of 9", "1 of 9", "2 of 9", "2 of 9"]
    pauses = [later - earlier for (earlier, _), (later, _) in pairwise(seen)]
    assert all(abs(pause - wanted) <= 1 for pause, wanted in zip(pauses, [IN, OUT] * BREATHS, strict=True))
    over = sam.phone.messages[-1]
    assert "You said 4. How strong is it now?" in over.text
    assert over.id == first.id, "it was one message all along"
    await sam.taps("2")
    await sam.sees("From 4 to 2", "Breathe with me with stress: helped 1 of 1, early to tell")
    assert await town.database.read(_kept) == [(4, "stress", "breathe", "slow-breaths", 2)]
    await town.goes_on(TEN_MINUTES)
    await sam.sees_nothing_new()
    assert await _waiting(town) == 0


async def test_riding_the_wave(town: Town, sam: Someone) -> None:
    """FIELD 2.9: about four minutes of small steps, a rating before and after, and what it did feeds the order."""
    for before, after in (("5", "2"), ("4", "3"), ("4", "1")):
        await sam.writes("Craving")
        await sam.taps(before, "Bored", "Ride the wave")
        await sam.sees("Find the urge in your body", "1 of 8")
        await goes_on_in_steps(town, lasts(Guide.SURF))
        await sam.sees("You stayed with it for four minutes", f"You said {before}")
        await sam.taps(after)
        await sam.sees(f"From {before} to {after}")
    await sam.writes("Craving")
    await sam.taps("4", "Bored")
    await sam.sees("What you said helped with being bored", "Ride the wave: helped 3 of 3")
    assert sam.labels()[0] == "Ride the wave"


async def test_asked_in_two_places_it_is_answered_in_one(town: Town, sam: Someone) -> None:
    """FIELD 2.9: whoever leaves the question after an exercise open is asked ten minutes on, and answers once."""
    await sam.writes("Craving")
    await sam.taps("4", "Stress", "Breathe with me")
    exercise = sam.phone.messages[-1]
    await goes_on_in_steps(town, lasts(Guide.BREATHE))
    await sam.sees("How strong is it now?")
    await town.goes_on(TEN_MINUTES)
    await sam.sees("Ten minutes on. You said 4")
    await sam.taps("1")
    await sam.sees("From 4 to 1")
    left = next(bubble for bubble in sam.phone.messages if bubble.id == exercise.id)
    assert not left.buttons
    assert (await town.database.read(_kept))[0][-1] == 1


async def test_telling_at_once(town: Town, sam: Someone) -> None:
    """FIELD 2.9: who would rather say now is asked so; what stays mild is not called tough."""
    await sam.writes("Craving")
    await sam.taps("2", "Other", "A walk")
    await sam.sees("Try this for a few minutes")
    await sam.taps("Tell me now")
    assert (await sam.sees("You said 2. How strong is it now?")).text.startswith("You said 2.")
    await sam.taps("2")
    await sam.sees("Still 2. Thank you for telling me. What next?")


async def test_nothing_is_said_to_have_helped_that_did_not(town: Town, sam: Someone) -> None:
    """FIELD 2.10: what did not ease it is not headed as help, and no moment is named that was not said."""
    await sam.writes("Craving")
    await sam.taps("3", "Bored", "A walk", "Tell me now", "3")
    await sam.writes("Craving")
    await sam.taps("3", "Bored")
    assert "What you said helped" not in (await sam.sees("Pick one thing")).text
    await sam.writes("Craving")
    await sam.taps("3", "Other", "Breathe with me", "Tell me now", "1")
    assert "something else" not in (await sam.sees("From 3 to 1", "Breathe with me: helped 1 of 1")).text
    await sam.writes("Craving")
    await sam.taps("3", "Other")
    assert "something else" not in (await sam.sees("What you said helped", "Breathe with me: helped 1 of 1")).text


async def test_a_restart_in_mid_breathing(town: Town, sam: Someone) -> None:
    """The service is away for half a minute: it goes on where the time is by then, with one change and no burst."""
    await sam.writes("Craving")
    await sam.taps("4", "Skip", "Breathe with me")
    await town.goes_on(READY * SECOND)
    await sam.sees("Breathe in", "1 of 9")
    town.clock.turn(3 * (IN + OUT))
    edits = await _edits(town)
    await town.restarts()
    await sam.sees("Breathe in", "4 of 9")
    assert await _edits(town) - edits == 1
    await town.goes_on(IN * SECOND)
    await sam.sees("Breathe out", "4 of 9")
    town.clock.turn(3600)
    await town.restarts()
    await sam.sees("That was a minute and a half")
    assert await _waiting(town) == 0


async def test_an_exercise_stops_at_a_tap(town: Town, sam: Someone) -> None:
    """Stop, Tell me now, or another craving: no step comes after that."""
    for label, seen in (("Stop", "Stopped, that's fine"), ("Tell me now", "How strong is it now?")):
        await sam.writes("Craving")
        await sam.taps("4", "Skip", "Breathe with me")
        sam.phone.looks()
        await sam.taps(label)
        await sam.sees(seen)
        await town.goes_on(MINUTE)
        await sam.sees_nothing_new()
    await sam.writes("Craving")
    await sam.taps("4", "Skip", "Breathe with me")
    sam.phone.looks()
    await sam.writes("Craving")
    await sam.sees("How strong is it right now?")
    await town.goes_on(MINUTE)
    await sam.sees_nothing_new()
    await town.goes_on(TEN_MINUTES)
    sam.phone.looks()


async def test_an_exercise_gives_way(town: Town, lee: Someone, sam: Someone) -> None:
    """To the crisis card, to a cigarette told of, to leaving: nothing moves on the phone after that."""
    for words in ("I want to die", "I smoked", "Rough day", "/leave"):
        await sam.writes("Craving")
        await sam.taps("4", "Skip", "Ride the wave")
        sam.phone.looks()
        await sam.writes(words)
        sam.phone.looks()
        if words == "Rough day":
            await sam.taps("Talk to someone now")
            sam.phone.looks()
        if words == "/leave":
            await sam.taps("Leave, keep")
            sam.phone.looks()
        await town.goes_on(5 * MINUTE)
        await sam.sees_nothing_new()
        assert await _waiting(town) == 0, words
    lee.phone.looks()


async def test_what_they_said_helped_then_stands_first(town: Town, sam: Someone) -> None:
    """FIELD 2.17: a strategy that the client wrote stands first by its counts for that very moment; pins before it."""
    await sam.writes("/toolkit")
    await sam.taps("Add one")
    sam.phone.looks()
    await sam.writes("Ring Mia")
    await sam.sees("Added: Ring Mia")
    for _ in range(2):
        await sam.writes("Craving")
        await sam.taps("4", "Stress", "A walk", "Tell me now", "1")
        await sam.sees("From 4 to 1")
    await sam.writes("Craving")
    await sam.taps("4", "Stress")
    await sam.sees("What you said helped with stress", "A walk: helped 2 of 2, early to tell")
    assert sam.labels()[0] == "A walk"
    await sam.taps("Ring Mia", "Tell me now", "5")
    await sam.sees("4 to 5")
    await sam.writes("Craving")
    await sam.taps("4", "A drink")
    bubble = await sam.sees("A walk: helped 2 of 2 at other times, early to tell")
    assert "Ring Mia" not in bubble.text, "what did not help goes behind what was not tried yet"
    await sam.writes("/toolkit")
    sam.phone.looks()
    await sam.taps("Ring Mia", "Pin to the top", "Back")
    await sam.sees("★ Ring Mia: helped 0 of 1, early to tell", "· A walk: helped 2 of 2")
    await sam.writes("Craving")
    await sam.taps("4", "Stress")
    sam.phone.looks()
    assert sam.labels()[:2] == ["Ring Mia", "A walk"]


async def test_own_idea_in_the_moment(town: Town, sam: Someone) -> None:
    """FIELD 2.17: "something else" is written in the moment, tried at once, and stays among what helps."""
    await sam.writes("Craving")
    await sam.taps("4", "Stress", "Something else", "My own idea")
    await sam.sees("What will you try?")
    await sam.writes("Sit on the step with tea")
    await sam.sees("Try this for a few minutes: Sit on the step with tea", "in ten minutes")
    await town.goes_on(TEN_MINUTES)
    await sam.taps("1")
    await sam.sees("From 4 to 1", "Sit on the step with tea with stress: helped 1 of 1")
    await sam.writes("Craving")
    await sam.taps("4", "Stress")
    sam.phone.looks()
    assert sam.labels()[0] == "Sit on the step with tea"


async def test_an_idea_that_is_asked_for_no_more(town: Town, sam: Someone) -> None:
    """Back, or a craving anew, lets go of the question: what is typed then is no idea of theirs."""
    ways: tuple[Callable[[], Awaitable[None]], ...] = (lambda: sam.taps("Back"), lambda: sam.writes("Craving"))
    for leaves in ways:
        await sam.writes("Craving")
        await sam.taps("4", "Stress", "Something else", "My own idea")
        await sam.sees("What will you try?")
        await leaves()
        sam.phone.looks()
        await sam.writes("Nobody calls me any more")
        await sam.sees("Thank you for telling me", "Nobody calls me any more")


async def test_an_idea_that_eased_it_is_kept(town: Town, lee: Someone, sam: Someone) -> None:
    """FIELD 2.8: in a craving, ideas by place and minutes; one that eased it is kept, and counts on as theirs."""
    await sam.writes("Craving")
    await sam.taps("4", "Bored", "Something else", "More ideas", "Place and time", "At home", "2 min", "Show ideas")
    ideas = await sam.sees("Bored, At home, 2 min")
    assert "· A walk: not tried yet" in ideas.text
    await sam.taps("1")
    tried = await sam.sees("Try this for a few minutes:")
    words = tried.text.splitlines()[0].removeprefix("Try this for a few minutes: ")
    assert words in ideas.text
    await sam.taps("Tell me now", "2")
    await sam.sees("From 4 to 2", "helped 1 of 1")
    await sam.taps("Keep it with what helps me")
    sam.phone.looks()
    await sam.writes("/toolkit")
    await sam.sees(words.removesuffix("."), "helped 1 of 1, early to tell")
    tried_events = await town.database.read(_tried)
    assert [set(data) for data in tried_events] == [{"craving", "tried", "item", "code"}]
    assert tried_events[0]["code"], "which techniques reached them is counted from it"


async def test_own_words_come_up_one_at_a_time(town: Town, sam: Someone) -> None:
    """FIELD 2.7: in a craving there is one line of their own, in their words; another one the next time."""
    mine = ["This passes. It always has.", "Mia is watching me do this."]
    await sam.writes("/toolkit")
    await sam.taps("My own words")
    for words in mine:
        sam.phone.looks()
        await sam.taps("Add one")
        await sam.sees("What would you like to hear", "Only you see these")
        await sam.writes(words)
    await sam.sees(*mine)
    shown = set()
    for _ in mine:
        await sam.writes("Craving")
        await sam.taps("4", "Skip")
        bubble = await sam.sees("Pick one thing", "You wrote:")
        found = [words for words in mine if words in bubble.text]
        assert len(found) == 1
        shown.update(found)
    assert shown == set(mine)
    await sam.writes("/toolkit")
    await sam.taps("My own words", "✕ This")
    gone = await sam.sees("Taken off: This passes")
    assert "· This passes" not in gone.text
    await sam.taps("Undo")
    await sam.sees("· This passes")


async def test_a_rough_day(town: Town, lee: Someone, sam: Someone) -> None:
    """A rough day is met without smoking, and nothing of it is kept or told."""
    await sam.writes("Rough day")
    await sam.sees("Smoking can wait", "Nobody is told unless you tap so")
    await sam.taps("Something calming")
    await sam.sees("five things you can see")
    await sam.writes("More")
    await sam.sees("What would you like?")
    assert sam.phone.keyboard == [["Craving", "I smoked"], ["Rough day", "More"]]


async def test_a_finger_that_taps_twice(town: Town, lee: Someone, sam: Someone) -> None:
    """Rated twice before the answer came is one craving, as strong as was tapped last; and so on the quit morning."""
    await sam.writes("Craving")
    sam.phone.looks()
    sam.phone.taps("4")
    await sam.taps("5")
    sam.phone.looks()
    assert [one[0] for one in await town.database.read(_kept)] == [5]
    await sam.writes("/quitdate")
    await sam.taps("3")
    await town.reaches("Tue 08:00")
    sam.phone.looks()
    sam.phone.taps("2")
    await sam.taps("2")
    assert [one[0] for one in await town.database.read(_kept)] == [5, 2]
    await town.goes_on(MINUTE)
    sam.phone.looks()


async def watches(town: Town, someone: Someone, seconds: int) -> list[tuple[int, str]]:
    """What the newest message became in that time, a second at a time, and after how many seconds."""
    seen: list[tuple[int, str]] = []
    for second in range(1, seconds + 2):
        await town.goes_on(SECOND)
        seen += [(second, bubble.text) for bubble in someone.phone.looks()]
    return seen


async def goes_on_in_steps(town: Town, seconds: int) -> None:
    """So long, ten seconds at a time: whatever is to come in between comes."""
    for _ in range(seconds // 10 + 1):
        await town.goes_on(10 * SECOND)


async def _kept(tx: Tx) -> list[tuple[object, ...]]:
    columns = (cravings.c.before, cravings.c.moment, cravings.c.tried, cravings.c.code, cravings.c.after)
    return [tuple(row) for row in await tx.run(select(*columns).order_by(cravings.c.id))]


async def _tried(tx: Tx) -> list[dict[str, object]]:
    wanted = select(events.c.data).where(events.c.kind == "StrategyTried").order_by(events.c.id)
    return list((await tx.run(wanted)).scalars())


async def _edits(town: Town) -> int:
    wanted = select(outbox.c.id).where(outbox.c.verb == "edit", outbox.c.state == "delivered")
    return len((await town.database.read(lambda tx: tx.run(wanted))).all())


async def _waiting(town: Town) -> int:
    wanted = select(outbox.c.id).where(outbox.c.state == "waiting", outbox.c.rank == 0)
    return len((await town.database.read(lambda tx: tx.run(wanted))).all())
