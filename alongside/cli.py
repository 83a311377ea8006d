"""The command line. Each command imports what it needs when it runs, so that --help answers at once."""

from datetime import datetime
from importlib.metadata import version
from pathlib import Path
from typing import Annotated

import typer

from alongside.cli_people import audit, invite_list, invite_take_back, practitioner
from alongside.command import Json, run_command, say_and_exit

app = typer.Typer(
    name="alongside",
    help="Check-ins between sessions, on Telegram, for people who are stopping smoking.",
    epilog="New here? Try: alongside demo. Settings are environment variables; see docs/operators-guide.md.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
invite = typer.Typer(help="Let people in.", no_args_is_help=True, rich_markup_mode=None)
inbox = typer.Typer(help="What people wrote.", no_args_is_help=True, rich_markup_mode=None)
outbox = typer.Typer(help="What we say.", no_args_is_help=True, rich_markup_mode=None)
dead = typer.Typer(help="Updates that were set aside.", invoke_without_command=True, rich_markup_mode=None)
uncertain = typer.Typer(help="Messages of unknown fate.", invoke_without_command=True, rich_markup_mode=None)
texts = typer.Typer(help="The words.", no_args_is_help=True, rich_markup_mode=None)
keys = typer.Typer(help="The master keys.", no_args_is_help=True, rich_markup_mode=None)
export = typer.Typer(help="Write down what is kept.", no_args_is_help=True, rich_markup_mode=None)
trial = typer.Typer(help="Live it through the real service.", no_args_is_help=True, rich_markup_mode=None)
app.add_typer(invite, name="invite")
app.add_typer(inbox, name="inbox")
app.add_typer(outbox, name="outbox")
inbox.add_typer(dead, name="dead")
outbox.add_typer(uncertain, name="uncertain")
app.add_typer(texts, name="texts")
app.add_typer(keys, name="keys")
app.add_typer(trial, name="trial")
app.add_typer(practitioner, name="practitioner")
app.add_typer(audit, name="audit")
invite.command("list")(invite_list)
invite.command("take-back")(invite_take_back)
app.add_typer(export, name="export")

Number = Annotated[
    int | None, typer.Argument(min=1, max=2**63 - 1, help="Their number here: they read it at the end of /privacy.")
]
Telegram = Annotated[
    int | None,
    typer.Option(min=1, max=2**63 - 1, help="Or the number of their Telegram account, not of a phone."),
]


def _version(wanted: bool) -> None:
    if wanted:
        print(f"alongside {version('alongside')}")
        raise typer.Exit


@app.callback()
def _before(
    wanted: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Say which version this is.")
    ] = False,
) -> None:
    """What may stand before a command."""


@app.command()
def run() -> None:
    """Run the service: take messages, send what is due. Stops within 20 seconds of SIGTERM or Ctrl-C."""
    from alongside.serve import serve

    run_command(serve())


@app.command()
def demo(
    port: Annotated[
        int, typer.Option(min=0, max=65535, help="Where the page is served on this machine; 0 takes a free one.")
    ] = 8090,
) -> None:
    """Try it all in a browser: a page of phones and a clock to turn. No token, nothing leaves this machine."""
    from alongside.at_once import leave_at_once

    leave_at_once(None)  # what comes now takes seconds
    from alongside.demo import demo as run_demo

    run_command(run_demo(port))


@invite.command("practitioner")
def invite_practitioner(
    name: Annotated[str, typer.Option(help="What clients call this practitioner.")], as_json: Json = False
) -> None:
    """Print a link that works once, for three days, and a six-digit code to pass on another way."""
    from alongside.operate import invite_practitioner as make

    run_command(make(name, as_json=as_json))


@app.command()
def migrate() -> None:
    """Bring the database up to this version. Make a backup first."""
    from alongside.operate import migrate as bring_up

    run_command(bring_up())


@app.command()
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


@app.command()
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


@app.command()
def release(as_json: Json = False) -> None:
    """Let a held database go: from now on what is due is sent.

    A database is held that was put back with `alongside restore`, or that is older than its vault knows, as after files
    were copied by hand or pg_restore. If a newer database is there, put that in place instead.

    What came due by now counts as missed by us, never as somebody's silence. What the copy was about to send is not
    sent: it may have gone out before. What people wrote meanwhile is handled. Services that run notice by themselves.
    """
    from alongside.copies import release as let_go

    run_command(let_go(as_json=as_json))


@app.command()
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


@app.command()
def erase(
    person: Number = None,
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
    from alongside.erasing import erase as take_away

    run_command(take_away(person, telegram, yes=yes))


@export.command("person")
def export_person(
    person: Number = None,
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
    from alongside.exporting import export_person as write

    run_command(write(person, telegram, out, as_json=as_json))


@app.command()
def doctor(as_json: Json = False) -> None:
    """Look at settings, keys, database, clock and Telegram, and say what to do about what is wrong."""
    from alongside.doctor import doctor as look

    run_command(look(as_json=as_json))


@app.command()
def check(as_json: Json = False) -> None:
    """Compare every due slot with its record: missing, double, missed by us, uncertain. Exit code 1 if any is off."""
    from trials.check_command import check as compare

    run_command(compare(as_json=as_json))


@app.command()
def faults(
    kills: Annotated[int, typer.Option(help="How often the service is killed with SIGKILL.")] = 30,
    seed: Annotated[
        list[int] | None,
        typer.Option(help="The same seed gives the same faults; 1 unless said. May come several times."),
    ] = None,
    seeds: Annotated[int, typer.Option(help="So many seeds more that nobody picked, each printed.")] = 0,
    rate: Annotated[float, typer.Option(help="The share of calls to Telegram that go wrong.")] = 0.25,
    database: Annotated[str, typer.Option(help="sqlite, postgresql (two processes) or both.")] = "both",
    as_json: Json = False,
) -> None:
    """Kill the service at any moment while Telegram misbehaves, start it anew, and look whether anything was lost."""
    from trials.faults import faults as run_faults
    from trials.faults import fresh_seeds

    chosen = [*(seed or ()), *fresh_seeds(seeds)] or [1]
    run_command(run_faults(kills=kills, seeds=chosen, rate=rate, database=database, as_json=as_json))


@app.command()
def simulate(
    clients: Annotated[int, typer.Option(min=1, help="How many clients live in the town.")] = 20,
    weeks: Annotated[int, typer.Option(min=1, help="For how many weeks.")] = 8,
    seed: Annotated[int, typer.Option(help="The same seed gives the same people, and the same lives.")] = 7,
    first: Annotated[
        datetime,
        typer.Option(
            "--from",
            formats=["%Y-%m-%d"],
            show_default="2026-03-02",
            help="The first day. Around 29 March clocks change.",
        ),
    ] = datetime(2026, 3, 2),  # noqa: DTZ001 - a date
    database: Annotated[
        str | None, typer.Option(help="The address of an empty database. Without it: a file in a temporary folder.")
    ] = None,
    towns: Annotated[
        int, typer.Option(min=0, help="So many towns, each of a seed and a first day by chance, and a line for each.")
    ] = 0,
    jobs: Annotated[int, typer.Option(min=1, help="How many towns live side by side, with --towns.")] = 2,
    as_json: Json = False,
) -> None:
    """Let made-up people live for months in minutes, and look whether every rule of the schedule held.

    They answer soon or late, fall silent and come back, block, travel across clock changes, move their quit date,
    lapse, take breaks and leave; the service stands still now and then. Nothing is sent to anybody. Exit code 1 if a
    rule was broken.

    Try --clients 5 --weeks 2 for a first look; --json for all plans, records and messages of the run; and before a
    release --towns 50 --clients 40 --weeks 4: whatever breaks a rule there is told with the command that lives it once
    more.
    """
    if towns:
        from trials.simulate.towns import simulate_towns

        run_command(simulate_towns(towns=towns, clients=clients, weeks=weeks, jobs=jobs, as_json=as_json))
        return
    from trials.simulate.command import simulate as run_simulate

    run_command(run_simulate(clients=clients, weeks=weeks, seed=seed, first=first, database=database, as_json=as_json))


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


@trial.command("danger")
def trial_danger(
    as_json: Json = False,
    quick: Annotated[bool, typer.Option("--quick", help="A small crowd and one play, as in CI.")] = False,
    only: Annotated[str | None, typer.Option(help="One scenario, by its name.")] = None,
) -> None:
    """Live what somebody in danger lives, against the real service, and measure how soon what reaches them.

    A crowd of strangers writes while clients live: how late a card, an answer to a client and a due check-in come.
    Then little plays: people write, tap and read, days pass, and each line says what had to come and whether it did.
    Times are printed with their goals; exit code 1 where something never came. What each phone showed is kept.
    """
    from trials.danger.command import danger

    run_command(danger(as_json=as_json, quick=quick, only=only))


@trial.command("clinic")
def trial_clinic(
    as_json: Json = False,
    quick: Annotated[bool, typer.Option("--quick", help="Four people and two weeks, as in CI.")] = False,
    only: Annotated[str | None, typer.Option(help="One client alone, by name; Nobody says who there is.")] = None,
    out: Annotated[Path | None, typer.Option(help="The folder to write to. Without it: a new one.")] = None,
) -> None:
    """Live eight months in one clinic, on phones over HTTP with the clock turned, and look whether all of it is true.

    Two practitioners, twelve clients and a supporter: one answers, one is silent, one cuts down, one relapses and tries
    anew, two leave, two have one name, one travels, one corrects an answer, one shows nothing. Each line of the table
    says what had to be so and what was found: weeks add up, outcomes are those of what was told, promises are kept,
    nobody reads what was not shared. Exit code 1 if any was not so.

    Takes some minutes. What stood on the phones is kept: every Monday, and pages at four moments, in
    clinic-eight-months.txt; each whole chat in chats.

    Try --quick for a first look, --only Dan for one life; --out docs/lived makes anew what is kept there.
    """
    from trials.clinic.command import clinic

    run_command(clinic(as_json=as_json, quick=quick, only=only, out=out))


@trial.command("operator")
def trial_operator(
    as_json: Json = False,
    quick: Annotated[bool, typer.Option("--quick", help="The short trials, as in CI.")] = False,
    only: Annotated[str | None, typer.Option(help="One trial, by its name; Nothing says which there are.")] = None,
    database: Annotated[str | None, typer.Option(help="sqlite or postgresql. Without it: both.")] = None,
) -> None:
    """Live an administrator's afternoon and the worst night after it, against the real service over HTTP.

    Backups that are put back, keys, hand-overs, full disks, servers that go away, clocks that jump: each line of the
    table says what had to be so, whether it was, and what was seen. Seconds and megabytes are printed with their goals
    and decide nothing. Exit code 1 where something was not so. What was written is kept in a folder.

    Try --quick for a first look, --only Nothing to see their names.
    """
    from trials.operator.command import operator

    run_command(operator(as_json=as_json, quick=quick, only=only, database=database))


def main() -> None:
    """The `alongside` command."""
    app()
