"""Reads a Bot API request: GET or POST; query, form, multipart or JSON; text turned into what the field holds."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from aiohttp import web

from simulator.refusal import bad_request
from simulator.schema import Types, field_types

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
