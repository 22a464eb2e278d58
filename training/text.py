"""Words and pieces: the same folding and splitting as src/text/fold.ts and src/models/word-pieces.ts, in Python."""
import re
import unicodedata

WORD = re.compile(r"[a-z0-9]+")
UE = re.compile(r"(?<![aeiouq])ue")
LETTERS_MAX = 40


def fold(text: str) -> str:
    text = unicodedata.normalize("NFC", text).replace("ß", "ss").replace("ẞ", "ss").lower()
    text = text.replace("ä", "a").replace("ö", "o").replace("ü", "u").replace("ae", "a").replace("oe", "o")
    return UE.sub("u", text)


class Pieces:
    """Splits words into entries of a vocabulary: the fewest, longest ones (largest sum of squared lengths)."""

    def __init__(self, entries: list[str]):
        self.ids = {entry: number for number, entry in enumerate(entries)}
        self.longest = max(map(len, entries))
        self.cache: dict[str, tuple[int, ...]] = {}

    def of_text(self, text: str) -> list[int]:
        return [piece for word in WORD.findall(fold(text)) for piece in self.of_word(word)]

    def of_word(self, word: str) -> tuple[int, ...]:
        known = self.cache.get(word)
        if known is None:
            known = self.cache[word] = self.split(word[:LETTERS_MAX])
        return known

    def split(self, word: str, whole: bool = True) -> tuple[int, ...]:
        """`whole=False`: as if the word itself were no entry. An unknown word with a digit says nothing."""
        if whole and word in self.ids:
            return (self.ids[word],)
        if any(letter.isdigit() for letter in word):
            return ()
        best = [0] + [-1] * len(word)
        start_of = [0] * (len(word) + 1)
        for end in range(1, len(word) + 1):
            for start in range(max(0, end - self.longest), end):
                length = end - start
                if best[start] < 0 or (length == len(word) and not whole):
                    continue
                score = best[start] + length * length
                if score > best[end] and word[start:end] in self.ids:
                    best[end] = score
                    start_of[end] = start
        if best[len(word)] < 0:
            return ()
        pieces: list[int] = []
        end = len(word)
        while end > 0:
            pieces.append(self.ids[word[start_of[end] : end]])
            end = start_of[end]
        return tuple(reversed(pieces))
