"""Two things day by day over one another, each with a scale of its own; a day on which it was not said is a gap."""

from typing import Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from bot.drawing.canvas import BACK, EMPTY, FAINT, GOLD, MARGIN, SKY, TITLE, WIDTH, frame, sheet, write
from bot.picture import Course

_HEIGHT: Final = 1130
_NAMES: Final = 225
_HEADING: Final = 64
_MIDDLE: Final = 590


def paint(course: Course) -> Figure:
    """Draws it."""
    figure = sheet(course.title, _HEIGHT)
    write(figure, MARGIN, TITLE + _HEADING / 2, course.upper_name, bold=True)
    upper = _lane(figure, course, TITLE + _HEADING, _MIDDLE)
    upper.set_ylim(-0.6, len(course.steps) - 0.4)
    upper.set_yticks(range(len(course.steps)), course.steps)
    upper.tick_params(labelbottom=False)
    _points(upper, course.upper, GOLD, "o")
    write(figure, MARGIN, _MIDDLE + _HEADING, course.lower_name, bold=True)
    lower = _lane(figure, course, _MIDDLE + 1.5 * _HEADING, _HEIGHT - 80)
    lower.set_ylim(-0.6, course.most + 0.6)
    lower.set_yticks(range(course.most + 1), [str(n) for n in range(course.most + 1)])
    _points(lower, course.lower, SKY, "s")
    return figure


def _lane(figure: Figure, course: Course, top: float, bottom: float) -> Axes:
    axes = frame(figure, _NAMES, top, WIDTH - MARGIN, bottom)
    axes.set_xlim(-0.8, len(course.upper) - 0.2)
    axes.set_xticks([place for place, _ in course.ticks], [words for _, words in course.ticks])
    axes.grid(color=EMPTY, linewidth=2)
    axes.set_axisbelow(True)
    return axes


def _points(axes: Axes, values: tuple[int | None, ...], colour: str, marker: str) -> None:
    """A point for each day on which it was said, and a line between days that follow one another."""
    line = [float("nan") if value is None else float(value) for value in values]
    axes.plot(range(len(line)), line, color=FAINT, linewidth=3)
    axes.plot(range(len(line)), line, color=colour, linestyle="", marker=marker, markersize=11, markeredgecolor=BACK)
