"""Vectors alone on the development questions: recall@5, recall@10, MRR over norms (best Absatz counts)."""
import json

import numpy as np


def questions(path: str) -> list[dict]:
    """The current-day answerable ones, each with its essential gold norms as (law, norm)."""
    chosen = []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            gold = {(g["law"], g["norm"]) for g in item["gold"] if g["essential"]}
            if item["answerable"] and item["as_of"] == "2025-03-05" and gold:
                chosen.append({"text": item["question"], "gold": gold})
    return chosen


def score(similarity: np.ndarray, norms: list[tuple[str, str]], asked: list[dict]) -> dict[str, float]:
    """`similarity`: one row a question, one column a passage, whose norm is `norms[column]`."""
    names = sorted(set(norms))
    number = {name: index for index, name in enumerate(names)}
    of_passage = np.array([number[name] for name in norms])
    recall5, recall10, reciprocal = [], [], []
    for row, item in zip(similarity, asked):
        best = np.full(len(names), -np.inf, dtype=np.float32)
        np.maximum.at(best, of_passage, row)
        order = np.argsort(-best, kind="stable")
        ranks = {names[index]: rank for rank, index in enumerate(order[:2000], 1)}
        found = [ranks.get(gold, 10**9) for gold in item["gold"]]
        recall5.append(np.mean([rank <= 5 for rank in found]))
        recall10.append(np.mean([rank <= 10 for rank in found]))
        reciprocal.append(1 / min(found))
    return {
        "recall5": round(float(np.mean(recall5)), 3),
        "recall10": round(float(np.mean(recall10)), 3),
        "mrr": round(float(np.mean(reciprocal)), 3),
    }
