"""Counts in rows and columns: the more, the lighter, and the number stands in each."""

from typing import Final

from matplotlib.axes import Axes
from matplotlib.colors import LinearSegmentedColormap
from matplotlib.figure import Figure
from matplotlib.patches import FancyBboxPatch

from bot.drawing.canvas import BACK, EMPTY, GOLD, INK, MARGIN, TITLE, WIDTH, WORDS, frame, sheet
from bot.picture import Grid

_HEIGHT: Final = 860
_NAMES: Final = 262  # pixels for the names of the rows
_HALF: Final = 0.44  # of a cell
_SHADES: Final = LinearSegmentedColormap.from_list("shades", [EMPTY, "#7A7458", GOLD])


def paint(grid: Grid) -> Figure:
    """Draws it."""
    figure = sheet(grid.title, _HEIGHT)
    axes = frame(figure, _NAMES, TITLE + 50, WIDTH - MARGIN / 2, _HEIGHT - MARGIN / 2)
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
