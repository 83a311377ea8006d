"""Cigarettes a day, before and after a quit date, where they said how many."""

from collections.abc import Iterator, Sequence
from datetime import date

from bot.picture import Days
from bot.screens.parts import lines
from bot.screens.pictures.parts import short_date, ticks
from bot.texts import Texts
from bot.texts.dates import day
from programme.in_pictures import Smoked
from programme.occurrence import DAY
from programme.outcomes.record import Amount


def picture(smoked: Smoked, quit_on: Sequence[date], texts: Texts) -> Days:
    """A bar a day."""
    days = len(smoked.amounts)
    return Days(
        title=texts.label("picture-smoked"),
        ticks=ticks(smoked.first, days, texts),
        amounts=smoked.amounts,
        marks=tuple(((on - smoked.first).days, texts.label("picture-mark-quit")) for on in _within(smoked, quit_on)),
        least=texts.label("picture-legend-least"),
        most=texts.label("picture-legend-most"),
        none=texts.label("picture-legend-none"),
        gap=texts.label("picture-legend-gap"),
    )


def words(smoked: Smoked, quit_on: Sequence[date], texts: Texts) -> str:
    """Week by week, with how many days were said."""
    return lines(
        texts("picture-smoked-words", day=short_date(smoked.first, texts)),
        *_weeks(smoked, texts),
        *(texts("picture-quit-on", day=day(texts, on)) for on in _within(smoked, quit_on)),
        texts("picture-gaps"),
        texts("picture-cutting-down"),
    )


def _within(smoked: Smoked, quit_on: Sequence[date]) -> Sequence[date]:
    """The last quit date of these days: of several, the words would stand on one another."""
    return [on for on in quit_on if smoked.first <= on < smoked.first + len(smoked.amounts) * DAY][-1:]


def _weeks(smoked: Smoked, texts: Texts) -> Iterator[str]:
    start = 0
    while start < len(smoked.amounts):
        first = smoked.first + start * DAY
        end = min(start + 7 - first.weekday(), len(smoked.amounts))
        yield _week(first, smoked.amounts[start:end], texts)
        start = end


def _week(first: date, amounts: Sequence[Amount | None], texts: Texts) -> str:
    named, said = short_date(first, texts), [amount for amount in amounts if amount is not None]
    if not said:
        return texts("picture-smoked-week-gap", day=named)
    counts = {"days": len(said), "of": len(amounts)}
    if all(most == 0 for _, most in said):
        return texts("picture-smoked-week-none", day=named, **counts)
    return texts("picture-smoked-week", day=named, amount=_range(said, texts), **counts)


def _range(said: Sequence[Amount], texts: Texts) -> str:
    least, mosts = min(least for least, _ in said), [most for _, most in said]
    bounded = [most for most in mosts if most is not None]
    if len(bounded) < len(mosts):
        return texts.label("picture-smoked-open", least=least)
    most = max(bounded)
    return str(least) if least == most else texts.label("picture-smoked-range", least=least, most=most)
