"""An older Monday that is drawn anew, as somebody took back what they showed: what it said, less what is theirs."""

import ast
import inspect
from collections.abc import Mapping
from datetime import date, timedelta

from bot.screens import render
from care.check_in.answers import answer
from care.delivery.check_before_send import cannot_reach, reachable_again
from care.people.joining import set_place
from care.people.leaving import erase
from care.practice import caseload, standings
from care.practice.requests import ask_practitioner, open_request
from care.practice.sessions import clear_session, set_session
from care.quitting.dates import name_relapse, set_quit_date
from care.quitting.lapses import tell_smoked
from care.quitting.outcomes import answer_outcome
from care.schedule.pause import come_back, pause, stop_kind
from db.delivery.screens import ScreenRow
from db.practice import requests
from db.tx import Tx
from programme.check_in.answers import Question
from programme.people.person import Person, Place
from programme.quitting.relapses import Choice
from programme.schedule.pause import Length
from programme.schedule.plan import CHECK_IN, OUTCOME
from tests.acts.joined import lee, sam
from tests.acts.town import Town, utc

MONDAY, LATER = "2026-12-21T08:00", "2027-02-01T08:00"
QUIT = date(2026, 11, 23)
STEADY: Mapping[str, str] = {"view": "steady"}
NAMES = ("Zebedee", "Ana", "Ben", "Cleo", "Dan", "Eve", "Finn", "Gil", "Hana", "Ivy", "Jo", "Kit")


async def test_an_older_monday_says_what_it_said(town: Town) -> None:
    """Six weeks of relapses, requests, outcomes, breaks, blocks, sessions and travel later, nothing of it is in it."""
    practitioner = await lee(town.database)
    named = {name: await sam(town.database, practitioner, 200 + n, name=name) for n, name in enumerate(NAMES)}
    await _before(town, practitioner, named)
    await town.open_due(MONDAY)
    prompt = next(one for one in await town.prompts(practitioner) if one.due_at == utc(MONDAY))
    rows = [ScreenRow(1, practitioner.id, "weekly", args, prompt.id, None, live=False) for args in ({}, STEADY)]

    async def reads(now: str) -> list[str]:
        shown = [await town.do(render, now, practitioner, row) for row in rows]
        return [line for one in shown if one for line in one.text.splitlines() if "Zebedee" not in line]

    said = await reads(MONDAY)
    assert all(any(name in line for line in said) for name in NAMES if name != "Zebedee")
    await _after(town, practitioner, named)
    await town.do(erase, LATER, named["Zebedee"])
    assert await reads(LATER) == [line.replace("12 people", "11 people") for line in said]


async def _before(town: Town, practitioner: Person, named: Mapping[str, Person]) -> None:
    """What Monday tells of: each of them another way."""
    for name in ("Ana", "Cleo", "Hana", "Kit"):
        await town.do(set_quit_date, "2026-11-22T18:00", named[name], QUIT)
    await town.open_due("2026-12-20T18:31")
    await town.do(stop_kind, "2026-12-18T19:00", named["Zebedee"], CHECK_IN)
    await town.do(ask_practitioner, "2026-12-20T19:00", named["Ben"])
    await town.do(pause, "2026-12-20T19:00", named["Dan"], Length.OPEN)
    await town.do(cannot_reach, "2026-12-20T19:00", named["Eve"].id)
    await town.do(set_session, "2026-12-20T19:00", practitioner, named["Gil"].id, utc("2026-12-23T10:00"))
    for name in ("Jo", "Kit", "Ana"):
        asked = await town.begins(named[name], "2026-12-20T19:00")
        await town.do(_answer, "2026-12-20T19:05", named[name], asked.id)


async def _answer(tx: Tx, person: Person, prompt_id: int) -> None:
    for question, value in ((Question.MOOD, "ok"), (Question.URGE, "1"), (Question.CIGARETTES, "0")):
        await answer(tx, person, prompt_id, question, value)


async def _after(town: Town, practitioner: Person, named: Mapping[str, Person]) -> None:
    """What came in the six weeks after it."""
    await town.open_due("2026-12-21T16:30")
    late = (await town.prompts(named["Ivy"]))[-1]
    await town.do(_answer, "2026-12-21T09:00", named["Ivy"], late.id)
    [ben] = [one for one in await town.ask(requests.waiting, practitioner.id) if one.person_id == named["Ben"].id]
    await town.do(open_request, "2026-12-21T09:00", practitioner, ben.id)
    await town.do(set_place, "2026-12-22T09:00", named["Jo"], Place("NZ", "Pacific/Auckland"))
    await town.do(come_back, "2026-12-22T09:00", named["Dan"])
    await town.do(reachable_again, "2026-12-22T09:00", named["Eve"].id)
    await town.do(cannot_reach, "2026-12-22T09:00", named["Finn"].id)
    await town.do(clear_session, "2026-12-22T09:00", practitioner, named["Gil"].id)
    asked = [one for one in await town.prompts(named["Cleo"]) if one.kind == OUTCOME]
    await town.do(answer_outcome, "2026-12-22T09:00", named["Cleo"], asked[-1].id, "0")
    await town.do(tell_smoked, "2026-12-22T20:00", named["Kit"])
    await town.do(name_relapse, "2026-12-23T20:00", named["Ana"], Choice.NOT_NOW)
    await town.do(set_quit_date, "2026-12-24T09:00", named["Hana"], QUIT + timedelta(days=40))
    await town.do(ask_practitioner, "2026-12-24T09:00", named["Finn"])
    await town.do(pause, "2026-12-26T09:00", named["Kit"], Length.OPEN)
    await town.do(set_session, "2026-12-26T09:00", practitioner, named["Gil"].id, utc("2027-02-03T10:00"))
    await town.do(set_quit_date, "2027-01-10T09:00", named["Ana"], date(2027, 1, 12))
    for day in ("2026-12-21T18:31", "2027-01-20T18:31"):
        await town.open_due(day)


# Reads behind a Monday that are given no moment, and what cuts them. Whoever adds one says so here.
UNCUT = {
    "clients.of_practitioner": "who joined later is left out after it",
    "clients.left_since": "who left later is left out after it",
    "accounts.get_many": "where they were, and whether anything reached them: care.practice.standings",
    "db_quitting.outcomes_of_attempts": "answers of later are left out after it",
    "check_in.get_many": "of check-ins that are cut",
    "caseload.shared_words": "of check-ins that are cut, less what was shown since",
    "toolkit.of_many": "the words of what helped",
    "consents.showing": "whoever said yes and still does",
    "names_for": "what they are called by now",
    "clients.get_of": "one client's page is of now",
    "client_of": "the same",
    "write_looks": "it reads nothing",
}


def test_every_read_behind_a_monday_is_cut() -> None:
    """A new one that knows no moment fails here."""
    for module in (caseload, standings):
        for node in ast.walk(ast.parse(inspect.getsource(module))):
            if isinstance(node, ast.Await) and isinstance(node.value, ast.Call):
                call, said = ast.unparse(node.value.func), ast.unparse(node.value)
                called = eval(call, vars(module))
                cut = "tx.now" in inspect.getsource(called) or any(
                    at in said for at in ("now", "lives", "at)", "_KINDS")
                )
                assert cut or call in UNCUT, said
