"""Clinical facts: sourced, looked at in time, registered where they are used, and withdrawal inside its bounds."""

from dataclasses import replace
from datetime import date, timedelta

from alongside.clock import WallClock
from bot.texts import locales
from bot.texts.data import clinical_facts, says_no_fact
from bot.texts.lint import Text, read
from bot.texts.service import sources
from bot.texts.tone import reads_clinical, unknown_facts, unregistered
from programme.facts.fact import Fact, ReadHow, doubt, overdue, unsourced
from programme.facts.registry import FACTS
from programme.facts.withdrawal import UP_TO_DAY, Felt, may_say_common
from tests.rows import each_row

ONE = Fact("one", "Water is wet.", "A page", "https://example.org", date(2026, 1, 1), date(2027, 1, 1))
IDS = {one.id for one in FACTS}
# Facts about medicines that are still to be read at their owner's: nothing is added here.
NOT_YET = {"aids-options"}


def test_no_fact_is_overdue_today() -> None:
    """Whoever builds this after a review date has to look at the fact first."""
    assert overdue(FACTS, WallClock().now().date()) == []


def test_a_fact_is_overdue_from_its_review_date_on() -> None:
    """On the day itself it is looked at."""
    assert overdue([ONE], date(2026, 12, 31)) == []
    assert overdue([ONE], date(2027, 1, 1)) == ["one"]
    assert overdue(FACTS, max(one.review_by for one in FACTS)) == sorted(IDS)


def test_every_fact_has_its_source() -> None:
    """A sentence, where it was read, an address, and a review within a year of the check."""
    assert unsourced(FACTS) == []
    assert len(IDS) == len(FACTS)
    assert all(one.review_by - one.checked_on <= timedelta(days=366) for one in FACTS)


@each_row(
    "bad",
    [replace(ONE, source=""), replace(ONE, says=""), replace(ONE, url="a book"),
     replace(ONE, review_by=ONE.checked_on)],
)  # fmt: skip
def test_a_fact_without_its_source_is_found(bad: Fact) -> None:
    """Whatever of it is missing."""
    assert unsourced([ONE, bad]) == ["one"]


def test_every_fact_rests_on_whoever_answers_for_it() -> None:
    """No forum, no single surgery, no collection, and no host of which nobody said whose it is."""
    found = {
        one.id: doubt(one.url, second_hand=one.mark is ReadHow.SECOND_HAND) for one in FACTS if one.id not in NOT_YET
    }
    assert {id_: why for id_, why in found.items() if why} == {}


@each_row(
    ("url", "doubted"),
    [
        ("https://www.smokersforums.org/urge-surfing", "forum"),
        ("https://www.reddit.com/r/stopsmoking", "reddit"),
        ("https://healthunlocked.com/quitsupport/posts/1", "healthunlocked"),
        ("https://springwellhousesurgery.nhs.uk/heart", "surger"),
        ("https://richmondgpalliance.co.uk/health-a-z", "gpalliance"),
        ("https://hedgegrailpharmacy.co.uk/heart", "pharmac"),
        ("https://www.guidelinegenius.com/smoking-cessation", "genius"),
        ("https://docslib.org/doc/1", "docslib"),
        ("https://www.wired-gov.net/wg/news", "wired-gov"),
        ("https://some-quit-site.example/tips", "say in programme.facts.fact"),
        ("https://notnhs.uk/tips", "say in programme.facts.fact"),
        ("a book", "no address"),
        ("https://www.nhs.uk/conditions", None),
        ("https://111.wales.nhs.uk/encyclopaedia", None),
        ("https://pubmed.ncbi.nlm.nih.gov/17365764/", None),
        ("https://www.cochranelibrary.com/cdsr", None),
        ("https://www.rcgp.org.uk/", "say in programme.facts.fact"),
    ],
)  # fmt: skip
def test_what_is_no_source(url: str, doubted: str | None) -> None:
    """By its host; a surgery under the health service's own domain is a surgery."""
    assert (doubt(url) is None) is (doubted is None)
    assert (doubted or "") in (doubt(url) or "")


def test_a_copy_is_a_source_for_what_is_marked_so() -> None:
    """A leaflet's words on another's page, and only where the fact says that they were read second hand."""
    assert doubt("https://www.rxreasoner.com/monographs/1", second_hand=True) is None
    assert doubt("https://www.rxreasoner.com/monographs/1")
    assert doubt("https://www.smokersforums.org/urge-surfing", second_hand=True)


def test_every_fact_is_used() -> None:
    """By a text, or by code that names what it does with it: the rest would be looked at each year for nothing."""
    used = {id_ for ids in clinical_facts().values() for id_ in ids}
    assert [one.id for one in FACTS if one.id not in used and not one.used_by] == []


@each_row("locale", locales())
def test_every_text_that_reads_like_a_fact_is_registered(locale: str) -> None:
    """Used and not registered is as bad as unsourced."""
    texts = read(locale, sources(locale))
    assert unregistered(texts, clinical_facts(), says_no_fact()) == []
    assert unknown_facts(clinical_facts(), IDS) == []
    assert not clinical_facts().keys() & says_no_fact()


def test_nothing_is_let_off_that_does_not_sound_like_a_fact() -> None:
    """The list of those that state none holds no key it does not need."""
    texts = {one.key: one.words for one in read("en", sources("en"))}
    assert [key for key in says_no_fact() if not reads_clinical(texts[key])] == []


def test_a_fact_that_nobody_registered_is_found() -> None:
    """By the words that such sentences use; and a fact that is not there, by its id."""
    said = [
        "Cravings pass in a while.",
        "Feeling low is common in the first weeks.",
        "Stopping changes how strong some medicines are.",
        "Coffee can feel stronger now.",
        "Your lungs are clearing.",
        "How was your day?",
        "Patches double your chances.",
        "One in five sleeps badly.",
        "About 40% manage it.",
    ]
    texts = [Text("en", "a.ftl", f"k{n}", words, frozenset()) for n, words in enumerate(said)]
    assert unregistered(texts, {"k0": ["craving-minutes"]}, {"k1"}) == ["k2", "k3", "k4", "k6", "k7", "k8"]
    assert unknown_facts({"a": ["one", "two"]}, {"one"}) == ["a: two"]


@each_row(("felt", "last"), UP_TO_DAY.items(), ids=str)
def test_withdrawal_is_common_inside_its_bounds(felt: Felt, last: int) -> None:
    """From the quit date to the last day of its source, which stands in the registry; not before, not after."""
    days = [day for day in range(-3, 120) if may_say_common(felt, day)]
    assert days == list(range(last + 1))
    fact = next(one for one in FACTS if one.id == f"withdrawal-{felt}")
    weeks = last // 7
    assert f"{weeks} weeks" in fact.says or (weeks == 1 and "a week" in fact.says)


@each_row("day", [-1, 0, 1, 7, 14, 28, 400])
def test_thoughts_of_self_harm_are_never_explained(day: int) -> None:
    """On no day is that called common."""
    assert not may_say_common(Felt.SELF_HARM, day)


@each_row("felt", Felt)
def test_what_gets_worse_is_told_to_somebody(felt: Felt) -> None:
    """Low mood and anxiety that get worse or are very strong are not called common; nor, with a medicine that can
    change mood, what that can bring by itself."""
    serious = felt in {Felt.LOW_MOOD, Felt.ANXIOUS, Felt.SELF_HARM}
    of_medicines = {Felt.IRRITABLE, Felt.RESTLESS, Felt.POOR_SLEEP}
    assert may_say_common(felt, 3, worse=True) is not serious
    assert may_say_common(felt, 3, very=True) is not serious
    assert may_say_common(felt, 3, medicine=True) is not (serious or felt in of_medicines)


def test_low_mood_and_anxiety_point_to_telling_somebody() -> None:
    """Whatever else is said of them, their facts say so to whoever writes a text."""
    beside = {one.id: one.beside for one in FACTS}
    assert "worth telling" in beside["withdrawal-low-mood"]
    assert "worth telling" in beside["withdrawal-anxious"]
