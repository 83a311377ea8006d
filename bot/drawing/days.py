"""An amount a day as bars that stand. A range is full up to its least and hatched up to its most; a day that was not
said is a gap, and "none" a ring on the ground, so that the two never look alike."""

from typing import Any, Final

from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.lines import Line2D
from matplotlib.patches import Patch
from matplotlib.ticker import MaxNLocator

from bot.drawing.canvas import BACK, EMPTY, GOLD, INK, MARGIN, SKY, SMALL, TITLE, WIDTH, frame, sheet
from bot.picture import Days

_HEIGHT: Final = 980
_NAMES: Final = 110
_LEGEND: Final = 205  # pixels at the bottom
_BAR: Final = 0.78  # of a day
_OPEN: Final = 0.12  # of the height: how far a bar without an upper end goes on, fading

_RING: Final[Any] = {"marker": "o", "markersize": 9, "color": BACK, "markeredgecolor": SKY, "markeredgewidth": 2.5}
_HATCHED: Final[Any] = {"facecolor": BACK, "edgecolor": SKY, "hatch": "////", "linewidth": 0}


def paint(days: Days) -> Figure:
    """Draws it."""
    figure = sheet(days.title, _HEIGHT)
    axes = frame(figure, _NAMES, TITLE + 40, WIDTH - MARGIN, _HEIGHT - _LEGEND)
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


def _legend(figure: Figure, days: Days) -> None:
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
