"""The words of what goes out, to be kept beside it: an operator can read later what a version said."""

from collections.abc import Iterable
from datetime import datetime

from bot.texts.service import texts_for
from db.wordings import TextVersion, Wording


def versions(now: datetime, said: Iterable[Wording]) -> list[TextVersion]:
    """Each text of these wordings, once, in the words of this release."""
    found = {(key, one.locale): version for one in said for key, version in one.texts}
    return [
        TextVersion(key, locale, version, texts_for(locale).written[key].words, now)
        for (key, locale), version in sorted(found.items())
    ]
