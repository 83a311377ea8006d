"""Somebody on Sam's side: asked, nudged, stopped, removed, out of reach; and what they never read."""

import re
from collections.abc import Iterator
from datetime import timedelta

import pytest

from db import quitting
from db.people import accounts
from db.store import service_facts
from db.tx import Tx
from simulator import Bubble
from tests.stories.town import Someone, Town

NEVER = re.compile(
    r"therap|depress|anxi|mood|practitioner|\blee\b|session|clinic|smok|cigar|quit|stopping|laps|urge|crav"
    r"|check-?in\b|medic",
    re.IGNORECASE,
)
LINES = (
    "/help", "/start", "/tips", "/encourage", "/settings", "/privacy", "/language", "/leave", "/cancel", "/craving",
    "/checkin", "/summary", "/pause", "/next", "hello", "stop", "Craving",
)  # fmt: skip


@pytest.fixture(autouse=True)
def lee_reads_the_mondays(lee: Someone) -> Iterator[None]:
    """Weeks go by in these stories, and what comes to Lee on a Monday is told elsewhere."""
    yield
    lee.phone.looks()


async def link_for(sam: Someone, *ticks: str, name: str = "Jo", wish: str | None = None) -> str:
    """Sam names somebody, ticks what they may see, and has a link to forward; its payload."""
    await sam.town.database.write(lambda tx: service_facts.put(tx, service_facts.BOT_USERNAME, "some_bot"))
    await sam.writes("/supporters")
    sam.phone.looks()
    await sam.taps("Ask someone")
    await sam.writes(name)
    sam.phone.looks()
    for tick in ticks:
        await sam.taps(f"☐ {tick}")
    if wish is not None:
        await sam.taps("My wish")
        await sam.writes(wish)
        sam.phone.looks()
    await sam.taps("Make the link")
    shown = next(bubble.text for bubble in sam.phone.looks() if "start=" in bubble.text)
    found = re.search(r"start=([\w-]{22})", shown)
    assert found is not None
    return found[1]


async def supporter(town: Town, sam: Someone, *ticks: str, wish: str | None = None) -> Someone:
    """Jo, who opened Sam's link and said yes."""
    token = await link_for(sam, *ticks, wish=wish)
    jo = town.someone("Jo")
    await jo.does(lambda phone: phone.starts(token))
    await jo.taps("Yes, I'm Jo", "Yes, count me in")
    await jo.sees("You're on Sam's side", "Saturday, 11:00", "in London now")
    sam.phone.looks()
    return jo


async def to_saturday(town: Town, *quiet: Someone) -> None:
    """To Saturday 10:59; what others get until then is none of this story."""
    await town.reaches("Sat 10:59")
    for person in quiet:
        person.phone.looks()


async def test_a_nudge_from_the_link_to_done(town: Town, sam: Someone) -> None:
    """Jo hears who asks and what it means, says yes, gets one idea with Sam's wish on Saturday, and does it."""
    token = await link_for(sam, "That I'm stopping", wish="Text about 5.")
    jo = town.someone("Jo")
    await jo.does(lambda phone: phone.starts(token))
    assert "smok" not in (await jo.sees("Sam sent this link to somebody called Jo")).text
    await jo.taps("Yes, I'm Jo")
    await jo.sees("one small idea a week", "Sam is stopping smoking")
    await jo.taps("Yes, count me in")
    await jo.sees("You're on Sam's side", "Saturday, 11:00")
    await sam.sees_nothing_new()
    await to_saturday(town, sam)
    await jo.sees_nothing_new()
    await town.reaches("Sat 11:00")
    await jo.sees("Hi Jo. One small idea", "Sam's wish: “Text about 5.”", "It's not your job")
    await jo.taps("Why this?")
    await jo.sees("You said yes to small ideas for Sam. Saturday at 11:00 is one of the times you picked.")
    await jo.taps("Back")
    jo.phone.looks()
    await jo.taps("Done")
    await jo.sees("Thank you")
    await sam.sees_nothing_new()


async def test_ideas_do_not_repeat(town: Town, sam: Someone) -> None:
    """Ten weeks bring ten ideas to somebody to whom nothing is shown, one a week."""
    jo = await supporter(town, sam)
    await to_saturday(town, sam)
    ideas = set()
    for week in range(10):
        await town.goes_on(timedelta(days=7) if week else timedelta(minutes=1))
        new = [bubble for bubble in jo.phone.looks() if not bubble.edited]
        assert len(new) == 1
        ideas.add(new[0].text)
        sam.phone.looks()
    assert len(ideas) == 10


async def test_not_this_week_and_stop(town: Town, sam: Someone) -> None:
    """Jo leaves one idea out and stops the next week; Sam is not told, and sees it on the list."""
    jo = await supporter(town, sam)
    await to_saturday(town, sam)
    await town.reaches("Sat 11:00")
    jo.phone.looks()
    await jo.taps("Not this week")
    await jo.sees("Another idea comes")
    await town.goes_on(timedelta(days=7))
    jo.phone.looks()
    await jo.taps("Stop these", "Yes, stop")
    await jo.sees("This has ended.")
    sam.phone.looks()
    await town.goes_on(timedelta(days=8))
    await jo.sees_nothing_new()
    assert not [bubble for bubble in sam.phone.looks() if "Jo" in bubble.text]
    await sam.writes("/supporters")
    await sam.sees("Jo: this has ended")


async def test_declining(town: Town, sam: Someone) -> None:
    """Jo says no: nothing comes, and Sam reads "not this time"."""
    token = await link_for(sam)
    jo = town.someone("Jo")
    await jo.does(lambda phone: phone.starts(token))
    await jo.taps("Yes, I'm Jo", "No, thank you")
    await jo.sees("Nothing is set up")
    await to_saturday(town, sam)
    await town.goes_on(timedelta(days=7))
    await jo.sees_nothing_new()
    sam.phone.looks()
    await sam.writes("/supporters")
    await sam.sees("Jo: not this time")


async def test_the_wrong_person(town: Town, sam: Someone) -> None:
    """Eve, to whom the link came by mistake, lets go of it, and Jo can still open it."""
    token = await link_for(sam)
    eve, jo = town.someone("Eve"), town.someone("Jo")
    await eve.does(lambda phone: phone.starts(token))
    await eve.taps("No, that's not me")
    await eve.sees("Nothing is set up")
    await jo.does(lambda phone: phone.starts(token))
    await jo.sees("called Jo")
    await eve.does(lambda phone: phone.starts(token))
    await eve.sees("used by another account")


async def test_removed_between_queueing_and_sending(town: Town, sam: Someone) -> None:
    """The nudge is in the outbox when Sam ends it: nothing arrives, and later Jo reads that it has ended."""
    jo = await supporter(town, sam)
    await to_saturday(town, sam)
    await sam.writes("/supporters")
    await sam.taps("Jo", "End this")
    sam.phone.looks()
    before = len(jo.phone.messages)
    await town.is_down("Sat 11:00")
    await town.database.write(lambda tx: _queue(tx, town))
    sam.phone.taps("Yes, end it")
    await town.settle()
    await sam.sees("People on your side")
    assert len(jo.phone.messages) == before
    await town.goes_on(timedelta(days=7))
    sam.phone.looks()
    await jo.sees_nothing_new()
    await jo.writes("/encourage")
    assert (await jo.sees("This has ended.")).text.strip() == "This has ended."


async def _queue(tx: Tx, town: Town) -> None:
    """The pulse has been and the sender has not."""
    from care.schedule.due import open_due
    from db.delivery import outbox

    assert (await open_due(tx.at(town.clock.now()))).opened == 1
    jo = await accounts.find(tx, next(person.phone.id for person in town.people if person.phone.name == "Jo"))
    assert jo is not None
    assert [row.verb for row in await outbox.of_person(tx, jo.id) if row.state == "waiting"] == ["send"]


async def test_an_open_nudge_ends_with_sams_word(town: Town, sam: Someone) -> None:
    """Jo has an idea open when Sam ends it: the message changes silently, and its buttons are gone."""
    jo = await supporter(town, sam)
    await to_saturday(town, sam)
    await town.reaches("Sat 11:00")
    jo.phone.looks()
    await sam.writes("/supporters")
    await sam.taps("Jo", "End this", "Yes, end it")
    sam.phone.looks()
    shown = await jo.sees("This has ended.")
    assert shown.edited
    assert not shown.buttons


async def test_jo_blocks(town: Town, sam: Someone) -> None:
    """Jo blocks the bot: Sam's list says that Jo can't be reached, and nothing else; unblocked, the next idea comes."""
    jo = await supporter(town, sam)
    await jo.does(lambda phone: phone.blocks())
    await to_saturday(town, sam)
    await town.goes_on(timedelta(days=1))
    assert not [bubble for bubble in sam.phone.looks() if "Jo" in bubble.text]
    await sam.writes("/supporters")
    assert "Jo: can't be reached\n" in (await sam.sees("People on your side")).text + "\n"


async def test_encouraging(town: Town, sam: Someone) -> None:
    """Jo writes a line and looks at it; Sam gets it as it is, says that it helped, and Jo is not told."""
    jo = await supporter(town, sam)
    await jo.writes("/encourage")
    await jo.sees("A line for Sam?")
    await jo.writes("You <3 are doing fine.")
    await jo.sees("Sam will read this", "You <3 are doing fine.")
    await sam.sees_nothing_new()
    await jo.taps("Send it")
    await jo.sees("Sent to Sam")
    await sam.sees("Jo sent you a line", "You <3 are doing fine.")
    await sam.taps("That helped")
    await sam.sees("Jo isn't told")
    await jo.sees_nothing_new()


async def test_a_line_waits_for_the_morning_and_is_not_sent_after_the_end(town: Town, sam: Someone) -> None:
    """At night a line waits; one from somebody whom Sam takes off meanwhile never comes."""
    jo = await supporter(town, sam)
    for ends in (False, True):
        await town.reaches("23:00")
        sam.phone.looks()
        await jo.writes("/encourage")
        await jo.writes("Sleep well.")
        await jo.taps("Send it")
        jo.phone.looks()
        await sam.sees_nothing_new()
        if ends:
            await sam.writes("/supporters")
            await sam.taps("Jo", "End this", "Yes, end it")
            sam.phone.looks()
        await town.reaches("07:01")
        assert bool([bubble for bubble in sam.phone.looks() if "Sleep well" in bubble.text]) is not ends


async def test_a_line_waits_on_the_evening_of_a_lapse(town: Town, sam: Someone) -> None:
    """Sam has smoked and is left in peace until the morning: a line from Jo comes then, and Jo is told nothing."""
    jo = await supporter(town, sam)
    await town.database.write(lambda tx: _quits(tx, town, sam))
    await sam.writes("I smoked")
    sam.phone.looks()
    await jo.writes("/encourage")
    await jo.writes("Here if you like.")
    await jo.taps("Send it")
    await jo.sees("Sent to Sam")
    jo.phone.looks()
    await town.reaches("06:59")
    await sam.sees_nothing_new()
    await town.reaches("08:00")
    assert [bubble for bubble in sam.phone.looks() if "Here if you like" in bubble.text]


async def test_good_news_that_sam_chooses(town: Town, sam: Someone) -> None:
    """Sam, who ticked good news, writes a line, looks at it and sends it; without a tick there is no such button."""
    jo = await supporter(town, sam)
    await sam.writes("/supporters")
    await sam.taps("Jo")
    sam.phone.looks()
    assert not [label for label in sam.labels() if label.startswith("Tell")]
    await sam.taps("☐ Good news", "Tell Jo")
    await sam.sees("What would you like Jo to know?")
    await sam.writes("A whole good week.")
    await sam.sees("Jo will read this", "A whole good week.")
    await jo.sees_nothing_new()
    await sam.taps("Send it")
    await sam.sees("Sent to Jo")
    await jo.sees("Sam wants you to know", "A whole good week.")


async def test_a_smoke_free_day_to_tell_of(town: Town, sam: Someone) -> None:
    """The days so far are one tap to write, and go when Sam has looked at them and sends them; never by themselves."""
    jo = await supporter(town, sam, "Good news")
    await town.database.write(lambda tx: _quits(tx, town, sam))
    await town.reaches("Mon 18:30")
    await sam.taps("Good", "0", "None")
    await town.reaches("Tue 12:00")
    sam.phone.looks()
    await jo.sees_nothing_new()
    await sam.writes("/supporters")
    await sam.taps("Jo", "Tell Jo", "One smoke-free day.")
    await sam.sees("Jo will read this", "One smoke-free day.", "This tells Jo that you're stopping. Send it?")
    assert sam.labels() == ["Send it", "Leave it out", "Change it"]
    await sam.taps("Send it")
    sam.phone.looks()
    await jo.sees("Sam wants you to know", "One smoke-free day.")


async def test_a_milestone_is_told_inside_a_check_in_and_by_sam_alone(town: Town, sam: Someone) -> None:
    """The first smoke-free day rides in the next check-in's closing words, once, with a button for Jo as the ticked box
    allows. What Jo will read is looked at before it goes, and "Not now" sends nothing. It is no message of its own."""
    jo = await supporter(town, sam, "Good news")
    await town.database.write(lambda tx: _quits(tx, town, sam))
    await town.reaches("Mon 18:30")
    sent = len(sam.phone.messages)
    await sam.taps("Good", "0", "None")
    assert "reached" not in (await sam.sees("Saved, thank you")).text
    await town.reaches("Tue 18:30")
    await sam.taps("Good", "0", "None")
    await sam.sees("Saved, thank you", "You've reached 1 smoke-free day. That took effort.")
    assert len(sam.phone.messages) - sent == 1
    await jo.sees_nothing_new()
    await sam.taps("Tell Jo")
    await sam.sees("Jo will read this, and nothing else:", "Sam wants you to know:", "“1 smoke-free day.”")
    await sam.taps("Leave it out")
    sam.phone.looks()
    await jo.sees_nothing_new()
    await sam.writes("/progress")
    await sam.sees("Reached: 1 smoke-free day")
    await sam.taps("Tell Jo", "Send it")
    await sam.sees("Sent to Jo")
    assert (await jo.sees("Sam wants you to know")).text == "Sam wants you to know:\n\n“1 smoke-free day.”"
    await town.reaches("Wed 18:30")
    await sam.taps("Good", "0", "None")
    assert "reached" not in (await sam.sees("Saved, thank you")).text


async def test_a_milestone_waits_out_the_day_of_a_lapse(town: Town, sam: Someone) -> None:
    """Sam smoked and said so: nothing is celebrated that day, on /progress neither; the next day tells what is true."""
    await supporter(town, sam, "Let me choose")
    await town.database.write(lambda tx: _quits(tx, town, sam))
    await town.reaches("Mon 18:30")
    await sam.taps("Good", "0", "None")
    await town.reaches("Tue 18:30")
    await sam.taps("Good", "4", "1", "Stress", "A walk", "Done")
    assert "reached" not in (await sam.sees("Saved, thank you")).text
    await sam.writes("/progress")
    assert "Reached" not in (await sam.sees("Smoke-free days: 1")).text
    assert "Tell Jo" not in sam.labels()
    await town.reaches("Wed 12:00")
    await sam.writes("/smoked")
    sam.phone.looks()
    await sam.writes("/checkin")
    await sam.taps("Good", "0", "None")
    assert "reached" not in (await sam.sees("Saved, thank you")).text
    await town.reaches("Thu 18:30")
    sam.phone.looks()
    await sam.taps("Good", "0", "None")
    await sam.sees("Saved, thank you", "You've reached 1 smoke-free day")
    assert "Tell Jo" in sam.labels()


async def test_who_may_not_hear_of_it_is_not_offered(town: Town, sam: Someone) -> None:
    """Jo knows that Sam is stopping, and nothing else was ticked: no button for Jo beside the milestone."""
    await supporter(town, sam, "That I'm stopping")
    await town.database.write(lambda tx: _quits(tx, town, sam))
    await town.reaches("Mon 18:30")
    await sam.taps("Good", "0", "None")
    await town.reaches("Tue 18:30")
    await sam.taps("Good", "0", "None")
    await sam.sees("You've reached 1 smoke-free day")
    assert not [label for label in sam.labels() if label.startswith("Tell")]
    sam.phone.looks()


async def _quits(tx: Tx, town: Town, sam: Someone) -> None:
    person = await accounts.find(tx, sam.phone.id)
    assert person is not None
    await quitting.add_attempt(tx.at(town.clock.now()), person.id, town.clock.now().date())


async def test_words_that_name_smoking_ask_first(town: Town, sam: Someone) -> None:
    """What Sam calls Jo is the first thing that Jo reads, and the wish stands in every idea: neither goes to somebody
    who is not to know, before Sam has said that it may."""
    await town.database.write(lambda tx: service_facts.put(tx, service_facts.BOT_USERNAME, "some_bot"))
    await sam.writes("/supporters")
    await sam.taps("Ask someone")
    await sam.writes("Quit buddy")
    await sam.taps("My wish")
    await sam.writes("Don't ask if I smoked.")
    await sam.sees("Your wish: “Don't ask if I smoked.”", "This tells Quit buddy that you're stopping. Send it?")
    assert sam.labels() == ["Send it", "Change it", "Leave it out"]
    await sam.taps("Leave it out", "What they see")
    assert "smoked" not in (await sam.sees("What Quit buddy would read")).text
    await sam.taps("Back", "Make the link")
    await sam.sees("“Quit buddy”. That tells them you're stopping.")
    assert sam.labels() == ["Make the link", "Take off the list", "Back"]
    await sam.taps("Make the link")
    assert any("start=" in bubble.text for bubble in sam.phone.looks())


async def test_sam_looks_at_what_jo_reads(town: Town, sam: Someone) -> None:
    """The preview is the nudge itself, with the wish, before Jo is asked."""
    await link_for(sam, wish="Text about 5.")
    await sam.writes("/supporters")
    await sam.taps("Jo", "What they see")
    await sam.sees("What Jo would read", "One small idea", "Sam's wish: “Text about 5.”")


async def test_jo_is_worried(town: Town, sam: Someone) -> None:
    """A card with people to call, and a plain word that nothing is passed on; nobody is told."""
    jo = await supporter(town, sam)
    await to_saturday(town, sam)
    await town.reaches("Sat 11:00")
    jo.phone.looks()
    await jo.taps("I'm worried")
    await jo.sees("This is not passed on", "999", "116 123")
    await sam.sees_nothing_new()


async def test_jo_picks_the_days(town: Town, sam: Someone) -> None:
    """Jo takes Saturday out and Tuesday in, at 17:00: the next idea comes then."""
    jo = await supporter(town, sam)
    await jo.taps("Change days", "☐ Tuesday", "☑ Saturday", "☐ 17:00", "Done")
    await jo.sees("Ideas come: Tuesday, 17:00")
    await town.reaches("Tue 16:59")
    await jo.sees_nothing_new()
    await town.reaches("Tue 17:00")
    await jo.sees("Hi Jo. One small idea")
    sam.phone.looks()


async def test_jo_looks_at_what_comes(town: Town, lee: Someone, sam: Someone) -> None:
    """/next is in Jo's menu and in Lee's, and names what comes to each of them, and nothing else."""
    jo = await supporter(town, sam)
    jos, lees = "Sat 7 Mar 11:00 · a small idea for Sam", "Mon 9 Mar 08:00 · your summary"
    for one, comes, day in ((jo, jos, "Saturday"), (lee, lees, "Monday")):
        expected = f"From {day} on this is what I expect. It can still change."
        assert "next" in one.phone.commands
        await one.writes("/next")
        assert (await one.sees("Next seven days")).text == f"Next seven days\n{expected}\n{comes}"


async def test_sam_leaves(town: Town, sam: Someone) -> None:
    """When Sam leaves and erases all, nothing more comes to Jo, and it has ended."""
    jo = await supporter(town, sam)
    await sam.writes("/leave")
    await sam.taps("Leave and erase", "Yes")
    sam.phone.looks()
    await town.goes_on(timedelta(days=8))
    await jo.sees_nothing_new()


@pytest.mark.parametrize("line", LINES)
async def test_nothing_that_jo_reads_tells(town: Town, sam: Someone, line: str) -> None:
    """Whatever Jo types, taps or opens, no answer says what Sam uses this for; nor does the menu."""
    jo = await supporter(town, sam)
    await jo.writes(line)
    _tells_nothing(jo)
    for label in jo.labels():
        await jo.writes(line)
        if label in jo.labels():
            await jo.taps(label)
        _tells_nothing(jo)
    sam.phone.looks()


def _tells_nothing(jo: Someone) -> None:
    for bubble in jo.phone.looks():
        said = _said(bubble)
        assert not NEVER.search(said), said


def _said(bubble: Bubble) -> str:
    if bubble.from_me:
        return ""
    return " ".join([bubble.text, *(button.label for row in bubble.buttons for button in row)])
