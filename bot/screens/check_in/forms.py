"""The shorter forms of a check-in: the morning's one tap, the hardest hour's, and what is said to whoever is silent."""

from bot.screen import Button, Screen, does
from bot.screens.check_in import replayed
from bot.screens.check_in.view import Facts
from bot.screens.leaflets import mood_lines
from bot.screens.parts import go, lines, paragraphs, rough, rows
from bot.screens.sees import answers_line
from bot.screens.very_low import ways_on
from bot.taps.check_in import CHECK_IN_NOW, LEAVE_IT, ONE_TAP, URGE
from bot.taps.everywhere import OPEN_BELOW, OPEN_VIEW
from bot.taps.schedule import FEWER
from bot.texts import Texts
from bot.texts.dates import day, local
from programme.check_in import STRONG_URGE, STRONGEST_URGE, Day
from programme.course import Form

_NOON, _EVENING = 12, 17
SHORT = frozenset({Form.MORNING, Form.RISK})  # of which nothing is added once they closed


def urge_now(facts: Facts, texts: Texts) -> Screen:
    """One tap, and the morning's is done with it."""
    late = facts.prompt.late
    urges = (does(str(urge), URGE, urge) for urge in range(STRONGEST_URGE + 1))
    asked = texts("check-in-urge-then" if late else "check-in-urge-now")
    rest = () if late else (does(texts.label("check-in-not-now"), OPEN_VIEW, "not_now"),)
    buttons = (*rows(urges, 6), (*rest, _why(texts)), replayed.button(facts, texts))
    words = lines(_hello(facts, texts), replayed.words(facts, texts), asked)
    return Screen(paragraphs(words, answers_line(facts.sees, texts)), tuple(row for row in buttons if row))


def _hello(facts: Facts, texts: Texts) -> str:
    if facts.prompt.late:
        return texts("check-in-late", day=day(texts, facts.prompt.local_date))
    named = {"name": facts.name} if facts.name else {}
    return texts(f"check-in-{facts.prompt.form}-{'hello' if named else 'nameless'}", **named)


def saved(facts: Facts, texts: Texts, following: str | None) -> Screen:
    """Thank you; where the urge is strong, help is a tap away."""
    if (facts.said.urge or 0) < STRONG_URGE or facts.view == "saved":
        return Screen(paragraphs(texts("check-in-saved"), following))
    craving = does(texts.label("hello-craving"), OPEN_BELOW, "craving")
    leave = does(texts.label("check-in-not-now"), OPEN_VIEW, "saved")
    return Screen(paragraphs(texts("check-in-saved-strong"), following), ((craving, rough(texts)), (leave,)))


def quiet(facts: Facts, texts: Texts) -> Screen:
    """After two silent days: nothing to catch up on, and four ways to go on."""
    sees = facts.sees
    who = None
    if sees.practitioner is not None and sees.summary:
        who = texts("quiet-who-sees", practitioner=sees.practitioner)
    buttons = (
        (does(texts.label("quiet-ok"), ONE_TAP, Day.OK), does(texts.label("quiet-hard"), ONE_TAP, Day.HARD)),
        (does(texts.label("quiet-fewer"), FEWER), go(texts, "quiet-pause", "pause")),
        (rough(texts), _why(texts)),
    )
    hello = texts("quiet", name=facts.name) if facts.name else texts("quiet-nameless")
    return Screen(paragraphs(lines(hello, texts("quiet-if-hard" if facts.if_hard else "quiet-asks")), who), buttons)


def soft(facts: Facts, texts: Texts) -> Screen:
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
    return tuple(does(texts.label(f"soft-{day}"), ONE_TAP, day) for day in (Day.OK, Day.HARD))


def soft_saved(facts: Facts, texts: Texts, following: str | None) -> Screen:
    """Thank you, and a check-in for who wants one; where it is still hard, the ways on."""
    if facts.said.day is Day.OK:
        whole = does(texts.label("hello-check-in"), CHECK_IN_NOW)
        return Screen(paragraphs(texts("soft-thanks-ok"), following), ((whole,),))
    words = paragraphs(texts("soft-thanks-hard"), mood_lines(facts.medicines, texts), following)
    return Screen(words, ways_on(facts.sees.practitioner, texts=texts))


def fewer(facts: Facts, texts: Texts, following: str | None) -> Screen:
    """Fewer messages from now on; or there is no less, and it says where their own times are."""
    key = "quiet-fewer-done" if facts.args["fewer"] else "quiet-fewest"
    ways = (go(texts, "button-settings", "settings"), go(texts, "quiet-pause", "pause"))
    return Screen(paragraphs(texts(key), following), (ways,))


def last(facts: Facts, texts: Texts) -> Screen:
    """The last word to somebody who has been silent for long: nothing is asked, and it stays as it was read."""
    hello = texts("quiet-last", name=facts.name) if facts.name else texts("quiet-last-nameless")
    start = does(texts.label("hello-check-in"), CHECK_IN_NOW)
    return Screen(lines(hello, texts("quiet-last-words")), ((start, _why(texts)),))


def _why(texts: Texts) -> Button:
    return does(texts.label("button-why"), OPEN_VIEW, "why")
