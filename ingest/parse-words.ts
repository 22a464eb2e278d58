import { cac } from 'cac'

/**
 * The words after a command as sources and options, known or not. `options`: what each is called and holds.
 * Null for words that cac itself stumbles over (`--constructor`).
 */
export function parseWords(
  name: string,
  options: readonly (readonly [flag: string, holds: string])[],
  words: readonly string[],
): { args: readonly string[]; options: Record<string, unknown> } | null {
  const program = cac(name)
  const command = program.command('[...sources]').allowUnknownOptions()
  for (const [flag, holds] of options) command.option(flag, holds)
  try {
    return program.parse(['node', name, ...words], { run: false })
  } catch {
    return null
  }
}
