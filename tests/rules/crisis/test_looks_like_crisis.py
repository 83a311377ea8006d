"""The crisis look over its corpus: what has to match, what may not, and how people hide or misspell it."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programme.crisis import looks_like_crisis, plain

HERE = Path(__file__).parent


def corpus(name: str) -> list[str]:
    """The sentences of one list, one a line."""
    return (HERE / f"{name}.txt").read_text(encoding="utf-8").splitlines()


@pytest.mark.parametrize("text", corpus("positives"))
def test_crisis(text: str) -> None:
    """Words of suicide, self-harm, overdose, danger or giving up are seen, however they are typed."""
    assert looks_like_crisis(text)


@pytest.mark.parametrize("text", corpus("ordinary"))
def test_ordinary(text: str) -> None:
    """What people say about smoking and an ordinary bad day brings no card."""
    assert not looks_like_crisis(text)


@pytest.mark.parametrize("text", corpus("idioms"))
def test_idiom(text: str) -> None:
    """An idiom may bring the card or not; either way it is looked at without trouble."""
    assert looks_like_crisis(text) in {True, False}


def test_the_corpus_is_large_enough() -> None:
    """At least 80 sentences that have to match and 60 that may not, none twice."""
    positives, ordinary = corpus("positives"), corpus("ordinary")
    assert len(set(positives)) == len(positives) >= 80
    assert len(set(ordinary)) == len(ordinary) >= 60


@pytest.mark.parametrize("text", corpus("positives"))
def test_inside_a_longer_text(text: str) -> None:
    """The words are seen in the middle of a long message, on any line of it."""
    assert looks_like_crisis(f"Evening. Work was fine, 3 cigarettes.\n\n{text}\n\nAnyway. The gum helps.")


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    """Whatever is typed is looked at without an error, and looking at the plain form says the same of it."""
    looks_like_crisis(text)
    assert plain(text) == plain(text).strip()


@given(st.sampled_from(corpus("positives")), st.sampled_from([str.upper, str.title, str.swapcase]))
def test_capitals(text: str, said: object) -> None:
    """Capital letters make no difference."""
    assert callable(said)
    assert looks_like_crisis(said(text))
