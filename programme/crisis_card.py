"""The crisis card: whom to reach, by country. Each line says where it is from and when it wants looking at again.

Read from public copies of the named pages on the day given. Whoever runs a service checks each number with its owner
before release (FIELD.md 2.12), and may put cards of their own in place of these: programme.crisis_card_file.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Final

ANYWHERE: Final = "ZZ"  # the card for a country without one
_GUESSED: Final = "GB"  # before anybody says where they are
_CHECKED: Final = date(2026, 11, 22)
_REVIEW: Final = date(2027, 5, 22)


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line as it is read out, with the page it rests on."""

    words: str
    source: str
    checked_on: date
    review_by: date


@dataclass(frozen=True, slots=True)
class CrisisCard:
    """`danger` is one line for the first screen; `call` is what fits "please call ..."; `lines` most urgent first."""

    country: str
    danger: str
    call: str
    lines: tuple[CardLine, ...]

    def is_overdue(self, today: date) -> bool:
        """Has the review date of any line passed?"""
        return any(line.review_by < today for line in self.lines)


def _line(words: str, source: str) -> CardLine:
    return CardLine(words, source, _CHECKED, _REVIEW)


_NHS_111_2 = "https://www.norwoodmc.co.uk/2024/08/14/nhs-111-option-2-for-crisis-mental-health-support/"
_WALES = "https://careappointments.com/care-news/wales/195930/"
_SCOTLAND = "FIELD.md 2.12, from memory: check with NHS 24"
_IRELAND_NORTH = "http://contactni.com/projects/lifeline.php"
_SAMARITANS = _line(
    "Want to talk: Samaritans, 116 123. Free, any time.",
    "https://www.samaritans.org/how-we-can-help/contact-samaritan/",
)
_SHOUT = _line("Would rather text: SHOUT to 85258.", "https://www.giveusashout.org/faqs/")
_EMERGENCY = _line("In danger, hurt, or taken too much of anything: call 999 or go to A&E.", _NHS_111_2)
_DANGER_111_2 = "In danger? Call 999. Urgent mental health help? Call 111, press 2."


def _british(country: str, danger: str, call: str, now: CardLine) -> CrisisCard:
    return CrisisCard(country, danger, call, (_EMERGENCY, now, _SAMARITANS, _SHOUT))


def _by_country(*cards: CrisisCard) -> Mapping[str, CrisisCard]:
    return MappingProxyType({card.country: card for card in cards})


# Keys are ISO 3166: a country, or a part of one (GB-SCT) that a service in that part puts in place of "GB".
CARDS: Final = _by_country(
    _british(
        "GB", _DANGER_111_2, "111, press 2, or 999",
        _line("Need help now: call 111, press 2. Day or night.", _NHS_111_2),
    ),
    _british(
        "GB-WLS", _DANGER_111_2, "111, press 2, or 999",
        _line("Need help now: call 111, press 2. Day or night.", _WALES),
    ),
    _british(
        "GB-SCT", "In danger? Call 999. Urgent mental health help? Call 111.", "111 or 999",
        _line("Need help now: call 111 and ask for mental health. Day or night.", _SCOTLAND),
    ),
    _british(
        "GB-NIR", "In danger? Call 999. In despair? Call Lifeline, 0808 808 8000.", "0808 808 8000 or 999",
        _line("Need help now: Lifeline, 0808 808 8000. Free, day or night.", _IRELAND_NORTH),
    ),
    CrisisCard(
        ANYWHERE, "In danger? Call your local emergency number.", "your local emergency number",
        (
            _line("In danger, hurt, or taken too much of anything: call your local emergency number.", "no number"),
            _line("Or go to the nearest hospital. It's fine to go there to say how you feel.", "no number"),
            _line("Need help now: a doctor or a crisis line near you. Somebody you trust can look it up.", "no number"),
        ),
    ),
)  # fmt: skip


def card_for(country: str | None, cards: Mapping[str, CrisisCard] = CARDS) -> CrisisCard:
    """The card of that country (None: not said yet), or the one that holds anywhere."""
    return cards.get(country or _GUESSED) or cards[ANYWHERE]
