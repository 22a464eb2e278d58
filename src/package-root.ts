import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/**
 * Folder of the package, absolute: where `prompts/` and `web/` lie, whether the sources run or what was built of them.
 * @throws Error at start, when the program was copied out of its package.
 */
export const packageRoot: string = findPackageRoot(dirname(fileURLToPath(import.meta.url)))

function findPackageRoot(folder: string): string {
  const manifest = join(folder, 'package.json')
  if (existsSync(manifest) && nameIn(manifest) === 'fundstelle') return folder
  const parent = dirname(folder)
  if (parent === folder) {
    throw new Error('Die package.json von fundstelle fehlt. Bitte das Paket vollständig installieren.')
  }
  return findPackageRoot(parent)
}

function nameIn(manifest: string): unknown {
  const content: unknown = JSON.parse(readFileSync(manifest, 'utf8'))
  return typeof content === 'object' && content !== null && 'name' in content ? content.name : undefined
}
