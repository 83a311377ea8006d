"""The questions of a check-in, each with its buttons, and its shorter forms."""

from collections.abc import Iterable
from datetime import date, timedelta

from bot.check_in.facts import CheckInFacts
from bot.check_in.taps import (
    ALL_FOR_TODAY,
    CHECK_IN_NOW,
    CIGARETTES,
    HELPED,
    LEAVE_IT,
    MOMENT,
    MOOD,
    ONE_TAP,
    SKIP,
    URGE,
)
from bot.kit.parts import AMOUNTS, LABEL, back, cut, go, if_then, lines, paragraphs, rough, rows
from bot.kit.people import answers_line
from bot.kit.screen import Button, Rows, Screen, does
from bot.kit.taps import OPEN_BELOW, OPEN_VIEW
from bot.medicines.gate import mood_lines
from bot.quitting.taps import REPLAY_BACK, REPLAY_STOP
from bot.safety.crisis import very_low_ways_on
from bot.schedule.taps import FEWER
from bot.texts import Texts
from bot.texts.dates import clock, day, local, weekday
from bot.texts.service import own_or_line
from programme.check_in.answers import STRONG_URGE, STRONGEST_URGE, DayInOneTap, HardMoment, Mood, Question
from programme.schedule.course import Form
from programme.schedule.slots import DAY

_YESTERDAY = timedelta(days=1)
_HALF_HOUR = timedelta(minutes=30)


def replayed_words(facts: CheckInFacts, texts: Texts) -> str | None:
    """Yesterday at about 21:00 you said: if that, then this."""
    found = facts.replay
    if found is None or found.stopped:
        return None
    plan = if_then(found.moment, own_or_line(texts, found.words, found.code), texts)
    is_next_day = facts.prompt.local_date - found.on == _YESTERDAY
    when = texts.label("replay-yesterday") if is_next_day else texts.label("replay-on", day=day(texts, found.on))
    if not found.is_hour_known:
        return texts("replay-day", day=when, plan=plan)
    at = local(found.told + _HALF_HOUR / 2, facts.zone)
    about = at.replace(minute=at.minute // 30 * 30)
    return texts("replay", day=when, time=clock(about), plan=plan)


def replayed_button(facts: CheckInFacts, texts: Texts) -> tuple[Button, ...]:
    """One tap, and it is not shown any more; one more, and it is."""
    found = facts.replay
    if found is None:
        return ()
    key, tap = ("replay-back", REPLAY_BACK) if found.stopped else ("replay-stop", REPLAY_STOP)
    return (does(texts.label(key), tap, found.smoked_id),)


SHOWN = 7  # days that can be told apart by their weekday
_A_ROW = 4


def days_between_asked(key: str, facts: CheckInFacts, texts: Texts) -> str:
    """The question as it is put: of today, of the day that it is added for, or of all days since the last answer."""
    late = "-late" if facts.prompt.late else ""
    if facts.said.since is None:
        return texts(f"{key}{late}")
    return texts(f"{key}-since{late}", day=_since(facts.said.since, facts, texts))


def _since(first: date, facts: CheckInFacts, texts: Texts) -> str:
    """The day of the last answer, by its weekday while that is clear; or the quit date, where that came after it."""
    if facts.since_quit:
        return texts.label("check-in-since-quit")
    last = first - DAY
    return weekday(texts, last) if facts.prompt.local_date - last < SHOWN * DAY else day(texts, last)


def which_day(facts: CheckInFacts, texts: Texts) -> Screen:
    """One of these days; or more than one, and then nothing more is known of them."""
    first, on = facts.said.since or facts.prompt.local_date, facts.prompt.local_date
    shown = [on - back * DAY for back in range(min(SHOWN, (on - first).days + 1))]
    days = (does(_named(one, facts, texts), CIGARETTES, one.isoformat()) for one in shown)
    key = "check-in-which-day-several" if shown[-1] == first else "check-in-which-day-earlier"
    several = does(texts.label(key), SKIP, Question.CIGARETTES)
    return Screen(texts("check-in-which-day"), (*rows(days, _A_ROW), (several,)))


def _named(one: date, facts: CheckInFacts, texts: Texts) -> str:
    back = (facts.prompt.local_date - one).days
    if facts.prompt.late or back > 1:
        return weekday(texts, one)
    return texts.label("check-in-which-day-yesterday" if back else "check-in-which-day-today")


_NOON, _EVENING = 12, 17
SHORT = frozenset({Form.MORNING, Form.RISK})  # of which nothing is added once they closed


def urge_now(facts: CheckInFacts, texts: Texts) -> Screen:
    """One tap, and the morning's is done with it."""
    late = facts.prompt.late
    urges = (does(str(urge), URGE, urge) for urge in range(STRONGEST_URGE + 1))
    asked = texts("check-in-urge-then" if late else "check-in-urge-now")
    rest = () if late else (does(texts.label("check-in-not-now"), OPEN_VIEW, "not_now"),)
    buttons = (*rows(urges, 6), (*rest, _why(texts)), replayed_button(facts, texts))
    words = lines(_hello(facts, texts), replayed_words(facts, texts), asked)
    return Screen(paragraphs(words, answers_line(facts.sees, texts)), tuple(row for row in buttons if row))


def _hello(facts: CheckInFacts, texts: Texts) -> str:
    if facts.prompt.late:
        return texts("check-in-late", day=day(texts, facts.prompt.local_date))
    named = {"name": facts.name} if facts.name else {}
    return texts(f"check-in-{facts.prompt.form}-{'hello' if named else 'nameless'}", **named)


def short_saved(facts: CheckInFacts, texts: Texts, following: str | None) -> Screen:
    """Thank you; where the urge is strong, help is a tap away."""
    if (facts.said.urge or 0) < STRONG_URGE or facts.view == "saved":
        return Screen(paragraphs(texts("check-in-saved"), following))
    craving = does(texts.label("hello-craving"), OPEN_BELOW, "craving")
    leave = does(texts.label("check-in-not-now"), OPEN_VIEW, "saved")
    return Screen(paragraphs(texts("check-in-saved-strong"), following), ((craving, rough(texts)), (leave,)))


def quiet_form(facts: CheckInFacts, texts: Texts) -> Screen:
    """After two silent days: nothing to catch up on, and four ways to go on."""
    sees = facts.sees
    who = None
    if sees.practitioner is not None and sees.summary:
        who = texts("quiet-who-sees", practitioner=sees.practitioner)
    buttons = (
        (
            does(texts.label("quiet-ok"), ONE_TAP, DayInOneTap.OK),
            does(texts.label("quiet-hard"), ONE_TAP, DayInOneTap.HARD),
        ),
        (does(texts.label("quiet-fewer"), FEWER), go(texts, "quiet-pause", "pause")),
        (rough(texts), _why(texts)),
    )
    hello = texts("quiet", name=facts.name) if facts.name else texts("quiet-nameless")
    return Screen(paragraphs(lines(hello, texts("quiet-if-hard" if facts.if_hard else "quiet-asks")), who), buttons)


def soft_form(facts: CheckInFacts, texts: Texts) -> Screen:
    """After a crisis card: how it is now, in one tap; whom to call, said once; and not a word of smoking."""
    hour = local(facts.prompt.opened_at or facts.prompt.due_at, facts.zone).hour
    part = "evening" if hour >= _EVENING else "day" if hour >= _NOON else "morning"
    named = {"name": facts.name} if facts.name else {}
    hello = texts(f"soft-{part}" if named else f"soft-{part}-nameless", **named)
    call = texts("soft-call", call=facts.call) if facts.call else None
    buttons = (
        soft_answers(texts),
        (does(texts.label("very-low-talk"), OPEN_BELOW, "crisis"), rough(texts)),
        (does(texts.label("reminder-leave"), LEAVE_IT), _why(texts)),
    )
    return Screen(paragraphs(lines(hello, texts("soft-asks")), call, answers_line(facts.sees, texts)), buttons)


def soft_answers(texts: Texts) -> tuple[Button, ...]:
    """The two answers after a crisis card."""
    return tuple(does(texts.label(f"soft-{day}"), ONE_TAP, day) for day in (DayInOneTap.OK, DayInOneTap.HARD))


def soft_saved(facts: CheckInFacts, texts: Texts, following: str | None) -> Screen:
    """Thank you, and a check-in for who wants one; where it is still hard, the ways on."""
    if facts.said.day is DayInOneTap.OK:
        whole = does(texts.label("hello-check-in"), CHECK_IN_NOW)
        return Screen(paragraphs(texts("soft-thanks-ok"), following), ((whole,),))
    words = paragraphs(texts("soft-thanks-hard"), mood_lines(facts.medicines, texts), following)
    return Screen(words, very_low_ways_on(facts.sees.practitioner, texts=texts))


def fewer_form(facts: CheckInFacts, texts: Texts, following: str | None) -> Screen:
    """Fewer messages from now on; or there is no less, and it says where their own times are."""
    key = "quiet-fewer-done" if facts.args["fewer"] else "quiet-fewest"
    ways = (go(texts, "button-settings", "settings"), go(texts, "quiet-pause", "pause"))
    return Screen(paragraphs(texts(key), following), (ways,))


def last_form(facts: CheckInFacts, texts: Texts) -> Screen:
    """The last word to somebody who has been silent for long: nothing is asked, and it stays as it was read."""
    hello = texts("quiet-last", name=facts.name) if facts.name else texts("quiet-last-nameless")
    start = does(texts.label("hello-check-in"), CHECK_IN_NOW)
    return Screen(lines(hello, texts("quiet-last-words")), ((start, _why(texts)),))


def _why(texts: Texts) -> Button:
    return does(texts.label("button-why"), OPEN_VIEW, "why")


HOW_MANY = (8, 10, 15, 20, 30)
A_SCREENFUL = 6  # of what may have helped; the rest is one tap away


def question_screen(facts: CheckInFacts, texts: Texts) -> Screen:
    """The question that the check-in stands at."""
    if facts.prompt.form == Form.QUIET:
        return quiet_form(facts, texts)
    if facts.prompt.form == Form.SOFT:
        return soft_form(facts, texts)
    if facts.question is Question.URGE and facts.prompt.form in SHORT:
        return urge_now(facts, texts)
    found = _question(facts, texts)
    begins = facts.question is not None and facts.said.asked[0] is facts.question and not facts.said.smoked
    return _framed(found, facts, texts) if begins and not facts.view else found


def _question(facts: CheckInFacts, texts: Texts) -> Screen:
    match facts.question:
        case Question.MOOD:
            return _mood(facts, texts)
        case Question.URGE:
            buttons = (does(str(urge), URGE, urge) for urge in range(STRONGEST_URGE + 1))
            return Screen(_asked("check-in-urge", facts, texts), (*rows(buttons, 6), (_skip(texts, Question.URGE),)))
        case Question.CIGARETTES:
            return _cigarettes(facts, texts)
        case Question.MOMENT:
            buttons = (does(texts.label(f"moment-{one}"), MOMENT, one) for one in HardMoment)
            return Screen(texts("check-in-moment"), _with_skip(rows(buttons, 2), texts, Question.MOMENT))
        case Question.HELPED:
            return _helped(facts, texts)
        case _:
            return _words(facts, texts)


def _asked(key: str, facts: CheckInFacts, texts: Texts) -> str:
    """The question as it is put today, or of the day that it is added for."""
    return texts(f"{key}-late" if facts.prompt.late else key)


def _skip(texts: Texts, question: Question) -> Button:
    return does(texts.label("button-skip"), SKIP, question)


def _with_skip(found: Rows, texts: Texts, question: Question) -> Rows:
    """Skip beside a lone last button, or on a row of its own."""
    if found and len(found[-1]) == 1 and len(found) > 1:
        return (*found[:-1], (*found[-1], _skip(texts, question)))
    return (*found, (_skip(texts, question),))


def hello(facts: CheckInFacts, texts: Texts) -> str:
    """The first words, for the time of day where the person is."""
    if facts.prompt.late:
        return texts("check-in-late", day=day(texts, facts.prompt.local_date))
    if not facts.name:
        return texts("check-in-hello")
    hour = local(facts.prompt.opened_at or facts.prompt.due_at, facts.zone).hour
    part = "morning" if hour < _NOON else "afternoon" if hour < _EVENING else "evening"
    return texts(f"check-in-{part}", name=facts.name)


def _mood(facts: CheckInFacts, texts: Texts) -> Screen:
    moods = [does(texts.label(f"mood-{mood}"), MOOD, mood) for mood in Mood]
    asked = _asked("check-in-mood", facts, texts)
    sees = answers_line(facts.sees, texts) if facts.said.smoking_first else None  # else the frame says it
    return Screen(paragraphs(asked, sees), (*rows((*moods, rough(texts)), 3), (_skip(texts, Question.MOOD),)))


def _framed(first: Screen, facts: CheckInFacts, texts: Texts) -> Screen:
    """The first question, whichever that is: a hello before it, who sees the answers, a way to put it off, and why."""
    rest: Iterable[Button] = () if facts.prompt.late else (does(texts.label("check-in-not-now"), OPEN_VIEW, "not_now"),)
    why = does(texts.label("button-why"), OPEN_VIEW, "why")
    final = texts("check-in-final") if facts.prompt.decision.get("final") else None
    before = lines(hello(facts, texts), _read(facts, texts), final, replayed_words(facts, texts))
    buttons = (*first.buttons[:-1], (*first.buttons[-1], *rest), (why, *replayed_button(facts, texts)))
    return Screen(paragraphs(lines(before, first.text), answers_line(facts.sees, texts)), buttons)


def _read(facts: CheckInFacts, texts: Texts) -> str | None:
    """That the practitioner read the week: told once, and nothing else of them."""
    if facts.read_on is None or facts.sees.practitioner is None:
        return None
    return texts("check-in-read", practitioner=facts.sees.practitioner, day=weekday(texts, facts.read_on))


def _cigarettes(facts: CheckInFacts, texts: Texts) -> Screen:
    if facts.said.which_day:
        return which_day(facts, texts)
    if facts.view == "type":
        return Screen(days_between_asked("check-in-type", facts, texts), ((back(texts),),))
    if facts.view == "type_refused":
        return Screen(texts("check-in-type-refused"), ((back(texts),),))
    if facts.said.how_many:
        return _how_many(facts, texts)
    amounts = (does(texts.label(f"cigarettes-{name}"), CIGARETTES, code) for code, name in AMOUNTS.items())
    type_it = does(texts.label("cigarettes-type"), OPEN_VIEW, "type")
    asked = days_between_asked("check-in-cigarettes", facts, texts)
    return Screen(asked, (*rows(amounts, 4), (type_it, _skip(texts, Question.CIGARETTES))))


def _how_many(facts: CheckInFacts, texts: Texts) -> Screen:
    """They tapped "6+": a number, a guess, or leave it at that."""
    numbers = (does(str(number), CIGARETTES, str(number)) for number in HOW_MANY)
    leave = does(texts.label("check-in-how-many-leave"), SKIP, Question.CIGARETTES)
    return Screen(_asked("check-in-how-many", facts, texts), (*rows(numbers, len(HOW_MANY)), (leave,)))


def _helped(facts: CheckInFacts, texts: Texts) -> Screen:
    shown = facts.toolkit if facts.view == "all" else facts.toolkit[:A_SCREENFUL]
    items = tuple((does(cut(words, LABEL), HELPED, item),) for item, words in shown)
    more = ((does(texts.label("helped-more"), OPEN_VIEW, "all"),),) if len(shown) < len(facts.toolkit) else ()
    nothing = does(texts.label("helped-nothing"), HELPED, None)
    return Screen(texts("check-in-helped"), (*items, *more, (nothing, _skip(texts, Question.HELPED))))


def _words(facts: CheckInFacts, texts: Texts) -> Screen:
    key = "check-in-words" if facts.sees.keep else "check-in-words-unkept"
    return Screen(texts(key), ((does(texts.label("button-done"), ALL_FOR_TODAY),),))
