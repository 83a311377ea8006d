"""Docstrings and comments are plain technical English: words that take two readings do not come back."""

import ast
import io
import re
import tokenize
from collections.abc import Iterator

from tests.rows import each_row
from tests.tree import FLOORS, ROOT, tracked

ODD = re.compile(r"(?<!`)\b(anew|once more|is told of|so many)\b(?!`)", re.IGNORECASE)
IN_HELP = "alongside/cli"  # the docstrings of commands are what --help prints
WRITTEN_ONCE = "db/migrations/versions/"


def odd_words(source: str, *, docstrings: bool = True) -> Iterator[tuple[int, str]]:
    """The line and the words, in comments and in docstrings; not in those of errors, which people read."""
    for token in tokenize.generate_tokens(io.StringIO(source).readline):
        if token.type == tokenize.COMMENT and (found := ODD.search(token.string)):
            yield token.start[0], found[0]
    for node in ast.walk(ast.parse(source)) if docstrings else ():
        if not isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) or _is_error(node):
            continue
        if found := ODD.search(" ".join((ast.get_docstring(node) or "").split())):
            yield getattr(node, "lineno", 1), found[0]


def _is_error(node: ast.AST) -> bool:
    return isinstance(node, ast.ClassDef) and any(
        re.search("Error|Exception|Trouble", ast.unparse(b)) for b in node.bases
    )


def test_the_code_is_told_in_plain_words() -> None:
    """No comment and no docstring of any floor has one of the odd words."""
    found = [
        f"{name}:{line}: {words}"
        for name in tracked(*FLOORS)
        if name.endswith(".py") and not name.startswith(WRITTEN_ONCE)
        for line, words in odd_words((ROOT / name).read_text("utf-8"), docstrings=not name.startswith(IN_HELP))
    ]
    assert found == []


@each_row(
    "line",
    [
        "x = 1  # tried once more",
        '"""It is drawn anew."""',
        'def f() -> None:\n    """Of this nobody is told of."""',
        'class A:\n    """At most so\n    many of them."""',
    ],
)
def test_an_odd_word_is_noticed(line: str) -> None:
    """Each of the words is found, in a comment and in each kind of docstring."""
    assert len(list(odd_words(line))) == 1
