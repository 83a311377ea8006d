"""A picture as a PNG, by its kind. Importing this brings matplotlib."""

from io import BytesIO
from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import FancyBboxPatch, Patch
from matplotlib.ticker import MaxNLocator

from bot.kit.screen import BarsPicture, CoursePicture, DaysPicture, GridPicture, Picture

WIDTH: Final = 1080  # pixels: three for each of a narrow phone's 360
DPI: Final = 150
BACK: Final = "#1F2B38"
EMPTY: Final = "#34475A"
FAINT: Final = "#9FB0BF"
INK: Final = "#F5F2EA"
GOLD: Final = "#F2C84B"
SKY: Final = "#6EC1F2"
SMALL: Final = 18  # points: 12 pixels on a narrow phone
WORDS: Final = 20
HEAD: Final = 24
MARGIN: Final = 40  # pixels
TITLE: Final = 100  # pixels at the top


def sheet(title: str, height: int) -> Figure:
    """An empty picture of that many pixels' height, with its title."""
    figure = Figure(figsize=(WIDTH / DPI, height / DPI), dpi=DPI, facecolor=BACK)
    FigureCanvasAgg(figure)
    write(figure, MARGIN, TITLE / 2, title, size=HEAD, bold=True)
    return figure


def write(figure: Figure, left: float, top: float, words: str, *, size: int = WORDS, bold: bool = False) -> None:
    """Words whose middle stands that many pixels from the left and the top."""
    _, height = pixels(figure)
    place = (left / WIDTH, 1 - top / height)
    figure.text(*place, words, color=INK, fontsize=size, fontweight="bold" if bold else "normal", va="center")


def frame(figure: Figure, left: float, top: float, right: float, bottom: float) -> Axes:
    """Axes between these pixels, counted from the left and the top; quiet ones, with words in our colours."""
    _, height = pixels(figure)
    box = (left / WIDTH, 1 - bottom / height, (right - left) / WIDTH, (bottom - top) / height)
    axes = figure.add_axes(box, facecolor=BACK)
    axes.tick_params(length=0, labelsize=SMALL, labelcolor=INK, pad=8)
    for spine in axes.spines.values():
        spine.set_visible(False)
    return axes


def pixels(figure: Figure) -> tuple[int, int]:
    """Width and height."""
    width, height = figure.get_size_inches() * DPI
    return round(width), round(height)


def to_png(figure: Figure) -> bytes:
    """The bytes of a PNG, without a word of who made it and when."""
    file = BytesIO()
    figure.savefig(file, format="png", dpi=DPI, facecolor=BACK, metadata={"Software": None})
    figure.clear()  # an Axes and its parts hold each other: this lets go of most of them now
    return file.getvalue()


_ROW: Final = 68  # pixels a bar
_HEADING_BARS: Final = 70
_NAMES_BARS: Final = 400  # pixels for the names
_NUMBER: Final = 90  # pixels for the longest bar's number
_COLOURS: Final = (GOLD, SKY)


def paint_bars(bars: BarsPicture) -> Figure:
    """Draws it, all groups on one scale."""
    figure = sheet(bars.title, _height(bars))
    top = float(TITLE)
    longest = max((count for _, counts in bars.groups for _, count in counts), default=1)
    for number, (heading, counts) in enumerate(bars.groups):
        write(figure, MARGIN, top + _HEADING_BARS / 2, heading, bold=True)
        top += _HEADING_BARS
        axes = frame(figure, _NAMES_BARS, top, WIDTH - MARGIN, top + _ROW * len(counts))
        places, sizes = range(len(counts)), [count for _, count in counts]
        axes.set_xlim(0, longest * (WIDTH - _NAMES_BARS) / (WIDTH - _NAMES_BARS - _NUMBER))
        axes.set_ylim(len(counts) - 0.5, -0.5)
        axes.set_xticks([])
        axes.set_yticks(places, [name for name, _ in counts])
        axes.tick_params(labelsize=WORDS)
        axes.barh(places, [longest] * len(counts), height=0.62, color=EMPTY)
        axes.barh(places, sizes, height=0.62, color=_COLOURS[number % len(_COLOURS)])
        for place, count in enumerate(sizes):
            axes.text(longest * 1.02, place, str(count), color=INK, fontsize=WORDS, fontweight="bold", va="center")
        top += _ROW * len(counts)
    return figure


def _height(bars: BarsPicture) -> int:
    return TITLE + sum(_HEADING_BARS + _ROW * len(counts) for _, counts in bars.groups) + MARGIN


_HEIGHT_COURSE: Final = 1130
_NAMES_COURSE: Final = 225
_HEADING_COURSE: Final = 64
_MIDDLE: Final = 590


def paint_course(course: CoursePicture) -> Figure:
    """Draws it."""
    figure = sheet(course.title, _HEIGHT_COURSE)
    write(figure, MARGIN, TITLE + _HEADING_COURSE / 2, course.upper_name, bold=True)
    upper = _lane(figure, course, TITLE + _HEADING_COURSE, _MIDDLE)
    upper.set_ylim(-0.6, len(course.steps) - 0.4)
    upper.set_yticks(range(len(course.steps)), course.steps)
    upper.tick_params(labelbottom=False)
    _points(upper, course.upper, GOLD, "o")
    write(figure, MARGIN, _MIDDLE + _HEADING_COURSE, course.lower_name, bold=True)
    lower = _lane(figure, course, _MIDDLE + 1.5 * _HEADING_COURSE, _HEIGHT_COURSE - 80)
    lower.set_ylim(-0.6, course.most + 0.6)
    lower.set_yticks(range(course.most + 1), [str(n) for n in range(course.most + 1)])
    _points(lower, course.lower, SKY, "s")
    return figure


def _lane(figure: Figure, course: CoursePicture, top: float, bottom: float) -> Axes:
    axes = frame(figure, _NAMES_COURSE, top, WIDTH - MARGIN, bottom)
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


_HEIGHT_DAYS: Final = 980
_NAMES_DAYS: Final = 110
_LEGEND: Final = 205  # pixels at the bottom
_BAR: Final = 0.78  # of a day
_OPEN: Final = 0.12  # of the height: how far a bar without an upper end goes on, fading
_RING: Final[Any] = {"marker": "o", "markersize": 9, "color": BACK, "markeredgecolor": SKY, "markeredgewidth": 2.5}
_HATCHED: Final[Any] = {"facecolor": BACK, "edgecolor": SKY, "hatch": "////", "linewidth": 0}


def paint_days(days: DaysPicture) -> Figure:
    """Draws it."""
    figure = sheet(days.title, _HEIGHT_DAYS)
    axes = frame(figure, _NAMES_DAYS, TITLE + 40, WIDTH - MARGIN, _HEIGHT_DAYS - _LEGEND)
    top = max(4.0, 1.15 * max((amount[1] or amount[0] for amount in days.amounts if amount), default=0))
    axes.set_ylim(-0.05 * top, top)
    axes.set_xlim(-0.8, len(days.amounts) - 0.2)
    axes.set_xticks([place for place, _ in days.ticks], [words for _, words in days.ticks])
    axes.set_yticks([tick for tick in MaxNLocator(5, integer=True).tick_values(0, top) if 0 <= tick <= top])
    axes.grid(axis="y", color=EMPTY, linewidth=2)
    axes.set_axisbelow(True)
    for place, amount in enumerate(days.amounts):
        if amount is not None:
            _day(axes, place, *amount, top)
    for place, words in days.marks:
        axes.axvline(place - 0.5, color=GOLD, linewidth=3, linestyle=(0, (4, 3)))
        side = "right" if place > len(days.amounts) / 2 else "left"
        axes.text(place - 0.5, top * 1.03, f" {words} ", color=GOLD, fontsize=SMALL, ha=side, va="bottom")
    _legend(figure, days)
    return figure


def _day(axes: Axes, place: int, least: int, most: int | None, top: float) -> None:
    if most == 0:
        axes.plot([place], [0], **_RING)
        return
    axes.bar(place, least, width=_BAR, color=SKY)
    rest = _OPEN * top if most is None else most - least
    if rest:
        axes.bar(place, rest, width=_BAR, bottom=least, **_HATCHED)


def _legend(figure: Figure, days: DaysPicture) -> None:
    ring = Line2D([], [], linestyle="", **_RING)
    handles = [Patch(color=SKY), Patch(**_HATCHED), ring, Line2D([], [], linestyle="")]
    figure.legend(
        handles,
        [days.least, days.most, days.none, days.gap],
        loc="lower left",
        bbox_to_anchor=(MARGIN / WIDTH / 2, 0.005),
        ncols=2,
        frameon=False,
        fontsize=SMALL,
        labelcolor=INK,
        handlelength=1.6,
    )


_HEIGHT_GRID: Final = 860
_NAMES_GRID: Final = 262  # pixels for the names of the rows
_HALF: Final = 0.44  # of a cell
_SHADES: Final = LinearSegmentedColormap.from_list("shades", [EMPTY, "#7A7458", GOLD])


def paint_grid(grid: GridPicture) -> Figure:
    """Draws it."""
    figure = sheet(grid.title, _HEIGHT_GRID)
    axes = frame(figure, _NAMES_GRID, TITLE + 50, WIDTH - MARGIN / 2, _HEIGHT_GRID - MARGIN / 2)
    axes.set_xlim(-0.5, len(grid.columns) - 0.5)
    axes.set_ylim(len(grid.rows) - 0.5, -0.5)
    axes.set_xticks(range(len(grid.columns)), grid.columns)
    axes.set_yticks(range(len(grid.rows)), grid.rows)
    axes.xaxis.tick_top()
    axes.tick_params(length=0, labelsize=WORDS)
    largest = max(map(max, grid.counts))
    for row, counts in enumerate(grid.counts):
        for column, count in enumerate(counts):
            _cell(axes, column, row, count, largest)
    return figure


def _cell(axes: Axes, column: int, row: int, count: int, largest: int) -> None:
    share = count / largest if largest else 0.0
    corner = (column - _HALF, row - _HALF)
    colour = _SHADES(share) if count else EMPTY
    box = FancyBboxPatch(corner, 2 * _HALF, 2 * _HALF, boxstyle="round,pad=0,rounding_size=0.1", fc=colour, ec="none")
    axes.add_patch(box)
    if count:
        ink = BACK if share > 0.5 else INK  # which of the two reads better
        axes.text(column, row, str(count), color=ink, fontsize=WORDS, fontweight="bold", ha="center", va="center")


def png(picture: Picture) -> bytes:
    """The bytes of a PNG, 1080 pixels wide. The same picture gives the same bytes."""
    return to_png(_painted(picture))


def _painted(picture: Picture) -> Figure:
    match picture:
        case GridPicture():
            return paint_grid(picture)
        case BarsPicture():
            return paint_bars(picture)
        case CoursePicture():
            return paint_course(picture)
        case DaysPicture():
            return paint_days(picture)
