"""Days and times as rows of buttons, and how a tapped or typed one is read."""

from calendar import Calendar
from dataclasses import dataclass
from datetime import date, time, timedelta

from babel.dates import format_date

from bot.kit.screen import Button, Rows, does
from bot.kit.taps import NO_DAY, Tap, read_month
from bot.practice.taps import ON_DAY, ON_MONTH
from bot.quitting.taps import QUIT_DAY, QUIT_MONTH
from bot.texts import Texts
from bot.texts.dates import short_day
from care.quitting.readings import BACK_TO
from db.delivery.screens import ScreenRow
from programme.schedule.typed import TwoTimes

NOTHING = does("·", NO_DAY)  # a place without a day to pick; tapping it changes nothing
_MONDAY = date(2024, 1, 1)


def month_rows(
    texts: Texts,
    shown: date,
    first: date,
    last: date,
    chosen: date | None = None,
    *,
    on: Tap[date] = QUIT_DAY,
    beside: Tap[date] = QUIT_MONTH,
) -> Rows:
    """The month of `shown`, Monday first. Days from `first` to `last` may be picked; the chosen one is marked.

    A day asks for `on`, and the last row for `beside`.
    """

    def cell(day: date) -> Button:
        if day.month != shown.month or not first <= day <= last:
            return NOTHING
        return does(f"[{day.day}]" if day == chosen else str(day.day), on, day)

    weeks = Calendar().monthdatescalendar(shown.year, shown.month)
    names = tuple(does(_weekday(texts, n), NO_DAY) for n in range(7))
    return (names, *(tuple(map(cell, week)) for week in weeks), _beside(texts, shown, first, last, beside))


def month_title(texts: Texts, month: date) -> str:
    """The month in words: "March 2026"."""
    return format_date(month, "MMMM y", locale=texts.babel)


def _weekday(texts: Texts, number: int) -> str:
    return format_date(_MONDAY + timedelta(days=number), "EEEEEE", locale=texts.babel)


def _beside(texts: Texts, shown: date, first: date, last: date, tap: Tap[date]) -> tuple[Button, ...]:
    before = shown.replace(day=1) - timedelta(days=1)
    after = (shown.replace(day=28) + timedelta(days=4)).replace(day=1)
    back = does(f"← {month_title(texts, before)}", tap, before) if before >= first else None
    onward = does(f"{month_title(texts, after)} →", tap, after) if after <= last else None
    return tuple(button for button in (back, onward) if button is not None)


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


def one_of(read: time | TwoTimes, near: time) -> time:
    """The time that was meant: of two readings the one nearer to `near`."""
    if isinstance(read, time):
        return read
    return min(read.morning, read.evening, key=lambda one: abs(_minutes(one) - _minutes(near)))


def _minutes(wall: time) -> int:
    return wall.hour * 60 + wall.minute
