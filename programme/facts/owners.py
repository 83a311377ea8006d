"""Whose pages a fact may rest on, by the host of its address, and what is no source whatever its host is.

A fact rests on whoever answers for it: a health service, a public body, a regulator, the maker of a medicine, a charity
of the field or about its own number, or a paper that was reviewed. Forums, one surgery's or pharmacy's page, news,
blogs, collections and copies of documents are none: what they say was said first elsewhere, and is read there.
"""

import re
from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

# A host belongs to one of these where it is it or ends in it after a dot.
OWNERS: Final = {
    "a health service": (
        "nhs.uk", "nhs.scot", "nhs.wales", "hscni.net", "nhsinform.scot", "nhsgrampian.org", "services.nhslothian.scot",
        "stopsmokingwales.com", "stopsmokinglondon.com", "betterhealthns.co.uk", "quitstrong.nz", "quit.org.nz",
        "quitlinent.org.au", "canstopsmoking.com", "ggcmedicines.org.uk", "medicinesinpregnancy.org",
        "northamptonshirematernityservices.co.uk",
    ),
    "a public body": ("gov.uk", "gov.wales", "gov.scot", "safer.scot", "citizensadvice.org.uk", "nihr.ac.uk"),
    "a regulator, a maker's leaflet, a guideline": (
        "medicines.org.uk", "ema.europa.eu", "mhra.gov.uk", "nice.org.uk", "bnf.org", "who.int",
    ),
    "a reviewed paper": (
        "pubmed.ncbi.nlm.nih.gov", "pmc.ncbi.nlm.nih.gov", "ncbi.nlm.nih.gov", "doi.org", "cochranelibrary.com",
        "cochrane.org", "research.manchester.ac.uk",
    ),
    "a charity of the field, or about its own number": (
        "bhf.org.uk", "lung.ca", "cancer.org", "roswellpark.org", "young.scot", "changegrowlive.org", "sja.org.uk",
        "wokingmind.org.uk", "samaritans.org", "giveusashout.org", "refuge.org.uk", "respect.org.uk", "dsahelpline.org",
        "epilepsysociety.org.uk", "nspcc.org.uk",
    ),
    "an owner's page, kept by a library": ("webarchive.library.unt.edu", "webarchive.nationalarchives.gov.uk"),
}  # fmt: skip
# Copies of a maker's leaflet or of a public body's notice, for a fact that is marked as read second hand and names
# whose words they are. Each is to be read at its owner's before release.
COPIES: Final = ("build.fhir.org", "rxreasoner.com", "rowlandspharmacy.co.uk", "govwire.co.uk")
# A sign, anywhere in the host, of a place that tells what others said, or speaks for one place only. It outweighs the
# list above: a surgery may stand under nhs.uk, and a list of lists under gov.uk.
_SIGNS: Final = re.compile(
    r"""forum | boards\. | reddit | quora | community | healthunlocked | answers | wiki | blog | medium\. | wordpress
      | surger | practice | doctors | medical-?cent | healthcent | gpalliance | gpstafford | (?:^|[.-])gps?[.-]
      | pharmac | chemist | clinic
      | docslib | studylib | scribd | slideshare | yumpu | docplayer | issuu | scilit | researchgate | academia\.
      | genius | notebook | sharecare | webmd | healthline | drugs\.com | patient\.info | wired-gov | news | caba\.""",
    re.IGNORECASE | re.VERBOSE,
)


def doubt(url: str, *, second_hand: bool = False) -> str | None:
    """What speaks against that address as the source of a fact; None where nothing does.

    `second_hand`: the fact is marked so, and may name one of COPIES.

    Without an https or http address, with the sign of a forum, a surgery, a collection or the like in its host, or with
    a host of which nobody has said here what it is.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").lower()
    if parts.scheme not in {"http", "https"} or not host:
        return f"{url}: no address"
    if second_hand and _is_of(host, COPIES):
        return None
    if sign := _SIGNS.search(host):
        return f"{host}: looks like a forum, a surgery or a collection ({sign.group().strip()})"
    return (
        None
        if any(_is_of(host, ones) for ones in OWNERS.values())
        else f"{host}: say in programme.facts.owners whose page that is"
    )


def _is_of(host: str, ones: Iterable[str]) -> bool:
    return any(host == one or host.endswith(f".{one}") for one in ones)
