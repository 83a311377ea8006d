"""What an operator types about practitioners, links and the chain, and reads; over a real folder."""

import asyncio
import json

import pytest
from typer.testing import CliRunner

from alongside.cli import app
from alongside.operate import own_memory
from alongside.operating.find_person import who_types
from tests.acts.joined import lee, sam

pytestmark = pytest.mark.usefixtures("folder")
REFUSED = {
    "practitioner hand-over 9 2 --yes": "9 is no practitioner here",
    "practitioner hand-over 1 1 --yes": "Name two numbers",
    "practitioner hand-over 1 3": "add --yes",
    "practitioner hand-over 1 3 --client 77 --yes": "is no client of practitioner 1",
    "practitioner end 1 --yes": "`alongside practitioner hand-over 1 TO` first",
    "invite take-back 99": "No open link has the number 99",
    "audit verify --head hello": "Write --head as",
}


def run(words: str) -> tuple[int, str, str]:
    """Exit code, what is printed, and what is said of trouble."""
    ended = CliRunner().invoke(app, words.split())
    return ended.exit_code, ended.stdout, ended.stderr


async def _live() -> None:
    async with own_memory() as database:
        practitioner = await lee(database)
        await sam(database, practitioner)
        await lee(database, 101, "Ade")


def test_what_is_done_to_the_whole_is_put_down() -> None:
    """Copies, keys that are rotated, putting back and letting go: which, in order, and by a login."""
    asyncio.run(_live())
    for words in (
        "backup copies/one --vault-to second/vault", "keys rotate", "keys rotate --drop-old", "backup copies/two",
        "restore copies/two", "release",
    ):  # fmt: skip
        code, _, trouble = run(words)
        assert (code, trouble) == (0, ""), words
    shown = [one for one in json.loads(run("audit show --json")[1]) if one["what"] != "InviteMade"]
    done = ["CopyMade", "VaultCopied", "KeysRotated", "OldKeysDropped", "CopyPutBack", "Released"]
    assert [one["what"] for one in shown] == done, "the second copy was made before it was put down"
    assert {one["who"] for one in shown} == {who_types()}


def test_an_afternoon_at_the_command_line() -> None:
    """Lists, refusals that say what to do, a hand-over, an end, a link taken back, and a chain that holds."""
    assert "Nobody is a practitioner here yet" in run("practitioner list")[1]
    asyncio.run(_live())
    for words, says in REFUSED.items():
        code, out, trouble = run(words)
        assert (code, out, says in " ".join(trouble.split())) == (1, "", True), (words, trouble)
    listed = json.loads(run("practitioner list --json")[1])
    assert [(one["number"], one["name"], one["clients"]) for one in listed] == [(1, "Lee", 1), (3, "Ade", 0)]
    assert "1 client and 0 open requests for help are with Ade (3) now." in run("practitioner hand-over 1 3 --yes")[1]
    assert json.loads(run("practitioner end 1 --yes --json")[1])["ended"] == 1
    made = json.loads(run("invite practitioner --name Kit --json")[1])
    [link] = json.loads(run("invite list --json")[1])
    assert made["token"]
    assert (link["name"], link["made_by"], link["state"]) == ("Kit", "command line", "waiting")
    assert "is taken back" in run(f"invite take-back {link['number']}")[1]
    assert run("invite list")[1].strip() == "No link is open."
    assert "For [/b]Kit, to open" in run("invite practitioner --name [/b]Kit")[1]
    assert "[/b]Kit" in run("invite list")[1], "a name is printed as it is written"
    code, out, _ = run("audit verify")
    assert (code, "The chain holds. Numbers in it: 0." in out) == (0, True)
    shown = json.loads(run("audit show 2 --json")[1])
    assert ("operator", "HandedOver") in {(one["who"], one["what"]) for one in shown}
    assert "TrailShown" in run("audit show 2")[1]
