"""A service's own crisis cards, as a TOML text:

[IE]
danger = "In danger? Call 112."
call = "112"
[[IE.lines]]
words = "In danger: call 112."
source = "https://the.owner/of-the-number"
checked_on = 2026-11-22
review_by = 2027-05-22
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from programme.crisis_card import CARDS, CardLine, CrisisCard

# So that a card, with what is said around it, is one message of Telegram's and read at a glance.
MOST_LINES = 8
LONGEST = 250  # characters
_COUNTRY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_LINE = {"words": str, "source": str, "checked_on": date, "review_by": date}
_CARD = {"danger": str, "call": str, "lines": list}


@dataclass(frozen=True, slots=True)
class CardProblem:
    """Why a file of cards cannot be used: the line it begins at (from 1), and what to change there."""

    line: int
    words: str


class _Wrong(Exception):
    def __init__(self, header: str, nth: int, words: str) -> None:
        super().__init__(words)
        self.header, self.nth, self.words = header, nth, words


def parse_cards(text: str) -> Mapping[str, CrisisCard] | CardProblem:
    """The cards of `text` in place of ours and beside them, or the first problem in it."""
    try:
        tables = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"at line (\d+)", str(error))
        last = len(text.splitlines()) or 1
        return CardProblem(int(at[1]) if at else last, f"This is not TOML: {error}.")
    try:
        return {**CARDS, **{country: _card(country, table) for country, table in tables.items()}}
    except _Wrong as wrong:
        return CardProblem(_place(text, wrong), wrong.words)


def _card(country: str, table: Any) -> CrisisCard:
    header = f"[{country}]"
    if not _COUNTRY.fullmatch(country) or not isinstance(table, dict):
        raise _Wrong(header, 0, f'"{country}" is no country: write [GB], two capitals of ISO 3166.')
    _check(table, _CARD, header, 0)
    if not 1 <= len(table["lines"]) <= MOST_LINES:
        raise _Wrong(header, 0, f"The card {country} has {len(table['lines'])} lines; write 1 to {MOST_LINES}.")
    return CrisisCard(
        country,
        table["danger"],
        table["call"],
        tuple(_card_line(f"[[{country}.lines]]", nth, line) for nth, line in enumerate(table["lines"])),
    )


def _card_line(header: str, nth: int, table: Any) -> CardLine:
    if not isinstance(table, dict):
        raise _Wrong(header, nth, f"Write each line under its own {header}.")
    _check(table, _LINE, header, nth)
    if table["review_by"] <= table["checked_on"]:
        raise _Wrong(header, nth, "review_by is not after checked_on.")
    return CardLine(**table)


def _check(table: Mapping[str, Any], wanted: Mapping[str, type], header: str, nth: int) -> None:
    for name, kind in wanted.items():
        if name not in table:
            raise _Wrong(header, nth, f"{name} is missing.")
        if type(table[name]) is not kind or table[name] == "":
            raise _Wrong(header, nth, f"{name} is not {_SAID[kind]}.")
        if kind is str and len(table[name]) > LONGEST:
            raise _Wrong(header, nth, f"{name} is longer than {LONGEST} characters.")
    for name in table.keys() - wanted.keys():
        raise _Wrong(header, nth, f"{name} is not known here.")


_SAID = {str: "a text in quotes", date: "a date such as 2026-11-22", list: "written as [[country.lines]]"}


def _place(text: str, wrong: _Wrong) -> int:
    """Where the nth such header stands; line 1 where the table is written another way."""
    found = [at for at, line in enumerate(text.splitlines(), 1) if line.split("#")[0].strip() == wrong.header]
    return found[wrong.nth] if wrong.nth < len(found) else 1
