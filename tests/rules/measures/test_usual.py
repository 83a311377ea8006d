"""Numbers and prices as people type them."""

from bot.texts.dates import written_in
from programme.measures.dependence import read_number, read_price
from tests.rows import each_row

PRICES = [
    ("12.50", 2, 1250), ("£12.50", 2, 1250), ("12,5 €", 2, 1250), (" 14 ", 2, 1400), ("$9.99", 2, 999),
    ("600", 0, 600), ("¥600", 0, 600), ("600.50", 0, None), ("0", 2, None), ("0.00", 2, None), ("-3", 2, None),
    ("12.345", 2, None), ("twelve", 2, None), ("", 2, None), ("100001", 2, None), ("1 000", 2, None),
]  # fmt: skip


@each_row(("text", "places", "price"), PRICES)
def test_a_price(text: str, places: int, price: int | None) -> None:
    """In the smallest unit of the currency; a sign or a word beside it does no harm, and nothing is guessed."""
    assert read_price(text, places) == price


CURRENCIES = [
    ("12.50", "GBP", "GBP"), ("12,50 €", "GBP", "EUR"), ("€12.50", "GBP", "EUR"), ("£9", "EUR", "GBP"),
    ("$15", "CAD", "CAD"), ("$15", "GBP", "USD"), ("12 EUR", "GBP", "EUR"), ("12 quid", "GBP", "GBP"),
]  # fmt: skip


@each_row(("text", "there", "currency"), CURRENCIES)
def test_a_price_is_in_the_currency_it_was_written_in(text: str, there: str, currency: str) -> None:
    """By its sign or its letters; without one, in what is paid with where they are."""
    assert written_in(text, there) == currency


NUMBERS = [("1", 1), (" 20 ", 20), ("100", 100), ("101", None), ("0", None), ("x", None), ("²", None)]


@each_row(("text", "number"), NUMBERS)
def test_a_number(text: str, number: int | None) -> None:
    """From one to the most there may be."""
    assert read_number(text, 100) == number
