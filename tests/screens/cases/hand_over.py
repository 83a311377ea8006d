"""The faces of a hand-over, to the client and to both practitioners; and of a link that is taken back."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from bot.practice.caseload import TakeLinkFacts
from bot.practice.handing_over import PRIVATE, HandedOverFacts, HandOverFacts
from programme.people.invite import InviteState

Case = tuple[str, str, Any]
NASTY = '<b>"Sam" & co</b>'


def hand_over_cases() -> Iterator[Case]:
    """What the case is called, the screen's name, and its facts."""
    told = HandedOverFacts("111, press 2, or 999", "Dr Ade", "Lee", "Sam")
    yield "", "handed_over", told
    yield "asked, with a session", "handed_over", replace(told, asked=True, session=True)
    yield "nobody knows who was", "handed_over", replace(told, before=None, session=True, name=None)
    yield "odd names", "handed_over", replace(told, before=NASTY, practitioner=NASTY, name=NASTY)
    yield "kept private", "handed_over", replace(told, view=PRIVATE)
    alone = replace(told, practitioner=None)
    yield "nobody", "handed_over", alone
    yield "nobody, and asked", "handed_over", replace(alone, asked=True)
    yield "nobody knows who was, and nobody is", "handed_over", replace(alone, before=None)
    for count, requests in ((0, 1), (1, 0), (12, 2)):
        yield f"{count} and {requests}", "took_over", HandOverFacts("Lee", count, requests)
        yield f"{count}", "handed_on", HandOverFacts("Dr Ade", count, gives=True)
    yield "nobody", "handed_on", HandOverFacts(None, 3, gives=True)
    yield "nobody, one", "handed_on", HandOverFacts(None, 1, gives=True)
    for state in InviteState:
        yield state, "take_link", TakeLinkFacts("S.P.", state)
