"""Contrastive training: `python train.py <work folder> <rows.npy> [--steps N] [--rate R] [--temperature T]
[--start teacher|random] [--no-lay] [--dev questions.jsonl]`.

Seeds are fixed; on one machine the same call gives the same table. About 0.07 CPU-seconds a step on one core.
"""
import argparse
import json
import os

os.environ.setdefault("OMP_NUM_THREADS", "1")
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np  # noqa: E402

from asked import asked_questions  # noqa: E402
from bag import Table, contrast  # noqa: E402
from evaluate import evaluate, held_norms  # noqa: E402
from pairs import Pairs  # noqa: E402
from passages import Passages  # noqa: E402
from text import Pieces  # noqa: E402

BATCH = 384
SMOOTH = 1e-3
STEPS, RATE, TEMPERATURE = 3000, 0.1, 0.07
HERE = os.path.dirname(os.path.abspath(__file__))


def main() -> None:
    asked = arguments()
    with open(asked.folder + "/vocabulary.json", encoding="utf-8") as file:
        vocabulary = json.load(file)
    pieces = Pieces([entry for entry, _ in vocabulary])
    laws, office = Passages(asked.folder + "/all.jsonl", pieces), Passages(asked.folder + "/gii.jsonl", pieces)
    held = held_norms(office) if asked.hold_out else set()
    weights = rarity(laws, len(vocabulary))
    table = Table(start(asked, len(vocabulary)) * weights[:, None])
    lay = ([], []) if asked.no_lay else (lay_questions(pieces, office, held), lay_words(pieces))
    pairs = Pairs(laws, office, held, vocabulary, pieces, weights, *lay, seed=3)
    print("start", evaluate(table.rows, pieces, office, asked.dev, held), flush=True)
    losses: list[float] = []
    for step in range(1, asked.steps + 1):
        left, right, norms = pairs.batch(BATCH)
        same = norms[:, None] == norms[None, :]
        np.fill_diagonal(same, False)
        left_vectors, left_kept = table.embed(left)
        right_vectors, right_kept = table.embed(right)
        loss, of_left, of_right = contrast(left_vectors, right_vectors, same, asked.temperature)
        rate = asked.rate * (1.05 - step / asked.steps)
        table.step([table.gradient(left_kept, of_left), table.gradient(right_kept, of_right)], rate)
        losses.append(loss)
        if step % 500 == 0 or step == asked.steps:
            measured = evaluate(table.rows, pieces, office, asked.dev, held)
            print(step, round(float(np.mean(losses[-100:])), 3), measured, flush=True)
    np.save(asked.rows, table.rows)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder")
    parser.add_argument("rows")
    parser.add_argument("--steps", type=int, default=STEPS)
    parser.add_argument("--rate", type=float, default=RATE)
    parser.add_argument("--temperature", type=float, default=TEMPERATURE)
    parser.add_argument("--start", choices=["teacher", "random"], default="teacher")
    parser.add_argument("--no-lay", action="store_true")
    parser.add_argument("--hold-out", action="store_true", help="train without six norms of a hundred and measure on them")
    parser.add_argument("--dev", help="development questions: measured, never trained on")
    return parser.parse_args()


def start(asked: argparse.Namespace, entries: int) -> np.ndarray:
    if asked.start == "teacher":
        return np.load(asked.folder + "/start.npy")
    return np.random.default_rng(3).standard_normal((entries, 256)).astype(np.float32) / 16


def rarity(laws: Passages, entries: int) -> np.ndarray:
    """Frequent words start short: a / (a + share), as in smooth inverse frequency."""
    counts = 1 + np.bincount([piece for index in range(len(laws)) for piece in laws.part("text", index)], minlength=entries)
    return (SMOOTH / (SMOOTH + counts / counts.sum())).astype(np.float32)


def lay_questions(pieces: Pieces, office: Passages, held: set) -> list[tuple[list[int], list[int]]]:
    """(question, the passages of its Absatz, else of its norm) from lexicon/asked; norms held out for measuring stay out."""
    of_norm: dict[tuple, list[int]] = {}
    for index, name in enumerate(office.name):
        if name not in held:
            for key in {(*name, None), (*name, office.paragraph[index])}:
                of_norm.setdefault(key, []).append(index)
    found = []
    for law, norm, paragraph, question in asked_questions():
        passages = of_norm.get((law, norm, paragraph or None)) or of_norm.get((law, norm, None))
        split = pieces.of_text(question)
        if passages and split:
            found.append((split, passages))
    return found


def lay_words(pieces: Pieces) -> list[tuple[list[int], list[int]]]:
    return [(pieces.of_text(everyday), pieces.of_text(legal)) for everyday, legal in columns("lay-words.tsv")]


def columns(name: str) -> list[list[str]]:
    with open(os.path.join(HERE, name), encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line.strip()]


if __name__ == "__main__":
    main()
