"""Pieces that many screens are built from: paragraphs, rows of buttons, pages, scales, amounts."""

from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

from bot.kit.screen import Button, Rows, does
from bot.kit.taps import GO, LET_BE, OPEN_BELOW, OPEN_VIEW, Tap
from bot.texts import Texts
from care.measures.scales import HIGHEST
from programme.check_in.answers import RANGES, HardMoment
from programme.quitting.lapses import Smoked, how_many

LABEL = 40  # characters of a person's own words on a button
LINE = 80  # characters of a thing that helps on a line of a list
WHOLE = 3000  # of what they open to read, in one message with what stands around it
EXCERPT = 200  # characters of a person's own words in a message


def paragraphs(*parts: str | None) -> str:
    """Parts under one another with an empty line between them; empty ones are left out."""
    return "\n\n".join(part for part in parts if part)


def lines(*parts: str | None) -> str:
    """Parts under one another; empty ones are left out."""
    return "\n".join(part for part in parts if part)


def cut(words: str, most: int) -> str:
    """The words on one line, at most that many characters, with an ellipsis where something is left out."""
    line = " ".join(words.split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def rows(buttons: Iterable[Button], width: int) -> tuple[tuple[Button, ...], ...]:
    """Buttons in rows of that many."""
    found = tuple(buttons)
    return tuple(found[at : at + width] for at in range(0, len(found), width))


def back(texts: Texts, name: str = "") -> Button:
    """Back to the screen of that name, or to the plain view of this one."""
    label = texts.label("button-back")
    return does(label, GO, name) if name else does(label, OPEN_VIEW, "")


def more(texts: Texts) -> Button:
    """The rest of what can be done here."""
    return does(texts.label("button-more"), OPEN_VIEW, "more")


def rough(texts: Texts) -> Button:
    """The way out of a question about mood, on a day that is too much: it opens below."""
    return does(texts.label("keyboard-rough"), OPEN_BELOW, "rough")


def not_now(texts: Texts) -> Button:
    """Out of what is offered, without anything being written down."""
    return does(texts.label("check-in-not-now"), LET_BE)


def go(texts: Texts, key: str, name: str) -> Button:
    """A button that turns this message into the screen of that name."""
    return does(texts.label(key), GO, name)


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
    """Things in order, that many on a page; one page at the least."""
    return [things[at : at + most] for at in range(0, len(things), most)] or [()]


def page_of(pages: Sequence[T], number: int) -> T:
    """That page, or the last where there are fewer now."""
    return pages[min(max(number, 0), len(pages) - 1)]


def turning(tap: Tap[Any], number: int, count: int) -> Rows:
    """A row that turns back and on, where there is more than one page."""
    if count < 2:
        return ()
    shown = min(max(number, 0), count - 1)
    before: tuple[Button, ...] = (does(f"← {shown}/{count}", tap, shown - 1),) if shown else ()
    after = (does(f"{shown + 2}/{count} →", tap, shown + 1),) if shown + 1 < count else ()
    return ((*before, *after),)


A_ROW = 6


def ten(tap: Tap[int]) -> Rows:
    """The eleven numbers in two rows."""
    return rows((does(str(n), tap, n) for n in range(HIGHEST + 1)), A_ROW)


def if_then(moment: HardMoment | None, words: str, texts: Texts) -> str:
    """Such as: If others smoke, then: "a walk to the door". Plain text: whoever says it escapes it."""
    when = texts.label(f"if-{moment or HardMoment.OTHER}")
    return texts.label("if-then", moment=when, words=cut(words, EXCERPT))


AMOUNTS = dict(zip(RANGES, ("none", "one", "some", "many"), strict=True))


def amount_said(told: Smoked, texts: Texts) -> str | None:
    """How many it were: "1", "2–5", "7". None: they did not say."""
    if told.cigarettes_from is None:
        return None
    code = next((code for code, amount in RANGES.items() if amount == (told.cigarettes_from, told.cigarettes_to)), "")
    return texts.label(f"cigarettes-{AMOUNTS[code]}") if code else str(told.cigarettes_from)


def amounts(tap: Tap[str], texts: Texts) -> Iterable[Button]:
    """A button for each range but none at all."""
    ranges = (code for code in AMOUNTS if how_many(code) is not None)
    return (does(texts.label(f"cigarettes-{AMOUNTS[code]}"), tap, code) for code in ranges)


def address(bot: str | None, token: str | None) -> str | None:
    """What a link to pass on reads, as long as both are known."""
    return f"https://t.me/{bot}?start={token}" if bot and token else None
