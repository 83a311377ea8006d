"""Commands about who is here: practitioners, links, one person's own, and who saw or changed what."""

from pathlib import Path
from typing import Annotated

import typer

from alongside.command import Json, run_command

practitioner = typer.Typer(
    help="Who practitioners are; ending one, and handing over.", no_args_is_help=True, rich_markup_mode=None
)
invite = typer.Typer(help="Let people in.", no_args_is_help=True, rich_markup_mode=None)
export = typer.Typer(help="Write down what is kept.", no_args_is_help=True, rich_markup_mode=None)
audit = typer.Typer(help="Who saw or changed what of whom.", no_args_is_help=True, rich_markup_mode=None)
Number = Annotated[int, typer.Argument(metavar="ID", help="The number that `alongside practitioner list` prints.")]
Yes = Annotated[bool, typer.Option("--yes", help="Do not ask first.")]
Whom = Annotated[
    int | None, typer.Argument(min=1, max=2**63 - 1, help="Their number here: they read it at the end of /privacy.")
]
Telegram = Annotated[
    int | None,
    typer.Option(min=1, max=2**63 - 1, help="Or the number of their Telegram account, not of a phone."),
]


@practitioner.command("list")
def practitioner_list(as_json: Json = False) -> None:
    """List practitioners: number, name, clients, open requests for help, open links, when last heard of (UTC)."""
    from alongside.operating.practitioners import practitioner_list as show

    run_command(show(as_json=as_json))


@practitioner.command("hand-over")
def practitioner_hand_over(
    giver: Number,
    taker: Annotated[int, typer.Argument(metavar="TO", help="The number of who is there for them from now on.")],
    client: Annotated[
        list[int] | None, typer.Option("--client", help="This client alone, by number. May come several times.")
    ] = None,
    yes: Yes = False,
    as_json: Json = False,
) -> None:
    """Hand all clients of practitioner ID over to practitioner TO, with the requests for help that nobody opened.

    Each client is told by day who is there for them now, with the crisis numbers, and is asked what TO may see. Until a
    client says yes TO sees a name, and what your clinic entered. What clients keep, their check-ins and supporters stay
    as they are. It works while `alongside run` runs. There is no undo: hand them over the other way, and they are asked
    anew.
    """
    from alongside.operating.practitioners import hand_over

    run_command(hand_over(giver, taker, among=client, sure=yes, as_json=as_json))


@practitioner.command("end")
def practitioner_end(
    number: Number,
    nobody: Annotated[
        bool, typer.Option("--nobody", help="Nobody takes their place: tell each client so, and whom to call.")
    ] = False,
    yes: Yes = False,
    as_json: Json = False,
) -> None:
    """End practitioner ID: they see nothing of anybody from now on, in every running process. They are told so.

    Refused while they have clients, or requests for help that nobody opened: type `alongside practitioner hand-over`
    first. Where the clinic closes and nobody is there to take over, --nobody tells each client whom to call instead.
    """
    from alongside.operating.practitioners import end

    run_command(end(number, nobody=nobody, sure=yes, as_json=as_json))


@invite.command("practitioner")
def invite_practitioner(
    name: Annotated[str, typer.Option(help="What clients call this practitioner.")], as_json: Json = False
) -> None:
    """Print a link that works once, for three days, and a six-digit code to pass on another way."""
    from alongside.operate import invite_practitioner as make

    run_command(make(name, as_json=as_json))


@invite.command("list")
def invite_list(as_json: Json = False) -> None:
    """List the links that somebody may still join with: number, for whom, made by, opened or not, until when (UTC)."""
    from alongside.operating.practitioners import invite_list as show

    run_command(show(as_json=as_json))


@invite.command("take-back")
def invite_take_back(
    number: Annotated[int, typer.Argument(metavar="NUMBER", help="The number that `alongside invite list` prints.")],
    as_json: Json = False,
) -> None:
    """Take a link back that went to the wrong person: nobody can join with it. Whoever opened it is told nothing."""
    from alongside.operating.practitioners import invite_take_back as take

    run_command(take(number, as_json=as_json))


def erase(
    person: Whom = None,
    telegram: Telegram = None,
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask, for a script.")] = False,
) -> None:
    """Erase everything about one person, as when they tap "Leave and erase all" themselves.

    It says what goes, and asks. Their key goes too, so that no copy of the database shows their words. They leave
    first, so whoever supports them or works with them hears no more of them. Nothing is sent to that person. What they
    wrote and was not handled yet is handled, as of somebody new.

    A practitioner with clients, or for whom a request for help waits, stays. Works while `alongside run` runs.

    Make sure who asks: the number at the end of /privacy is seen on their own phone alone.
    """
    from alongside.operating.erasing import erase as take_away

    run_command(take_away(person, telegram, yes=yes))


@export.command("person")
def export_person(
    person: Whom = None,
    telegram: Telegram = None,
    out: Annotated[
        Path | None, typer.Option(help="A folder that is not there yet. Without it: export-NUMBER, here.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Write all that is kept about one person, for them: a page to read, and the same as JSON.

    Their own words are in it. Other people are named by what they are to that person. A supporter gets what is theirs,
    and nothing of the client whom they support. That it was done, and by which login, stands in it and with them.

    Make sure who asks: the number at the end of /privacy is seen on their own phone alone.
    """
    from alongside.operating.exporting import export_person as write

    run_command(write(person, telegram, out, as_json=as_json))


@audit.command("verify")
def audit_verify(
    head: Annotated[
        str | None,
        typer.Option(metavar="NUMBER:HASH", help="What an earlier verify, or the log, gave. It has to be in there."),
    ] = None,
    as_json: Json = False,
) -> None:
    """Look through the chain of who saw or changed what of whom, and name the number at which it does not hold.

    Numbers stay when somebody is erased, with nothing in them. Keep the last number and hash that it prints somewhere
    else, such as on paper: with them, --head shows whether all was made anew. Exit code 1 where it does not hold.
    """
    from alongside.operating.audit import audit_verify as verify

    run_command(verify(head, as_json=as_json))


@audit.command("show")
def audit_show(
    person: Annotated[int | None, typer.Argument(metavar="PERSON", help="The person's number.")] = None,
    as_json: Json = False,
) -> None:
    """List who saw or changed what of PERSON: numbers and kinds, never names or words. Looking is put down as well.

    Without PERSON: what was done to the whole, such as copies, keys that were rotated and texts that were stopped.
    """
    from alongside.operating.audit import audit_show as show

    run_command(show(person, as_json=as_json))
