"""Commands about what was set aside: updates that could not be handled, and messages of unknown fate."""

from typing import Annotated

import typer

from alongside.command import Json, run_command

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
        from alongside.set_aside import list_dead

        run_command(list_dead(as_json=as_json))


@dead.command("look")
def inbox_dead_look(number: Listed, as_json: Json = False) -> None:
    """Say what is known of one update: what kind, when, whose number, what went wrong. Never its words."""
    from alongside.set_aside import look_at_dead

    run_command(look_at_dead(number, as_json=as_json))


@dead.command("retry")
def inbox_dead_retry(number: Listed) -> None:
    """Handle that update once more. Do it when what went wrong is put right, as after an upgrade."""
    from alongside.set_aside import retry_dead

    run_command(retry_dead(number))


@dead.command("drop")
def inbox_dead_drop(number: Listed) -> None:
    """Be done with that update: its words go. Its person was asked to send them anew when it was set aside."""
    from alongside.set_aside import drop_dead

    run_command(drop_dead(number))


@uncertain.callback()
def outbox_uncertain(context: typer.Context, as_json: Json = False) -> None:
    """List the messages whose delivery the network hid from us.

    After 90 days each goes by itself. Until then: look NUMBER, retry NUMBER, drop NUMBER.
    """
    if context.invoked_subcommand is None:
        from alongside.set_aside import list_uncertain

        run_command(list_uncertain(as_json=as_json))


@uncertain.command("look")
def outbox_uncertain_look(number: Listed, as_json: Json = False) -> None:
    """Say what is known of one message: which screen, whose number, how often it was tried. Never its words."""
    from alongside.set_aside import look_at_uncertain

    run_command(look_at_uncertain(number, as_json=as_json))


@uncertain.command("retry")
def outbox_uncertain_retry(number: Listed) -> None:
    """Send that message once more, if it is still wanted. It may be on the phone already, and then comes twice."""
    from alongside.set_aside import retry_uncertain

    run_command(retry_uncertain(number))


@uncertain.command("drop")
def outbox_uncertain_drop(number: Listed) -> None:
    """Be done with that message. Whether it arrived stays unknown."""
    from alongside.set_aside import drop_uncertain

    run_command(drop_uncertain(number))
