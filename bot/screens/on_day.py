"""Which day something happened on that is being entered: today, yesterday, or one of a month."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.screen import Rows, does
from bot.screens.month import month_rows
from bot.taps.args import read_month
from bot.taps.practice import ON_DAY, ON_MONTH
from bot.texts import Texts
from bot.texts.dates import short_day
from care.readings import BACK_TO
from db.screens import ScreenRow

_A_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class OnDay:
    """`on` is picked (None: today), `today` the client's local date, and `month` the one shown to pick from, if any."""

    today: date
    on: date | None = None
    month: date | None = None

    @property
    def picked(self) -> date:
        """The day that is entered."""
        return self.on or self.today


def read_on_day(row: ScreenRow, today: date) -> OnDay:
    """As it stands in the args of that screen."""
    on = row.args.get("on")
    return OnDay(today, date.fromisoformat(on) if on else None, read_month(row.args.get("month", "")))


def in_words(day: OnDay, texts: Texts) -> str:
    """The day that is entered: "today, Mon 2 Feb", or "Mon 2 Feb"."""
    label = "on-day-today" if day.picked == day.today else "on-day"
    return texts.label(label, day=short_day(texts, day.picked))


def day_rows(day: OnDay, texts: Texts) -> Rows:
    """The other days that may be picked: today and yesterday, and the way to the month; or the month itself."""
    if day.month is not None:
        return month_rows(texts, day.month, day.today - BACK_TO, day.today, day.picked, on=ON_DAY, beside=ON_MONTH)
    near = ((day.today, "on-day-pick-today"), (day.today - _A_DAY, "on-day-pick-yesterday"))
    picks = (does(texts.label(key), ON_DAY, on) for on, key in near if on != day.picked)
    return ((*picks, does(texts.label("on-day-pick-other"), ON_MONTH, day.picked)),)
