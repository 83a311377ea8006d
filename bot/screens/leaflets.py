"""What the leaflet of a medicine to stop with says, as it stands on many screens: said as the leaflet's, never as ours.

Each text stands on facts of programme/facts/leaflets.py. Where no source was found that says "stop taking it", ours
names whom to ask today.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from bot.screens.parts import paragraphs
from bot.texts import Texts
from care.using import MoodMedicines
from programme.aids import Aid

_NICOTINE: Final = frozenset({Aid.PATCH, Aid.GUM, Aid.LOZENGE, Aid.SPRAY})
_STOPPING: Final = frozenset({Aid.VARENICLINE})  # whose leaflet speaks of the time after it


def mood_lines(medicines: MoodMedicines | None, texts: Texts) -> str | None:
    """What each says of low mood and agitation, and whom to ask today; None: they use none that does."""
    if medicines is None:
        return None
    return paragraphs(*(texts(f"leaflet-mood-{aid}", call=medicines.call) for aid in medicines.uses))


def side_lines(uses: Sequence[Aid], texts: Texts) -> str | None:
    """What each says of other effects that need somebody at once; nicotine is said once for all its kinds."""
    kinds = dict.fromkeys("nicotine" if aid in _NICOTINE else str(aid) for aid in uses)
    return paragraphs(*(texts(f"leaflet-side-{kind}") for kind in kinds if kind != Aid.OTHER)) or None


def stopped_lines(stopped: Iterable[Aid], texts: Texts) -> str | None:
    """What those that they stopped say of the time after."""
    return paragraphs(*(texts(f"leaflet-stopped-{aid}") for aid in stopped if aid in _STOPPING)) or None
