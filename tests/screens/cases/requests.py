"""The faces of a request to get in touch: before sending, sent, with the practitioner, late, taken back, kept."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bot.kit.people import Sees
from bot.people.rights import ASKED, ASKED_ERASE, LeaveFacts, PrivacyFacts
from bot.practice.caseload import CaseloadFacts
from bot.practice.requests import CoverFacts, RequestFacts, RequestLateFacts, RequestOpenedFacts, RouteFacts
from bot.practice.tell import OfLine, TellFacts
from programme.practice.requests import EVERY_DAY, OFFICE, Hours, Request, RequestTopic, Stretch, WaitingRequest

Case = tuple[str, str, Any]
NASTY = '<b>"Sam" & co</b>'
LONDON = "Europe/London"
NOW = datetime(2026, 3, 6, 21, 10, tzinfo=UTC)  # a Friday
MONDAY = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
DUE = MONDAY + timedelta(hours=2)
LONG_DAYS: Hours = (Stretch(EVERY_DAY, 480, 1200),)
ODD: Hours = (
    Stretch(frozenset({0, 1, 2, 3}), 570, 720), Stretch(frozenset({0, 1, 2, 3}), 810, 1050),
    Stretch(frozenset({5}), 600, 780), Stretch(frozenset({6}), 0, 1440), Stretch(frozenset({1, 4}), 1080, 1440),
)  # fmt: skip
LEE, ADE = OfLine("Lee", OFFICE), OfLine("Dr Ade", OFFICE)
CALL = "111, press 2, or 999"
REQUEST = Request(4, 7, 2, NOW, None, due_at=DUE)


def requests() -> Iterator[Case]:
    """What the case is called, the screen's name, and its facts."""
    yield from _before_sending()
    yield from _sent()
    yield from _got()
    yield from _set()
    for view in (ASKED, ASKED_ERASE):
        yield view, "leave", LeaveFacts(view, joined=True, asked="Lee")
    yield "left, and it stays", "leave", LeaveFacts(left=True, asked="Lee", until=date(2027, 2, 28))
    yield (
        "asked for somebody",
        "privacy",
        PrivacyFacts(named=True, client=True, sees=Sees("Lee"), asked="Lee or Dr Ade"),
    )
    yield "somebody waits for them", "leave", LeaveFacts(joined=True, waiting=True)


def _before_sending() -> Iterator[Case]:
    tell = TellFacts("Sam", (LEE, ADE), CALL, NOW, LONDON, MONDAY, DUE, from_card=True)
    yield "from the card", "tell", tell
    yield "from elsewhere, nobody covers", "tell", replace(tell, line=(LEE,), from_card=False)
    yield "in their hours", "tell", replace(tell, now=DUE, opens_at=DUE, due_at=DUE + timedelta(hours=2))
    three = (LEE, OfLine("Dr Ade", LONG_DAYS), OfLine(NASTY, ODD, zone="Europe/Berlin"))
    yield "three in line, one abroad", "tell", replace(tell, line=three)
    away = replace(LEE, is_reachable=False)
    yield "the first cannot be reached", "tell", replace(tell, line=(away, ADE), place=1)
    yield "nobody can", "tell", replace(tell, line=(away, replace(ADE, is_reachable=False)))
    yield "who covers cannot", "tell", replace(tell, line=(LEE, replace(ADE, is_reachable=False)))
    for about in RequestTopic:
        yield about, "tell", replace(tell, line=(LEE,), about=about, from_card=False)
    yield "clozapine, not reached", "tell", replace(tell, line=(away,), about=RequestTopic.CLOZAPINE, from_card=False)
    yield "nobody", "tell", replace(tell, line=(), name=NASTY)
    yield "as it was called before", "tell_about", replace(tell, line=(LEE,), about=RequestTopic.MEDICINE)


def _sent() -> Iterator[Case]:
    tell = TellFacts("Sam", (LEE, ADE), CALL, NOW, LONDON, MONDAY, DUE, from_card=True, request=REQUEST, sent=True)
    yield "sent", "tell", tell
    yield "sent in their hours", "tell", replace(tell, now=DUE, opens_at=DUE)
    yield "sent about a medicine", "tell", replace(tell, line=(LEE,), about=RequestTopic.MEDICINE)
    yield "sent, not reached", "tell", replace(tell, line=(replace(LEE, is_reachable=False),))
    by_itself = replace(tell, about=RequestTopic.CLOZAPINE, from_card=False, itself=True)
    yield "sent by itself", "tell", by_itself
    yield "sent by itself, not reached", "tell", replace(by_itself, line=(replace(LEE, is_reachable=False),))
    yield "sent by itself in their hours", "tell", replace(by_itself, now=DUE, opens_at=DUE)
    asked = replace(tell, sent=False, now=MONDAY, request=replace(REQUEST, due_at=None))
    yield "asked before, and it waits", "tell", asked
    yield "asked before, not reached", "tell", replace(asked, line=(replace(LEE, is_reachable=False),))
    yield "opened", "tell", replace(tell, request=replace(REQUEST, opened_at=MONDAY), opened_by="Dr Ade")
    yield "", "request_opened", RequestOpenedFacts("Lee")
    yield "one had it", "request_late", RequestLateFacts(CALL, "Lee")
    yield "passed on, at night", "request_late", RequestLateFacts(CALL, "Lee", "Dr Ade", is_night=True)
    yield "nobody could be reached", "request_late", RequestLateFacts(CALL)


def _got() -> Iterator[Case]:
    new = RequestFacts(replace(REQUEST, from_card=True), "Sam", MONDAY, LONDON, "S.P.", 7)
    yield "from the card", "request", new
    yield "no label", "request", replace(new, request=REQUEST, label=None)
    yield "who covers", "request", replace(new, covers="Lee", client_id=None)
    yield "who covers, no label", "request", replace(new, covers="Lee", client_id=None, label=None, name=NASTY)
    for about in RequestTopic:
        yield about, "request", replace(new, request=replace(REQUEST, about=about))
    seen = replace(REQUEST, opened_at=MONDAY)
    yield "seen", "request", replace(new, request=seen)
    yield "seen by who covers", "request", replace(new, request=seen, opened_by="Dr Ade")
    kept = replace(new, request=replace(REQUEST, kept_at=NOW), label=None, client_id=None)
    yield "kept", "request", kept
    yield "kept, no name", "request", replace(kept, name=None)
    back = replace(kept, request=replace(REQUEST, taken_back_at=MONDAY))
    yield "taken back", "request", back
    yield "taken back, erased", "request", replace(back, name=None)
    waiting = (
        WaitingRequest(REQUEST, "Sam", "S.P."),
        WaitingRequest(replace(REQUEST, person_id=None), None),
        WaitingRequest(seen, NASTY),
    )
    yield "some asked", "client_list", CaseloadFacts((), waiting, LONDON)


def _set() -> Iterator[Case]:
    stands = RouteFacts(OFFICE)
    yield "as it is", "route", stands
    yield "odd hours, two cover", "route", RouteFacts(ODD, (("Dr Ade", OFFICE), (NASTY, LONG_DAYS)))
    yield "hours", "route", replace(stands, view="hours")
    yield "pick", "route", replace(stands, view="cover", others=[(one, f"Dr {one}") for one in range(12)])
    yield "nobody to pick", "route", replace(stands, view="cover")
    yield "named", "cover", CoverFacts("Lee", holds=True)
    yield "over", "cover", CoverFacts("Lee")
    yield "declined", "cover_ended", CoverFacts("Dr Ade", ended=True)
