import { relative, resolve } from 'node:path'
import type { PublisherSettings } from './source-settings.ts'

/**
 * Where papers in a folder or file hold that do not say where: what `territories` of FUNDSTELLE_SOURCES sets for the
 * innermost folder around it, else `territory` there, else where the office is.
 */
export function papersTerritory(settings: PublisherSettings | undefined, path: string, office: string): string {
  const { territory = office, territories = {} } = settings ?? {}
  const around = Object.keys(territories).filter((folder) => lies(path, folder))
  const innermost = around.toSorted((a, b) => resolve(b).length - resolve(a).length)[0]
  return (innermost === undefined ? undefined : territories[innermost]) ?? territory
}

function lies(path: string, folder: string): boolean {
  const way = relative(resolve(folder), resolve(path))
  return way !== '..' && !way.startsWith('../') && !way.startsWith('..\\')
}
