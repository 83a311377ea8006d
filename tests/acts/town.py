"""A few people to try acts on: a practitioner, and clients in London who asked for a check-in at 18:30."""

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, time
from typing import Any, TypeVar

from sqlalchemy import event, func, insert, select, update

from care.check_in.starting import start_now
from care.schedule.course import set_check_in_time
from care.schedule.due import PromptsAdvanced, Tally, advance_open_prompts, open_due
from db import check_in, events
from db.delivery import outbox
from db.delivery.outbox import OutboxRow
from db.people import accounts, consents
from db.schedule import prompts
from db.store.engine import Database
from db.tables import clients, practitioners
from db.tables import outbox as outbox_table
from db.tables import screens as screens_table
from db.tx import Tx
from programme.check_in.answers import CheckIn
from programme.event import AnyEvent
from programme.people.consent import JOINING, ConsentItem
from programme.people.person import Person
from programme.schedule.prompt import Prompt

T = TypeVar("T")
LONDON = "Europe/London"
EVENING = time(18, 30)
EPOCH = datetime(2020, 1, 1, tzinfo=UTC)


def utc(text: str) -> datetime:
    """The moment of an ISO text, in UTC."""
    return datetime.fromisoformat(text).replace(tzinfo=UTC)


@dataclass
class Town:
    """What tests do to people, each in a transaction of its own, at a time they name as ISO text in UTC."""

    database: Database

    async def do(self, act: Callable[..., Awaitable[T]], now: str, *args: Any, **named: Any) -> T:
        """Run an act at that time and commit it."""
        return await self.database.write(lambda tx: act(tx.at(utc(now)), *args, **named))

    async def ask(self, query: Callable[..., Awaitable[T]], *args: Any, now: datetime | None = None, **named: Any) -> T:
        """Read, at that time where the answer depends on it."""
        return await self.database.read(lambda tx: query(tx.at(now) if now else tx, *args, **named))

    async def client(
        self,
        telegram_id: int = 1,
        *,
        since: str = "2026-11-20T12:00",
        at: time | None = EVENING,
        zone: str = LONDON,
        agrees: frozenset[ConsentItem] = frozenset(JOINING),
    ) -> Person:
        """A client who joined then, with a daily check-in unless `at` is None."""
        return await self.do(_join, since, telegram_id, at, zone, agrees)

    async def choose(self, now: str, person: Person, **answers: bool) -> None:
        """Say yes or no to items of consent."""
        await self.do(consents.add, now, person.id, {ConsentItem(name): yes for name, yes in answers.items()})

    async def open_due(self, now: str, *, limit: int = 200) -> Tally:
        """One sweep over the plans."""
        return await self.do(open_due, now, limit=limit)

    async def tend(self, now: str) -> PromptsAdvanced:
        """One sweep over the open prompts."""
        return await self.do(advance_open_prompts, now)

    async def asked(self, person: Person, now: str) -> Prompt:
        """The check-in that opens by then, delivered."""
        await self.open_due(now)
        await self.deliver(now)
        return (await self.prompts(person))[-1]

    async def begins(self, person: Person, now: str) -> Prompt:
        """A check-in that the person starts by themselves."""
        await self.do(start_now, now, person)
        await self.deliver(now)
        return (await self.prompts(person))[-1]

    async def prompts(self, person: Person) -> list[Prompt]:
        """Every record of that person, oldest first."""
        return await self.ask(prompts.of_person, person.id, EPOCH)

    async def prompt(self, prompt: Prompt) -> Prompt:
        """That record as it is now."""
        found = await self.ask(prompts.get, prompt.id)
        assert found is not None
        return found

    async def said(self, prompt: Prompt) -> CheckIn | None:
        """What is kept of that check-in."""
        return await self.ask(check_in.get, prompt.id)

    async def outbox(self, person: Person) -> list[OutboxRow]:
        """Everything put down for that person, oldest first."""
        return await self.ask(outbox.of_person, person.id)

    async def waiting(self, person: Person) -> list[str]:
        """What waits to be said to that person: "send p1:ask", "edit", "strip"."""
        rows = await self.outbox(person)
        return [f"{row.verb} {row.key or ''}".strip() for row in rows if row.state == "waiting"]

    async def events(self, person: Person, kind: str | None = None) -> list[AnyEvent]:
        """What happened to that person."""
        return [one for one in await self.ask(events.of_person, person.id) if kind in (None, one.kind)]

    async def deliver(self, now: str) -> None:
        """Everything that waits arrives."""
        await self.do(_deliver, now)

    async def count(self, table: Any) -> int:
        """How many rows there are."""
        return int((await self.ask(lambda tx: tx.run(select(func.count()).select_from(table)))).scalar_one())

    @contextmanager
    def statements(self) -> Iterator[list[str]]:
        """The statements that writers run meanwhile."""
        ran: list[str] = []
        engine = self.database._writer.sync_engine

        def note(*args: Any) -> None:
            ran.append(args[2])

        event.listen(engine, "before_cursor_execute", note)
        try:
            yield ran
        finally:
            event.remove(engine, "before_cursor_execute", note)


async def _join(tx: Tx, telegram_id: int, at: time | None, zone: str, agrees: frozenset[ConsentItem]) -> Person:
    lee = await accounts.ensure(tx, 999_999, "en")
    if not lee.is_practitioner:
        await tx.run(insert(practitioners).values(person_id=lee.id, joined_at=tx.now))
    person = await accounts.ensure(tx, telegram_id, "en")
    await accounts.set_place(tx, person.id, country="GB", zone=zone)
    await tx.run(insert(clients).values(person_id=person.id, practitioner_id=lee.id, joined_at=tx.now))
    await consents.add(tx, person.id, {item: item in agrees for item in JOINING})
    joined = await accounts.get(tx, person.id)
    assert joined is not None
    if at is not None:
        await set_check_in_time(tx, joined, at, zone)
    return joined


async def _deliver(tx: Tx) -> None:
    waiting = outbox_table.c.state == "waiting"
    sent = select(outbox_table.c.screen_id).where(waiting, outbox_table.c.verb == "send")
    await tx.run(update(screens_table).where(screens_table.c.id.in_(sent)).values(message_id=1000 + screens_table.c.id))
    await tx.run(update(outbox_table).where(waiting).values(state="delivered", attempts=1, ended_at=tx.now))
