import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { GivenAnswer } from './systems/system.ts'

/** Answers by what they depend on: the same system with the same prompt asked the same is not asked twice. */
export interface AnswerCache {
  remember(asked: object, ask: () => Promise<GivenAnswer>): Promise<GivenAnswer>
}

/** Asks every time: for a system whose answers depend on more than can be named, and for changed code. */
export const noCache: AnswerCache = { remember: (_, ask) => ask() }

/** Keeps answers as files under `folder`, named by the hash of `identity` and of what is asked. */
export function openAnswerCache(folder: string, identity: object): AnswerCache {
  return {
    async remember(asked, ask) {
      const hash = createHash('sha256')
        .update(JSON.stringify([identity, asked]))
        .digest('hex')
      const path = join(folder, hash.slice(0, 2), `${hash}.json`)
      if (existsSync(path)) return JSON.parse(readFileSync(path, 'utf8')) as GivenAnswer
      const given = await ask()
      mkdirSync(dirname(path), { recursive: true })
      // Renamed when it is whole: a killed run leaves no half answer.
      writeFileSync(`${path}.part`, JSON.stringify(given))
      renameSync(`${path}.part`, path)
      return given
    },
  }
}
