"""Strategies: the catalogue, each with its source, and which of them fit a moment."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from programme.check_in.answers import HardMoment


class Function(StrEnum):
    """What a cigarette gave, so that something else may give it (FIELD.md 4, rows 1.5 and 2.10)."""

    BREAK = "break"
    CALM = "calm"
    COMPANY = "company"
    HANDS = "hands"  # and mouth
    HUNGER = "hunger"
    REWARD = "reward"
    FOCUS = "focus"


class StrategyPlace(StrEnum):
    """Where it can be done."""

    ANYWHERE = "anywhere"
    HOME = "home"
    OUT = "out"


@dataclass(frozen=True, slots=True)
class Strategy:
    """One thing to try. Its words: bot/texts, `strategy-` and the id.

    `gives` what a cigarette gave; `moments` it fits (none: any); the `minutes` it takes; `codes` of the techniques it
    carries (programme.practice.techniques); `source`: an id in programme.facts.fact. `ahead`: done before the urge
    comes, so it is no help in one.
    """

    id: str
    gives: frozenset[Function]
    moments: frozenset[HardMoment]
    place: StrategyPlace
    minutes: int
    codes: tuple[str, ...]
    source: str
    ahead: bool = False


def _of(
    id_: str, gives: str, moments: str, place: str, minutes: int, codes: str, source: str, *, ahead: bool = False
) -> Strategy:
    """Words are codes with spaces between them; no moment is any moment."""
    return Strategy(
        id=id_,
        gives=frozenset(map(Function, gives.split())),
        moments=frozenset(map(HardMoment, moments.split())),
        place=StrategyPlace(place),
        minutes=minutes,
        codes=tuple(codes.split()),
        source=source,
        ahead=ahead,
    )


CATALOGUE: Final = (
    _of("slow-breaths", "calm focus", "stress low_mood", "anywhere", 2, "BS10", "slow-breathing"),
    _of("three-long-breaths", "calm break", "", "anywhere", 1, "BS10 BS2", "four-ds"),
    _of("five-senses", "calm focus", "stress low_mood", "anywhere", 3, "BS10", "grounding"),
    _of("tense-and-let-go", "calm", "stress", "anywhere", 3, "BS10", "relaxing"),
    _of("stretch", "calm break", "stress bored", "anywhere", 2, "BS2 BS10", "scotland"),
    _of("surf-the-urge", "calm focus", "", "anywhere", 5, "BS2", "urge-surfing"),
    _of("where-it-sits", "calm focus", "stress low_mood", "anywhere", 2, "BS2", "urge-surfing"),
    _of("warm-drink", "calm break", "stress low_mood", "home", 10, "BS2 BS7", "scotland"),
    _of("shower", "calm reward", "stress low_mood", "home", 10, "BS2 BS7", "quit-nz"),
    _of("quiet-song", "calm", "stress low_mood", "anywhere", 4, "BS2 BS10", "quit-nz"),
    _of("fresh-air", "break calm", "stress others", "out", 5, "BS2 BS7", "quit-nz"),
    _of("walk-round", "break calm", "stress bored low_mood", "out", 5, "BS2", "bhf"),
    _of("stairs", "break focus", "stress bored", "anywhere", 3, "BS2", "cancer-society"),
    _of("window", "break", "stress bored", "home", 2, "BS7", "slow-breathing"),
    _of("other-room", "break", "", "home", 1, "BS7 BS8", "lung-canada"),
    _of("tea-break", "break reward", "stress", "anywhere", 10, "BS7 BS4", "lung-canada"),
    _of("wait-ten", "break", "", "anywhere", 10, "BS2 BS9", "change-grow-live"),
    _of("leave-the-table", "break", "drink others good_mood", "anywhere", 5, "BS7", "nhs-ten"),
    _of("new-seat", "break", "bored", "anywhere", 1, "BS7 BS8", "roswell"),
    _of("message-friend", "company", "", "anywhere", 5, "A2 BS2", "cancer-society"),
    _of("call-laugh", "company reward", "low_mood bored", "anywhere", 10, "A2 BS2", "scotland"),
    _of("say-it", "company calm", "stress low_mood", "anywhere", 5, "A2", "lung-canada"),
    _of("non-smokers", "company", "others drink good_mood", "out", 15, "BS11 A2", "nhs-ten"),
    _of("stay-inside", "company", "others drink", "out", 10, "BS11", "roswell"),
    _of("no-thanks", "company", "others", "anywhere", 1, "BS11 BS3", "bhf"),
    _of("ask-not-to-offer", "company", "others", "anywhere", 2, "BS11 A2", "smokefree-gov", ahead=True),
    _of("sit-with-pet", "company calm", "low_mood bored", "home", 10, "BS2", "lung-canada"),
    _of("be-among-people", "company", "low_mood bored", "out", 20, "BS7 BS11", "cancer-society"),
    _of("pen", "hands focus", "stress bored", "anywhere", 2, "BS2", "smokefree-gov"),
    _of("doodle", "hands focus", "stress bored", "anywhere", 5, "BS2", "young-scot"),
    _of("squeeze", "hands calm", "stress", "anywhere", 2, "BS2", "quit-nz"),
    _of("knit", "hands calm", "bored low_mood", "home", 15, "BS2", "quit-nz"),
    _of("phone-game", "hands focus", "bored", "anywhere", 5, "BS2", "young-scot"),
    _of("dishes", "hands break", "bored stress", "home", 10, "BS7", "live-well"),
    _of("other-hand", "hands", "drink others", "anywhere", 5, "BS7", "roswell"),
    _of("straw", "hands hunger", "drink others", "anywhere", 5, "BS2", "young-scot"),
    _of("gum", "hands hunger", "", "anywhere", 10, "BS2", "scotland"),
    _of("brush-teeth", "hands hunger", "", "home", 3, "BS2 BS7", "cancer-society"),
    _of("water", "hunger hands", "", "anywhere", 2, "BS2", "four-ds"),
    _of("crunch", "hunger hands", "bored", "anywhere", 5, "BS2", "smokefree-gov"),
    _of("mint", "hunger reward", "", "anywhere", 3, "BS2", "quitline-nt"),
    _of("eat-in-time", "hunger", "stress low_mood", "anywhere", 20, "BS10 BS3", "cancer-society"),
    _of("small-treat", "reward", "good_mood low_mood", "anywhere", 10, "BM7 BS10", "bhf"),
    _of("jar", "reward", "good_mood", "home", 2, "BM7", "bhf", ahead=True),
    _of("note-the-win", "reward focus", "good_mood low_mood", "anywhere", 2, "BM7 BS6", "techniques"),
    _of("dance", "reward break", "good_mood bored", "home", 4, "BS2", "nhs-ten"),
    _of("read-reasons", "focus reward", "", "anywhere", 2, "BM9", "bhf"),
    _of("photo", "focus", "low_mood stress", "anywhere", 1, "BM9", "young-scot"),
    _of("one-task", "focus break", "bored stress", "anywhere", 5, "BS2", "live-well"),
    _of("crossword", "focus hands", "bored", "anywhere", 10, "BS2", "quitline-nt"),
    _of("read-a-page", "focus calm", "bored low_mood", "anywhere", 5, "BS2", "quitline-nt"),
    _of("soft-drink", "hands reward", "drink good_mood", "out", 15, "BS7 BS2", "roswell"),
    _of("different-drink", "reward", "drink", "anywhere", 10, "BS7", "nhs-ten"),
    _of("leave-early", "break calm", "others drink stress", "out", 10, "BS11 BS3", "nhs-ten"),
    _of("new-route", "break", "", "out", 15, "BS7 BS8", "roswell"),
    _of("clear-out", "break", "", "home", 15, "BS8", "bhf", ahead=True),
    _of("if-then", "focus", "", "anywhere", 5, "BS3 BS1", "if-then", ahead=True),
)
_BY_ID: Final = {one.id: one for one in CATALOGUE}


def strategy(id_: str) -> Strategy | None:
    """The strategy of that id; None where there is none (an id of an older version, or a forged one)."""
    return _BY_ID.get(id_)


def fitting(
    gives: Iterable[Function] = (),
    moment: HardMoment | None = None,
    place: StrategyPlace = StrategyPlace.ANYWHERE,
    minutes: int | None = None,
    *,
    ahead: bool = False,
) -> tuple[Strategy, ...]:
    """What fits, best first: made for that moment, then giving more of what was asked for, then shorter.

    - What takes longer than `minutes`, or another place than `place`, is left out; what can be done anywhere never is.
    - A strategy without moments fits any; one made for other moments is left out.
    - Things to do before an urge comes are left out unless `ahead`, and then the others are.
    """
    wanted = frozenset(gives)
    found = [
        one
        for one in CATALOGUE
        if one.ahead is ahead
        and one.place in (StrategyPlace.ANYWHERE, place)
        and (minutes is None or one.minutes <= minutes)
        and (moment is None or not one.moments or moment in one.moments)
        and (not wanted or one.gives & wanted)
    ]

    def rank(one: Strategy) -> tuple[bool, int, int]:
        return (moment not in one.moments, -len(one.gives & wanted), one.minutes)

    return tuple(sorted(found, key=rank))
