"""Writes the artefact: `python export.py rows.npy vocabulary.json <base>` → <base>.bin and <base>.json.

<base>.bin: one float32 scale an entry, then int8 rows, then the vocabulary, an entry a line; little-endian.
"""
import hashlib
import json
import sys

import numpy as np


def main(rows_path: str, vocabulary_path: str, base: str) -> None:
    rows = np.load(rows_path).astype(np.float32)
    with open(vocabulary_path, encoding="utf-8") as file:
        entries = [entry for entry, _ in json.load(file)]
    assert len(entries) == len(rows) == len(set(entries))
    rows /= np.median(np.linalg.norm(rows, axis=1))
    scales = np.maximum(np.abs(rows).max(axis=1), 1e-12).astype("<f4") / np.float32(127)
    numbers = np.clip(np.rint(rows / scales[:, None]), -127, 127).astype(np.int8)
    content = scales.astype("<f4").tobytes() + numbers.tobytes() + "\n".join(entries).encode("ascii")
    header = {
        "model": base.rsplit("/", 1)[-1],
        "entries": len(entries),
        "dimension": rows.shape[1],
        "sha256": hashlib.sha256(content).hexdigest(),
        "notice": "Distilled in part from multilingual-e5-small (MIT, see NOTICE.md); trained on German federal "
        "law (§ 5 UrhG). Recipe and limits: training/README.md.",
    }
    with open(base + ".bin", "wb") as file:
        file.write(content)
    with open(base + ".json", "w", encoding="utf-8") as file:
        file.write(json.dumps(header, ensure_ascii=False, indent=2) + "\n")
    print(len(content), "bytes", header["sha256"])


if __name__ == "__main__":
    main(*sys.argv[1:])
