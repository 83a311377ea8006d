"""A text was wrong: it is stopped for everybody, it is known who read it, and they are told."""

from datetime import timedelta

from alongside.house import HOUSEKEEPING
from care.operators.texts import Report, close_open, resume_saying, stop_saying, who_read
from care.people.retention import retention
from care.safety.crisis import forget_lines
from db.delivery import errata, wordings
from db.people import accounts
from db.schedule import prompts
from jobs.timetable import Timetable
from programme.operators import Erratum
from programme.schedule.prompt import Prompt
from tests.stories.town import Someone, Town


async def stops(town: Town, name: str) -> int:
    """The operator stops that for everybody; how many open ones are closed."""
    now = town.clock.now()
    assert await town.database.write(lambda tx: stop_saying(tx.at(now), name, "ops"))
    closed = await town.database.write(lambda tx: close_open(tx.at(now), name))
    await town.settle()
    return closed


async def lets(town: Town, name: str) -> None:
    """It goes on from now on."""
    now = town.clock.now()
    assert await town.database.write(lambda tx: resume_saying(tx.at(now), name, "ops"))


async def read(town: Town, **what: str) -> Report:
    """What `alongside texts received` knows."""
    return await town.database.read(lambda tx: who_read(tx, **what))


async def prompts_of(town: Town, someone: Someone) -> list[Prompt]:
    """All that was due to them, oldest first."""
    person = await town.database.read(lambda tx: accounts.find(tx, someone.phone.id))
    assert person is not None
    since = town.clock.now() - timedelta(days=30)
    return await town.database.read(lambda tx: prompts.of_person(tx, person.id, since))


async def test_a_kind_is_stopped_while_it_runs(town: Town, lee: Someone, sam: Someone) -> None:
    """The check-in that is open ends, the next ones do not come, and that is missed by us and no silence; who asks gets
    one line with the way to people. Undone, it comes as before, and Lee reads of no silent day."""
    await town.reaches("Mon 18:30")
    await sam.sees("How is your mood right now?")
    assert await stops(town, "screen:check_in") == 1
    await sam.sees("This part is off for now", "/help")
    await town.reaches("Tue 21:00")
    await sam.sees_nothing_new()
    monday, tuesday = await prompts_of(town, sam)
    for one in (monday, tuesday):
        assert (one.state, one.reason) == ("missed_by_us", "stopped by us")
    await sam.writes("/checkin")
    await sam.sees("This part is off for now")
    await sam.taps("Talk to someone now")
    await sam.sees("116 123")
    await lets(town, "screen:check_in")
    await town.reaches("Wed 18:30")
    await sam.sees("How is your mood right now?")
    sam.phone.looks()
    assert not await town.database.read(wordings.every_stop)


async def test_one_text_is_stopped_and_it_is_known_who_read_it(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam and Kim read it, in one version; Lee's Sam is named, and Kim, who shows Lee nothing, is counted; stopped, it
    is left out where it stood. Once a screen is something else the text stands there no more."""
    kim = await town.client(lee, "Kim")
    await kim.writes("/settings")
    await kim.taps("Sharing", "☑ Show", "Continue")
    kim.phone.looks()
    for one in (sam, kim):
        await one.writes("More")
        await one.taps("Medicines", "What I use to stop", "What is there?")
        await one.sees("nicotine patches", "None is fine too")
    await kim.taps("Back")
    kim.phone.looks()
    found = await read(town, key="aids-options")
    [version] = found.versions
    assert (version.people, version.messages, version.standing) == (2, 2, 1)
    assert "nicotine patches" in (version.words or "")
    [lees] = found.practitioners
    assert (lees.practitioner, [one.name for one in lees.named], lees.unnamed) == ("Lee", ["Sam"], 1)
    assert lees.named[0].standing
    assert (await read(town, key="aids-options", version="no")).people == 0
    assert (await read(town, screen="aids")).people == 2
    await stops(town, "text:aids-options")
    await sam.writes("More")
    await sam.taps("Medicines", "What I use to stop", "What is there?")
    await sam.sees("This part is off for now")
    await stops(town, "text:aids-well")
    await sam.writes("More")
    await sam.taps("Medicines", "What I use to stop", "☐ Gum", "How it is going")
    await sam.sees("How is it going with gum?")
    assert "Going well" not in sam.labels()


async def test_what_was_read_is_forgotten_with_the_answers(town: Town, lee: Someone, sam: Someone) -> None:
    """The crisis card's within two days, those of a client who keeps nothing within a day, all with erasing; and that
    so much is not known any more is said."""
    kim = await town.client(lee, "Kim")
    await kim.writes("/settings")
    await kim.taps("Sharing", "☑ Keep", "Continue")
    kim.phone.looks()
    await kim.writes("/toolkit")
    await sam.writes("/reasons")
    await sam.writes("I want to kill myself")
    for one in (sam, kim):
        one.phone.looks()
    assert (await read(town, screen="crisis")).people == 1
    assert (await read(town, screen="toolkit")).people == 1
    assert (await read(town, screen="reasons")).people == 1
    before = (await read(town, screen="reasons")).unknown
    await town.goes_on(timedelta(days=3))
    later = town.clock.now()
    for job in (retention, forget_lines):
        await town.database.write(lambda tx, job=job: job(tx.at(later)))  # type: ignore[misc]
    for one in (sam, kim):
        one.phone.looks()
    assert (await read(town, screen="crisis")).people == 0
    assert (await read(town, screen="toolkit")).people == 0
    assert (await read(town, screen="reasons")).people == 1
    assert (await read(town, screen="reasons")).unknown > before
    await sam.writes("/leave")
    await sam.taps("Leave and erase all", "Yes, erase it")
    sam.phone.looks()
    assert (await read(town, screen="reasons")).people == 0


async def hour_by_hour(town: Town, *hours: str) -> None:
    """At each of these hours housekeeping looks what is due, and all that follows happens."""
    for hour in hours:
        await town.reaches(hour)
        await Timetable(town.database, town.clock, HOUSEKEEPING).ask()
        await town.settle()


async def is_to_be_told(town: Town, someone: Someone, what: Erratum) -> None:
    """As the migration writes it down."""
    person = await town.database.read(lambda tx: accounts.find(tx, someone.phone.id))
    assert person is not None
    await town.database.write(lambda tx: errata.add(tx, person.id, what))


async def test_who_read_it_is_told_once_in_the_daytime(town: Town, lee: Someone, sam: Someone) -> None:
    """Sam, who is here, hears of it at nine and not at night, once, and it counts in the day; Kim, who blocked us, when
    she is back; Ana, who left, hears that it is all; who was erased hears nothing. Lee hears of those who show him."""
    kim, ana, mo = [await town.client(lee, name) for name in ("Kim", "Ana", "Mo")]
    for one in (sam, kim, ana, mo):
        await is_to_be_told(town, one, Erratum.SIDE_EFFECTS)
    await is_to_be_told(town, ana, Erratum.ANSWERS)
    await ana.writes("/leave")
    await ana.taps("Leave, keep my answers")
    await mo.writes("/leave")
    await mo.taps("Leave and erase all", "Yes, erase it")
    for one in (ana, mo, lee):
        one.phone.looks()
    kim.phone.blocks()
    await town.settle()
    await town.reaches("Mon 18:30")
    await sam.taps("Good", "0", "None")
    sam.phone.looks()
    await hour_by_hour(town, "Mon 23:00", "Tue 03:30", "Tue 08:01")
    await sam.sees_nothing_new()
    await hour_by_hour(town, "Tue 09:01")
    await sam.sees("Keep taking your medicines", "A pharmacist, your prescriber or 111 can help")
    await sam.taps("Talk to someone now")
    sam.phone.looks()
    told = await ana.sees("Leave, keep my answers", "I'm writing because of this mistake")
    assert "?" not in told.text
    await lee.sees_nothing_new()
    kim.phone.unblocks()
    await kim.writes("/next")
    kim.phone.looks()
    await hour_by_hour(town, "Tue 10:01", "Tue 11:01", "Tue 18:25", "Tue 22:01")
    await kim.sees("Keep taking your medicines")
    assert not [one for one in sam.phone.unseen if "Still here" in one.text], "two messages are what a day may hold"
    for one in (sam, kim, ana):
        one.phone.looks()
    await hour_by_hour(town, "Wed 09:01")
    await lee.sees("I told some people something wrong", "Sam, Kim")
    assert "Ana" not in (lee.phone.last or lee.phone.messages[-1]).text
    await hour_by_hour(town, "Wed 10:01", "Thu 09:01")
    wrong = "told you something wrong"
    said = [sum(wrong in bubble.text for bubble in one.phone.messages) for one in (sam, kim, ana)]
    assert said == [1, 1, 1]
    assert not [bubble for bubble in mo.phone.messages if wrong in bubble.text]
    for one in (sam, kim, ana, lee):
        one.phone.looks()
