"""Vocabulary from the law itself and from everyday German: `python vocabulary.py <work folder> <omos-qa_de.jsonl>`.

Reads all.jsonl (every federal law), gii.jsonl (the office's laws) the questions of OMoS-QA and of lexicon/asked (words only), and writes
vocabulary.json: [[entry, surface form or null], ...], ordered by weight. Entries are folded words without inflection,
then pieces of words, so that every German word splits into entries (text.py).
"""
import json
import re
import sys
from collections import Counter, defaultdict

from asked import asked_questions
from core_laws import CORE_LAWS
from text import Pieces, fold

ENTRIES_MAX = 46_000
PIECES_MAX = 6_000
SURFACE = re.compile(r"[A-Za-zÄÖÜäöüßẞ0-9]+")
ENDING = re.compile(r"(?:ern|en|em|er|es|e|n|(?<=[bdfghklmnrt])s)$")
WEIGHT_OFFICE, WEIGHT_CORE, WEIGHT_LAY = 6, 30, 12


def main(folder: str, lay: str) -> None:
    weights: Counter[str] = Counter()
    surfaces: dict[str, Counter[str]] = defaultdict(Counter)
    count(folder + "/all.jsonl", weights, surfaces, lambda law: 1)
    count(folder + "/gii.jsonl", weights, surfaces, lambda law: WEIGHT_CORE if law in CORE_LAWS else WEIGHT_OFFICE)
    with open(lay, encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            add(item["question"] + " " + item["context"], WEIGHT_LAY, weights, surfaces)
    for _, _, _, question in asked_questions():
        add(question, WEIGHT_LAY, weights, surfaces)
    words = entries_of(weights)
    pieces = pieces_of(weights, set(words))
    vocabulary = [[word, surfaces[word].most_common(1)[0][0]] for word in words] + [[piece, None] for piece in pieces]
    with open(folder + "/vocabulary.json", "w", encoding="utf-8") as file:
        json.dump(vocabulary, file, ensure_ascii=False)
    splitter = Pieces([entry for entry, _ in vocabulary])
    split = Counter()
    for word, weight in weights.items():
        split[min(len(splitter.of_word(word)), 6)] += weight
    print(len(words), "words", len(pieces), "pieces; weight by number of pieces", dict(sorted(split.items())))


def count(path: str, weights: Counter, surfaces: dict, weight_of) -> None:
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            passage = json.loads(line)
            add((passage["heading"] or "") + " " + passage["text"], weight_of(passage["law"]), weights, surfaces)


def add(text: str, weight: int, weights: Counter, surfaces: dict) -> None:
    for surface in SURFACE.findall(text):
        word = folded[surface] if surface in folded else folded.setdefault(surface, fold(surface))
        weights[word] += weight
        surfaces[word][surface] += weight


folded: dict[str, str] = {}


def entries_of(weights: Counter) -> list[str]:
    """The heaviest stems; a stem that is no word of its own stands for its inflected forms. Numbers, `36a` too, stay out."""
    stems: Counter[str] = Counter()
    for word, weight in weights.items():
        if word[0].isdigit() or len(word) > 32 or len(word) < 2:
            continue
        bare = ENDING.sub("", word)
        stems[bare if len(bare) >= 4 and bare in weights else word] += weight
    return [stem for stem, weight in stems.most_common(ENTRIES_MAX - PIECES_MAX) if weight >= 12]


def pieces_of(weights: Counter, words: set[str]) -> list[str]:
    """Substrings that many different words share: all letters, then the commonest of 2 to 6 letters."""
    counts: Counter[str] = Counter()
    for word, weight in weights.items():
        if weight < 3 or len(word) > 32 or not word.isalpha() or not word.isascii():
            continue
        for length in range(2, 7):
            for start in range(len(word) - length + 1):
                counts[word[start : start + length]] += 1
    scored = Counter({piece: n * len(piece) ** 1.5 for piece, n in counts.items() if piece not in words and n >= 40})
    letters = [letter for letter in "abcdefghijklmnopqrstuvwxyz" if letter not in words]
    return letters + [piece for piece, _ in scored.most_common(PIECES_MAX - len(letters))]


if __name__ == "__main__":
    main(*sys.argv[1:])
