"""Named counts as bars that lie, each with its number at the end."""

from typing import Final

from matplotlib.figure import Figure

from bot.drawing.canvas import EMPTY, GOLD, INK, MARGIN, SKY, TITLE, WIDTH, WORDS, frame, sheet, write
from bot.picture import Bars

_ROW: Final = 68  # pixels a bar
_HEADING: Final = 70
_NAMES: Final = 400  # pixels for the names
_NUMBER: Final = 90  # pixels for the longest bar's number
_COLOURS: Final = (GOLD, SKY)


def paint(bars: Bars) -> Figure:
    """Draws it, all groups on one scale."""
    figure = sheet(bars.title, _height(bars))
    top = float(TITLE)
    longest = max((count for _, counts in bars.groups for _, count in counts), default=1)
    for number, (heading, counts) in enumerate(bars.groups):
        write(figure, MARGIN, top + _HEADING / 2, heading, bold=True)
        top += _HEADING
        axes = frame(figure, _NAMES, top, WIDTH - MARGIN, top + _ROW * len(counts))
        places, sizes = range(len(counts)), [count for _, count in counts]
        axes.set_xlim(0, longest * (WIDTH - _NAMES) / (WIDTH - _NAMES - _NUMBER))
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


def _height(bars: Bars) -> int:
    return TITLE + sum(_HEADING + _ROW * len(counts) for _, counts in bars.groups) + MARGIN
