"""Money as people there write it: Babel's currencies of countries, signs and decimal places."""

from decimal import Decimal

from babel.numbers import format_currency, get_currency_precision, get_territory_currencies

from bot.texts.service import Texts
from programme.places import HOME


def currency_of(country: str) -> str:
    """The currency (ISO 4217) that is paid with in that country (ISO 3166); that of home where there is none."""
    found = get_territory_currencies(country) or get_territory_currencies(HOME.country)
    return str(found[0])


def places_of(currency: str) -> int:
    """How many decimal places its prices have."""
    return int(get_currency_precision(currency))


def money(texts: Texts, amount: int, currency: str) -> str:
    """So many of the currency's smallest units: "£12.50"."""
    return format_currency(Decimal(amount).scaleb(-places_of(currency)), currency, locale=texts.babel)
