"""What is not agreed to is not sent: every screen of a practitioner, for every combination of yes and no."""

from itertools import product

from sqlalchemy import update

from bot.screens import SCREENS
from bot.texts import texts_for
from bot.texts.data import shown_line_of
from bot.texts.tracked import TrackedTexts
from care import medicines
from care.check_in import answers
from care.measures import scales
from care.practice.weekly import set_summary_time
from care.quitting import dates, lapses, progress, readings
from db import toolkit
from db.delivery.screens import ScreenRow
from db.people import accounts, consents
from db.schedule import prompts
from db.tables import consents as consents_table
from programme.check_in.answers import Question
from programme.measures.dependence import First, Hsi, PerDay
from programme.measures.mood import MpssItem
from programme.medicines.regular import SmokingChange, Takes
from programme.people.consent import FIRST, STANDING, VERSION, Consent, ConsentItem, ShownLine, shows
from programme.people.person import Person
from programme.quitting.lapses import Stage
from programme.schedule.plan import SUMMARY
from tests.acts.town import Town, utc

JOINED, EVENING, MONDAY = "2026-11-17T12:00", "2026-11-22T18:30", "2026-11-23T08:00"
OF_ONE = ("summary", "outcomes", "scores", "coverage", "next", "picture_of")
ASKED = (ConsentItem.SUMMARY, ConsentItem.KEEP_ANSWERS)


async def everything_told(town: Town, sam: Person, lee: Person) -> None:
    """A week of evenings, a quit date, a lapse, set questions, a medicine, and what Lee entered."""
    await town.do(dates.set_quit_date, JOINED, sam, utc("2026-11-20T12:00").date())
    walk = str(await town.do(lambda tx: toolkit.add(tx, sam.id, "A walk"), JOINED))
    for day in range(18, 23):
        evening = await town.asked(sam, f"2026-11-{day}T18:30")
        mood = "ok" if day == 18 else "low"  # of a low day less is asked
        said = {"mood": mood, "urge": "4", "cigarettes": "2-5", "moment": "stress", "helped": walk}
        for question, value in said.items():
            await town.do(answers.answer, f"2026-11-{day}T18:40", sam, evening.id, Question(question), value)
        await town.tend(f"2026-11-{day}T23:30")
    await town.do(lapses.tell_smoked, EVENING, sam)
    await town.do(progress.say_stage, EVENING, sam, Stage.PLANNING)
    await town.do(scales.tell_hsi, EVENING, sam, Hsi(First.WITHIN_5, PerDay.UP_TO_20))
    filling = await town.do(scales.begin_filling, EVENING, sam)
    assert filling is not None
    await town.do(scales.answer_item, EVENING, sam, filling.id, MpssItem.DEPRESSED, "5")
    await town.do(medicines.say_takes, EVENING, sam, SmokingChange.SET, utc(EVENING).date(), Takes.YES)
    await town.do(readings.say_treated, EVENING, lee, sam.id, treated=True)


async def seen(town: Town, lee: Person, sam: Person) -> set[ShownLine]:
    """What Lee can read, on Monday's message and on every page of Sam's, opened now."""
    await town.open_due(MONDAY)
    [monday] = [one for one in await town.ask(prompts.of_person, lee.id, utc(JOINED)) if one.kind == SUMMARY]
    pages = [("weekly", monday.id), *((name, sam.id) for name in OF_ONE)]
    heard = TrackedTexts(texts_for("en"))
    for name, about in pages:
        row = ScreenRow(1, lee.id, name, {}, about, None, True)
        facts = await town.do(SCREENS[name].facts, MONDAY, lee, row)
        SCREENS[name].screen(facts, heard)
    return {line for key in heard.keys if (line := shown_line_of(key)) is not None}


async def said(town: Town, sam: Person, answers: dict[ConsentItem, bool], version: int) -> list[Consent]:
    """As if Sam had answered that to words of that version, and nothing were deleted for it."""
    for item, granted in answers.items():
        where = (consents_table.c.person_id == sam.id, consents_table.c.item == item.value)
        changed = update(consents_table).where(*where).values(granted=granted, version=version)
        await town.do(lambda tx, one=changed: tx.run(one), MONDAY)
    return [Consent(item, granted, version, utc(MONDAY)) for item, granted in answers.items()]


async def test_no_line_stands_without_its_yes(town: Town) -> None:
    """With all yeses every kind of thing is there; with one off, or given to older words, none that needs it."""
    sam = await town.client(1, since=JOINED)
    lee = await town.ask(accounts.find, 999_999)
    assert lee is not None
    await town.do(set_summary_time, JOINED, lee)
    await everything_told(town, sam, lee)
    for version in (VERSION, FIRST):
        for yes in product((True, False), repeat=len(ASKED)):
            answers = await said(town, sam, dict(zip(ASKED, yes, strict=True)), version)
            found = await seen(town, lee, sam)
            allowed = {line for line in STANDING if shows(answers, line)}
            assert found & STANDING.keys() <= allowed, (answers, version)
            if version == VERSION and all(yes):
                assert STANDING.keys() <= found


async def test_many_are_asked_as_one_is(town: Town) -> None:
    """Of every line, whether one client shows it and which of many do is the same, by old words and by new ones."""
    answers = list(product((True, False), repeat=len(ASKED)))
    everybody = [
        await town.client(1 + number, agrees=frozenset(item for item, yes in zip(ASKED, said, strict=True) if yes))
        for number, said in enumerate(answers * 2)
    ]
    older = [one.id for one in everybody[: len(answers)]]
    of_older = consents_table.c.person_id.in_(older)
    await town.do(lambda tx: tx.run(update(consents_table).where(of_older).values(version=FIRST)), MONDAY)
    for line in STANDING:
        found = await town.ask(consents.showing, [one.id for one in everybody], line)
        assert found == {one.id for one in everybody if await town.ask(consents.shows, one.id, line)}
        assert found
