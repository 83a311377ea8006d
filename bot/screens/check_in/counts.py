"""One observation from the person's own answers: plain counts, nothing reckoned from them."""

from collections.abc import Collection, Mapping

from bot.screens.check_in.view import Counts
from programme.check_in import NOTHING_HELPED, CheckIn

ENOUGH = 3  # times, before a count is worth saying


def observe(said: CheckIn, earlier: Collection[CheckIn], toolkit: Mapping[int, str]) -> Counts | None:
    """How often what helped this time has helped at such a moment, of the times they said; None below ENOUGH.

    `earlier` are their other check-ins, `toolkit` the words of their items by id.
    """
    if not said.helped or said.helped not in toolkit or said.moment is None:
        return None
    alike = [one for one in (*earlier, said) if one.moment is said.moment and one.helped is not None]
    helped = sum(one.helped == said.helped for one in alike if one.helped != NOTHING_HELPED)
    return Counts(toolkit[said.helped], helped, len(alike), said.moment) if len(alike) >= ENOUGH else None
