"""Buttons under a message: which shapes Telegram takes, and what it says to the others."""

from collections.abc import Mapping
from typing import Any
from urllib.parse import urlsplit

from simulator.params import ApiRefusal, bad_request

Markup = dict[str, Any]
ACTIONS = frozenset(
    {
        "url",
        "callback_data",
        "web_app",
        "login_url",
        "switch_inline_query",
        "switch_inline_query_current_chat",
        "switch_inline_query_chosen_chat",
        "copy_text",
        "callback_game",
        "pay",
    }
)
KINDS = ("inline_keyboard", "keyboard", "remove_keyboard", "force_reply")
INLINE_BUTTONS = 100
KEYBOARD_BUTTONS = 300
DATA_BYTES = 64
COPIED = 256  # characters


def read_markup(params: Mapping[str, Any], *, inline_only: bool = False) -> Markup | None:
    """The checked reply_markup of a call, or None. An edit takes an inline keyboard alone. Raises Refusal."""
    markup = params.get("reply_markup")
    if markup is None or markup == {}:
        return None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    kind = next((name for name in KINDS if name in markup), None)
    if inline_only and kind != "inline_keyboard":
        raise bad_request("inline keyboard expected")
    if kind == "inline_keyboard":
        return _inline(markup)
    return _reply(markup, kind)


def _inline(markup: Markup) -> Markup | None:
    rows = _rows(markup, "inline_keyboard", INLINE_BUTTONS)
    for row in rows:
        for button in row:
            _check_inline_button(button)
    rows = [row for row in rows if row]
    return {"inline_keyboard": rows} if rows else None


def _reply(markup: Markup, kind: str | None) -> Markup | None:
    if kind == "keyboard":
        rows = _rows(markup, "keyboard", KEYBOARD_BUTTONS)
        named = [[_reply_button(button) for button in row] for row in rows if row]
        return {**markup, "keyboard": named} if named else None
    if kind is None or not isinstance(markup[kind], bool):
        raise bad_request("object expected as reply markup")
    return markup if markup[kind] else None


def _rows(markup: Markup, name: str, most: int) -> list[list[Any]]:
    rows = markup[name]
    if not isinstance(rows, list):
        raise bad_request(f'field "{name}" must be of type Array')
    if not all(isinstance(row, list) for row in rows):
        raise bad_request(f'field "{name}" must be an Array of Arrays')
    if sum(map(len, rows)) > most:
        raise bad_request("reply markup is too long")
    return rows


def _check_inline_button(button: Any) -> None:
    if not isinstance(button, dict):
        raise _wrong("inline keyboard button", "InlineKeyboardButton must be an Object")
    if not isinstance(button.get("text"), str):
        raise _wrong("inline keyboard button", 'Can\'t find field "text"')
    if not button["text"].strip():
        raise bad_request("inline keyboard button text must be non-empty")
    actions = ACTIONS & set(button)
    if not actions:
        raise _wrong("inline keyboard button", "Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("BUTTON_TYPE_INVALID")
    _check_action(button)


def _check_action(button: Markup) -> None:
    data = button.get("callback_data")
    if data is not None and not (isinstance(data, str) and 1 <= len(data.encode()) <= DATA_BYTES):
        raise bad_request("BUTTON_DATA_INVALID")
    if "copy_text" in button:
        _check_copied(button["copy_text"])
    if "url" in button:
        check_url(button["url"])


def _check_copied(copied: Any) -> None:
    text = copied.get("text") if isinstance(copied, dict) else None
    if not isinstance(text, str):
        raise _wrong("inline keyboard button", 'Can\'t find field "text"')
    if not 1 <= len(text) <= COPIED:
        raise bad_request("BUTTON_COPY_TEXT_INVALID")


def check_url(url: Any) -> None:
    """Telegram takes web addresses with a real host, and its own tg:// links."""
    if not isinstance(url, str) or not url:
        raise bad_request("inline keyboard button URL is empty")
    parts = urlsplit(url if "://" in url else f"http://{url}")
    if parts.scheme == "tg":
        return
    if parts.scheme not in ("http", "https"):
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Unsupported URL protocol")
    if "." not in (parts.hostname or "") or " " in url:
        raise bad_request(f"inline keyboard button URL '{url}' is invalid: Wrong HTTP URL")


def _reply_button(button: Any) -> Markup:
    shaped = {"text": button} if isinstance(button, str) else button
    if not isinstance(shaped, dict):
        raise _wrong("keyboard button", "KeyboardButton must be an Object")
    if not isinstance(shaped.get("text"), str) or not shaped["text"].strip():
        raise _wrong("keyboard button", 'Can\'t find field "text"')
    return shaped


def _wrong(which: str, why: str) -> ApiRefusal:
    return bad_request(f"can't parse {which}: {why}")
