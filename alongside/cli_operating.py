"""Commands about copies and keys, about what was set aside, and about the words that people read."""

from pathlib import Path
from typing import Annotated

import typer

from alongside.command import Json, run_command, say_and_exit

keys = typer.Typer(help="The master keys.", no_args_is_help=True, rich_markup_mode=None)


def backup(
    path: Annotated[Path, typer.Argument(help="A file that is not there yet, in a folder of its own.")],
    vault_to: Annotated[
        Path | None, typer.Option(help="Copy the vault there too, in place of its last copy.", metavar="PLACE")
    ] = None,
) -> None:
    """Copy the database to PATH while the service runs, and prove the copy by opening it.

    The copy is of one moment and encrypted. It opens with this vault only: neither the vault nor the keys are in it.
    Keep the latest copy of the vault, and nothing older, in a second place; --vault-to puts it there. The same with
    SQLite and with PostgreSQL.

    Try: alongside backup backups/2026-12-01.copy --vault-to /mnt/second/vault
    """
    from alongside.operating.copies import backup as copy

    run_command(copy(path, vault_to=vault_to))


def restore(
    path: Annotated[Path, typer.Argument(help="A copy by `alongside backup`, or an SQLite file copied by hand.")],
) -> None:
    """Put the copy at PATH back. Stop every `alongside run` first.

    With SQLite it takes the place of the file that is there, which is kept beside it under a name with the date. With
    PostgreSQL it goes into an empty database: make one, and point ALONGSIDE_DATABASE_URL to it. A copy of an older
    version is brought up to this one. PATH stays as it is.

    Everybody who was erased or left since the copy was made is erased or has left in it too. Then the database is held:
    crisis cards go out and nothing else, until you type `alongside release`. `alongside doctor` says what is held and
    why.
    """
    from alongside.operating.copies import restore as put_back

    run_command(put_back(path))


def release(as_json: Json = False) -> None:
    """Let a held database go: from now on what is due is sent.

    A database is held that was put back with `alongside restore`, or that is older than its vault knows, as after files
    were copied by hand or pg_restore. If a newer database is there, put that in place instead.

    What came due by now counts as missed by us, never as somebody's silence. What the copy was about to send is not
    sent: it may have gone out before. What people wrote meanwhile is handled. Services that run notice by themselves.
    """
    from alongside.operating.copies import release as let_go

    run_command(let_go(as_json=as_json))


def drill(
    path: Annotated[
        Path | None, typer.Argument(help="A copy that `alongside backup` made. Without it: one made now.")
    ] = None,
    database: Annotated[
        str | None, typer.Option(help="An empty PostgreSQL database to use. Without it: one made now, and dropped.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Prove that a backup can be put back: copy the database, restore the copy in a place of its own, look at it.

    Nothing of what runs is changed, and nothing is left behind. With PostgreSQL the place is a database of its own on
    the same server, or the one that you name.

    Each step says what was looked at, whether it is so, and how long it took. Exit code 1 where one is not.

    Try: alongside drill, once a week.
    """
    from alongside.operating.drill import drill as prove

    run_command(prove(path, database_url=database, as_json=as_json))


@keys.command("new")
def keys_new() -> None:
    """Make the file of master keys, with one new key in it. A file that is there stays as it is."""
    from alongside.keys import new

    run_command(new())


@keys.command("rotate")
def keys_rotate(
    drop_old: Annotated[
        bool, typer.Option("--drop-old", help="Leave the newest key alone, once your copies have it.")
    ] = False,
) -> None:
    """Put a new master key before the old one and wrap the vault under it. Every `alongside run` goes on meanwhile.

    First `alongside keys rotate`. Then copy the keys and the vault to their second places, as it says. Then `alongside
    keys rotate --drop-old`.
    """
    from alongside.keys import rotate

    run_command(rotate(drop_old=drop_old))


inbox = typer.Typer(help="What people wrote.", no_args_is_help=True, rich_markup_mode=None)
outbox = typer.Typer(help="What we say.", no_args_is_help=True, rich_markup_mode=None)
dead = typer.Typer(help="Updates that were set aside.", invoke_without_command=True, rich_markup_mode=None)
uncertain = typer.Typer(help="Messages of unknown fate.", invoke_without_command=True, rich_markup_mode=None)
inbox.add_typer(dead, name="dead")
outbox.add_typer(uncertain, name="uncertain")
Listed = Annotated[int, typer.Argument(help="Its number, as it is listed.")]


@dead.callback()
def inbox_dead(context: typer.Context, as_json: Json = False) -> None:
    """List the updates that were set aside after every retry: number, time and kind of trouble.

    After 14 days each goes by itself. Until then: look NUMBER, retry NUMBER, drop NUMBER.
    """
    if context.invoked_subcommand is None:
        from alongside.operating.set_aside import list_dead

        run_command(list_dead(as_json=as_json))


@dead.command("look")
def inbox_dead_look(number: Listed, as_json: Json = False) -> None:
    """Say what is known of one update: what kind, when, whose number, what went wrong. Never its words."""
    from alongside.operating.set_aside import look_at_dead

    run_command(look_at_dead(number, as_json=as_json))


@dead.command("retry")
def inbox_dead_retry(number: Listed) -> None:
    """Handle that update once more. Do it when what went wrong is put right, as after an upgrade."""
    from alongside.operating.set_aside import retry_dead

    run_command(retry_dead(number))


@dead.command("drop")
def inbox_dead_drop(number: Listed) -> None:
    """Be done with that update: its words go. Its person was asked to send them anew when it was set aside."""
    from alongside.operating.set_aside import drop_dead

    run_command(drop_dead(number))


@uncertain.callback()
def outbox_uncertain(context: typer.Context, as_json: Json = False) -> None:
    """List the messages whose delivery the network hid from us.

    After 90 days each goes by itself. Until then: look NUMBER, retry NUMBER, drop NUMBER.
    """
    if context.invoked_subcommand is None:
        from alongside.operating.set_aside import list_uncertain

        run_command(list_uncertain(as_json=as_json))


@uncertain.command("look")
def outbox_uncertain_look(number: Listed, as_json: Json = False) -> None:
    """Say what is known of one message: which screen, whose number, how often it was tried. Never its words."""
    from alongside.operating.set_aside import look_at_uncertain

    run_command(look_at_uncertain(number, as_json=as_json))


@uncertain.command("retry")
def outbox_uncertain_retry(number: Listed) -> None:
    """Send that message once more, if it is still wanted. It may be on the phone already, and then comes twice."""
    from alongside.operating.set_aside import retry_uncertain

    run_command(retry_uncertain(number))


@uncertain.command("drop")
def outbox_uncertain_drop(number: Listed) -> None:
    """Be done with that message. Whether it arrived stays unknown."""
    from alongside.operating.set_aside import drop_uncertain

    run_command(drop_uncertain(number))


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
    from alongside.operating.wordings import texts_stop as stop

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
    from alongside.operating.wordings import texts_received as received

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
    from alongside.operating.danger import texts_danger as count
    from programme.operators import OperatorTrouble

    try:
        count(file, as_json=as_json, every_line=every_line)
    except OperatorTrouble as trouble:
        say_and_exit(trouble)
