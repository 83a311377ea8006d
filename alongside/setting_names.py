"""The names of the settings: one that is not known is a slip of the pen, and is not passed over."""

from collections.abc import Iterable

from rapidfuzz.process import extractOne

PREFIX = "ALONGSIDE_"
NEAR = 60  # of 100: below that a name is nobody's neighbour


def unknown_settings(variables: Iterable[str], known: Iterable[str]) -> list[str]:
    """What to say of each of these environment variables that begins with PREFIX and names no known setting.

    `known` are the names without PREFIX, in any case. A setting's name counts in any case too.
    """
    names = [PREFIX + name.upper() for name in known]
    ours = sorted(name for name in variables if name.upper().startswith(PREFIX) and name.upper() not in names)
    return [f"{name} is no setting of this program. {_instead(name, names)}" for name in ours]


def _instead(name: str, names: list[str]) -> str:
    # Compared without PREFIX, which is the same in all of them and would make everything look alike.
    rests = {one.removeprefix(PREFIX): one for one in names}
    near = extractOne(name.upper().removeprefix(PREFIX), rests.keys(), score_cutoff=NEAR)
    if near is None:
        return "Leave it out; docs/operators-guide.md lists them all."
    return f"Did you mean {rests[near[0]]}?"
