"""Every regular medicine at every moment in every state: what stands there, to be read beside the sources by eye.

`python -m tests.screens.test_medicine_moments` writes the golden file anew.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product

from bot.kit.people import Sees
from bot.medicines import cards as medicines_cards
from bot.medicines.gate import gate_words
from bot.medicines.medicine import MedicineFacts, medicine_screen
from bot.screens import SCREENS
from bot.texts import texts_for
from care.medicines import Gate
from programme.medicines.regular import (
    MORE_SMOKE,
    SAME_DAY,
    Medicine,
    MedicineAnswer,
    MedicineQuestion,
    SmokingChange,
    Takes,
)
from programme.safety.cards import CARDS
from tests.rows import each_row
from tests.screens.cases.every import cases
from tests.screens.test_screens import GOLDEN, drawn, words_of

ON = date(2026, 3, 10)
THERE, GONE = Sees("Lee", summary=True, keep=True, route="Lee"), Sees(keep=True)
FILE = GOLDEN / "medicines.txt"
VIEWS = ("words", "known", "not_yet", "which", "no")
STATES = ("whether", "knows", "watched", *VIEWS)
NATIONS = ("GB-ENG", "GB-NIR", "ZZ")
Key = tuple[Medicine | None, SmokingChange, str, bool, str]


def gate_of(medicine: Medicine | None, moment: SmokingChange, state: str, nation: str) -> Gate:
    """What stands before the screen; None: which one was not said."""
    knows = {"known": True, "not_yet": False}.get(state)
    which = frozenset({medicine} if medicine else ())
    told = MedicineAnswer(1, 7, ON, moment, ON, Takes.NO if state == "no" else Takes.YES, knows, which)
    begun = moment not in (SmokingChange.SET, SmokingChange.MOVED)
    where = CARDS[nation]
    gate = Gate(moment, ON, None, told, told, begun, where.medicines, where.emergency)
    if state == "whether":
        return replace(gate, ask=MedicineQuestion.WHETHER, last=None, told=None)
    if state in ("knows", "watched"):
        ask = MedicineQuestion.KNOWS if state == "knows" else None
        return replace(gate, ask=ask, last=replace(told, knows=state == "watched"), told=None)
    return gate


def shown(medicine: Medicine | None, moment: SmokingChange, state: str, there: bool, nation: str) -> str:
    """Words and buttons."""
    gate, sees, texts = gate_of(medicine, moment, state, nation), THERE if there else GONE, texts_for(None)
    if state == "watched":
        return gate_words(gate, sees, texts)
    return drawn(medicine_screen(MedicineFacts(gate, sees, state if state in VIEWS else "ask"), texts))


def every() -> Iterator[tuple[Key, str]]:
    """The whole table; where somebody is, and who is there, matters to what is of that day alone."""
    for medicine, moment, state in product((None, *Medicine), SmokingChange, STATES):
        same_day = medicine in SAME_DAY
        for there, nation in product((True, False), NATIONS if same_day else NATIONS[:1]):
            yield (medicine, moment, state, there, nation), shown(medicine, moment, state, there, nation)


TABLE = dict(every())
NAMES = {one: texts_for(None).label(f"medicine-{one}") for one in Medicine if one is not Medicine.OTHER}


def folded(words: str, medicine: Medicine | None, moment: SmokingChange, nation: str) -> str:
    """The same with what differs by one of these alone put in a brace, so that a reader reads it once."""
    texts, where = texts_for(None), CARDS[nation]
    closed = texts("medicine-closed-111" if where.medicines == "111" else "medicine-closed", call=where.medicines)
    does = texts(f"medicine-does-{moment}")
    said = words.replace(closed, "{closed}").replace(f"call {where.emergency}", "call {emergency}")
    said = said.replace(does, "{does}").replace("☑", "☐")
    if medicine in NAMES:
        said = re.sub(rf"(take|about) {NAMES[medicine].lower()}", r"\1 {it}", said)
    return re.sub(r"\b(med\w*):\S+?(?=\))", r"\1", said)


def golden() -> str:
    """The table, by state; what reads the same stands once, under where it stands."""
    texts = texts_for(None)
    groups: dict[tuple[str, str], dict[tuple[str, bool], set[SmokingChange]]] = defaultdict(lambda: defaultdict(set))
    for (medicine, moment, state, there, nation), words in TABLE.items():
        at = groups[state, folded(words, medicine, moment, nation)]
        at[medicine.value if medicine else "not said which", there].add(moment)
    parts = [f"{{does}} {one}: {texts(f'medicine-does-{one}')}" for one in SmokingChange]
    for nation in NATIONS:
        where = CARDS[nation]
        closed = texts("medicine-closed-111" if where.medicines == "111" else "medicine-closed", call=where.medicines)
        parts.append(f"{{closed}} {nation}: {closed} {{emergency}}: {where.emergency}")
    told = ["\n".join(parts)]
    for (state, words), at in groups.items():
        same = defaultdict(list)
        for (called, there), moments in at.items():
            same[", ".join(one for one in SmokingChange if one in moments), "Lee" if there else "nobody"].append(called)
        heads = (f"# {when} | {who} | {', '.join(named)}" for (when, who), named in same.items())
        if words:
            told.append("\n".join((f"## {state}", *heads, words)))
    return "\n\n".join(told) + "\n"


def test_each_says_what_was_read_by_eye() -> None:
    """The golden file holds what was read beside the sources; a change is read before it is kept."""
    assert golden() == FILE.read_text()


@each_row("moment", SmokingChange)
def test_clozapine_says_whom_to_ring_and_what_to_watch_for(moment: SmokingChange) -> None:
    """At each moment, whether they know or not, and wherever they are; nobody else reads of it."""
    for (medicine, at, state, _, nation), words in TABLE.items():
        if at is not moment:
            continue
        warns = medicine is Medicine.CLOZAPINE and state not in ("whether", "no")
        assert ("the team or clinic that looks after it" in words) is warns
        if not warns:
            continue
        known = state in ("known", "watched")
        assert ("Please ring" in words, "If you notice any of this" in words) == (not known, known)
        assert ("call 111 or ask a pharmacist" in words) is (nation == "GB-ENG")
        less, more = moment not in MORE_SMOKE, moment in {*MORE_SMOKE, SmokingChange.CHANGED}
        assert ("very sleepy" in words, "too little clozapine" in words) == (less, more)
        assert ("call 999" in words) is (less and nation != "ZZ")
        assert ("call your local emergency number" in words) is (less and nation == "ZZ")


SOOTHES = re.compile(r"\bthat's fine\b|\bno problem\b|\bdon't worry\b|\bno rush\b|\ball good\b|^Fine\b|no appointment",
                     re.IGNORECASE)  # fmt: skip
URGENT = re.compile(r"don't wait|ring .{0,60}\btoday\b|talk about today|call 999|straight away", re.IGNORECASE)


def test_nothing_calms_beside_what_is_urgent() -> None:
    """On no screen of all, whatever it is about: "that's fine" beside "please don't wait" is read as the first."""
    texts = texts_for(None)
    whole = [words_of(SCREENS[name].screen(facts, texts).text) for _, name, facts in cases("en")]
    every_one = [*whole, *TABLE.values()]
    assert [one for one in every_one if URGENT.search(one) and SOOTHES.search(one)] == []
    assert sum(URGENT.search(one) is not None for one in every_one) > 50


def test_no_dose_and_no_level() -> None:
    """No number is said of a medicine, but of whom to call."""
    for words in TABLE.values():
        text = re.sub(r"\[.*|call (999|111)", "", words)
        assert not re.search(r"\d|\bmg\b|\bhalf\b|\blevel\b|stop taking", text), text


def test_the_card_watches_too() -> None:
    """In the closing words of a check-in as on a screen: the signs stand there without a question, and no answers."""
    gate = gate_of(Medicine.CLOZAPINE, SmokingChange.FIRST_FREE, "watched", "GB-ENG")
    facts, texts = medicines_cards.MedicineCardFacts(gate, THERE), texts_for(None)
    assert "very sleepy" in medicines_cards.medicine_card_words(facts, texts)
    assert medicines_cards.medicine_card_buttons(facts, texts) == ()


if __name__ == "__main__":
    FILE.write_text(golden())
