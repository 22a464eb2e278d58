"""Passages as pieces: what passages.ts printed, split once and kept as flat arrays."""
import json

import numpy as np

from text import Pieces

PIECES_MAX = 600


class Passages:
    """Heading, outline and text of each passage as pieces; `norm` numbers the norms, `name` is (law, norm)."""

    def __init__(self, path: str, pieces: Pieces):
        headings, outlines, texts = [], [], []
        self.name: list[tuple[str, str]] = []
        self.paragraph: list[str | None] = []
        known: dict[str, list[int]] = {}

        def of(text: str) -> list[int]:
            if text not in known:
                known[text] = pieces.of_text(text)
            return known[text]

        with open(path, encoding="utf-8") as lines:
            for line in lines:
                passage = json.loads(line)
                self.name.append((passage["law"], passage["norm"]))
                self.paragraph.append(passage["paragraph"])
                headings.append(of(passage["heading"] or ""))
                outlines.append([piece for step in passage["outline"] for piece in of(step)])
                texts.append(pieces.of_text(passage["text"])[:PIECES_MAX])
        numbers: dict[tuple[str, str], int] = {}
        self.norm = np.array([numbers.setdefault(name, len(numbers)) for name in self.name])
        self._parts = {"heading": flat(headings), "outline": flat(outlines), "text": flat(texts)}

    def __len__(self) -> int:
        return len(self.name)

    def part(self, part: str, index: int) -> list[int]:
        values, ends = self._parts[part]
        return values[ends[index] : ends[index + 1]].tolist()

    def embedded(self, index: int) -> list[int]:
        """What the service embeds: heading and text."""
        return self.part("heading", index) + self.part("text", index)


def flat(lists: list[list[int]]) -> tuple[np.ndarray, np.ndarray]:
    ends = np.zeros(len(lists) + 1, dtype=np.int64)
    ends[1:] = np.cumsum([len(each) for each in lists])
    return np.fromiter((piece for each in lists for piece in each), np.int32, ends[-1]), ends
