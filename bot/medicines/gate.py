"""The question about regular medicines as it stands inside other messages, and what a leaflet says."""

from collections.abc import Iterable, Sequence
from typing import Final

from bot.kit.parts import lines, paragraphs
from bot.kit.people import Sees, told_line
from bot.kit.screen import Button, Rows, does
from bot.medicines.taps import MED, MED_KNOWS
from bot.texts import Texts
from care.measures.due import about_of
from care.medicines import Gate, MoodMedicines
from programme.medicines.aids import Aid
from programme.medicines.regular import (
    MORE_SMOKE,
    SAME_DAY,
    Medicine,
    MedicineAnswer,
    MedicineQuestion,
    SmokingChange,
    Takes,
)

_NICOTINE: Final = frozenset({Aid.PATCH, Aid.GUM, Aid.LOZENGE, Aid.SPRAY})
_STOPPING: Final = frozenset({Aid.VARENICLINE})  # whose leaflet speaks of the time after it


def mood_lines(medicines: MoodMedicines | None, texts: Texts) -> str | None:
    """What each says of low mood and agitation, and whom to ask today; None: they use none that does."""
    if medicines is None:
        return None
    return paragraphs(*(texts(f"leaflet-mood-{aid}", call=medicines.call) for aid in medicines.uses))


def side_lines(uses: Sequence[Aid], texts: Texts) -> str | None:
    """What each says of other effects that need somebody at once; nicotine is said once for all its kinds."""
    kinds = dict.fromkeys("nicotine" if aid in _NICOTINE else str(aid) for aid in uses)
    return paragraphs(*(texts(f"leaflet-side-{kind}") for kind in kinds if kind != Aid.OTHER)) or None


def stopped_lines(stopped: Iterable[Aid], texts: Texts) -> str | None:
    """What those that they stopped say of the time after."""
    return paragraphs(*(texts(f"leaflet-stopped-{aid}") for aid in stopped if aid in _STOPPING)) or None


def gate_words(gate: Gate, sees: Sees, texts: Texts) -> str:
    """The question, and who sees its answer; what to watch for; nothing where neither is said here."""
    match gate.ask:
        case MedicineQuestion.WHETHER:
            return lines(texts("medicine-ask"), told_line(sees, texts))
        case MedicineQuestion.KNOWS:
            as_usual = texts("medicine-as-usual") if gate.moment is SmokingChange.QUIT_DAY else None
            has_begun = gate.begun and gate.moment in (SmokingChange.SET, SmokingChange.MOVED)
            does_who = texts(f"medicine-does-{SmokingChange.FIRST_FREE if has_begun else gate.moment}")
            asked = lines(gate_taken(gate.last, texts), does_who, None if gate.warns else as_usual)
            return paragraphs(asked, _watched(gate, texts, is_known=False))
    return "" if gate.says_nothing else paragraphs(gate_taken(gate.last, texts), _watched(gate, texts, is_known=True))


def _watched(gate: Gate, texts: Texts, *, is_known: bool) -> str | None:
    found = gate_warning(gate, texts, is_known=is_known)
    return None if found is None else paragraphs(found, keep_taking(texts))


def gate_warning(gate: Gate, texts: Texts, *, is_known: bool) -> str | None:
    """Whom to ring and what to watch for, where a change in smoking is a thing of that day; None: it is not.

    Not known to those who prescribe, they are rung today; known, where there is a sign. Facts "clozapine-*".
    """
    if not gate.warns:
        return None
    less = None if gate.moment in MORE_SMOKE else texts("medicine-signs-less", emergency=gate.emergency)
    more = texts("medicine-signs-more") if gate.moment in {*MORE_SMOKE, SmokingChange.CHANGED} else None
    signs = lines(less, more)
    ring = texts("medicine-ring-if" if is_known else "medicine-same-day")
    closed = texts("medicine-closed-111" if gate.call == "111" else "medicine-closed", call=gate.call)
    return paragraphs(lines(ring, closed), signs) if not is_known else paragraphs(signs, lines(ring, closed))


def gate_buttons(gate: Gate, texts: Texts) -> Rows:
    """The answers: what the tap is about stands in it."""
    about = about_of(gate.moment, gate.on)
    match gate.ask:
        case MedicineQuestion.WHETHER:
            each = tuple(does(texts.label(f"medicine-{one}"), MED, (about, one)) for one in Takes)
            return (each[:3], each[3:])
        case MedicineQuestion.KNOWS:
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


def may_change(told: MedicineAnswer | None, texts: Texts) -> str | None:
    """Whom to ask about the one that they named, of those in the fact "medicines-list"; None: none that is said so."""
    found = told.which - SAME_DAY - {Medicine.OTHER} if told is not None else frozenset[Medicine]()
    return texts("medicine-named", what=_names(found, texts), count=len(found)) if found else None


def gate_taken(told: MedicineAnswer | None, texts: Texts) -> str | None:
    """What they said that they take."""
    if told is None or not told.may_take:
        return None
    if told.takes is Takes.NOT_SURE and not told.which:
        return texts("medicine-taken-not-sure")
    return texts("medicine-taken", what=gate_named(told, texts))


def gate_named(told: MedicineAnswer, texts: Texts) -> str:
    """The names that they gave, or that it is a regular medicine."""
    known = told.which - {Medicine.OTHER}
    return _names(told.which, texts) if known else texts.label("medicine-regular")


def _names(which: frozenset[Medicine], texts: Texts) -> str:
    names = [texts.label(f"medicine-{one}").lower() for one in Medicine if one in which - {Medicine.OTHER}]
    names += [texts.label("medicine-another")] if Medicine.OTHER in which else []
    return medicines_listed(names, texts)


def medicines_listed(names: Sequence[str], texts: Texts) -> str:
    """The names in a row, with an "and" before the last."""
    if not names:
        return ""
    *first, last = names
    return texts.label("medicine-and", one=", ".join(first), other=last) if first else last
