"""Crisis cards: complete, dated, and replaced by a service's own without a slip."""

from datetime import date

import pytest

from programme.crisis_card import ANYWHERE, CARDS, CrisisCard, card_for
from programme.crisis_card_file import CardProblem, parse_cards

TODAY = date(2026, 11, 22)
OWN = """\
# Ours
[IE]
danger = "In danger? Call 112."
call = "112"

[[IE.lines]]
words = "In danger: call 112."
source = "https://example.org/112"
checked_on = 2026-11-22
review_by = 2027-05-22

[[IE.lines]]
words = "Want to talk: call us."
source = "https://example.org/us"
checked_on = 2026-11-22
review_by = 2027-05-22
"""


@pytest.mark.parametrize("country", CARDS)
def test_every_card_is_complete_and_in_date(country: str) -> None:
    """Each line has words, a source and a review date that has not passed; the way to 999 or its like comes first."""
    card = CARDS[country]
    assert card.country == country
    assert card.danger
    assert card.call
    assert all(line.words and line.source and line.checked_on <= TODAY for line in card.lines)
    assert not card.is_overdue(TODAY)
    assert card.is_overdue(date(2028, 1, 1))
    assert card.lines[0].words.startswith("In danger")


def test_the_card_of_england_has_the_numbers_of_the_specification() -> None:
    """999, 111 press 2, Samaritans 116 123, SHOUT to 85258."""
    words = " ".join(line.words for line in CARDS["GB"].lines)
    assert all(number in words for number in ("999", "111, press 2", "116 123", "SHOUT to 85258"))


def test_nobody_goes_without_a_card() -> None:
    """Before they say where they are it is the card of home; a country without one gets the card for anywhere."""
    assert card_for(None) == CARDS["GB"]
    assert card_for("US") == CARDS[ANYWHERE]
    assert not any("999" in line.words for line in CARDS[ANYWHERE].lines)


def test_own_cards_stand_beside_ours() -> None:
    """A new country is added with its lines in order, the others stay."""
    cards = parse_cards(OWN)
    assert not isinstance(cards, CardProblem)
    assert isinstance(cards["IE"], CrisisCard)
    assert [line.words for line in card_for("IE", cards).lines] == ["In danger: call 112.", "Want to talk: call us."]
    assert cards["GB"] == CARDS["GB"]
    assert parse_cards("") == CARDS


def test_an_own_card_takes_the_place_of_ours() -> None:
    """A service in Wales writes its own [GB]."""
    cards = parse_cards(OWN.replace("IE", "GB"))
    assert not isinstance(cards, CardProblem)
    assert card_for(None, cards).call == "112"


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ('call = "112"\n', "", 2, "call is missing"),
        ('call = "112"', "call = 112", 2, "call is not a text in quotes"),
        ('call = "112"', 'call = ""', 2, "call is not a text in quotes"),
        ('call = "112"', 'call = "112', 4, "not TOML"),
        ("[IE]", "[Ireland]", 2, "no country"),
        ('source = "https://example.org/us"\n', "", 12, "source is missing"),
        ('"Want to talk: call us."\nsource', '"x"\nnote = "y"\nsource', 12, "note is not known"),
        ("checked_on = 2026-11-22\nreview_by = 2027-05-22\n\n", "checked_on = 2026-11-22\nreview_by = 2026-11-22\n\n",
         6, "not after"),
        ("review_by = 2027-05-22\n\n", 'review_by = "soon"\n\n', 6, "review_by is not a date"),
        ("[[IE.lines]]", "[[GB.lines]]", 2, "lines is missing"),
        (OWN, "IE = 3", 1, "no country"),
        (OWN, '[IE]\ndanger = "a"\ncall = "b"\nlines = []\n', 1, "has 0 lines"),
        ('call = "112"', f'call = "{"9" * 251}"', 2, "longer than 250"),
        (OWN, '[IE]\ndanger = "a"\ncall = "b"\nlines = ["x"]\n', 1, "under its own"),
    ],
)  # fmt: skip
def test_a_slip_is_named_with_its_line(old: str, new: str, line: int, says: str) -> None:
    """A file with a slip changes nothing, and the message says where to look and what to write."""
    assert old in OWN
    problem = parse_cards(OWN.replace(old, new))
    assert isinstance(problem, CardProblem)
    assert says in problem.words
    assert problem.line == line
