"""A walked table hides no row: all that fail are named, and each is run."""

import pytest

from tests.rows import each_row


def test_every_row_that_fails_is_named() -> None:
    """The rows after a failing one are run, and the message has the label of each that failed with what was wrong."""
    run: list[int] = []

    @each_row(("number", "double"), [(1, 2), (2, 5), pytest.param(3, 7, id="three"), (4, 8)])
    def doubles(number: int, double: int) -> None:
        run.append(number)
        if number == 3:
            pytest.fail("three is not for doubling")
        assert number * 2 == double

    with pytest.raises(AssertionError, match="2 of 4 rows failed") as told:
        doubles()
    assert "[2, 5] AssertionError: assert (2 * 2) == 5" in str(told.value)
    assert "[three] Failed: three is not for doubling" in str(told.value)
    assert run == [1, 2, 3, 4]


def test_tables_over_tables() -> None:
    """Two tables over one test are every pair of their rows; labels may be given or made."""

    @each_row("letter", "ab", ids=str.upper)
    @each_row("number", [1, 2], ids=["one", "two"])
    def is_b2(letter: str, number: int) -> None:
        assert (letter, number) == ("b", 2)

    with pytest.raises(AssertionError) as told:
        is_b2()
    assert [line.split("]")[0] for line in str(told.value).splitlines() if line.startswith("[")] == [
        "[A", "[one", "[two", "[B", "[one",
    ]  # fmt: skip


@each_row("number", [1, 2])
def test_fixtures_are_there(number: int, tmp_path_factory: pytest.TempPathFactory) -> None:
    """What a test asks for besides its row comes from pytest."""
    assert tmp_path_factory.getbasetemp().exists()
    assert number


def test_a_table_has_rows_and_a_test_that_waits_for_nothing() -> None:
    """An empty table would be a test of nothing, and an async test would not be awaited."""
    with pytest.raises(ValueError, match="no row for a, b"):
        each_row("a, b", [])

    async def waits(a: int) -> None:
        assert a

    with pytest.raises(TypeError, match="waits is async"):
        each_row("a", [1])(waits)  # type: ignore[arg-type]
