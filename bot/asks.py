"""What the sender asks the rest of the house: functions, so that it knows no screen and no rule."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.screen import Screen
from care.look_again import NotYet, Unwanted, Wanted
from db.outbox import OutboxRow
from db.screens import ScreenRow
from db.text_stops import Stops
from db.tx import Tx
from programme.people import Person


@dataclass(frozen=True, slots=True)
class Asks:
    """`render`: the screen as it is now true, without what is stopped, or None.

    `look_again`: whether a prompt is still wanted.

    `not_sent`: told in the same transaction that such a row was given up, and why. `cannot_reach`: told that a
    person blocked us or is gone. `commands`: a person's menu, pairs of a command and its words. `arrived`: told, once
    for each row that sent or changed a message and was delivered, which screen that was.
    """

    render: Callable[[Tx, Person, ScreenRow, Stops], Awaitable[Screen | None]]
    look_again: Callable[[Tx, OutboxRow], Awaitable[Wanted | Unwanted | NotYet]]
    not_sent: Callable[[Tx, OutboxRow, str], Awaitable[object]]
    cannot_reach: Callable[[Tx, int], Awaitable[object]]
    commands: Callable[[Person], Sequence[tuple[str, str]]]
    arrived: Callable[[Tx, ScreenRow], Awaitable[object]]
