"""A picture as a PNG, by its kind. Importing this brings matplotlib."""

from matplotlib.figure import Figure

from bot.drawing import bars, course, days, grid
from bot.drawing.canvas import to_png
from bot.picture import Bars, Course, Days, Grid, Picture


def png(picture: Picture) -> bytes:
    """The bytes of a PNG, 1080 pixels wide. The same picture gives the same bytes."""
    return to_png(_painted(picture))


def _painted(picture: Picture) -> Figure:
    match picture:
        case Grid():
            return grid.paint(picture)
        case Bars():
            return bars.paint(picture)
        case Course():
            return course.paint(picture)
        case Days():
            return days.paint(picture)
