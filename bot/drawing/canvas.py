"""What all pictures share: size, colours, letters. One picture for Telegram's light and dark looks, so it brings its
own dark background; the two colours differ in lightness too (Okabe and Ito's sky blue and a yellow), and none is red.

matplotlib's objects alone, never pyplot: that one keeps figures, and is not made for threads.
"""

from io import BytesIO
from typing import Final

from matplotlib.axes import Axes
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure

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
    """Words whose middle stands so many pixels from the left and the top."""
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
