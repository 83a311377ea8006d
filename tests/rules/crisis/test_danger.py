"""The crisis look over its corpora: what has to be seen, what may not, and how people hide or misspell it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.safety.danger import look, takes_back, word_lists

HERE = Path(__file__).parent


def corpus(name: str) -> list[str]:
    """The sentences of one list, one a line."""
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()


def test_danger() -> None:
    """Words of suicide, self-harm, overdose, danger or giving up are seen, however they are typed."""
    assert [text for text in corpus("positives") if not look(text)] == []


def test_ordinary() -> None:
    """What people say about smoking and an ordinary bad day brings nothing."""
    assert [text for text in corpus("ordinary") if look(text)] == []


def test_inside_a_longer_text() -> None:
    """The words are seen in the middle of a long message, on any line of it."""
    around = "Evening. Work was fine, 3 cigarettes.\n\n{}\n\nAnyway. The gum helps."
    assert [text for text in corpus("positives") if not look(around.format(text))] == []


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    """Whatever is typed is looked at without an error."""
    look(text)
    takes_back(text)


@given(st.sampled_from(corpus("positives")), st.sampled_from([str.upper, str.title, str.swapcase]))
def test_capitals(text: str, said: object) -> None:
    """Capital letters make no difference."""
    assert callable(said)
    assert look(said(text))


@pytest.mark.parametrize("text", ["only joking", "Just kidding!", "sorry, I was joking lol", "I didn't mean it"])
def test_taken_back(text: str) -> None:
    """What takes the last message back is known as that."""
    assert takes_back(text)


def test_lists_are_sound() -> None:
    """Every list in the folder can be read, and has a line to sign."""
    assert "en" in {one.locale for one in word_lists()}
