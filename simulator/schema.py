"""What the Bot API knows: its methods, their fields and the shapes of what is passed in them."""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import Any

Types = tuple[str, ...]
SCALARS: dict[str, type | tuple[type, ...]] = {
    "Integer": int,
    "Float": (int, float),
    "Boolean": bool,
    "String": str,
    "InputFile": str,
}


@cache
def _book() -> dict[str, Any]:
    raw: dict[str, Any] = json.loads((files("simulator") / "data" / "bot_api.json").read_text(encoding="utf-8"))
    return raw


@cache
def method_named(name: str) -> str | None:
    """The method's own spelling: Telegram does not care about upper and lower case."""
    return {known.lower(): known for known in _book()["methods"]}.get(name.lower())


@cache
def is_known_elsewhere(name: str) -> bool:
    """True for a method that Telegram has and the simulator does not serve."""
    return name.lower() in {known.lower() for known in _book()["not_served"]}


@cache
def update_kinds() -> frozenset[str]:
    """Every kind of update there is, as `allowed_updates` spells them."""
    return frozenset(_book()["updates"])


@cache
def field_types(method: str) -> Mapping[str, Types]:
    """Field name to the types it may have."""
    return {name: tuple(types) for name, (_, types) in _book()["methods"][method].items()}


def complaints(method: str, params: Mapping[str, Any]) -> list[str]:
    """Unknown fields and wrong JSON types, at any depth. Telegram overlooks most of them; a test wants to hear."""
    return list(_object_complaints(_book()["methods"][method], params, method))


def missing(method: str, params: Mapping[str, Any]) -> list[str]:
    """Required fields that are not there."""
    return [name for name, (required, _) in _book()["methods"][method].items() if required and name not in params]


def _object_complaints(fields: Mapping[str, Any], value: Mapping[str, Any], where: str) -> Iterator[str]:
    for name, inner in value.items():
        if name not in fields:
            yield f'{where} has no field "{name}"'
        elif inner is not None:
            yield from _value_complaints(fields[name][1], inner, f"{where}.{name}")


def _value_complaints(types: list[str], value: Any, where: str) -> list[str]:
    each = [_one_type(name, value, where) for name in types]
    return min(each, key=len) if each else []


def _one_type(name: str, value: Any, where: str) -> list[str]:
    if name.startswith("Array of "):
        if not isinstance(value, list):
            return [f"{where} is not an array"]
        return [line for item in value for line in _one_type(name.removeprefix("Array of "), item, where)]
    if name in SCALARS:
        wrong = not isinstance(value, SCALARS[name]) or (name != "Boolean" and isinstance(value, bool))
        return [f"{where} is not of type {name}"] if wrong else []
    return _type_complaints(name, value, where)


def _type_complaints(name: str, value: Any, where: str) -> list[str]:
    known = _book()["types"].get(name)
    if known is None:
        return []
    if known["subtypes"]:
        return _value_complaints(known["subtypes"], value, where)
    if not isinstance(value, dict):
        plain = name == "KeyboardButton" and isinstance(value, str)
        return [] if plain else [f"{where} is not an object"]
    return list(_object_complaints(known["fields"], value, where))
