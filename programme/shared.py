"""What may come to be seen of a client by somebody else, line for line, and by which yes.

One table for the screens, for the list that a client is shown, and for the test that refuses a line with no yes
(UK GDPR Art. 9(2)(a): explicit, and of what is named; docs/decisions/0040).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from programme.consent import FIRST, Consent, Item
from programme.support import Shared


class Line(StrEnum):
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

    items: frozenset[Item]
    since: int = FIRST


_SUMMARY: Final = Agreed(frozenset({Item.SUMMARY}))
_ANSWERS: Final = Agreed(frozenset({Item.SUMMARY, Item.KEEP_ANSWERS}))
STANDING: Final[Mapping[Line, Agreed]] = {
    Line.REPLIES: _SUMMARY,
    Line.QUIT_DATE: _SUMMARY,
    Line.COMING: Agreed(frozenset({Item.SUMMARY}), since=2),
    Line.COUNTS: _ANSWERS,
    Line.STOPPING: _ANSWERS,
    Line.PICTURE: _ANSWERS,
    Line.HELPED: _ANSWERS,
    Line.QUESTIONS: _ANSWERS,
    Line.MEDICINES: _ANSWERS,
    Line.KINDS_OF_HELP: _ANSWERS,
}
# Shown by a tap of their own that names whom it goes to, each time.
BY_A_TAP: Final = (Line.WORDS, Line.CYCLE, Line.SAFETY_PLAN, Line.REQUEST)
# Theirs too: the practitioner gave the link, meets them, or entered it.
PRACTITIONERS_OWN: Final = (Line.JOINED, Line.SESSION, Line.ADDED)
# To a supporter: what was ticked for that very one; None: the link, the wish and each line are made for them.
TO_SUPPORTERS: Final[Mapping[Line, Shared | None]] = {
    Line.SUPPORT: None,
    Line.WISH: None,
    Line.TELLS: None,
    Line.KNOWS: Shared.STOPPING,
}


def shows(consents: Iterable[Consent], line: Line) -> bool:
    """Whether the answers in force (all of one client's, oldest first in) let that line be seen.

    A yes to words that did not name the line yet is none to it. Raises KeyError for a line with no standing yes.
    """
    agreed = STANDING[line]
    newest = {one.item: one for one in consents}
    said = (newest.get(item) for item in agreed.items)
    return all(one is not None and one.granted and one.version >= agreed.since for one in said)
