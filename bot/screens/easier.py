"""What got easier: taps of their own finding, and words of their own; shown back under progress."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from bot.screen import Button, Screen, does
from bot.screens.parts import EXCERPT, cut, lines, paragraphs, rows
from bot.screens.reads import sees_of
from bot.screens.sees import Sees, told_line
from bot.taps.measures import EASIER, EASIER_ASK, EASIER_BACK, EASIER_DONE
from bot.texts import Texts
from care.easier import noticed_by
from care.quit_date import today_of
from db.screens import ScreenRow
from db.tx import Tx
from programme.easier import Easier, Noticed
from programme.people import Person

SHOWN = 3  # of their own words


@dataclass(frozen=True, slots=True)
class Facts:
    """`today` holds what they tapped on this day; `view`: "ask" for words, "kept"."""

    sees: Sees
    today: frozenset[Easier] = frozenset()
    view: str = ""


async def facts(tx: Tx, person: Person, row: ScreenRow) -> Facts:
    """As it is now."""
    today = today_of(tx.now, person)
    tapped = frozenset(one.what for one in await noticed_by(tx, person.id) if one.on == today)
    return Facts(await sees_of(tx, person), tapped, row.args.get("view", ""))


def screen(facts: Facts, texts: Texts) -> Screen:
    """Tap all that fit."""
    done = does(texts.label("button-done"), EASIER_DONE)
    match facts.view:
        case "ask":
            return Screen(texts("easier-ask"), ((does(texts.label("button-back"), EASIER_BACK),),))
        case "kept":
            return Screen(texts("easier-kept" if facts.today else "easier-none-kept"))
    each = (_chip(one, one in facts.today, texts) for one in Easier if one is not Easier.OTHER)
    other = does(texts.label("easier-other"), EASIER_ASK)
    return Screen(paragraphs(texts("easier"), _who(facts.sees, texts)), (*rows(each, 2), (other, done)))


def _chip(one: Easier, is_on: bool, texts: Texts) -> Button:
    return does(f"{'☑' if is_on else '☐'} {texts.label(f'easier-{one}')}", EASIER, one)


def _who(sees: Sees, texts: Texts) -> str:
    """Nobody but them sees these: they stand on no summary."""
    return texts("check-in-who-you") if sees.keep else told_line(sees, texts)


def easier_lines(found: Sequence[Noticed], texts: Texts) -> str | None:
    """What got easier, as it is shown back with their progress; None where nothing was said."""
    if not found:
        return None
    counts = Counter(one.what for one in found if one.what is not Easier.OTHER)
    own = [one.words for one in found if one.words]
    listed = [
        texts("easier-line", what=texts.label(f"easier-{what}")) if times == 1
        else texts("easier-line-times", what=texts.label(f"easier-{what}"), times=times)
        for what, times in counts.most_common()
    ]  # fmt: skip
    words = [texts("easier-words", words=cut(one, EXCERPT)) for one in own[-SHOWN:]]
    return lines(texts("easier-told"), *listed, *words)
