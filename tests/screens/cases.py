"""Every screen with facts that bring out each of its faces: a table for the golden file."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.menus import everybodys
from bot.screens.ask_code import Facts as AskCode
from bot.screens.ask_label import Facts as AskLabel
from bot.screens.ask_name import Facts as AskName
from bot.screens.ask_place import Facts as AskPlace
from bot.screens.ask_session import Facts as AskSession
from bot.screens.ask_summary_time import Facts as AskSummaryTime
from bot.screens.ask_time import Facts as AskTime
from bot.screens.calming import Facts as Calming
from bot.screens.check_in.view import Counts
from bot.screens.check_in.view import Facts as CheckInFacts
from bot.screens.choices import LIST
from bot.screens.choices import Facts as ChoicesFacts
from bot.screens.client_list import Facts as ClientList
from bot.screens.client_list import Listed
from bot.screens.craving import Facts as Craving
from bot.screens.done_today import Facts as DoneToday
from bot.screens.help_ import Facts as Help
from bot.screens.invite_link import Facts as InviteLink
from bot.screens.language import Facts as Language
from bot.screens.leave import Facts as Leave
from bot.screens.note import Facts as Note
from bot.screens.practitioner_ready import Facts as PractitionerReady
from bot.screens.privacy import COUNTED
from bot.screens.privacy import Facts as Privacy
from bot.screens.proposal_card import Put
from bot.screens.ready import Facts as Ready
from bot.screens.sees import Sees
from bot.screens.settings import Facts as Settings
from bot.screens.stop_what import Facts as StopWhat
from bot.screens.welcome import DECLINED, FITS
from bot.screens.welcome import Facts as Welcome
from bot.screens.who_sees_what import Facts as WhoSeesWhat
from bot.texts.lint import read
from bot.texts.service import sources
from care.replay import Replay
from care.responsible import Responsible
from programme.check_in import CheckIn, Day, HardMoment, Mood, Question
from programme.consent import Choices, Item
from programme.crisis_card import CARDS, CHOICES
from programme.invite import EXPIRES_AFTER, Invite, InviteState
from programme.milestone import milestone_at
from programme.people import Role
from programme.prompt import Prompt, PromptState, Step
from programme.proposal import Proposal, Reply
from programme.request import Request
from programme.rule import Chance, Rule
from programme.snooze import snoozes
from tests.screens.cases_after import after_cases
from tests.screens.cases_ahead import ahead
from tests.screens.cases_anchors import anchors
from tests.screens.cases_coverage import belief_cases, coverage_cases, hard_day_cases, own_note_cases
from tests.screens.cases_crisis import crisis_cases
from tests.screens.cases_days import days_cases
from tests.screens.cases_diary import NOTED, diary
from tests.screens.cases_errata import errata_cases
from tests.screens.cases_hand_over import hand_over_cases
from tests.screens.cases_lapse import lapse_cases
from tests.screens.cases_leaflets import leaflet_cases
from tests.screens.cases_measures import CARDS as CARDS_TOLD
from tests.screens.cases_measures import measures
from tests.screens.cases_monday import monday_cases
from tests.screens.cases_outcomes import outcome_cases
from tests.screens.cases_patterns import patterns
from tests.screens.cases_plans import plans
from tests.screens.cases_quitting import quitting
from tests.screens.cases_requests import requests
from tests.screens.cases_supporting import HELD, supporting
from tests.screens.cases_toolkit import toolkit

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
    yield "with a link", "welcome", Welcome("Lee", CARD.danger)
    yield "a nasty name", "welcome", Welcome(NASTY, CARD.danger)
    yield "a stranger", "welcome", Welcome(None, CARD.danger)
    yield "is one of these you?", "welcome", Welcome("Lee", CARD.danger, FITS)
    declined = Welcome("Lee", CARD.danger, DECLINED, undo=True)
    for nation in (None, *CHOICES):
        yield f"did not join, {nation or 'no nation known'}", "welcome", replace(declined, nation=nation)
    yield "did not join, a supporter", "welcome", replace(declined, guest=True)
    yield "did not join, by whom the link was is not known", "welcome", Welcome(None, CARD.danger, DECLINED)
    yield "", "who_sees_what", WhoSeesWhat("Lee")
    yield "none ticked", "choices", ChoicesFacts("Lee", Choices())
    yield "the whole list", "choices", ChoicesFacts("Lee", Choices(), view=LIST)
    yield "words changed", "choices", ChoicesFacts("Lee", Choices(frozenset(Item)), anew=True)
    from_settings = ChoicesFacts("Lee", Choices(frozenset({Item.SAME_DAY})), items=tuple(Item))
    yield "from the settings", "choices", from_settings
    yield "two ticked", "choices", ChoicesFacts("Lee", Choices(frozenset({Item.CHECK_IN, Item.SUMMARY})))
    yield "first", "ask_name", AskName(changing=False)
    yield "another", "ask_name", AskName(changing=True)
    yield "at home", "ask_time", AskTime(NOW, LONDON, "GB")
    yield "elsewhere", "ask_time", AskTime(NOW, "America/New_York", "US")
    yield "two readings", "ask_time", AskTime(NOW, LONDON, "GB", (time(7), time(19)))
    yield "another time", "ask_time", AskTime(NOW, LONDON, "GB", changes=True)
    yield "country", "ask_place", AskPlace(NOW)
    yield "country, from the settings", "ask_place", AskPlace(NOW, back="settings")
    yield "zone", "ask_place", AskPlace(NOW, ("America/New_York", "America/Argentina/ComodRivadavia"))
    yield "what has helped", "ready", Ready("Sam", NOW, LONDON, TOMORROW, CARD, "helped")
    yield "what has helped, without check-ins", "ready", Ready("Sam", NOW, LONDON, None, CARD, "helped")
    yield "kept", "ready", Ready("Sam", NOW, LONDON, TOMORROW, CARD, "kept")
    yield "as it was called before", "ask_helped", Ready("Sam", NOW, LONDON, TOMORROW, CARD)
    yield "with check-ins", "ready", Ready("Sam", NOW, LONDON, TOMORROW, CARD)
    yield "without", "ready", Ready(NASTY, NOW, LONDON, None, CARD)


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
    late = replace(EXPIRED, late=True, next_step=Step.CLOSE)
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
    for reply in Reply:
        at = time(20, 30) if reply is Reply.YES else time(18, 30)
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
    yield "ok day", "reminder", replace(SAVED, said=replace(SAID, day=Day.OK))
    yield "hard day", "reminder", replace(SAVED, said=replace(SAID, day=Day.HARD))
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
    put_off = replace(PROMPT, next_step=Step.RETURN, next_at=NOW + timedelta(hours=1))
    yield "paused", "check_in", replace(CHECK_IN, prompt=replace(PROMPT, state=PromptState.PAUSED))
    yield "put off", "check_in", replace(CHECK_IN, prompt=put_off)
    yield "with a next one", "done_today", DoneToday(NOW, LONDON, TOMORROW)
    yield "without", "done_today", DoneToday(NOW, LONDON, None)


def _everyone(locale: str) -> Iterator[tuple[str, str, Any]]:
    yield "", "help", Help(CARD, everybodys(locale))
    yield from crisis_cases(locale)
    yield "from the welcome", "craving", Craving(back="welcome")
    for view in ("breathe", "wait", "swap", "eased", "strong"):
        yield view, "craving", Craving(view)
    yield "", "calming", Calming()
    yield "nothing", "privacy", Privacy(False, False, Sees(), number=12)
    yield "one of each", "privacy", Privacy(True, True, BOTH, SAID_BY, dict.fromkeys(COUNTED, 1))
    same_day = replace(BOTH, same_day=True)
    yield "the team hears the same day", "privacy", Privacy(True, True, same_day)
    yield "many, not shown", "privacy", Privacy(True, True, Sees("Lee", keep=True), counts=dict.fromkeys(COUNTED, 2))
    yield "left", "privacy", Privacy(True, False, Sees(), counts={"check-ins": 2}, until=date(2027, 2, 28))
    yield "not kept", "privacy", Privacy(True, True, UNKEPT, counts=dict.fromkeys(COUNTED, 1))
    until = date(2027, 2, 28)
    yield "client", "leave", Leave(joined=True, until=until)
    yield "client who keeps no answers", "leave", Leave(joined=True, until=until, answers=False)
    yield "sure", "leave", Leave("sure", joined=True)
    yield "sure, and it was read", "leave", Leave("sure", joined=True, read_by="Lee")
    yield "left", "leave", Leave(left=True, until=until, read_by="Lee")
    yield "left, and kept no answers", "leave", Leave(left=True, until=until, answers=False)
    yield "left before a day was named", "leave", Leave(left=True)
    yield "stranger", "leave", Leave()
    yield "needed", "leave", Leave(joined=True, needed=True)
    yield "client", "settings", Settings(NOW, "Sam", LONDON, True, BOTH, Rule((time(18, 30),)), TOMORROW)
    several = Rule((time(18, 30), time(12)), chance=Chance(60, 7))
    yield "several times, each in a window", "settings", Settings(NOW, "Sam", LONDON, True, BOTH, several, TOMORROW)
    same_day = replace(BOTH, same_day=True)
    yield "the team hears the same day", "settings", Settings(NOW, "Sam", LONDON, True, same_day)
    yield "smoking first", "settings", Settings(NOW, "Sam", LONDON, True, BOTH, smoking_first=True)
    yield "client with the look-back", "settings", Settings(NOW, "Sam", LONDON, True, BOTH, look_back=True)
    yield "client without check-ins", "settings", Settings(NOW, NASTY, LONDON, True, Sees("Lee"))
    yield "client whose answers are not kept", "settings", Settings(NOW, "Sam", LONDON, True, UNKEPT)
    yield (
        "practitioner",
        "settings",
        Settings(NOW, "Lee", LONDON, False, Sees(), practitioner=True, summary_at=TOMORROW),
    )
    yield "no summary", "settings", Settings(NOW, "Lee", LONDON, False, Sees(), practitioner=True)
    yield "stranger", "settings", Settings(NOW, None, None, False, Sees())
    yield "", "language", Language()
    for view in ("", "smoking", "nothing"):
        yield view, "stop_what", StopWhat(view)
    yield "stranger", "stop_what", StopWhat(joined=False)
    for text in read(locale, sources(locale)):
        if text.key.startswith("note-"):
            yield text.key, "note", Note(text.key, {name: 40 if name != "call" else "111" for name in text.needs})


def _practitioner() -> Iterator[tuple[str, str, Any]]:
    yield "", "ask_code", AskCode(NASTY)
    yield "", "practitioner_ready", PractitionerReady("Lee", NOW, LONDON, CARD, TOMORROW)
    yield "no summary", "practitioner_ready", PractitionerReady(NASTY, NOW, LONDON, CARD)
    yield "", "ask_label", AskLabel()
    waits = InviteState.WAITING
    link = InviteLink("https://t.me/some_bot?start=abc_-123", "A.K.", waits, NOW + timedelta(hours=72), NOW, LONDON, 9)
    yield "labelled", "invite_link", link
    yield "for nobody named", "invite_link", replace(link, label=None)
    yield "shown", "invite_link", replace(link, link=None)
    yield "used", "invite_link", replace(link, link=None, state=InviteState.USED)
    yield "taken back", "invite_link", replace(link, state=InviteState.TAKEN_BACK)
    people = (Listed(7, "Sam", date(2026, 3, 1)), Listed(8, None, date(2026, 3, 2)), Listed(9, NASTY, date(2026, 3, 3)))
    yield "empty", "client_list", ClientList(())
    yield "three", "client_list", ClientList(people)
    made = datetime(2026, 3, 9, 10, 0, tzinfo=UTC)
    one = Invite(1, Role.CLIENT, NASTY, 1, made, made + EXPIRES_AFTER, None, None, None, 0, None)
    opened, ran_out = replace(one, label=None, opened_by=7), replace(one, label="K.P.", expires_at=made)
    back = replace(one, label="T.B.", taken_back_at=made)
    links = (one, opened, replace(one, label="J.S.", declined_at=made), ran_out, back)
    yield "links nobody joined with", "client_list", ClientList(people, links=links, zone=LONDON, now=NOW)
    yield "nobody joined with a link so far", "client_list", ClientList((), links=links, zone=LONDON, now=NOW)
    yield "choosing", "client_list", ClientList(people, choosing=True)
    yield "very many", "client_list", ClientList(tuple(replace(people[0], id=one) for one in range(90)), choosing=True)
    yield "second page", "client_list", ClientList(tuple(replace(people[0], id=one) for one in range(90)), page=1)
    yield "last page", "client_list", ClientList(tuple(replace(people[0], id=one) for one in range(90)), page=99)
    yield "chosen", "ask_summary_time", AskSummaryTime(NOW, LONDON, 3, time(11), TOMORROW)
    yield "none", "ask_summary_time", AskSummaryTime(NOW, LONDON)
    yield "day", "ask_session", AskSession("Sam", LONDON, NOW.date())
    yield "hour", "ask_session", AskSession(NASTY, LONDON, NOW.date(), date(2026, 3, 12))
    yield from monday_cases()
