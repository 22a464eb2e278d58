import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { StoredRun } from '../run/read-run.ts'
import { dropTornLine } from '../run/run-folder.ts'
import { type Judgement, type ReviewLine, reviewLineSchema } from './judgement.ts'

/** Writes a line into the run's folder at once: what is judged survives whatever happens next. */
export function keepReview({ folder }: StoredRun, line: ReviewLine): void {
  const path = join(folder, 'reviews', `${line.reviewer}.jsonl`)
  mkdirSync(join(folder, 'reviews'), { recursive: true })
  if (existsSync(path)) dropTornLine(path)
  appendFileSync(path, `${JSON.stringify(line)}\n`)
}

/**
 * All lines of some runs' reviews, oldest first.
 * @throws Error in German where a line, other than a torn last one, cannot be read
 */
export function readReviews(runs: Pick<StoredRun, 'folder'>[]): ReviewLine[] {
  return runs.flatMap(({ folder }) => readFolder(join(folder, 'reviews'))).toSorted((a, b) => (a.at < b.at ? -1 : 1))
}

/** What stands: the last line of each reviewer, kind and item that was not taken back; in the order of writing. */
export function standing(lines: ReviewLine[]): Judgement[] {
  const last = new Map<string, Judgement>()
  for (const line of lines) {
    const key = JSON.stringify([line.reviewer, line.kind === 'undo' ? line.undone : line.kind, line.item])
    last.delete(key)
    if (line.kind !== 'undo') last.set(key, line)
  }
  return [...last.values()]
}

function readFolder(folder: string): ReviewLine[] {
  if (!existsSync(folder)) return []
  return readdirSync(folder)
    .filter((name) => name.endsWith('.jsonl'))
    .toSorted()
    .flatMap((name) => readLines(join(folder, name)))
}

function readLines(path: string): ReviewLine[] {
  const text = readFileSync(path, 'utf8')
  return text
    .slice(0, text.lastIndexOf('\n') + 1)
    .split('\n')
    .flatMap((line, place) => {
      if (line === '') return []
      try {
        return [reviewLineSchema.parse(JSON.parse(line))]
      } catch (error) {
        throw new Error(`${path}, Zeile ${place + 1}, ist kein lesbares Urteil.`, { cause: error })
      }
    })
}
