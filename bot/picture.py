"""What a picture shows, as data and words: before anybody draws it. Drawing: bot.drawing."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Grid:
    """Counts in rows and columns, each named: `counts[row][column]`."""

    title: str
    columns: tuple[str, ...]
    rows: tuple[str, ...]
    counts: tuple[tuple[int, ...], ...]


@dataclass(frozen=True, slots=True)
class Bars:
    """Groups of named counts under one another, each group with a heading."""

    title: str
    groups: tuple[tuple[str, tuple[tuple[str, int], ...]], ...]


@dataclass(frozen=True, slots=True)
class Course:
    """Two things day by day, each on a scale of its own and never on one: `steps` are the words of the upper scale.

    `upper` holds places among the steps (0 is the lowest), `lower` whole numbers from 0 to `most`; None: not said.
    `ticks` name some of the days by their place.
    """

    title: str
    ticks: tuple[tuple[int, str], ...]
    upper_name: str
    steps: tuple[str, ...]
    upper: tuple[int | None, ...]
    lower_name: str
    most: int
    lower: tuple[int | None, ...]


@dataclass(frozen=True, slots=True)
class Days:
    """An amount for each day, from least to most (most None: no upper end is known; a day None: not said).

    `marks` are days with a line and a word, by their place; the rest are words of the legend.
    """

    title: str
    ticks: tuple[tuple[int, str], ...]
    amounts: tuple[tuple[int, int | None] | None, ...]
    marks: tuple[tuple[int, str], ...]
    least: str
    most: str
    none: str
    gap: str


Picture = Grid | Bars | Course | Days
