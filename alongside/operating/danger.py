"""`alongside texts danger`: what the crisis scan makes of a file of labelled lines, in counts or line by line."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from programme.operators import OperatorTrouble
from programme.safety.danger import Danger, scan

COLUMNS = 3


class FileOutOfReach(OperatorTrouble):
    """{path} cannot be read ({reason})."""


class LineMalformed(OperatorTrouble):
    """{path}, line {number}: a label, a kind and the words are wanted, with a tab between them, as in
    "harmless<TAB>pills<TAB>took my tablets as usual". This line has {found}."""


@dataclass(frozen=True, slots=True)
class TriedLine:
    """One line of the file, and what it brings."""

    label: str
    kind: str
    words: str
    danger: Danger | None


def texts_danger(path: Path, *, as_json: bool, every_line: bool) -> None:
    """Prints counts by label and kind, or each line with its rule. Raises Trouble where it is no such file."""
    tried = [TriedLine(label, kind, words, scan(words)) for label, kind, words in _read(path)]
    if as_json:
        print(json.dumps(_lines(tried) if every_line else _counts(tried), ensure_ascii=False))
    elif every_line:
        _print_lines(tried)
    else:
        _print_counts(tried)


def _read(path: Path) -> Iterator[list[str]]:
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as trouble:
        reason = trouble.strerror if isinstance(trouble, OSError) else "it is no text in UTF-8"
        raise FileOutOfReach(path=path, reason=reason) from None
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        columns = line.rstrip("\r").split("\t", COLUMNS - 1)
        if len(columns) < COLUMNS or not all(column.strip() for column in columns):
            found = sum(bool(column.strip()) for column in columns)
            raise LineMalformed(path=path, number=number, found=f"{found} of the three")
        yield columns


def _counts(tried: Sequence[TriedLine]) -> list[dict[str, str | int]]:
    groups: dict[tuple[str, str], list[Danger | None]] = defaultdict(list)
    for one in tried:
        groups[one.label, one.kind].append(one.danger)
    return [
        {
            "label": label,
            "kind": kind,
            "lines": len(dangers),
            "card": sum(danger is not None and danger.brings.is_card for danger in dangers),
            "check": sum(danger is not None and not danger.brings.is_card for danger in dangers),
        }
        for (label, kind), dangers in groups.items()
    ]


def _lines(tried: Sequence[TriedLine]) -> list[dict[str, str | None]]:
    return [
        {
            "label": one.label,
            "kind": one.kind,
            "words": one.words,
            "brings": one.danger.brings.value if one.danger else None,
            "rule": one.danger.rule if one.danger else None,
            "language": one.danger.language if one.danger else None,
        }
        for one in tried
    ]


def _print_counts(tried: Sequence[TriedLine]) -> None:
    table = Table("label", "kind", *_NUMBERS)
    for column in table.columns[2:]:
        column.justify = "right"
    counts = _counts(tried)
    for count in counts:
        table.add_row(escape(str(count["label"])), escape(str(count["kind"])), *_row([count]))
    for label in dict.fromkeys(one.label for one in tried):
        table.add_section()
        table.add_row(escape(label), "all", *_row([count for count in counts if count["label"] == label]))
    Console(highlight=False).print(table)


_NUMBERS = ("lines", "card", "check", "card %", "either %")


def _row(counts: Sequence[dict[str, str | int]]) -> list[str]:
    lines, card, check = (sum(int(count[name]) for count in counts) for name in ("lines", "card", "check"))
    return [str(lines), str(card), str(check), f"{100 * card / lines:.1f}", f"{100 * (card + check) / lines:.1f}"]


def _print_lines(tried: Sequence[TriedLine]) -> None:
    for one in tried:
        brings = f"{one.danger.brings} ({one.danger.language}; {one.danger.rule})" if one.danger else "nothing"
        print(f"{one.label}\t{one.kind}\t{one.words}\t{brings}")
