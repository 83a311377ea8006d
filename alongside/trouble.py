"""Trouble that an operator can mend. The docstring is the message."""

from programme.operators import OperatorTrouble


class TokenRefused(OperatorTrouble):
    """Telegram does not know this bot token. Look it up with @BotFather (/mybots, API Token), set ALONGSIDE_BOT_TOKEN
    to it and start anew. Nothing was lost: what people write waits at Telegram for a day."""


class NotAllowed(OperatorTrouble):
    """You may not read or write {path}. Type the command as the user whose service it is. Where that is you, look at
    the owner and the rights of that file and of its folder."""


class SayYes(OperatorTrouble):
    """Nobody is here to ask. To go on without being asked, add --yes. Nothing was done."""


class PortTaken(OperatorTrouble):
    """{address} cannot be used to listen on ({reason}). Set {setting} to a free address and port, such as
    127.0.0.1:8098."""


class PageCannotBeServed(OperatorTrouble):
    """The page cannot be served on port {port} of this machine ({reason}). Choose another one, such as
    alongside demo --port 8190, or let one be found: alongside demo --port 0"""


class TelegramOutOfReach(OperatorTrouble):
    """Telegram at {address} did not answer ({reason}). Look at the network and at ALONGSIDE_TELEGRAM_API."""


class NobodyHere(OperatorTrouble):
    """There is nobody here with {what}. Nothing was done. A person reads their number at the end of /privacy; with
    --telegram you can give their Telegram account's number instead."""


class SayWhom(OperatorTrouble):
    """Say whom: their number here, which they read at the end of /privacy, or --telegram and the number of their
    Telegram account. One of the two."""


class StillNeeded(OperatorTrouble):
    """Person {person} is a practitioner with clients: {clients}. Nothing was done. Give their clients to somebody else
    first, with `alongside practitioner hand-over`. Then type this again."""


class RequestsWait(OperatorTrouble):
    """Person {person} is a practitioner for whom a request for help waits. Nothing was done. Ask them to open it, or
    ring whoever is to look; `alongside doctor` says how many wait. Then type this again."""


class FolderIsThere(OperatorTrouble):
    """There is something at {folder}. Nothing was written. Name a folder that is not there yet: --out FOLDER"""


class NoDisplayName(OperatorTrouble):
    """The name is empty. Write what clients call this practitioner: --name "Lee"."""


class NoSuchUpdate(OperatorTrouble):
    """No update {number} is set aside. Nothing was done. See which there are: alongside inbox dead"""


class WordsNotKept(OperatorTrouble):
    """The words of update {number} brought a crisis card and are not kept, so it cannot be handled once more. Nothing
    was done. To be done with it: alongside inbox dead drop {number}"""


class NoSuchMessage(OperatorTrouble):
    """No message {number} is of unknown fate. Nothing was done. See which there are: alongside outbox uncertain"""


class LinkWentOnce(OperatorTrouble):
    """Message {number} held a link that is kept nowhere once it went, so it cannot be sent once more. Nothing was done.
    Whoever wanted it makes a new one in the chat. To be done with it: alongside outbox uncertain drop {number}"""


class KeysInVariable(OperatorTrouble):
    """The master keys are in the variable ALONGSIDE_SECRET_KEYS, which this command cannot change. Nothing was done.
    Move them into a file that you alone can read (chmod 600), such as {path}, one a line, the newest first. Set
    ALONGSIDE_SECRET_KEYS_FILE to it, take ALONGSIDE_SECRET_KEYS away, start every `alongside run` anew, then type the
    command again."""


class OpenToOthers(OperatorTrouble):
    """Others on this machine can read or replace what opens people's words. Nothing was started. Type:
    `{commands}`. If others may have looked, change what they saw: `alongside keys rotate`, and /revoke with
    @BotFather."""


class NoPlaceInCheckout(OperatorTrouble):
    """{path} would be made in {checkout}, which is a checkout of the program: `git clean` would take it away, and with
    it all that people wrote. Nothing was made. Start from a folder of its own:
    `mkdir -p {home} && cd {home}`. Or point ALONGSIDE_DATABASE_URL, ALONGSIDE_SECRET_KEYS_FILE and ALONGSIDE_VAULT to
    one."""


class DataInCheckout(OperatorTrouble):
    """{path} lies in {checkout}, which is a checkout of the program: `git clean` would take it away, and with it all
    that people wrote. Nothing was changed. Stop every `alongside run`, then move it once and start from there:
    `mkdir -p {home} && mv {moved} {home}/ && cd {home}`. Or move it elsewhere, and point ALONGSIDE_DATABASE_URL,
    ALONGSIDE_SECRET_KEYS_FILE and ALONGSIDE_VAULT there."""


class KeysThere(OperatorTrouble):
    """There are keys in {path}. Nothing was changed. To put a new one in front of them: alongside keys rotate"""


class VaultThere(OperatorTrouble):
    """There is a vault at {vault}, and a new key does not open it. Nothing was made. Put the keys that were in use
    before at {path}, from where you keep them safe. To begin anew, move the vault and its database away first."""


class NothingToDrop(OperatorTrouble):
    """{path} has one key, and it is in use. Nothing was changed. For a new one: alongside keys rotate"""
