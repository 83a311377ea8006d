"""Where a text says that nothing is kept, nothing is: every such text is listed with what makes it true."""

import re
from typing import Any

import pytest
from sqlalchemy import select, update

from bot.door.after_delivery import arrived
from bot.screens import render
from bot.texts import texts_for
from care.delivery import check_before_send
from care.delivery.say import show
from care.people.retention import retention
from db.delivery import screens
from db.store.engine import Database
from db.tables import outbox as outbox_table
from db.tx import Tx
from programme.people.consent import ConsentItem
from programme.people.person import Person
from tests.acts.town import Town, utc

AT = "2026-11-23T20:00"
TEXTS = texts_for("en")
SAYS = re.compile(
    r"\bkeep (?:nothing|no\b)|(?:don't|didn't|haven't|can't|couldn't) (?:keep|kept)\b|\bnot (?:be )?kept\b"
    r"|\bwiped\b|\bgoes (?:at once|tomorrow|within)\b|\bnothing is kept",
    re.IGNORECASE,
)
# Forgotten when it stands on the phone: tried below.
FORGOTTEN = {"caffeine-none", "pregnant-nothing", "pregnant-unless", "who-nothing-kept"}
# Never asked of us in a form that is stored, or dropped by the handler: a picture, words that nothing waited for, a tap
# that is the same for every reason (docs/decisions/0030), words of danger.
NEVER_STORED = {
    "note-photo", "note-file", "note-contact", "note-long-unread", "note-words-stranger", "note-words-practitioner",
    "note-words-guest", "note-reply-elsewhere", "note-forwarded", "note-too-late", "fits", "declined",
    "declined-nobody", "safety-danger-words",
}  # fmt: skip
# They chose that no answers are kept: the act asks that first, and what is told of smoking and cravings goes within two
# nights (care.people.retention). Requests say what is left of somebody who has left.
BY_CHOICE = {
    "session-note-unkept", "toast-not-taken", "check-in-words-unkept", "diary-unkept", "usual-not-kept", "stage-unkept",
    "why-moved-unkept", "rating-unkept", "weekend-unkept", "note-not-kept-words", "patterns-not-kept", "plan-unkept",
    "progress-not-kept", "note-reading-not-kept", "request-left-nobody", "note-request-over", "hsi-entered-not",
    "smoked-sure-unkept",
    "smoked-not-kept", "note-not-kept", "who-unkept",
    "check-in-who-unkept", "craving-who-unkept", "diary-who-unkept", "smoked-who-unkept", "smoked-who-replies",
    "privacy-sees-replies",
}  # fmt: skip
SHOWN: list[tuple[str, dict[str, Any]]] = [
    ("caffeine", {"drinks": 0}), ("caffeine", {"drinks": 1}), ("medicines", {"view": check_before_send.PREGNANT}),
    ("withdrawal", {"felt": "urges"}), ("withdrawal", {"felt": "low-mood", "since": "worse"}),
]  # fmt: skip


def test_every_text_that_says_so_is_listed() -> None:
    """A new one fails here, until somebody has looked at what is stored and says above why it is true."""
    assert {key for key, one in TEXTS.written.items() if SAYS.search(one.words)} == FORGOTTEN | NEVER_STORED | BY_CHOICE


async def _show(town: Town, person: Person, name: str, args: dict[str, Any]) -> screens.ScreenRow:
    """That screen has gone out, and it is known which texts it had."""
    shown = await town.do(show, AT, person.id, name, args)
    sent = {"state": "delivered", "ended_at": utc(AT), "wording_id": 7}
    await town.database.write(
        lambda tx: tx.run(update(outbox_table).where(outbox_table.c.screen_id == shown).values(sent))
    )
    row = await town.ask(screens.get, shown)
    assert row is not None
    return row


async def _left(database: Database, row: screens.ScreenRow) -> tuple[dict[str, Any], list[int | None]]:
    """The codes of that screen, and the wordings of its messages."""

    async def look(tx: Tx) -> tuple[dict[str, Any], list[int | None]]:
        now_there = await screens.get(tx, row.id)
        said = await tx.run(select(outbox_table.c.wording_id).where(outbox_table.c.screen_id == row.id))
        return dict(now_there.args) if now_there else {}, list(said.scalars())

    return await database.read(look)


@pytest.mark.parametrize(("name", "args"), SHOWN)
async def test_what_was_tapped_is_forgotten_when_it_stands_there(town: Town, name: str, args: dict[str, Any]) -> None:
    """Caffeine, a pregnancy, what somebody notices after stopping: no code of it, and not which texts they read."""
    sam = await town.client(1)
    row = await _show(town, sam, name, args)
    await town.do(arrived, AT, row)
    assert await _left(town.database, row) == ({}, [None])


async def test_what_is_to_be_drawn_yet_is_not_forgotten(town: Town) -> None:
    """They tapped on before the first of two arrived: the second is drawn as they tapped it."""
    sam = await town.client(1)
    row = await _show(town, sam, "withdrawal", {"felt": "urges"})
    await town.database.write(lambda tx: screens.keep_args(tx, row.id, {"felt": "anxious"}))
    await town.do(arrived, AT, row)
    assert (await _left(town.database, row))[0] == {"felt": "anxious"}


async def test_what_never_arrived_goes_with_the_night(town: Town) -> None:
    """So does what stands on the other screens of somebody who keeps no answers; who keeps them keeps them."""
    sam, jo = await town.client(1), await town.client(2, agrees=frozenset({ConsentItem.CHECK_IN}))
    rows = [await _show(town, sam, name, args) for name, args in SHOWN]
    told = {"view": "sure_said", "sure": 7}
    theirs = [await _show(town, one, "smoked", told) for one in (sam, jo)]
    await town.do(retention, "2026-11-24T03:00")
    assert (await _left(town.database, rows[0]))[0], "within a day it may still arrive"
    await town.do(retention, "2026-11-25T03:00")
    assert [await _left(town.database, row) for row in rows] == [({}, [None])] * len(rows)
    assert [(await _left(town.database, row))[0] for row in theirs] == [told, {}]


async def test_every_screen_that_says_so_is_known(town: Town) -> None:
    """Each screen drawn above says it, or is the other answer to the same question."""
    sam = await town.client(1)
    for name, args in SHOWN:
        assert check_before_send.says_so(name, args)
        row = screens.ScreenRow(1, sam.id, name, args, None, None, True)
        assert await town.ask(render, sam, row, now=utc(AT)) is not None
