"""The question about regular medicines, as it stands inside other messages: one more line, and a row of buttons."""

from collections.abc import Sequence

from bot.screen import Button, Rows, does
from bot.screens.parts import lines, paragraphs
from bot.screens.sees import Sees, told_line
from bot.taps.medicines import MED, MED_KNOWS
from bot.texts import Texts
from care.measures_due import about_of
from care.medicines import Gate
from programme.medicines import MORE_SMOKE, SAME_DAY, Ask, Medicine, Moment, Takes, Told


def gate_words(gate: Gate, sees: Sees, texts: Texts) -> str:
    """The question, and who sees its answer; what to watch for; nothing where neither is said here."""
    match gate.ask:
        case Ask.WHETHER:
            return lines(texts("medicine-ask"), told_line(sees, texts))
        case Ask.KNOWS:
            as_usual = texts("medicine-as-usual") if gate.moment is Moment.QUIT_DAY else None
            has_begun = gate.begun and gate.moment in (Moment.SET, Moment.MOVED)
            does_who = texts(f"medicine-does-{Moment.FIRST_FREE if has_begun else gate.moment}")
            asked = lines(taken(gate.last, texts), does_who, None if gate.warns else as_usual)
            return paragraphs(asked, _watched(gate, texts, is_known=False))
    return "" if gate.says_nothing else paragraphs(taken(gate.last, texts), _watched(gate, texts, is_known=True))


def _watched(gate: Gate, texts: Texts, *, is_known: bool) -> str | None:
    found = warning(gate, texts, is_known=is_known)
    return None if found is None else paragraphs(found, keep_taking(texts))


def warning(gate: Gate, texts: Texts, *, is_known: bool) -> str | None:
    """Whom to ring and what to watch for, where a change in smoking is a thing of that day; None: it is not.

    Not known to those who prescribe, they are rung today; known, where there is a sign. Facts "clozapine-*".
    """
    if not gate.warns:
        return None
    less = None if gate.moment in MORE_SMOKE else texts("medicine-signs-less", emergency=gate.emergency)
    more = texts("medicine-signs-more") if gate.moment in {*MORE_SMOKE, Moment.CHANGED} else None
    signs = lines(less, more)
    ring = texts("medicine-ring-if" if is_known else "medicine-same-day")
    closed = texts("medicine-closed-111" if gate.call == "111" else "medicine-closed", call=gate.call)
    return paragraphs(lines(ring, closed), signs) if not is_known else paragraphs(signs, lines(ring, closed))


def gate_buttons(gate: Gate, texts: Texts) -> Rows:
    """The answers: what the tap is about stands in it."""
    about = about_of(gate.moment, gate.on)
    match gate.ask:
        case Ask.WHETHER:
            each = tuple(does(texts.label(f"medicine-{one}"), MED, (about, one)) for one in Takes)
            return (each[:3], each[3:])
        case Ask.KNOWS:
            return (knows_buttons(about, texts),)
    return ()


def knows_buttons(about: int, texts: Texts) -> tuple[Button, ...]:
    """Whether they know, or not yet."""
    yes = does(texts.label("medicine-knows-yes"), MED_KNOWS, (about, True))
    return yes, does(texts.label("medicine-knows-no"), MED_KNOWS, (about, False))


def keep_taking(texts: Texts) -> str:
    """What is said of medicines for anything but smoking (FIELD 2.7).

    Never on a screen that names a medicine to stop with, or what it does: that one's leaflet may say to stop taking it.
    """
    return f"{texts('medicine-keep')} {texts('medicine-dose')}"


def may_change(told: Told | None, texts: Texts) -> str | None:
    """Whom to ask about the one that they named, of those in the fact "medicines-list"; None: none that is said so."""
    found = told.which - SAME_DAY - {Medicine.OTHER} if told is not None else frozenset[Medicine]()
    return texts("medicine-named", what=_names(found, texts), count=len(found)) if found else None


def taken(told: Told | None, texts: Texts) -> str | None:
    """What they said that they take."""
    if told is None or not told.may_take:
        return None
    if told.takes is Takes.NOT_SURE and not told.which:
        return texts("medicine-taken-not-sure")
    return texts("medicine-taken", what=named(told, texts))


def named(told: Told, texts: Texts) -> str:
    """The names that they gave, or that it is a regular medicine."""
    known = told.which - {Medicine.OTHER}
    return _names(told.which, texts) if known else texts.label("medicine-regular")


def _names(which: frozenset[Medicine], texts: Texts) -> str:
    names = [texts.label(f"medicine-{one}").lower() for one in Medicine if one in which - {Medicine.OTHER}]
    names += [texts.label("medicine-another")] if Medicine.OTHER in which else []
    return listed(names, texts)


def listed(names: Sequence[str], texts: Texts) -> str:
    """The names in a row, with an "and" before the last."""
    if not names:
        return ""
    *first, last = names
    return texts.label("medicine-and", one=", ".join(first), other=last) if first else last
