"""Cuts the published Bot API schema down to the methods served here: `python -m simulator.trim_schema bot-api.json`.

The source is the machine-readable Bot API 10.1 of 11 June 2026 (core.telegram.org/bots/api). Fields of Bot API 10.3
that current clients send already are added from NEWER.
"""

import json
import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent / "data" / "bot_api.json"
SERVED = """
getMe getUpdates setWebhook deleteWebhook getWebhookInfo sendMessage editMessageText editMessageReplyMarkup
editMessageCaption editMessageMedia deleteMessage deleteMessages sendPhoto sendDocument answerCallbackQuery
sendChatAction setMyCommands getMyCommands deleteMyCommands setChatMenuButton getChatMenuButton setMyDescription
getMyDescription setMyShortDescription getMyShortDescription setMyName getMyName getFile leaveChat getChat
getChatMember pinChatMessage unpinChatMessage unpinAllChatMessages
""".split()
OLD_REPLY = {"reply_to_message_id": ["Integer"], "allow_sending_without_reply": ["Boolean"]}
EPHEMERAL = {"receiver_user_id": ["Integer"], "callback_query_id": ["String"], "ephemeral_message_parameters": ["Any"]}
NEWER: dict[str, dict[str, list[str]]] = {
    "sendMessage": {**OLD_REPLY, **EPHEMERAL, "disable_web_page_preview": ["Boolean"]},
    "sendPhoto": {**OLD_REPLY, **EPHEMERAL},
    "sendDocument": {**OLD_REPLY, **EPHEMERAL},
    "editMessageText": {"disable_web_page_preview": ["Boolean"]},
    "BotCommand": {"is_ephemeral": ["Boolean"]},
    "ChatAdministratorRights": {"can_send_welcome_messages": ["Boolean"]},
    "InlineKeyboardButton": {"disabled": ["Boolean"]},
    "InlineKeyboardMarkup": {"force_reply": ["Boolean"]},
    "ReplyKeyboardMarkup": {"force_reply": ["Boolean"]},
    "ReplyParameters": {"ephemeral_message_id": ["Integer"]},
}
Fields = dict[str, list[Any]]


def trim(source: dict[str, Any]) -> dict[str, Any]:
    """The served methods and every type their arguments reach, each field as [required, types]."""
    methods = {name: _fields(name, source["methods"][name]) for name in SERVED}
    types: dict[str, Any] = {}
    for fields in methods.values():
        _reach(fields, source["types"], types)
    other = sorted(set(source["methods"]) - set(SERVED))
    updates = [field["name"] for field in source["types"]["Update"]["fields"][1:]]
    return {"version": source["version"], "methods": methods, "types": types, "not_served": other, "updates": updates}


def _fields(owner: str, raw: dict[str, Any]) -> Fields:
    known: Fields = {field["name"]: [field["required"], field["types"]] for field in raw.get("fields", [])}
    newer: Fields = {name: [False, types] for name, types in NEWER.get(owner, {}).items()}
    return known | newer


def _reach(fields: Fields, source: dict[str, Any], types: dict[str, Any]) -> None:
    for _, names in fields.values():
        for name in names:
            _add(name.rpartition(" ")[2], source, types)


def _add(name: str, source: dict[str, Any], types: dict[str, Any]) -> None:
    if name in types or name not in source or name == "InputRichMessage":
        return
    types[name] = {"subtypes": source[name].get("subtypes", []), "fields": _fields(name, source[name])}
    for subtype in types[name]["subtypes"]:
        _add(subtype, source, types)
    _reach(types[name]["fields"], source, types)


if __name__ == "__main__":
    cut = trim(json.loads(Path(sys.argv[1]).read_text(encoding="utf-8")))
    TARGET.write_text(json.dumps(cut, separators=(",", ":"), sort_keys=True) + "\n", encoding="utf-8")
