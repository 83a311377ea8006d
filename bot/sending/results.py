"""Writing down what became of calls: a few at a time, in one transaction."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta

import structlog

from bot.sending.build_call import Ready, SenderPorts, comes_back
from bot.sending.claiming import dead_letter
from bot.sending.outcome import Ambiguous, Blocked, CallOutcome, CallRefused, Delivered, Lost, NotOurBot, NotSent, Wait
from care.clock import Clock
from db.delivery import picking, screens, sending, wordings
from db.delivery.outbox import OutboxRow, OutboxState, Rank
from db.delivery.sending import SendEnding, hidden
from db.people import accounts
from db.store.engine import Database
from db.store.files import failpoint
from db.tx import Tx
from programme.schedule.reason_code import ReasonCode

_UNPROVEN = frozenset({OutboxState.SENDING, OutboxState.WAITING, OutboxState.UNCERTAIN})


@dataclass(frozen=True, slots=True)
class Landed:
    """A call that is over, what became of it, and the tick at which it was."""

    ready: Ready
    outcome: CallOutcome
    ticks: float


async def record(tx: Tx, ports: SenderPorts, landed: Sequence[Landed]) -> list[SendEnding]:
    """Writes down every outcome that still counts, and returns what became of the rows."""
    await accounts.lock(tx, {one.ready.row.person_id for one in landed})
    rows = await sending.under_way(tx, [one.ready.row.id for one in landed])
    counted = [one for one in landed if _counts(one, rows.get(one.ready.row.id))]
    over = {one.ready.row.id for one in counted if await _is_over(tx, one)}
    endings = [_ending(one, over) for one in counted]
    await sending.end(tx, endings)
    delivered = [one.ready for one in counted if isinstance(one.outcome, Delivered)]
    await _place(tx, [one for one in counted if isinstance(one.outcome, Delivered)])
    await wordings.add_received(tx, [one.brings for one in delivered if one.brings is not None])
    for one in counted:
        await _tell(tx, ports, one, over)
    failpoint("record")
    return endings


def _counts(one: Landed, row: OutboxRow | None) -> bool:
    """A row taken since by anybody is no business of this call. That it was delivered is news whoever says it."""
    mine = one.ready.row
    if row is None or (row.epoch, row.attempts) != (mine.epoch, mine.attempts):
        return False
    if isinstance(one.outcome, Delivered):
        return row.state in _UNPROVEN
    return row.state is OutboxState.SENDING


async def _is_over(tx: Tx, one: Landed) -> bool:
    """Whether the edit of a message that is not there ends with that. Of one that turned into something else, such as a
    picture into words, only what nobody asked for does."""
    match one.outcome:
        case Lost(deleted=True):
            return not await comes_back(tx, one.ready.row)
        case Lost():
            return one.ready.row.rank is Rank.PROMPT
    return False


def _ending(one: Landed, over: Collection[int]) -> SendEnding:
    row = one.ready.row
    match one.outcome:
        case Delivered():
            return SendEnding(row, OutboxState.DELIVERED)
        case CallRefused(reason):
            return SendEnding(row, OutboxState.REFUSED, reason)
        case Blocked():
            return SendEnding(row, OutboxState.BLOCKED, ReasonCode.BLOCKED)
        case Ambiguous():
            return hidden(row)
        case Lost() if row.id in over:
            return SendEnding(row, OutboxState.CANCELLED, ReasonCode.DELETED)
        case _:
            return SendEnding(row, OutboxState.WAITING)


async def _place(tx: Tx, delivered: Sequence[Landed]) -> None:
    """The screens of what was sent stand in the messages that Telegram named."""
    messages = {}
    for one in delivered:
        row, outcome = one.ready.row, one.outcome
        if row.verb == "send" and row.screen_id and isinstance(outcome, Delivered) and outcome.message_id:
            messages[row.screen_id] = outcome.message_id
        if one.ready.shows and "token" in one.ready.shows.args:
            await screens.forget_token(tx, one.ready.shows.id)
    if messages:
        await screens.adopt_many(tx, messages)
    await screens.set_bare(tx, _now_bare([one.ready for one in delivered]), bare=True)


def _now_bare(delivered: Sequence[Ready]) -> set[int]:
    """Screens whose message has no buttons any more, or never had any, where that is news."""
    return {
        one.row.screen_id
        for one in delivered
        if one.row.screen_id and not one.call.has_buttons and not (one.shows and one.shows.bare)
    }


async def _tell(tx: Tx, ports: SenderPorts, one: Landed, over: Collection[int]) -> None:
    row = one.ready.row
    match one.outcome:
        case Delivered() if one.ready.shows is not None:
            await ports.arrived(tx, one.ready.shows)
        case CallRefused():
            await dead_letter(tx, ports, row, ReasonCode.REFUSED)
        case Blocked():
            await ports.cannot_reach(tx, row.person_id)
            await dead_letter(tx, ports, row, ReasonCode.BLOCKED)
        case Wait(seconds):
            await accounts.set_hold(tx, row.person_id, tx.now + timedelta(seconds=seconds))
        case Lost() if row.screen_id is not None:
            await screens.adopt(tx, row.screen_id, None)
            if row.id in over:
                await screens.retire(tx, row.screen_id)
            else:
                await picking.send_anew(tx, row.id)


LINGER = 0.1  # seconds an outcome may wait for others to be written down with it
log = structlog.get_logger(__name__)


class ResultLog:
    """What landed. `count` is called with the state of each row that reached an end."""

    def __init__(
        self, database: Database, clock: Clock, ports: SenderPorts, count: Callable[[OutboxState], object]
    ) -> None:
        self._database = database
        self._clock = clock
        self._ports = ports
        self._count = count
        self._landed: list[Landed] = []

    def __len__(self) -> int:
        return len(self._landed)

    def __iter__(self) -> Iterator[Ready]:
        return (one.ready for one in self._landed)

    @property
    def not_our_bot(self) -> NotOurBot | None:
        """Telegram's word that it does not know this bot, where a call brought it."""
        return next((one.outcome for one in self._landed if isinstance(one.outcome, NotOurBot)), None)

    def add(self, ready: Ready, outcome: CallOutcome) -> None:
        """That call landed just now."""
        self._landed.append(Landed(ready, outcome, self._clock.ticks()))

    def give_back(self, taken: Iterable[Ready]) -> None:
        """What was taken and not asked for can be looked at afresh later, or by another sender."""
        for ready in taken:
            self.add(ready, NotSent())

    def is_due(self, batch: int, *, more_to_come: bool) -> bool:
        """Whether to write now. What may be joined by more waits: no card or answer, not `batch` of them, not long."""
        if not self._landed:
            return False
        return (
            not more_to_come
            or len(self) >= batch
            or any(ready.row.rank <= Rank.ANSWER for ready in self)
            or self._clock.ticks() - self._landed[0].ticks >= LINGER
        )

    async def write(self) -> None:
        """Writes down what landed so far; on an error it stays here."""
        batch, now = list(self._landed), self._clock.now()
        endings = await self._database.write(lambda tx: record(tx.at(now), self._ports, batch))
        failpoint("after_record")
        del self._landed[: len(batch)]
        for ending in endings:
            self._report(ending)

    def _report(self, ending: SendEnding) -> None:
        if ending.state is OutboxState.WAITING:
            return
        self._count(ending.state)
        row, state = ending.row, ending.state.value
        log.info("message_ended", row=row.id, update=row.update_id, state=state, reason=ending.reason)
        if ending.state in (OutboxState.UNCERTAIN, OutboxState.REFUSED):
            log.warning("not_known_to_have_arrived", row=ending.row.id, state=ending.state, reason=ending.reason)
