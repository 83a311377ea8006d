"""A row of the outbox becomes a request to Telegram, or the reason why it does not; and what the sender asks of the
rest of the house."""

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from bot.kit.screen import Screen
from bot.kit.stopping import ALWAYS
from bot.sending import api
from bot.sending.api import ApiCall
from care.delivery.say import NotYet, Unwanted, Wanted
from db.delivery import picking
from db.delivery.outbox import OutboxRow, OutboxState, Rank
from db.delivery.screens import ScreenRow
from db.delivery.wordings import NO_STOPS, ReceivedTechniques, Stops, Wording
from db.people import accounts
from db.tx import Tx
from programme.people.person import Person, today_of
from programme.practice.techniques import week_of
from programme.schedule.reason_code import ReasonCode


@dataclass(frozen=True, slots=True)
class SenderPorts:
    """`render`: the screen as it is now true, without what is stopped, or None.

    `check_before_send`: whether a prompt is still wanted.

    `on_not_sent`: told in the same transaction that such a row was given up, and why. `cannot_reach`: told that a
    person blocked us or is gone. `commands`: a person's menu, pairs of a command and its words. `arrived`: told, once
    for each row that sent or changed a message and was delivered, which screen that was.
    """

    render: Callable[[Tx, Person, ScreenRow, Stops], Awaitable[Screen | None]]
    check_before_send: Callable[[Tx, OutboxRow], Awaitable[Wanted | Unwanted | NotYet]]
    on_not_sent: Callable[[Tx, OutboxRow, str], Awaitable[object]]
    cannot_reach: Callable[[Tx, int], Awaitable[object]]
    commands: Callable[[Person], Sequence[tuple[str, str]]]
    arrived: Callable[[Tx, ScreenRow], Awaitable[object]]


@dataclass(frozen=True, slots=True)
class Ready:
    """A row with its request and the Telegram id of its chat; `shows` is the screen it sends or edits, as it was then.

    The row's `verb` is what it truly is: an edit may be a sending. `brings` is what a client receives by it, `says` the
    texts of it.
    """

    row: OutboxRow
    chat: int
    call: ApiCall
    shows: ScreenRow | None = None
    brings: ReceivedTechniques | None = None
    says: Wording | None = None


Made = Ready | Unwanted | NotYet


class CannotBuild(Exception):
    """A row could not be made into a request: a bug in a screen, an act or a text."""

    def __init__(self, row: OutboxRow) -> None:
        super().__init__(row.id)
        self.row = row


@dataclass(frozen=True, slots=True)
class CallBuilder:
    """Makes requests at the moment `now`, for `people` by their id and with `screens` by theirs; of `stops` nothing."""

    tx: Tx
    now: datetime
    ports: SenderPorts
    people: Mapping[int, Person]
    screens: Mapping[int, ScreenRow]
    stops: Stops = NO_STOPS

    async def build(self, row: OutboxRow) -> Made:
        """The row with its request; Unwanted or NotYet where nothing is to go now. Raises CannotBuild."""
        try:
            person = self.people.get(row.person_id)
            return Unwanted(ReasonCode.GONE) if person is None else await self._build_for(person, row)
        except Exception as error:
            raise CannotBuild(row) from error

    async def _build_for(self, person: Person, row: OutboxRow) -> Made:
        if row.not_after is not None and row.not_after <= self.now:
            return Unwanted(ReasonCode.LATE)
        if row.rank in (Rank.PROMPT, Rank.STRIP) and row.verb != "send" and person.cannot_reach_since is not None:
            return Unwanted(ReasonCode.BLOCKED)  # back again, a tap on what stands there shows what is true
        screen = self.screens.get(row.screen_id) if row.screen_id is not None else None
        if row.rank is Rank.PROMPT and row.verb == "send" and screen is not None and self._is_stopped(screen):
            return Unwanted(ReasonCode.STOPPED_BY_US)
        if row.rank is Rank.PROMPT:
            verdict = await self.ports.check_before_send(self.tx, row)
            if not isinstance(verdict, Wanted):
                return verdict
        if row.verb == "menu":
            return Ready(row, person.telegram_id, api.menu(person.telegram_id, self.ports.commands(person)))
        if screen is None:
            return Unwanted(ReasonCode.GONE)
        if row.verb == "delete":
            return _delete(row, person, screen)
        if row.verb == "pin":
            return _pin(row, person, screen)
        return _strip(row, person, screen) if row.verb == "strip" else await self._show(row, person, screen)

    async def _show(self, row: OutboxRow, person: Person, screen: ScreenRow) -> Made:
        target = screen.message_id if row.verb == "edit" else None
        if row.verb == "edit" and target is None:
            if await picking.ended_send(self.tx, screen.id) is OutboxState.CANCELLED:
                return Unwanted(ReasonCode.NEVER_SENT)  # what was not wanted does not come back as an edit
            if not await comes_back(self.tx, row):
                return Unwanted(ReasonCode.NO_MESSAGE)
            await picking.send_anew(self.tx, row.id)
            row = replace(row, verb="send", reason=ReasonCode.RESENT)
        picture = await self.ports.render(self.tx, person, screen, self.stops)
        if picture is None:
            return Unwanted(ReasonCode.GONE)
        if not screen.live:
            picture = replace(picture, buttons=())
        if row.reason == ReasonCode.RESENT:
            picture = replace(picture, silent=True)
        chat = person.telegram_id
        made = api.send(chat, picture) if target is None else api.edit(chat, target, picture)
        return Ready(row, chat, made, screen, brings(self.now, person, screen.id, picture), picture.wording)

    def _is_stopped(self, screen: ScreenRow) -> bool:
        """Whether what nobody asked for does not come: one that is asked for gets a line in its place."""
        return screen.name in self.stops.screens - ALWAYS


async def comes_back(tx: Tx, row: OutboxRow) -> bool:
    """Whether an edit whose message is not there is sent below, without a sound: where it shows what its person did.

    What time or somebody else changed is no reason to write: they deleted the message, or it never came.
    """
    return row.rank not in (Rank.PROMPT, Rank.STRIP) and await accounts.acted(tx, row.person_id, row.made_at)


def brings(now: datetime, person: Person, screen_id: int, picture: Screen) -> ReceivedTechniques | None:
    """Which techniques a client receives by that screen, in their own week; None where there are none."""
    if not picture.techniques or not person.is_client:
        return None
    return ReceivedTechniques(person.id, week_of(today_of(now, person)), screen_id, picture.techniques)


def _pin(row: OutboxRow, person: Person, screen: ScreenRow) -> Made:
    if screen.message_id is None:
        return Unwanted(ReasonCode.NEVER_SENT)
    return Ready(row, person.telegram_id, api.pin(person.telegram_id, screen.message_id))


def _strip(row: OutboxRow, person: Person, screen: ScreenRow) -> Made:
    if screen.message_id is None:
        return Unwanted(ReasonCode.NEVER_SENT)
    if screen.live:  # it became something else since
        return Unwanted(ReasonCode.NEWER)
    if screen.bare:
        return Unwanted(ReasonCode.NO_BUTTONS)
    return Ready(row, person.telegram_id, api.strip(person.telegram_id, screen.message_id))


def _delete(row: OutboxRow, person: Person, screen: ScreenRow) -> Made:
    """The message of the screen, and the person's own that it answered."""
    ids = [number for number in (screen.message_id, screen.args.get("wrote")) if number is not None]
    return Ready(row, person.telegram_id, api.delete(person.telegram_id, ids)) if ids else Unwanted(ReasonCode.GONE)
