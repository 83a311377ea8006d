"""Words of a client's that tell their reader of stopping, and words that do not."""

from programme.supporters.support import names_smoking
from tests.rows import each_row

TELLS = (
    "Please don't ask if I smoked.", "I've stopped!", "Day 6 and counting", "6 days now", "two weeks without",
    "Text me when I want a cigarette", "Buy me patches, not flowers", "no vape talk", "I quit on Monday",
    "1 smoke-free day", "Three smoke-free days.", "Smoke buddy", "Quit coach", "Hide my lighter",
    "I'm giving up the fags", "No roll-ups near me", "NRT is on the shelf",
    "the cravings are bad at 5", "I slipped on Friday", "Cold turkey, me",
    "E-cig is charged", "my e-cigarette", "Ciggies off limits", "It's been a month",
)  # fmt: skip
TELLS_NOTHING = (
    "Text me about 5. Please don't ask how it goes.", "Jo", "Grandad", "A walk on Saturday would be lovely.",
    "Come round at 6?", "Call before ten.", "Let's watch the match", "", None, "Please be kind", "Mum",
)  # fmt: skip


@each_row("words", TELLS)
def test_words_that_tell(words: str) -> None:
    """Smoking, stopping, what helps with it, and a count of days."""
    assert names_smoking(words)
    assert names_smoking(words.upper())


@each_row("words", TELLS_NOTHING)
def test_words_that_do_not(words: str | None) -> None:
    """A time, a plan and a name are no news."""
    assert not names_smoking(words)
