"""A service's own crisis cards as a TOML text, and lines of the cards in other languages."""

import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any, Final

from programme.safety.cards import BRITAIN, CARDS, NATIONS, OTHERS, CardLine, CrisisCard, unconfirmed
from programme.safety.danger import Brings

_CHECKED: Final = date(2026, 11, 30)
_REVIEW: Final = date(2027, 5, 30)


def _line(words: str, source: str) -> CardLine:
    return CardLine(words, source, _CHECKED, _REVIEW)


# Open Government Licence v3.0: Home Office, "Domestic abuse: how to get help".
_POLISH_POLICE = (
    _line(
        "Jeśli jesteś w bezpośrednim niebezpieczeństwie, zadzwoń pod numer 999 i poproś o policję.",
        "http://gov.uk/guidance/domestic-abuse-how-to-get-help.pl",
    ),
    _line(
        "Jeśli nie możesz rozmawiać i dzwonisz z telefonu komórkowego, naciśnij 55.",
        "http://gov.uk/guidance/domestic-abuse-how-to-get-help.pl",
    ),
)
# What it says is the ambulance service's; the Polish words for it were found only at one surgery.
_POLISH_DOCTOR = (
    _line(
        "W przypadku zagrożenia życia zadzwoń pod numer 999.",
        "https://www.eastamb.nhs.uk/your-service/when-to-call-999.htm https://pl.gpstafford.co.uk/about/emergencies",
    ),
)
_BENGALI_POLICE = (
    _line(
        "আপনি যদি আশু বিপদে থাকেন, তবে 999 নম্বরে ফোন করুন এবং পুলিশ পাঠাতে অনুরোধ করুন।",
        "https://www.gov.uk/guidance/domestic-abuse-how-to-get-help.bn",
    ),
)
_WELSH_AMBULANCE = (
    _line(
        "Os oes angen ambiwlans arnoch i fynd i'r ysbyty mewn argyfwng, ffoniwch 999.",
        "https://www.citizensadvice.org.uk/cymraeg/Iechyd/nhs-healthcare/nhs-services-in-wales-w/using-nhs-hospital-services-in-wales-w/",
    ),
)
LANGUAGES: Final[Mapping[str, Mapping[Brings, tuple[CardLine, ...]]]] = MappingProxyType(
    {
        "bn": {Brings.VIOLENCE: _BENGALI_POLICE},
        "cy": {Brings.TAKEN: _WELSH_AMBULANCE, Brings.MEDICAL: _WELSH_AMBULANCE},
        "pl": {
            Brings.LIFE: _POLISH_DOCTOR,
            Brings.TAKEN: _POLISH_DOCTOR,
            Brings.MEDICAL: _POLISH_DOCTOR,
            Brings.VIOLENCE: _POLISH_POLICE,
        },
    }
)
_SPOKEN: Final = tuple(one for one in Brings if one not in {Brings.CHECK, Brings.NUMBERS})


def lines_in(language: str, card: CrisisCard, brings: Brings) -> tuple[CardLine, ...]:
    """What stands above the English lines: those of the language; where there are none, the bare
    numbers above a card that does not begin with the one to call. In English nothing.

    The published lines name the numbers of Britain, and stand on a card from there only.
    """
    if language == "en" or brings is Brings.NUMBERS:
        return ()
    theirs = LANGUAGES.get(language, {}).get(brings, ()) if card.country in {BRITAIN, *NATIONS} else ()
    return theirs or (card.others.get(Brings.NUMBERS, ()) if brings is Brings.LIFE else ())


def languages_missing() -> Mapping[str, list[str]]:
    """By language, the cards that have no line in it."""
    return {language: [one.value for one in _SPOKEN if one not in cards] for language, cards in LANGUAGES.items()}


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
