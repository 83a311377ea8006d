"""The line about who sees it, on every screen that has one, held up to what the practitioner is truly shown."""

from itertools import product

import pytest

from bot.screens import quit_date, relapse, smoked, stage
from bot.screens.outcomes import facts as outcome_facts
from bot.screens.reads import sees_of
from bot.screens.sees import Shown, answers_line
from bot.screens.summary import facts as summary_facts
from bot.screens.summary import screen as summary_screen
from bot.texts import texts_for
from care.quit_date import set_quit_date
from care.relapse import name_relapse
from care.smoked import tell_smoked
from care.stages import say_stage
from care.week import client_of
from db import people
from db.screens import ScreenRow
from db.tx import Tx
from programme.consent import JOINING, Item
from programme.people import Person
from programme.relapse import Choice
from programme.snap import Stage
from tests.acts.town import Town, utc

MATRIX = [
    frozenset(item for item, yes in zip(JOINING, answers, strict=True) if yes)
    for answers in product((True, False), repeat=len(JOINING))
]
AT = "2026-11-23T20:00"
TEXTS = texts_for("en")


def named(consents: frozenset[Item]) -> str:
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
async def test_every_line_is_true(town: Town, consents: frozenset[Item]) -> None:
    """FIELD 3.2: for each combination of yes and no the lines promise what the practitioner's screens then show."""
    sam = await town.client(1, agrees=consents)
    lee = await town.ask(people.find, 999_999)
    assert lee is not None
    await town.do(lambda tx: people.set_name(tx, lee.id, "Lee"), AT)
    if Item.CHECK_IN in consents:
        await town.open_due("2026-11-22T18:30")
    lapse = await everything_told(town, sam)

    async def lines(tx: Tx) -> tuple[str, str, str, str, str]:
        sees = await sees_of(tx, sam)
        told = await smoked.facts(tx.at(utc(AT)), sam, row("smoked", sam.id, lapse))
        named_ = await relapse.facts(tx.at(utc(AT)), sam, row("relapse", sam.id))
        staged = await stage.facts(tx.at(utc(AT)), sam, row("stage", sam.id))
        dated = await quit_date.facts(tx.at(utc(AT)), sam, row("quit_date", sam.id))
        assert named_ is not None
        assert staged is not None
        return (
            answers_line(sees, TEXTS), smoked.screen(told, TEXTS).text, relapse.screen(named_, TEXTS).text,
            stage.screen(staged, TEXTS).text, quit_date.screen(dated, TEXTS).text,
        )  # fmt: skip

    async def shown(tx: Tx) -> tuple[str, bool, bool]:
        facts = await summary_facts(tx.at(utc(AT)), lee, row("summary", lee.id, sam.id))
        found = await outcome_facts(tx.at(utc(AT)), lee, row("outcomes", lee.id, sam.id))
        seen = await client_of(tx.at(utc(AT)), lee, sam.id)
        has_date = seen is not None and seen.quit_on is not None
        return summary_screen(facts, TEXTS).text, found.outcomes is not None, has_date

    answers, lapsed, relapsed, staged, dated = await town.ask(lines)
    week, has_outcomes, has_date = await town.ask(shown)
    sees = (await town.ask(sees_of, sam)).shown
    is_shown = sees is Shown.ANSWERS
    assert is_shown is (consents >= {Item.SUMMARY, Item.KEEP_ANSWERS})
    assert ("You and Lee can see" in answers) is is_shown
    for line in (lapsed, relapsed):
        assert ("Lee can see" in line) is is_shown, line
    assert ("Lee can see" in staged) is is_shown, staged
    today = next((line for line in week.split("\n") if line.startswith("Today so far")), "")
    assert ("smoked" in today) is is_shown
    assert ("Where:" in week) is is_shown
    assert has_outcomes is is_shown
    assert ("Lee can see your quit date" in dated) is has_date is (Item.SUMMARY in consents)
    if sees is Shown.REPLIES:
        assert "can't see this" in lapsed
