"""What a client names, keeps or leaves for tonight: theirs alone, and nothing where there is nothing to end."""

from datetime import date

from care.check_in import cards_shown
from care.measures import scales
from care.people.leaving import leave
from care.planning import worries
from care.quitting import dates, lapses
from care.quitting.dates import set_quit_date
from care.quitting.lapses import tell_smoked
from care.toolkit import add_item
from db import planning, quitting
from db.schedule import plans
from programme.people.consent import ConsentItem
from programme.planning.reasons import Purpose
from programme.quitting.attempts import WhyMoved
from programme.quitting.relapses import Choice
from tests.acts.town import Town, utc

AT = "2026-11-23T20:00"
TODAY = date(2026, 11, 23)


async def test_nothing_goes_on_that_could_end(town: Town) -> None:
    """Without an attempt nothing is named and nothing written down."""
    sam = await town.client(1)
    assert not await town.do(dates.name_relapse, AT, sam, Choice.CUT_DOWN)
    assert await town.events(sam, "RelapseNamed") == []


async def test_an_ended_attempt_is_taken_back_by_its_own_person(town: Town) -> None:
    """On the same day, while no other goes on, and by nobody else; it then is as it was."""
    sam, ana = await town.client(1), await town.client(2)
    done = await town.do(set_quit_date, AT, sam, TODAY)
    assert done is not None
    assert await town.do(dates.name_relapse, AT, sam, Choice.NOT_NOW)
    assert await town.ask(quitting.current_attempt, sam.id) is None
    assert not await town.do(dates.take_back_relapse, AT, ana, done.attempt.id)
    assert await town.do(dates.take_back_relapse, AT, sam, done.attempt.id)
    assert await town.ask(quitting.current_attempt, sam.id) == done.attempt
    assert not await town.do(dates.take_back_relapse, AT, sam, done.attempt.id), "it goes on already"
    assert await town.do(dates.name_relapse, AT, sam, Choice.CUT_DOWN)
    assert not await town.do(dates.take_back_relapse, "2026-11-24T20:00", sam, done.attempt.id), "a day later"


async def test_a_plan_is_of_their_own_lapse_and_item(town: Town) -> None:
    """Neither somebody else's item nor somebody else's lapse can be put together, nor an entry of the diary."""
    sam, ana = await town.client(1), await town.client(2)
    walk = await town.do(add_item, AT, sam, "A walk")
    song = await town.do(add_item, AT, ana, "A song")
    diary = await town.do(tell_smoked, AT, sam)
    assert walk is not None
    assert song is not None
    assert not await town.do(cards_shown.keep_next_time, AT, sam, diary.smoked.id, walk)
    await town.do(set_quit_date, AT, sam, TODAY)
    lapse = await town.do(tell_smoked, "2026-11-23T20:10", sam)
    assert not await town.do(cards_shown.keep_next_time, AT, sam, lapse.smoked.id, song)
    assert not await town.do(cards_shown.keep_next_time, AT, ana, lapse.smoked.id, song)
    assert not await town.do(cards_shown.show_replay, AT, ana, lapse.smoked.id, shown=False)
    assert await town.do(cards_shown.keep_next_time, AT, sam, lapse.smoked.id, walk)


async def test_an_evening_left_leaves_no_trace_where_nothing_is_kept(town: Town) -> None:
    """It is left in peace all the same, and taken back; the history tells of it only of who has answers kept."""
    for number, kept in ((1, True), (2, False)):
        client = await town.client(
            number, agrees=frozenset({ConsentItem.CHECK_IN, *([ConsentItem.KEEP_ANSWERS] if kept else [])})
        )
        assert await town.do(lapses.skip_tonight, AT, client) is not None
        assert await town.ask(lambda tx, who=client: lapses.is_tonight_skipped(tx.at(utc(AT)), who))
        assert await town.do(lapses.undo_skip_tonight, AT, client)
        for kind in ("LeftForTonight", "BackForTonight"):
            assert len(await town.events(client, kind)) == kept


async def test_a_belief_is_not_rated_by_who_left(town: Town) -> None:
    """Their answers stay until the day that was named; an old button adds none."""
    sam = await town.client(1)
    belief = await town.do(worries.write_belief, AT, sam, "It won't last")
    assert belief is not None
    await town.do(leave, AT, sam)
    assert await town.do(worries.rate_belief, AT, sam, belief, 3, again=False) is None
    assert await town.events(sam, "BeliefRated") == []


async def test_reasons_are_kept_with_their_own_try(town: Town) -> None:
    """The newest stands; nobody writes to another's, and without a yes to keeping nothing is written."""
    sam, ana = await town.client(1), await town.client(2)
    kim = await town.client(3, agrees=frozenset({ConsentItem.CHECK_IN}))
    done = await town.do(set_quit_date, AT, sam, TODAY)
    theirs = await town.do(set_quit_date, AT, kim, TODAY)
    assert done is not None
    assert theirs is not None
    assert not await town.do(dates.say_why, AT, ana, done.attempt.id, WhyMoved.UNWELL)
    assert not await town.do(dates.say_why, AT, kim, theirs.attempt.id, WhyMoved.UNWELL)
    assert await town.do(dates.say_why, AT, sam, done.attempt.id, WhyMoved.UNWELL)
    assert await town.do(dates.say_why, AT, sam, done.attempt.id, " Mia is ill. ")
    kept = await town.ask(planning.own_words_of_person, sam.id, [Purpose.WHY_MOVED])
    assert [(one.words, one.code, one.about_id) for one in kept] == [("Mia is ill.", None, done.attempt.id)]


async def test_a_price_without_a_number_is_not_kept(town: Town) -> None:
    """First how many, then what they cost; nothing where answers are not kept."""
    sam, kim = await town.client(1), await town.client(3, agrees=frozenset({ConsentItem.CHECK_IN}))
    assert await town.do(scales.tell_usual, AT, sam, price=(1450, "GBP")) is None
    assert await town.do(scales.tell_usual, AT, sam, a_day=0) is None
    assert await town.do(scales.tell_usual, AT, kim, a_day=20) is None
    told = await town.do(scales.tell_usual, AT, sam, a_day=20)
    later = await town.do(scales.tell_usual, "2026-11-29T20:00", sam, price=(1450, "GBP"))
    assert told is not None
    assert later is not None
    assert (later.a_day, later.price, later.since) == (20, 1450, TODAY)


async def test_tonight_is_a_clients(town: Town) -> None:
    """Twice is as once; taken back it is an evening as any other, and the hello of a lapse stays."""
    sam = await town.client(1)
    await town.do(set_quit_date, AT, sam, TODAY)
    assert await town.do(lapses.skip_tonight, AT, sam) == 1
    assert await town.do(lapses.skip_tonight, "2026-11-23T21:00", sam) == 0
    await town.do(tell_smoked, "2026-11-23T21:10", sam)
    assert await town.do(lapses.undo_skip_tonight, "2026-11-23T21:20", sam)
    assert not await town.do(lapses.undo_skip_tonight, "2026-11-23T21:30", sam)
    hellos = [plan for plan in await town.ask(plans.of_person, sam.id) if plan.kind == "hello"]
    assert [plan.next_due_at for plan in hellos] == [utc("2026-11-24T08:00")]


async def test_a_morning_that_is_left_too_takes_its_hello_along(town: Town) -> None:
    """After a lapse, smoking is left, or told of, before the promised hello came: it comes a day later."""
    sam, kim = await town.client(1), await town.client(2)
    for person, second in ((sam, lapses.skip_tonight), (kim, tell_smoked)):
        await town.do(set_quit_date, AT, person, TODAY)
        await town.do(tell_smoked, "2026-11-23T21:10", person)
        await town.do(second, "2026-11-24T07:30", person)
        hellos = [plan for plan in await town.ask(plans.of_person, person.id) if plan.kind == "hello"]
        assert [plan.next_due_at for plan in hellos] == [utc("2026-11-25T08:00")]
