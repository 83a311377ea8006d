"""The crisis scan over its corpora: what has to be seen, what may not, and how people hide or misspell it.

The lists were tuned on these lines: what they make of lines that nobody tuned on is told by `alongside texts danger`.
"""

from collections import defaultdict
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from programme.safety.danger import Brings, Danger, scan, takes_back
from tests.rows import each_row

HERE = Path(__file__).parent
CARD_KINDS = ("explicit", "self-harm", "overdose", "abuse-danger", "medical", "other-language")


def lines(name: str) -> list[tuple[str, str, str]]:
    """Label, kind and words of each line of a corpus."""
    rows = (HERE / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
    return [(label, kind, words) for label, kind, words in (row.split("\t") for row in rows)]


def by_kind(name: str, label: str) -> dict[str, list[tuple[str, Danger | None]]]:
    """The lines of that label, each with what it brings."""
    kinds: dict[str, list[tuple[str, Danger | None]]] = defaultdict(list)
    for its_label, kind, words in lines(name):
        if its_label == label:
            kinds[kind].append((words, scan(words)))
    return kinds


def is_card(danger: Danger | None) -> bool:
    """Is it more than the quiet line?"""
    return danger is not None and danger.brings.is_card


DANGER = [
    words
    for name in ("tuning", "sample", "own")
    for label, kind, words in lines(name)
    if label == "crisis" and kind != "other-language"
]


@each_row("name", ["tuning", "sample", "own"])
def test_words_of_danger(name: str) -> None:
    """Of each kind of danger 95 % and more are seen, and what is plain brings a card."""
    for kind, seen in by_kind(name, "crisis").items():
        missed = [words for words, danger in seen if danger is None]
        assert len(missed) <= 0.05 * len(seen), (kind, missed)
        quiet = [words for words, danger in seen if not is_card(danger)]
        assert kind not in CARD_KINDS or len(quiet) <= 0.05 * len(seen), (kind, quiet)


def test_words_of_danger_from_elsewhere() -> None:
    """Of the lines that measured the lists before they were tuned on them 95 % of a kind are seen."""
    for kind, seen in by_kind("mirror", "crisis").items():
        missed = [words for words, danger in seen if danger is None]
        assert len(missed) <= 0.05 * len(seen), (kind, missed)
        quiet = [words for words, danger in seen if not is_card(danger)]
        assert kind != "explicit" or len(quiet) <= 0.1 * len(seen), (kind, quiet)


def test_harmless_words_from_elsewhere() -> None:
    """Of their look-alikes 3 % bring a card and 15 % a check at the most, of ordinary words 1 % anything."""
    kinds = by_kind("mirror", "harmless")
    ordinary = [(words, danger) for words, danger in kinds.pop("ordinary") if danger]
    alike = [one for seen in kinds.values() for one in seen]
    cards = [words for words, danger in alike if is_card(danger)]
    checks = [words for words, danger in alike if danger and not is_card(danger)]
    assert len(cards) <= 0.03 * len(alike), cards
    assert len(checks) <= 0.15 * len(alike), checks
    assert len(ordinary) <= 7, ordinary


@each_row("name", ["tuning", "sample", "own"])
def test_harmless_words(name: str) -> None:
    """What only looks like danger brings a card in 1 % and a check in 12 % at the most; ordinary words neither."""
    for kind, seen in by_kind(name, "harmless").items():
        cards = [words for words, danger in seen if is_card(danger)]
        assert len(cards) <= 0.01 * len(seen), (kind, cards)
        checks = [words for words, danger in seen if danger is not None]
        assert len(checks) <= (0.01 if kind == "ordinary" else 0.12) * len(seen), (kind, checks)


def test_inside_a_longer_text() -> None:
    """The words are seen in the middle of a long message, on any line of it."""
    around = "Evening. Work was fine, 3 cigarettes.\n\n{}\n\nAnyway. The gum helps."
    assert [words for words in DANGER[::7] if not scan(around.format(words))] == []


def test_at_the_end_of_the_longest_message() -> None:
    """A message of 4,096 letters is looked at to its end, whatever stands before."""
    before = "I had two today and the walk helped. " * 110
    assert [words for words in DANGER[::40] if not scan(before + words)] == []


@each_row(
    ("words", "brings"),
    [
        ("I want to die", Brings.LIFE),
        ("my boyfriend hit me last night", Brings.VIOLENCE),
        ("I'm going to stab him", Brings.VIOLENCE),
        ("I've taken 20 paracetamol", Brings.TAKEN),
        ("my toddler drank the vape liquid", Brings.TAKEN),
        ("really bad chest pain and my arm's gone numb", Brings.MEDICAL),
        ("he says he wants to die", Brings.SOMEBODY_ELSE),
        ("my mate is going to kill herself", Brings.SOMEBODY_ELSE),
        ("I can't do this any more", Brings.CHECK),
        ("what's the point", Brings.CHECK),
        ("我不想活了", Brings.NUMBERS),
        ("θέλω να πεθάνω", Brings.NUMBERS),
        ("dying for a fag, and I want to die", Brings.LIFE),
        ("cravings are killing me. I want to kill myself", Brings.LIFE),
        ("I'm not going to kill myself", Brings.LIFE),
    ],
)
def test_what_it_brings(words: str, brings: Brings) -> None:
    """Each kind of danger brings its own card; an idiom beside it hides nothing, and neither does a "not"."""
    danger = scan(words)
    assert danger is not None
    assert danger.brings is brings


@each_row(
    "words",
    [
        "k i l l  m y s e l f",
        "killmyself",
        "k!ll mys3lf",
        "su*cide",
        "K.M.S.",
        "kіll myself",
        "ｋｉｌｌ ｍｙｓｅｌｆ",
        "kill\u200b myself",
    ]
    + ["í wánt to dîe", "i waaaant to dieeee", "suisidal", "kill myselg", "sue a sidle", "ah dinnae want tae be here"]
    + ["sewercide", "sooside thoughts", "feeling scdl", "wrthlss", "I am going to in my life"],
)
def test_however_it_is_typed(words: str) -> None:
    """Spelled out, run together, masked, in look-alike letters, drawn out, misspelt, dictated or in dialect."""
    assert scan(words) is not None


@each_row(
    "words",
    [
        "kit",
        "seaside",
        "sussed",
        "in my life I have smoked a lot",
        "skill",
        "king",
        "the therapist",
        "together",
        "ツ",
        "ಠ_ಠ",
        "😂",
        "¯\\_(ツ)_/¯",
        "Γιώργος",
        "my friend Γιώργος",
        "5 µg",
    ]
    + [
        "привет",
        "مرحبا",
        "die Zigaretten",
        "dwa papierosy",
        "short of breath on the stairs",
        "I'm proud of myself",
        "",
    ],
)
def test_what_is_near_and_is_none(words: str) -> None:
    """Words near a telling one, a name or a symbol in another script, and a greeting in a script with a list."""
    assert scan(words) is None


@each_row(
    ("words", "language"),
    [
        ("chcę umrzeć", "pl"),
        ("quiero morir", "es"),
        ("хочу померти", "uk"),
        ("मैं मरना चाहता हूँ", "hi"),
        ("want to die", "en"),
    ],
)
def test_in_which_language(words: str, language: str) -> None:
    """The language is that of the list that saw it."""
    danger = scan(words)
    assert danger is not None
    assert danger.language == language


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    """Whatever is typed is looked at without an error."""
    scan(text)
    takes_back(text)


@given(
    st.sampled_from([*"aik4*.' ", "kill ", "I want to ", "my mum ", "took all my ", "cant ", "e\u0301"]),
    st.integers(1, 4096),
)
def test_long_repeats(text: str, times: int) -> None:
    """The longest message of anything repeated is looked at before the time of a test is over."""
    scan((text * times)[:4096])


@given(st.sampled_from(DANGER), st.sampled_from([str.upper, str.title, str.swapcase]))
def test_capitals(words: str, said: object) -> None:
    """Capital letters make no difference, also to the few lines that are missed."""
    assert callable(said)
    assert (scan(said(words)) is None) == (scan(words) is None)


@each_row("words", ["only joking", "Just kidding!", "sorry, I was joking lol", "I didn't mean it", "ignore me"])
def test_taken_back(words: str) -> None:
    """What takes the last message back is known as that."""
    assert takes_back(words)


@each_row("words", ["ok", "I want to die lol only joking about the gum", "no joke"])
def test_not_taken_back(words: str) -> None:
    """A message that says something else takes nothing back."""
    assert not takes_back(words)
