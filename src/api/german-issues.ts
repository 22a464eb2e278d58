import type { z } from 'zod'

type Issue = z.core.$ZodIssue

/** What is wrong with which field, in German, for `errors` of the problem object. `path` is dotted, empty for the whole. */
export function germanIssues(issues: readonly Issue[]): { path: string; message: string }[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'invalid_union') return [{ path: issue.path.map(String).join('.'), message: describe(issue) }]
    return germanIssues(meantBranch(issue.errors)).map(({ path, message }) => ({
      path: [...issue.path.map(String), path].filter((step) => step !== '').join('.'),
      message,
    }))
  })
}

/** Of the alternatives of a union the one that was meant: whose outermost type was met. */
function meantBranch(branches: readonly Issue[][]): Issue[] {
  const met = branches.find(
    (branch) => !branch.some((issue) => issue.code === 'invalid_type' && issue.path.length === 0),
  )
  return met ?? branches[0] ?? []
}

const typeNames: Record<string, string> = {
  string: 'ein Text',
  number: 'eine Zahl',
  int: 'eine ganze Zahl',
  boolean: 'true oder false',
  array: 'eine Liste',
  object: 'ein JSON-Objekt',
}

function describe(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return `Hier wird ${typeNames[issue.expected] ?? issue.expected} erwartet; die Angabe fehlt oder hat eine andere Art.`
    case 'too_small':
      return `Zu klein oder zu kurz: mindestens ${String(issue.minimum)}${unit(issue.origin)}.`
    case 'too_big':
      return `Zu groß oder zu lang: höchstens ${String(issue.maximum)}${unit(issue.origin)}.`
    case 'invalid_value':
      return `Erlaubt ist nur: ${issue.values.map(String).join(', ')}.`
    case 'unrecognized_keys':
      return `Unbekannte Angabe: ${issue.keys.join(', ')}. Bitte die Schreibweise prüfen (siehe /docs).`
    case 'custom':
      return issue.message
    default:
      return 'Diese Angabe hat nicht die erwartete Form (siehe /docs).'
  }
}

function unit(origin: string): string {
  if (origin === 'string') return ' Zeichen'
  return origin === 'array' ? ' Einträge' : ''
}
