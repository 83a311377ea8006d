"""What a message may say: HTML, lengths and the words of the refusals."""

from collections.abc import Callable

import pytest

from simulator import Phone
from simulator.params import ApiRefusal
from simulator.texts import parse_html, units
from tests.simulator.raw_api import RawApi

SMILE = "\N{GRINNING FACE}"


@pytest.mark.parametrize(
    ("html", "text", "entities"),
    [
        ("<b>Hi</b> you", "Hi you", [("bold", 0, 2)]),
        (f"{SMILE}<i>x</i>", f"{SMILE}x", [("italic", 2, 1)]),
        ("<b>a<i>b</i></b>", "ab", [("bold", 0, 2), ("italic", 1, 1)]),
        ("1 &lt; 2 &amp; 3 &#33; &#x21;", "1 < 2 & 3 ! !", []),
        ("salt & pepper &nope;", "salt & pepper &nope;", []),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("<b></b>x", "x", []),
        ("<STRONG>x</>", "x", [("bold", 0, 1)]),
    ],
)
def test_allowed_tags_become_entities(html: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    """Tags turn into entities that count in UTF-16 units."""
    read = parse_html(html)
    assert read.text == text
    assert [(each["type"], each["offset"], each["length"]) for each in read.entities] == entities


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        (f"{SMILE}<br>", 'Unsupported start tag "br" at byte offset 4'),
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b>x</i>", 'Unmatched end tag at byte offset 4, expected "</b>", found "</i>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("x<b", "Unclosed start tag at byte offset 1"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<a href>x</a>", 'Expected equal sign in declaration of an attribute of the tag "a" at byte offset 0'),
    ],
)
def test_bad_html_is_refused_in_telegrams_words(html: str, why: str) -> None:
    """What Telegram cannot read it names, with a byte offset."""
    with pytest.raises(ApiRefusal) as refused:
        parse_html(html)
    assert refused.value.description == f"Bad Request: can't parse entities: {why}"


def test_html_comes_out_as_it_went_in() -> None:
    """A text goes to entities and back without loss."""
    html = f'{SMILE} <b>a <i>b</i></b> &lt;c&gt; <a href="https://x.org/?a=1&amp;b=2">d</a>'
    assert parse_html(html).html() == html


@pytest.mark.parametrize("words", ["", "   \n", "<b></b>"])
async def test_an_empty_text_is_refused(api: RawApi, sam: Phone, words: str) -> None:
    """Nothing, white space and empty tags are no message."""
    answer = await api.refusal("sendMessage", chat_id=sam.id, text=words, parse_mode="HTML")
    assert answer == "400 Bad Request: message text is empty"


@pytest.mark.parametrize("letters", [lambda n: "x" * n, lambda n: SMILE * (n // 2) + "x" * (n % 2)])
async def test_4096_units_is_the_most(api: RawApi, sam: Phone, letters: Callable[[int], str]) -> None:
    """The limit counts UTF-16 units after the tags are taken out."""
    assert units(letters(4096)) == 4096
    await api.call("sendMessage", chat_id=sam.id, text=f"<b>{letters(4096)}</b>", parse_mode="HTML")
    answer = await api.refusal("sendMessage", chat_id=sam.id, text=letters(4097))
    assert answer == "400 Bad Request: message is too long"


async def test_another_parse_mode_is_refused(api: RawApi, sam: Phone) -> None:
    """The simulator reads HTML and says so."""
    answer = await api.refusal("sendMessage", chat_id=sam.id, text="*a*", parse_mode="MarkdownV2")
    assert answer.startswith("400 Bad Request: unsupported parse_mode")


async def test_links_and_commands_are_found(api: RawApi, sam: Phone) -> None:
    """Plain links and commands are marked, but not inside code."""
    sent = await api.call(
        "sendMessage",
        chat_id=sam.id,
        text="Go https://t.me/x?start=a. Or /help, not <code>/no</code>",
        parse_mode="HTML",
    )
    found = [(each["type"], sent["text"][each["offset"] :][: each["length"]]) for each in sent["entities"]]
    assert found == [("url", "https://t.me/x?start=a"), ("bot_command", "/help"), ("code", "/no")]


async def test_entities_may_be_given_instead_of_tags(api: RawApi, sam: Phone) -> None:
    """An entity list is taken as it is, and refused where it reaches past the text."""
    await api.call("sendMessage", chat_id=sam.id, text="Hi you", entities=[{"type": "bold", "offset": 0, "length": 2}])
    assert sam.sees("Hi you").html == "<b>Hi</b> you"
    answer = await api.refusal(
        "sendMessage", chat_id=sam.id, text="Hi", entities=[{"type": "bold", "offset": 0, "length": 9}]
    )
    assert "entity beginning at UTF-16 offset 0" in answer
