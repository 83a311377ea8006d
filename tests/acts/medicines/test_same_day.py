"""A medicine that the team needs to hear about on the same day: told by itself, for who said yes to that."""

from datetime import date, timedelta

from care import medicines
from care.measures.due import same_day_due, tell_team
from care.medicines import say_knows, say_takes, say_which
from care.people.consent import reconsent, say_same_day, set_consent
from care.practice.requests import open_request
from care.quitting.dates import name_relapse, take_back_relapse
from db import check_in
from db.people import accounts, consents
from db.people.erasing import forget_answers
from db.practice import requests
from programme.check_in.answers import CheckIn
from programme.check_in.closing_card import CardContext
from programme.medicines.regular import Medicine, SmokingChange, Takes
from programme.people.consent import JOINING, VERSION, Choices, ConsentItem
from programme.people.person import Person
from programme.practice.requests import Request, RequestTopic
from programme.quitting.relapses import Choice
from tests.acts.quitting.test_smoking import stopped
from tests.acts.town import Town, utc

NOW, LATER, NEXT_DAY = "2026-11-23T12:00", "2026-11-23T12:05", "2026-11-24T12:00"
ON = date(2026, 12, 1)


async def names_clozapine(
    town: Town, person: Person, now: str = NOW, moment: SmokingChange = SmokingChange.SET
) -> None:
    """They take a regular medicine, and it is clozapine."""
    await town.do(say_takes, now, person, moment, ON, Takes.YES)
    await town.do(say_which, now, person, moment, ON, Medicine.CLOZAPINE)


async def waiting(town: Town, person: Person) -> list[Request]:
    """What waits to be opened."""
    return list(await town.ask(requests.waiting_of, person.id))


async def test_without_a_yes_nothing_goes(town: Town) -> None:
    """The question was not answered, or with a no: then it is theirs to tell."""
    sam = await town.client()
    await names_clozapine(town, sam)
    assert await town.ask(medicines.is_same_day_to_be_asked, sam)
    for _ in range(2):
        assert not await town.do(say_same_day, NOW, sam, granted=False)
    await town.do(say_knows, LATER, sam, SmokingChange.SET, ON, knows=False)
    assert await waiting(town, sam) == []
    assert not await town.ask(medicines.is_same_day_to_be_asked, sam)
    (said,) = [one for one in await town.ask(consents.of_person, sam.id) if one.item is ConsentItem.SAME_DAY]
    assert (said.granted, said.version) == (False, VERSION)


async def test_with_a_yes_it_goes_once_for_each_change(town: Town) -> None:
    """At once, whatever is tapped twice, with a word to the client below; another change is told anew once opened."""
    sam = await town.client()
    await town.do(say_same_day, NOW, sam, granted=True)
    await names_clozapine(town, sam)
    (asked,) = await waiting(town, sam)
    assert (asked.about, asked.from_card) == (RequestTopic.CLOZAPINE, False)
    for _ in range(2):
        await town.do(say_knows, LATER, sam, SmokingChange.SET, ON, knows=False)
    assert len(await waiting(town, sam)) == 1
    assert [one.data["request"] for one in await town.events(sam, "SameDayTold")] == [asked.id]
    assert f"send r{asked.id}:itself:set:2026-12-01" in await town.waiting(sam)
    lee = await town.ask(accounts.get, asked.practitioner_id)
    await town.do(open_request, LATER, lee, asked.id)
    await town.do(say_knows, LATER, sam, SmokingChange.SET, ON, knows=False)
    assert await waiting(town, sam) == []
    await town.do(medicines.tell_same_day, NEXT_DAY, sam, SmokingChange.RELAPSE, date(2026, 11, 24))
    assert len(await waiting(town, sam)) == 1


async def test_a_change_is_told_once_however_long_it_goes_on(town: Town) -> None:
    """Back to smoking after five smoke-free days: opened by the team, and not told again at each check-in months on."""
    sam, told = await town.client(), []
    await town.do(say_same_day, NOW, sam, granted=True)
    await names_clozapine(town, sam)
    (named,) = await waiting(town, sam)
    await town.do(open_request, NOW, await town.ask(accounts.get, named.practitioner_id), named.id)
    await town.do(say_knows, NOW, sam, SmokingChange.SET, ON, knows=True)
    for day in (*range(23, 31), 95, 98, 101):
        now = (utc("2026-11-01T18:30") + timedelta(days=day - 1)).isoformat()[:16]
        prompt = await town.begins(sam, now)
        many = int(day > 27)
        said = CheckIn(prompt.id, sam.id, cigarettes_from=many, cigarettes_to=many)
        await town.do(lambda tx, said=said: check_in.save(tx, said), now)
        await town.do(lambda tx, one=prompt, said=said: tell_team(tx, one, said), now)
        for one in await waiting(town, sam):
            told.append(day)
            await town.do(open_request, now, await town.ask(accounts.get, one.practitioner_id), one.id)
    assert told == [30]


async def test_a_yes_taken_back_takes_back_what_nobody_opened(town: Town) -> None:
    """With effect at once, and nothing goes by itself from then on; what they asked themselves stays."""
    sam = await town.client()
    await town.do(say_same_day, NOW, sam, granted=True)
    await names_clozapine(town, sam)
    await town.do(set_consent, LATER, sam, ConsentItem.SAME_DAY, False)
    assert await waiting(town, sam) == []
    assert await town.do(medicines.tell_same_day, NEXT_DAY, sam, SmokingChange.RELAPSE, date(2026, 11, 24)) is None


async def test_a_slip_of_the_finger_is_taken_back(town: Town) -> None:
    """Clozapine tapped once more, or a relapse that was none: what nobody opened yet is over, and may go anew."""
    sam = await stopped(town)
    await town.do(say_same_day, NOW, sam, granted=True)
    for there in (1, 0, 1):
        await town.do(say_takes, NOW, sam, SmokingChange.CHANGED, ON, Takes.YES)
        await town.do(say_which, NOW, sam, SmokingChange.CHANGED, ON, Medicine.CLOZAPINE)
        assert len(await waiting(town, sam)) == there
    await town.do(say_knows, NOW, sam, SmokingChange.CHANGED, ON, knows=True)
    kim = await stopped(town, telegram_id=3)
    await town.do(say_same_day, NOW, kim, granted=True)
    await names_clozapine(town, kim, NOW, SmokingChange.CHANGED)
    (first,) = await waiting(town, kim)
    await town.do(open_request, NOW, await town.ask(accounts.get, first.practitioner_id), first.id)
    assert await town.do(name_relapse, NEXT_DAY, kim, Choice.CUT_DOWN)
    assert len(await waiting(town, kim)) == 1
    (attempt,) = [one.data["attempt"] for one in await town.events(kim, "RelapseNamed")]
    assert await town.do(take_back_relapse, NEXT_DAY, kim, attempt)
    assert await waiting(town, kim) == []


async def test_what_is_not_kept_is_not_told(town: Town) -> None:
    """Which medicine it is has to be kept for it; with the answers goes what was told of them."""
    sam = await town.client()
    await town.do(say_same_day, NOW, sam, granted=True)
    await names_clozapine(town, sam)
    await town.do(lambda tx: forget_answers(tx, sam.id), LATER)
    assert await town.events(sam, "SameDayTold") == []
    kim = await town.client(3, agrees=frozenset({ConsentItem.CHECK_IN}))
    assert not await town.do(say_same_day, NOW, kim, granted=True)
    await names_clozapine(town, kim)
    assert await waiting(town, kim) == []


async def test_the_question_is_for_who_takes_it_and_has_not_answered(town: Town) -> None:
    """It rides in a check-in once; changing the other choices is no answer to it."""
    sam, ride = await town.client(), CardContext(1, date(2026, 11, 23), None, CheckIn(1, 1))
    assert await town.do(same_day_due, NOW, sam, ride) is None
    await names_clozapine(town, sam)
    assert await town.do(same_day_due, NOW, sam, ride) == 0
    await town.do(reconsent, NOW, sam, Choices(frozenset(JOINING)))
    assert await town.do(same_day_due, NOW, sam, ride) == 0
    await town.do(say_same_day, NOW, sam, granted=False)
    assert await town.do(same_day_due, NOW, sam, ride) is None
