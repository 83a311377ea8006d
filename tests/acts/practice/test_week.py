"""The week a practitioner sees: of real check-ins, for their own clients alone, and every asking is written down."""

from datetime import UTC, datetime, timedelta

from care.check_in.answers import answer, finish, share_words, write_words
from care.people.joining import set_place
from care.practice.caseload import week_asked, week_of
from care.safety.cards import card_of, keep_cards
from care.schedule.due import advance_open_prompts, open_due
from db import events, toolkit
from db.schedule import prompts
from db.store.engine import Database
from programme.check_in.answers import Question
from programme.check_in.counts import Helped, Share
from programme.people.consent import Choices, ConsentItem
from programme.people.person import Person, Place
from programme.practice.events import SummaryRead
from programme.practice.week import Week
from programme.safety.card_file import CardProblem
from programme.safety.cards import CARDS
from tests.acts.joined import fresh, lee, sam
from tests.acts.town import Town

EVENING = datetime(2026, 11, 22, 18, 30, tzinfo=UTC)
OWN_CARD = """[GB]
danger = "In danger? Call 999."
call = "us"
[[GB.lines]]
words = "In danger: call 999."
source = "https://example.org"
checked_on = 2026-11-22
review_by = 2027-11-22
"""


async def an_evening(database: Database, person: Person, day: int, **answers: str) -> int:
    """That many days on the check-in arrives, and these questions are answered; the prompt's id."""
    at = EVENING + timedelta(days=day)
    await database.write(lambda tx: advance_open_prompts(tx.at(at)))
    await database.write(lambda tx: open_due(tx.at(at)))
    await Town(database).deliver(at.replace(tzinfo=None).isoformat())
    prompt = (await database.read(lambda tx: prompts.of_person(tx, person.id, at - timedelta(hours=1))))[-1]
    for name, value in answers.items():
        question = Question(name)
        await database.write(lambda tx, q=question, v=value: answer(tx.at(at), person, prompt.id, q, v))  # type: ignore[misc]
    return prompt.id


async def looks(database: Database, practitioner: Person, person: Person, day: int) -> Week | None:
    """What the practitioner sees the morning after the check-in of that day."""
    at = EVENING + timedelta(days=day, hours=14)
    return await database.read(lambda tx: week_of(tx.at(at), practitioner, person.id))


async def test_lee_sees_what_sam_said(database: Database) -> None:
    """Three evenings with answers, one without: counts of the answers, of the replies, and what helped by its words."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    [item] = await database.read(lambda tx: toolkit.of_person(tx, person.id))
    hard = {"urge": "4", "cigarettes": "2-5", "moment": "stress", "helped": str(item.id)}
    first = await an_evening(database, person, 0, mood="mixed", **hard)
    await database.write(lambda tx: write_words(tx.at(EVENING), person, first, "Nights are the problem."))
    await database.write(lambda tx: share_words(tx.at(EVENING), person, first))
    await an_evening(database, person, 1)
    await an_evening(database, person, 2, mood="low", urge="2", cigarettes="0")
    last = await an_evening(database, person, 3, mood="good")
    await database.write(lambda tx: write_words(tx.at(EVENING + timedelta(days=3)), person, last, "For me alone."))
    await database.write(lambda tx: finish(tx.at(EVENING + timedelta(days=3)), person, last))
    seen = await looks(database, practitioner, person, 3)
    assert seen is not None
    assert (seen.asked, seen.replied, seen.missed_by_us) == (4, 3, 0)
    assert (seen.smoked, seen.low) == (Share(1, 2), Share(1, 3))
    assert (seen.urge_first, seen.urge_last) == (4, 2)
    assert seen.helped == (Helped("A walk", Share(1, 1)),)
    assert [shared.words for shared in seen.words] == ["Nights are the problem."]


async def test_what_we_missed_is_not_the_clients_silence(database: Database) -> None:
    """After two days of standstill the missed evening is counted as ours."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    await an_evening(database, person, 1, mood="ok")
    seen = await looks(database, practitioner, person, 1)
    assert seen is not None
    assert (seen.asked, seen.replied, seen.missed_by_us) == (1, 1, 1)


async def test_every_asking_is_written_down(database: Database) -> None:
    """Who asked, for which days, and when; one that was refused shows nothing and is none."""
    practitioner, other = await lee(database), await lee(database, 101, "Kit")
    person = await sam(database, practitioner)
    assert not await database.write(lambda tx: week_asked(tx.at(EVENING), other, person.id))
    assert not await database.write(lambda tx: week_asked(tx.at(EVENING), practitioner, 999))
    assert await database.write(lambda tx: week_asked(tx.at(EVENING), practitioner, person.id))
    [event] = await database.read(lambda tx: events.of_person(tx, person.id, kind=SummaryRead))
    assert (event.actor_id, event.data) == (practitioner.id, {"from": "2026-11-15", "to": "2026-11-21"})


async def test_nobody_else_sees_a_week(database: Database) -> None:
    """Another practitioner, another client, the client of nobody, and an id of nobody: None for each."""
    practitioner, other = await lee(database), await lee(database, 101, "Kit")
    person, neighbour = await sam(database, practitioner), await sam(database, practitioner, 201)
    for somebody in (other, person, neighbour):
        assert await looks(database, somebody, person, 0) is None
    assert await database.write(lambda tx: week_of(tx.at(EVENING), practitioner, 999)) is None


async def test_without_a_yes_there_is_no_week(database: Database) -> None:
    """Check-ins and kept answers alone show the practitioner nothing."""
    practitioner = await lee(database)
    private = Choices(frozenset({ConsentItem.CHECK_IN, ConsentItem.KEEP_ANSWERS}))
    person = await sam(database, practitioner, choices=private)
    await an_evening(database, person, 0, mood="low")
    assert await looks(database, practitioner, person, 0) is None


async def test_the_week_ends_yesterday_where_the_client_is(database: Database) -> None:
    """At 22:30 in London it is tomorrow in Auckland, and the day that is over there is the week's last."""
    practitioner = await lee(database)
    person = await sam(database, practitioner)
    late = EVENING + timedelta(hours=4)
    await database.write(lambda tx: set_place(tx.at(EVENING), person, Place("NZ", "Pacific/Auckland")))
    seen = await database.write(lambda tx: week_of(tx.at(late), practitioner, person.id))
    assert seen is not None
    assert seen.last.isoformat() == "2026-11-22"


async def test_a_services_own_card_is_used_at_once(database: Database) -> None:
    """Kept cards hold for everybody from then on; a file with a slip changes nothing; an empty one brings ours back."""
    person = await fresh(database, await sam(database, await lee(database)))
    assert await database.read(lambda tx: card_of(tx, person)) == CARDS["GB"]
    assert await database.write(lambda tx: keep_cards(tx, OWN_CARD)) is None
    assert (await database.read(lambda tx: card_of(tx, person))).call == "us"
    assert isinstance(await database.write(lambda tx: keep_cards(tx, "[GB]")), CardProblem)
    assert (await database.read(lambda tx: card_of(tx, person))).call == "us"
    await database.write(lambda tx: keep_cards(tx, ""))
    assert await database.read(lambda tx: card_of(tx, person)) == CARDS["GB"]
