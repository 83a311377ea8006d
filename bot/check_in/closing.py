"""What a check-in says when it is over or put off, and what can be tapped open over it."""

from bot.check_in import questions
from bot.check_in.facts import CheckInFacts, Counts
from bot.check_in.taps import ADD_LATE, ADD_WORDS, ALL_FOR_TODAY, BARRIER, DO_IT_NOW, LATER, NO_WORDS, NOT_TODAY, SHARE
from bot.craving.after import leave_it
from bot.kit.parts import EXCERPT, LABEL, back, cut, lines, paragraphs, rough, rows
from bot.kit.people import answers_line
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_VIEW
from bot.medicines.gate import mood_lines
from bot.practice.sessions import session_question, think_of_a_date, write_code
from bot.practice.taps import AGREED_HIDE
from bot.safety.crisis import very_low_ways_on
from bot.schedule import cards as schedule_cards
from bot.schedule.taps import CHANGE_TIME
from bot.schedule.why import WhyFacts, why_screen
from bot.supporters.parts import milestone_words, tell_buttons
from bot.texts import Texts
from bot.texts.dates import clock, day, local, time_of, when
from programme.check_in.answers import DayInOneTap
from programme.planning.goals import Barrier
from programme.schedule.course import WHOLE, Form
from programme.schedule.pause import Snooze
from programme.schedule.prompt import PromptState
from programme.schedule.reason_code import ReasonCode

MOST = 3  # notes: the newest


def agreed_words(facts: CheckInFacts, texts: Texts) -> str | None:
    """A line for each note; nothing where there is none."""
    if not facts.agreed:
        return None
    newest = facts.agreed[-MOST:]
    return lines(texts("agreed"), *(texts("session-note-line", words=cut(one.words, EXCERPT)) for one in newest))


def agreed_buttons(facts: CheckInFacts, texts: Texts) -> Rows:
    """To be read no more."""
    if not facts.agreed:
        return ()
    return ((does(texts.label("agreed-hide"), AGREED_HIDE, facts.agreed[-1].session_on),),)


def barrier_screen(facts: CheckInFacts, texts: Texts) -> Screen:
    """One tap, none of these, or back."""
    found = rows((does(texts.label(f"barrier-{one}"), BARRIER, one) for one in Barrier), 2)
    last = (does(texts.label("check-in-barrier-none"), BARRIER), back(texts))
    return Screen(f"{texts('check-in-barrier-ask')}\n\n{answers_line(facts.sees, texts)}", (*found, last))


def barrier_offer(facts: CheckInFacts, texts: Texts) -> Rows:
    """The button that asks."""
    if not facts.may_say_barrier:
        return ()
    return ((does(texts.label("check-in-barrier"), OPEN_VIEW, "barrier"),),)


def barrier_line(facts: CheckInFacts, texts: Texts) -> str | None:
    """What they said."""
    match facts.said.barrier:
        case None:
            return None
        case Barrier.OTHER:
            return texts("check-in-barrier-other")
    return texts("check-in-barrier-kept", barrier=texts.label(f"barrier-{facts.said.barrier}"))


def saved_screen(facts: CheckInFacts, texts: Texts) -> Screen:
    """Thank you; what their own answers say, in counts; and when the next hello is."""
    said = facts.said
    if facts.prompt.form in questions.SHORT and said.day is None:
        return questions.short_saved(facts, texts, paragraphs(agreed_words(facts, texts), next_line(facts, texts)))
    if facts.prompt.form == Form.SOFT:
        return questions.soft_saved(facts, texts, next_line(facts, texts))
    if said.day is not None and not said.mood:
        thanks = texts("check-in-hard" if said.day is DayInOneTap.HARD else "check-in-ok")
    elif facts.prompt.late:
        thanks = texts("check-in-saved-late", day=day(texts, facts.prompt.local_date))
    else:
        thanks = texts("check-in-saved")
    words, share = _words(facts, texts)
    top = lines(
        words, thanks, barrier_line(facts, texts), counts_line(facts.counts, texts), milestone_line(facts, texts)
    )
    following = next_line(facts, texts)
    add = (does(texts.label("check-in-add-words"), ADD_WORDS),) if facts.may_add else ()
    change = (does(texts.label("button-change"), CHANGE_TIME),) if following else ()
    last: Rows = ((*add, *change),) if add or change else ()
    asked = session_question(facts.session, facts.zone, texts) if facts.session else None
    note: Rows = ((write_code(facts.session, texts), *think_of_a_date(facts.session, texts)),) if facts.session else ()
    card = facts.card.words(texts) if facts.card else None
    open_card = facts.card.buttons(texts) if facts.card else ()
    put = schedule_cards.proposal_words(facts.put, texts) if facts.put else None
    offered = schedule_cards.proposal_buttons(facts.put, texts) if facts.put else ()
    tell = tell_buttons(facts.tell, texts)
    final = texts("check-in-final-over") if facts.prompt.decision.get("final") and not following else None
    hides = (*agreed_buttons(facts, texts), *barrier_offer(facts, texts))
    return Screen(
        paragraphs(
            top, mood_lines(facts.medicines, texts), asked, card, agreed_words(facts, texts), following or final, put
        ),
        (*share, *tell, *note, *open_card, *offered, *hides, *last),
    )


def add_words_screen(facts: CheckInFacts, texts: Texts) -> Screen:  # noqa: ARG001
    """Words of their own, after all."""
    return Screen(texts("check-in-words"), ((does(texts.label("button-done"), NO_WORDS),),))


def _words(facts: CheckInFacts, texts: Texts) -> tuple[str | None, Rows]:
    """What became of their own words, and the button that shows them to the practitioner or takes them back."""
    said, sees = facts.said, facts.sees
    if not said.has_words:
        return None, ()
    cut_line = texts("check-in-words-cut") if facts.args.get("cut") else None
    if not sees.both:
        return lines(texts("check-in-words-kept"), cut_line), ()
    who = sees.practitioner or ""
    if said.words_shared:
        button = does(texts.label("check-in-unshare"), SHARE, False)
        return lines(texts("check-in-words-shared", practitioner=who), cut_line), ((button,),)
    button = does(texts.label("check-in-share", practitioner=who), SHARE, True)
    kept = f"{texts('check-in-words-kept')} {texts('check-in-words-share', practitioner=who)}"
    return lines(kept, cut_line), ((button,),)


def counts_line(counts: Counts | None, texts: Texts) -> str | None:
    """One observation: how often something helped."""
    if counts is None:
        return None
    words = cut(counts.words, LABEL)
    moment = texts.label(f"moment-with-{counts.moment}")
    return texts("check-in-helped-moment", words=words, helped=counts.helped, times=counts.times, moment=moment)


def milestone_line(facts: CheckInFacts, texts: Texts) -> str | None:
    """What was reached, told once."""
    if facts.milestone is None:
        return None
    return texts("milestone-told", milestone=milestone_words(facts.milestone, texts))


def next_line(facts: CheckInFacts, texts: Texts) -> str | None:
    """When the next check-in comes by itself."""
    if facts.next_at is None:
        return None
    return texts("check-in-next", when=when(texts, facts.next_at, facts.now, facts.zone))


def skipped_screen(facts: CheckInFacts, texts: Texts) -> Screen:
    """Passed over for today. On an evening that is left in peace another word says what
    comes next."""
    if "fewer" in facts.args:
        return questions.fewer_form(facts, texts, next_line(facts, texts))
    if facts.prompt.reason == ReasonCode.SOFT:
        return Screen(texts("check-in-closed"))
    following = None if facts.prompt.reason in (ReasonCode.LAPSE, ReasonCode.TONIGHT) else next_line(facts, texts)
    return Screen(paragraphs(texts("check-in-skipped"), following))


def closed_screen(facts: CheckInFacts, texts: Texts) -> Screen:
    """Closed without an answer, or part-way: kind, and a whole one open to a late answer while that counts."""
    if facts.prompt.state in (PromptState.EXPIRED, PromptState.PART):
        part = facts.prompt.state is PromptState.PART and facts.sees.keep
        whole = facts.prompt.form in WHOLE
        if whole and facts.prompt.may_be_late(facts.now):
            key = "check-in-closed-part-add" if part else "check-in-closed-add"
            return Screen(texts(key), ((does(texts.label("check-in-add"), ADD_LATE),),))
        return Screen(texts("check-in-closed-part" if part else "check-in-closed"))
    paused = facts.prompt.state is PromptState.PAUSED
    return Screen(texts("check-in-paused" if paused else "check-in-ended"))


def snoozed_screen(facts: CheckInFacts, texts: Texts) -> Screen:
    """Until then it stays quiet; it can be started sooner."""
    assert facts.prompt.next_at is not None, "a prompt that returns knows when"
    at = local(facts.prompt.next_at, facts.zone)
    start: Button = does(texts.label("check-in-now"), DO_IT_NOW)
    if at.date() == local(facts.now, facts.zone).date():
        return Screen(texts("check-in-later", time=clock(at)), ((start,),))
    return Screen(texts("check-in-later-day", day=day(texts, at.date()), time=clock(at)), ((start,),))


def not_now_screen(facts: CheckInFacts, texts: Texts) -> Screen:
    """Later, tonight or tomorrow, each with its time; skip, or back."""
    times = ((one.until, _back_at(one, facts, texts)) for one in facts.snoozes)
    later = ((does(texts.label(f"not-now-{until}", time=at), LATER, until),) for until, at in times)
    skip = does(texts.label("not-now-skip"), NOT_TODAY)
    return Screen(texts("not-now"), (*later, (skip, back(texts))))


def _back_at(one: Snooze, facts: CheckInFacts, texts: Texts) -> str:
    return time_of(texts, facts.next_at if one.by_itself and facts.next_at else one.at, facts.zone)


def why_aside_screen(facts: CheckInFacts, texts: Texts) -> Screen:
    """Why this was asked, who was told, and how to change it."""
    return why_screen(WhyFacts(facts.prompt, sees=facts.sees, by=facts.moved_by), texts)


def very_low_screen(facts: CheckInFacts, texts: Texts) -> Screen:
    """On a very low day smoking can wait: a person, something calming, the practitioner, or on."""
    carry_on = does(texts.label("very-low-carry-on"), OPEN_VIEW, "")
    leave = leave_it(facts.now, facts.zone, texts)
    ends = does(texts.label("low-enough"), ALL_FOR_TODAY)
    rest = (leave, ends, carry_on) if facts.prompt.is_open or facts.answering_late else (leave, carry_on)
    words = paragraphs(texts("very-low"), mood_lines(facts.medicines, texts))
    return Screen(words, very_low_ways_on(facts.sees.route, *rest, texts=texts))


def enough_screen(facts: CheckInFacts, texts: Texts) -> Screen:
    """On a low day one question is enough; the rest is there for who wants it."""
    carry_on = does(texts.label("low-carry-on"), OPEN_VIEW, "")
    words = paragraphs(texts("low"), mood_lines(facts.medicines, texts))
    return Screen(words, ((does(texts.label("low-enough"), ALL_FOR_TODAY), carry_on), (rough(texts),)))
