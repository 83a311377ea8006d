"""The line about who sees it, on every screen that has one, held up to what the practitioner is truly shown."""

from itertools import product

import pytest

from bot.kit.people import ShownToPractitioner, answers_line, sees_of
from bot.practice.summary import summary_facts, summary_screen
from bot.quitting import lapses, quit_date
from bot.quitting.outcomes import outcomes_facts
from bot.texts import texts_for
from care.practice.caseload import client_of
from care.quitting.dates import name_relapse, set_quit_date
from care.quitting.lapses import tell_smoked
from care.quitting.progress import say_stage
from db.delivery.screens import ScreenRow
from db.people import accounts
from db.tx import Tx
from programme.people.consent import JOINING, ConsentItem
from programme.people.person import Person
from programme.quitting.lapses import Stage
from programme.quitting.relapses import Choice
from tests.acts.town import Town, utc

MATRIX = [
    frozenset(item for item, yes in zip(JOINING, answers, strict=True) if yes)
    for answers in product((True, False), repeat=len(JOINING))
]
AT = "2026-11-23T20:00"
TEXTS = texts_for("en")


def named(consents: frozenset[ConsentItem]) -> str:
    """A name for a combination."""
    return "+".join(sorted(item.value for item in consents)) or "nothing"


def row(name: str, person_id: int, subject_id: int | None = None) -> ScreenRow:
    """A screen of that person."""
    return ScreenRow(1, person_id, name, {}, subject_id, None, True)


async def everything_told(town: Town, sam: Person) -> int:
    """A date, a lapse, a stage, and a relapse named; the lapse's id."""
    await town.do(set_quit_date, "2026-11-20T12:00", sam, utc("2026-11-20T12:00").date())
    told = await town.do(tell_smoked, AT, sam)
    await town.do(say_stage, AT, sam, Stage.SMOKING)
    await town.do(name_relapse, AT, sam, Choice.KEEP_GOING)
    return told.smoked.id


@pytest.mark.parametrize("consents", MATRIX, ids=named)
async def test_every_line_is_true(town: Town, consents: frozenset[ConsentItem]) -> None:
    """FIELD 3.2: for each combination of yes and no the lines promise what the practitioner's screens then show."""
    sam = await town.client(1, agrees=consents)
    lee = await town.ask(accounts.find, 999_999)
    assert lee is not None
    await town.do(lambda tx: accounts.set_name(tx, lee.id, "Lee"), AT)
    if ConsentItem.CHECK_IN in consents:
        await town.open_due("2026-11-22T18:30")
    lapse = await everything_told(town, sam)

    async def lines(tx: Tx) -> tuple[str, str, str, str, str]:
        sees = await sees_of(tx, sam)
        told = await lapses.smoked_facts(tx.at(utc(AT)), sam, row("smoked", sam.id, lapse))
        named_ = await lapses.relapse_facts(tx.at(utc(AT)), sam, row("relapse", sam.id))
        staged = await quit_date.stage_facts(tx.at(utc(AT)), sam, row("stage", sam.id))
        dated = await quit_date.quit_date_facts(tx.at(utc(AT)), sam, row("quit_date", sam.id))
        assert named_ is not None
        assert staged is not None
        return (
            answers_line(sees, TEXTS), lapses.smoked_screen(told, TEXTS).text,
            lapses.relapse_screen(named_, TEXTS).text,
            quit_date.stage_screen(staged, TEXTS).text, quit_date.quit_date_screen(dated, TEXTS).text,
        )  # fmt: skip

    async def shown(tx: Tx) -> tuple[str, bool, bool]:
        facts = await summary_facts(tx.at(utc(AT)), lee, row("summary", lee.id, sam.id))
        found = await outcomes_facts(tx.at(utc(AT)), lee, row("outcomes", lee.id, sam.id))
        seen = await client_of(tx.at(utc(AT)), lee, sam.id)
        has_date = seen is not None and seen.quit_on is not None
        return summary_screen(facts, TEXTS).text, found.outcomes is not None, has_date

    answers, lapsed, relapsed, staged, dated = await town.ask(lines)
    week, has_outcomes, has_date = await town.ask(shown)
    sees = (await town.ask(sees_of, sam)).shown
    is_shown = sees is ShownToPractitioner.ANSWERS
    assert is_shown is (consents >= {ConsentItem.SUMMARY, ConsentItem.KEEP_ANSWERS})
    assert ("You and Lee can see" in answers) is is_shown
    for line in (lapsed, relapsed):
        assert ("Lee can see" in line) is is_shown, line
    assert ("Lee can see" in staged) is is_shown, staged
    today = next((line for line in week.split("\n") if line.startswith("Today so far")), "")
    assert ("smoked" in today) is is_shown
    assert ("Where:" in week) is is_shown
    assert has_outcomes is is_shown
    assert ("Lee can see your quit date" in dated) is has_date is (ConsentItem.SUMMARY in consents)
    if sees is ShownToPractitioner.REPLIES:
        assert "can't see this" in lapsed
