"""A row of the outbox becomes a request to Telegram, or the reason why it does not."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from bot import call
from bot.asks import Asks
from bot.call import Call
from bot.screen import Screen
from bot.screens.stopping import ALWAYS
from care.look_again import NotYet, Unwanted, Wanted
from db import people, picking
from db.outbox import ANEW, OutboxRow, OutboxState, Rank
from db.received import Received
from db.screens import ScreenRow
from db.text_stops import NONE, Stops
from db.tx import Tx
from db.wordings import Wording
from programme.bct import week_of
from programme.people import Person
from programme.prompt import STOPPED
from programme.today import today_of


@dataclass(frozen=True, slots=True)
class Ready:
    """A row with its request and the Telegram id of its chat; `shows` is the screen it sends or edits, as it was then.

    The row's `verb` is what it truly is: an edit may be a sending. `brings` is what a client receives by it, `says` the
    texts of it.
    """

    row: OutboxRow
    chat: int
    call: Call
    shows: ScreenRow | None = None
    brings: Received | None = None
    says: Wording | None = None


Made = Ready | Unwanted | NotYet


class Broken(Exception):
    """A row could not be made into a request: a bug in a screen, an act or a text."""

    def __init__(self, row: OutboxRow) -> None:
        super().__init__(row.id)
        self.row = row


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes requests at the moment `now`, for `people` by their id and with `screens` by theirs; of `stops` nothing."""

    tx: Tx
    now: datetime
    asks: Asks
    people: Mapping[int, Person]
    screens: Mapping[int, ScreenRow]
    stops: Stops = NONE

    async def make(self, row: OutboxRow) -> Made:
        """The row with its request; Unwanted or NotYet where nothing is to go now. Raises Broken."""
        try:
            person = self.people.get(row.person_id)
            return Unwanted("gone") if person is None else await self._make_for(person, row)
        except Exception as error:
            raise Broken(row) from error

    async def _make_for(self, person: Person, row: OutboxRow) -> Made:
        if row.not_after is not None and row.not_after <= self.now:
            return Unwanted("late")
        if row.rank in (Rank.PROMPT, Rank.STRIP) and row.verb != "send" and person.cannot_reach_since is not None:
            return Unwanted("blocked")  # back again, a tap on what stands there shows what is true
        screen = self.screens.get(row.screen_id) if row.screen_id is not None else None
        if row.rank is Rank.PROMPT and row.verb == "send" and screen is not None and self._is_stopped(screen):
            return Unwanted(STOPPED)
        if row.rank is Rank.PROMPT:
            verdict = await self.asks.look_again(self.tx, row)
            if not isinstance(verdict, Wanted):
                return verdict
        if row.verb == "menu":
            return Ready(row, person.telegram_id, call.menu(person.telegram_id, self.asks.commands(person)))
        if screen is None:
            return Unwanted("gone")
        if row.verb == "delete":
            return _delete(row, person, screen)
        if row.verb == "pin":
            return _pin(row, person, screen)
        return _strip(row, person, screen) if row.verb == "strip" else await self._show(row, person, screen)

    async def _show(self, row: OutboxRow, person: Person, screen: ScreenRow) -> Made:
        target = screen.message_id if row.verb == "edit" else None
        if row.verb == "edit" and target is None:
            if await picking.ended_send(self.tx, screen.id) is OutboxState.CANCELLED:
                return Unwanted("never-sent")  # what was not wanted does not come back as an edit
            if not await comes_back(self.tx, row):
                return Unwanted("no-message")
            await picking.send_anew(self.tx, row.id)
            row = replace(row, verb="send", reason=ANEW)
        picture = await self.asks.render(self.tx, person, screen, self.stops)
        if picture is None:
            return Unwanted("gone")
        if not screen.live:
            picture = replace(picture, buttons=())
        if row.reason == ANEW:
            picture = replace(picture, silent=True)
        chat = person.telegram_id
        made = call.send(chat, picture) if target is None else call.edit(chat, target, picture)
        return Ready(row, chat, made, screen, brings(self.now, person, screen.id, picture), picture.wording)

    def _is_stopped(self, screen: ScreenRow) -> bool:
        """Whether what nobody asked for does not come: one that is asked for gets a line in its place."""
        return screen.name in self.stops.screens - ALWAYS


async def comes_back(tx: Tx, row: OutboxRow) -> bool:
    """Whether an edit whose message is not there is sent below, without a sound: where it shows what its person did.

    What time or somebody else changed is no reason to write: they deleted the message, or it never came.
    """
    return row.rank not in (Rank.PROMPT, Rank.STRIP) and await people.acted(tx, row.person_id, row.made_at)


def brings(now: datetime, person: Person, screen_id: int, picture: Screen) -> Received | None:
    """Which techniques a client receives by that screen, in their own week; None where there are none."""
    if not picture.techniques or not person.is_client:
        return None
    return Received(person.id, week_of(today_of(now, person)), screen_id, picture.techniques)


def _pin(row: OutboxRow, person: Person, screen: ScreenRow) -> Made:
    if screen.message_id is None:
        return Unwanted("never-sent")
    return Ready(row, person.telegram_id, call.pin(person.telegram_id, screen.message_id))


def _strip(row: OutboxRow, person: Person, screen: ScreenRow) -> Made:
    if screen.message_id is None:
        return Unwanted("never-sent")
    if screen.live:  # it became something else since
        return Unwanted("newer")
    if screen.bare:
        return Unwanted("no-buttons")
    return Ready(row, person.telegram_id, call.strip(person.telegram_id, screen.message_id))


def _delete(row: OutboxRow, person: Person, screen: ScreenRow) -> Made:
    """The message of the screen, and the person's own that it answered."""
    ids = [number for number in (screen.message_id, screen.args.get("wrote")) if number is not None]
    return Ready(row, person.telegram_id, call.delete(person.telegram_id, ids)) if ids else Unwanted("gone")
