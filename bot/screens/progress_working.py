"""How lived progress is counted, step by step, in words."""

from collections.abc import Iterator, Mapping
from datetime import date

from bot.screens.parts import lines, paragraphs
from bot.texts import Texts
from bot.texts.dates import day
from bot.texts.money import money
from care.lived import Counted
from programme.occurrence import DAY
from programme.outcomes import Code, Step


def words(counted: Counted, not_asked: int, texts: Texts) -> str:
    """Each step that was looked at, in order; of the days that are not known, on how many we did not ask."""
    steps = (*_steps(counted, not_asked, texts), texts("lived-step-today"))
    listed = (texts("outcomes-step", step=step) for step in steps)
    return paragraphs(texts("progress-working-head"), lines(*listed))


def _steps(counted: Counted, not_asked: int, texts: Texts) -> Iterator[str]:
    for one in counted.lived.working:
        yield texts(f"lived-step-{one.code}", **_counts(one, counted, texts))
        if one.code is Code.NOT_SAID_DAYS and not_asked:
            yield texts("lived-step-not-asked-days", days=not_asked)


def _counts(step: Step, counted: Counted, texts: Texts) -> Mapping[str, int | str]:
    """A step's counts, a price as money, and `until` as the last day on which that held."""
    if "until" not in step.counts:
        currency = counted.usual.currency if counted.usual else None
        return _priced(step.counts, currency, texts)
    until = date.fromordinal(step.counts["until"])
    currency = next((one.currency for one in counted.before if one.until == until), None)
    return {**_priced(step.counts, currency, texts), "until": day(texts, until - DAY)}


def _priced(counts: Mapping[str, int], currency: str | None, texts: Texts) -> Mapping[str, int | str]:
    if "price" not in counts or currency is None:
        return counts
    return {**counts, "price": money(texts, counts["price"], currency)}
