"""The look-back (FIELD row 1.4): about a cigarette of theirs, forty to ninety minutes later, and not often."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from trials.simulate.life import Life
from trials.simulate.residents import What

SOONEST, LATEST = timedelta(minutes=40), timedelta(minutes=90)
MOST = 3  # a day
_KEY = re.compile(r"s(\d+):look@\d+")


def look_backs(life: Life) -> Iterator[str | None]:
    """Each comes once, forty to ninety minutes after its cigarette was told of, which was no lapse; three a day."""
    told = [did for did in life.doings(What.WRITE_DOWN) if did.said["cigarette"] is not None and not did.said["lapse"]]
    days: Counter[tuple[int, date]] = Counter()
    seen: set[str] = set()
    for sent in life.sends:
        found = _KEY.fullmatch(sent.key or "")
        if found is None:
            continue
        theirs = [did.at for did in told if (did.person_id, did.said["cigarette"]) == (sent.person_id, int(found[1]))]
        wrong = found[0] in seen or not any(SOONEST <= sent.at - at <= LATEST for at in theirs)
        seen.add(found[0])
        days[sent.person_id, life.local_date(sent.person_id, sent.at)] += 1
        yield f"{sent.key} came to {sent.who} at {sent.at}, and was not to" if wrong else None
    yield from (f"{life.who(one)} was looked back at {n} times on {day}" for (one, day), n in days.items() if n > MOST)
