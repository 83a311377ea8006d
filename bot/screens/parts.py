"""Pieces that many screens are built from."""

from collections.abc import Iterable

from bot.screen import Button, does
from bot.taps.everywhere import GO, LET_BE, OPEN_BELOW, OPEN_VIEW
from bot.texts import Texts

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
