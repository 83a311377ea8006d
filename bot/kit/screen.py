"""What a person sees: words, buttons and a picture as data, before Telegram is involved."""

from dataclasses import dataclass, replace
from typing import Any, Final, Literal, TypeVar, overload

from bot.kit.taps import Tap
from db.delivery.wordings import Wording


@dataclass(frozen=True, slots=True)
class GridPicture:
    """Counts in rows and columns, each named: `counts[row][column]`."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class BarsPicture:
    """Groups of named counts under one another, each group with a heading."""

    title: str
    groups: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


@dataclass(frozen=True, slots=True)
class CoursePicture:
    """Two things day by day, each on a scale of its own and never on one: `steps` are the words of the upper scale.

    `upper` holds places among the steps (0 is the lowest), `lower` whole numbers from 0 to `most`; None: not said.
    `ticks` name some of the days by their place.
    """

    title: str
    ticks: tuple[tuple[int, str], ...]
    upper_name: str
    steps: tuple[str, ...]
    upper: tuple[int | None, ...]
    lower_name: str
    most: int
    lower: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class DaysPicture:
    """An amount for each day, from least to most (most None: no upper end is known; a day None: not said).

    `marks` are days with a line and a word, by their place; the rest are words of the legend.
    """

    title: str
    ticks: tuple[tuple[int, str], ...]
    amounts: tuple[tuple[int, int | None] | None, ...]
    marks: tuple[tuple[int, str], ...]
    least: str
    most: str
    none: str
    gap: str


Picture = GridPicture | BarsPicture | CoursePicture | DaysPicture

T = TypeVar("T")
CAPTION: Final = 1024  # characters that Telegram takes under a picture
AS_IT_STANDS: Final = "as it stands"  # words under a picture that is there already, and is not drawn again


@dataclass(frozen=True, slots=True)
class Button:
    """One button. `data` is what a tap sends back, `url` what it opens, `copies` what it puts on the clipboard.

    One of the three is there. What is copied goes nowhere by itself, and nobody learns of it: 1 to 256 characters.
    """

    label: str
    data: str = ""
    url: str = ""
    copies: str = ""


Rows = tuple[tuple[Button, ...], ...]


@dataclass(frozen=True, slots=True)
class Screen:
    """One message. `text` is Telegram HTML, `buttons` stand under it.

    `keyboard` holds labels kept at hand from this message on; an empty one takes them away. With a `picture` the text
    is its caption and its alternative text: it says in words what is to be seen, in CAPTION characters at most.
    `techniques` are those that its texts carry (programme.practice.techniques.packed), `wording` is which texts it has.
    `silent`: the phone makes no sound for it.
    """

    text: str
    buttons: Rows = ()
    keyboard: tuple[tuple[str, ...], ...] | None = None
    picture: Picture | Literal["as it stands"] | None = None
    techniques: int = 0
    silent: bool = False
    wording: Wording | None = None

    def stamped(self, screen_id: int) -> "Screen":
        """The same screen, each button saying which screen it stands on. See bot.kit.visit."""
        rows = tuple(
            tuple(replace(one, data=f"t:{screen_id}:{one.data}") if one.data else one for one in row)
            for row in self.buttons
        )
        return replace(self, buttons=rows)


@overload
def does(label: str, tap: Tap[None]) -> Button: ...


@overload
def does(label: str, tap: Tap[T | None], value: T | None = None) -> Button: ...


@overload
def does(label: str, tap: Tap[T], value: T) -> Button: ...


def does(label: str, tap: Tap[Any], value: Any = None) -> Button:
    """A button that asks for that, with its argument. It is stamped when its screen is rendered."""
    return Button(label, data=f"{tap.do}:{tap.arg.write(value)}")
