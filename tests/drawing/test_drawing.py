"""Pictures as they are drawn: legible on a narrow phone, in light and dark, for every eye."""

import colorsys
from io import BytesIO
from itertools import combinations

import numpy as np
import pytest
from matplotlib.colors import to_rgb
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from matplotlib.text import Text
from matplotlib.transforms import Bbox
from PIL import Image

from bot.kit import paint
from bot.kit.screen import Picture
from tests.drawing.pictures import PICTURES, SMOKED

ALL = pytest.mark.parametrize("picture", PICTURES.values(), ids=PICTURES)
SMALLEST = 12  # pixels of a line of letters on a phone of 360
LIGHT, DARK = "#ffffff", "#0e1621"  # Telegram's chats by day and by night


def texts(figure: Figure) -> dict[str, Bbox]:
    """Every word on a picture that was drawn, and its place."""
    figure.canvas.draw()
    return {f"{n} {one.get_text()}": one.get_window_extent() for n, one in enumerate(written(figure))}


def written(figure: Figure) -> list[Text]:
    """What there is to read on it."""
    return [one for one in figure.findobj(Text) if one.get_visible() and one.get_text()]


def contrast(one: str, other: str) -> float:
    """By WCAG 2.1, 1.4.3."""

    def light(colour: str) -> float:
        channels = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in to_rgb(colour))
        return sum(share * c for share, c in zip((0.2126, 0.7152, 0.0722), channels, strict=True))

    dark, bright = sorted((light(one), light(other)))
    return (bright + 0.05) / (dark + 0.05)


@ALL
def test_it_is_a_png_for_a_phone(picture: Picture) -> None:
    """1080 pixels wide, no taller than a screen, small enough to load on the way, and the same each time."""
    made = paint.png(picture)
    with Image.open(BytesIO(made)) as image:
        assert image.format == "PNG"
        assert image.width == 1080
        assert 600 < image.height < 2 * image.width or picture is PICTURES["one bar"]
    assert len(made) < 200_000
    assert paint.png(picture) == made


@ALL
def test_every_word_can_be_read(picture: Picture) -> None:
    """No word sticks out, none stands on another, and none is small on a phone of 360 pixels."""
    figure = paint._painted(picture)
    width, height = paint.pixels(figure)
    places = texts(figure)
    for words, box in places.items():
        assert 0 <= box.x0 < box.x1 <= width, words
        assert 0 <= box.y0 < box.y1 <= height, words
    for one, other in combinations(places, 2):
        assert not places[one].overlaps(places[other]), (one, other)
    for text in written(figure):
        assert float(text.get_fontsize()) * paint.DPI / 72 / 3 >= SMALLEST, text.get_text()


def test_it_stands_on_a_ground_of_its_own() -> None:
    """Words and marks stand out from the picture's own ground, whatever is around it."""
    assert contrast(paint.INK, paint.BACK) >= 7
    assert min(contrast(colour, paint.BACK) for colour in (paint.GOLD, paint.SKY, paint.FAINT)) >= 4.5
    assert contrast(paint.BACK, paint.GOLD) >= 4.5, "the number in a full cell"
    assert contrast(paint.INK, LIGHT) < contrast(paint.INK, DARK), "why it brings its own ground"


@ALL
def test_it_brings_its_ground_along(picture: Picture) -> None:
    """No corner lets the chat's colour through."""
    with Image.open(BytesIO(paint.png(picture))) as image:
        pixels = np.asarray(image.convert("RGBA"))
    assert (pixels[..., 3] == 255).all()
    corners = {tuple(pixels[y, x, :3]) for y in (0, -1) for x in (0, -1)}
    assert corners == {tuple(round(255 * part) for part in to_rgb(paint.BACK))}


@ALL
def test_nothing_is_red(picture: Picture) -> None:
    """Smoking is not told off by a colour."""
    with Image.open(BytesIO(paint.png(picture))) as image:
        colours = image.convert("RGB").getcolors(2**24) or []
    for _, rgb in colours:
        assert isinstance(rgb, tuple)
        hue, saturation, value = colorsys.rgb_to_hsv(*(part / 255 for part in rgb))
        assert not (saturation > 0.4 and value > 0.3 and not 0.08 < hue < 0.92), rgb


def test_a_gap_is_no_zero() -> None:
    """A day that was not said has no mark; "none" has one."""
    figure = paint._painted(SMOKED)
    axes = figure.axes[0]
    bars = {round(bar.get_x() + bar.get_width() / 2) for bar in axes.patches if isinstance(bar, Rectangle)}
    rings = {round(float(np.asarray(line.get_xdata())[0])) for line in axes.lines if line.get_marker() == "o"}
    for day, amount in enumerate(SMOKED.amounts):
        assert (day in bars, day in rings) == (bool(amount and amount[1] != 0), amount == (0, 0)), (day, amount)
