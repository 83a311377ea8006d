"""Tables of labelled cases, walked by one test that reports every row which is not as it is written."""

import inspect
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

import pytest

Test = Callable[..., None]


def each_row(names: str | Iterable[str], rows: Iterable[Any], *, ids: Any = None) -> Callable[[Test], Test]:
    """Runs a test for every row of a table, as `pytest.mark.parametrize` does with the same arguments, in one test.

    A table of 200 rows is then one item to collect, send to a worker and report, and not 200. The test fails after
    the last row: its message has a paragraph for each row that failed, under the label of the row, and the traceback is
    the first one's. Fixtures of the test are made once and shared by all rows: a row that needs a fresh database is a
    parameter. Raises ValueError for a table without rows, TypeError for an async test.
    """
    wanted = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    is_bare = isinstance(names, str) and len(wanted) == 1
    table = [_row(wanted, row, is_bare=is_bare) for row in rows]
    if not table:
        raise ValueError(f"no row for {', '.join(wanted)}")
    labels = None if ids is None or callable(ids) else list(ids)

    def walked(test: Test) -> Test:
        if inspect.iscoroutinefunction(test):
            raise TypeError(f"{test.__name__} is async")

        @wraps(test)
        def walk(*args: Any, **fixtures: Any) -> None:
            __tracebackhide__ = True
            failed: list[tuple[str, BaseException]] = []
            for number, (row, label) in enumerate(table):
                try:
                    test(*args, **fixtures, **row)
                except (Exception, pytest.fail.Exception) as fault:
                    failed.append((label or (labels[number] if labels else _label(row, ids)), fault))
            if failed:
                raise AssertionError(_told(failed, len(table))) from failed[0][1]

        signature = inspect.signature(test)
        left = [parameter for name, parameter in signature.parameters.items() if name not in wanted]
        walk.__signature__ = signature.replace(parameters=left)  # type: ignore[attr-defined]
        return walk

    return walked


def _row(names: list[str], row: Any, *, is_bare: bool) -> tuple[dict[str, Any], str | None]:
    """The arguments of a row by name, and the label that `pytest.param` gave it."""
    label = None
    if isinstance(row, type(pytest.param())):
        label = str(row.id) if row.id else None
        values = row.values
    else:
        values = (row,) if is_bare else row
    return dict(zip(names, values, strict=True)), label


def _label(row: dict[str, Any], ids: Callable[[Any], object] | None) -> str:
    return ", ".join(str(ids(value)) if ids else repr(value) for value in row.values())


def _told(failed: list[tuple[str, BaseException]], rows: int) -> str:
    each = [f"[{label}] {type(fault).__name__}: {fault}" for label, fault in failed]
    return "\n\n".join([f"{len(failed)} of {rows} rows failed", *each])
