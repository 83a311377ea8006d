"""What a check-in says of the days that it is about, as answers of one record."""

from datetime import date

from programme.occurrence import DAY
from programme.outcomes.record import Amount, Said


def said_in(on: date, amount: Amount, since: date | None = None, smoked_on: date | None = None) -> list[Said]:
    """The answer of a check-in about the person's own day `on`, or about all days from `since` to it.

    Which of the days it was may be known (`smoked_on`): then all of it was then, and there was none on the others.
    """
    if since is None or since >= on:
        return [Said.of_day(on, *amount)]
    if smoked_on is None or not amount[0]:
        return [Said(since, on, *amount, on)]
    around = ((since, smoked_on - DAY), (smoked_on + DAY, on))
    none = [Said(first, last, 0, 0, on) for first, last in around if first <= last]
    return [Said(smoked_on, smoked_on, *amount, on), *none]
