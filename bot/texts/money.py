"""Money as people there write it: Babel's currencies of countries, signs and decimal places."""

import re
from decimal import Decimal
from typing import Final

from babel.numbers import (
    format_currency,
    get_currency_precision,
    get_currency_symbol,
    get_territory_currencies,
    list_currencies,
)

from bot.texts.service import Texts
from programme.places import HOME

_SIGNS: Final = {"£": "GBP", "€": "EUR", "$": "USD", "¥": "JPY"}


def currency_of(country: str) -> str:
    """The currency (ISO 4217) that is paid with in that country (ISO 3166); that of home where there is none."""
    found = get_territory_currencies(country) or get_territory_currencies(HOME.country)
    return str(found[0])


def written_in(text: str, there: str) -> str:
    """The currency of a price as it was typed: by its sign or its three letters; `there`, what is paid with there.

    A sign that the currency there has as well ("$" in Canada) means that one; one that is not known says nothing.
    """
    sign = re.sub(r"[\d.,\s]", "", text).upper()
    if sign in get_currency_symbol(there, "en"):
        return there
    code = _SIGNS.get(sign, sign)
    return code if code in list_currencies() else there


def places_of(currency: str) -> int:
    """How many decimal places its prices have."""
    return int(get_currency_precision(currency))


def money(texts: Texts, amount: int, currency: str) -> str:
    """So many of the currency's smallest units: "£12.50"."""
    return format_currency(Decimal(amount).scaleb(-places_of(currency)), currency, locale=texts.babel)
