"""One line of the table: what had to be so, and what was found."""

from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Finding:
    """`what` was expected to be `expected`, in words that a reader can look up in the transcript, and was `found`."""

    what: str
    expected: str
    found: str

    @property
    def ok(self) -> bool:
        """Whether it was so."""
        return self.expected == self.found


def none_of(what: str, wrong: Sequence[str]) -> Finding:
    """Nothing of a kind was to be found; the first that was stands in the finding."""
    more = f" (and {len(wrong) - 1} more)" if len(wrong) > 1 else ""
    return Finding(what, "none", f"{wrong[0]}{more}" if wrong else "none")


def so(what: str, is_so: object, otherwise: str = "no") -> Finding:
    """Something was to be so."""
    return Finding(what, "yes", "yes" if is_so else otherwise)
