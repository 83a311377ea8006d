"""Talks about My plan over the real handlers: forged buttons, stale ones, and where words go."""

from itertools import product

from sqlalchemy import func, select

from bot.kit.screen import Button
from db.store.engine import Database
from db.tables import links, own_words, prepared, reasons
from db.tx import Tx
from tests.screens.chat import Chat
from tests.screens.test_talk import lee, sam

__all__ = ["lee", "sam"]
VERBS = (
    "plan", "card_away", "goal_was", "goal_back", "goal_keep", "goal_drop", "goal_keep_it",
    "problem_ours", "idea_take", "idea_pick", "idea_on", "idea_was", "idea_others", "idea_keep", "problem_end",
    "problem_back", "prepare_tick", "prepare_own", "prepare_drop", "prepare_back", "telling_knows", "telling_draft",
    "telling_drop", "telling_back", "occasion", "occasion_part", "occasion_skip", "occasion_on", "occasion_month",
    "occasion_day", "occasion_was", "occasion_drop", "occasion_back", "reason", "reason_list", "reason_table",
    "reason_pin", "reason_gone", "reason_back", "shelf", "shelf_ask", "shelf_link", "shelf_for", "shelf_fits",
    "shelf_drop",
    "shelf_back", "shelf_called", "shelf_page",
)  # fmt: skip
ARGUMENTS = ("", "x", "1", "1-x", "-1", "0-did", "999-did", "1-20260332", "9" * 20, "1-did", "²", "ours-9", "own-1")


async def _rows(tx: Tx) -> list[int]:
    tables = (own_words, prepared, reasons, links)
    return [int((await tx.run(select(func.count()).select_from(table))).scalar_one()) for table in tables]


async def test_a_forged_button_does_nothing(sam: Chat) -> None:
    """Whatever a button says it is about: nothing is made, nothing breaks, and there is a way on."""
    first = await sam.writes("/reasons")
    for verb, argument in product(VERBS, ARGUMENTS):
        await sam.presses(Button("x", f"t:{first.id}:{verb}:{argument}"))
        assert sam.shown[first.id].words
    assert await sam.database.read(_rows) == [0, 0, 0, 0]
    assert "Nothing here yet" in (await sam.writes("/reasons")).words


async def test_words_go_where_they_were_asked_for(sam: Chat) -> None:
    """Somebody who opens another place is not waited for any more, and what they type then is no goal."""
    await sam.writes("More")
    await sam.taps("My plan")
    await sam.taps("Goal of the week")
    await sam.taps("Write one")
    await sam.taps("Back")
    await sam.taps("Back")
    assert "This week" not in (await sam.writes("Tea first")).words


async def test_an_old_screen_shows_what_is_true(sam: Chat, database: Database) -> None:
    """A tap on a goal that is over by now ends on the right screen, and changes nothing."""
    await sam.writes("More")
    await sam.taps("My plan")
    await sam.taps("Goal of the week")
    await sam.taps("Write one")
    old = await sam.writes("Tea first")
    await sam.taps("How did it go?")
    did = next(one for row in sam.shown[old.id].screen.buttons for one in row if one.label == "Did it")
    await sam.taps("Did it")
    await sam.presses(did, old.id)
    assert sam.shown[old.id].words.startswith("Noted: you did it.")
    await sam.taps("That's all")
    kept = await database.read(lambda tx: tx.run(select(own_words.c.code)))
    assert list(kept.scalars()) == ["did"]
