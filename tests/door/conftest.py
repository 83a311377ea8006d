"""A Telegram, a database, a clock that stands still, and a house whose handlers write down what reached them."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

import pytest
from aiogram import Bot, Dispatcher, Router
from aiogram.types import CallbackQuery, Message
from sqlalchemy import insert, select

from alongside.clock import TurnedClock
from bot.door.connect import make_bot
from bot.door.doorway import Doorway
from bot.door.intake import Intake
from bot.kit.visit import Visit
from care.clock import Wakes
from db import events
from db.delivery.outbox import OutboxRow, of_person
from db.people import accounts, clients
from db.store.engine import Database
from db.tables import events as happened
from db.tables import inbox
from db.tx import Tx
from programme.event import AnyEvent
from programme.people.person import Person
from simulator import Phone, Simulator

START = datetime(2026, 11, 2, 18, 30, tzinfo=UTC)


class Clumsy(Exception):
    """A handler that cannot do it."""


def handlers() -> Dispatcher:
    """A dispatcher that writes an event for all that reaches it, and breaks at the word "boom"."""
    dispatcher, router = Dispatcher(disable_fsm=True), Router()

    @router.message()
    async def said(message: Message, visit: Visit) -> None:
        await write(visit, "Said", words=message.text)
        if message.text == "boom":
            raise Clumsy("boom, said Sam")

    @router.edited_message()
    async def changed(message: Message, visit: Visit) -> None:
        await write(visit, "Changed", words=message.text)

    @router.callback_query()
    async def tapped(query: CallbackQuery, visit: Visit) -> None:
        await write(visit, "Tapped", screen=visit.screen and visit.screen.id)
        visit.toast = "toast-kept" if visit.screen else "toast-nowhere"

    dispatcher.include_router(router)
    return dispatcher


async def write(visit: Visit, kind: str, **data: Any) -> None:
    """An event of the visit, with whether the look caught it."""
    whose = visit.person.id
    row = {"kind": kind, "person_id": whose, "actor_id": whose, "at": visit.now}
    await visit.tx.run(insert(happened), row | {"data": {**data, "update": visit.update_id, "crisis": visit.crisis}})


@dataclass
class House:
    """The parts of the way in, over one Telegram and one database."""

    sim: Simulator
    bot: Bot
    database: Database
    clock: TurnedClock
    wakes: Wakes = field(default_factory=Wakes)

    def __post_init__(self) -> None:
        self.intake = Intake(self.database, self.bot, self.clock, self.wakes)
        self.doorway = self.another_doorway()

    def another_doorway(self) -> Doorway:
        """A doorway as a second process has it."""
        return Doorway(self.database, handlers(), self.bot, self.clock, self.wakes)

    async def comes_in(self) -> None:
        """All that happened on the phones is fetched, kept, looked at and handled."""
        while await self.intake.fetch_once():
            pass
        await self.doorway.drain()
        await self.doorway.finish()

    async def knows(self, name: str) -> Phone:
        """Somebody with a phone who joined."""
        phone, now = self.sim.phone(name), self.clock.now()

        async def joins(tx: Tx) -> None:
            person = await accounts.ensure(tx.at(now), phone.id, "en")
            await clients.add_practitioner(tx.at(now), person.id)

        await self.database.write(joins)
        return phone

    async def person(self, phone: Phone) -> Person | None:
        """Who that phone's owner is to us."""
        return await self.database.read(lambda tx: accounts.find(tx, phone.id))

    async def history(self, phone: Phone, kind: str | None = None) -> list[AnyEvent]:
        """What happened to that person."""
        person = await self.person(phone)
        found = await self.database.read(lambda tx: events.of_person(tx, person.id)) if person else []
        return [one for one in found if kind in (None, one.kind)]

    async def said(self, phone: Phone) -> list[str]:
        """The words of that person that reached a handler, in order."""
        return [event.data["words"] for event in await self.history(phone, "Said")]

    async def to_say(self, phone: Phone) -> list[OutboxRow]:
        """What is put down to be sent to that person."""
        person = await self.person(phone)
        return await self.database.read(lambda tx: of_person(tx, person.id)) if person else []

    async def inbox(self) -> list[Any]:
        """Every row of the inbox, in order."""
        found = await self.database.read(lambda tx: tx.run(select(inbox).order_by(inbox.c.update_id)))
        return list(found.mappings())


@pytest.fixture
async def house(database: Database) -> AsyncIterator[House]:
    """The way in, ready."""
    clock = TurnedClock(START, running=False)
    async with Simulator(clock=clock, limits=None) as sim:
        bot = make_bot(sim.token, sim.base_url)
        yield House(sim, bot, database, clock)
        await bot.session.close()


@pytest.fixture
async def sam(house: House) -> Phone:
    """Somebody with a phone whom we know."""
    return await house.knows("Sam")


@pytest.fixture
async def jo(house: House) -> Phone:
    """Somebody else whom we know."""
    return await house.knows("Jo")


@pytest.fixture
def ann(house: House) -> Phone:
    """A stranger."""
    return house.sim.phone("Ann")
