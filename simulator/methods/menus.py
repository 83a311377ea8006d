"""The bot's menus, menu button and descriptions, each by scope, chat or language."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from simulator.params import Arguments, bad_request
from simulator.telegram import MethodDone, Telegram

COMMAND = re.compile(r"[a-z0-9_]{1,32}")
COMMANDS = 100
SCOPES = frozenset(
    "default all_private_chats all_group_chats all_chat_administrators chat chat_administrators chat_member".split()
)


def set_commands(telegram: Telegram, call: Arguments) -> MethodDone:
    """The menu of a scope and language."""
    commands = call.values.get("commands")
    if not isinstance(commands, list):
        raise bad_request("can't parse commands: expected an Array")
    if len(commands) > COMMANDS:
        raise bad_request("too many commands specified")
    for command in commands:
        _check_command(command)
    telegram.world.menus[_key(telegram, call)] = commands
    telegram.world.touch()
    return MethodDone(True, "set")


def _check_command(command: Any) -> None:
    if not isinstance(command, Mapping):
        raise bad_request("can't parse BotCommand: expected an Object")
    if not COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
        raise bad_request("BOT_COMMAND_INVALID")
    if not 1 <= len(str(command.get("description", ""))) <= 256:
        raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")


def get_commands(telegram: Telegram, call: Arguments) -> MethodDone:
    """The menu of exactly this scope and language."""
    return MethodDone(telegram.world.menus.get(_key(telegram, call), []))


def delete_commands(telegram: Telegram, call: Arguments) -> MethodDone:
    """No menu of its own for this scope and language."""
    telegram.world.menus.pop(_key(telegram, call), None)
    telegram.world.touch()
    return MethodDone(True, "set")


def _key(telegram: Telegram, call: Arguments) -> str:
    scope = call.values.get("scope") or {"type": "default"}
    language = call.values.get("language_code") or ""
    if not isinstance(scope, Mapping) or scope.get("type") not in SCOPES:
        raise bad_request("can't parse BotCommandScope: unsupported type specified")
    if not re.fullmatch(r"(?:[a-z]{2})?", str(language)):
        raise bad_request("invalid language code specified")
    place = scope.get("chat_id")
    if str(scope["type"]).startswith("chat") and int(place or 0) not in telegram.world.chats:
        raise bad_request("chat not found")
    return commands_key(str(scope["type"]), place, scope.get("user_id"), str(language))


def commands_key(scope: str, chat_id: Any = None, user_id: Any = None, language: str = "") -> str:
    """The name a menu is kept under."""
    return f"commands {scope} {chat_id or '-'} {user_id or '-'} {language or '-'}"


def commands_for(menus: Mapping[str, Any], chat_id: int, language: str | None) -> list[dict[str, str]]:
    """The menu a person sees in a private chat: the narrowest scope first, own language before any.

    Order from core.telegram.org/bots/api#determining-list-of-commands.
    """
    for scope, place in (("chat", chat_id), ("all_private_chats", None), ("default", None)):
        for spoken in (language or "", ""):
            found = menus.get(commands_key(scope, place, None, spoken))
            if found:
                return list(found)
    return []


def set_menu_button(telegram: Telegram, call: Arguments) -> MethodDone:
    """The button beside the typing field, for one chat or all."""
    button = call.values.get("menu_button") or {"type": "default"}
    if not isinstance(button, Mapping) or button.get("type") not in ("default", "commands", "web_app"):
        raise bad_request("can't parse menu button: MenuButton has unsupported type")
    telegram.world.menus[_button_key(telegram, call)] = button
    return MethodDone(True, "set")


def get_menu_button(telegram: Telegram, call: Arguments) -> MethodDone:
    """The button as it stands."""
    menus = telegram.world.menus
    usual = menus.get("button 0", {"type": "commands"})
    return MethodDone(menus.get(_button_key(telegram, call), usual))


def _button_key(telegram: Telegram, call: Arguments) -> str:
    chat_id = call.values.get("chat_id")
    if chat_id is not None and (chat_id not in telegram.world.chats or chat_id <= 0):
        raise bad_request("chat not found")
    return f"button {chat_id or 0}"


def setter(name: str, most: int) -> Callable[[Telegram, Arguments], MethodDone]:
    """A method that sets a text of the bot by language."""

    def set_text(telegram: Telegram, call: Arguments) -> MethodDone:
        value = str(call.values.get(name) or "")
        if len(value) > most:
            raise bad_request(f"bot {name.replace('_', ' ')} is too long")
        telegram.world.menus[f"{name} {call.values.get('language_code') or '-'}"] = value
        return MethodDone(True, "set")

    return set_text


def getter(name: str) -> Callable[[Telegram, Arguments], MethodDone]:
    """A method that gives it back; a language without its own text has the general one."""

    def get_text(telegram: Telegram, call: Arguments) -> MethodDone:
        menus = telegram.world.menus
        general = menus.get(f"{name} -", telegram.world.bot.name if name == "name" else "")
        return MethodDone({name: menus.get(f"{name} {call.values.get('language_code') or '-'}") or general})

    return get_text
