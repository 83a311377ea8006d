"""Plans of every kind go the same way: one record a slot, one message, one look before it goes."""

from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import insert

from care.check_in.answers import answer
from care.check_in.starting import Started, start_now
from care.delivery.check_before_send import check_before_send, on_not_sent
from care.delivery.say import Unwanted, Wanted
from care.people.joining import set_place
from care.schedule.due import PromptsAdvanced, Tally
from care.schedule.pause import come_back, pause
from care.schedule.plans import cancel_greeting, end_plans, greeting_at, move_plans, schedule_greeting, set_plan
from care.schedule.upcoming import upcoming
from db.delivery import screens
from db.people import accounts
from db.schedule import plans
from db.tables import clients as clients_table
from db.tables import consents as consents_table
from db.tables import outbox
from db.tables import people as people_table
from db.tables import plans as plans_table
from db.tx import Tx
from programme.check_in.answers import Question
from programme.people.person import Person, Place, Role
from programme.schedule.kinds import KINDS, rule_of
from programme.schedule.pause import Length
from programme.schedule.plan import CHECK_IN, HELLO, NEVER, NUDGE, SUMMARY
from programme.schedule.prompt import Prompt, PromptState
from programme.schedule.reason_code import ReasonCode
from tests.acts.supported import supported
from tests.acts.town import LONDON, Town, utc

S = PromptState
FRIDAY, MORNING, NOON = "2026-11-20T12:00", time(8), time(12)
LEE = 999_999


async def jo(town: Town, sam: Person, *days: int, at: time = NOON) -> Person:
    """Somebody who is nudged about Sam on these weekdays at noon."""
    person = await town.do(accounts.ensure, FRIDAY, 77, "en")
    await town.do(supported, FRIDAY, sam.id, person.id)
    rule = rule_of(NUDGE, at, weekdays=frozenset(days or range(7)))
    await town.do(set_plan, "2026-11-20T11:00", person.id, NUDGE, rule, LONDON, about_id=sam.id, actor_id=sam.id)
    return person


async def lee(town: Town) -> Person:
    """Sam's practitioner, with a summary on Mondays at 8:00."""
    person = await town.ask(accounts.find, LEE)
    assert person is not None
    rule = rule_of(SUMMARY, MORNING, weekdays=frozenset({0}))
    await town.do(set_plan, FRIDAY, person.id, SUMMARY, rule, LONDON)
    return person


async def shown(town: Town, person: Person) -> list[str]:
    """The names of that person's screens that wait or stand."""
    return [row.name for row in await town.ask(screens.live_of, person.id)]


async def states(town: Town, person: Person) -> list[tuple[str, str]]:
    """Kind and state of all that was due."""
    return [(one.kind, one.state.value) for one in await town.prompts(person)]


async def verdict(town: Town, person: Person, now: str) -> Any:
    """The last look at the message that waits for that person."""
    row = next(row for row in await town.outbox(person) if row.state == "waiting")
    return await town.do(check_before_send, now, row)


def test_each_kind_says_whose_it_is() -> None:
    """A client's, a supporter's and a practitioner's kinds; and what is asked can be silence, what is said cannot."""
    assert {kind.name: kind.role for kind in KINDS.values() if kind.role is not Role.CLIENT} == {
        NUDGE: Role.SUPPORTER,
        SUMMARY: Role.PRACTITIONER,
    }
    assert {kind.name for kind in KINDS.values() if kind.asks} >= {CHECK_IN, NUDGE}


async def test_every_kind_is_opened_with_its_own_screen_and_event(town: Town) -> None:
    """On Monday at 8:00 a hello to Sam, Jo's nudge and Lee's summary open in one look, each as what it is."""
    sam = await town.client(at=None)
    helper, practitioner = await jo(town, sam, 0, at=MORNING), await lee(town)
    await town.do(schedule_greeting, FRIDAY, sam, date(2026, 11, 23), MORNING, ReasonCode.LAPSE)
    assert await town.open_due("2026-11-23T08:00") == Tally(opened=3)
    for person, kind, rule, chosen in (
        (sam, HELLO, "once", "lapse"),
        (helper, NUDGE, "weekdays", "your days"),
        (practitioner, SUMMARY, "weekdays", "your time"),
    ):
        (prompt,) = await town.prompts(person)
        assert (prompt.kind, prompt.state, prompt.slot) == (kind, S.OPEN, "08:00")
        assert (prompt.decision["rule"], prompt.decision["chosen"]) == (rule, chosen)
        assert prompt.about_id == (sam.id if kind == NUDGE else None)
        assert await shown(town, person) == [KINDS[kind].screen]
        assert await town.waiting(person) == [f"send p{prompt.id}:ask"]
        assert len(await town.events(person, f"{KINDS[kind].event}Opened")) == 1


async def test_only_a_check_in_has_a_reminder(town: Town) -> None:
    """The others wait for their close, and nothing more is said."""
    sam = await town.client(at=None)
    helper = await jo(town, sam)
    prompt = await town.asked(helper, "2026-11-20T12:01")
    assert prompt.next_at == prompt.closes_at == utc("2026-11-20T22:00")
    assert await town.tend("2026-11-20T21:59") == PromptsAdvanced()


async def test_what_asks_nothing_is_done_when_its_window_is_over(town: Town) -> None:
    """Lee's summary stays as it was read, without an edit; Jo's nudge is closed without an answer."""
    sam = await town.client(at=None)
    helper, practitioner = await jo(town, sam, 0, at=MORNING), await lee(town)
    await town.open_due("2026-11-23T08:00")
    await town.deliver("2026-11-23T08:00")
    assert await town.tend("2026-11-23T22:00") == PromptsAdvanced(closed=2)
    assert (await states(town, practitioner), await states(town, helper)) == (
        [(SUMMARY, "done")],
        [(NUDGE, "expired")],
    )
    assert (await town.waiting(practitioner), await town.waiting(helper)) == ([], ["edit"])


async def test_a_hello_is_said_once(town: Town) -> None:
    """After its date the plan has ended, and the event says until when it held."""
    sam = await town.client(at=None)
    assert await town.do(schedule_greeting, FRIDAY, sam, date(2026, 11, 21)) == utc("2026-11-21T08:00")
    assert await town.ask(greeting_at, sam.id) == utc("2026-11-21T08:00")
    assert await town.open_due("2026-11-21T08:00") == Tally(opened=1)
    assert await town.ask(plans.of_person, sam.id) == []
    (ended,) = await town.events(sam, "PlanEnded")
    assert ended.data["until"] == utc("2026-11-21T08:00").isoformat()
    assert await town.open_due("2026-11-28T08:00") == Tally()


async def test_a_hello_comes_in_the_morning_or_not_at_all(town: Town) -> None:
    """What was to be said at 8:00 is missed by us at noon."""
    sam = await town.client(at=None)
    await town.do(schedule_greeting, FRIDAY, sam, date(2026, 11, 21))
    assert await town.open_due("2026-11-21T12:00") == Tally(missed_by_us=1)
    assert await town.waiting(sam) == []


async def test_a_later_promise_takes_the_place_of_an_earlier_one(town: Town) -> None:
    """One hello is promised at a time, and it can be taken back."""
    sam = await town.client(at=None)
    await town.do(schedule_greeting, FRIDAY, sam, date(2026, 11, 21))
    await town.do(schedule_greeting, "2026-11-20T20:00", sam, date(2026, 11, 22))
    assert await town.ask(greeting_at, sam.id) == utc("2026-11-22T08:00")
    await town.do(cancel_greeting, "2026-11-20T21:00", sam.id)
    assert await town.ask(greeting_at, sam.id) is None
    assert await town.open_due("2026-11-23T09:00") == Tally()


async def test_no_hello_is_promised_to_who_does_not_want_to_be_written_to(town: Town) -> None:
    """And one that was promised is not said once they take back their yes."""
    sam = await town.client()
    await town.do(schedule_greeting, FRIDAY, sam, date(2026, 11, 21))
    await town.choose("2026-11-20T13:00", sam, check_in=False)
    assert await town.do(schedule_greeting, "2026-11-20T14:00", sam, date(2026, 11, 21)) is None
    await town.open_due("2026-11-21T08:00")
    assert await town.prompts(sam) == []


async def test_a_moment_that_is_over_or_at_night_is_refused(town: Town) -> None:
    """Nothing is promised that cannot be kept."""
    sam = await town.client(at=None)
    for on, at in ((date(2026, 11, 20), MORNING), (date(2026, 11, 21), time(6, 59))):
        with pytest.raises(ValueError, match=r"never comes round|outside the quiet hours"):
            await town.do(schedule_greeting, FRIDAY, sam, on, at)


async def test_kinds_do_not_get_into_each_others_way(town: Town) -> None:
    """A check-in leaves a hello alone, and a nudge about one client the nudge about another; two a day reach Jo."""
    sam, kim = await town.client(), await town.client(2, at=None)
    helper = await jo(town, sam)
    await town.do(supported, FRIDAY, kim.id, helper.id)
    for one, rule in ((sam, rule_of(NUDGE, NOON)), (kim, rule_of(NUDGE, time(12, 30), time(17)))):
        await town.do(set_plan, "2026-11-20T11:00", helper.id, NUDGE, rule, LONDON, about_id=one.id)
    await town.do(schedule_greeting, FRIDAY, sam, date(2026, 11, 20), time(17), ReasonCode.LAPSE)
    for now in ("12:00", "12:30", "17:00", "18:30"):
        await town.open_due(f"2026-11-20T{now}")
        await town.deliver(f"2026-11-20T{now}")
    assert await states(town, sam) == [(HELLO, "open"), (CHECK_IN, "open")]
    assert [state for _, state in await states(town, helper)] == ["open", "open", "skipped"]
    await town.tend("2026-11-20T22:00")
    for now in ("12:00", "12:30", "17:00"):
        await town.open_due(f"2026-11-21T{now}")
        await town.deliver(f"2026-11-21T{now}")
    assert [one.about_id for one in await town.prompts(helper) if one.state is S.OPEN] == [sam.id, kim.id]


async def test_a_nudge_ends_with_the_client_and_the_plan(town: Town) -> None:
    """What waits for Jo is not sent once that is over, and no plan is left when Sam has gone."""
    sam = await town.client(at=None)
    helper = await jo(town, sam)
    await town.open_due("2026-11-20T12:00")
    assert await verdict(town, helper, "2026-11-20T12:00") == Wanted()
    (row,) = await town.outbox(helper)
    await town.do(end_plans, "2026-11-20T12:01", helper.id, {NUDGE}, about_id=sam.id)
    assert await town.do(check_before_send, "2026-11-20T12:01", row) == Unwanted(ReasonCode.ENDED)
    assert await town.waiting(helper) == []
    await jo(town, sam, at=time(17))
    await town.database.write(lambda tx: tx.run(clients_table.update().values(left_at=utc("2026-11-20T16:00"))))
    assert await town.open_due("2026-11-20T17:00") == Tally()
    assert await town.ask(plans.about, sam.id) == []


async def test_withdrawing_as_a_client_ends_nothing_else(town: Town) -> None:
    """Sam, who is Kim's supporter too, takes no more check-ins and still hears about Kim."""
    sam, kim = await town.client(), await town.client(2, at=None)
    await town.do(supported, FRIDAY, kim.id, sam.id)
    await town.do(set_plan, FRIDAY, sam.id, NUDGE, rule_of(NUDGE, NOON), LONDON, about_id=kim.id)
    await town.do(end_plans, FRIDAY, sam.id)
    assert [plan.kind for plan in await town.ask(plans.of_person, sam.id)] == [NUDGE]


async def test_another_zone_moves_everything(town: Town) -> None:
    """Whatever is planned keeps its wall time; a hello whose moment is over there is not said."""
    sam = await town.client()
    await town.do(schedule_greeting, FRIDAY, sam, date(2026, 11, 21))
    await town.do(move_plans, "2026-11-20T13:00", sam.id, "America/New_York")
    due = {plan.kind: plan.next_due_at for plan in await town.ask(plans.of_person, sam.id)}
    assert due == {CHECK_IN: utc("2026-11-20T23:30"), HELLO: utc("2026-11-21T13:00")}
    await town.do(move_plans, "2026-11-20T22:00", sam.id, "Pacific/Auckland")
    assert [plan.kind for plan in await town.ask(plans.of_person, sam.id)] == [CHECK_IN]


async def test_a_mixed_thousand_opens_at_constant_cost(town: Town) -> None:
    """However many of three kinds are due at once, a claim runs the same few statements."""
    now = "2026-11-23T08:00"
    await town.do(_crowd, now, 600)
    counts = []
    for limit in (30, 150, 300):
        with town.statements() as ran:
            tally = await town.open_due(now, limit=limit)
        assert tally == Tally(opened=limit, more=True)
        counts.append(len([one for one in ran if not one.startswith("BEGIN")]))
    assert len(set(counts)) == 1
    assert counts[0] <= 15


async def _crowd(tx: Tx, count: int) -> None:
    ids = range(1, count + 1)
    await tx.run(
        insert(people_table), [{"id": n, "telegram_id": n, "locale": "en", "first_seen_at": tx.now} for n in ids]
    )
    await tx.run(insert(clients_table), [{"person_id": n, "practitioner_id": 1, "joined_at": tx.now} for n in ids])
    said = {"item": "check_in", "granted": True, "version": 1, "at": tx.now}
    await tx.run(insert(consents_table), [said | {"person_id": n} for n in ids])
    rules = {
        CHECK_IN: rule_of(CHECK_IN, MORNING),
        HELLO: rule_of(HELLO, MORNING, on=date(2026, 11, 23), why=ReasonCode.LAPSE),
        NUDGE: rule_of(NUDGE, MORNING),
    }
    row = {"zone": LONDON, "version": 1, "made_at": tx.now, "next_due_at": tx.now}
    for n in ids:
        await supported(tx, 1, n)
    await tx.run(
        insert(plans_table),
        [
            row | {"id": n, "person_id": n, "about_id": 1 if kind == NUDGE else None, "kind": kind}
            | {"rule": rules[kind].to_json()}
            for n, kind in zip(ids, list(rules) * count, strict=False)
        ],
    )  # fmt: skip


async def paused(town: Town, now: str, sam: Person, length: Length) -> None:
    """Sam takes a break."""
    assert await town.do(pause, now, sam, length) is not None


async def test_a_pause_holds_everything_back_until_the_hello(town: Town) -> None:
    """Three days: two check-ins and Jo's nudges are not asked and not silence; at 8:00 on Monday Sam hears a hello."""
    sam = await town.client()
    helper = await jo(town, sam)
    await paused(town, "2026-11-20T13:00", sam, Length.THREE_DAYS)
    assert await town.open_due("2026-11-23T07:59") == Tally(paused=5, missed_by_us=1)
    assert await town.open_due("2026-11-23T08:00") == Tally(opened=1)
    assert await states(town, sam) == [*[(CHECK_IN, "paused")] * 3, (HELLO, "open")]
    assert [state for _, state in await states(town, helper)] == ["missed_by_us", "paused", "paused"]
    assert (await town.prompts(sam))[-1].decision["chosen"] == ReasonCode.PAUSE_ENDS
    assert await town.waiting(helper) == []
    assert await town.open_due("2026-11-23T18:30") == Tally(opened=2)


async def test_a_pause_ends_what_is_open_and_what_waits(town: Town) -> None:
    """The open check-in closes as paused, and a nudge that waits to go out is not sent."""
    sam = await town.client()
    helper = await jo(town, sam, at=time(18, 30))
    asked = await town.asked(sam, "2026-11-20T18:30")
    await paused(town, "2026-11-20T18:40", sam, Length.WEEK)
    assert (await town.prompt(asked)).state is S.PAUSED
    assert (await town.events(sam, "CheckInClosed"))[0].data["reason"] == "paused"
    assert await town.waiting(sam) == ["edit"]
    await town.do(_put_anew, "2026-11-20T18:40", helper)
    row = next(row for row in await town.outbox(helper) if row.state == "waiting")
    assert await town.do(check_before_send, "2026-11-20T18:41", row) == Unwanted(ReasonCode.PAUSED)
    await town.do(on_not_sent, "2026-11-20T18:41", row, "paused")
    assert await states(town, helper) == [(NUDGE, "paused")]


async def _put_anew(tx: Tx, person: Person) -> None:
    """What was delivered waits after all."""
    await tx.run(outbox.update().where(outbox.c.person_id == person.id).values(state="waiting"))


async def test_a_pause_without_an_end_lasts_until_they_are_back(town: Town) -> None:
    """No hello is promised, one promised before is not said, and coming back brings the next check-in at its time."""
    sam = await town.client()
    await town.do(schedule_greeting, FRIDAY, sam, date(2026, 11, 21))
    await paused(town, FRIDAY, sam, Length.OPEN)
    assert await town.do(schedule_greeting, FRIDAY, sam, date(2026, 11, 21)) is None
    assert await town.open_due("2026-12-05T12:00") == Tally(paused=15)
    assert await town.do(come_back, "2026-12-05T12:00", sam)
    assert not await town.do(come_back, "2026-12-05T12:00", sam)
    assert await town.open_due("2026-12-05T18:30") == Tally(opened=1)


@pytest.mark.parametrize(
    ("place", "until"),
    [
        (Place("US", "America/New_York"), "2026-11-23T13:00"),
        (Place("JP", "Asia/Tokyo"), "2026-11-22T23:00"),
        (Place("PT", "Europe/Lisbon"), "2026-11-23T08:00"),
    ],
    ids=["west", "east", "the same clock"],
)
async def test_a_break_goes_along_to_another_zone(town: Town, place: Place, until: str) -> None:
    """Until Monday at 8:00 is until Monday at 8:00 there, and the hello comes then; nothing is due before it."""
    sam = await town.client()
    await paused(town, FRIDAY, sam, Length.THREE_DAYS)
    assert await town.do(set_place, "2026-11-21T12:00", sam, place)
    held = await town.ask(plans.running_pauses, [sam.id], now=utc("2026-11-21T12:01"))
    assert held[sam.id].until == utc(until) == await town.ask(greeting_at, sam.id)
    moment = utc(until) - timedelta(minutes=1)
    assert (await town.open_due(moment.replace(tzinfo=None).isoformat())).opened == 0
    assert (await town.open_due(until)).opened == 1


async def test_a_break_that_is_over_there_is_over(town: Town) -> None:
    """Half past seven in London on the last morning, and long past eight in Tokyo: they are back, without a hello."""
    sam = await town.client()
    await paused(town, FRIDAY, sam, Length.THREE_DAYS)
    await town.do(set_place, "2026-11-23T07:30", sam, Place("JP", "Asia/Tokyo"))
    assert await town.ask(plans.running_pauses, [sam.id], now=utc("2026-11-23T07:31")) == {}
    assert await town.ask(greeting_at, sam.id) is None
    assert len(await town.events(sam, "PauseEnded")) == 1
    assert await town.open_due("2026-11-23T09:30") == Tally(opened=1)


async def test_a_break_without_an_end_has_none_anywhere(town: Town) -> None:
    """Moving ends nothing that has no end."""
    sam = await town.client()
    await paused(town, FRIDAY, sam, Length.OPEN)
    await town.do(set_place, "2026-11-21T12:00", sam, Place("JP", "Asia/Tokyo"))
    assert (await town.ask(plans.running_pauses, [sam.id], now=utc("2026-12-21T12:00")))[sam.id].until == NEVER


async def test_coming_back_early_takes_the_hello_along(town: Town) -> None:
    """There is nothing left to greet them back from."""
    sam = await town.client()
    await paused(town, FRIDAY, sam, Length.WEEK)
    assert await town.ask(greeting_at, sam.id) == utc("2026-11-27T08:00")
    await town.do(come_back, "2026-11-21T12:00", sam)
    assert await town.ask(greeting_at, sam.id) is None


async def test_in_a_pause_a_hello_is_the_one_at_its_end(town: Town) -> None:
    """A promise for tomorrow gives the moment at which the hello truly comes; a pause takes over an earlier promise."""
    sam = await town.client()
    await town.do(schedule_greeting, FRIDAY, sam, date(2026, 11, 21))
    await paused(town, "2026-11-20T20:00", sam, Length.THREE_DAYS)
    end = utc("2026-11-23T08:00")
    assert await town.do(schedule_greeting, "2026-11-20T21:00", sam, date(2026, 11, 21)) == end
    assert await town.ask(greeting_at, sam.id) == end


async def test_a_client_in_a_pause_may_check_in_by_themselves(town: Town) -> None:
    """What they ask for themselves goes on, reminder and return included."""
    sam = await town.client()
    await paused(town, FRIDAY, sam, Length.WEEK)
    own = await town.begins(sam, "2026-11-21T09:00")
    assert own.state is S.OPEN
    await town.tend("2026-11-21T13:00")
    assert (await town.prompt(own)).state is S.EXPIRED


async def test_a_practitioner_cannot_pause(town: Town) -> None:
    """A pause is a client's."""
    await town.client()
    practitioner = await lee(town)
    assert await town.do(pause, FRIDAY, practitioner, Length.WEEK) is None


async def test_the_next_seven_days(town: Town) -> None:
    """Each person hears what will come to them and when; a pause leaves its days out, a supporter's all of them."""
    sam = await town.client()
    helper, practitioner = await jo(town, sam, 1, 5), await lee(town)
    await town.do(schedule_greeting, FRIDAY, sam, date(2026, 11, 21))
    found = await town.do(upcoming, FRIDAY, sam)
    assert [(one.at, one.kind) for one in found[:3]] == [
        (utc("2026-11-20T18:30"), CHECK_IN),
        (utc("2026-11-21T08:00"), HELLO),
        (utc("2026-11-21T18:30"), CHECK_IN),
    ]
    assert len(found) == 8
    assert [(one.at, one.kind, one.about_id) for one in await town.do(upcoming, FRIDAY, helper)] == [
        (utc("2026-11-21T12:00"), NUDGE, sam.id),
        (utc("2026-11-24T12:00"), NUDGE, sam.id),
    ]
    assert [one.at for one in await town.do(upcoming, FRIDAY, practitioner)] == [utc("2026-11-23T08:00")]
    await paused(town, FRIDAY, sam, Length.THREE_DAYS)
    assert [(one.at, one.kind) for one in await town.do(upcoming, FRIDAY, sam)][:2] == [
        (utc("2026-11-23T08:00"), HELLO),
        (utc("2026-11-23T18:30"), CHECK_IN),
    ]
    assert await town.do(upcoming, FRIDAY, helper) == [], (
        "the day on which it comes back would tell when the break ends"
    )


async def test_the_next_seven_days_after_a_move(town: Town) -> None:
    """Somebody who had today's check-in and is further west now is shown none for today: none comes."""
    sam = await town.client()
    await town.open_due("2026-11-20T18:30")
    await town.do(move_plans, "2026-11-20T19:00", sam.id, "America/New_York")
    found = await town.do(upcoming, "2026-11-20T19:30", sam)
    assert [one.at for one in found[:2]] == [utc("2026-11-21T23:30"), utc("2026-11-22T23:30")]


async def test_answers_belong_to_check_ins_alone(town: Town) -> None:
    """A tap that names another kind's prompt finds no check-in, and a hello does not count as one done today."""
    sam = await town.client(at=None)
    await town.do(schedule_greeting, FRIDAY, sam, date(2026, 11, 21))
    hello: Prompt = await town.asked(sam, "2026-11-21T08:00")
    answered = await town.do(answer, "2026-11-21T08:01", sam, hello.id, Question.MOOD, "ok")
    assert answered.status.value == "unknown"
    assert await town.do(start_now, "2026-11-21T08:02", sam) is Started.NEW
    assert NEVER not in [plan.next_due_at for plan in await town.ask(plans.of_person, sam.id)]
