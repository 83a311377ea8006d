"""What a check-in says when it is over, or put off."""

from bot.screen import Button, Rows, Screen, does
from bot.screens import proposal_card
from bot.screens.check_in import barriers, forms
from bot.screens.check_in.agreed import agreed_buttons, agreed_words
from bot.screens.check_in.view import Counts, Facts
from bot.screens.leaflets import mood_lines
from bot.screens.parts import LABEL, cut, lines, paragraphs
from bot.screens.session_card import question, think_of_a_date, write
from bot.screens.support_parts import milestone_words, tell_buttons
from bot.taps.check_in import ADD_LATE, ADD_WORDS, DO_IT_NOW, NO_WORDS, SHARE
from bot.taps.schedule import CHANGE_TIME
from bot.texts import Texts
from bot.texts.dates import clock, day, local, when
from programme.check_in import Day
from programme.course import WHOLE, Form
from programme.prompt import PromptState
from programme.reason_code import ReasonCode


def saved(facts: Facts, texts: Texts) -> Screen:
    """Thank you; what their own answers say, in counts; and when the next hello is."""
    said = facts.said
    if facts.prompt.form in forms.SHORT and said.day is None:
        return forms.saved(facts, texts, paragraphs(agreed_words(facts, texts), next_line(facts, texts)))
    if facts.prompt.form == Form.SOFT:
        return forms.soft_saved(facts, texts, next_line(facts, texts))
    if said.day is not None and not said.mood:
        thanks = texts("check-in-hard" if said.day is Day.HARD else "check-in-ok")
    elif facts.prompt.late:
        thanks = texts("check-in-saved-late", day=day(texts, facts.prompt.local_date))
    else:
        thanks = texts("check-in-saved")
    words, share = _words(facts, texts)
    top = lines(
        words, thanks, barriers.line(facts, texts), counts_line(facts.counts, texts), milestone_line(facts, texts)
    )
    following = next_line(facts, texts)
    add = (does(texts.label("check-in-add-words"), ADD_WORDS),) if facts.may_add else ()
    change = (does(texts.label("button-change"), CHANGE_TIME),) if following else ()
    last: Rows = ((*add, *change),) if add or change else ()
    asked = question(facts.session, facts.zone, texts) if facts.session else None
    note: Rows = ((write(facts.session, texts), *think_of_a_date(facts.session, texts)),) if facts.session else ()
    card = facts.card.words(texts) if facts.card else None
    open_card = facts.card.buttons(texts) if facts.card else ()
    put = proposal_card.words(facts.put, texts) if facts.put else None
    offered = proposal_card.buttons(facts.put, texts) if facts.put else ()
    tell = tell_buttons(facts.tell, texts)
    final = texts("check-in-final-over") if facts.prompt.decision.get("final") and not following else None
    hides = (*agreed_buttons(facts, texts), *barriers.offer(facts, texts))
    return Screen(
        paragraphs(
            top, mood_lines(facts.medicines, texts), asked, card, agreed_words(facts, texts), following or final, put
        ),
        (*share, *tell, *note, *open_card, *offered, *hides, *last),
    )


def add_words(facts: Facts, texts: Texts) -> Screen:  # noqa: ARG001
    """Words of their own, after all."""
    return Screen(texts("check-in-words"), ((does(texts.label("button-done"), NO_WORDS),),))


def _words(facts: Facts, texts: Texts) -> tuple[str | None, Rows]:
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


def milestone_line(facts: Facts, texts: Texts) -> str | None:
    """What was reached, told once."""
    if facts.milestone is None:
        return None
    return texts("milestone-told", milestone=milestone_words(facts.milestone, texts))


def next_line(facts: Facts, texts: Texts) -> str | None:
    """When the next check-in comes by itself."""
    if facts.next_at is None:
        return None
    return texts("check-in-next", when=when(texts, facts.next_at, facts.now, facts.zone))


def skipped(facts: Facts, texts: Texts) -> Screen:
    """Passed over for today. On an evening that is left in peace another word says what
    comes next."""
    if "fewer" in facts.args:
        return forms.fewer(facts, texts, next_line(facts, texts))
    if facts.prompt.reason == ReasonCode.SOFT:
        return Screen(texts("check-in-closed"))
    following = None if facts.prompt.reason in (ReasonCode.LAPSE, ReasonCode.TONIGHT) else next_line(facts, texts)
    return Screen(paragraphs(texts("check-in-skipped"), following))


def closed(facts: Facts, texts: Texts) -> Screen:
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


def put_off(facts: Facts, texts: Texts) -> Screen:
    """Until then it stays quiet; it can be started sooner."""
    assert facts.prompt.next_at is not None, "a prompt that returns knows when"
    at = local(facts.prompt.next_at, facts.zone)
    start: Button = does(texts.label("check-in-now"), DO_IT_NOW)
    if at.date() == local(facts.now, facts.zone).date():
        return Screen(texts("check-in-later", time=clock(at)), ((start,),))
    return Screen(texts("check-in-later-day", day=day(texts, at.date()), time=clock(at)), ((start,),))
