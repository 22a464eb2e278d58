import type { ItemOutcome } from './report.ts'
import { coreLaws } from './sources/core-laws.ts'

/** What an empty collection is filled from at the first start, and a German sentence that says so and why. */
export interface FirstFill {
  from: 'corpus' | 'publisher' | 'demo'
  message: string
}

export interface FirstFillFacts {
  /** `FUNDSTELLE_CORPUS`. */
  corpusFolder: string | null
  /** `FUNDSTELLE_OFFLINE`. */
  offline: boolean
  giiUrl: string
  /** Asked only where the answer matters; gives up after `probeMs`. */
  reachable(giiUrl: string, probeMs: number): Promise<boolean>
}

const probeMs = 3000
const realLaw = 'Echtes Recht laden: npm run ingest -- publisher, oder npm run ingest -- <Ordner oder Archiv>.'

/**
 * The folder the office named, else the publisher, else the invented demonstration collection. Waits for the network
 * for three seconds at most, and not at all where it is not needed or not allowed.
 */
export async function chooseFirstFill(facts: FirstFillFacts): Promise<FirstFill> {
  const empty = 'Die Sammlung ist leer.'
  if (facts.corpusFolder !== null)
    return { from: 'corpus', message: `${empty} Sie wird aus ${facts.corpusFolder} gefüllt (FUNDSTELLE_CORPUS).` }
  if (facts.offline) return demo(`${empty} Der Herausgeber wird nicht gefragt (FUNDSTELLE_OFFLINE).`)
  if (!(await facts.reachable(facts.giiUrl, probeMs)))
    return demo(`${empty} Der Herausgeber (${facts.giiUrl}) antwortet nicht binnen ${probeMs / 1000} Sekunden.`)
  const laws = `Die ${coreLaws.length} Kerngesetze der Ausländerbehörde werden von ${facts.giiUrl} geholt`
  return { from: 'publisher', message: `${empty} ${laws}; das dauert etwa eine Minute.` }
}

function demo(why: string): FirstFill {
  return {
    from: 'demo',
    message: `${why} Geladen wird die Demonstrationssammlung: erfundenes Recht, nur zum Ausprobieren. ${realLaw}`,
  }
}

/**
 * What to say once the first fill has ended, and whether the demonstration collection should be loaded after all:
 * only where nothing could be had from the publisher. What was loaded before it broke off stays.
 */
export function concludeFirstFill(
  fill: FirstFill,
  counts: Record<ItemOutcome, number>,
): { message: string; loadDemo: boolean } {
  const loaded = counts.added + counts.changed + counts.unchanged
  const texts = `${loaded} ${loaded === 1 ? 'Gesetzestext ist' : 'Gesetzestexte sind'} geladen`
  if (counts.failed === 0) return { message: `${texts}.`, loadDemo: false }
  if (loaded === 0 && fill.from === 'publisher')
    return { message: demo('Vom Herausgeber war kein Gesetz zu bekommen.').message, loadDemo: true }
  const missing = `${counts.failed} ${counts.failed === 1 ? 'fehlt' : 'fehlen'}`
  return {
    message: `${texts} und bleiben; ${missing}. Ein neuer Lauf holt das Fehlende nach: ${again(fill)}.`,
    loadDemo: false,
  }
}

function again(fill: FirstFill): string {
  return fill.from === 'corpus' ? 'npm run ingest -- <Ordner>' : `npm run ingest -- ${fill.from}`
}
