"""What a message may say: parse mode, length after entities, links and commands found by themselves."""

import re
from collections.abc import Mapping
from typing import Any

from simulator.formatted import Entity, Formatted, units
from simulator.html_mode import parse_html
from simulator.refusal import bad_request

TEXT_LIMIT = 4096
CAPTION_LIMIT = 1024
LINK = re.compile(r"(?:https?://|(?<![\w@.])t\.me/)[^\s<>\"]+[^\s<>\".,;:!?)]")
COMMAND = re.compile(r"(?<![\w/<])/[A-Za-z0-9_]{1,32}(?:@\w+)?")


def read_text(params: Mapping[str, Any]) -> Formatted:
    """The text of a message to send. Raises Refusal if empty, too long or badly marked up."""
    text = _read(params, "text", "entities")
    if not text.text:
        raise bad_request("message text is empty")
    if units(text.text) > TEXT_LIMIT:
        raise bad_request("message is too long")
    return text


def read_caption(params: Mapping[str, Any]) -> Formatted:
    """The caption of a picture or document, which may be empty."""
    caption = _read(params, "caption", "caption_entities")
    if units(caption.text) > CAPTION_LIMIT:
        raise bad_request("message caption is too long")
    return caption


def found_in(text: str) -> Formatted:
    """A text as a person typed it, with its links and commands marked."""
    return Formatted(text, tuple(_found(text, ())))


def _read(params: Mapping[str, Any], name: str, entities: str) -> Formatted:
    text, mode = str(params.get(name) or ""), str(params.get("parse_mode") or "").lower()
    if mode not in ("", "none", "html"):
        raise bad_request("unsupported parse_mode (the simulator reads HTML alone)")
    given = tuple(params.get(entities) or ())
    marked = parse_html(text) if mode == "html" else Formatted(text, _checked(text, given))
    clean = marked.stripped()
    return Formatted(clean.text, tuple(sorted((*clean.entities, *_found(clean.text, clean.entities)), key=_place)))


def _checked(text: str, entities: tuple[Entity, ...]) -> tuple[Entity, ...]:
    size = units(text)
    for entity in entities:
        offset, length = entity.get("offset", -1), entity.get("length", 0)
        if offset < 0 or length <= 0 or offset + length > size:
            raise bad_request(f"entity beginning at UTF-16 offset {offset} ends after the end of the text")
    return entities


def _found(text: str, taken: tuple[Entity, ...]) -> list[Entity]:
    marks = [("url", match) for match in LINK.finditer(text)]
    marks += [("bot_command", match) for match in COMMAND.finditer(text)]
    entities = [
        {"type": kind, "offset": units(text[: match.start()]), "length": units(match.group())} for kind, match in marks
    ]
    return [entity for entity in entities if not any(_overlap(entity, other) for other in taken if _blocks(other))]


def _blocks(entity: Entity) -> bool:
    return entity["type"] in ("text_link", "code", "pre")


def _overlap(one: Entity, other: Entity) -> bool:
    starts_before = one["offset"] < other["offset"] + other["length"]
    return bool(starts_before and other["offset"] < one["offset"] + one["length"])


def _place(entity: Entity) -> tuple[int, int]:
    return entity["offset"], -entity["length"]
