import { parseArgs } from 'node:util'
import { readRun } from '../run/read-run.ts'
import { serveReview } from '../review/serve-review.ts'
import { type Command, UsageError } from './command.ts'

export const review: Command = {
  usage: `review <Lauf> [<Lauf> …] [--port 8790]
  öffnet auf diesem Rechner eine Seite, auf der Fachleute die Antworten verdeckt beurteilen: jede für sich, bei mehreren
  Läufen auch je zwei nebeneinander. Jedes Urteil steht sofort unter eval/runs/<Lauf>/reviews/. Auswerten: reviews.`,
  async run(words) {
    const { names, port } = readReviewOptions(words)
    const { url, close } = await serveReview(names.map(readRun), port)
    console.log(`Beurteilen: ${url}\nBeenden: Strg + C`)
    await new Promise<void>((resolve) => {
      process.once('SIGINT', resolve)
      process.once('SIGTERM', resolve)
    })
    await close()
    return 0
  },
}

/** @throws UsageError where it is called wrongly */
export function readReviewOptions(words: string[]): { names: string[]; port: number } {
  const { positionals: names, values } = parseArgs({
    args: words,
    options: { port: { type: 'string', default: '8790' } },
    allowPositionals: true,
  })
  const port = Number(values.port)
  if (names.length === 0) throw new UsageError('review nimmt mindestens einen Lauf.')
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new UsageError('--port ist eine ganze Zahl von 0 bis 65535.')
  return { names, port }
}
