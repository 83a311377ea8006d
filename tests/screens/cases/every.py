"""Every screen with facts that bring out each of its faces: a table for the golden file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.check_in.facts import CheckInFacts, Counts
from bot.check_in.screens import DoneTodayFacts
from bot.craving.after import CalmingFacts
from bot.craving.screens import CravingFacts
from bot.delivery import NoteFacts
from bot.kit.menus import everybodys
from bot.kit.people import Sees
from bot.people.joining import (
    DECLINED,
    FITS,
    LIST,
    AskNameFacts,
    ChoicesFacts,
    ReadyFacts,
    WelcomeFacts,
    WhoSeesWhatFacts,
)
from bot.people.place_and_time import AskPlaceFacts, AskTimeFacts, LanguageFacts
from bot.people.rights import COUNTED, LeaveFacts, PrivacyFacts
from bot.people.settings import HelpFacts, SettingsFacts, StopWhatFacts
from bot.practice.caseload import (
    AskCodeFacts,
    AskLabelFacts,
    CaseloadFacts,
    InviteLinkFacts,
    ListedClient,
    PractitionerReadyFacts,
)
from bot.practice.sessions import AskSessionFacts, AskSummaryTimeFacts
from bot.schedule.cards import Put
from bot.texts.lint import read
from bot.texts.service import sources
from care.check_in.cards_shown import Replay
from care.people.consent import Responsible
from programme.check_in.answers import CheckIn, DayInOneTap, HardMoment, Mood, Question
from programme.people.consent import Choices, ConsentItem
from programme.people.invite import EXPIRES_AFTER, Invite, InviteState
from programme.people.person import Role
from programme.practice.requests import Request
from programme.quitting.attempts import milestone_at
from programme.safety.cards import CARDS, CHOICES
from programme.schedule.pause import Proposal, ProposalReply, snoozes
from programme.schedule.plan import RandomWindow, Rule
from programme.schedule.prompt import Prompt, PromptState, PromptStep
from tests.screens.cases.after import after_cases
from tests.screens.cases.ahead import ahead
from tests.screens.cases.anchors import anchors
from tests.screens.cases.coverage import belief_cases, coverage_cases, hard_day_cases, own_note_cases
from tests.screens.cases.crisis import crisis_cases
from tests.screens.cases.days import days_cases
from tests.screens.cases.diary import NOTED, diary
from tests.screens.cases.errata import errata_cases
from tests.screens.cases.hand_over import hand_over_cases
from tests.screens.cases.lapse import lapse_cases
from tests.screens.cases.leaflets import leaflet_cases
from tests.screens.cases.measures import CARDS as CARDS_TOLD
from tests.screens.cases.measures import measures
from tests.screens.cases.monday import monday_cases
from tests.screens.cases.outcomes import outcome_cases
from tests.screens.cases.patterns import patterns
from tests.screens.cases.plans import plans
from tests.screens.cases.quitting import quitting
from tests.screens.cases.requests import requests
from tests.screens.cases.supporting import HELD, supporting
from tests.screens.cases.toolkit import toolkit

NOW = datetime(2026, 3, 10, 19, 5, tzinfo=UTC)
LONDON = "Europe/London"
CARD = CARDS["GB-ENG"]
BOTH = Sees("Lee", summary=True, keep=True, route="Lee")
SAID_BY = Responsible("Willow House", "The Willow & Oak trust")
UNKEPT = Sees("Lee", summary=True)
EVENING = NOW.replace(hour=18, minute=30)
TOMORROW = EVENING + timedelta(days=1)
# A name that tries to be markup, and a person's words that are long: what a screen has to bear.
NASTY = '<b>"Sam" & co</b>'
LONG = "I walked to the shop and back, " * 30
PROMPT = Prompt(
    id=12, plan_id=3, person_id=7, kind="check_in", local_date=EVENING.date(), slot="18:30", due_at=EVENING,
    opened_at=EVENING, closes_at=EVENING + timedelta(hours=3, minutes=30), next_at=None, next_step=None,
    state=PromptState.OPEN, reason=None, reminded_at=None, seen_at=None, answered_at=None, closed_at=None, late=False,
    plan_version=1, decision={},
)  # fmt: skip
SAID = CheckIn(12, 7)
FULL = replace(SAID, mood=Mood.LOW, urge=4, cigarettes_from=2, cigarettes_to=5, moment=HardMoment.STRESS, helped=5)
CHECK_IN = CheckInFacts(NOW, LONDON, "Sam", PROMPT, SAID, Question.MOOD, BOTH)
TOOLKIT = ((5, "A walk to the shop"), (6, NASTY + LONG))
SAVED = replace(CHECK_IN, prompt=replace(PROMPT, state=PromptState.DONE), said=FULL, question=None, next_at=TOMORROW)
WORDS = replace(FULL, has_words=True)
EXPIRED = replace(PROMPT, state=PromptState.EXPIRED)
REQUEST = Request(4, 7, 2, NOW - timedelta(hours=22), None)


def cases(locale: str) -> Iterator[tuple[str, str, Any]]:
    """What the case is called, the screen's name, and its facts."""
    yield from _joining()
    yield from outcome_cases()
    yield from patterns()
    yield from _questions()
    yield from _ended()
    yield from ahead()
    yield from _everyone(locale)
    yield from _practitioner()
    yield from requests()
    yield from hand_over_cases()
    yield from supporting(locale)
    yield from quitting()
    yield from toolkit()
    yield from lapse_cases()
    yield from diary()
    yield from anchors()
    yield from measures()
    for called, card in CARDS_TOLD.items():
        yield f"card: {called}", "check_in", replace(SAVED, card=card)
    yield from plans()
    yield from coverage_cases()
    yield from own_note_cases()
    yield from belief_cases()
    yield from hard_day_cases(CHECK_IN, SAVED)
    yield from after_cases(CHECK_IN, SAVED)
    yield from leaflet_cases(CHECK_IN, NOTED)
    yield from errata_cases()
    yield from days_cases(CHECK_IN)


def _joining() -> Iterator[tuple[str, str, Any]]:
    yield "with a link", "welcome", WelcomeFacts("Lee", CARD.danger)
    yield "a nasty name", "welcome", WelcomeFacts(NASTY, CARD.danger)
    yield "a stranger", "welcome", WelcomeFacts(None, CARD.danger)
    yield "is one of these you?", "welcome", WelcomeFacts("Lee", CARD.danger, FITS)
    declined = WelcomeFacts("Lee", CARD.danger, DECLINED, undo=True)
    for nation in (None, *CHOICES):
        yield f"did not join, {nation or 'no nation known'}", "welcome", replace(declined, nation=nation)
    yield "did not join, a supporter", "welcome", replace(declined, guest=True)
    yield "did not join, by whom the link was is not known", "welcome", WelcomeFacts(None, CARD.danger, DECLINED)
    yield "", "who_sees_what", WhoSeesWhatFacts("Lee")
    yield "none ticked", "choices", ChoicesFacts("Lee", Choices())
    yield "the whole list", "choices", ChoicesFacts("Lee", Choices(), view=LIST)
    yield "words changed", "choices", ChoicesFacts("Lee", Choices(frozenset(ConsentItem)), anew=True)
    from_settings = ChoicesFacts("Lee", Choices(frozenset({ConsentItem.SAME_DAY})), items=tuple(ConsentItem))
    yield "from the settings", "choices", from_settings
    yield "two ticked", "choices", ChoicesFacts("Lee", Choices(frozenset({ConsentItem.CHECK_IN, ConsentItem.SUMMARY})))
    yield "first", "ask_name", AskNameFacts(changing=False)
    yield "another", "ask_name", AskNameFacts(changing=True)
    yield "at home", "ask_time", AskTimeFacts(NOW, LONDON, "GB")
    yield "elsewhere", "ask_time", AskTimeFacts(NOW, "America/New_York", "US")
    yield "two readings", "ask_time", AskTimeFacts(NOW, LONDON, "GB", (time(7), time(19)))
    yield "another time", "ask_time", AskTimeFacts(NOW, LONDON, "GB", changes=True)
    yield "country", "ask_place", AskPlaceFacts(NOW)
    yield "country, from the settings", "ask_place", AskPlaceFacts(NOW, back="settings")
    yield "zone", "ask_place", AskPlaceFacts(NOW, ("America/New_York", "America/Argentina/ComodRivadavia"))
    yield "what has helped", "ready", ReadyFacts("Sam", NOW, LONDON, TOMORROW, CARD, "helped")
    yield "what has helped, without check-ins", "ready", ReadyFacts("Sam", NOW, LONDON, None, CARD, "helped")
    yield "kept", "ready", ReadyFacts("Sam", NOW, LONDON, TOMORROW, CARD, "kept")
    yield "as it was called before", "ask_helped", ReadyFacts("Sam", NOW, LONDON, TOMORROW, CARD)
    yield "with check-ins", "ready", ReadyFacts("Sam", NOW, LONDON, TOMORROW, CARD)
    yield "without", "ready", ReadyFacts(NASTY, NOW, LONDON, None, CARD)


def _questions() -> Iterator[tuple[str, str, Any]]:
    yield "mood, both see", "check_in", CHECK_IN
    yield (
        "mood, morning, one sees",
        "check_in",
        replace(CHECK_IN, sees=Sees("Lee", keep=True), prompt=replace(PROMPT, opened_at=EVENING.replace(hour=8))),
    )
    yield (
        "mood, afternoon, not kept",
        "check_in",
        replace(CHECK_IN, sees=UNKEPT, prompt=replace(PROMPT, opened_at=EVENING.replace(hour=13))),
    )
    yield "mood, no name", "check_in", replace(CHECK_IN, name=None)
    yield "mood, the week was read", "check_in", replace(CHECK_IN, read_on=date(2026, 3, 9))
    learned = Replay(4, date(2026, 3, 9), NOW.replace(day=9, hour=20, minute=50), True, HardMoment.OTHERS, NASTY)
    yield "mood, yesterday's plan", "check_in", replace(CHECK_IN, replay=learned)
    friday = replace(learned, on=date(2026, 3, 3), moment=None, is_hour_known=False)
    yield "mood, last week's plan", "check_in", replace(CHECK_IN, replay=friday)
    yield "mood, a plan that was stopped", "check_in", replace(CHECK_IN, replay=replace(learned, stopped=True))
    for question in (Question.URGE, Question.CIGARETTES, Question.MOMENT, Question.WORDS):
        yield question, "check_in", replace(CHECK_IN, question=question)
    yield "helped", "check_in", replace(CHECK_IN, question=Question.HELPED, toolkit=TOOLKIT)
    yield "words, not kept", "check_in", replace(CHECK_IN, question=Question.WORDS, sees=Sees())
    many = replace(CHECK_IN.said, cigarettes_from=6, how_many=True)
    yield "how many", "check_in", replace(CHECK_IN, question=Question.CIGARETTES, said=many)
    yield "typing", "check_in", replace(CHECK_IN, question=Question.CIGARETTES, view="type")
    yield "typed nonsense", "check_in", replace(CHECK_IN, question=Question.CIGARETTES, view="type_refused")
    snoozed = snoozes(PROMPT.due_at, LONDON, time(18, 30), PROMPT.due_at + timedelta(days=1))
    yield "not now", "check_in", replace(CHECK_IN, view="not_now", snoozes=snoozed)
    drawn = (PROMPT.due_at + timedelta(days=1), PROMPT.due_at + timedelta(days=1, hours=1))
    by_chance = replace(CHECK_IN, view="not_now", snoozes=snoozed, next_at=drawn)
    yield "not now, the next one drawn by chance", "check_in", by_chance
    yield "not now, late", "check_in", replace(CHECK_IN, view="not_now")
    yield "why", "check_in", replace(CHECK_IN, view="why")
    yield (
        "why, reminded, nobody sees",
        "check_in",
        replace(CHECK_IN, view="why", sees=Sees("Lee", keep=True), prompt=replace(PROMPT, reminded_at=NOW)),
    )
    yield "why, asked for", "check_in", replace(CHECK_IN, view="why", prompt=replace(PROMPT, plan_id=None))
    yield "very low", "check_in", replace(CHECK_IN, view="low", question=Question.URGE)
    yield "very low, nobody to tell", "check_in", replace(CHECK_IN, view="low", sees=Sees())
    late = replace(EXPIRED, late=True, next_step=PromptStep.CLOSE)
    yield "late", "check_in", replace(CHECK_IN, prompt=late)
    yield "urge, late", "check_in", replace(CHECK_IN, prompt=late, question=Question.URGE)
    yield "cigarettes, late", "check_in", replace(CHECK_IN, prompt=late, question=Question.CIGARETTES)
    yield "how many, late", "check_in", replace(CHECK_IN, prompt=late, question=Question.CIGARETTES, said=many)
    yield "typing, late", "check_in", replace(CHECK_IN, prompt=late, question=Question.CIGARETTES, view="type")
    yield "reminder", "reminder", CHECK_IN
    yield "why", "reminder", replace(CHECK_IN, view="why", prompt=replace(PROMPT, reminded_at=NOW))


def _ended() -> Iterator[tuple[str, str, Any]]:
    yield "saved", "check_in", SAVED
    yield "saved, with counts", "check_in", replace(SAVED, counts=Counts("A walk", 3, 4, HardMoment.STRESS))
    proposed = Put(Proposal(3, 7, "time", "20:30", SAVED.now), time(18, 30), 2)
    yield "saved, another time", "check_in", replace(SAVED, put=proposed)
    for reply in ProposalReply:
        at = time(20, 30) if reply is ProposalReply.YES else time(18, 30)
        put = replace(proposed, proposal=replace(proposed.proposal, answer=reply), at=at)
        yield f"saved, another time, {reply}", "check_in", replace(SAVED, put=put)
    drawn = (PROMPT.due_at + timedelta(days=1), PROMPT.due_at + timedelta(days=1, hours=1))
    yield "saved, the next one drawn by chance", "check_in", replace(SAVED, next_at=drawn)
    yield "saved, words to share", "check_in", replace(SAVED, said=WORDS)
    yield "saved, words cut", "check_in", replace(SAVED, said=WORDS, args={"cut": 1})
    yield "saved, words shared", "check_in", replace(SAVED, said=replace(WORDS, words_shared=True))
    yield "saved, words, nobody sees", "check_in", replace(SAVED, said=WORDS, sees=Sees("Lee", keep=True), next_at=None)
    yield "saved, room for words", "check_in", replace(SAVED, may_add=True)
    yield "saved, room for words, no next", "check_in", replace(SAVED, may_add=True, next_at=None)
    yield "adding words", "check_in", replace(SAVED, may_add=True, view="add")
    for days in (1, 3, 7, 14, 100):
        reached = replace(SAVED, milestone=milestone_at(days), tell=(HELD,) if days > 1 else ())
        yield f"saved, {days} days", "check_in", reached
    yield "saved late", "check_in", replace(SAVED, prompt=replace(SAVED.prompt, late=True))
    yield "ok day", "reminder", replace(SAVED, said=replace(SAID, day=DayInOneTap.OK))
    yield "hard day", "reminder", replace(SAVED, said=replace(SAID, day=DayInOneTap.HARD))
    yield "skipped", "check_in", replace(SAVED, prompt=replace(PROMPT, state=PromptState.SKIPPED))
    yield "left", "reminder", replace(SAVED, prompt=replace(PROMPT, state=PromptState.SKIPPED))
    yield "closed", "check_in", replace(CHECK_IN, prompt=EXPIRED)
    yield "closed", "reminder", replace(CHECK_IN, prompt=EXPIRED)
    part = replace(PROMPT, state=PromptState.PART)
    yield "closed half-way", "check_in", replace(CHECK_IN, prompt=part)
    yield "closed half-way, not kept", "check_in", replace(CHECK_IN, prompt=part, sees=Sees())
    yield "closed half-way for good", "check_in", replace(CHECK_IN, prompt=part, now=NOW + timedelta(days=3))
    yield "closed for good", "check_in", replace(CHECK_IN, prompt=EXPIRED, now=NOW + timedelta(days=3))
    yield "ended", "check_in", replace(CHECK_IN, prompt=replace(PROMPT, state=PromptState.CANCELLED))
    put_off = replace(PROMPT, next_step=PromptStep.RETURN, next_at=NOW + timedelta(hours=1))
    yield "paused", "check_in", replace(CHECK_IN, prompt=replace(PROMPT, state=PromptState.PAUSED))
    yield "put off", "check_in", replace(CHECK_IN, prompt=put_off)
    yield "with a next one", "done_today", DoneTodayFacts(NOW, LONDON, TOMORROW)
    yield "without", "done_today", DoneTodayFacts(NOW, LONDON, None)


def _everyone(locale: str) -> Iterator[tuple[str, str, Any]]:
    yield "", "help", HelpFacts(CARD, everybodys(locale))
    yield from crisis_cases(locale)
    yield "from the welcome", "craving", CravingFacts(back="welcome")
    for view in ("breathe", "wait", "swap", "eased", "strong"):
        yield view, "craving", CravingFacts(view)
    yield "", "calming", CalmingFacts()
    yield "nothing", "privacy", PrivacyFacts(False, False, Sees(), number=12)
    yield "one of each", "privacy", PrivacyFacts(True, True, BOTH, SAID_BY, dict.fromkeys(COUNTED, 1))
    same_day = replace(BOTH, same_day=True)
    yield "the team hears the same day", "privacy", PrivacyFacts(True, True, same_day)
    yield (
        "many, not shown",
        "privacy",
        PrivacyFacts(True, True, Sees("Lee", keep=True), counts=dict.fromkeys(COUNTED, 2)),
    )
    yield "left", "privacy", PrivacyFacts(True, False, Sees(), counts={"check-ins": 2}, until=date(2027, 2, 28))
    yield "not kept", "privacy", PrivacyFacts(True, True, UNKEPT, counts=dict.fromkeys(COUNTED, 1))
    until = date(2027, 2, 28)
    yield "client", "leave", LeaveFacts(joined=True, until=until)
    yield "client who keeps no answers", "leave", LeaveFacts(joined=True, until=until, answers=False)
    yield "sure", "leave", LeaveFacts("sure", joined=True)
    yield "sure, and it was read", "leave", LeaveFacts("sure", joined=True, read_by="Lee")
    yield "left", "leave", LeaveFacts(left=True, until=until, read_by="Lee")
    yield "left, and kept no answers", "leave", LeaveFacts(left=True, until=until, answers=False)
    yield "left before a day was named", "leave", LeaveFacts(left=True)
    yield "stranger", "leave", LeaveFacts()
    yield "needed", "leave", LeaveFacts(joined=True, needed=True)
    yield "client", "settings", SettingsFacts(NOW, "Sam", LONDON, True, BOTH, Rule((time(18, 30),)), TOMORROW)
    several = Rule((time(18, 30), time(12)), chance=RandomWindow(60, 7))
    yield (
        "several times, each in a window",
        "settings",
        SettingsFacts(NOW, "Sam", LONDON, True, BOTH, several, TOMORROW),
    )
    same_day = replace(BOTH, same_day=True)
    yield "the team hears the same day", "settings", SettingsFacts(NOW, "Sam", LONDON, True, same_day)
    yield "smoking first", "settings", SettingsFacts(NOW, "Sam", LONDON, True, BOTH, smoking_first=True)
    yield "client with the look-back", "settings", SettingsFacts(NOW, "Sam", LONDON, True, BOTH, look_back=True)
    yield "client without check-ins", "settings", SettingsFacts(NOW, NASTY, LONDON, True, Sees("Lee"))
    yield "client whose answers are not kept", "settings", SettingsFacts(NOW, "Sam", LONDON, True, UNKEPT)
    yield (
        "practitioner",
        "settings",
        SettingsFacts(NOW, "Lee", LONDON, False, Sees(), practitioner=True, summary_at=TOMORROW),
    )
    yield "no summary", "settings", SettingsFacts(NOW, "Lee", LONDON, False, Sees(), practitioner=True)
    yield "stranger", "settings", SettingsFacts(NOW, None, None, False, Sees())
    yield "", "language", LanguageFacts()
    for view in ("", "smoking", "nothing"):
        yield view, "stop_what", StopWhatFacts(view)
    yield "stranger", "stop_what", StopWhatFacts(joined=False)
    for text in read(locale, sources(locale)):
        if text.key.startswith("note-"):
            yield text.key, "note", NoteFacts(text.key, {name: 40 if name != "call" else "111" for name in text.needs})


def _practitioner() -> Iterator[tuple[str, str, Any]]:
    yield "", "ask_code", AskCodeFacts(NASTY)
    yield "", "practitioner_ready", PractitionerReadyFacts("Lee", NOW, LONDON, CARD, TOMORROW)
    yield "no summary", "practitioner_ready", PractitionerReadyFacts(NASTY, NOW, LONDON, CARD)
    yield "", "ask_label", AskLabelFacts()
    waits = InviteState.WAITING
    link = InviteLinkFacts(
        "https://t.me/some_bot?start=abc_-123", "A.K.", waits, NOW + timedelta(hours=72), NOW, LONDON, 9
    )
    yield "labelled", "invite_link", link
    yield "for nobody named", "invite_link", replace(link, label=None)
    yield "shown", "invite_link", replace(link, link=None)
    yield "used", "invite_link", replace(link, link=None, state=InviteState.USED)
    yield "taken back", "invite_link", replace(link, state=InviteState.TAKEN_BACK)
    people = (
        ListedClient(7, "Sam", date(2026, 3, 1)),
        ListedClient(8, None, date(2026, 3, 2)),
        ListedClient(9, NASTY, date(2026, 3, 3)),
    )
    yield "empty", "client_list", CaseloadFacts(())
    yield "three", "client_list", CaseloadFacts(people)
    made = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)
    one = Invite(1, Role.CLIENT, NASTY, 1, made, made + EXPIRES_AFTER, None, None, None, 0, None)
    opened, ran_out = replace(one, label=None, opened_by=7), replace(one, label="K.P.", expires_at=made)
    back = replace(one, label="T.B.", taken_back_at=made)
    links = (one, opened, replace(one, label="J.S.", declined_at=made), ran_out, back)
    yield "links nobody joined with", "client_list", CaseloadFacts(people, links=links, zone=LONDON, now=NOW)
    yield "nobody joined with a link so far", "client_list", CaseloadFacts((), links=links, zone=LONDON, now=NOW)
    yield "choosing", "client_list", CaseloadFacts(people, choosing=True)
    yield (
        "very many",
        "client_list",
        CaseloadFacts(tuple(replace(people[0], id=one) for one in range(90)), choosing=True),
    )
    yield "second page", "client_list", CaseloadFacts(tuple(replace(people[0], id=one) for one in range(90)), page=1)
    yield "last page", "client_list", CaseloadFacts(tuple(replace(people[0], id=one) for one in range(90)), page=99)
    yield "chosen", "ask_summary_time", AskSummaryTimeFacts(NOW, LONDON, 3, time(11), TOMORROW)
    yield "none", "ask_summary_time", AskSummaryTimeFacts(NOW, LONDON)
    yield "day", "ask_session", AskSessionFacts("Sam", LONDON, NOW.date())
    yield "hour", "ask_session", AskSessionFacts(NASTY, LONDON, NOW.date(), date(2026, 3, 12))
    yield from monday_cases()
