"""Trouble that an operator can mend. The docstring is the message."""

import inspect


class Trouble(Exception):
    """Something is wrong that you can mend."""

    def __init__(self, **facts: object) -> None:
        super().__init__(inspect.cleandoc(type(self).__doc__ or "").replace("\n", " ").format(**facts))


class TokenRefused(Trouble):
    """Telegram does not know this bot token. Look it up with @BotFather (/mybots, API Token), set ALONGSIDE_BOT_TOKEN
    to it and start anew. Nothing was lost: what people write waits at Telegram for a day."""


class PortTaken(Trouble):
    """{address} cannot be used to listen on ({reason}). Set ALONGSIDE_LISTEN to a free address and port, such as
    127.0.0.1:8098."""


class TelegramOutOfReach(Trouble):
    """Telegram at {address} did not answer ({reason}). Look at the network and at ALONGSIDE_TELEGRAM_API."""


class NobodyHere(Trouble):
    """There is nobody here with {what}. Nothing was done. A person reads their number at the end of /privacy; with
    --telegram you can give their Telegram account's number instead."""


class SayWhom(Trouble):
    """Say whom: their number here, which they read at the end of /privacy, or --telegram and the number of their
    Telegram account. One of the two."""


class StillNeeded(Trouble):
    """Person {person} is a practitioner with clients: {clients}. Nothing was done. Give their clients to somebody else
    first, with `alongside practitioner hand-over`. Then type this again."""


class RequestsWait(Trouble):
    """Person {person} is a practitioner for whom a request for help waits. Nothing was done. Ask them to open it, or
    ring whoever is to look; `alongside doctor` says how many wait. Then type this again."""


class FolderIsThere(Trouble):
    """There is something at {folder}. Nothing was written. Name a folder that is not there yet: --out FOLDER"""


class NoDisplayName(Trouble):
    """The name is empty. Write what clients call this practitioner: --name "Lee"."""


class BackupIsForFiles(Trouble):
    """`alongside backup` copies the SQLite file, and this database is on a PostgreSQL server. Nothing was done. Copy it
    with PostgreSQL's own tools, such as pg_dump --format=custom; the operator's guide says how."""


class RestoreIsForFiles(Trouble):
    """`alongside restore` puts an SQLite file back, and this database is on a PostgreSQL server. Nothing was done. Stop
    every `alongside run`, restore into an empty database with pg_restore, point ALONGSIDE_DATABASE_URL to it, type
    `alongside migrate` and start. It starts held where it is older than the vault knows; then: alongside release."""
