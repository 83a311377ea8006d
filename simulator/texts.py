"""What a message may say: Telegram's small HTML, entities in UTF-16 units, length, links and commands."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from typing import Any

from simulator.params import ApiRefusal, bad_request

Entity = dict[str, Any]
OPEN = {
    "bold": "b",
    "italic": "i",
    "underline": "u",
    "strikethrough": "s",
    "spoiler": "tg-spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "expandable_blockquote": "blockquote",
}


def units(text: str) -> int:
    """The length of a text in UTF-16 code units."""
    return len(text) + sum(1 for char in text if ord(char) > 0xFFFF)


def cut(text: str, offset: int, length: int) -> str:
    """A piece of a text by UTF-16 offset and length."""
    raw = text.encode("utf-16-le")
    return raw[offset * 2 : (offset + length) * 2].decode("utf-16-le", "replace")


@dataclass(frozen=True, slots=True)
class Formatted:
    """A text without tags, and what its parts look like."""

    text: str
    entities: tuple[Entity, ...] = ()

    def stripped(self) -> "Formatted":
        """Without white space at both ends, which Telegram takes away."""
        kept = self.text.strip()
        shift = units(self.text[: len(self.text) - len(self.text.lstrip())])
        return Formatted(kept, tuple(_shifted(self.entities, shift, units(kept))))

    def html(self) -> str:
        """The text as HTML again."""
        marks: dict[int, list[str]] = {}
        for entity in self.entities:
            opening, closing = _tags(self.text, entity)
            marks.setdefault(entity["offset"], []).append(opening)
            marks.setdefault(entity["offset"] + entity["length"], []).insert(0, closing)
        return "".join(_with_marks(self.text, marks))


def _shifted(entities: tuple[Entity, ...], shift: int, size: int) -> list[Entity]:
    moved = []
    for entity in entities:
        start = max(0, entity["offset"] - shift)
        end = min(size, entity["offset"] + entity["length"] - shift)
        if end > start:
            moved.append({**entity, "offset": start, "length": end - start})
    return moved


def _tags(text: str, entity: Entity) -> tuple[str, str]:
    kind = entity["type"]
    if kind in ("text_link", "url"):
        target = entity.get("url") or cut(text, entity["offset"], entity["length"])
        return f'<a href="{escape(target)}">', "</a>"
    tag = OPEN.get(kind)
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")


def _with_marks(text: str, marks: dict[int, list[str]]) -> list[str]:
    pieces, place = [], 0
    for char in text:
        pieces += marks.get(place, [])
        pieces.append(escape(char, quote=False))
        place += 2 if ord(char) > 0xFFFF else 1
    return pieces + marks.get(place, [])


TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "tg-spoiler": "spoiler",
    "span": "spoiler",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
    "a": "text_link",
    "tg-emoji": "custom_emoji",
}
NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
ENTITY = re.compile(r"&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(lt|gt|amp|quot)(?![a-zA-Z]));?")
ATTRIBUTE = re.compile(r"""\s*([^\s=>/"']+)(?:\s*=\s*("[^"]*"|'[^']*'|[A-Za-z0-9.\-]+(?=[\s>/])))?""")
BARE = frozenset({"expandable"})


@dataclass(slots=True)
class _Open:
    tag: str
    attributes: dict[str, str]
    start: int


@dataclass(slots=True)
class _Reading:
    source: str
    place: int = 0
    out: list[str] = field(default_factory=list)
    size: int = 0
    stack: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def put(self, text: str) -> None:
        self.out.append(text)
        self.size += units(text)

    def wrong(self, why: str, place: int, more: str = "") -> ApiRefusal:
        offset = len(self.source[:place].encode())
        return bad_request(f"can't parse entities: {why} at byte offset {offset}{more}")


def parse_html(source: str) -> Formatted:
    """Text and entities. Raises Refusal "can't parse entities: ..." as the real server words it."""
    reading = _Reading(source)
    while reading.place < len(source):
        _step(reading)
    if reading.stack:
        tag = reading.stack[-1].tag
        raise bad_request(f"can't parse entities: Can't find end tag corresponding to start tag \"{tag}\"")
    ordered = sorted(reading.entities, key=lambda entity: (entity["offset"], -entity["length"]))
    return Formatted("".join(reading.out), tuple(ordered))


def _step(reading: _Reading) -> None:
    source, place = reading.source, reading.place
    if source[place] == "<":
        tag = _end_tag if source.startswith("</", place) else _start_tag
        tag(reading)
    elif source[place] == "&" and (found := ENTITY.match(source, place)):
        reading.put(_character(found))
        reading.place = found.end()
    else:
        end = min((at for at in (source.find("<", place), source.find("&", place + 1)) if at > place), default=None)
        reading.put(source[place:end])
        reading.place = len(source) if end is None else end


def _character(found: re.Match[str]) -> str:
    hexadecimal, decimal, name = found.groups()
    if name:
        return NAMED[name]
    code = int(hexadecimal, 16) if hexadecimal else int(decimal)
    return chr(code) if 0 < code < 0x110000 else found.group()


def _unescape(text: str) -> str:
    return ENTITY.sub(_character, text)


def _start_tag(reading: _Reading) -> None:
    begin = reading.place
    name = re.compile(r"[^\s>]*").match(reading.source, begin + 1)
    assert name is not None
    tag = name.group().lower().rstrip("/")
    if name.end() >= len(reading.source):
        raise reading.wrong("Unclosed start tag", begin)
    if tag not in TAGS:
        raise reading.wrong(f'Unsupported start tag "{tag}"', begin)
    attributes = _attributes(reading, tag, begin, begin + 1 + len(tag))
    if tag == "span" and attributes.get("class") != "tg-spoiler":
        raise reading.wrong('Tag "span" must have class "tg-spoiler"', begin)
    reading.stack.append(_Open(tag, attributes, reading.size))


def _attributes(reading: _Reading, tag: str, begin: int, place: int) -> dict[str, str]:
    found: dict[str, str] = {}
    while True:
        gap = re.compile(r"[\s/]*").match(reading.source, place)
        place = gap.end() if gap else place
        if place >= len(reading.source):
            raise reading.wrong(f'Unclosed start tag "{tag}"', begin)
        if reading.source[place] == ">":
            reading.place = place + 1
            return found
        place = _attribute(reading, tag, begin, place, found)


def _attribute(reading: _Reading, tag: str, begin: int, place: int, found: dict[str, str]) -> int:
    match = ATTRIBUTE.match(reading.source, place)
    if match is None:
        raise reading.wrong(f'Empty attribute name in the tag "{tag}"', begin)
    name, value = match.group(1).lower(), match.group(2)
    if value is None and reading.source[match.end() :].lstrip().startswith("="):
        raise reading.wrong("Unexpected end of name token", match.end())
    if value is None and name not in BARE:
        raise reading.wrong(f'Expected equal sign in declaration of an attribute of the tag "{tag}"', begin)
    found[name] = _unescape(value.strip("\"'")) if value else ""
    return match.end()


def _end_tag(reading: _Reading) -> None:
    begin = reading.place
    match = re.compile(r"</([^\s>]*)\s*(>?)").match(reading.source, begin)
    assert match is not None
    if not match.group(2):
        raise reading.wrong("Unclosed end tag", begin)
    if not reading.stack:
        raise reading.wrong("Unexpected end tag", begin)
    opened, tag = reading.stack.pop(), match.group(1).lower()
    if tag not in ("", opened.tag):
        raise reading.wrong("Unmatched end tag", begin, f', expected "</{opened.tag}>", found "</{tag}>"')
    reading.place = match.end()
    _close(reading, opened)


def _close(reading: _Reading, opened: _Open) -> None:
    length = reading.size - opened.start
    kind = TAGS[opened.tag]
    if length == 0:
        return
    entity: Entity = {"type": kind, "offset": opened.start, "length": length}
    if kind == "text_link":
        entity["url"] = opened.attributes.get("href") or cut("".join(reading.out), opened.start, length)
        if "." not in entity["url"] and ":" not in entity["url"]:
            return
    if kind == "custom_emoji":
        entity["custom_emoji_id"] = opened.attributes.get("emoji-id", "")
    if kind == "blockquote" and "expandable" in opened.attributes:
        entity["type"] = "expandable_blockquote"
    reading.entities.append(entity)


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
