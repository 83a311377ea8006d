"""What a practitioner reads for each of their clients: their name, and of two with the same what tells them apart."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

MOST: Final = 15  # characters of each, on a button of forty with a word before it


@dataclass(frozen=True, slots=True)
class Called:
    """Somebody by their id, the name they gave (None: none), and what stands on the link they joined with."""

    id: int
    name: str | None
    label: str | None = None


def marks_of(clients: Iterable[Called]) -> dict[int, str]:
    """What tells those apart who share a name: what stands on their link, else their number, which is nobody else's.

    Who shares it with nobody, or gave none, is left out. Capitals and spaces make no other name.
    """
    known = {one.id: one for one in clients}.values()
    shared = Counter(_plain(one.name) for one in known)
    alike = [one for one in known if one.name and shared[_plain(one.name)] > 1]
    labelled = Counter(map(_as_read, alike))
    return {one.id: _label_of(one, labelled) or str(one.id) for one in alike}


def names_of(clients: Iterable[Called]) -> dict[int, str]:
    """What each of these is called on every screen of their practitioner: "Sam", or "Sam (S.P.)" of two.

    No two are called the same. Who gave no name is left out.
    """
    known = {one.id: one for one in clients if one.name}
    marks = marks_of(known.values())
    names = {one.id: with_mark(one.name or "", marks.get(one.id)) for one in known.values()}
    again = Counter(map(_plain, names.values()))
    return {one: name if again[_plain(name)] == 1 else f"{name} ({one})" for one, name in names.items()}


def with_mark(name: str, mark: str | None) -> str:
    """The name with its mark, such that a short button keeps both."""
    if mark is None:
        return name
    return f"{_short(name)} ({_short(mark)})"


def _short(words: str) -> str:
    return words if len(words) <= MOST else f"{words[: MOST - 1].rstrip()}…"


def _label_of(one: Called, labelled: Counter[tuple[str, str]]) -> str | None:
    """Their label, unless it is a number, or the name itself, or a namesake has the same."""
    plain = _plain(one.label)
    tells = plain and plain != _plain(one.name) and not plain.isdecimal()
    return one.label if tells and labelled[_as_read(one)] == 1 else None


def _as_read(one: Called) -> tuple[str, str]:
    return _plain(one.name), _plain(_short(one.label or ""))


def _plain(words: str | None) -> str:
    return " ".join((words or "").casefold().split())
