"""What a client takes back goes from the practitioner's phone: old messages, lists and Mondays too."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from bot.screens import SCREENS, render
from care.delivery import say
from care.people.consent import set_consent
from care.people.leaving import leave
from care.practice.clients import ENTRIES, LISTS, LOOK_BACK, MOST_MESSAGES
from care.safety.plan import hide_plan, show_plan
from db.delivery import screens
from db.delivery.screens import ScreenRow
from db.people import accounts
from db.tx import Tx
from programme.people.consent import ConsentItem
from programme.people.person import Person
from tests.acts.joined import NOW, lee, sam
from tests.acts.town import Town

LEE = 999_999
AT = "2026-11-23T20:00"
NEEDS_MORE = {"ask_code", "invite_link", "kind_stopped", "note", "picture", "session_note", "support_days",
              "support_link", "handed_on", "took_over"}  # fmt: skip  # of its own: a link, a count, a client's question
NO_CLIENT = {"cover", "cover_ended"}  # whose subject is a colleague


async def _stands(town: Town, person: Person, name: str, subject: int | None = None, now: str = AT) -> int:
    """A message with that screen stands on the person's phone; its screen's id."""
    shown = await town.do(say.show, now, person.id, name, subject_id=subject)
    await town.deliver(now)
    return shown


async def _edited(town: Town, person: Person) -> dict[int | None, str]:
    """The screens that wait to be edited, each with its rank."""
    rows = await town.outbox(person)
    return {row.screen_id: row.rank.name for row in rows if row.state == "waiting" and row.verb == "edit"}


async def _lee(town: Town) -> Person:
    return (await town.ask(accounts.find_many, [LEE]))[LEE]


def turned_off(item: ConsentItem) -> Callable[..., Any]:
    """An act that takes one yes back."""

    async def act(tx: Tx, person: Person) -> None:
        await set_consent(tx, person, item, False)

    return act


@pytest.mark.parametrize(
    "act", [turned_off(ConsentItem.SUMMARY), turned_off(ConsentItem.KEEP_ANSWERS), leave, hide_plan]
)
async def test_all_that_stands_is_edited(town: Town, act: Callable[..., Any]) -> None:
    """Each screen about the client, with its buttons or without, each list and each Monday; nobody else's pages."""
    client, other = await town.client(1), await town.client(2)
    await town.do(show_plan, AT, client, "Call Jo")
    practitioner = await _lee(town)
    mine = [await _stands(town, practitioner, name, client.id) for name in say.OF_CLIENT]
    mine += [await _stands(town, practitioner, name, 7) for name in LISTS]
    old = await _stands(town, practitioner, "weekly", 7, now="2026-10-05T08:00")
    await town.do(say.retire, AT, mine[0])
    await town.deliver(AT)
    await _stands(town, practitioner, "summary", other.id)
    await _stands(town, practitioner, "weekly", 7, now="2026-09-21T08:00")  # longer ago than LOOK_BACK
    await town.do(act, AT, client)
    edited = await _edited(town, practitioner)
    assert edited.keys() == {*mine, old}
    assert {one for one, rank in edited.items() if rank == "STRIP"} == {mine[0]}
    assert timedelta(weeks=8) == LOOK_BACK


async def test_there_is_a_bound(town: Town) -> None:
    """However often a page was opened, so many of the newest messages are edited."""
    client = await town.client(1)
    practitioner = await _lee(town)
    pages = [await _stands(town, practitioner, "summary", client.id) for _ in range(MOST_MESSAGES + 5)]
    await town.do(set_consent, AT, client, ConsentItem.SUMMARY, False)
    assert (await _edited(town, practitioner)).keys() == set(pages[5:])


async def test_what_is_entered_about_who_left_says_so(town: Town) -> None:
    """A question by name becomes the page of somebody who is not there any more."""
    client = await town.client(1)
    practitioner = await _lee(town)
    asked = [await _stands(town, practitioner, name, client.id) for name in ENTRIES]
    await town.do(set_consent, AT, client, ConsentItem.SUMMARY, False)
    assert await _edited(town, practitioner) == {}
    await town.do(leave, AT, client)
    rows = await town.ask(screens.get_many, asked)
    assert {row.name for row in rows.values()} == {"summary"}


async def test_an_older_monday_is_drawn_as_of_its_own_day(town: Town) -> None:
    """Whoever took something back is gone from it; what it says of that week stays, also of who joined since."""
    practitioner = await lee(town.database)
    await sam(town.database, practitioner, name="Zebedee")
    await town.open_due("2026-11-23T08:00")
    [prompt] = await town.prompts(practitioner)
    row = ScreenRow(1, practitioner.id, "weekly", {}, prompt.id, None, live=False)
    for now, head in (("2026-11-29T08:00", "Sun 29 Nov"), ("2026-12-14T08:00", "Mon 23 Nov")):
        shown = await town.do(render, now, practitioner, row)
        assert shown is not None
        assert f"{head} · 1 person" in shown.text
        assert "Zebedee" in shown.text or "STEADY (1)" in shown.text


async def test_a_screen_that_names_a_client_is_known(town: Town) -> None:
    """A new one fails here, until care.practice.clients or care.delivery.say.OF_CLIENT takes it back."""
    practitioner = await lee(town.database)
    client = await sam(town.database, practitioner, name="Zebedee")
    naming, broken = set(), set()
    for name in SCREENS:
        row = ScreenRow(1, practitioner.id, name, {}, client.id, None, True)
        try:
            shown = await town.ask(render, practitioner, row, now=NOW + timedelta(days=1))
        except KeyError:
            broken.add(name)
            continue
        labels = [button.label for buttons in shown.buttons for button in buttons] if shown else []
        if shown and any("Zebedee" in words for words in (shown.text, *labels)):
            naming.add(name)
    assert broken == NEEDS_MORE
    assert naming - NO_CLIENT <= {*say.OF_CLIENT, *LISTS, *ENTRIES}
    assert {"summary", "outcomes", "scores", "coverage", "next", "client_list"} <= naming
