"""What there is between a client and one supporter, what is passed on, and ideas for the supporter."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from random import Random
from typing import Final

from programme.schedule.kinds import rule_of
from programme.schedule.plan import NUDGE, Rule


@dataclass(frozen=True, slots=True)
class Idea:
    """One small act, and what of the above it `does`. `about_smoking`: only for those who know of that."""

    code: str
    does: str
    about_smoking: bool = False


IDEAS: Final = (
    Idea("hello", "say hello"),
    Idea("walk", "plan something"),
    Idea("chore", "help with chores"),
    Idea("listen", "listen"),
    Idea("glad", "say that you believe in them"),
    Idea("film", "plan something"),
    Idea("ask", "ask what would help"),
    Idea("food", "help with chores"),
    Idea("laugh", "say hello"),
    Idea("place", "plan something"),
    Idea("proud", "say that you believe in them", about_smoking=True),
    Idea("grumpy", "do not take grumpiness to heart", about_smoking=True),
    Idea("smoke-free", "plan something smoke-free", about_smoking=True),
    Idea("yours", "for supporters who smoke: not near them", about_smoking=True),
)

# Beginnings of words, and whole ones; between words there may be a space or a hyphen.
BEGINNINGS: Final = (
    "baccy", "bupropion", "champix", "cig", "cytisin", "detox", "inhalator", "lozenge", "nicotin", "nicorette", "puff",
    "relaps", "rollie", "roll up", "rollup", "smok", "tobacco", "vape", "vaping", "varenicline", "zyban", "withdrawal",
)  # fmt: skip
WHOLE: Final = (
    "ashtray", "chew gum", "clean", "cold turkey", "craving", "cravings", "e cig", "fag", "fags", "gave up", "give up",
    "given up", "giving up", "gum", "lapse", "lapsed", "light up", "lighter", "nrt", "packet", "packets", "patch",
    "patches", "quit", "quits", "quitter", "quitting", "slip", "slipped", "snus", "stop", "stopped", "stopping",
    "stops", "urge", "urges",
)  # fmt: skip
# "day 6", "6 days", "two weeks": a count of days is one of days without.
COUNTS: Final = (
    r"day (?:\d+|one|two|three|four|five|six|seven|eight|nine|ten)",
    r"(?:\d+|an?|one|two|three|four|five|six|seven|eight|nine|ten) (?:day|week|month|year)s?",
)
_GAP: Final = re.compile(r"[\s\-]+")
_NAMES: Final = re.compile(
    rf"\b(?:(?:{'|'.join(BEGINNINGS)})\w*|(?:{'|'.join(WHOLE)})|{'|'.join(COUNTS)})\b", re.IGNORECASE
)


def names_smoking(words: str | None) -> bool:
    """Whether these words, of the client's or ours, name smoking, stopping, what helps with it, or a count of days."""
    return bool(words) and _NAMES.search(_GAP.sub(" ", words or "")) is not None


VERSION: Final = 1  # of the words beside the boxes; counts up when they change what is agreed to
WISH_LENGTH: Final = 120  # characters
WORDS_LENGTH: Final = 300
WORDS_A_DAY: Final = 3  # from one supporter: a kind word, and no flood
MOST_SUPPORTERS: Final = 5  # supporters of one client at a time
NUDGE_AT: Final = time(11)
NUDGE_DAYS: Final = frozenset({5})  # one a week, on Saturday: enough to help, and no burden
OTHER_DAYS: Final = (6, 4, 2, 0, 3, 1)  # where Saturday is taken by somebody else's nudge


class Shared(StrEnum):
    """What a supporter may see, each its own yes or no (FIELD 3, consent item 5). Nothing is ticked at first."""

    STOPPING = "stopping"  # that the client is stopping smoking
    GOOD_NEWS = "good_news"  # good news that the client chooses
    EACH_TIME = "each_time"  # what the client chooses to tell, asked each time


class SupportState(StrEnum):
    """How it stands. Whoever was asked once stays somebody who reads nothing of clients' matters."""

    MADE = "made"  # no link was opened yet
    OPENED = "opened"  # they have not answered yet
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ENDED = "ended"  # by the supporter
    REMOVED = "removed"  # by the client, who sees it no more


@dataclass(frozen=True, slots=True)
class Support:
    """A client and a supporter (None until somebody opened the link). `label` and `wish` are the client's own words.

    `waits` is a wish that would tell them of stopping, and that nobody reads until the client says that it may.
    """

    id: int
    client_id: int
    person_id: int | None
    invite_id: int | None
    label: str
    wish: str | None
    shares: frozenset[Shared]
    rule: Rule
    state: SupportState
    seed: int
    made_at: datetime
    waits: str | None = None

    @property
    def holds(self) -> bool:
        """Whether anything is said between the two."""
        return self.state is SupportState.ACCEPTED

    @property
    def may_be_told(self) -> bool:
        """Whether the client said that they may want to tell this supporter something."""
        return bool(self.shares & {Shared.GOOD_NEWS, Shared.EACH_TIME})

    def would_tell(self, words: str | None) -> bool:
        """Whether these words of the client's would tell them that the client is stopping, which they do not know."""
        return Shared.STOPPING not in self.shares and names_smoking(words)

    def toggle(self, item: Shared) -> frozenset[Shared]:
        """What is shown, with that one item turned round."""
        return self.shares ^ {item}


@dataclass(frozen=True, slots=True)
class PassedWords:
    """Words from one to the other: `person_id` wrote them for `to_id`. Unsent until `sent_at`.

    `helped`: what the reader said.
    """

    id: int
    support_id: int
    person_id: int
    to_id: int
    words: str
    made_at: datetime
    sent_at: datetime | None
    helped: bool | None


def idea_for(support: Support, number: int) -> Idea:
    """The idea of the nudge of that number (0 is the first): none comes twice before each has come once.

    The order is shuffled from the seed that is kept, for each round, so any nudge can be replayed. Ideas that
    speak of smoking are only for those who know of it.
    """
    fitting = [idea for idea in IDEAS if not idea.about_smoking or Shared.STOPPING in support.shares]
    turn, place = divmod(number, len(fitting))
    return Random(f"{support.seed}:{turn}").sample(fitting, len(fitting))[place]


def nudge_rule(weekdays: Iterable[int] = NUDGE_DAYS, at: time = NUDGE_AT) -> Rule:
    """On these weekdays (Monday is 0) at that wall time. Raises ValueError without any day."""
    days = frozenset(weekdays)
    if not days:
        raise ValueError("a nudge needs a day")
    return rule_of(NUDGE, at, weekdays=days)


def free_days(wanted: frozenset[int], taken: frozenset[int]) -> frozenset[int]:
    """These days without those on which somebody else's nudge comes, or one that is free: at most one a day.

    Empty where every day of the week is taken.
    """
    rest = [day for day in OTHER_DAYS if day not in taken]
    return wanted - taken or frozenset(rest[:1])


def one_line(text: str, most: int) -> str | None:
    """Own words on one line of at most that many characters; None where nothing is left."""
    return " ".join(text.split())[:most].strip() or None
