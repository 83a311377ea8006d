"""Two clients of one name are told apart on every screen that their practitioner reads."""

import re
from datetime import date, time, timedelta
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.kit.screen import Screen
from bot.screens import SCREENS, render
from care.people.invites import OpenedInvite, make_client_invite, open_invite
from care.people.joining import choose_items, set_helped, set_name, set_time
from care.people.leaving import leave
from care.practice.clients import add_link, pass_on_link
from care.practice.requests import ask_practitioner
from care.practice.sessions import set_session
from care.quitting.dates import set_quit_date
from care.safety.plan import show_plan
from care.schedule.due import open_due
from db.delivery import errata
from db.delivery.screens import ScreenRow
from db.schedule import prompts
from db.store.engine import Database
from db.tx import Tx
from programme.operators import Erratum
from programme.people.person import Person
from programme.practice.sessions import MOST_OF_LABEL, Called, names_of
from tests.acts.joined import ALL, NOW, fresh, lee, stranger
from tests.rows import each_row
from tests.screens.test_screens import words_of
from tests.tree import ROOT, tracked

MONDAY = NOW + timedelta(days=1)
OF_COLLEAGUES = {"cover", "cover_ended"}  # their subject is a practitioner
VIEWS: list[tuple[str, dict[str, Any]]] = [
    *((name, {}) for name in sorted(SCREENS.keys() - OF_COLLEAGUES)),
    ("weekly", {"view": "steady"}), ("shelf_link", {"view": "whom"}), ("client_list", {"choosing": 1}),
    ("ask_session", {"day": "2026-11-25"}), ("follow_up", {"why": "died"}),
]  # fmt: skip
BARE = re.compile(r"Tove(?! \(|, who has left)")  # the name, and nothing that tells which
# A request quotes what its client read before it went, and whose it is stands below; or it says that they have left.
QUOTES = re.compile(r"Tove asks you to get in touch|Tove asked you to get in touch, .* and has left since")
READ_OF = {  # screens of a practitioner with a client's name on them: a new one that the walk finds is added here
    "ask_heard", "ask_reading", "ask_session", "client_list", "coverage", "erratum", "follow_up", "hsi_entry",
    "next", "outcomes", "request", "safety_shown", "scores", "shelf", "shelf_link", "summary", "weekly",
}  # fmt: skip


@each_row(("clients", "are_called"), [
    ([Called(1, "Sam"), Called(2, "Kit")], {1: "Sam", 2: "Kit"}),
    ([Called(1, "Sam", "S.P."), Called(2, "Sam")], {1: "Sam (S.P.)", 2: "Sam (2)"}),
    ([Called(1, "Sam", "S.P."), Called(2, " sam", "A.K.")], {1: "Sam (S.P.)", 2: " sam (A.K.)"}),
    ([Called(1, "Sam", "S.P."), Called(2, "Sam", "s.p.")], {1: "Sam (1)", 2: "Sam (2)"}),
    ([Called(1, "Sam", "Sam"), Called(2, "Sam", "1")], {1: "Sam (1)", 2: "Sam (2)"}),
    ([Called(1, None, "S.P."), Called(2, None)], {}),
    ([Called(1, "Sam", "S.P."), Called(1, "Sam", "S.P.")], {1: "Sam"}),
])  # fmt: skip
def test_what_clients_are_called(clients: list[Called], are_called: dict[int, str]) -> None:
    """The name alone, or with what stands on the link, or with a number, as it takes to tell them apart."""
    assert names_of(clients) == are_called


WORDS = st.sampled_from(
    ["Sam", "sam", "Sam (2)", "Sam (S.P.)", "Kit", "S.P.", "2", "The Tuesday group at noon", "K" * 40]
)


@settings(max_examples=50)
@given(st.lists(st.builds(Called, st.integers(1, 6), WORDS, st.none() | WORDS), unique_by=lambda one: one.id))
def test_no_two_are_called_the_same(clients: list[Called]) -> None:
    """Whatever names and labels there are."""
    names = list(names_of(clients).values())
    assert len(set(names)) == len(names) == len(clients)


def test_a_button_keeps_both() -> None:
    """Of a long name and a long label there is enough of each on a button."""
    [name, _] = names_of([Called(1, "Sam " * 10, "S.P." * 10), Called(2, "Sam " * 10)]).values()
    assert len(name) <= 2 * MOST_OF_LABEL + len(" ()")


def test_no_screen_names_a_client_by_itself() -> None:
    """A practitioner's screens ask what somebody is called; the bare name is read for a client's own screens alone."""
    files = [ROOT / name for name in tracked("bot")]
    bare = {f"{file.parent.name}/{file.stem}" for file in files if "shown_name(" in file.read_text("utf-8")}
    assert bare - {"kit/people"} == {
        "diary/pictures", "medicines/medicine", "practice/caseload", "practice/requests", "practice/summary",
        "practice/tell", "practice/weekly",
    }  # fmt: skip


@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)  # what is read is the same over the other
async def test_two_of_one_name_are_told_apart_on_every_screen(database: Database) -> None:
    """Three of one name, one of whom has left: wherever one of them is read of, it says which."""
    practitioner = await lee(database)
    first = await joins(database, practitioner, 201, "S.P.")
    second = await joins(database, practitioner, 202, None)
    third = await joins(database, practitioner, 203, "A.K.")
    subjects = await database.write(lambda tx: lives(tx, practitioner, first, second, third))
    found = await database.read(lambda tx: walk(tx, practitioner, subjects))
    named = {name for name, screen in found if "Tove" in text_of(screen)}
    assert named == READ_OF
    for name, screen in found:
        told = QUOTES.sub("", text_of(screen))
        assert not BARE.search(told), f"{name}:\n{told}"


async def joins(database: Database, practitioner: Person, account: int, label: str | None) -> Person:
    """Another Tove, by a link with that label."""
    person = await stranger(database, account)

    async def steps(tx: Tx) -> None:
        made = await make_client_invite(tx.at(NOW), practitioner, label)
        assert made is not None
        assert isinstance(await open_invite(tx.at(NOW), person, made.token), OpenedInvite)
        await choose_items(tx.at(NOW), person, ALL)
        await set_name(tx.at(NOW), person, "Tove")
        await set_time(tx.at(NOW), person, time(18, 30))

    await database.write(steps)
    joined = await fresh(database, person)
    await database.write(lambda tx: set_helped(tx.at(NOW), joined, "A walk"))
    return joined


async def lives(tx: Tx, practitioner: Person, first: Person, second: Person, third: Person) -> set[int | None]:
    """Sessions, requests, a quit date, a plan that is shown, a link, an erratum, one who leaves; and a Monday."""
    for one in (first, second):
        await set_session(tx.at(NOW), practitioner, one.id, NOW + timedelta(days=3))
        await ask_practitioner(tx.at(NOW), one)
        await set_quit_date(tx.at(NOW), one, date(2026, 11, 25))
        await show_plan(tx.at(NOW), one, "Ring my sister.")
    await ask_practitioner(tx.at(NOW), third)
    await leave(tx.at(NOW), third)
    links = [await add_link(tx.at(NOW), practitioner, "https://www.nhs.uk/live-well") for _ in range(2)]
    assert links[0] is not None
    await pass_on_link(tx.at(NOW), practitioner, links[0], first.id)
    await errata.add(tx, first.id, Erratum.SIDE_EFFECTS)
    [due] = await errata.untold(tx)
    await errata.told(tx.at(NOW), due.id, NOW.date())
    await errata.add(tx, practitioner.id, Erratum.SEEN_SIDE_EFFECTS)
    await open_due(tx.at(MONDAY.replace(hour=8)))
    [summary] = await prompts.of_person(tx, practitioner.id, NOW)
    erratum = next(one.id for one in await errata.untold(tx))
    return {None, first.id, second.id, summary.id, *links, erratum, 1, 2, 3}


async def walk(tx: Tx, practitioner: Person, subjects: set[int | None]) -> list[tuple[str, Screen]]:
    """Every screen there is, for that practitioner, about each of these, in each of the views."""
    found = []
    for (name, view), subject in product(VIEWS, subjects):
        row = ScreenRow(1, practitioner.id, name, view, subject, None, live=True)
        try:
            screen = await render(tx.at(MONDAY), practitioner, row)
        except (KeyError, ValueError, AssertionError):
            continue  # no such screen is ever put down: its args are another's
        if screen is not None:
            found.append((name, screen))
    return found


def text_of(screen: Screen) -> str:
    """Its words and its buttons."""
    return "\n".join([words_of(screen.text), *(button.label for row in screen.buttons for button in row)])
