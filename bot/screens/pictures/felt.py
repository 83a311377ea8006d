"""Mood in five words, and urges in numbers, day by day: one over the other, never on one scale."""

from collections import Counter

from bot.picture import Course
from bot.screens.parts import lines
from bot.screens.pictures.parts import counted, short_date, ticks
from bot.texts import Texts
from programme.check_in import STRONGEST_URGE, Mood
from programme.in_pictures import Felt


def picture(felt: Felt, texts: Texts) -> Course:
    """Both courses."""
    order = [*Mood]
    return Course(
        title=texts.label("picture-felt"),
        ticks=ticks(felt.first, len(felt.moods), texts),
        upper_name=texts.label("picture-mood-head"),
        steps=tuple(texts.label(f"mood-{mood}") for mood in Mood),
        upper=tuple(None if mood is None else order.index(mood) for mood in felt.moods),
        lower_name=texts.label("picture-urge-head"),
        most=STRONGEST_URGE,
        lower=felt.urges,
    )


def words(felt: Felt, texts: Texts) -> str:
    """How often each was said, and that gaps count for nothing."""
    return lines(counts(felt, texts), texts("picture-gaps"))


def counts(felt: Felt, texts: Texts) -> str:
    """How often each was said."""
    return lines(
        texts("picture-felt-words", day=short_date(felt.first, texts)), _moods(felt, texts), _urges(felt, texts)
    )


def _moods(felt: Felt, texts: Texts) -> str:
    said = Counter(mood for mood in felt.moods if mood is not None)
    if not said:
        return texts("picture-mood-none")
    each = counted(((texts.label(f"mood-{mood}"), said[mood]) for mood in Mood), texts)
    return texts("picture-mood-counts", said=said.total(), days=len(felt.moods), counts=each)


def _urges(felt: Felt, texts: Texts) -> str:
    said = [urge for urge in felt.urges if urge is not None]
    if not said:
        return texts("picture-urge-none")
    times = Counter(said)
    each = counted(((str(urge), times[urge]) for urge in range(STRONGEST_URGE + 1)), texts)
    ends = {"first": said[0], "last": said[-1]}
    return texts("picture-urge-counts", said=len(said), days=len(felt.urges), counts=each, **ends)
