"""A table of vectors, and texts as weighted sums of its rows."""
import numpy as np
import scipy.sparse as sp


def bags(texts: list[list[int]], entries: int) -> sp.csr_matrix:
    """One row a text: the square root of how often each piece occurs."""
    columns, weights, ends = [], [], [0]
    for text in texts:
        pieces, counts = np.unique(np.asarray(text, dtype=np.int64), return_counts=True)
        columns.append(pieces)
        weights.append(np.sqrt(counts, dtype=np.float32))
        ends.append(ends[-1] + len(pieces))
    content = (np.concatenate(weights), np.concatenate(columns), np.array(ends))
    return sp.csr_matrix(content, shape=(len(texts), entries), dtype=np.float32)


def unit(rows: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    length = np.maximum(np.linalg.norm(rows, axis=1, keepdims=True), 1e-9)
    return rows / length, length


class Table:
    """Rows trained by Adagrad with one step size a row."""

    def __init__(self, rows: np.ndarray):
        self.rows = rows.astype(np.float32).copy()
        self.squares = np.full(len(rows), 1e-8, dtype=np.float32)

    def embed(self, texts: list[list[int]]):
        """Vectors of length 1, and what `gradient` needs."""
        bag = bags(texts, len(self.rows))
        columns = np.unique(bag.indices)
        small = (bag.data, np.searchsorted(columns, bag.indices), bag.indptr)
        part = sp.csr_matrix(small, shape=(len(texts), len(columns)))
        vectors, lengths = unit(part @ self.rows[columns])
        return vectors, (part, columns, vectors, lengths)

    @staticmethod
    def gradient(kept, of_vectors: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
        part, columns, vectors, lengths = kept
        along = (vectors * of_vectors).sum(axis=1, keepdims=True)
        return columns, part.T @ ((of_vectors - vectors * along) / lengths)

    def step(self, gradients: list[tuple[np.ndarray, np.ndarray]], rate: float) -> None:
        columns, place = np.unique(np.concatenate([each for each, _ in gradients]), return_inverse=True)
        total = np.zeros((len(columns), self.rows.shape[1]), dtype=np.float32)
        start = 0
        for each, gradient in gradients:
            total[place[start : start + len(each)]] += gradient
            start += len(each)
        self.squares[columns] += (total * total).mean(axis=1)
        self.rows[columns] -= rate * total / np.sqrt(self.squares[columns])[:, None]


def contrast(left: np.ndarray, right: np.ndarray, same: np.ndarray, temperature: float):
    """InfoNCE both ways within the batch; `same` marks pairs of one norm, which are no counterexamples."""
    scores = left @ right.T / temperature
    scores[same] = -1e4
    size = np.arange(len(left))
    across, down = softmax(scores), softmax(scores.T).T
    loss = -np.log(across[size, size] + 1e-9).mean()
    slope = (across + down) / 2
    slope[size, size] -= 1
    slope[same] = 0
    slope /= len(left) * temperature
    return loss, slope @ right, slope.T @ left


def softmax(scores: np.ndarray) -> np.ndarray:
    powers = np.exp(scores - scores.max(axis=1, keepdims=True))
    return powers / powers.sum(axis=1, keepdims=True)
