"""The faces of what comes by the quit date, a session or a silence: shorter check-ins, sessions, outcomes, timing."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from bot.check_in.cards import CardShown
from bot.check_in.facts import CheckInFacts
from bot.kit.people import Sees
from bot.practice.sessions import AskSessionFacts, SessionAskedFacts, SessionCard, SessionNoteFacts
from bot.quitting.follow_up import CHANGE, OutcomeCardFacts, OutcomeFacts
from bot.quitting.quit_date import QuitDateFacts
from bot.schedule.breaks import TimingFacts
from bot.schedule.cards import SlotsCardFacts
from bot.schedule.why import WhyFacts
from care.check_in.cards_shown import Replay
from care.schedule.upcoming import PlanSlot, Upcoming
from programme.check_in.answers import CheckIn, DayInOneTap, HardMoment, Mood, Question
from programme.check_in.closing_card import Card as Rides
from programme.practice.sessions import Note, SessionNote
from programme.quitting.attempts import Attempt
from programme.quitting.follow_ups import RANGES, OutcomeAnswer
from programme.schedule.course import Form
from programme.schedule.foresee import CourseTold
from programme.schedule.plan import CHECK_IN
from programme.schedule.prompt import Prompt, PromptState

NOW = datetime(2026, 3, 10, 19, 5, tzinfo=UTC)
TODAY = NOW.date()
LONDON = "Europe/London"
BOTH = Sees("Lee", summary=True, keep=True, route="Lee")
NASTY = '<b>"Sam" & co</b>'
LONG = "Nights are the problem, mostly after nine. " * 20
PROMPT = Prompt(
    id=12, plan_id=3, person_id=7, kind="check_in", local_date=TODAY, slot="18:30", due_at=NOW, opened_at=NOW,
    closes_at=NOW + timedelta(hours=3), next_at=None, next_step=None, state=PromptState.OPEN, reason=None,
    reminded_at=None, seen_at=None, answered_at=None, closed_at=None, late=False, plan_version=1,
    decision={"asked_for": "18:30", "zone": LONDON, "rule": "once", "chosen": "your time", "held_back": [], "told": []},
)  # fmt: skip
SAID = CheckIn(12, 7)
SESSION_AT = datetime(2026, 3, 11, 11, 0, tzinfo=UTC)
CARD = SessionCard(Note.BRING, SESSION_AT.date(), SESSION_AT, "Lee")
NOTE = SessionNote(4, 7, SESSION_AT.date(), Note.BRING, LONG, False)
Case = tuple[str, str, Any]


def anchors() -> Iterator[Case]:
    """What the case is called, the screen's name, and its facts."""
    yield from _forms()
    yield from _silence()
    yield from _sessions()
    yield from _outcome()
    yield from _timing()
    yield from _quit_date()


def check_in_of(form: Form, question: Question | None = Question.URGE, **prompt: Any) -> CheckInFacts:
    """A check-in of that form, with its prompt changed so."""
    return CheckInFacts(NOW, LONDON, "Sam", replace(PROMPT, form=form, **prompt), SAID, question, BOTH)


def _forms() -> Iterator[Case]:
    morning, risk = check_in_of(Form.MORNING), check_in_of(Form.RISK)
    done = {"state": PromptState.DONE, "answered_at": NOW}
    saved = check_in_of(Form.MORNING, None, **done)
    yield "in the morning", "check_in", morning
    yield "in the morning, to somebody unnamed", "check_in", replace(morning, name=None)
    yield "at the hardest hour", "check_in", risk
    learned = Replay(4, date(2026, 3, 9), NOW.replace(day=9, minute=40), True, HardMoment.STRESS, "A walk")
    yield "at the hardest hour, with a plan", "check_in", replace(risk, replay=learned)
    yield "at the hardest hour, what helped", "check_in", replace(risk, question=Question.HELPED, toolkit=((5, NASTY),))
    yield "a morning saved", "check_in", replace(saved, said=replace(SAID, urge=1), next_at=NOW)
    yield "a strong urge saved", "check_in", replace(saved, said=replace(SAID, urge=4), next_at=NOW)
    yield "a morning that closed", "check_in", check_in_of(Form.MORNING, state=PromptState.EXPIRED)
    whole = replace(check_in_of(Form.EVENING, None, **done), said=replace(SAID, mood=Mood.OK), next_at=NOW)
    yield "a card rides in the closing message", "check_in", replace(whole, session=CARD)
    agreed = replace(CARD, note=Note.AGREED, practitioner=None)
    yield "a card after the session", "check_in", replace(whole, session=agreed)
    notes = tuple(SessionNote(one, 7, TODAY, Note.AGREED, words, False) for one, words in enumerate((NASTY, LONG)))
    yield "what was agreed", "check_in", replace(whole, agreed=notes, sees=BOTH)
    yield "what was agreed with nobody", "check_in", replace(whole, agreed=notes[:1], sees=Sees(None, keep=True))
    yield "what was agreed, in the morning", "check_in", replace(saved, said=replace(SAID, urge=1), agreed=notes[:1])
    final = replace(whole.prompt, decision={**PROMPT.decision, "final": True})
    yield "the last of its course, saved", "check_in", replace(whole, prompt=final, next_at=None)
    asked = replace(final, state=PromptState.OPEN)
    last = replace(check_in_of(Form.EVENING, Question.MOOD), prompt=replace(asked, form=Form.EVENING))
    yield "the last of its course", "check_in", last
    left = CardShown(Rides.OUTCOME, OutcomeCardFacts(12, 28, date(2026, 2, 10)))
    yield "how it went made way", "check_in", replace(whole, card=left)
    told = replace(left.facts, said=OutcomeAnswer(3, 28, NOW, 0, 0, "0", NOW.date(), NOW.date()), following=84)
    yield "how it went was told in it", "check_in", replace(whole, card=CardShown(Rides.OUTCOME, told))
    both = replace(whole, session=CARD, card=left)
    yield "how it went, and a session tomorrow", "check_in", both
    slot = Upcoming(NOW, CHECK_IN, which=PlanSlot(4, NOW.date(), "18:30"), by=9)
    slots = SlotsCardFacts([replace(slot, moved=True), replace(slot, skipped=True)], LONDON, {9: NASTY})
    yield "somebody changed what comes", "check_in", replace(whole, card=CardShown(Rides.SLOTS, slots))
    gone = replace(slots, changed=slots.changed[:1], names={})
    yield "somebody gone changed what comes", "check_in", replace(whole, card=CardShown(Rides.SLOTS, gone))


def _silence() -> Iterator[Case]:
    quiet = check_in_of(Form.QUIET, None)
    ok = replace(SAID, day=DayInOneTap.OK)
    left = {"state": PromptState.SKIPPED, "reason": "not today"}
    yield "after two silent days", "check_in", quiet
    yield "after two silent days, once a fortnight", "check_in", replace(quiet, if_hard=True)
    yield "after two silent days, shown to nobody", "check_in", replace(quiet, name=None, sees=Sees("Lee"))
    done = check_in_of(Form.QUIET, None, state=PromptState.DONE)
    yield "a silence ended in one tap", "check_in", replace(done, said=ok, next_at=NOW)
    yield "fewer", "check_in", replace(check_in_of(Form.QUIET, None, **left), args={"fewer": "lighter"}, next_at=NOW)
    yield "there is no fewer", "check_in", replace(check_in_of(Form.QUIET, None, **left), args={"fewer": ""})
    yield "a kind question that closed", "check_in", check_in_of(Form.QUIET, None, state=PromptState.EXPIRED)
    yield "the last word", "check_in", check_in_of(Form.LAST, None)
    yield "the last word, over", "check_in", replace(check_in_of(Form.LAST, None, state=PromptState.DONE), name=None)


def _sessions() -> Iterator[Case]:
    before = SessionAskedFacts(WhyFacts(replace(PROMPT, kind="session_before")), CARD, LONDON, "Sam")
    after_ = WhyFacts(replace(PROMPT, kind="session_after"))
    agreed = SessionAskedFacts(after_, SessionCard(Note.AGREED, TODAY, NOW, "Lee"), LONDON, None)
    yield "", "session_before", before
    yield "of a time that is not known", "session_before", replace(before, card=replace(CARD, at=None))
    yield "nothing is kept", "session_before", replace(before, keep=False)
    for state in (PromptState.DONE, PromptState.SKIPPED, PromptState.EXPIRED):
        yield state.value, "session_before", replace(before, why=WhyFacts(replace(before.why.prompt, state=state)))
    yield "", "session_after", agreed
    left = replace(after_.prompt, state=PromptState.SKIPPED)
    yield "nothing to write", "session_after", replace(agreed, why=WhyFacts(left))
    closed = WhyFacts(replace(after_.prompt, state=PromptState.EXPIRED))
    yield "closed, and nothing is kept", "session_after", replace(agreed, why=closed, keep=False)
    note = SessionNoteFacts(Note.BRING, SESSION_AT.date(), "Lee", (NOTE,))
    yield "asked for", "session_note", replace(note, notes=(), asks=True)
    yield "kept", "session_note", note
    yield "to be deleted", "session_note", replace(note, drops=True)
    yield "two kept", "session_note", replace(note, notes=(NOTE, replace(NOTE, id=2, words="The party")))
    yield "shared", "session_note", replace(note, notes=(replace(NOTE, shared=True),))
    yield "one of two shared", "session_note", replace(note, notes=(replace(NOTE, shared=True), replace(NOTE, id=2)))
    yield "agreed", "session_note", replace(note, note=Note.AGREED, notes=(replace(NOTE, words=NASTY),))
    yield "agreed, asked for", "session_note", replace(note, note=Note.AGREED, notes=(), asks=True)
    own = AskSessionFacts("Lee", LONDON, TODAY, own=True, known=True)
    yield "their own", "ask_session", own
    yield "their own, the hour", "ask_session", replace(own, day=SESSION_AT.date())


def _outcome() -> Iterator[Case]:
    asked = OutcomeFacts(WhyFacts(replace(PROMPT, kind="outcome", form="28")), BOTH, 28, date(2026, 2, 10))
    yield "four weeks", "outcome", asked
    yield "four weeks, once they are over", "outcome", replace(asked, last=date(2026, 3, 10))
    yield "twelve weeks, to be corrected later", "outcome", replace(asked, milestone=84, last=date(2026, 5, 5))
    yield "twelve weeks", "outcome", replace(asked, milestone=84)
    yield "half a year", "outcome", replace(asked, milestone=182)
    yield "a year", "outcome", replace(asked, milestone=364)
    for answer, (least, most) in RANGES.items():
        said = OutcomeAnswer(3, 28, NOW, least, most, answer, NOW.date(), NOW.date())
        yield f"said {answer}", "outcome", replace(asked, said=said, following=84)
    told = replace(asked, said=OutcomeAnswer(3, 28, NOW, 1, 5, "1-5", NOW.date(), NOW.date()))
    yield "to be corrected", "outcome", replace(told, view=CHANGE)
    yield "said, and asked no more", "outcome", told
    for milestone, following in ((84, 182), (182, 364), (364, None)):
        said = OutcomeAnswer(3, milestone, NOW, 1, 5, "1-5", NOW.date(), NOW.date())
        yield f"said on day {milestone}", "outcome", replace(told, milestone=milestone, said=said, following=following)
    closed = WhyFacts(replace(asked.why.prompt, state=PromptState.EXPIRED))
    yield "closed, and open to a late answer", "outcome", replace(asked, why=closed)
    yield "of a try that is over", "outcome", replace(asked, milestone=None)


def _timing() -> Iterator[Case]:
    asked = TimingFacts(NOW, LONDON, "Sam", WhyFacts(replace(PROMPT, kind="timing")))
    yield "", "timing", asked
    for state in (PromptState.DONE, PromptState.SKIPPED, PromptState.EXPIRED):
        yield state.value, "timing", replace(asked, why=WhyFacts(replace(asked.why.prompt, state=state)), name=None)
    yield "back", "timing", replace(asked, back=True, next_at=NOW)


def _quit_date() -> Iterator[Case]:
    none = QuitDateFacts(TODAY, None, BOTH, checked=True)
    yield "none, and check-ins are on", "quit_date", none
    yield "said not now", "quit_date", replace(none, not_now=True, checked=False)
    yield "not now", "quit_date", replace(none, args={"done": "not_now"}, not_now=True, checked=False)
    yield "back from not now", "quit_date", replace(none, args={"done": "good"})
    yield "taken away, check-ins as before", "quit_date", replace(none, args={"done": "unset"})
    day = TODAY + timedelta(days=2)
    told = CourseTold(day + timedelta(days=1), day + timedelta(days=17), 17, fewer=day + timedelta(days=29))
    ahead = QuitDateFacts(TODAY, Attempt(3, 7, day), BOTH, hello=time(8), told=told, checked=True)
    yield "what it changes", "quit_date", ahead
    yield "mornings have begun", "quit_date", replace(ahead, told=replace(told, begun=True))
    yield "an own plan", "quit_date", replace(ahead, told=None, own_plan=True)
