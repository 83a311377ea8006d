"""What was going on, and how it felt."""

from collections.abc import Sequence

from bot.picture import Bars
from bot.screens.parts import lines
from bot.screens.pictures.parts import counted
from bot.texts import Texts
from programme.in_pictures import feelings, moments
from programme.patterns import Log


def picture(logs: Sequence[Log], texts: Texts) -> Bars:
    """Two groups of bars; one of which nothing was said is not there."""
    groups = (
        (texts.label("picture-moments-head"), _moments(logs, texts)),
        (texts.label("picture-feelings-head"), _feelings(logs, texts)),
    )
    return Bars(texts.label("picture-what"), tuple((name, counts) for name, counts in groups if counts))


def words(logs: Sequence[Log], texts: Texts) -> str:
    """Every count."""
    going_on, felt = _moments(logs, texts), _feelings(logs, texts)
    return lines(
        texts("picture-what-words", count=len(logs)),
        texts("picture-moments", counts=counted(going_on, texts)) if going_on else None,
        texts("picture-feelings", counts=counted(felt, texts)) if felt else None,
    )


def _moments(logs: Sequence[Log], texts: Texts) -> tuple[tuple[str, int], ...]:
    return tuple((texts.label(f"moment-{one}"), count) for one, count in moments(logs))


def _feelings(logs: Sequence[Log], texts: Texts) -> tuple[tuple[str, int], ...]:
    return tuple((feeling(one, texts), count) for one, count in feelings(logs))


def feeling(code: str, texts: Texts) -> str:
    """A feeling, or a mood of the check-in, in its word."""
    return texts.label(f"feeling-{code}" if texts.has(f"feeling-{code}") else f"mood-{code}")
