"""Menus by scope and language, the menu button, descriptions."""

import pytest

from simulator import Phone, Simulator
from tests.simulator.raw_api import RawApi

HELP = [{"command": "help", "description": "Help"}]
CHECK = [{"command": "checkin", "description": "Check in"}]
HILFE = [{"command": "hilfe", "description": "Hilfe"}]


async def test_the_narrowest_menu_is_shown(api: RawApi, sim: Simulator, sam: Phone) -> None:
    """A chat's own menu goes before the general one, and the person's language before any other."""
    ina = sim.phone("Ina", language="de")
    await api.call("setMyCommands", commands=HELP)
    await api.call("setMyCommands", commands=HILFE, language_code="de")
    await api.call("setMyCommands", commands=CHECK, scope={"type": "chat", "chat_id": sam.id})
    assert (sam.commands, ina.commands) == (["checkin"], ["hilfe"])
    await api.call("deleteMyCommands", scope={"type": "chat", "chat_id": sam.id})
    assert sam.commands == ["help"]
    assert await api.call("getMyCommands", language_code="de") == HILFE
    assert await api.call("getMyCommands", scope={"type": "all_private_chats"}) == []


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({"commands": [{"command": "Check In", "description": "x"}]}, "BOT_COMMAND_INVALID"),
        ({"commands": [{"command": "x", "description": ""}]}, "BOT_COMMAND_DESCRIPTION_INVALID"),
        ({"commands": HELP * 101}, "too many commands specified"),
        ({"commands": HELP, "language_code": "english"}, "invalid language code specified"),
        ({"commands": HELP, "scope": {"type": "chat", "chat_id": 9}}, "chat not found"),
        ({"commands": HELP, "scope": {"type": "moon"}}, "can't parse BotCommandScope: unsupported type specified"),
    ],
)
async def test_a_bad_menu_is_refused(api: RawApi, fields: dict[str, object], why: str) -> None:
    """Names, descriptions, scopes and languages have their shapes."""
    assert await api.refusal("setMyCommands", **fields) == f"400 Bad Request: {why}"


async def test_the_menu_button_is_set_per_chat(api: RawApi, sam: Phone) -> None:
    """A chat's own button goes before the usual one."""
    await api.call("setChatMenuButton", chat_id=sam.id, menu_button={"type": "commands"})
    await api.call("setChatMenuButton", menu_button={"type": "default"})
    assert await api.call("getChatMenuButton", chat_id=sam.id) == {"type": "commands"}
    assert await api.call("getChatMenuButton") == {"type": "default"}


@pytest.mark.parametrize(
    ("method", "field", "most"), [("Description", "description", 512), ("ShortDescription", "short_description", 120)]
)
async def test_descriptions_have_a_language_and_a_length(api: RawApi, method: str, field: str, most: int) -> None:
    """A language without its own text gets the general one; too long is refused."""
    await api.call(f"setMy{method}", **{field: "General"})
    await api.call(f"setMy{method}", **{field: "Allgemein", "language_code": "de"})
    assert (await api.call(f"getMy{method}", language_code="de"))[field] == "Allgemein"
    assert (await api.call(f"getMy{method}", language_code="fr"))[field] == "General"
    assert "is too long" in await api.refusal(f"setMy{method}", **{field: "x" * (most + 1)})
