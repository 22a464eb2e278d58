import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { seededRandom } from '../eval/seeded-random.ts'
import { inventDecrees, type InventedDecree } from './decrees/invent-decrees.ts'
import { realSentences } from './decrees/real-sentences.ts'
import { formatShares, writeDecree } from './decrees/write-decree.ts'

/** A decree and its file below the folder. */
export interface WrittenDecree extends InventedDecree {
  file: string
}

/** Writes `count` decrees made of real law into an empty folder, a folder for each year; the same every time. No scans. */
export function generateDecrees(folder: string, count: number): WrittenDecree[] {
  rmSync(folder, { recursive: true, force: true })
  const random = seededRandom(20261124)
  return inventDecrees(count, realSentences(random), random).map((decree, place) => {
    const extension = extensionOf(random() * 100)
    const file = `${decree.issuedOn.slice(0, 4)}/erlass-${String(place + 1).padStart(5, '0')}.${extension}`
    mkdirSync(dirname(join(folder, file)), { recursive: true })
    writeFileSync(join(folder, file), writeDecree(decree, extension))
    return { ...decree, file }
  })
}

function extensionOf(draw: number): string {
  let bound = 0
  return formatShares.find(([, share]) => draw < (bound += share))?.[0] ?? 'txt'
}
