"""Commands about copies of the database, and about the keys that open them."""

from pathlib import Path
from typing import Annotated

import typer

from alongside.command import Json, run_command

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
    from alongside.copies import backup as copy

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
    from alongside.copies import restore as put_back

    run_command(put_back(path))


def release(as_json: Json = False) -> None:
    """Let a held database go: from now on what is due is sent.

    A database is held that was put back with `alongside restore`, or that is older than its vault knows, as after files
    were copied by hand or pg_restore. If a newer database is there, put that in place instead.

    What came due by now counts as missed by us, never as somebody's silence. What the copy was about to send is not
    sent: it may have gone out before. What people wrote meanwhile is handled. Services that run notice by themselves.
    """
    from alongside.copies import release as let_go

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
    from alongside.drill import drill as prove

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
