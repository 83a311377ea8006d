"""The same for requests for help: see tests.trials.spoils."""

from tests.trials.lived import Lived
from tests.trials.spoils import spoils, with_
from tests.trials.spoils_of_the_week import SPOILS

__all__ = ["SPOILS"]


def _without_row(lived: Lived, key: str) -> Lived:
    return with_(lived, outbox=tuple(row for row in lived.memory.outbox if key not in (row.key or "")))


@spoils("request_lost")
def _it_was_sent_to_nobody(lived: Lived) -> Lived:
    spoiled = _without_row(lived, ":to")
    opened = ("RequestOpened", "RequestLate")
    return with_(spoiled, events=tuple(one for one in spoiled.memory.events if one.kind not in opened))


@spoils("request_left_unopened")
def _nobody_opened_it_and_nothing_came(lived: Lived) -> Lived:
    kinds = ("RequestOpened", "RequestLate")
    return with_(lived, events=tuple(one for one in lived.memory.events if one.kind not in kinds))


@spoils("request_left_unopened")
def _it_was_late_and_the_client_was_not_told(lived: Lived) -> Lived:
    return _without_row(lived, ":late")


@spoils("request_opened_in_silence")
def _it_was_opened_and_the_client_was_not_told(lived: Lived) -> Lived:
    return _without_row(lived, ":opened")
