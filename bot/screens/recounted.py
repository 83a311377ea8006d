"""What was counted another way, the old value beside the new one: a client's days, outcomes that somebody read."""

from collections.abc import Iterable
from datetime import date
from typing import Final

from bot.screens.parts import lines, paragraphs
from bot.texts import Texts
from bot.texts.dates import dated, day
from bot.texts.money import money
from care.recounted import Days
from programme.outcomes.recount import Change, Which

MOST: Final = 8  # paragraphs; more is nothing to read before the first client comes


def days_words(days: Days, texts: Texts) -> str:
    """Their smoke-free days and the money, as they were counted and as they are."""
    counted = texts(
        "erratum-days", day=day(texts, days.on), before=days.before.days.smoke_free, now=days.now.days.smoke_free
    )
    return paragraphs(lines(counted, _spent(days, texts)), texts("erratum-days-why"), texts("erratum-days-see"))


def _spent(days: Days, texts: Texts) -> str | None:
    was, is_now = days.before.money, days.now.money
    if was is None or is_now is None or was == is_now or days.currency is None:
        return None
    amounts = {"before": money(texts, was, days.currency), "now": money(texts, is_now, days.currency)}
    return texts("erratum-days-money", **amounts)


def weeks_words(outcomes: Iterable[tuple[str, Change]], on: date | None, texts: Texts) -> str:
    """That Monday's evenings were left out, and whose outcomes are counted another way; those alike stand together."""
    names: dict[Change, list[str]] = {}
    for name, change in outcomes:
        names.setdefault(change, []).append(name)
    mondays = texts("erratum-weeks")
    if not names or on is None:
        return mondays
    told = [_change(change, theirs, texts) for change, theirs in names.items()]
    more = sum(len(theirs) for theirs in list(names.values())[MOST:])
    rest = texts("erratum-outcomes-more", count=more) if more else None
    head = texts("erratum-outcomes", day=dated(texts, on))
    return paragraphs(mondays, head, *told[:MOST], rest, texts("erratum-outcomes-see"))


def _change(change: Change, names: list[str], texts: Texts) -> str:
    kind = "nhs" if change.which is Which.NHS else "russell"
    before, now = (texts.label(f"outcome-{kind}-{one}") for one in (change.before, change.now))
    title, whose = texts.label(f"outcome-{change.which}"), ", ".join(names)
    head = texts("erratum-outcome", names=whose, title=title, before=before, now=now)
    return lines(head, texts(f"recount-{change.why}"))
