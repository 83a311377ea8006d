"""The closing words: what was written down, what may be added, Undo, and, once, whether the look-back is wanted."""

from bot.screen import Rows, Screen, does
from bot.screens.amounts import amounts
from bot.screens.diary.view import Facts, noted
from bot.screens.leaflets import mood_lines
from bot.screens.parts import EXCERPT, cut, lines, paragraphs
from bot.taps.diary import (
    DIARY_AMOUNT,
    DIARY_ASK,
    DIARY_BACK,
    DIARY_HELP,
    DIARY_MANY,
    DIARY_OPEN,
    DIARY_UNDO,
    DIARY_WHEN,
    LOOK_BACK,
)
from bot.texts import Texts
from programme.check_in import HardMoment
from programme.diary import Ask, Entry, offered, place_code


def screen(facts: Facts, entry: Entry, texts: Texts) -> Screen:
    """Thanks, and what can be done about it."""
    kept = texts("diary-kept" if facts.sees.keep else "diary-unkept")
    own = (texts("diary-own-words", words=cut(words, EXCERPT)) for words in facts.words.values())
    typing = texts("diary-type-gave") if facts.view == "gave" and facts.sees.keep else None
    known = texts("diary-known") if facts.args.get("known") else None
    words = lines(noted(facts, entry, texts), known, _said(entry, texts), *own, typing)
    chosen = facts.args.get("look_back")
    aside = {"offer": "look-back-offer", "yes": "look-back-chosen", "no": "note-look-back-off"}.get(str(chosen))
    on_mood = mood_lines(facts.medicines, texts)
    return Screen(paragraphs(words, on_mood, kept, texts(aside) if aside else None), _buttons(facts, entry, texts))


def _buttons(facts: Facts, entry: Entry, texts: Texts) -> Rows:
    would = "-urge" if entry.is_urge else ""
    labels = {Ask.FELT: "diary-add-felt", Ask.GAVE: f"diary-add-gave{would}"}
    add = tuple(does(texts.label(labels[ask]), DIARY_ASK, ask) for ask in offered(entry))
    earlier = does(texts.label("diary-earlier"), DIARY_WHEN)
    undo = does(texts.label("diary-undo"), DIARY_UNDO)
    if facts.args.get("look_back") == "offer":
        yes, no = (
            does(texts.label("look-back-yes"), LOOK_BACK, True),
            does(texts.label("look-back-no"), LOOK_BACK, False),
        )
        return ((yes, no), (earlier, undo))
    more = does(texts.label("diary-help"), DIARY_HELP) if entry.urge else None
    if not entry.is_urge:
        more = does(texts.label("diary-more-than-one"), DIARY_MANY)
    return tuple(row for row in (add, (earlier, undo), (more,) if more else ()) if row)


def _said(entry: Entry, texts: Texts) -> str:
    """What was around it, in the words that were tapped."""
    keys: list[str] = []
    if entry.place is not None and entry.company is not None:
        keys.append(f"diary-{place_code(entry.place, entry.company)}")
    if entry.moment is not None and (entry.feeling is None or entry.feeling.moment is not entry.moment):
        named = entry.moment in (HardMoment.OTHERS, HardMoment.DRINK, HardMoment.OTHER)
        keys.append(f"diary-{entry.moment}" if named else f"moment-{entry.moment}")
    keys += [f"feeling-{entry.feeling}"] if entry.feeling is not None else []
    keys += [f"diary-{entry.function}"] if entry.function is not None else []
    return " · ".join(texts(key) for key in keys)


def many(facts: Facts, texts: Texts) -> Screen:
    """How many it was, by a tap or a number."""
    words = texts("diary-many" if facts.view == "many" else "smoked-type-refused")
    return Screen(words, (tuple(amounts(DIARY_AMOUNT, texts)), (does(texts.label("button-back"), DIARY_BACK),)))


def taken_back(texts: Texts) -> Screen:
    """It went; another may be written down."""
    return Screen(texts("diary-taken-back"), ((does(texts.label("diary-anew"), DIARY_OPEN),),))
