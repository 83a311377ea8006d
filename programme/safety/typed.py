"""How words are typed, and what they stand for: short forms, slips, letters in disguise, words run together."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import chain, groupby, product

from programme.safety.plain import Word, split_words

_DISGUISES = {
    "0": "o", "1": "il", "2": "z", "3": "e", "4": "a", "5": "s", "6": "g", "7": "t", "8": "b", "9": "g",
    "@": "a", "$": "s", "!": "i", "|": "il",
}  # fmt: skip
_DISGUISED = re.compile(r"[0-9@$!|]")
_MASKED = re.compile(r"\*+")
_LONG_RUN = re.compile(r"(.)\1+")
_VOWELS = re.compile(r"[aeiou]+")
# How a word sounds, near enough to know a respelling by: written so, and what stands for it. Unstressed vowels go.
_SOUNDS = tuple(
    (re.compile(written), sound)
    for written, sound in [
        ("ph", "f"), ("c(?=[eiy])", "s"), ("ck|c|q", "k"), ("z", "s"),
        (r"r(?![aeiouy])", ""), (r"([^aeiouy])\1+", r"\1"),
        ("(?:u|oo|ew|eu|ou)[aeiouyw]*", "U"), ("[aeo]*[iy][aeiouyw]*", "I"), ("[aeo]w?", ""),
    ]
)  # fmt: skip
_LONGEST_WORD = 120
_MEMO = 20_000
_SIGNS = frozenset({".", ","})  # marks that were dictated: "full stop", "comma"
# Pieces of a text to look in, each with its words.
Said = list[tuple[str, frozenset[str]]]
_PIECE = 40  # words: a piece goes on to the end of its sentence, or twice as far
_OVERLAP = 20  # words of the piece before, where a sentence had to be cut


def plainly(found: Sequence[Word]) -> Said:
    """What a list looks in that knows no short forms: an apostrophe parts two words, as in "j'ai"; not in Cyrillic."""
    if not any("'" in word.text for word in found):
        return _said_text(found)
    said: list[Word] = []
    for word in found:
        pieces = word.text.split("'") if word.text.isascii() else [word.text.replace("'", "")]
        *before, last = [piece for piece in pieces if piece] or [""]
        said += [*map(Word, before), Word(last, word.mark)]
    return _said_text(said)


def _said_text(said: Sequence[Word]) -> Said:
    """Long texts in pieces, so that the work grows with the length and no faster."""
    pieces: Said = []
    start = 0
    for at, word in enumerate(said, start=1):
        ends = word.mark == "." and at - start >= _PIECE
        if ends or at - start >= 2 * _PIECE or at == len(said):
            pieces.append(_piece(said[start:at]))
            start = at if ends else at - _OVERLAP
    return pieces


def _piece(said: Sequence[Word]) -> tuple[str, frozenset[str]]:
    text = " ".join([word.text + word.mark for word in said]).rstrip(".,")
    return text + ". ", frozenset([word.text for word in said])


class Typed:
    """Puts what was typed into the words that the lines of one list are written in."""

    def __init__(
        self, said_as: Mapping[str, str], endings: Mapping[str, str], slips: Mapping[str, Sequence[str]]
    ) -> None:
        self._one = {_flat(typed): said.casefold() for typed, said in said_as.items() if not _of_several(typed, said)}
        # "comma" is one word that stands for a mark, so it goes with those of several words.
        self._many: dict[str, list[tuple[tuple[str, ...], str]]] = defaultdict(list)
        for typed, said in sorted(said_as.items(), key=lambda pair: -len(pair[0])):
            if _of_several(typed, said):
                key = tuple(_flat(typed).replace("'", "").split())
                self._many[key[0]].append((key, said.casefold()))
        self._endings = tuple(endings.items())
        self._telling = tuple(slips.get("words", ()))
        self._never = frozenset(slips.get("never", ()))
        self._by_sound = {_sound(word): word for word in slips.get("by_sound", ())}
        pairs = [pair for keys in self._many.values() for pair in keys if pair[1] not in _SIGNS]
        self._in_lines = {" ".join(key): said for key, said in pairs}
        longest_first = sorted(self._in_lines, key=len, reverse=True)
        self._in_line = re.compile(rf"(?<![\w'])(?:{'|'.join(map(re.escape, longest_first)) or '(?!)'})(?![\w'])")
        self._known: set[str] = set()
        self._memo: dict[str, str] = {}
        self._slips: dict[str, list[str]] = defaultdict(list)

    def learn(self, known: Iterable[str]) -> None:
        """The words of the list: they are typed right, and words run together are looked for among them."""
        self._known = {*known, *self._one, *self._telling, *self._never}
        self._longest = max(map(len, self._known), default=0)
        for word in self._telling:
            self._slips[word[0]].append(word)

    def line(self, written: str) -> str:
        """A line of the list, in which short forms of several words are put as in a text."""
        return self._in_line.sub(lambda found: self._in_lines[found[0]], written)

    def word_of_a_line(self, word: str) -> str:
        """One word of a line, as it is looked for."""
        flat = _flat(word)
        return self._one.get(flat) or self._ended(flat) or flat.replace("'", "")

    def text(self, found: Sequence[Word]) -> Said:
        """The text to look in, and its words."""
        said: list[Word] = []
        for word in self._spelled_out(found):
            *before, last = self.word(word.text).split() or [word.text]
            said += [*map(Word, before), Word(last, word.mark)]
        return _said_text(self._together(said))

    def _spelled_out(self, found: Sequence[Word]) -> Sequence[Word]:
        """Words typed letter by letter put together: at least three in a row, and the list knows what comes of it."""
        if sum(len(word.text) == 1 for word in found) < 3:
            return found
        out: list[Word] = []
        for single, run in groupby(found, key=lambda word: len(word.text) == 1):
            letters = list(run)
            out += self._put_together(letters) if single and len(letters) >= 3 else letters
        return out

    def _put_together(self, letters: list[Word]) -> list[Word]:
        for at in range(len(letters) - 2):
            spelled = "".join(word.text for word in letters[at:])
            if spelled in self._known or self.word(spelled) != spelled:
                return [*letters[:at], Word(spelled, letters[-1].mark)]
        return letters

    def _together(self, said: list[Word]) -> list[Word]:
        if self._many.keys().isdisjoint(word.text for word in said):
            return said
        out: list[Word] = []
        at = 0
        while at < len(said):
            for key, meant in self._many.get(said[at].text, ()):
                part = said[at : at + len(key)]
                if tuple(word.text for word in part) == key and all(word.mark != "." for word in part[:-1]):
                    if meant in _SIGNS:  # a mark that was dictated
                        out[-1:] = [Word(word.text, meant) for word in out[-1:]]
                    else:
                        *before, last = meant.split()
                        out += [*map(Word, before), Word(last, part[-1].mark)]
                    at += len(key)
                    break
            else:
                out.append(said[at])
                at += 1
        return out

    def word(self, typed: str) -> str:
        """What that word stands for; itself where nothing is known of it."""
        if typed not in self._memo:
            if len(self._memo) >= _MEMO:
                self._memo.clear()
            self._memo[typed] = self._said(typed)
        return self._memo[typed]

    def _said(self, typed: str) -> str:
        if said := self._one.get(typed) or self._ended(typed):
            return said
        bare = typed.replace("'", "")
        if bare in self._one or bare in self._known:
            return self._one.get(bare, bare)
        if len(bare) > _LONGEST_WORD or not bare.isascii():
            return bare
        return (
            self._masked(bare) or self._disguised(bare) or self._drawn_out(bare)
            or self._clipped(bare) or self._run_together(bare) or self._slipped(bare)
            or self._by_sound.get(_sound(bare)) or self._without_vowels(bare) or bare
        )  # fmt: skip

    def _ended(self, typed: str) -> str:
        for ending, said in self._endings:
            if typed.endswith(ending) and len(typed) > len(ending):
                start = typed[: -len(ending)].replace("'", "")
                return f"{self._one.get(start, start)}{said}"
        return ""

    def _masked(self, bare: str) -> str:
        if "*" not in bare or not self._telling:
            return ""
        pattern = re.compile(_MASKED.sub("[a-z]{1,4}", re.escape(bare).replace(r"\*", "*")))
        return next((word for word in self._telling if pattern.fullmatch(word)), "")

    def _disguised(self, bare: str) -> str:
        places = _DISGUISED.findall(bare)
        if not 0 < len(places) <= 5 or len(places) == len(bare):
            return ""
        between = _DISGUISED.split(bare)
        for letters in product(*(_DISGUISES[place] for place in places)):
            pieces = [*chain.from_iterable(zip(between, letters, strict=False)), between[-1]]
            if said := self._plainly("".join(pieces)):
                return said
        return ""

    def _plainly(self, bare: str) -> str:
        if bare in self._one or bare in self._known:
            return self._one.get(bare, bare)
        return self._drawn_out(bare) or self._clipped(bare) or self._run_together(bare)

    def _drawn_out(self, bare: str) -> str:
        if not _LONG_RUN.search(bare):
            return ""
        for times in (r"\1", r"\1\1"):
            short = _LONG_RUN.sub(times, bare)
            if short in self._one or short in self._known:
                return self._one.get(short, short)
        return ""

    def _clipped(self, bare: str) -> str:
        """ "killin" and "hitin", "chokd", "hitz"."""
        if len(bare) < 4:
            return ""
        if bare.endswith("in"):
            longer = [f"{bare}g", f"{bare[:-2]}{bare[-3]}ing"]
        else:
            longer = [f"{bare[:-1]}ed"] if bare.endswith("d") else [f"{bare[:-1]}s"] if bare.endswith("z") else []
        return next((word for word in longer if word in self._known), "")

    def _run_together(self, bare: str) -> str:
        """Split into words of the list, one of them a telling word: "killmyself"."""
        if len(bare) < 7 or not any(word in bare for word in self._telling):
            return ""
        best: list[list[str] | None] = [[], *[None] * len(bare)]
        for end in range(1, len(bare) + 1):
            for start in range(max(0, end - self._longest), end):
                before = best[start]
                if before is not None and bare[start:end] in self._known:
                    candidate = [*before, bare[start:end]]
                    if best[end] is None or len(candidate) < len(best[end] or ()):
                        best[end] = candidate
        split = best[-1]
        if not split or not any(word in self._telling for word in split):
            return ""
        return " ".join(self._one.get(word, word) for word in split)

    def _slipped(self, bare: str) -> str:
        if len(bare) < 5 or not (candidates := self._slips.get(bare[0])):
            return ""
        from rapidfuzz.distance import OSA

        for word in candidates:
            allowed = 0 if len(word) < 5 else 1 if len(word) < 8 else 2
            if allowed and OSA.distance(bare, word, score_cutoff=allowed) <= allowed:
                return word
        return ""

    def _without_vowels(self, bare: str) -> str:
        """ "wrthlss"."""
        if len(bare) < 4 or _VOWELS.search(bare):
            return ""
        return next((word for word in self._slips.get(bare[0], ()) if _VOWELS.sub("", word) == bare), "")


def _sound(word: str) -> str:
    for written, sound in _SOUNDS:
        word = written.sub(sound, word)
    return word


@lru_cache(maxsize=4096)
def _flat(text: str) -> str:
    return " ".join(word.text for word in split_words(text))


def _of_several(typed: str, said: str) -> bool:
    return " " in typed or said in _SIGNS
