"""What a client says yes or no to, how they join, and what each yes lets somebody else see."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Final, Self

from programme.supporters.support import Shared

FIRST: Final = 1
# Counts up when the words of the choices change what is agreed to; then they are shown again. 2: the headline names all
# that a practitioner sees, what comes to the client in the next days for the first time (docs/decisions/0040).
VERSION: Final = 2


class ConsentItem(StrEnum):
    """One yes or no (UK GDPR Art. 9(2)(a): separate from the others, withdrawable)."""

    CHECK_IN = "check_in"  # check in with me here
    KEEP_ANSWERS = "keep_answers"  # keep my answers
    SUMMARY = "summary"  # show my practitioner a weekly summary
    SAME_DAY = "same_day"  # tell the team the same day about a medicine that needs it


# Asked at joining, together. The other is asked of who takes such a medicine, once they say so (docs/decisions/0030).
JOINING: Final = (ConsentItem.CHECK_IN, ConsentItem.KEEP_ANSWERS, ConsentItem.SUMMARY)


@dataclass(frozen=True, slots=True)
class Consent:
    """An answer to one item, as it was given: to which version of the words, and when (UTC)."""

    item: ConsentItem
    granted: bool
    version: int
    at: datetime


@dataclass(frozen=True, slots=True)
class Choices:
    """Which items are granted. None at first: nothing is ticked for anybody."""

    granted: frozenset[ConsentItem] = frozenset()

    @classmethod
    def from_codes(cls, codes: Iterable[str]) -> Self:
        """Choices as codes() wrote them; raises ValueError on a code that is none."""
        return cls(frozenset(ConsentItem(code) for code in codes))

    def codes(self) -> list[str]:
        """The granted items as codes, in the order they are asked, for a screen's args."""
        return [item.value for item in self.items()]

    def items(self) -> tuple[ConsentItem, ...]:
        """The granted items, in the order they are asked."""
        return tuple(item for item in ConsentItem if item in self.granted)

    def toggle(self, item: ConsentItem) -> "Choices":
        """The same with that one item turned round."""
        return Choices(self.granted ^ {item})

    @property
    def check_in(self) -> bool:
        """May we write first, once a day?"""
        return ConsentItem.CHECK_IN in self.granted

    @property
    def keep_answers(self) -> bool:
        """May answers stay after the check-in is over?"""
        return ConsentItem.KEEP_ANSWERS in self.granted

    @property
    def summary(self) -> bool:
        """May the practitioner see the week?"""
        return ConsentItem.SUMMARY in self.granted

    @property
    def shows_answers(self) -> bool:
        """May the practitioner see what is answered? What is kept nowhere nobody sees."""
        return self.granted >= {ConsentItem.SUMMARY, ConsentItem.KEEP_ANSWERS}

    @property
    def same_day(self) -> bool:
        """May we tell the team by ourselves? What medicine it is has to be kept for that."""
        return self.granted >= {ConsentItem.SAME_DAY, ConsentItem.KEEP_ANSWERS}


def choices_in_force(consents: Iterable[Consent], since: datetime | None = None) -> Choices | None:
    """What holds now: the newest answer to each item, oldest first in. None while one of JOINING was never asked since.

    An item that was never asked is a no.
    `since` is when they opened the link (UTC): what was said before was for another practitioner, or before leaving.
    """
    newest = {consent.item: consent.granted for consent in consents if since is None or consent.at >= since}
    if not newest.keys() >= set(JOINING):
        return None
    return Choices(frozenset(item for item, granted in newest.items() if granted))


HELPED_WAITS: Final = timedelta(hours=1)  # so long the next words may be what has helped; later ones are a note


class JoiningStep(StrEnum):
    """A question on the way from the link to being set up, in order."""

    WELCOME = "welcome"
    FITS = "fits"  # is one of these you? Nothing of the answer is kept (docs/decisions/0030)
    CHOICES = "choices"
    NAME = "name"
    TIME = "time"  # with the place, so that the clock is right
    HELPED = "helped"  # asked on the screen that says they are set up
    READY = "ready"


@dataclass(frozen=True, slots=True)
class JoiningState:
    """What is remembered of somebody who joins. `choices` is None until they were confirmed.

    `has_time`: a check-in plan runs. `has_helped`: the toolkit holds something, or the question was passed over.
    """

    choices: Choices | None = None
    has_name: bool = False
    has_time: bool = False
    has_helped: bool = False


def steps(choices: Choices) -> tuple[JoiningStep, ...]:
    """The steps for these choices: no time without check-ins, and nothing to keep where nothing is kept."""
    asked = (
        (JoiningStep.WELCOME, True),
        (JoiningStep.FITS, True),
        (JoiningStep.CHOICES, True),
        (JoiningStep.NAME, True),
        (JoiningStep.TIME, choices.check_in),
        (JoiningStep.HELPED, choices.keep_answers),
        (JoiningStep.READY, True),
    )
    return tuple(step for step, is_asked in asked if is_asked)


def next_step(known: JoiningState) -> JoiningStep:
    """The first step that is not done. The welcome comes before anything was chosen: nothing is kept of what fits."""
    if known.choices is None:
        return JoiningStep.WELCOME
    done = {
        JoiningStep.NAME: known.has_name,
        JoiningStep.TIME: known.has_time,
        JoiningStep.HELPED: known.has_helped,
        JoiningStep.READY: False,
    }
    return next(step for step in steps(known.choices) if not done.get(step, True))


def may_join(known: JoiningState) -> bool:
    """Is enough known to be a client? Only the toolkit's first item may come later."""
    return known.choices is not None and known.has_name and (known.has_time or not known.choices.check_in)


class ShownLine(StrEnum):
    """One kind of thing that is seen. Its name in words is the text "shows-" and its code."""

    JOINED = "joined"  # the name, and what became of the link
    SESSION = "session"  # the next one, whichever of the two entered it
    REPLIES = "replies"  # and breaks, and that nothing reaches them
    QUIT_DATE = "quit_date"
    COMING = "coming"  # what comes by itself in seven days
    COUNTS = "counts"  # mood, urges, smoking, what was hard and what got in the way
    STOPPING = "stopping"  # where they are with it, smoke-free days, how it went
    PICTURE = "picture"
    HELPED = "helped"  # in the client's own words
    QUESTIONS = "questions"  # set ones
    MEDICINES = "medicines"  # and what they use to stop
    KINDS_OF_HELP = "kinds_of_help"
    WORDS = "words"
    CYCLE = "cycle"
    SAFETY_PLAN = "safety_plan"
    REQUEST = "request"
    ADDED = "added"  # what the practitioner entered
    SUPPORT = "support"  # that the client would like somebody on their side, and ideas for that
    WISH = "wish"
    TELLS = "tells"  # words that the client wrote for that supporter, looked at before they went
    KNOWS = "knows"  # that the client is stopping smoking


@dataclass(frozen=True, slots=True)
class Agreed:
    """A standing yes to all of these items, given to words of the version `since` or later: it named the line first."""

    items: frozenset[ConsentItem]
    since: int = FIRST


_SUMMARY: Final = Agreed(frozenset({ConsentItem.SUMMARY}))
_ANSWERS: Final = Agreed(frozenset({ConsentItem.SUMMARY, ConsentItem.KEEP_ANSWERS}))
STANDING: Final[Mapping[ShownLine, Agreed]] = {
    ShownLine.REPLIES: _SUMMARY,
    ShownLine.QUIT_DATE: _SUMMARY,
    ShownLine.COMING: Agreed(frozenset({ConsentItem.SUMMARY}), since=2),
    ShownLine.COUNTS: _ANSWERS,
    ShownLine.STOPPING: _ANSWERS,
    ShownLine.PICTURE: _ANSWERS,
    ShownLine.HELPED: _ANSWERS,
    ShownLine.QUESTIONS: _ANSWERS,
    ShownLine.MEDICINES: _ANSWERS,
    ShownLine.KINDS_OF_HELP: _ANSWERS,
}
# Shown by a tap of their own that names whom it goes to, each time.
BY_A_TAP: Final = (ShownLine.WORDS, ShownLine.CYCLE, ShownLine.SAFETY_PLAN, ShownLine.REQUEST)
# Theirs too: the practitioner gave the link, meets them, or entered it.
PRACTITIONERS_OWN: Final = (ShownLine.JOINED, ShownLine.SESSION, ShownLine.ADDED)
# To a supporter: what was ticked for that very one; None: the link, the wish and each line are made for them.
TO_SUPPORTERS: Final[Mapping[ShownLine, Shared | None]] = {
    ShownLine.SUPPORT: None,
    ShownLine.WISH: None,
    ShownLine.TELLS: None,
    ShownLine.KNOWS: Shared.STOPPING,
}


def shows(consents: Iterable[Consent], line: ShownLine) -> bool:
    """Whether the answers in force (all of one client's, oldest first in) let that line be seen.

    A yes to words that did not name the line yet is none to it. Raises KeyError for a line with no standing yes.
    """
    agreed = STANDING[line]
    newest = {one.item: one for one in consents}
    said = (newest.get(item) for item in agreed.items)
    return all(one is not None and one.granted and one.version >= agreed.since for one in said)
