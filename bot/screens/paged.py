"""Long lists in pieces that a message holds, and the buttons that lead from one to the next."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from bot.screen import Button, Rows, does
from bot.taps.kit import Tap

T = TypeVar("T")
FULL = 3000  # characters as they are sent, mark-up counted in: Telegram takes 4,096 without it


def pages_of_lines(lines: Iterable[str], full: int = FULL) -> list[list[str]]:
    """The lines in order, as many on a page as fit; one page at the least."""
    pages: list[list[str]] = [[]]
    length = 0
    for line in lines:
        if pages[-1] and length + len(line) > full:
            pages.append([])
            length = 0
        pages[-1].append(line)
        length += len(line) + 1
    return pages


def pages_of(things: Sequence[T], most: int) -> list[Sequence[T]]:
    """Things in order, so many on a page; one page at the least."""
    return [things[at : at + most] for at in range(0, len(things), most)] or [()]


def page_of(pages: Sequence[T], number: int) -> T:
    """That page, or the last where there are fewer by now."""
    return pages[min(max(number, 0), len(pages) - 1)]


def turning(tap: Tap[Any], number: int, count: int) -> Rows:
    """A row that turns back and on, where there is more than one page."""
    if count < 2:
        return ()
    shown = min(max(number, 0), count - 1)
    before: tuple[Button, ...] = (does(f"← {shown}/{count}", tap, shown - 1),) if shown else ()
    after = (does(f"{shown + 2}/{count} →", tap, shown + 1),) if shown + 1 < count else ()
    return ((*before, *after),)
