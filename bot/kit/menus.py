"""The list of commands that Telegram offers: everybody's, and more for each role. A command is here once it works."""

from collections.abc import Sequence

from bot.texts import Texts, texts_for
from programme.people.person import Person, Role

Menu = tuple[tuple[str, str], ...]
EVERYONE = ("start", "help", "settings", "language", "privacy", "cancel")
STRANGER = ("craving",)
OF_ROLE: dict[Role, tuple[str, ...]] = {
    Role.CLIENT: (
        "checkin", "craving", "smoked", "log", "patterns", "quitdate", "progress", "toolkit", "reasons", "next",
        "pause", "supporters", "leave",
    ),
    Role.PRACTITIONER: ("clients", "invite", "summary", "next"),
    Role.SUPPORTER: ("tips", "encourage", "next", "leave"),
}  # fmt: skip


def names(roles: frozenset[Role]) -> tuple[str, ...]:
    """The commands of somebody with these roles: their own first, then everybody's."""
    own = [command for role in Role if role in roles for command in OF_ROLE[role]]
    return (*dict.fromkeys((*(own or STRANGER), *EVERYONE)),)


def described(commands: Sequence[str], texts: Texts) -> Menu:
    """Each command with what it is for."""
    return tuple((command, texts.label(f"command-{command}")) for command in commands)


def commands(person: Person) -> Menu:
    """That person's menu, in their language."""
    return described(names(person.roles), texts_for(person.locale))


def everybodys(locale: str) -> Menu:
    """The menu of somebody who has not written yet."""
    return described(names(frozenset()), texts_for(locale))
