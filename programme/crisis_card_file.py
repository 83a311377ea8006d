"""A service's own crisis cards, as a TOML text:

[IE]
danger = "In danger? Call 112."
call = "112"
[[IE.lines]]
words = "In danger: call 112."
source = "https://the.owner/of-the-number"
checked_on = 2026-11-22
review_by = 2027-05-22

Beside `lines` a card may have lines of its own for what was written, under [[IE.violence]], [[IE.taken]],
[[IE.medical]], [[IE.somebody_else]] and [[IE.numbers]]. A number of ours that no page of its owner was found for is
confirmed, as it stands in `alongside doctor`, by

[[confirmed]]
number = "0808 801 0327"
source = "https://the.owner/of-the-number"
checked_on = 2026-12-01
review_by = 2027-06-01
"""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from programme.crisis_card import BRITAIN, CARDS, NATIONS, OTHERS, CardLine, CrisisCard, unconfirmed
from programme.safety.danger import Brings

# So that a card, with what is said around it, is one message of Telegram's and read at a glance.
MOST_LINES = 8
LONGEST = 250  # characters
CONFIRMED = "confirmed"
_COUNTRY = re.compile(r"[A-Z]{2}(-[A-Z0-9]{1,3})?")
_LINE = {"words": str, "source": str, "checked_on": date, "review_by": date}
_CARD = {"danger": str, "call": str, "lines": list}
_PROOF = {"number": str, "source": str, "checked_on": date, "review_by": date}


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
        proofs = _proofs(tables.pop(CONFIRMED, []))
        own = {country: _card(country, table) for country, table in tables.items()}
    except _Wrong as wrong:
        return CardProblem(_place(text, wrong), wrong.words)
    return {country: _confirmed(card, proofs) for country, card in {**CARDS, **_with_nations(own)}.items()}


def _with_nations(own: Mapping[str, CrisisCard]) -> Mapping[str, CrisisCard]:
    """A card for the whole of Britain holds in each nation that has none in the file.

    What it says nothing of is said as we say it there; elsewhere, as the card itself.
    """
    whole = own.get(BRITAIN)
    nations = {one: replace(whole, country=one) for one in NATIONS if one not in own} if whole else {}
    return {
        country: replace(card, others={**CARDS[country].others, **card.others}) if country in CARDS else card
        for country, card in {**own, **nations}.items()
    }


def _proofs(tables: Any) -> Mapping[str, Mapping[str, Any]]:
    """What the file says of numbers of ours, by the number."""
    header = f"[[{CONFIRMED}]]"
    if not isinstance(tables, list):
        raise _Wrong(header, 0, f"Write each number under its own {header}.")
    known = unconfirmed(CARDS)
    for nth, table in enumerate(tables):
        _dated(table, _PROOF, header, nth)
        if table["number"] not in known:
            raise _Wrong(header, nth, f"number is none that waits to be confirmed: {', '.join(known)}.")
    return {table["number"]: table for table in tables}


def _confirmed(card: CrisisCard, proofs: Mapping[str, Mapping[str, Any]]) -> CrisisCard:
    def proven(lines: tuple[CardLine, ...]) -> tuple[CardLine, ...]:
        return tuple(
            CardLine(line.words, proof["source"], proof["checked_on"], proof["review_by"])
            if (proof := proofs.get(line.unconfirmed))
            else line
            for line in lines
        )

    others = {brings: proven(lines) for brings, lines in card.others.items()}
    return replace(card, lines=proven(card.lines), others=others)


def _card(country: str, table: Any) -> CrisisCard:
    header = f"[{country}]"
    if not _COUNTRY.fullmatch(country) or not isinstance(table, dict):
        raise _Wrong(header, 0, f'"{country}" is no country: write [GB], two capitals of ISO 3166.')
    lines = [one for one in OTHERS if one in table]
    _check(table, {**_CARD, **dict.fromkeys(lines, list)}, header, 0)
    others = {Brings(one): _lines(country, one, table[one]) for one in lines}
    return CrisisCard(country, table["danger"], table["call"], _lines(country, "lines", table["lines"]), others)


def _lines(country: str, name: str, tables: list[Any]) -> tuple[CardLine, ...]:
    if not 1 <= len(tables) <= MOST_LINES:
        raise _Wrong(f"[{country}]", 0, f"The card {country} has {len(tables)} {name}; write 1 to {MOST_LINES}.")
    return tuple(_card_line(f"[[{country}.{name}]]", nth, line) for nth, line in enumerate(tables))


def _card_line(header: str, nth: int, table: Any) -> CardLine:
    _dated(table, _LINE, header, nth)
    return CardLine(**table)


def _dated(table: Any, wanted: Mapping[str, type], header: str, nth: int) -> None:
    if not isinstance(table, dict):
        raise _Wrong(header, nth, f"Write each line under its own {header}.")
    _check(table, wanted, header, nth)
    if table["review_by"] <= table["checked_on"]:
        raise _Wrong(header, nth, "review_by is not after checked_on.")


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
