import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { AskedQuestion } from './law/asked-question.ts'
import { packageRoot } from './package-root.ts'

/** Thrown when a file of asked questions has a line that is not `norm ⇥ Absatz ⇥ question`. */
export class AskedQuestionsError extends Error {
  constructor(path: string, line: number) {
    super(
      `${path}, Zeile ${line}: erwartet wird „Norm, Absatz (oder leer), Frage“, durch Tabulatoren getrennt, wie in lexicon/asked.`,
    )
    this.name = 'AskedQuestionsError'
  }
}

/**
 * The bundled questions and, where the data folder has `asked/<law>.tsv`, the office's own: one a line, `norm ⇥ Absatz ⇥
 * question`, the file named like the publisher's key of the law; lines with `#` are remarks.
 */
export function loadAskedQuestions(dataFolder: string): AskedQuestion[] {
  return [join(packageRoot, 'lexicon/asked'), join(dataFolder, 'asked')].filter(existsSync).flatMap((folder) =>
    readdirSync(folder)
      .filter((file) => file.endsWith('.tsv'))
      .toSorted()
      .flatMap((file) => readQuestions(join(folder, file))),
  )
}

function readQuestions(path: string): AskedQuestion[] {
  const documentId = `gii:${basename(path, '.tsv')}`
  const lines = readFileSync(path, 'utf8').split(/\r?\n/)
  return lines.flatMap((line, index) => {
    if (line.trim() === '' || line.startsWith('#')) return []
    const [norm, paragraph, text, ...more] = line.split('\t')
    if (!norm || paragraph === undefined || !text || more.length > 0) throw new AskedQuestionsError(path, index + 1)
    return [{ documentId, norm, paragraph: paragraph === '' ? null : paragraph, text }]
  })
}
