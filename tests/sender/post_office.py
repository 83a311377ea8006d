"""A post office for tests: the real sender between a real database and a Telegram on this machine, over HTTP."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any, Literal

from alongside.clock import TurnedClock
from bot.check_in.taps import MOOD
from bot.kit.screen import Picture, Screen, does
from bot.sending.api import Session
from bot.sending.build_call import SenderPorts
from bot.sending.sender import Sender
from bot.sending.tenure import direct_line_of, role_of
from care.clock import Signs, Wakes
from care.delivery import say
from care.delivery.say import NotYet, Unwanted, Wanted
from db.delivery import outbox, screens
from db.delivery.outbox import OutboxRow, OutboxState, Rank
from db.delivery.screens import ScreenRow
from db.delivery.wordings import Stops
from db.people import accounts, clients
from db.store.engine import Database
from db.tx import Tx
from programme.check_in.answers import Mood
from programme.people.person import Person
from simulator.phone import Phone
from simulator.simulator import Simulator

START = datetime(2026, 11, 2, 12, 0, tzinfo=UTC)
CALL_SECONDS = 0.3  # a hang is over soon


@dataclass
class Post:
    """Everything a test of the sender needs, and what the house was told."""

    database: Database
    telegram: Simulator
    clock: TurnedClock
    stack: AsyncExitStack
    wakes: Wakes = field(default_factory=Wakes)
    words: dict[int, str | None] = field(default_factory=dict)  # by screen id, where they are not its name
    pictures: dict[int, Picture | Literal["as it stands"]] = field(default_factory=dict)  # by screen id
    techniques: dict[int, int] = field(default_factory=dict)  # by screen id
    plain: set[int] = field(default_factory=set)  # ids of screens without buttons
    verdicts: dict[int, Unwanted | NotYet] = field(default_factory=dict)  # by screen id
    given_up: list[tuple[int | None, str]] = field(default_factory=list)
    unreachable: list[int] = field(default_factory=list)
    arrived: list[int] = field(default_factory=list)  # ids of screens
    signs: Signs = field(default_factory=Signs)
    ids: dict[int, int] = field(default_factory=dict)

    @property
    def counted(self) -> list[OutboxState]:
        """The ends that were counted."""
        return list(self.signs.outcomes.elements())

    async def render(self, tx: Tx, person: Person, row: ScreenRow, stops: Stops) -> Screen | None:
        """The screen's name and number as words, with one button and the picture that the test gave it."""
        text = self.words.get(row.id, f"{row.name} {row.args.get('n', '')}")
        if text == "raise":
            raise ZeroDivisionError
        if text is None:
            return None
        buttons = () if row.id in self.plain else ((does("Tap me", MOOD, Mood.OK),),)
        shown = Screen(text, buttons, picture=self.pictures.get(row.id)).stamped(row.id)
        return replace(shown, techniques=self.techniques.get(row.id, 0))

    async def check_before_send(self, tx: Tx, row: OutboxRow) -> Wanted | Unwanted | NotYet:
        """Wanted, but for what the test says."""
        return self.verdicts.get(row.screen_id or 0, Wanted())

    async def on_not_sent(self, tx: Tx, row: OutboxRow, reason: str) -> None:
        """Remembered for the test."""
        self.given_up.append((row.screen_id, reason))

    async def cannot_reach(self, tx: Tx, person_id: int) -> None:
        """As the house does it."""
        await accounts.set_cannot_reach(tx, person_id, tx.now)
        self.unreachable.append(person_id)

    async def has_arrived(self, tx: Tx, shows: ScreenRow) -> None:
        """Remembered for the test."""
        self.arrived.append(shows.id)

    def ports(self) -> SenderPorts:
        """The house's side of the sender."""
        menu = (("help", "Help and crisis card"),)
        return SenderPorts(
            self.render,
            self.check_before_send,
            self.on_not_sent,
            self.cannot_reach,
            lambda person: menu,
            self.has_arrived,
        )

    def sender(self, *, token: str | None = None, api: str | None = None, **options: Any) -> Sender:
        """One more sender over the same database; closed with the test."""
        session = Session(token or self.telegram.token, api or self.telegram.base_url, seconds=CALL_SECONDS)
        line = direct_line_of(self.database)
        if line is not None:
            self.stack.push_async_callback(line.close)
        role = role_of(self.database, line)
        given: dict[str, Any] = {"in_flight": 1, "signs": self.signs} | options
        sender = Sender(self.database, session, self.clock, role, self.ports(), self.wakes, **given)
        self.stack.push_async_callback(session.close)
        self.stack.push_async_callback(sender.close)
        return sender

    async def phone(self, name: str = "Sam", *, known: bool = True) -> Phone:
        """A person with a phone who has pressed Start and whom the service knows, or a stranger."""
        phone, now = self.telegram.phone(name), self.clock.now()
        phone.starts()

        async def comes(tx: Tx) -> int:
            person = await accounts.ensure(tx.at(now), phone.id, "en")
            if known:
                await clients.add_practitioner(tx.at(now), person.id)
            return person.id

        self.ids[phone.id] = await self.database.write(comes)
        return phone

    async def show(self, phone: Phone, name: str = "note", rank: Rank = Rank.ANSWER, **options: Any) -> int:
        """Puts a new message down for that phone; returns the screen's id."""
        person_id, now = self.ids[phone.id], self.clock.now()
        return await self.database.write(lambda tx: say.show(tx.at(now), person_id, name, rank=rank, **options))

    async def does(self, act: Callable[..., Any], *args: Any, **options: Any) -> Any:
        """Runs `act(tx, ...)` in a transaction of its own."""
        return await self.database.write(lambda tx: act(tx.at(self.clock.now()), *args, **options))

    async def rows(self, phone: Phone) -> list[OutboxRow]:
        """What was put down for that phone, oldest first."""
        return await self.database.read(lambda tx: outbox.of_person(tx, self.ids[phone.id]))

    async def states(self, phone: Phone) -> list[str]:
        """The states of these rows, with the reason where there is one."""
        return [row.state.value + (f"({row.reason})" if row.reason else "") for row in await self.rows(phone)]

    async def screen(self, screen_id: int) -> ScreenRow:
        """The screen as it is remembered."""
        row = await self.database.read(lambda tx: screens.get(tx, screen_id))
        assert row is not None
        return row
