"""The crisis cards: whom to reach, by nation and by what was written. Each line says where its number is from.

Read from public copies of the named pages on the day given: pages of whoever owns the number, or of the health service
that runs it. A number of which no such page was found is `unconfirmed`: `alongside doctor` lists it until the file of
whoever runs the service confirms it (programme.safety.card_file). Each number is checked with its owner before release
(FIELD.md 2.12).
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Final

from programme.safety.danger import Brings

ANYWHERE: Final = "ZZ"  # the card for a country without one
BRITAIN: Final = "GB"  # the card before anybody says in which of the four nations they are
NATIONS: Final = ("GB-ENG", "GB-SCT", "GB-WLS", "GB-NIR")  # chosen by a tap, never guessed from a clock
CHOICES: Final = (*NATIONS, ANYWHERE)
OTHERS: Final = tuple(one for one in Brings if one not in {Brings.CHECK, Brings.LIFE})  # cards with lines of their own
_CHECKED: Final = date(2026, 11, 30)
_REVIEW: Final = date(2027, 5, 30)


@dataclass(frozen=True, slots=True)
class CardLine:
    """One line as it is read out, and the page it rests on. `unconfirmed`: its number, without a page of its owner."""

    words: str
    source: str
    checked_on: date
    review_by: date
    unconfirmed: str = ""


@dataclass(frozen=True, slots=True)
class CrisisCard:
    """`danger` is one line for the first screen; `call` is what fits "please call ..."; `lines` most urgent first.

    `others`: the lines of the other cards, by what was written; where there are none, `lines`.
    """

    country: str
    danger: str
    call: str
    lines: tuple[CardLine, ...]
    others: Mapping[Brings, tuple[CardLine, ...]] = field(default_factory=dict)

    def of(self, brings: Brings) -> tuple[CardLine, ...]:
        """The lines for what was written."""
        return self.others.get(brings, self.lines)

    def every_line(self) -> Iterable[CardLine]:
        """All lines of all its cards."""
        return (line for lines in (self.lines, *self.others.values()) for line in lines)

    @property
    def medicines(self) -> str:
        """What fits "please call ..." about a medicine: never a line for mental health.

        111 answers for England, Scotland and Wales, and so before a nation is chosen (NHS 111 has no line in Northern
        Ireland).
        """
        return "111" if self.country in {BRITAIN, *NATIONS} - {"GB-NIR"} else "a pharmacist"

    @property
    def emergency(self) -> str:
        """What fits "please call ..." where life is in danger: nothing is guessed for a country that is not ours."""
        return "999" if self.country in {BRITAIN, *NATIONS} else "your local emergency number"

    def is_overdue(self, today: date) -> bool:
        """Has the review date of any line passed?"""
        return any(line.review_by < today for line in self.every_line())


def unconfirmed(cards: Mapping[str, CrisisCard]) -> list[str]:
    """The numbers on these cards that nobody has confirmed."""
    return sorted({line.unconfirmed for card in cards.values() for line in card.every_line() if line.unconfirmed})


def _line(words: str, source: str, unconfirmed: str = "") -> CardLine:
    return CardLine(words, source, _CHECKED, _REVIEW, unconfirmed)


_NHS_111_2 = "https://tewv.nhs.uk/services/crisis-advice"
_NHS_111_FOR_OTHERS = "https://shsc.nhs.uk/news/call-nhs-111-if-you-are-experiencing-mental-health-crisis"
_NHS_999 = "https://www.lpft.nhs.uk/contact-us/need-help-now"
_WALES = "https://bcuhb.nhs.wales/news/health-board-news/new-mental-health-telephone-support-service-handles-nearly-12000-calls-in-its-first-year/"
_SCOTLAND = "https://services.nhslothian.scot/rightcare/emergencies"
_LIFELINE = (
    "https://publichealth.hscni.net/news/world-suicide-prevention-day-contact-lifeline-if-youre-distress-or-despair"
)
_LISTENING = "https://www.samaritans.org/how-we-can-help/contact-samaritan/"
_ASKING = "https://samaritans.org/branches/watford/news/10-september-is-world-suicide-prevention-day"
_TEXTING = "https://giveusashout.org/about-us/faq/"
_POLICE = "https://www.gov.uk/guidance/domestic-abuse-how-to-get-help"
_POISON = "https://111.wales.nhs.uk/encyclopaedia/p/article/poisoning/"
_POISON_SCOTLAND = "http://www.nhsborders.scot.nhs.uk/patients-and-visitors/right-care,-right-place/nhs24/"
_POISON_NHS = "http://www.nhs.uk/Conditions/Poisoning/Pages/Treatment.aspx"
_TOO_MUCH = "https://www.nth.nhs.uk/resources/paracetamol-safety-for-adults/"  # help is needed even if you feel well
_FIRST_AID = "http://sja.org.uk/sja/first-aid-advice/poisoning/swallowed-poisons.aspx"
_POISON_TELL = "https://nidirect.gov.uk/conditions/poisoning"  # what medical staff need to know
_CHEST = (
    "https://www.nhsinform.scot/illnesses-and-conditions/heart-and-blood-vessels/heart-emergencies/"
    "what-to-do-in-an-emergency"
)
_REFUGE = (
    "https://refuge.org.uk/news/refuge-response-to-home-secretary-announcement-of-support-for-domestic-abuse-victims"
)
_LIVE_FEAR_FREE = "https://www.gov.wales/live-fear-free/sexual-violence"
_NEXUS = "https://dsahelpline.org/2023/12/22/domestic-and-sexual-abuse-helpline-could-receive-50-calls-per-day-over-christmas-week/"
_SAFER_SCOTLAND = "https://safer.scot/information/da/report/"
_MEN = "https://www.keepingwellnwl.nhs.uk/self-help-resources/staying-safe-domestic-violence"
_RESPECT = "https://gov.wales/node/33827"
_SAMARITANS = _line("Want to talk: Samaritans, 116 123. Free, any time.", _LISTENING)
_SHOUT = _line("Would rather text: SHOUT to 85258.", _TEXTING)
_EMERGENCY = _line("In danger, hurt, or taken too much of anything: call 999 or go to A&E.", _NHS_999)
_ENGLAND_NOW = _line("Need help now: call 111, press 2. Day or night.", _NHS_111_2)
_WALES_NOW = _line("Need help now: call 111, press 2. Day or night.", _WALES, "111, press 2 (Wales)")
_SCOTLAND_NOW = _line("Need help now: call 111 and ask for mental health. Day or night.", _SCOTLAND)
_IRELAND_NOW = _line("Need help now: Lifeline, 0808 808 8000. Free, day or night.", _LIFELINE)
_POLICE_NOW = _line("In danger now: call 999. Can't talk? Call from a mobile, and press 55 when asked.", _POLICE)
_FOR_MEN = _line("For men: Men's Advice Line, 0808 801 0327.", _MEN, "0808 801 0327")
_OWN_DOING = _line(
    "Scared of what you might do: Respect, 0808 802 4040. If it's now, call 999.", _RESPECT, "0808 802 4040"
)
_AMBULANCE = _line("Call 999 or go to A&E now, even if you feel fine.", f"{_POISON_NHS} {_TOO_MUCH}")
_PACKETS = _line("Don't make yourself sick. Take the packets or bottles with you.", f"{_FIRST_AID} {_POISON_TELL}")
_MEDICAL = (
    _line("Call 999 now. Say what is happening.", _CHEST),
    _line("Sit down and rest while you wait. Don't drive yourself.", _CHEST),
    _line("If somebody is near, ask them to stay with you.", _CHEST),
)
_OTHERS_NOW = _line(
    "Their life is in danger, or they took something: call 999. Stay with them if you are safe.", _NHS_999
)
_ASK = _line(
    "If they may want to die, ask straight out: “Are you thinking of ending your life?” Asking does not make it worse.",
    _ASKING,
)
_FOR_BOTH = _line("For them or for you: Samaritans, 116 123. Free, any time.", _LISTENING)


def _abuse(words: str, source: str, unconfirmed: str = "") -> CardLine:
    return _line(f"Somebody hurts or scares you: {words}. Free, day or night.", source, unconfirmed)


def _british(
    country: str, danger: str, call: str, now: CardLine | None, abuse: CardLine | None, poison: CardLine | None,
    for_others: CardLine | None, short: str | None,
) -> CrisisCard:  # fmt: skip
    def kept(*lines: CardLine | None) -> tuple[CardLine, ...]:
        return tuple(line for line in lines if line is not None)

    numbers = kept(
        _line("999: danger now.", _NHS_999),
        _line(short, now.source, now.unconfirmed) if short and now else None,
        _line("116 123: Samaritans, to talk.", _LISTENING),
        _line("85258: text SHOUT.", _TEXTING),
    )
    others = {
        Brings.VIOLENCE: kept(_POLICE_NOW, abuse, _FOR_MEN, _OWN_DOING),
        Brings.TAKEN: kept(_AMBULANCE, poison, _PACKETS, _SAMARITANS),
        Brings.MEDICAL: _MEDICAL,
        Brings.SOMEBODY_ELSE: kept(_OTHERS_NOW, _ASK, for_others, _FOR_BOTH),
        Brings.NUMBERS: numbers,
    }
    return CrisisCard(country, danger, call, kept(_EMERGENCY, now, _SAMARITANS, _SHOUT), MappingProxyType(others))


def _anywhere() -> CrisisCard:
    def said(*words: str) -> tuple[CardLine, ...]:
        return tuple(_line(one, "no number") for one in words)

    emergency = "call your local emergency number"
    others = {
        Brings.VIOLENCE: said(
            f"In danger now: {emergency}.",
            "A women's centre, a doctor or the police can help you find a safe place.",
        ),
        Brings.TAKEN: said(
            f"{emergency.capitalize()} now, or go to the nearest hospital, even if you feel fine.",
            "Don't make yourself sick. Take the packets or bottles with you.",
        ),
        Brings.MEDICAL: said(
            f"{emergency.capitalize()} now. Say what is happening.",
            "Sit down and rest while you wait. Don't drive yourself.",
        ),
        Brings.SOMEBODY_ELSE: (
            *said(f"Their life is in danger, or they took something: {emergency}. Stay with them if you are safe."),
            _ASK,
        ),
    }
    return CrisisCard(
        ANYWHERE, "In danger? Call your local emergency number.", "your local emergency number",
        said(
            f"In danger, hurt, or taken too much of anything: {emergency}.",
            "Or go to the nearest hospital. It's fine to go there to say how you feel.",
            "Need help now: a doctor or a crisis line near you. Somebody you trust can look it up.",
        ),
        MappingProxyType(others),
    )  # fmt: skip


def _by_country(*cards: CrisisCard) -> Mapping[str, CrisisCard]:
    return MappingProxyType({card.country: card for card in cards})


_POISON_ADVICE = "Not sure it was too much: call 111 for advice about poison. Day or night."
_CALL_FOR_THEM = "Need help with them now: call 111, press 2. You can call for somebody else."
_DANGER_111_2 = "In danger? Call 999. Urgent mental health help? Call 111, press 2."
# Keys are ISO 3166: a country, or a nation of it (GB-SCT).
CARDS: Final = _by_country(
    _british(
        BRITAIN, "In danger? Call 999. Help in your country: /help", "116 123 or 999",
        now=None,
        abuse=_line(
            "Somebody hurts or scares you, free, day or night: England 0808 2000 247, Scotland 0800 027 1234,"
            " Wales 0808 80 10 800, Northern Ireland 0808 802 1414.",
            f"{_REFUGE} {_SAFER_SCOTLAND} {_LIVE_FEAR_FREE} {_NEXUS}",
            "0800 027 1234",
        ),
        poison=_line(f"{_POISON_ADVICE} Not in Northern Ireland.", _POISON_NHS),
        for_others=None, short=None,
    ),
    _british(
        "GB-ENG", _DANGER_111_2, "111, press 2, or 999",
        now=_ENGLAND_NOW,
        abuse=_abuse("National Domestic Abuse Helpline, 0808 2000 247", _REFUGE),
        poison=_line(_POISON_ADVICE, _POISON_NHS),
        for_others=_line(_CALL_FOR_THEM, _NHS_111_FOR_OTHERS),
        short="111, press 2: mental health.",
    ),
    _british(
        "GB-WLS", _DANGER_111_2, "111, press 2, or 999",
        now=_WALES_NOW,
        abuse=_abuse("Live Fear Free, 0808 80 10 800", _LIVE_FEAR_FREE),
        poison=_line(_POISON_ADVICE, _POISON),
        for_others=_line(_CALL_FOR_THEM, _WALES, "111, press 2 (Wales)"),
        short="111, press 2: mental health.",
    ),
    _british(
        "GB-SCT", "In danger? Call 999. Urgent mental health help? Call 111.", "111 or 999",
        now=_SCOTLAND_NOW,
        abuse=_abuse("Domestic Abuse Helpline, 0800 027 1234", _SAFER_SCOTLAND, "0800 027 1234"),
        poison=_line(_POISON_ADVICE, _POISON_SCOTLAND),
        for_others=_SCOTLAND_NOW,
        short="111: mental health.",
    ),
    _british(
        "GB-NIR", "In danger? Call 999. In despair? Call Lifeline, 0808 808 8000.", "0808 808 8000 or 999",
        now=_IRELAND_NOW,
        abuse=_abuse("Domestic and Sexual Abuse Helpline, 0808 802 1414", _NEXUS),
        poison=None,
        for_others=_line("Worried about them: Lifeline, 0808 808 8000. Free, day or night.", _LIFELINE),
        short="0808 808 8000: Lifeline.",
    ),
    _anywhere(),
)  # fmt: skip


def card_for(country: str | None, cards: Mapping[str, CrisisCard] = CARDS, nation: str | None = None) -> CrisisCard:
    """The card of where somebody is: abroad the country's, at home that of the `nation` which they chose.

    Nothing is guessed: without a nation it is the card that holds in all four, and without a card the one for anywhere.
    """
    where = country if country not in {None, BRITAIN} else nation or BRITAIN
    return cards.get(where or BRITAIN) or cards[ANYWHERE]
