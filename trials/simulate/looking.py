"""What /next shows, as the checks read it."""

from collections.abc import Iterable

from care.coming import Coming
from trials.simulate.truth import Promise


def promised(found: Iterable[Coming]) -> tuple[Promise, ...]:
    """Every line but those that were left out by hand."""
    return tuple(
        Promise(one.kind, one.at, one.until or one.at, one.about_id, one.held) for one in found if not one.skipped
    )
