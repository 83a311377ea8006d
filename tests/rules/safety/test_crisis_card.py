"""Crisis cards: complete, dated, and replaced by a service's own without a slip."""

from datetime import date

from programme.facts.fact import doubt
from programme.safety.card_file import LANGUAGES, CardProblem, parse_cards
from programme.safety.cards import ANYWHERE, CARDS, CHOICES, NATIONS, CrisisCard, card_for, unconfirmed
from programme.safety.danger import Brings
from tests.rows import each_row

NO_NUMBER = "no number"  # the source of a line that names none
WORDS_OF_A_SURGERY = "https://pl.gpstafford.co.uk/about/emergencies"  # for the Polish; what it says stands beside it
TODAY = date(2026, 11, 30)
OWN = """\
# Ours
[IE]
danger = "In danger? Call 112."
call = "112"

[[IE.lines]]
words = "In danger: call 112."
source = "https://example.org/112"
checked_on = 2026-11-22
review_by = 2027-05-22

[[IE.lines]]
words = "Want to talk: call us."
source = "https://example.org/us"
checked_on = 2026-11-22
review_by = 2027-05-22
"""


@each_row("country", CARDS)
def test_every_card_is_complete_and_in_date(country: str) -> None:
    """Each line has words, a source and a review date that has not passed; the way to 999 or its like comes first."""
    card = CARDS[country]
    assert card.country == country
    assert card.danger
    assert card.call
    assert all(line.words and line.source and line.checked_on <= TODAY for line in card.every_line())
    assert not card.is_overdue(TODAY)
    assert card.is_overdue(date(2028, 1, 1))
    assert card.lines[0].words.startswith("In danger")
    for brings in Brings:
        emergency = "999" if country != ANYWHERE else "local emergency number"
        assert emergency in card.of(brings)[0].words, brings
        assert len(card.of(brings)) <= 5


def test_every_line_rests_on_whoever_answers_for_it() -> None:
    """The health service, a public body, or whose number it is: no surgery, no pharmacy, no collection. Words that were
    found in another language at one surgery alone stand beside a page that answers for what they say."""
    lines = [line for card in CARDS.values() for line in card.every_line()]
    foreign = [line for by_brings in LANGUAGES.values() for lines in by_brings.values() for line in lines]
    urls = {url for line in (*lines, *foreign) if line.source != NO_NUMBER for url in line.source.split()}
    assert [doubt(url) for url in urls - {WORDS_OF_A_SURGERY} if doubt(url)] == []
    assert all(line.source != WORDS_OF_A_SURGERY for line in foreign)


@each_row(
    ("nation", "now", "abuse"),
    [
        ("GB-ENG", "111, press 2", "0808 2000 247"),
        ("GB-WLS", "111, press 2", "0808 80 10 800"),
        ("GB-SCT", "111 and ask", "0800 027 1234"),
        ("GB-NIR", "0808 808 8000", "0808 802 1414"),
    ],
)
def test_each_nation_has_its_own_numbers(nation: str, now: str, abuse: str) -> None:
    """999, the urgent line, Samaritans and SHOUT; its own line for violence; poison advice where there is any."""
    card = CARDS[nation]
    words = " ".join(line.words for line in card.lines)
    assert all(number in words for number in ("999", now, "116 123", "SHOUT to 85258"))
    assert abuse in " ".join(line.words for line in card.of(Brings.VIOLENCE))
    taken = " ".join(line.words for line in card.of(Brings.TAKEN))
    assert ("111 for advice about poison" in taken) is (nation != "GB-NIR")
    assert "toxbase" not in taken.casefold()
    said = [" ".join(line.words for line in CARDS[one].of(Brings.VIOLENCE)) for one in NATIONS]
    assert sum(abuse in words for words in said) == 1


def test_nobody_goes_without_a_card_and_no_nation_is_guessed() -> None:
    """Before they say where they are: what holds in all four nations, and no number of one; abroad, the country's."""
    assert card_for(None) == card_for("GB") == CARDS["GB"]
    assert card_for("GB", nation="GB-SCT") == card_for(None, nation="GB-SCT") == CARDS["GB-SCT"]
    assert card_for("US") == card_for("US", nation="GB-SCT") == card_for("GB", nation="ZZ") == CARDS[ANYWHERE]
    assert set(CHOICES) < CARDS.keys()
    assert CARDS["GB"].danger == "In danger? Call 999. Help in your country: /help"
    assert "111" not in " ".join(line.words for line in CARDS["GB"].lines)
    assert "0808 2000 247, Scotland 0800 027 1234" in CARDS["GB"].of(Brings.VIOLENCE)[1].words
    assert not any("999" in line.words for line in CARDS[ANYWHERE].every_line())


def test_a_number_is_confirmed_by_its_owners_page_or_by_the_file() -> None:
    """What no page of its owner was found for is listed, until the file names one; a number of nobody's is a slip."""
    assert unconfirmed(CARDS) == ["0800 027 1234", "0808 801 0327", "0808 802 4040", "111, press 2 (Wales)"]
    proof = (
        '[[confirmed]]\nnumber = "0808 801 0327"\nsource = "https://example.org/men"\n'
        "checked_on = 2026-12-01\nreview_by = 2027-06-01\n"
    )
    cards = parse_cards(proof)
    assert not isinstance(cards, CardProblem)
    assert "0808 801 0327" not in unconfirmed(cards)
    assert "https://example.org/men" in {line.source for line in cards["GB-WLS"].of(Brings.VIOLENCE)}
    slip = parse_cards(proof.replace("0808 801 0327", "0800 1111"))
    assert isinstance(slip, CardProblem)
    assert "none that waits" in slip.words


def test_own_cards_stand_beside_ours() -> None:
    """A new country is added with its lines in order, the others stay."""
    cards = parse_cards(OWN)
    assert not isinstance(cards, CardProblem)
    assert isinstance(cards["IE"], CrisisCard)
    assert [line.words for line in card_for("IE", cards).lines] == ["In danger: call 112.", "Want to talk: call us."]
    assert cards["GB"] == CARDS["GB"]
    assert parse_cards("") == CARDS


def test_an_own_card_takes_the_place_of_ours() -> None:
    """A service in Wales writes its own [GB]: it holds whichever nation is chosen, and violence keeps its own line."""
    cards = parse_cards(OWN.replace("IE", "GB"))
    assert not isinstance(cards, CardProblem)
    assert card_for(None, cards).call == card_for("GB", cards, "GB-WLS").call == "112"
    assert cards["GB-WLS"].of(Brings.VIOLENCE) == CARDS["GB-WLS"].of(Brings.VIOLENCE)


def test_an_own_card_may_say_more() -> None:
    """Lines of its own for what was written; for what it does not name, its usual lines."""
    cards = parse_cards(
        OWN + OWN[OWN.index("[[") : OWN.index('\n\n[[IE.lines]]\nwords = "Want')].replace("lines", "violence")
    )
    assert not isinstance(cards, CardProblem)
    assert len(cards["IE"].of(Brings.VIOLENCE)) == 1
    assert cards["IE"].of(Brings.TAKEN) == cards["IE"].lines


@each_row(
    ("old", "new", "line", "says"),
    [
        ('call = "112"\n', "", 2, "call is missing"),
        ('call = "112"', "call = 112", 2, "call is not a text in quotes"),
        ('call = "112"', 'call = ""', 2, "call is not a text in quotes"),
        ('call = "112"', 'call = "112', 4, "not TOML"),
        ("[IE]", "[Ireland]", 2, "no country"),
        ('source = "https://example.org/us"\n', "", 12, "source is missing"),
        ('"Want to talk: call us."\nsource', '"x"\nnote = "y"\nsource', 12, "note is not known"),
        ("checked_on = 2026-11-22\nreview_by = 2027-05-22\n\n", "checked_on = 2026-11-22\nreview_by = 2026-11-22\n\n",
         6, "not after"),
        ("review_by = 2027-05-22\n\n", 'review_by = "soon"\n\n', 6, "review_by is not a date"),
        ("[[IE.lines]]", "[[GB.lines]]", 2, "lines is missing"),
        (OWN, "IE = 3", 1, "no country"),
        (OWN, '[IE]\ndanger = "a"\ncall = "b"\nlines = []\n', 1, "has 0 lines"),
        ('call = "112"', f'call = "{"9" * 251}"', 2, "longer than 250"),
        (OWN, '[IE]\ndanger = "a"\ncall = "b"\nlines = ["x"]\n', 1, "under its own"),
    ],
)  # fmt: skip
def test_a_slip_is_named_with_its_line(old: str, new: str, line: int, says: str) -> None:
    """A file with a slip changes nothing, and the message says where to look and what to write."""
    assert old in OWN
    problem = parse_cards(OWN.replace(old, new))
    assert isinstance(problem, CardProblem)
    assert says in problem.words
    assert problem.line == line
