import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Lexicon, lexiconSchema } from './law/lexicon.ts'
import { packageRoot } from './package-root.ts'

/** Thrown when a lexicon file cannot be read: broken JSON, or an entry without words, meaning or source. */
export class LexiconError extends Error {
  constructor(path: string, cause: unknown) {
    super(
      `Die Wortliste ${path} ist nicht lesbar (${cause instanceof Error ? cause.message : String(cause)}). ` +
        'Jeder Eintrag braucht "say", "means" und "source", wie in lexicon/office-words.json.',
      { cause },
    )
    this.name = 'LexiconError'
  }
}

/** The bundled words of the office and, where the data folder has a `lexicon.json`, the office's own. */
export function loadLexicon(dataFolder: string): Lexicon {
  const own = join(dataFolder, 'lexicon.json')
  return [join(packageRoot, 'lexicon/office-words.json'), ...(existsSync(own) ? [own] : [])].flatMap(readLexicon)
}

function readLexicon(path: string): Lexicon {
  try {
    return lexiconSchema.parse(JSON.parse(readFileSync(path, 'utf8')))
  } catch (error) {
    throw new LexiconError(path, error)
  }
}
