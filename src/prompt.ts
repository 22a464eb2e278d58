import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { packageRoot } from './package-root.ts'
import { PromptError } from './prompt-error.ts'

/** A prompt file as read: its parts, still with `{{fields}}`, and the hash by which an answer's record names it. */
export interface Prompt {
  name: string
  /** SHA-256 of the file's bytes, hex. */
  hash: string
  system: string
  user: string
  /** What else stands under a `## ` heading, by it: texts for a field, chosen by whoever fills it. */
  sections: Record<string, string>
}

const fieldPattern = /\{\{([a-zA-Z]+)\}\}/g

/**
 * Reads `prompts/<name>.md`. What stands above `## System` is for people and never sent.
 * @throws PromptError when the file or one of its parts is missing.
 */
export function loadPrompt(name: string): Prompt {
  const bytes = readBytes(name)
  const [, ...pieces] = bytes.toString('utf8').split(/^## (.+)$/m)
  const sections: Record<string, string> = {}
  for (let at = 0; at < pieces.length; at += 2) sections[pieces[at]?.trim() ?? ''] = pieces[at + 1]?.trim() ?? ''
  const { System: system, User: user, ...rest } = sections
  if (!system || !user) throw new PromptError(name, 'Es fehlt „## System“ oder „## User“.')
  return { name, hash: createHash('sha256').update(bytes).digest('hex'), system, user, sections: rest }
}

/**
 * The prompt with its fields filled. Values are put in once and not read again: braces in a question stay braces.
 * @throws PromptError for a field without a value.
 */
export function fillPrompt(prompt: Prompt, fields: Record<string, string>): { system: string; user: string } {
  const fill = (part: string): string =>
    part.replace(fieldPattern, (_whole, field: string) => {
      const value = fields[field]
      if (value === undefined) throw new PromptError(prompt.name, `Das Feld {{${field}}} wird von niemandem gefüllt.`)
      return value
    })
  return { system: fill(prompt.system), user: fill(prompt.user) }
}

function readBytes(name: string): Buffer {
  try {
    return readFileSync(join(packageRoot, 'prompts', `${name}.md`))
  } catch (cause) {
    throw new PromptError(name, 'Sie lässt sich nicht lesen. Bitte das Paket vollständig installieren.', cause)
  }
}
