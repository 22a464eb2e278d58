"""Starting rows from the teacher: `python start.py <work folder>`.

Reads vocabulary.json, teacher-words.json (numbers of the entries the teacher read) and teacher-words.npy; writes
start.npy, one row of 256 numbers an entry. The teacher's word vectors all point the same way, and few directions hold
most of the rest: centred, rotated to principal components, half whitened. Other words take the sum of their pieces,
pieces the mean of the words that contain them. A random rotation at the end spreads what is left evenly, so that the
sign bits of a vector carry as much as they can.
"""
import json
import sys

import numpy as np

from text import Pieces

DIMENSION = 256


def main(folder: str) -> None:
    with open(folder + "/vocabulary.json", encoding="utf-8") as file:
        vocabulary = json.load(file)
    with open(folder + "/teacher-words.json", encoding="utf-8") as file:
        taught = json.load(file)
    splitter = Pieces([entry for entry, _ in vocabulary])
    rows = np.zeros((len(vocabulary), DIMENSION), dtype=np.float32)
    rows[taught] = components(np.load(folder + "/teacher-words.npy").astype(np.float32))
    known = set(taught)
    counts = np.zeros(len(vocabulary))
    for number in taught:
        split = splitter.split(vocabulary[number][0], whole=False)
        for piece in split if len(split) > 1 else ():
            if piece not in known:
                rows[piece] += rows[number]
                counts[piece] += 1
    rows /= np.maximum(counts, 1)[:, None]
    known |= set(np.flatnonzero(counts).tolist())
    for number, (entry, _) in enumerate(vocabulary):
        if number not in known:
            for piece in splitter.split(entry, whole=False):
                if piece in known:
                    rows[number] += rows[piece] * len(vocabulary[piece][0])
    random = np.random.default_rng(1)
    lengths = np.linalg.norm(rows, axis=1)
    rows[lengths == 0] = random.standard_normal((int((lengths == 0).sum()), DIMENSION)) * 0.3
    # Words of the vocabulary start equally long; the mean that stands for a piece says by its length how clear it is.
    whole = counts == 0
    rows[whole] /= np.linalg.norm(rows[whole], axis=1, keepdims=True)
    rotation, _ = np.linalg.qr(random.standard_normal((DIMENSION, DIMENSION)))
    np.save(folder + "/start.npy", (rows @ rotation).astype(np.float32))


def components(vectors: np.ndarray) -> np.ndarray:
    centred = vectors - vectors.mean(axis=0)
    _, spread, axes = np.linalg.svd(centred, full_matrices=False)
    turned = (centred @ axes.T) / np.sqrt(spread / np.sqrt(len(vectors)))
    return turned[:, :DIMENSION] / np.linalg.norm(turned[:, :DIMENSION], axis=1, keepdims=True)


if __name__ == "__main__":
    main(sys.argv[1])
