"""What is known of a client's patterns when they are shown, and pieces of the words about them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from bot.screen import Button, Rows, does
from bot.taps.diary import FITS, FITS_ELSE, FITS_NOT
from bot.taps.everywhere import OPEN_MINE
from bot.texts import Texts
from care.in_pictures import Which
from programme.corrections import CODES
from programme.patterns import Correction, Features, Kind, Observation


@dataclass(frozen=True, slots=True)
class Facts:
    """As care.patterns.Seen, of `count` moments; `drawable` the pictures there are. `view` and `of` (the observation
    that is spoken of, as its code) are as tapped."""

    kept: bool
    count: int = 0
    found: Sequence[Observation] = ()
    said: Sequence[Correction] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    drawable: Sequence[Which] = ()
    view: str = ""
    of: str = ""

    def own(self, features: Features) -> str | None:
        """The client's own words, where that is what these features are."""
        return next((self.words.get(one.code, "") for one in features if one.kind is Kind.OWN), None)


def what_of(features: Features, texts: Texts) -> str:
    """What these features are, as the end of a sentence: "after 21:00, with stress"."""
    order = [*CODES]
    named = sorted(features, key=lambda one: order.index(one.kind))
    return ", ".join(texts.label(f"pattern-{one.kind}-{one.code}") for one in named)


def answering(features: Features, texts: Texts) -> Rows:
    """Whether these fit: yes, not really, or something else."""
    answers = (("yes", FITS), ("no", FITS_NOT), ("else", FITS_ELSE))
    return (tuple(does(texts.label(f"patterns-{key}"), tap, features) for key, tap in answers),)


def home(texts: Texts) -> Button:
    """Back to what the notes show."""
    return does(texts.label("button-back"), OPEN_MINE, "patterns")
