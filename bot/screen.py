"""What a person sees: words and buttons, before Telegram is involved."""

from dataclasses import dataclass, replace
from typing import Any, Final, Literal, TypeVar, overload

from bot.picture import Picture
from bot.taps.kit import Tap
from db.wordings import Wording

T = TypeVar("T")
CAPTION: Final = 1024  # characters that Telegram takes under a picture
AS_IT_STANDS: Final = "as it stands"  # words under a picture that is there already, and is not drawn anew


@dataclass(frozen=True, slots=True)
class Button:
    """One button. `data` is what a tap sends back, `url` what it opens, `copies` what it puts on the clipboard.

    One of the three is there. What is copied goes nowhere by itself, and nobody is told of it: 1 to 256 characters.
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
    `techniques` are those that its texts carry (programme.bct.packed), `wording` is which texts it has. `silent`: the
    phone makes no sound for it.
    """

    text: str
    buttons: Rows = ()
    keyboard: tuple[tuple[str, ...], ...] | None = None
    picture: Picture | Literal["as it stands"] | None = None
    techniques: int = 0
    silent: bool = False
    wording: Wording | None = None

    def stamped(self, screen_id: int) -> "Screen":
        """The same screen, each button saying which screen it stands on. See bot.tap."""
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
