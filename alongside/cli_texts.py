"""Commands about the words that people read, and about the words of danger that they write."""

from pathlib import Path
from typing import Annotated

import typer

from alongside.command import Json, run_command, say_and_exit

texts = typer.Typer(help="The words.", no_args_is_help=True, rich_markup_mode=None)


@texts.command("lint")
def texts_lint(as_json: Json = False) -> None:
    """Read every text in every language and say where it breaks the rules of the house."""
    from alongside.operate import texts_lint as lint

    run_command(lint(as_json=as_json))


@texts.command("stop")
def texts_stop(
    key: Annotated[
        str | None,
        typer.Argument(help="A text by its key (aids-options), or a kind of message by its name (hello, check_in)."),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Let it be said from now on.")] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Say whom it would touch, and do nothing.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="What is stopped now, since when and by whom.")] = False,
    as_json: Json = False,
) -> None:
    """Stop one text, or one kind of message, for everybody, at once and in every running process.

    A text is left out of every message that has it. A kind that comes by itself does not come, which counts as missed
    by us and never as somebody's silence; plans stay. Who asks for it reads one line instead, with /help. The crisis
    card, its numbers, requests for help, what is kept about somebody and every way out cannot be stopped.

    Where a text and a screen have one name, write text:NAME or screen:NAME. Needs no restart.
    """
    from alongside.wordings import texts_stop as stop

    run_command(stop(key, back=undo, dry=dry_run, listed=listed, as_json=as_json))


@texts.command("received")
def texts_received(
    key: Annotated[str, typer.Argument(help="A text by its key, or a kind of message by its name.")],
    version: Annotated[str | None, typer.Option(help="Only this version of the text, as it is printed here.")] = None,
    as_json: Json = False,
) -> None:
    """Say to how many people a text or a kind of message went, in which version, and whose clients they are.

    With each version: its words, from when to when it went (UTC), and in how many messages it can still be read.
    Clients are named by practitioner where they show them their week; of all others there is a count.

    It is known from the upgrade to this version on, and for 90 days back. Of crisis cards, and of clients who do not
    have their answers kept, it is forgotten within days.
    """
    from alongside.wordings import texts_received as received

    run_command(received(key, version=version, as_json=as_json))


@texts.command("danger")
def texts_danger(
    file: Annotated[Path, typer.Argument(help="A label, a kind and the words on each line, with tabs between.")],
    as_json: Json = False,
    every_line: Annotated[
        bool, typer.Option("--all", help="Each line, what it brings, and the rule that saw it.")
    ] = False,
) -> None:
    """Look at each line of FILE as at a message, and count what brings a crisis card or a quiet check.

    A line of FILE reads "crisis", a tab, "explicit", a tab, "I want to die"; "harmless", a tab, "pills", a tab, "took
    my tablets as usual". Labels and kinds are yours: the counts are by them. Nothing is stored, nothing is sent.
    """
    from alongside.danger import texts_danger as count
    from alongside.trouble import Trouble

    try:
        count(file, as_json=as_json, every_line=every_line)
    except Trouble as trouble:
        say_and_exit(trouble)
