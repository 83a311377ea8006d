"""One person's chat with the service, over the real handlers and a real database; Telegram itself is left out."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from aiogram import Bot
from aiogram.types import Update
from sqlalchemy import func, select, update

from bot.door.crisis_scan import crisis_scan
from bot.door.dispatch import build_dispatcher
from bot.kit.screen import Button, Screen
from bot.kit.visit import Visit
from bot.screens import render
from db.delivery import inbox, outbox, screens
from db.delivery.inbox import InboxRow, NewUpdate
from db.delivery.outbox import OutboxRow, OutboxState
from db.people import accounts
from db.store.engine import Database
from db.tables import outbox as table
from db.tx import Tx
from programme.people.person import Person
from tests.screens.test_screens import words_of

BOT = Bot("42:TEST")
UPDATES = count(1)
START = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
PINNED = "numbers"  # stands at the top of the chat, and is no answer to anything


@dataclass(frozen=True, slots=True)
class Seen:
    """A message as it stands: which screen, and what it shows."""

    id: int
    screen: Screen

    @property
    def words(self) -> str:
        """Without markup."""
        return words_of(self.screen.text)

    @property
    def labels(self) -> list[str]:
        """The labels of its buttons."""
        return [button.label for row in self.screen.buttons for button in row]


@dataclass
class Chat:
    """A phone. `shown` is every message there, by screen; `news` what the last thing said or tapped brought."""

    database: Database
    telegram_id: int
    first_name: str = "Sam"
    now: datetime = START
    shown: dict[int, Seen] = field(default_factory=dict)
    news: list[Seen] = field(default_factory=list)
    toast: str | None = None

    async def writes(self, text: str, **more: Any) -> Seen:
        """Says something; returns the newest message that came of it."""
        message = {**self._message(), "text": text, **more}
        if text.startswith("/"):
            length = len(text.split(maxsplit=1)[0])
            message["entities"] = [{"type": "bot_command", "offset": 0, "length": length}]
        return await self.sends({"message": message})

    async def taps(self, label: str, on: Seen | None = None) -> Seen:
        """Taps the button of that label on the newest message that has one."""
        for seen in reversed([on] if on else list(self.shown.values())):
            for row in seen.screen.buttons:
                for button in row:
                    if button.label == label:
                        return await self.presses(button, seen.id)
        raise AssertionError(f"no button {label!r} on {[seen.labels for seen in self.shown.values()]}")

    async def presses(self, button: Button, message_id: int = 1) -> Seen:
        """Sends what that button sends."""
        message = {**self._message(), "message_id": message_id, "text": "..."}
        query = {"id": "1", "from": self._user(), "chat_instance": "1", "data": button.data, "message": message}
        return await self.sends({"callback_query": query})

    async def sends(self, body: dict[str, Any]) -> Seen:
        """An update arrives, is looked at for crisis and handled; what it queued is shown."""
        raw = {"update_id": next(UPDATES), **body}
        visit = await self.database.write(lambda tx: self._handle(tx.at(self.now), raw))
        self.toast = visit.toast
        await self.reads()
        return self.news[-1] if self.news else next(reversed(self.shown.values()))

    async def reads(self) -> list[Seen]:
        """Everything that waits for this person is shown now."""
        self.news = await self.database.write(self._deliver)
        return self.news

    async def person(self) -> Person:
        """Who that is."""
        found = await self.database.read(lambda tx: accounts.find(tx, self.telegram_id))
        assert found is not None
        return found

    async def _handle(self, tx: Tx, raw: dict[str, Any]) -> Visit:
        person = await accounts.ensure(tx, self.telegram_id, "en")
        crisis = await self._look(tx, raw)
        screen = None
        if data := raw.get("callback_query", {}).get("data"):
            claimed = data.split(":")[1] if data.count(":") > 1 else ""
            row = await screens.get(tx, int(claimed)) if claimed.isdecimal() else None
            screen = row if row and row.person_id == person.id else None
        visit = Visit(tx, person, raw["update_id"], crisis, screen)
        await build_dispatcher().feed_update(BOT, Update.model_validate(raw), visit=visit)
        return visit

    async def _look(self, tx: Tx, raw: dict[str, Any]) -> bool:
        import json

        await inbox.add(tx, [NewUpdate(raw["update_id"], self.telegram_id, json.dumps(raw), wordy=True)])
        await crisis_scan(tx, [InboxRow(raw["update_id"], self.telegram_id, json.dumps(raw), False, 0)])
        caught = await tx.run(select(func.count()).where(table.c.key == f"u{raw['update_id']}:crisis"))
        return bool(caught.scalar_one())

    async def _deliver(self, tx: Tx) -> list[Seen]:
        person = await accounts.find(tx, self.telegram_id)
        if person is None:
            return []
        rows = [row for row in await outbox.of_person(tx, person.id) if row.state is OutboxState.WAITING]
        seen = [one for row in rows if (one := await self._show(tx, person, row))]
        done = update(table).where(table.c.id.in_([row.id for row in rows]))
        await tx.run(done.values(state=OutboxState.DELIVERED.value, ended_at=self.now))
        return seen

    async def _show(self, tx: Tx, person: Person, row: OutboxRow) -> Seen | None:
        screen = await screens.get(tx, row.screen_id or 0)
        if screen is None:
            return None
        if row.verb == "pin":
            return None
        if row.verb == "strip":
            old = self.shown[screen.id]
            self.shown[screen.id] = Seen(screen.id, Screen(old.screen.text))
            return None
        shown = await render(tx.at(self.now), person, screen)
        if shown is None:
            return None
        await screens.adopt(tx, screen.id, screen.id)
        self.shown[screen.id] = Seen(screen.id, shown)
        return None if screen.name == PINNED else self.shown[screen.id]

    def _user(self) -> dict[str, Any]:
        return {"id": self.telegram_id, "is_bot": False, "first_name": self.first_name, "language_code": "en"}

    def _message(self) -> dict[str, Any]:
        chat = {"id": self.telegram_id, "type": "private"}
        return {"message_id": 1, "date": int(self.now.timestamp()), "chat": chat, "from": self._user()}

    def later(self, **ahead: float) -> None:
        """Time passes."""
        self.now += timedelta(**ahead)
