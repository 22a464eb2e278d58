import { isDay, today, type Day } from '../src/law/day.ts'
import type { DecreesToCheck } from '../src/law/decrees-to-check.ts'

export interface FlaggedWorld {
  find(asOf: Day): Promise<DecreesToCheck>
  out: NodeJS.WritableStream
  err: NodeJS.WritableStream
}

/** `npm run ingest -- flagged [--as-of …] [--json]`: decrees somebody should look at. Exit code 0, or 2 for wrong usage. */
export async function runFlaggedCommand(words: readonly string[], world: FlaggedWorld): Promise<0 | 2> {
  const { asOf, json, isUsable } = readWords(words)
  if (!isUsable) {
    world.err.write('Aufruf: npm run ingest -- flagged [--as-of JJJJ-MM-TT] [--json]\n')
    return 2
  }
  const found = await world.find(asOf)
  world.out.write(json ? `${JSON.stringify(found, null, 2)}\n` : printDecreesToCheck(found))
  return 0
}

function readWords(words: readonly string[]): { asOf: Day; json: boolean; isUsable: boolean } {
  const at = words.indexOf('--as-of')
  const day = at === -1 ? today() : (words[at + 1] ?? '')
  const rest = words.filter((word, place) => word !== '--json' && (at === -1 || (place !== at && place !== at + 1)))
  const asOf = isDay(day) ? day : today()
  return { asOf, json: words.includes('--json'), isUsable: isDay(day) && rest.length === 0 }
}

function printDecreesToCheck({ flagged, unclear }: DecreesToCheck): string {
  const lines = [
    ...flagged.flatMap(({ documentId, abbreviation, flags }) => [
      `${abbreviation} (${documentId})`,
      ...flags.map(({ section, message }) => `  ${section === null ? '' : `${section}: `}${message}`),
    ]),
    ...unclear.flatMap(({ documentId, abbreviation, text, message }) => [
      `${abbreviation} (${documentId})`,
      `  ohne Wirkung: „${text}“. ${message}`,
    ]),
  ]
  const count = `${flagged.length} zu prüfen, ${unclear.length} Angaben ohne Wirkung.`
  return `${[...lines, count].join('\n')}\n`
}
