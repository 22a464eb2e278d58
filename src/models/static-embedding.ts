import { join } from 'node:path'
import { packageRoot } from '../package-root.ts'
import { normalize, type EmbeddingModel } from './embed.ts'
import { readEmbeddingTable, type EmbeddingTable } from './read-embedding-table.ts'
import { wordPieces } from './word-pieces.ts'

/** Names the model, and with it the index of its vectors. */
export const staticEmbeddingId = 'fundstelle-embed-v2'
const dimension = 256

/**
 * The embedding model that ships with the package (training/README.md): a table of vectors for German words and pieces
 * of words; a text's vector is their weighted sum. Deterministic, no network, well under a millisecond a text. Questions
 * and passages are embedded alike; a text without any letter gives a vector of zeros. The table is read on first use.
 * @throws EmbeddingFileError on first use, when the files under `folder` are missing or damaged.
 */
export function staticEmbedding(folder: string = join(packageRoot, 'models')): EmbeddingModel {
  const embedText = staticTextVectors(folder)
  return { id: staticEmbeddingId, dimension, embed: async (texts) => texts.map(embedText) }
}

/** The same model for callers that compute and do not wait: the vector of one text. The table is read on first use. */
export function staticTextVectors(folder: string = join(packageRoot, 'models')): (text: string) => Float32Array {
  let embedText: ((text: string) => Float32Array) | undefined
  return (text) => {
    embedText ??= textEmbedder(readEmbeddingTable(join(folder, staticEmbeddingId)))
    return embedText(text)
  }
}

function textEmbedder(table: EmbeddingTable): (text: string) => Float32Array {
  const piecesOf = wordPieces(table.vocabulary)
  return (text) => {
    const vector = new Float32Array(table.dimension)
    for (const [piece, count] of countPieces(piecesOf(text))) addRow(vector, table, piece, Math.sqrt(count))
    return normalize(vector)
  }
}

function countPieces(pieces: number[]): Map<number, number> {
  const counts = new Map<number, number>()
  for (const piece of pieces) counts.set(piece, (counts.get(piece) ?? 0) + 1)
  return counts
}

function addRow(vector: Float32Array, { scales, rows }: EmbeddingTable, piece: number, weight: number): void {
  const factor = weight * (scales[piece] ?? 0)
  const start = piece * vector.length
  for (let index = 0; index < vector.length; index += 1) {
    vector[index] = (vector[index] ?? 0) + factor * (rows[start + index] ?? 0)
  }
}
