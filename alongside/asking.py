"""Asking whoever types before something that cannot be undone is done."""

import sys

import typer

from alongside.operate import console
from alongside.trouble import SayYes


def refuse_unasked() -> None:
    """Raises SayYes where nobody sits at a terminal who could be asked."""
    if not sys.stdin.isatty():
        raise SayYes


def confirmed(question: str) -> bool:
    """Whether they said yes; where not, they are told that nothing was done."""
    if typer.confirm(question):
        return True
    console.print("Nothing was done.")
    return False
