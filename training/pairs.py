"""Pairs the law gives, and our own questions, made clumsy: words dropped, misspelt, split."""
import numpy as np

from core_laws import CORE_LAWS
from passages import Passages
from text import Pieces

NEIGHBOURS = 32
LAY_SHARE = 0.5
LAY_WORD_PAIRS = 16
MISSPELT_ENTRIES = 26_000


class Pairs:
    def __init__(self, laws, office, held, vocabulary, pieces: Pieces, weights, lay_questions, lay_words, seed: int):
        self.random = np.random.default_rng(seed)
        self.weights = weights
        self.laws, self.office = laws, office
        self.lay_questions, self.lay_words = lay_questions, lay_words
        self.parts, self.misspelt = variants(vocabulary, pieces)
        trained = [index for index, name in enumerate(office.name) if name not in held]
        self.office_pool = trained
        self.core_pool = [index for index in trained if office.name[index][0] in CORE_LAWS]
        self.laws_pool = [
            index for index, name in enumerate(laws.name) if name not in held and len(laws.part("text", index)) >= 8
        ]
        self.siblings: dict[int, list[int]] = {}
        for index in trained:
            self.siblings.setdefault(int(office.norm[index]), []).append(index)

    def batch(self, size: int) -> tuple[list[list[int]], list[list[int]], np.ndarray]:
        """Left and right texts, and the number of the norm both are of."""
        draw = self.random.random()
        if draw < 0.35:
            source, pool = self.office, self.core_pool
        elif draw < 0.6:
            source, pool = self.office, self.office_pool
        else:
            source, pool = self.laws, self.laws_pool
        lay = int(size * LAY_SHARE) if source is self.office and self.lay_questions else 0
        # In every fifth batch whole stretches of laws stand against each other: the hard case.
        chosen = self.stretches(pool, size) if draw >= 0.8 else self.random.choice(pool, size - lay)
        left, right, norms = [], [], []
        for index in chosen:
            pair = self.of_passage(source, int(index))
            left.append(pair[0])
            right.append(pair[1])
            norms.append(int(source.norm[index]))
        for _ in range(lay):
            question, found = self.one(self.lay_questions)
            index = self.one(found)
            left.append(self.clumsy(question, 0.15, 0.06, 0.08))
            right.append(self.office.embedded(index))
            norms.append(int(self.office.norm[index]))
        for _ in range(LAY_WORD_PAIRS if self.lay_words else 0):
            number = int(self.random.integers(len(self.lay_words)))
            everyday, legal = self.lay_words[number]
            left.append(self.clumsy(everyday, 0.3, 0.06, 0.05))
            right.append(self.clumsy(legal, 0.2, 0, 0.05))
            norms.append(-1 - number)
        return left, right, np.array(norms)

    def stretches(self, pool: list[int], size: int) -> list[int]:
        starts = self.random.integers(0, len(pool) - NEIGHBOURS, size // NEIGHBOURS)
        return [pool[start + step] for start in starts for step in range(NEIGHBOURS)]

    def of_passage(self, source: Passages, index: int) -> tuple[list[int], list[int]]:
        heading, outline, text = (source.part(part, index) for part in ("heading", "outline", "text"))
        kind = self.random.random()
        if kind < 0.45 and heading:
            left = self.clumsy(heading + (outline[-6:] if self.random.random() < 0.3 else []), 0.15, 0.08, 0.12)
            right = (heading if self.random.random() < 0.4 else []) + text
        elif kind < 0.75:
            left, right = self.keywords(heading, outline, text)
        elif source is self.office and self.random.random() < 0.3:
            sibling = self.one(self.siblings[int(source.norm[index])])
            left, right = self.clumsy(text, 0.3, 0.02, 0.08), source.embedded(sibling)
        else:
            left, right = self.span(heading, text)
        return left or text[:3] or [0], self.clumsy(right, 0.05, 0.01, 0.04) or [0]

    def keywords(self, heading: list[int], outline: list[int], text: list[int]) -> tuple[list[int], list[int]]:
        """A few of its words, rare ones rather, as in a query; half of the time the text is left without them."""
        words = np.array(heading + outline + text)
        count = min(int(self.random.integers(4, 12)), len(words))
        chances = self.weights[words] / self.weights[words].sum()
        left = self.random.choice(words, count, replace=False, p=chances).tolist()
        missing = set(left) if self.random.random() < 0.5 else set()
        return self.clumsy(left, 0, 0.12, 0.15), heading + [piece for piece in text if piece not in missing]

    def span(self, heading: list[int], text: list[int]) -> tuple[list[int], list[int]]:
        """A stretch of the text, and the rest."""
        length = min(int(self.random.integers(6, 25)), max(1, len(text) // 2))
        start = int(self.random.integers(0, max(1, len(text) - length)))
        left = self.clumsy(text[start : start + length], 0.1, 0.05, 0.1)
        return left, heading + text[:start] + text[start + length :]

    def clumsy(self, text: list[int], drop: float, misspell: float, split: float) -> list[int]:
        result: list[int] = []
        for piece, dropped, changed in zip(text, self.random.random(len(text)), self.random.random(len(text))):
            if dropped < drop:
                continue
            if changed < misspell and piece in self.misspelt:
                result.extend(self.one(self.misspelt[piece]))
            elif changed < misspell + split and piece in self.parts:
                result.extend(self.parts[piece])
            else:
                result.append(piece)
        return result or text[:1]

    def one(self, choices):
        return choices[int(self.random.integers(len(choices)))]


def variants(vocabulary, pieces: Pieces) -> tuple[dict, dict]:
    """For each longer word its pieces without the word itself, and the pieces of three misspellings."""
    random = np.random.default_rng(1)
    parts, misspelt = {}, {}
    for number, (entry, surface) in enumerate(vocabulary):
        if surface is None or len(entry) < 5:
            continue
        parts[number] = pieces.split(entry, whole=False) or (number,)
        if number < MISSPELT_ENTRIES:
            misspelt[number] = [pieces.split(misspell(entry, random)) or (number,) for _ in range(3)]
    return parts, misspelt


def misspell(word: str, random: np.random.Generator) -> str:
    at = int(random.integers(1, len(word) - 1))
    kind = int(random.integers(4))
    if kind == 0:
        return word[:at] + word[at + 1 :]
    if kind == 1:
        return word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    if kind == 2:
        return word[:at] + word[at] + word[at:]
    return word[:at] + chr(97 + int(random.integers(26))) + word[at + 1 :]
