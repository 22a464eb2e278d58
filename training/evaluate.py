"""What a table of vectors finds, alone: `python evaluate.py <work folder> <rows.npy> <dev.jsonl> [--hold-out]`.

`dev`: development questions, recall@5/10 and MRR of essential norms among all norms of the corpus's laws;
`core`: the same among the nineteen laws alone; `typos`: each question with a misspelt word or two; `bits`: sign bits
instead of numbers. For a table trained with `--hold-out` also `held`: headings of norms the training never saw, looked up
among the texts without headings; `unseen`: the asked questions of those norms, none of which was trained on.
"""
import json
import sys

import numpy as np

from asked import asked_questions
from bag import bags, unit
from core_laws import CORE_LAWS
from measure import questions, score
from pairs import misspell
from passages import Passages
from text import WORD, Pieces, fold


def evaluate(rows: np.ndarray, pieces: Pieces, office: Passages, dev: str | None, held: set) -> dict[str, dict[str, float]]:
    def embed(texts: list[list[int]]) -> np.ndarray:
        return unit(bags(texts, len(rows)) @ rows)[0]

    everything = range(len(office))
    results = {}
    if held:
        results |= of_held(embed, pieces, office, held)
    if dev:
        asked = questions(dev)
        passages = embed([office.embedded(index) for index in everything])
        vectors = embed([pieces.of_text(item["text"]) for item in asked])
        similarity = vectors @ passages.T
        results["dev"] = score(similarity, office.name, asked)
        results["typos"] = score(embed([pieces.of_text(misspelt(q["text"])) for q in asked]) @ passages.T, office.name, asked)
        results["bits"] = score(np.sign(vectors) @ np.sign(passages).T, office.name, asked)
        core = [index for index in everything if office.name[index][0] in CORE_LAWS]
        inside = [number for number, item in enumerate(asked) if all(law in CORE_LAWS for law, _ in item["gold"])]
        of_core = [office.name[index] for index in core]
        results["core"] = score(similarity[np.ix_(inside, core)], of_core, [asked[number] for number in inside])
        results["core"]["questions"] = len(inside)
    return results


def of_held(embed, pieces: Pieces, office: Passages, held: set) -> dict[str, dict[str, float]]:
    """What is found of norms the training never saw: by their headings, and by the questions asked about them."""
    everything = range(len(office))
    first = held_headings(office, held)
    texts = embed([office.part("text", index) for index in everything])
    headings = embed([office.part("heading", index) for index in first])
    unseen = asked_of(held)
    questions_of_held = embed([pieces.of_text(text) for _, text in unseen])
    passages = embed([office.embedded(index) for index in everything])
    return {
        "held": score(headings @ texts.T, office.name, [{"gold": {office.name[index]}} for index in first]),
        "unseen": score(questions_of_held @ passages.T, office.name, [{"gold": {name}} for name, _ in unseen]),
    }


def held_norms(office: Passages) -> set[tuple[str, str]]:
    """Six norms of a hundred, never trained on."""
    names = sorted(set(office.name))
    chosen = np.random.default_rng(99).choice(len(names), int(len(names) * 0.06), replace=False)
    return {names[index] for index in chosen}


def asked_of(norms: set[tuple[str, str]]) -> list[tuple[tuple[str, str], str]]:
    """Asked questions of these norms: no question of theirs was trained on."""
    return [((law, norm), question) for law, norm, _, question in asked_questions() if (law, norm) in norms]


def held_headings(office: Passages, held: set) -> list[int]:
    """The first passage of each held norm whose heading has two pieces or more."""
    first: dict[tuple[str, str], int] = {}
    for index, name in enumerate(office.name):
        if name in held:
            first.setdefault(name, index)
    return [index for index in first.values() if len(office.part("heading", index)) >= 2][:600]


def misspelt(text: str) -> str:
    words = WORD.findall(fold(text))
    random = np.random.default_rng(len(text))
    long = [number for number, word in enumerate(words) if len(word) >= 5]
    for number in random.permutation(long)[:2]:
        words[number] = misspell(words[number], random)
    return " ".join(words)


def main(folder: str, rows: str, dev: str, *options: str) -> None:
    with open(folder + "/vocabulary.json", encoding="utf-8") as file:
        pieces = Pieces([entry for entry, _ in json.load(file)])
    office = Passages(folder + "/gii.jsonl", pieces)
    results = evaluate(np.load(rows), pieces, office, dev, held_norms(office) if "--hold-out" in options else set())
    for what, figures in results.items():
        print(what, figures)


if __name__ == "__main__":
    main(*sys.argv[1:])
