"""The question about regular medicines, as it stands inside other messages: one more line, and a row of buttons."""

from bot.screen import Button, Rows, does
from bot.screens.parts import lines
from bot.screens.sees import Sees, told_line
from bot.texts import Texts
from care.measures_due import about_of
from care.medicines import Gate
from programme.medicines import Ask, Medicine, Moment, Takes, Told


def gate_words(gate: Gate, sees: Sees, texts: Texts) -> str:
    """The question, and who sees its answer; nothing where nothing is asked."""
    match gate.ask:
        case Ask.WHETHER:
            return lines(texts("medicine-ask"), told_line(sees, texts))
        case Ask.KNOWS:
            as_usual = texts("medicine-as-usual") if gate.moment is Moment.QUIT_DAY else None
            has_begun = gate.begun and gate.moment in (Moment.SET, Moment.MOVED)
            does_who = texts(f"medicine-does-{Moment.FIRST_FREE if has_begun else gate.moment}")
            return lines(taken(gate.last, texts), does_who, as_usual)
    return ""


def gate_buttons(gate: Gate, texts: Texts) -> Rows:
    """The answers: what the tap is about stands in it."""
    about = about_of(gate.moment, gate.on)
    match gate.ask:
        case Ask.WHETHER:
            each = tuple(does(texts.label(f"medicine-{one}"), "med", f"{about}.{one}") for one in Takes)
            return (each[:3], each[3:])
        case Ask.KNOWS:
            return (knows_buttons(about, texts),)
    return ()


def knows_buttons(about: int, texts: Texts) -> tuple[Button, ...]:
    """Whether they know, or not yet."""
    yes = does(texts.label("medicine-knows-yes"), "med_knows", f"{about}.1")
    return yes, does(texts.label("medicine-knows-no"), "med_knows", f"{about}.0")


def keep_taking(texts: Texts) -> str:
    """What is said of medicines for anything but smoking (FIELD 2.7).

    Never on a screen that names a medicine to stop with, or what it does: that one's leaflet may say to stop taking it.
    """
    return f"{texts('medicine-keep')} {texts('medicine-dose')}"


def taken(told: Told | None, texts: Texts) -> str | None:
    """What they said that they take."""
    if told is None or not told.may_take:
        return None
    if told.takes is Takes.NOT_SURE and not told.which:
        return texts("medicine-taken-not-sure")
    return texts("medicine-taken", what=named(told, texts))


def named(told: Told, texts: Texts) -> str:
    """The names that they gave, or that it is a regular medicine."""
    names = [texts.label(f"medicine-{one}").lower() for one in Medicine if one in told.which - {Medicine.OTHER}]
    names += [texts.label("medicine-another")] if Medicine.OTHER in told.which else []
    if not names:
        return texts.label("medicine-regular")
    *first, last = names
    return texts.label("medicine-and", one=", ".join(first), other=last) if first else last
