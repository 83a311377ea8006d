"""Reads a Bot API request against what the Bot API knows, and says no as Telegram does."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from aiohttp import web


class ApiRefusal(Exception):
    """An answer with `ok: false`."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.code = code
        self.description = description
        self.parameters = parameters

    def body(self) -> dict[str, Any]:
        """The JSON that Telegram answers with."""
        answer: dict[str, Any] = {"ok": False, "error_code": self.code, "description": self.description}
        return answer | ({"parameters": self.parameters} if self.parameters else {})


def bad_request(why: str) -> ApiRefusal:
    """400: the request itself is wrong."""
    return ApiRefusal(400, f"Bad Request: {why}")


def forbidden(why: str) -> ApiRefusal:
    """403: this person or group does not want the bot."""
    return ApiRefusal(403, f"Forbidden: {why}")


def conflict(why: str) -> ApiRefusal:
    """409: somebody else fetches the updates."""
    return ApiRefusal(409, f"Conflict: {why}")


def too_many_requests(seconds: int) -> ApiRefusal:
    """429: wait `seconds` before asking anything of the kind."""
    return ApiRefusal(429, f"Too Many Requests: retry after {seconds}", retry_after=seconds)


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


TRUE = frozenset({"true", "yes", "1"})


@dataclass(frozen=True, slots=True)
class Upload:
    """A file as it came: its name, what it says it is, and its bytes."""

    name: str
    content_type: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Arguments:
    """What a call was given: JSON values by field, and files by the name of their part."""

    values: dict[str, Any]
    uploads: Mapping[str, Upload] = field(default_factory=dict)

    def file(self, name: str) -> Upload | str | None:
        """The file of this field: an upload, or the file id that was named in its place."""
        if name in self.uploads:
            return self.uploads[name]
        value = self.values.get(name)
        if isinstance(value, str) and value.startswith("attach://"):
            return self.uploads.get(value.removeprefix("attach://"))
        return value if isinstance(value, str) else None

    def for_log(self) -> dict[str, Any]:
        """The values, with each file named by its size: the log keeps no bytes."""
        files = {name: {"file": up.name, "bytes": len(up.content)} for name, up in self.uploads.items()}
        return {**self.values, **files}


async def read_arguments(request: web.Request, method: str) -> Arguments:
    """The arguments of a call, wherever they stand. Raises Refusal for a body that is not what it says."""
    types = field_types(method)
    raw: dict[str, Any] = dict(request.query)
    uploads: dict[str, Upload] = {}
    if request.content_type == "application/json":
        raw |= _json_body(await request.text())
    elif request.can_read_body:
        for name, part in (await request.post()).items():
            if isinstance(part, web.FileField):
                with part.file as file:
                    uploads[name] = Upload(part.filename, part.content_type, file.read())
            else:
                raw[name] = part
    values = {name: _read(value, types.get(name, ())) for name, value in raw.items() if value is not None}
    return Arguments(values, uploads)


def _json_body(text: str) -> dict[str, Any]:
    try:
        body = json.loads(text) if text.strip() else {}
    except json.JSONDecodeError:
        raise bad_request("can't parse JSON object") from None
    if not isinstance(body, dict):
        raise bad_request("can't parse JSON object")
    return body


def _read(value: Any, types: Types) -> Any:
    if not isinstance(value, str) or not types or types == ("String",):
        return value
    if "Boolean" in types:
        return value.lower() in TRUE
    if "Integer" in types and value.lstrip("-").isdigit():
        return int(value)
    if "Float" in types and "String" not in types:
        return float(value) if value.replace(".", "", 1).lstrip("-").isdigit() else value
    return _read_json(value) if _is_structure(types) else value


def _is_structure(types: Types) -> bool:
    return not {"String", "Integer", "Float"} & set(types)


def _read_json(value: str) -> Any:
    if not value:
        return None
    try:
        return json.loads(value)
    except json.JSONDecodeError:
        return value
