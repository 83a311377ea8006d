"""When it was: by weekday and time of day."""

from collections.abc import Sequence

from bot.picture import Grid
from bot.screens.parts import lines
from bot.screens.pictures.parts import counted, short_date, weekdays
from bot.texts import Texts
from programme.in_pictures import WEEKDAYS, when
from programme.patterns import Log, Part

_MOST = 3  # places in the grid that are named by themselves, of those with more than one


def picture(logs: Sequence[Log], texts: Texts) -> Grid:
    """The grid."""
    return Grid(texts.label("picture-when"), weekdays(texts, "abbreviated"), _parts(texts), when(logs))


def words(logs: Sequence[Log], texts: Texts) -> str:
    """Where most are, and every count by part and by day."""
    counts, days, parts = when(logs), weekdays(texts, "wide"), _parts(texts)
    places = [(row, column) for row in range(len(parts)) for column in WEEKDAYS if counts[row][column] > 1]
    largest = sorted(places, key=lambda place: -counts[place[0]][place[1]])[:_MOST]
    most = ((f"{days[column]} {parts[row].lower()}", counts[row][column]) for row, column in largest)
    by_day = [sum(row[column] for row in counts) for column in WEEKDAYS]
    return lines(
        texts("picture-when-words", count=len(logs), day=short_date(logs[0].at.date(), texts)),
        texts("picture-most", most=counted(most, texts)) if largest else None,
        texts("picture-by-part", counts=counted(zip(parts, map(sum, counts), strict=True), texts)),
        texts("picture-by-day", counts=counted(zip(days, by_day, strict=True), texts)),
        texts("picture-night"),
    )


def _parts(texts: Texts) -> tuple[str, ...]:
    return tuple(texts.label(f"part-{part}") for part in Part)
